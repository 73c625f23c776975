"""The sandbox as an application: which address is which method, and who may call it."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import Route

from pulumi_livevox.sandbox import admin
from pulumi_livevox.sandbox.accounts import Right
from pulumi_livevox.sandbox.api import (
    general,
    hours,
    messaging,
    pacing,
    phone,
    services,
    session,
    settings,
)
from pulumi_livevox.sandbox.api.call import Method, method
from pulumi_livevox.sandbox.faults.interference import Interference
from pulumi_livevox.sandbox.platform import Platform
from pulumi_livevox.sandbox.refusals import Refusal, answer_crash, answer_refusal, answer_unrouted

SERVICES = "/configuration/services"
SERVICE = SERVICES + "/{id:int}"

METHODS: list[tuple[str, str, Method, Right]] = [
    ("POST", SERVICES, services.create, Right.MANAGE),
    ("GET", SERVICES, services.list_services, Right.READ),
    ("POST", f"{SERVICES}/search", services.search, Right.READ),
    ("GET", f"{SERVICES}/info", services.info, Right.READ),
    ("GET", SERVICE, general.read, Right.READ),
    ("POST", SERVICE, general.update, Right.UPDATE),
    ("DELETE", SERVICE, services.delete, Right.MANAGE),
    ("GET", f"{SERVICE}/related", services.related, Right.READ),
    ("GET", f"{SERVICE}/inboundHours", hours.read, Right.READ),
    ("POST", f"{SERVICE}/inboundHours", hours.add, Right.UPDATE),
    ("POST", f"{SERVICE}/inboundHours/{{hoursId:int}}", hours.update, Right.UPDATE),
    ("DELETE", f"{SERVICE}/inboundHours/{{hoursId:int}}", hours.remove, Right.UPDATE),
    ("GET", f"{SERVICE}/messaging", messaging.read, Right.READ),
    ("POST", f"{SERVICE}/messaging", messaging.update, Right.UPDATE),
    ("GET", f"{SERVICE}/pacing", pacing.read, Right.READ),
    ("GET", f"{SERVICE}/phone", phone.read, Right.READ),
    ("POST", f"{SERVICE}/phone", phone.update, Right.UPDATE),
    ("POST", f"{SERVICE}/phone/{{callerId}}", phone.add_caller_id, Right.UPDATE),
    ("DELETE", f"{SERVICE}/phone/{{callerId}}", phone.remove_caller_id, Right.UPDATE),
    ("GET", f"{SERVICE}/settings", settings.read, Right.READ),
    ("POST", f"{SERVICE}/settings", settings.update, Right.UPDATE),
]


def create_app(platform: Platform) -> Starlette:
    """Make the application that serves the platform's API and the sandbox's own paths."""
    app = Starlette(
        routes=[
            Route("/session/login", session.login, methods=["POST"]),
            Route("/session/validate", session.validate, methods=["GET"]),
            *(
                Route(path, method(answer, right), methods=[verb])
                for verb, path, answer, right in METHODS
            ),
            *admin.ROUTES,
        ],
        middleware=[
            Middleware(
                Interference,
                faults=platform.faults,
                sessions=platform.sessions,
                clock=platform.options.clock,
                delay_seconds=platform.options.delay_ms / 1000,
            )
        ],
        exception_handlers={
            Refusal: answer_refusal,
            HTTPException: answer_unrouted,
            Exception: answer_crash,
        },
    )
    app.router.redirect_slashes = False
    app.state.platform = platform
    return app
