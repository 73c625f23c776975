"""How often a call is tried.

After each try stands a verdict. Carried out and refused (4xx, 501) are the end of it. What surely
was not carried out (no connection, 429) is tried again, whatever the call. What may have been
carried out, though its documented answer did not arrive, is tried again where the call may be
repeated: a timeout, a connection that broke, an answer that is not the documented one, 500, 502,
503, 504. Pauses grow, with jitter, are never shorter than `Retry-After`, and end with the call's
deadline.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from typing import Any

from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_result,
    wait_exponential,
    wait_random,
)

from pulumi_livevox.client.account import Limits
from pulumi_livevox.client.calls import Call, Method
from pulumi_livevox.client.sending.answers import document_of
from pulumi_livevox.client.sending.deadline import Deadline
from pulumi_livevox.client.sending.gate import Gate
from pulumi_livevox.client.sending.request_log import RequestLog
from pulumi_livevox.client.sending.response import NoResponse, Response
from pulumi_livevox.client.sending.transport import Transport

_PASSING_FAILURES = {500, 502, 503, 504}
_NOT_IMPLEMENTED = 501
_LONGEST_BACKOFF = 20.0


class Verdict(Enum):
    """What is known of a call after a try."""

    CARRIED_OUT = auto()
    NOT_CARRIED_OUT = auto()
    LOST = auto()
    """It may have been carried out or not."""
    REFUSED = auto()


@dataclass(frozen=True)
class Outcome:
    """A try, judged."""

    verdict: Verdict
    result: Response | NoResponse
    document: dict[str, Any] = field(default_factory=dict, repr=False)
    unfit: str = ""
    """Why an answer of the documented status is none, in words."""

    @property
    def status(self) -> int | None:
        """The status, where there was an answer."""
        return self.result.status if isinstance(self.result, Response) else None


@dataclass
class Progress:
    """How far a call has come, over all its tries."""

    deadline: Deadline
    tries: int = 0
    lost: bool = False
    """Tell whether a try before may have been carried out."""


def judge(method: Method, result: Response | NoResponse) -> Outcome:
    """Say what a try has come to."""
    if isinstance(result, NoResponse):
        return Outcome(Verdict.LOST if result.sent else Verdict.NOT_CARRIED_OUT, result)
    status = result.status
    if status == method.answer:
        return _documented(method, result)
    if status == 429:
        return Outcome(Verdict.NOT_CARRIED_OUT, result)
    if status in (202, _NOT_IMPLEMENTED) or 400 <= status < 500:
        return Outcome(Verdict.REFUSED, result)
    if 300 <= status < 400 and method.repeatable:
        # Of a call that must not be repeated, not even a redirect says that nothing was done.
        return Outcome(Verdict.REFUSED, result)
    return Outcome(Verdict.LOST, result)


def _documented(method: Method, response: Response) -> Outcome:
    if not method.has_document:
        return Outcome(Verdict.CARRIED_OUT, response)
    document = response.broken or document_of(response.body)
    if isinstance(document, str):
        return Outcome(Verdict.LOST, response, unfit=document)
    return Outcome(Verdict.CARRIED_OUT, response, document)


class Repeater:
    """Sends calls, again where that is right."""

    def __init__(
        self, transport: Transport, limits: Limits, gate: Gate, log: RequestLog | None = None
    ) -> None:
        self._transport = transport
        self._log = log
        self._limits = limits
        self._gate = gate
        self._backoff = wait_exponential(
            multiplier=limits.backoff_seconds, max=_LONGEST_BACKOFF
        ) + wait_random(0, limits.backoff_seconds)

    def run(self, call: Call, headers: Mapping[str, str], progress: Progress) -> Outcome:
        """Try a call until there is nothing more to try, and give the last outcome."""

        def is_over(state: RetryCallState) -> bool:
            used_up = progress.tries > self._limits.max_retries
            return used_up or state.upcoming_sleep >= progress.deadline.left

        retrying = Retrying(
            retry=retry_if_result(lambda outcome: _is_worth_another(call.method, outcome)),
            wait=self._pause,
            stop=is_over,
            sleep=time.sleep,
            retry_error_callback=_outcome,
        )
        return retrying(self._try, call, headers, progress)

    def _try(self, call: Call, headers: Mapping[str, str], progress: Progress) -> Outcome:
        if not self._gate.pass_before(progress.deadline):
            too_long = "its turn does not come within the time that a call has"
            return judge(call.method, NoResponse(too_long, sent=False, lasting=True))
        progress.tries += 1
        began = time.monotonic()
        result = self._transport.send(call, headers, progress.deadline)
        if self._log is not None:
            self._log.write(call, result, time.monotonic() - began, progress.tries)
        outcome = judge(call.method, result)
        if call.method.verb == "DELETE" and outcome.status == 404 and progress.lost:
            # Gone, by the try whose answer was lost.
            return Outcome(Verdict.CARRIED_OUT, outcome.result)
        progress.lost = progress.lost or outcome.verdict is Verdict.LOST
        return outcome

    def _pause(self, state: RetryCallState) -> float:
        outcome = _outcome(state)
        seconds = self._backoff(state)
        if isinstance(outcome.result, Response):
            seconds = max(seconds, seconds_to_wait(outcome.result.retry_after))
        if outcome.status == 429:
            self._gate.pause(seconds)
        return seconds


def _is_worth_another(method: Method, outcome: Outcome) -> bool:
    if isinstance(outcome.result, NoResponse) and outcome.result.lasting:
        return False
    if outcome.verdict is Verdict.NOT_CARRIED_OUT:
        return True
    status = outcome.status or 0
    passing = status < 500 or status in _PASSING_FAILURES
    return outcome.verdict is Verdict.LOST and method.repeatable and passing


def seconds_to_wait(retry_after: str) -> float:
    """Read a Retry-After header: seconds, or a date. What cannot be read asks for no pause."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:10])
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return 0.0


def _outcome(state: RetryCallState) -> Outcome:
    assert state.outcome is not None
    outcome = state.outcome.result()
    assert isinstance(outcome, Outcome)
    return outcome
