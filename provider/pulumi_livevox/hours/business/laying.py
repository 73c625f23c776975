"""Business hours laid on the days of the platform, which keeps Eastern times: fewest entries."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from pulumi_livevox.hours.business.calendar import BusinessCalendar
from pulumi_livevox.hours.days import GROUPS, WEEK, day_of
from pulumi_livevox.hours.meaning import Meaning
from pulumi_livevox.hours.spans import Span, Spans
from pulumi_livevox.hours.timetable import moved
from pulumi_livevox.hours.zoned import ahead_at_noon, seen_in
from pulumi_livevox.wire.times import EASTERN

_DAY: Final = datetime.timedelta(days=1)
_LOOKED_AHEAD: Final = 731 * _DAY
"""How far is looked for the day on which a week is no longer right: two years."""


@dataclass(frozen=True)
class Laid:
    """Business hours as the Eastern days of the platform, as of the day of a rollout."""

    week: Mapping[str, Spans]
    """By the API's days; a group (WEEKDAY) where all its days agree. A closed day is left out."""
    dates: Mapping[datetime.date, Spans] | None
    """Dates whose hours the week does not have; None where no dates are declared."""
    meaning: Meaning
    odd_nights: tuple[datetime.date, ...]
    """Dates on which clocks change, whose hours the week has not, where no last day is declared."""


def lay(calendar: BusinessCalendar, on: datetime.date) -> Laid:
    """Lay hours on Eastern days, as of a rollout on the day `on`.

    The nights in which clocks change are dates of their own up to the last day of the calendar;
    without one, none is.
    """
    week, until = _week(calendar, on), calendar.until
    # Up to a last day that stays: the nights of a farther one would come by themselves.
    turning = _turning(calendar.zone, on, until or on + _LOOKED_AHEAD)
    special = {*_touched(calendar, on), *(turning if until else ())}
    dates: dict[datetime.date, Spans] = {}

    def is_right(date: datetime.date) -> bool:
        written = dates.get(date, week[day_of(date)])
        return _shown(date, written) == calendar.on_eastern(date)

    for date in sorted(special):
        if date >= on and not is_right(date):
            dates[date] = _over_what_is_skipped(date, calendar.on_eastern(date))
    apart = _apart(calendar.zone, on)
    moves = next((day for day in apart if _week(calendar, day) != week), None)
    right_until = None if moves is None else moves - _DAY
    odd = () if until else (day for day in turning if day not in apart and not is_right(day))
    meaning = Meaning(calendar.zone.key, calendar.names(on - _DAY), right_until)
    return Laid(_grouped(week), dates, meaning, tuple(odd))


def _week(calendar: BusinessCalendar, on: datetime.date) -> Mapping[str, Spans]:
    """Return the week by Eastern clocks, as of a day."""
    return moved(calendar.weekly, -ahead_at_noon(calendar.zone, EASTERN, on))


def _shown(date: datetime.date, spans: Spans) -> Spans:
    """Return what of some spans Eastern clocks show on a date: an hour is skipped in March."""
    return seen_in(EASTERN, date, EASTERN, lambda _: spans)


def _over_what_is_skipped(date: datetime.date, spans: Spans) -> Spans:
    """Return the fewest spans of which Eastern clocks show the same on a date."""
    joined = list(spans[:1])
    for span in spans[1:]:
        whole = Span(joined[-1].start, span.end)
        if _shown(date, (whole,)) == (joined[-1], span):
            joined[-1] = whole
        else:
            joined.append(span)
    return tuple(joined)


def _grouped(week: Mapping[str, Spans]) -> dict[str, Spans]:
    """Return the fewest days and groups: a group only where all its days are alike."""
    grouped: dict[str, Spans] = {}
    for group, days in GROUPS.items():
        first = week[days[0]]
        alike = all(week[day] == first for day in days)
        grouped |= {group: first} if alike else {day: week[day] for day in days}
    return {day: spans for day, spans in grouped.items() if spans}


def _touched(calendar: BusinessCalendar, on: datetime.date) -> Iterator[datetime.date]:
    """Yield the Eastern dates whose hours a date or holiday changes, or on which its spans fall."""
    ordinary = replace(calendar, dates={}, holidays=None)
    for date in calendar.special_dates(on - 3 * _DAY):
        spans = {date: calendar.beginning_on(date)}
        alone = replace(ordinary, week=dict.fromkeys(WEEK, ()), dates=spans)
        first = datetime.datetime.combine(date, datetime.time(), calendar.zone).astimezone(EASTERN)
        # A night of the date, or of its day of the week, ends before the day after next.
        for day in _days(first.date(), first.date() + 2 * _DAY):
            is_changed = calendar.on_eastern(day) != ordinary.on_eastern(day)
            if is_changed or alone.on_eastern(day):
                yield day


@lru_cache
def _apart(zone: ZoneInfo, on: datetime.date) -> tuple[datetime.date, ...]:
    """Return the dates from a day on at whose noon a zone is further from Eastern, or nearer."""
    ahead = ahead_at_noon(zone, EASTERN, on)
    days = _days(on, on + _LOOKED_AHEAD)
    return tuple(day for day in days if ahead_at_noon(zone, EASTERN, day) != ahead)


@lru_cache
def _turning(zone: ZoneInfo, on: datetime.date, last: datetime.date) -> tuple[datetime.date, ...]:
    """Return the Eastern dates from one to another within which clocks change, there or here."""

    def clocks(date: datetime.date) -> tuple[datetime.timedelta | None, datetime.timedelta | None]:
        midnight = datetime.datetime.combine(date, datetime.time(), EASTERN)
        return midnight.utcoffset(), midnight.astimezone(zone).utcoffset()

    return tuple(day for day in _days(on, last) if clocks(day) != clocks(day + _DAY))


def _days(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    day = first
    while day <= last:
        yield day
        day += _DAY
