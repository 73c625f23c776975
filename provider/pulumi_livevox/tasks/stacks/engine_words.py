"""Pulumi's own words of what went wrong, as one message that says what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from pulumi_livevox.tasks.errors import TaskError

_ERROR: Final = re.compile(r"\berror: (?:Failure: )?(.+)")
_SAYS_NOTHING: Final = re.compile(r"update failed|an unhandled error occurred: program exited .*")
"""What stands below the reason."""

_TRACEBACK: Final = "Traceback (most recent call last)"
_REASONS_AT_MOST: Final = 5

_ADVICE: Final = {
    "no stack named": "`pulumi stack ls` lists the stacks, `pulumi stack init` makes one.",
    "no stack selected": "Or name a stack with --stack.",
    "incorrect passphrase": (
        "Set PULUMI_CONFIG_PASSPHRASE (or PULUMI_CONFIG_PASSPHRASE_FILE) to the stack's passphrase."
    ),
    "[409] Conflict": (
        "Wait for the run that is under way; where it was killed, `pulumi cancel` ends it."
    ),
    _TRACEBACK: "`pulumi preview` shows where in the program.",
}
"""What to do, by a text of Pulumi's words."""


def refusal(what: str, told: str, printed: str = "") -> TaskError:
    """Return the error of a command of Pulumi that failed.

    `what` is what it was asked to do, such as "preview stack dev"; `told` what it wrote as errors,
    `printed` its other output: text, or the JSON of a preview.
    """
    reasons = list(dict.fromkeys(_reasons(told, printed)))
    more = len(reasons) - _REASONS_AT_MOST
    shown = [*reasons[:_REASONS_AT_MOST], *([f"and {more} more"] if more > 0 else [])]
    words = "; ".join(shown) or "it does not say why"
    advice = [advice for text, advice in _ADVICE.items() if text in told + printed][:1]
    return TaskError(" ".join([f"Pulumi can't {what}: {words.rstrip('.')}.", *advice]))


def _reasons(told: str, printed: str) -> Iterator[str]:
    diagnostics = _diagnostics(printed)
    messages = [told, printed] if diagnostics is None else [told, *diagnostics]
    for message in messages:
        if _TRACEBACK in message:
            # The engine adds the program's frames; the last line says what went wrong.
            yield f"the program fails: {message.strip().splitlines()[-1]}"
            continue
        for reason in _ERROR.findall(message):
            if not _SAYS_NOTHING.fullmatch(reason.strip()):
                yield reason.strip()


def _diagnostics(printed: str) -> list[str] | None:
    """Return the errors that the JSON of a preview tells; None where it is no JSON."""
    try:
        document: Any = json.loads(printed)
    except ValueError:
        return None
    found = document.get("diagnostics") if isinstance(document, dict) else None
    errors = [each["message"] for each in found or [] if each.get("severity") == "error"]
    # A program may raise several sentences as one error.
    return [each if _TRACEBACK in each else "; ".join(each.splitlines()) for each in errors]
