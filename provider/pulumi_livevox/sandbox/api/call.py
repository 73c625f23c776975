"""What every method of the API has in common: session, rights, and one transaction a call."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pulumi_livevox.sandbox.accounts import Right, User
from pulumi_livevox.sandbox.bodies import LARGEST_INTEGER
from pulumi_livevox.sandbox.catalog import Catalog
from pulumi_livevox.sandbox.database import Row
from pulumi_livevox.sandbox.parameters import Query
from pulumi_livevox.sandbox.platform import Platform
from pulumi_livevox.sandbox.refusals import forbidden, not_found


@dataclass(frozen=True, slots=True)
class Call:
    """One call by a user who may make it."""

    platform: Platform
    user: User
    path: Mapping[str, Any]
    query: Query
    body: bytes

    @property
    def catalog(self) -> Catalog:
        """The services."""
        return self.platform.catalog

    @property
    def listed(self) -> Catalog:
        """The services as lists show them, which may lag behind."""
        return self.platform.lag.catalog

    def service(self) -> Row:
        """Return the service that the path names."""
        return self.visible(self.path["id"])

    def visible(self, service_id: int) -> Row:
        """Return a service that the user may see; any other does not exist for this user."""
        row = self.catalog.find(service_id, self.user) if within_range(service_id) else None
        if row is None:
            raise not_found(f"There is no service {service_id}")
        return row


Method = Callable[[Call], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


def method(answer: Method, right: Right) -> Endpoint:
    """Make an endpoint of a method: it answers only to users with a session and the right."""

    async def endpoint(request: Request) -> Response:
        platform: Platform = request.app.state.platform
        user = platform.sessions.user(request.headers.get("LV-Session"))
        if not user.may(right):
            raise forbidden(f"The role {user.role} may not {right.value}")
        call = Call(platform, user, request.path_params, request.query_params, await request.body())
        with platform.database.transaction():
            return answer(call)

    return endpoint


def within_range(number: int) -> bool:
    """Tell whether a number of the path can be an id at all."""
    return number <= LARGEST_INTEGER


def ok(content: Mapping[str, Any], status: int = 200) -> Response:
    """Answer with content."""
    return JSONResponse(content, status_code=status)


def done() -> Response:
    """Answer that it is done and that there is nothing to say."""
    return Response(status_code=204)
