"""Logging in, and asking whether a session lives."""

from starlette.requests import Request
from starlette.responses import Response

from pulumi_livevox.sandbox.api.call import done, ok
from pulumi_livevox.sandbox.bodies import CREDENTIALS
from pulumi_livevox.sandbox.parameters import text
from pulumi_livevox.sandbox.platform import Platform
from pulumi_livevox.sandbox.refusals import unauthorized

_PASSWORD_DAYS = 90


async def login(request: Request) -> Response:
    """Login: an API token in the header, the rest in the body."""
    platform: Platform = request.app.state.platform
    api_token = request.headers.get("LV-Access")
    if not api_token:
        raise unauthorized("The header LV-Access with the API token is missing")
    login = platform.sessions.login(api_token, CREDENTIALS.read(await request.body()))
    return ok(
        {
            "sessionId": login.session_id,
            "clientId": login.client_id,
            "userId": login.user_id,
            "daysUntilPasswordExpires": _PASSWORD_DAYS,
        }
    )


async def validate(request: Request) -> Response:
    """Is Session Valid: the session id in the query is all it takes."""
    platform: Platform = request.app.state.platform
    platform.sessions.validate(text(request.query_params, "sessionId"))
    return done()
