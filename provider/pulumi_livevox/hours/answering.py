"""Who answers when: how many of several lines are open, over a week."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
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
    return {day: _parts([timetable.week[day] for timetable in timetables]) for day in WEEK}


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


def _parts(lines: Sequence[Sequence[Span]]) -> tuple[Answering, ...]:
    """Return the parts of one day, given the spans that each line has on it."""
    changes = {time for spans in lines for span in spans for time in (span.start, span.end)}
    cuts = sorted({0, *changes, END_OF_DAY})
    numbers = [
        (Span(start, end), sum(_is_open(spans, start) for spans in lines))
        for start, end in itertools.pairwise(cuts)
    ]
    return tuple(
        Answering(Span(parts[0][0].start, parts[-1][0].end), number)
        for number, alike in itertools.groupby(numbers, key=lambda part: part[1])
        for parts in [list(alike)]
    )


def _is_open(spans: Sequence[Span], time: int) -> bool:
    return any(span.start <= time < span.end for span in spans)
