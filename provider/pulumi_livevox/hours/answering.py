"""Who answers when: how many of several lines are open, over a week."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pulumi_livevox.hours.clock import END_OF_DAY
from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.spans import Span
from pulumi_livevox.hours.timetable import Timetable


class Answering(NamedTuple):
    """A part of a day through which the same number of lines is open."""

    span: Span
    open: int
    """How many lines are open: 0 is nobody."""


def answering(timetables: Sequence[Timetable]) -> dict[str, tuple[Answering, ...]]:
    """Return the parts of each day, MONDAY to SUNDAY, and how many of the lines are open in them.

    The parts of a day cover it from 00:00 to 24:00, and two that touch differ in their number. All
    timetables are of one zone (see Timetable.in_zone); dates do not count.
    """
    return {day: _parts(span for each in timetables for span in each.week[day]) for day in WEEK}


def spans_with(
    answers: Mapping[str, Sequence[Answering]], number: int
) -> dict[str, tuple[Span, ...]]:
    """Return the spans of each day through which just so many lines are open.

    0 gives those in which nobody answers; the number of all lines those in which all do.
    """
    return {
        day: tuple(part.span for part in parts if part.open == number)
        for day, parts in answers.items()
    }


def _parts(spans: Iterable[Span]) -> tuple[Answering, ...]:
    """Return the parts of one day, given the spans that any of the lines has on it."""
    change: Counter[int] = Counter()
    for span in spans:
        change[span.start] += 1
        change[span.end] -= 1
    parts: list[Answering] = []
    is_open = 0
    for start, end in itertools.pairwise(sorted({0, END_OF_DAY, *change})):
        is_open += change[start]
        if parts and parts[-1].open == is_open:
            start = parts.pop().span.start
        parts.append(Answering(Span(start, end), is_open))
    return tuple(parts)
