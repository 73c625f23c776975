"""Business hours by date, in the zone in which they are meant."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from pulumi_livevox.hours.business.holidays import Holidays
from pulumi_livevox.hours.clock import END_OF_DAY
from pulumi_livevox.hours.days import WEEK, day_of
from pulumi_livevox.hours.spans import A_DAY, Span, Spans, clipped, merged
from pulumi_livevox.hours.zoned import seen_in
from pulumi_livevox.wire.times import EASTERN

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class BusinessCalendar:
    """When lines are open: a week, dates and holidays in a zone.

    The spans of a day are those that begin on it: one that passes midnight ends after 24:00.
    """

    zone: ZoneInfo
    week: Mapping[str, Spans]
    """All seven days, MONDAY to SUNDAY."""
    dates: Mapping[datetime.date, Spans]
    holidays: Holidays | None
    on_holidays: Spans
    until: datetime.date | None
    """The last date that may be a holiday; None where all may."""

    def beginning_on(self, date: datetime.date) -> Spans:
        """Return the spans that begin on a date."""
        if date in self.dates:
            return self.dates[date]
        return self.on_holidays if self.holiday(date) is not None else self.week[day_of(date)]

    def holiday(self, date: datetime.date) -> str | None:
        """Return the name of the holiday that a date is; None where it is none."""
        if self.holidays is None or (self.until is not None and date > self.until):
            return None
        return self.holidays.of_year(date.year).get(date)

    def on(self, date: datetime.date) -> Spans:
        """Return the spans in which lines are open on a date, with the end of the night before."""
        return _with_night(self.beginning_on(date), self.beginning_on(date - _DAY))

    def on_eastern(self, date: datetime.date) -> Spans:
        """Return the spans in which lines are open on a date of Eastern clocks, of times shown."""
        if date not in self._eastern:
            self._eastern[date] = seen_in(EASTERN, date, self.zone, self.on)
        return self._eastern[date]

    @cached_property
    def weekly(self) -> Mapping[str, Spans]:
        """The spans of the days of a week without dates, with the end of the night before."""
        return {
            day: _with_night(self.week[day], self.week[before])
            for before, day in zip((WEEK[-1], *WEEK), WEEK, strict=False)
        }

    def special_dates(self, since: datetime.date) -> list[datetime.date]:
        """Return the dates and holidays since a date, in order."""
        return sorted({each for each in self.dates if each >= since} | {*self.names(since)})

    def names(self, since: datetime.date) -> dict[datetime.date, str]:
        """Return the names of the holidays since a date, in order."""
        if self.holidays is None:
            return {}
        last = self.until or self.holidays.last or since
        return {
            date: name
            for year in range(since.year, last.year + 1)
            for date, name in sorted(self.holidays.of_year(year).items())
            if since <= date <= last
        }

    @cached_property
    def _eastern(self) -> dict[datetime.date, Spans]:
        return {}


def _with_night(own: Iterable[Span], before: Iterable[Span]) -> Spans:
    """Return what falls on a day of its own spans, and of those that begin on the day before."""
    return merged(clipped([*own, *(span.earlier(END_OF_DAY) for span in before)], A_DAY))
