"""Spans of times within a day, and what to write where there is none, or one leaves its day."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from pulumi_livevox.hours.clock import END_OF_DAY, format_time, parse_end, parse_time
from pulumi_livevox.hours.days import later

SPANS: Final = 'spans of times from 00:00 to 24:00, such as "09:00-12:00, 13:00-15:00"'
"""What a day or date may have."""


@dataclass(frozen=True, order=True)
class Span:
    """From one wall-clock time to a later one of the same day, in minutes since 00:00."""

    start: int
    end: int

    def __str__(self) -> str:
        """Return the canonical text, "07:00-20:59"."""
        return f"{format_time(self.start)}-{format_time(self.end)}"

    def earlier(self, minutes: int) -> Span:
        """Return the span so many minutes earlier on the clock."""
        return Span(self.start - minutes, self.end - minutes)

    @property
    def edges(self) -> tuple[int, int]:
        """Its start and its end."""
        return self.start, self.end

    def holds(self, minute: int) -> bool:
        """Tell whether a minute is within it; its end is not."""
        return self.start <= minute < self.end

    def is_within_a_day(self) -> bool:
        """Tell whether it begins and ends on its day."""
        return 0 <= self.start < self.end <= END_OF_DAY

    def over_midnight(self) -> Span:
        """Return the span with an end that is not after its start on the day after."""
        return self if self.end > self.start else Span(self.start, self.end + END_OF_DAY)


Spans = tuple[Span, ...]
"""The spans of a day by time; () is closed."""


A_DAY: Final = Span(0, END_OF_DAY)
"""All of a day."""


def typed_text(typed: Any) -> str | None:
    """Return what somebody typed as the spans of a day, a text or several; None for anything else.

    What comes of it need not be spans.
    """
    parts = typed if isinstance(typed, list | tuple) else [typed]
    if not all(isinstance(part, str) for part in parts):
        return None
    return ", ".join(part.strip() for part in parts)


def parse_span(text: str) -> Span:
    """Return the span that a text says, "7:00 - 20:59". Raises ValueError for any other text."""
    start, dash, end = text.partition("-")
    if not dash:
        raise ValueError(f"{text} is no span")
    return Span(parse_time(start), parse_end(end))


def parse_spans(text: str) -> list[Span]:
    """Return the spans of a day's text by time. Raises ValueError for any other text."""
    return sorted(parse_span(part) for part in text.split(","))


def format_spans(spans: Iterable[Span]) -> str:
    """Return spans as one canonical text, "09:00-12:00, 13:00-15:00"."""
    return ", ".join(str(span) for span in sorted(spans))


def overlap(spans: Iterable[Span]) -> tuple[Span, Span] | None:
    """Return the first two of some spans, in order, that overlap; None where none do."""
    pairs = itertools.pairwise(spans)
    return next(((before, after) for before, after in pairs if after.start < before.end), None)


def merged(spans: Iterable[Span]) -> Spans:
    """Return the fewest spans that hold the same times, in order: none touches another."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def by_day(span: Span) -> dict[int, Span]:
    """Cut a span at each midnight; a part's key is how many days later it is."""
    first, last = span.start // END_OF_DAY, (span.end - 1) // END_OF_DAY
    days = {by: span.earlier(by * END_OF_DAY) for by in range(first, last + 1)}
    return {by: part for by, day in days.items() for part in clipped([day], A_DAY)}


def clipped(spans: Iterable[Span], to: Span) -> list[Span]:
    """Return what of some spans is within another."""
    cut = (Span(max(each.start, to.start), min(each.end, to.end)) for each in spans)
    return [span for span in cut if span.start < span.end]


def left_out(section: str, night: Span = Span(0, 1)) -> str:
    """Say what it means to leave out a day of the week, or a date, and how to close it."""
    if section == "week":
        return "A day that is closed is left out, as the API has no entry for closed"
    return (
        "A date that is left out has its weekly hours: to close it, declare a minute at night, "
        f'such as "{night}" (no other way is known)'
    )


def wrong_with(day: str, spans: list[Span], ahead: int | None) -> tuple[str, str] | None:
    """Return why the spans of a day or date can't be, and what they may be; None where they can.

    `ahead` is how far their clock is ahead of the Eastern one, None where that is not known.
    """
    for span in spans:
        if span.start == span.end != 0:
            return f"{span} does not end after its start", "spans that end after their start"
        if span.end < span.start or not span.earlier(ahead or 0).is_within_a_day():
            return _leaves_its_day(day, span, ahead)
    if both := overlap(spans):
        return f"{both[0]} overlaps {both[1]}", "spans that do not overlap"
    return None


def _leaves_its_day(day: str, span: Span, ahead: int | None) -> tuple[str, str]:
    """Say that a span passes midnight, and how it is written instead."""
    why = f"{span} ends on the next day"
    if ahead is None:
        return why, "spans within one day"
    eastern = span.over_midnight().earlier(ahead)
    if span.end > span.start:
        told = Span(eastern.start % END_OF_DAY, eastern.end % END_OF_DAY)
        why = f"{span} is {told} Eastern, which leaves its day"
    parts = by_day(eastern)
    if list(parts) == [0]:
        may_be = f'"{parts[0]}"'
    else:
        may_be = " and ".join(f'"{part}" on {later(day, by)}' for by, part in parts.items())
    # The zone's own times can't say it: its days begin at another time.
    return why, f"{may_be}, with all hours in Eastern time and no time_zone" if ahead else may_be
