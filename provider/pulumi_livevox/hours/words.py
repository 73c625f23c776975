"""What a change of hours means, in words for those who approve it."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from pulumi_livevox.hours.clock import format_time
from pulumi_livevox.hours.days import WEEK, day_of
from pulumi_livevox.hours.spans import A_DAY, Span, Spans, format_spans
from pulumi_livevox.hours.timetable import Timetable

_ALL_DAY: Final = (A_DAY,)

_K = TypeVar("_K", str, datetime.date)
_V = TypeVar("_V")


@dataclass(frozen=True)
class Sentence:
    """What changes of a day or a date, or of several that follow each other."""

    section: str
    """Where it is declared: "week" or "dates"; "doubts" for what nobody knows of the hours."""
    text: str
    """What is said of it: "Tuesday: closes 19:30 instead of 20:59"."""
    adds: bool
    """Whether nothing was there before: a day that was closed, a date that was as its day."""


def describe(before: Timetable, after: Timetable) -> list[str]:
    """Say what changes, by day and date: "Tuesday: closes 19:30 instead of 20:59".

    Days come from Monday to Sunday, then dates as time goes, then what is in doubt from now on and
    what is no more; those that follow each other with the same change are said as one. A date has
    the name that either timetable gives it. Raises ValueError where the two are of different zones.
    """
    return [sentence.text for sentence in sentences(before, after)]


def sentences(before: Timetable, after: Timetable) -> list[Sentence]:
    """Return what `describe` says, with what each sentence is about."""
    if before.time_zone != after.time_zone:
        raise ValueError(
            f"hours by the clocks of {before.time_zone} and of {after.time_zone} can't be compared"
        )
    in_doubt = [each for each in after.doubts if each not in before.doubts]
    no_more = [each for each in before.doubts if each not in after.doubts]
    return [
        *_of_week(before, after),
        *_of_dates(before, after),
        *(Sentence("doubts", f"in doubt: {each.text}", adds=True) for each in in_doubt),
        *(Sentence("doubts", f"no longer in doubt: {each.text}", adds=False) for each in no_more),
    ]


def _of_week(before: Timetable, after: Timetable) -> list[Sentence]:
    """Return a sentence for each row of days; none for a week of which `after` knows nothing."""
    if not after.knows_week:
        return []
    said: dict[str, tuple[str, bool]] = {}
    for day in WEEK:
        was, becomes = before.week[day], after.week[day]
        if not before.knows_week:
            said[day] = f"{_said(becomes)}, whatever stands there", False
        elif was != becomes:
            said[day] = _change(was, becomes), not was
    return [
        Sentence("week", f"{from_to([day.title() for day in row])}: {change}", adds)
        for row, (change, adds) in _rows(said, WEEK.index)
    ]


def _of_dates(before: Timetable, after: Timetable) -> list[Sentence]:
    """Return a sentence for each row of dates that have one name, or none."""
    names = {**before.names, **after.names}
    said = {
        date: (_change_of_date(date, before, after), names.get(date), date not in before.dates)
        for date in sorted({*before.dates, *after.dates})
        if before.dates.get(date) != after.dates.get(date)
    }
    told = []
    for row, (change, name, adds) in _rows(said, datetime.date.toordinal):
        if len(row) == 1:
            change = _change_of_date(row[0], before, after, day_of(row[0]).title())
        dates = from_to([date.isoformat() for date in row])
        told.append(Sentence("dates", f"{dates}{f' ({name})' if name else ''}: {change}", adds))
    return told


def _change_of_date(
    date: datetime.date, before: Timetable, after: Timetable, day: str | None = None
) -> str:
    """Say what changes of a date whose own hours come, go or become others.

    `day` is its day of the week; None where it is said of several.
    """
    was, becomes = before.dates.get(date), after.dates.get(date)
    if was is not None and becomes is not None:
        return _change(was, becomes)
    weekly = before if was is None else after
    usual = weekly.week[day_of(date)]
    as_ever = f"as every {day}" if day else "as those days of the week"
    if becomes is None:
        if not weekly.knows_week:
            return f"{as_ever} instead of {_said(was or ())}"
        if usual == was:
            return f"stays {_said(usual)}, {as_ever} from now on"
        return f"{as_ever} ({_said(usual)}) instead of {_said(was or ())}"
    its_hours = f"its {day} hours" if day else "the hours of those days"
    if not weekly.knows_week:
        return f"{_said(becomes)} instead of {its_hours}"
    if usual == becomes:
        return f"stays {_said(usual)}, from now on by hours of its own"
    if not usual:
        return f"{_said(becomes, opening=True)} instead of closed {as_ever}"
    return f"{_said(becomes)} instead of {its_hours} {format_spans(usual)}"


def _change(was: Spans, becomes: Spans) -> str:
    """Say what changes between two days' spans that differ, in the fewest words."""
    if becomes and was == _ALL_DAY:
        return f"open {format_spans(becomes)} instead of all day"
    if not was or becomes in ((), _ALL_DAY):
        return f"{_said(becomes, opening=True)} instead of {_said(was)}"
    ends = [
        f"{verb} {format_time(new)} instead of {format_time(old)}"
        for verb, old, new in (
            ("opens", was[0].start, becomes[0].start),
            ("closes", was[-1].end, becomes[-1].end),
        )
        if old != new
    ]
    old, new = _breaks(was), _breaks(becomes)
    if old == new:
        return ", ".join(ends)
    if ends:
        return f"{format_spans(becomes)} instead of {format_spans(was)}"
    went = format_spans(each for each in old if each not in new)
    came = format_spans(each for each in new if each not in old)
    if not came:
        return f"no longer closed {went}"
    return f"closed {came} in between" + (f" instead of {went}" if went else "")


def _breaks(spans: Spans) -> list[Span]:
    """Return the times between the spans of a day."""
    return [Span(before.end, after.start) for before, after in itertools.pairwise(spans)]


def _said(spans: Spans, *, opening: bool = False) -> str:
    """Say the spans of a day, with "open" before times where it begins a sentence of its own."""
    if not spans:
        return "closed"
    if spans == _ALL_DAY:
        return "open all day"
    return f"open {format_spans(spans)}" if opening else format_spans(spans)


def _rows(said: Mapping[_K, _V], number: Callable[[_K], int]) -> list[tuple[list[_K], _V]]:
    """Return the days that follow each other and are said alike, by the number that a day has."""
    rows: list[tuple[list[_K], _V]] = []
    for day, what in said.items():
        if rows and rows[-1][1] == what and number(rows[-1][0][-1]) == number(day) - 1:
            rows[-1][0].append(day)
        else:
            rows.append(([day], what))
    return rows


def from_to(days: Sequence[str]) -> str:
    """Name days that follow each other: "Monday", "Monday and Tuesday", "Monday to Wednesday"."""
    between = " to " if len(days) > 2 else " and "
    return between.join(dict.fromkeys((days[0], days[-1])))
