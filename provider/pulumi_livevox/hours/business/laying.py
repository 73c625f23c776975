"""Business hours laid on the days of the platform, which keeps Eastern times: fewest entries."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from pulumi_livevox.hours.business.calendar import BusinessCalendar, Spans, day_of
from pulumi_livevox.hours.clock import END_OF_DAY
from pulumi_livevox.hours.days import GROUPS, WEEK
from pulumi_livevox.hours.meaning import Meaning
from pulumi_livevox.hours.spans import Span, by_day, merged
from pulumi_livevox.hours.zoned import ahead_at_noon
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
    """Dates on which clocks change, whose hours neither the week nor a date has."""


def lay(calendar: BusinessCalendar, on: datetime.date, until: datetime.date | None) -> Laid:
    """Lay hours on Eastern days, as of a rollout on the day `on`.

    The nights in which clocks change are dates of their own up to `until`, None where no date is.
    """
    week = _shifted(calendar, ahead_at_noon(calendar.zone, EASTERN, on))

    def as_written(date: datetime.date) -> Spans:
        return dates.get(date, week[day_of(date)])

    dates: dict[datetime.date, Spans] = {}
    turning = _turning(calendar.zone, on)
    special = {*_touched(calendar, on)}
    if until is not None:
        special |= {date for date in turning if date <= until}
    for date in sorted(special):
        if date >= on and calendar.on_eastern(date) != week[day_of(date)]:
            dates[date] = calendar.on_eastern(date)
    moved = _moved(calendar.zone, on)
    wrong = next((day for day in moved if calendar.on_eastern(day) != as_written(day)), None)
    right_until = None if wrong is None else wrong - _DAY
    odd = [
        date
        for date in turning
        if date > on and calendar.on_eastern(date) != as_written(date) and date not in moved
    ]
    names = calendar.names(on - _DAY)
    return Laid(_grouped(week), dates, Meaning(calendar.zone.key, names, right_until), tuple(odd))


def _shifted(calendar: BusinessCalendar, ahead: int) -> dict[str, Spans]:
    """Return the week as clocks say it that are so many minutes behind, by single day."""
    length = len(WEEK) * END_OF_DAY
    parts: dict[str, list[Span]] = {day: [] for day in WEEK}
    for number, day in enumerate(WEEK):
        for span in calendar.week[day]:
            start = (number * END_OF_DAY + span.start - ahead) % length
            for of_day, part in by_day(Span(start, start + span.end - span.start)).items():
                parts[WEEK[of_day % len(WEEK)]].append(part)
    return {day: merged(spans) for day, spans in parts.items()}


def _grouped(week: Mapping[str, Spans]) -> dict[str, Spans]:
    """Return the fewest days and groups: a group only where all its days are alike."""
    grouped: dict[str, Spans] = {}
    for group, days in GROUPS.items():
        first = week[days[0]]
        alike = all(week[day] == first for day in days)
        grouped |= {group: first} if alike else {day: week[day] for day in days}
    return {day: spans for day, spans in grouped.items() if spans}


def _touched(calendar: BusinessCalendar, on: datetime.date) -> Iterator[datetime.date]:
    """Yield the Eastern dates on which a date or holiday, or the end of its night, falls."""
    for date in calendar.special_dates(on - 3 * _DAY):
        first = datetime.datetime.combine(date, datetime.time(), calendar.zone)
        # The spans of a date end before the day after next.
        last = datetime.datetime.combine(date + 2 * _DAY, datetime.time(), calendar.zone)
        day = first.astimezone(EASTERN).date()
        while day <= last.astimezone(EASTERN).date():
            yield day
            day += _DAY


@lru_cache
def _moved(zone: ZoneInfo, on: datetime.date) -> tuple[datetime.date, ...]:
    """Return the dates from a day on at whose noon a zone is further from Eastern, or nearer."""
    ahead = ahead_at_noon(zone, EASTERN, on)
    return tuple(day for day in _days(on) if ahead_at_noon(zone, EASTERN, day) != ahead)


@lru_cache
def _turning(zone: ZoneInfo, on: datetime.date) -> tuple[datetime.date, ...]:
    """Return the Eastern dates from a day on within which clocks change, there or here."""

    def clocks(date: datetime.date) -> tuple[datetime.timedelta | None, datetime.timedelta | None]:
        midnight = datetime.datetime.combine(date, datetime.time(), EASTERN)
        return midnight.utcoffset(), midnight.astimezone(zone).utcoffset()

    return tuple(day for day in _days(on) if clocks(day) != clocks(day + _DAY))


def _days(on: datetime.date) -> Iterator[datetime.date]:
    day = on
    while day <= on + _LOOKED_AHEAD:
        yield day
        day += _DAY
