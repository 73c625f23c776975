"""A day's spans as state keeps them: one text, in the zone of the program; and back."""

from __future__ import annotations

from typing import Any, Final

from pulumi_livevox.declaring.values import UNKNOWN, Unknown
from pulumi_livevox.hours.spans import Span, parse_span

Spans = tuple[Span | str, ...]
"""The Eastern spans of a day or date.

A text stands where none can be read: for a live entry that no program can declare, and for a span
of a zone that is not known, or keeps its distance from Eastern time no more.
"""

Day = Spans | Unknown
"""The spans of a day or date, UNKNOWN where a preview can't know them yet."""

EASTERN_MARK: Final = " Eastern"
"""What stands behind a span that the zone of the others can't say."""


def read_day(text: Any, ahead: int | None) -> Day:
    """Return the spans of a text of the state, of a zone whose clocks are so many minutes ahead.

    `ahead` is None where that is not known.
    """
    if not isinstance(text, str):
        return UNKNOWN
    return tuple(_read_span(part, ahead) for part in text.split(", "))


def write_day(day: Day, ahead: int | None) -> str | Unknown:
    """Return the text of a day for a zone whose clocks are so many minutes ahead."""
    if isinstance(day, Unknown):
        return day
    return ", ".join(_write_span(span, ahead) for span in day)


def _read_span(text: str, ahead: int | None) -> Span | str:
    try:
        span = parse_span(text.removesuffix(EASTERN_MARK))
    except ValueError:
        return text
    if text.endswith(EASTERN_MARK):
        return span
    return text if ahead is None else span.earlier(ahead)


def _write_span(span: Span | str, ahead: int | None) -> str:
    """Return a span as a user of the zone would type it, or in Eastern time where none can.

    A zone can't say one that begins or ends on another day there.
    """
    if isinstance(span, str) or ahead == 0:
        return str(span)
    if ahead is not None and (local := span.earlier(-ahead)).is_within_a_day():
        return str(local)
    return f"{span}{EASTERN_MARK}"
