"""What HTTP servers hide from applications: the connection itself, to cut it and to watch it."""

import asyncio
import contextlib
import socket
import struct

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

#: Type of a message that an application sends to end the connection without (the rest of) an
#: answer; with a true `reset` by a TCP reset instead of a regular end.
CUT = "pulumi-livevox.connection.cut"

#: Key of a scope: a function that tells whether the connection is gone.
IS_GONE = "pulumi-livevox.connection.is-gone"

#: A reset overtakes what was sent right before it.
_BEFORE_RESET_SECONDS = 0.05


class Protocol(H11Protocol):
    """HTTP/1.1 of a connection whose application may cut it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to serve a connection."""
        super().connection_made(transport)
        self.app = _Connected(self.app, transport)


class _Connected:
    def __init__(self, app: ASGIApp, transport: asyncio.Transport) -> None:
        self._app = app
        self._transport = transport

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_or_cut(message: Message) -> None:
            if message["type"] != CUT:
                await send(message)
                return
            if message["reset"]:
                await asyncio.sleep(_BEFORE_RESET_SECONDS)
                self._end_by_reset()
            self._transport.abort()
            # Until the server has noticed: it would complain about an answer that is missing.
            while (await receive())["type"] != "http.disconnect":
                pass

        scope[IS_GONE] = self._transport.is_closing
        # Who hangs up in the middle of a request gets no answer, and needs none.
        with contextlib.suppress(ClientDisconnect):
            await self._app(scope, receive, send_or_cut)

    def _end_by_reset(self) -> None:
        connection = self._transport.get_extra_info("socket")
        # No lingering: the system forgets what is unsent, and tells the other side by an RST.
        # Windows has two shorts where others have two ints.
        no_lingering = struct.pack("hh" if hasattr(socket, "SIO_RCVALL") else "ii", 1, 0)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, no_lingering)
