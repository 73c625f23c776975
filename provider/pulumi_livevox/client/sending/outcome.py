"""What a try of a call has come to.

Carried out and refused (4xx, 501) are the end of the call. No connection and 429 say that it surely
was not carried out. It may have been, though its documented answer did not arrive, where there was
a timeout, a connection that broke, an answer that is not the documented one, 500, 502, 503 or 504.
"""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from pulumi_livevox.client.calls import Method
from pulumi_livevox.client.sending.answers import document_of
from pulumi_livevox.client.sending.response import NoResponse, Response

_NOT_IMPLEMENTED = 501


class Verdict(Enum):
    """What is known of a call after a try."""

    CARRIED_OUT = auto()
    NOT_CARRIED_OUT = auto()
    LOST = auto()
    """It may have been carried out or not."""
    REFUSED = auto()


@dataclass(frozen=True)
class Outcome:
    """A try and its verdict."""

    verdict: Verdict
    result: Response | NoResponse
    document: dict[str, Any] = field(default_factory=dict, repr=False)
    unfit: str = ""
    """Why an answer of the documented status is none, in words."""

    @property
    def status(self) -> int | None:
        """The status, where there was an answer."""
        return self.result.status if isinstance(self.result, Response) else None


def outcome_of(method: Method, result: Response | NoResponse) -> Outcome:
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
