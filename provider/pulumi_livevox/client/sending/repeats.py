"""How often a call is tried.

What surely was not carried out is tried again, whatever the call; what may have been, where the
call may be repeated. Pauses grow, with jitter, are never shorter than the API asks for, and end
with the call's deadline.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass

from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_result,
    wait_exponential,
    wait_random,
)

from pulumi_livevox.client.account import Limits
from pulumi_livevox.client.calls import Call, Method
from pulumi_livevox.client.sending.deadline import Deadline
from pulumi_livevox.client.sending.gate import Gate
from pulumi_livevox.client.sending.outcome import Outcome, Verdict, outcome_of
from pulumi_livevox.client.sending.request_log import RequestLog
from pulumi_livevox.client.sending.response import NoResponse, Response
from pulumi_livevox.client.sending.transport import Transport

_PASSING_FAILURES = {500, 502, 503, 504}
_LONGEST_BACKOFF = 20.0


@dataclass
class Progress:
    """How far a call has come, over all its tries."""

    deadline: Deadline
    tries: int = 0
    lost: bool = False
    """Tell whether a try before may have been carried out."""


class Repeater:
    """Sends calls, again where that is right."""

    def __init__(
        self, transport: Transport, limits: Limits, gate: Gate, log: RequestLog | None
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
            retry_error_callback=_last,
        )
        return retrying(self._try, call, headers, progress)

    def _try(self, call: Call, headers: Mapping[str, str], progress: Progress) -> Outcome:
        if not self._gate.pass_before(progress.deadline):
            too_long = "its turn does not come within the time that a call has"
            return outcome_of(call.method, NoResponse(too_long, sent=False, lasting=True))
        progress.tries += 1
        began = time.monotonic()
        result = self._transport.send(call, headers, progress.deadline)
        if self._log is not None:
            self._log.write(call, result, time.monotonic() - began, progress.tries)
        outcome = outcome_of(call.method, result)
        if call.method.verb == "DELETE" and outcome.status == 404 and progress.lost:
            # Gone, by the try whose answer was lost.
            return Outcome(Verdict.CARRIED_OUT, outcome.result)
        progress.lost = progress.lost or outcome.verdict is Verdict.LOST
        return outcome

    def _pause(self, state: RetryCallState) -> float:
        outcome = _last(state)
        seconds = self._backoff(state)
        if isinstance(outcome.result, Response):
            seconds = max(seconds, outcome.result.asked_pause)
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


def _last(state: RetryCallState) -> Outcome:
    assert state.outcome is not None
    outcome = state.outcome.result()
    assert isinstance(outcome, Outcome)
    return outcome
