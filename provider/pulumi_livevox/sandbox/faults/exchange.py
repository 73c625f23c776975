"""One request that a fault strikes, in the fault's hands."""

import asyncio
import contextlib

from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pulumi_livevox.sandbox.faults.connection import CUT


class Exchange:
    """It can be carried out, answered, or left without an answer."""

    def __init__(self, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
        self._app = app
        self._scope = scope
        self._receive = receive
        self._send = send
        self._body = b""

    async def read(self) -> None:
        """Take the request in: no fault strikes one that is still arriving."""
        while True:
            message = await self._receive()
            if message["type"] == "http.disconnect":
                raise ClientDisconnect
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                return

    async def carry_out(self) -> Response:
        """Let the API do what is asked, and keep its answer back."""
        answer = Response()

        async def receive() -> Message:
            return {"type": "http.request", "body": self._body, "more_body": False}

        async def keep(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer.status_code = message["status"]
                answer.raw_headers = list(message["headers"])
            else:
                answer.body += message.get("body", b"")

        await self._app(self._scope, receive, keep)
        return answer

    async def answer(self, answer: Response) -> None:
        """Send an answer."""
        await answer(self._scope, self._receive, self._send)

    async def cut(self, reset: bool = False) -> None:
        """End the connection as it is."""
        await self._send({"type": CUT, "reset": reset})

    async def reset_within(self, answer: Response) -> None:
        """Send half an answer, then reset the connection."""
        await self._send(
            {
                "type": "http.response.start",
                "status": answer.status_code,
                "headers": answer.raw_headers,
            }
        )
        half = answer.body[: len(answer.body) // 2]
        await self._send({"type": "http.response.body", "body": half, "more_body": True})
        await self.cut(reset=True)

    async def wait(self, seconds: float) -> None:
        """Wait, or until the caller goes away."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._departure(), seconds)

    async def _departure(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
