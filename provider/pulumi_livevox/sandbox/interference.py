"""The one place where the sandbox behaves worse than it has to, on request."""

import asyncio

from starlette.types import ASGIApp, Receive, Scope, Send

from .refusals import error_answer


class Interference:
    """Stands between the network and the API; the sandbox's own paths are left in peace."""

    def __init__(self, app: ASGIApp, delay_ms: int) -> None:
        self._app = app
        self._delay = delay_ms / 1000

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request wait, while others go on."""
        try:
            if self._delay and not scope["path"].startswith("/sandbox/"):
                await asyncio.sleep(self._delay)
            await self._app(scope, receive, send)
        except asyncio.CancelledError:
            # Only the end of the sandbox cancels a request.
            await error_answer(503, "The sandbox is ending")(scope, receive, send)
