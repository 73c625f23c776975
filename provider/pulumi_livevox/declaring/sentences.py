"""What is said of values that users declare: a clear sentence for each wrong one."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import PurePath
from typing import Any


class Problem(str):
    """A sentence that says of a property what its value was, and then why that can't be."""

    reason: str
    """What it says behind the value: "it may be one of DIAL, SKIP"."""

    def __new__(cls, sentence: str, reason: str = "") -> Problem:
        """Make the sentence; without a reason of its own it is one whole."""
        problem = super().__new__(cls, sentence)
        problem.reason = reason or sentence
        return problem


def was(path: str, value: Any, may_be: str, *, why: str = "") -> Problem:
    """Say that `path` had a wrong value: what it was, why it can't be, and what it may be."""
    reason = f"{why}; it may be {may_be}" if why else f"it may be {may_be}"
    return Problem(f"{path} was {shown(value)}{', and ' if why else '; '}{reason}", reason)


def reason_of(problem: str) -> str:
    """Return what a sentence says behind the value that was; all of it where it tells none."""
    return problem.reason if isinstance(problem, Problem) else problem


def shown(value: Any) -> str:
    """Return a value as a user would recognise it in a message, shortened."""
    try:
        text = json.dumps(value, ensure_ascii=False, default=_as_text)
    except ValueError:
        text = str(value)
    return text if len(text) <= 80 else f"{text[:77]}..."


def missing(typed: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    """Return a sentence for each property without which a resource can't be."""
    return [
        f"{name} is not known: it was not declared, or the resource that it comes from was not made"
        for name in names
        if name not in typed
    ]


def _as_text(value: Any) -> str:
    """Return a value that JSON has not; of an output, or another object, its kind alone."""
    return (
        str(value)
        if isinstance(value, datetime.date | PurePath | Enum)
        else f"<{type(value).__name__}>"
    )
