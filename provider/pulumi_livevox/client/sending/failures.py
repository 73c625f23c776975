"""The error that stands for what became of a call."""

import math

from pulumi_livevox.client.calls import LOGIN, Call
from pulumi_livevox.client.errors import (
    LiveVoxError,
    LoginRefused,
    OutcomeUnknown,
    Unreachable,
    UntrustedCertificate,
    class_for_status,
    how_often,
)
from pulumi_livevox.client.sending.redaction import Secrets, fault
from pulumi_livevox.client.sending.repeats import Outcome, Progress, Verdict, seconds_to_wait
from pulumi_livevox.client.sending.response import NoResponse, Response


def failure(call: Call, outcome: Outcome, progress: Progress, secrets: Secrets) -> LiveVoxError:
    """Return the error of a call that was not carried out, or may not have been."""
    result = outcome.result
    if outcome.verdict is Verdict.LOST and not call.method.repeatable:
        return OutcomeUnknown(str(call), _reason(outcome, secrets))
    if isinstance(result, NoResponse) or (200 <= result.status < 300 and result.status != 202):
        untrusted = isinstance(result, NoResponse) and result.untrusted
        kind: type[Unreachable] = UntrustedCertificate if untrusted else Unreachable
        spent = progress.deadline.spent
        return kind(str(call), _reason(outcome, secrets), progress.tries, spent)
    code, message = fault(result.body, secrets)
    failed = class_for_status(result.status)
    is_refused = outcome.verdict is Verdict.REFUSED and 400 <= result.status < 500
    if call.method is LOGIN and is_refused:
        failed = LoginRefused
    return failed(str(call), result.status, code, message, _note(result, progress))


def _reason(outcome: Outcome, secrets: Secrets) -> str:
    result = outcome.result
    if isinstance(result, NoResponse):
        return secrets.hidden_in(result.reason)
    if outcome.unfit:
        return f"the answer {result.status} {outcome.unfit}"
    _, message = fault(result.body, secrets)
    words = f" ({message})" if message else ""
    return f"what came back is {result.status}{words}, which is not its documented answer"


def _note(response: Response, progress: Progress) -> str:
    notes = []
    if progress.tries > 1:
        notes.append(f"It was {how_often(progress.tries, progress.deadline.spent)}.")
    if wait := math.ceil(seconds_to_wait(response.retry_after)):
        notes.append(f"The API asks to wait {wait} s.")
    return " ".join(notes)
