"""The one place where the sandbox behaves worse than it has to, on request."""

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

from pulumi_livevox.sandbox.access_log import note_fault
from pulumi_livevox.sandbox.faults.kinds import Arrival
from pulumi_livevox.sandbox.faults.striking import Exchange, strike
from pulumi_livevox.sandbox.house import House
from pulumi_livevox.sandbox.refusals import error_answer


class Interference:
    """Stands between the network and the API; the sandbox's own paths are left in peace."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        self._app = app
        self._house = house
        self._delay = house.options.delay_ms / 1000

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request wait, while others go on, and let the faults that are set strike it."""
        if scope["path"].startswith("/sandbox/"):
            await self._app(scope, receive, send)
            return
        # Before it waits: faults count requests in the order in which they arrive.
        fault = self._house.faults.strike(_arrival(scope))
        if fault is not None:
            note_fault(scope, fault.kind)
        try:
            if self._delay:
                await asyncio.sleep(self._delay)
            if fault is None:
                await self._pass_on(scope, receive, send)
            else:
                await strike(fault, Exchange(self._pass_on, scope, receive, send), self._house)
        except asyncio.CancelledError:
            # Only the end of the sandbox cancels a request.
            await error_answer(503, "The sandbox is ending")(scope, receive, send)

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        lag = self._house.faults.lag(_arrival(scope))
        if lag is not None:
            note_fault(scope, lag.kind)
        await self._app(scope, receive, send)


def _arrival(scope: Scope) -> Arrival:
    query = scope["query_string"].decode("ascii", "replace")
    return Arrival(scope["method"], scope["path"], query)
