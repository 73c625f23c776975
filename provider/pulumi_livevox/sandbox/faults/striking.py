"""Striking: what each fault does to the request that it strikes."""

import asyncio
import math
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import assert_never

from starlette.responses import HTMLResponse, Response

from pulumi_livevox.sandbox.accounts import Sessions
from pulumi_livevox.sandbox.faults import kinds
from pulumi_livevox.sandbox.faults.exchange import Exchange
from pulumi_livevox.sandbox.refusals import error_answer

#: What stands in for the body of a 204, where a fault is about the body.
_BODY_OF_NOTHING = b'{"message": "done"}'

_TITLES = {200: "Please wait", 502: "502 Bad Gateway"}
_PAGE = (
    "<!DOCTYPE html>\n<html><head><title>{title}</title></head>\n"
    "<body><h1>{title}</h1><hr><p>proxy</p></body></html>\n"
)
_MESSAGES = {
    202: "Done in part: one of the changes is missing",
    500: "An internal error occurred",
    503: "The service is temporarily unavailable",
}


class Striking:
    """Does to a request what a fault does; of the platform it needs the sessions and the clock."""

    def __init__(self, sessions: Sessions, clock: Callable[[], float]) -> None:
        self._sessions = sessions
        self._clock = clock

    async def strike(self, fault: kinds.AnyStrike, exchange: Exchange) -> None:
        """Let a fault strike a request."""
        await exchange.read()
        match fault:
            case kinds.AnswerLost():
                await exchange.carry_out()
                await exchange.cut()
            case kinds.ConnectionCut():
                await exchange.cut()
            case kinds.ResetInBody():
                await exchange.reset_within(_with_body(await exchange.carry_out()))
            case kinds.TruncatedJson():
                await exchange.answer(_truncated(await exchange.carry_out()))
            case kinds.Status202():
                await exchange.carry_out()
                await exchange.answer(error_answer(202, _MESSAGES[202]))
            case kinds.Html200() | kinds.Html502() | kinds.Status500() | kinds.Status503():
                if fault.carried_out:
                    await exchange.carry_out()
                await exchange.answer(_stand_in(fault))
            case kinds.RateLimited():
                await exchange.answer(_rate_limited(fault, self._clock()))
            case kinds.Late():
                await _answer_late(fault, exchange)
            case kinds.SessionExpired():
                self._sessions.end_all()
                await exchange.answer(await exchange.carry_out())
            case _:
                assert_never(fault)


async def _answer_late(fault: kinds.Late, exchange: Exchange) -> None:
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
    fault: kinds.Html200 | kinds.Html502 | kinds.Status500 | kinds.Status503,
) -> Response:
    if isinstance(fault, kinds.Html200 | kinds.Html502):
        page = _PAGE.format(title=_TITLES[fault.status])
        return HTMLResponse(page, status_code=fault.status)
    return error_answer(fault.status, _MESSAGES[fault.status])


def _rate_limited(fault: kinds.RateLimited, now: float) -> Response:
    answer = error_answer(429, "Too many requests")
    if fault.retry_after is not None:
        moment = datetime.fromtimestamp(math.ceil(now) + fault.retry_after, UTC)
        answer.headers["Retry-After"] = (
            format_datetime(moment, usegmt=True) if fault.as_date else str(fault.retry_after)
        )
    return answer
