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
from pulumi_livevox.client.sending.answers import code_and_message
from pulumi_livevox.client.sending.outcome import Outcome, Verdict
from pulumi_livevox.client.sending.redaction import Secrets, cleaned
from pulumi_livevox.client.sending.repeats import Progress
from pulumi_livevox.client.sending.response import NoResponse, Response


def failure(call: Call, outcome: Outcome, progress: Progress, secrets: Secrets) -> LiveVoxError:
    """Return the error of a call that was not carried out, or may not have been."""
    result = outcome.result
    is_lost = outcome.verdict is Verdict.LOST
    if is_lost and not call.method.repeatable:
        return OutcomeUnknown(str(call), _reason(outcome, secrets))
    if isinstance(result, NoResponse) or (is_lost and result.status < 300):
        untrusted = isinstance(result, NoResponse) and result.untrusted
        kind: type[Unreachable] = UntrustedCertificate if untrusted else Unreachable
        spent = progress.deadline.spent
        return kind(str(call), _reason(outcome, secrets), progress.tries, spent)
    code, message = _told(result, secrets)
    failed = class_for_status(result.status)
    if call.method is LOGIN and outcome.verdict is Verdict.REFUSED and 400 <= result.status < 500:
        failed = LoginRefused
    return failed(str(call), result.status, code, message, _note(result, progress))


def _reason(outcome: Outcome, secrets: Secrets) -> str:
    result = outcome.result
    if isinstance(result, NoResponse):
        return secrets.hidden_in(result.reason)
    if outcome.unfit:
        return f"the answer {result.status} {outcome.unfit}"
    _, message = _told(result, secrets)
    words = f" ({message})" if message else ""
    return f"what came back is {result.status}{words}, which is not its documented answer"


def _told(response: Response, secrets: Secrets) -> tuple[int | None, str]:
    """Return the code and the message of an answer, as a message of ours may quote them."""
    code, message = code_and_message(response.body)
    return code, cleaned(secrets.hidden_in(message))


def _note(response: Response, progress: Progress) -> str:
    notes = []
    if progress.tries > 1:
        notes.append(f"It was {how_often(progress.tries, progress.deadline.spent)}.")
    if wait := math.ceil(response.asked_pause):
        notes.append(f"The API asks to wait {wait} s.")
    return " ".join(notes)
