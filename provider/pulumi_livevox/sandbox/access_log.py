"""The access log: every request as a line to read and as a line for programs.

Nothing that lets somebody in is written: headers never are, a login's body is not, and neither is
the session id in the query that asks whether a session lives.
"""

import json
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pulumi_livevox.sandbox.faults.connection import CUT, IS_GONE
from pulumi_livevox.sandbox.faults.interference import STRUCK_BY

#: Longer bodies are not logged; the API's own are far shorter.
LARGEST_BODY = 16_384

_SESSION_ID = re.compile(r"(sessionid=)[^&]*", re.IGNORECASE)


class AccessLog:
    """Outermost layer of the sandbox: it sees what arrives and what leaves."""

    def __init__(self, app: ASGIApp, file: Path, echo: Callable[[str], None] | None) -> None:
        self._app = app
        self._file = file.open("a", encoding="utf-8", buffering=1)
        self._echo = echo

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and log it."""
        if scope["type"] != "http" or scope["path"] == "/sandbox/health":
            await self._app(scope, receive, send)
            return
        arrived, began = datetime.now(UTC), time.perf_counter()
        body, logged = bytearray(), False
        status: int | None = None

        def log() -> None:
            nonlocal logged
            if not logged:
                logged = True
                milliseconds = (time.perf_counter() - began) * 1000
                self._write(entry(scope, bytes(body), status, arrived, milliseconds))

        async def receive_noting_body() -> Message:
            message = await receive()
            if len(body) <= LARGEST_BODY:
                body.extend(message.get("body", b""))
            return message

        async def send_noting_status(message: Message) -> None:
            nonlocal status
            # Before the answer is complete: whoever has it finds it in the log.
            if message["type"] == "http.response.start":
                status = None if scope[IS_GONE]() else message["status"]
                if status == HTTPStatus.NO_CONTENT:  # its head is all of it
                    log()
            elif message["type"] == CUT or not message.get("more_body", False):
                log()
            await send(message)

        try:
            await self._app(scope, receive_noting_body, send_noting_status)
        finally:
            log()

    def _write(self, content: dict[str, Any]) -> None:
        self._file.write(json.dumps(content) + "\n")
        if self._echo is not None:
            self._echo(line(content))


def entry(
    scope: Scope, body: bytes, status: int | None, arrived: datetime, milliseconds: float
) -> dict[str, Any]:
    """Describe a request for programs. The status is null where the caller saw none."""
    # As it was sent: a decoded path could break the line.
    path = scope["raw_path"].decode("ascii", "replace")
    query = scope["query_string"].decode("ascii", "replace")
    return {
        "time": arrived.isoformat(timespec="microseconds"),
        "method": scope["method"],
        "path": path,
        "query": _SESSION_ID.sub(r"\1...", query),
        "body": _shown_body(path, body),
        "status": status,
        "fault": ", ".join(scope.get(STRUCK_BY, ())) or None,
        "milliseconds": round(milliseconds, 3),
    }


def line(content: dict[str, Any]) -> str:
    """Describe a request for people, at their own time of day."""
    moment = datetime.fromisoformat(content["time"]).astimezone()
    query = f"?{content['query']}" if content["query"] else ""
    body = "" if content["body"] is None else f"  {json.dumps(content['body'])}"
    fault = f"  fault: {content['fault']}" if content["fault"] else ""
    return (
        f"{moment:%H:%M:%S}.{moment.microsecond // 1000:03}  {content['status'] or '---'}"
        f"  {content['milliseconds']:7.1f} ms  {content['method']:<6} {content['path']}"
        f"{query}{body}{fault}"
    )


def _shown_body(path: str, raw: bytes) -> Any:
    """Return a body to be shown. A login stays hidden, also one sent to a mistyped address."""
    if not raw or len(raw) > LARGEST_BODY or "session" in path.lower() or b"password" in raw:
        return None
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None
