"""The sandbox's own paths, outside the API: to arrange a situation and to look inside."""

import os
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from pulumi_livevox.sandbox.api import general, hours, messaging, pacing, phone, settings
from pulumi_livevox.sandbox.catalog import Catalog
from pulumi_livevox.sandbox.database import Row
from pulumi_livevox.sandbox.faults.reading import WrongFaults, read_faults
from pulumi_livevox.sandbox.parameters import integer, optional_integer
from pulumi_livevox.sandbox.platform import Platform
from pulumi_livevox.sandbox.refusals import bad_request, not_found

#: Enough for the oldest campaign that a calendar can name.
_MOST_DAYS = 100_000


async def health(request: Request) -> Response:
    """Tell that the sandbox is there, and whose it is: its process and the folder of its data."""
    platform: Platform = request.app.state.platform
    data = str(platform.options.data.resolve())
    return JSONResponse({"status": "ok", "pid": os.getpid(), "data": data})


async def dump(request: Request) -> Response:
    """Show every service of every client, whole."""
    platform: Platform = request.app.state.platform
    with platform.database.transaction():
        services = [_whole(platform.catalog, service) for service in platform.catalog.service_ids()]
    return JSONResponse({"services": services})


async def add_campaign(request: Request) -> Response:
    """Give a service a campaign, loaded now or `daysAgo`."""
    platform: Platform = request.app.state.platform
    days_ago = optional_integer(request.query_params, "daysAgo") or 0
    if not 0 <= days_ago <= _MOST_DAYS:
        raise bad_request(f"The parameter daysAgo must be from 0 to {_MOST_DAYS}")
    with platform.database.transaction():
        service = _service(platform, request)
        campaign_id = platform.catalog.add_campaign(service["serviceId"], days_ago)
    return JSONResponse({"id": campaign_id}, status_code=201)


async def remove_campaigns(request: Request) -> Response:
    """Take a service's campaigns away."""
    platform: Platform = request.app.state.platform
    with platform.database.transaction():
        platform.catalog.remove_campaigns(_service(platform, request)["serviceId"])
    return Response(status_code=204)


async def end_sessions(request: Request) -> Response:
    """End all sessions, as two idle hours would."""
    platform: Platform = request.app.state.platform
    platform.sessions.end_all()
    return Response(status_code=204)


async def set_faults(request: Request) -> Response:
    """Set what goes wrong from now on, instead of what was set."""
    platform: Platform = request.app.state.platform
    try:
        faults = read_faults(await request.body())
    except WrongFaults as wrong:
        raise bad_request(str(wrong)) from None
    platform.faults.replace(faults)
    return JSONResponse(platform.faults.shown())


async def show_faults(request: Request) -> Response:
    """Show what goes wrong, and how often it did."""
    platform: Platform = request.app.state.platform
    return JSONResponse(platform.faults.shown())


async def clear_faults(request: Request) -> Response:
    """Let nothing go wrong any more."""
    platform: Platform = request.app.state.platform
    platform.faults.replace(())
    return Response(status_code=204)


ROUTES = [
    Route("/sandbox/health", health, methods=["GET"]),
    Route("/sandbox/dump", dump, methods=["GET"]),
    Route("/sandbox/campaigns", add_campaign, methods=["POST"]),
    Route("/sandbox/campaigns", remove_campaigns, methods=["DELETE"]),
    Route("/sandbox/sessions", end_sessions, methods=["DELETE"]),
    Route("/sandbox/faults", set_faults, methods=["PUT"]),
    Route("/sandbox/faults", show_faults, methods=["GET"]),
    Route("/sandbox/faults", clear_faults, methods=["DELETE"]),
]


def _service(platform: Platform, request: Request) -> Row:
    service_id = integer(request.query_params, "service")
    service = platform.catalog.find_any(service_id)
    if service is None:
        raise not_found(f"There is no service {service_id}")
    return service


def _whole(catalog: Catalog, service_id: int) -> dict[str, Any]:
    service = catalog.find_any(service_id)
    assert service is not None
    shown_phone = phone.content(catalog, service)
    return {
        "id": service_id,
        "clientId": service["clientId"],
        "callCenterId": service["callCenterId"],
        "name": service["name"],
        "general": general.content(service),
        "settings": settings.content(service),
        "phone": shown_phone,
        "callerIds": shown_phone["callerId"],
        "messaging": messaging.content(service),
        "pacing": pacing.content(service),
        "inboundHours": hours.content(catalog, service_id),
        "campaigns": [dict(campaign) for campaign in catalog.campaigns(service_id)],
    }
