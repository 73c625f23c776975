"""Striking: what each fault does to the request that it strikes."""

import asyncio
import contextlib
import math
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import assert_never

from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pulumi_livevox.sandbox.faults import kinds as faults
from pulumi_livevox.sandbox.faults.connection import CUT
from pulumi_livevox.sandbox.house import House
from pulumi_livevox.sandbox.refusals import error_answer

#: What stands in for the body of a 204, where a fault is about the body.
_BODY_OF_NOTHING = b'{"message": "done"}'

_TITLES = {200: "Please wait", 502: "502 Bad Gateway"}
_PAGE = (
    "<!DOCTYPE html>\n<html><head><title>{title}</title></head>\n"
    "<body><h1>{title}</h1><hr><p>proxy</p></body></html>\n"
)
_MESSAGES = {500: "An internal error occurred", 503: "The service is temporarily unavailable"}


class Exchange:
    """A request that is struck: it can be carried out, answered, or left without an answer."""

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


async def strike(fault: faults.AnyStrike, exchange: Exchange, house: House) -> None:
    """Let a fault strike a request."""
    await exchange.read()
    match fault:
        case faults.AnswerLost():
            await exchange.carry_out()
            await exchange.cut()
        case faults.ConnectionCut():
            await exchange.cut()
        case faults.ResetInBody():
            await exchange.reset_within(_with_body(await exchange.carry_out()))
        case faults.TruncatedJson():
            await exchange.answer(_truncated(await exchange.carry_out()))
        case faults.Status202():
            await exchange.carry_out()
            await exchange.answer(error_answer(202, "Done in part: one of the changes is missing"))
        case faults.Html200() | faults.Html502() | faults.Status500() | faults.Status503():
            if fault.carried_out:
                await exchange.carry_out()
            await exchange.answer(_stand_in(fault))
        case faults.RateLimited():
            await exchange.answer(_rate_limited(fault, house.options.clock()))
        case faults.Late():
            await _answer_late(fault, exchange)
        case faults.SessionExpired():
            house.sessions.end_all()
            await exchange.answer(await exchange.carry_out())
        case _:
            assert_never(fault)


async def _answer_late(fault: faults.Late, exchange: Exchange) -> None:
    if fault.carried_out == "start":
        answer = await exchange.carry_out()
        await exchange.wait(fault.seconds)
    else:
        # To its end, also where nobody waits for the answer any more.
        await asyncio.sleep(fault.seconds)
        answer = await exchange.carry_out()
    await exchange.answer(answer)


def _with_body(answer: Response) -> Response:
    if answer.body:
        return answer
    return Response(_BODY_OF_NOTHING, status_code=200, media_type="application/json")


def _truncated(answer: Response) -> Response:
    whole = _with_body(answer)
    half = whole.body[: len(whole.body) // 2]
    return Response(half, status_code=whole.status_code, media_type="application/json")


def _stand_in(
    fault: faults.Html200 | faults.Html502 | faults.Status500 | faults.Status503,
) -> Response:
    if isinstance(fault, faults.Html200 | faults.Html502):
        page = _PAGE.format(title=_TITLES[fault.status])
        return HTMLResponse(page, status_code=fault.status)
    return error_answer(fault.status, _MESSAGES[fault.status])


def _rate_limited(fault: faults.RateLimited, now: float) -> Response:
    answer = error_answer(429, "Too many requests")
    if fault.retry_after is not None:
        moment = datetime.fromtimestamp(math.ceil(now) + fault.retry_after, UTC)
        answer.headers["Retry-After"] = (
            format_datetime(moment, usegmt=True) if fault.as_date else str(fault.retry_after)
        )
    return answer
