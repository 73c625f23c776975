"""The one place where the sandbox behaves worse than it has to, on request."""

import asyncio
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from pulumi_livevox.sandbox.accounts import Sessions
from pulumi_livevox.sandbox.faults.exchange import Exchange
from pulumi_livevox.sandbox.faults.fault_set import FaultSet
from pulumi_livevox.sandbox.faults.kinds import Arrival
from pulumi_livevox.sandbox.faults.striking import Striking
from pulumi_livevox.sandbox.refusals import error_answer

#: Key of a scope: the kinds of the faults that struck the request.
STRUCK_BY = "pulumi-livevox.faults"


class Interference:
    """Stands between the network and the API; the sandbox's own paths are left in peace."""

    def __init__(
        self,
        app: ASGIApp,
        faults: FaultSet,
        sessions: Sessions,
        clock: Callable[[], float],
        delay_seconds: float,
    ) -> None:
        self._app = app
        self._faults = faults
        self._striking = Striking(sessions, clock)
        self._delay = delay_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request wait, while others go on, and let the faults that are set strike it."""
        if scope["path"].startswith("/sandbox/"):
            await self._app(scope, receive, send)
            return
        # Before it waits: faults count requests in the order in which they arrive.
        fault = self._faults.strike(_arrival(scope))
        if fault is not None:
            _note(scope, fault.kind)
        try:
            if self._delay:
                await asyncio.sleep(self._delay)
            if fault is None:
                await self._pass_on(scope, receive, send)
            else:
                exchange = Exchange(self._pass_on, scope, receive, send)
                await self._striking.strike(fault, exchange)
        except asyncio.CancelledError:
            # Only the end of the sandbox cancels a request.
            await error_answer(503, "The sandbox is ending")(scope, receive, send)

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        lag = self._faults.lag(_arrival(scope))
        if lag is not None:
            _note(scope, lag.kind)
        await self._app(scope, receive, send)


def _note(scope: Scope, kind: str) -> None:
    scope.setdefault(STRUCK_BY, []).append(kind)


def _arrival(scope: Scope) -> Arrival:
    query = scope["query_string"].decode("ascii", "replace")
    return Arrival(scope["method"], scope["path"], query)
