"""Opening hours as one value that says what is meant."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from pulumi_livevox.hours.business import reading
from pulumi_livevox.hours.business.calendar import BusinessCalendar
from pulumi_livevox.hours.business.holidays import Holidays
from pulumi_livevox.hours.business.laying import Laid, lay
from pulumi_livevox.hours.spans import Spans, format_spans, merged
from pulumi_livevox.hours.wrong import refusal
from pulumi_livevox.hours.zoned import parts_of
from pulumi_livevox.wire.times import EASTERN

_DAY: Final = datetime.timedelta(days=1)
_NAMED_AT_MOST: Final = 3
_LONGEST: Final = 15 * _DAY
"""How long at most a week without dates has no change, if it ever has one: its only span may be in
an hour that clocks skip."""
_UTC: Final = ZoneInfo("UTC")

TypedSpans = str | Sequence[str]
"""The spans that begin on a day: "09:00-12:00, 13:00-15:00", a list of such texts, "22:00-06:00",
"open" for all of the day, or "closed"."""

Date = str | datetime.date
"""A date, or its text: "2026-12-25"."""


class Opening(NamedTuple):
    """From when until when lines are open, in the zone of their hours."""

    opens: datetime.datetime
    closes: datetime.datetime


class BusinessHours:
    """Opening hours in a zone of their own, with holidays: a value that many lines may share.

    `livevox.InboundHours(…, hours=value)` writes it, as Inbound Hours of the API. A span that
    passes midnight belongs to the day on which it begins. A date stands instead of its day of the
    week, and a date that is declared instead of a holiday.

    Two values that are declared alike are equal. Every question may raise WrongHours, a ValueError,
    where a date or moment is none.
    """

    def __init__(
        self,
        week: Mapping[str, TypedSpans],
        time_zone: str = EASTERN.key,
        holidays: Holidays | Mapping[Date, str] | Iterable[Date] | None = None,
        on_holidays: TypedSpans | None = None,
        dates: Mapping[Date, TypedSpans] | None = None,
        until: Date | None = None,
        closed_as: str | None = None,
    ) -> None:
        """Say when lines are open.

        Args:
            week: spans by days: "MON" or "MONDAY", "MON-FRI", "MON,WED,FRI". A single day beats a
                range or list that holds it. A day that is not named is closed.
            time_zone: the zone of all times and dates, such as "America/Los_Angeles".
            holidays: livevox.Holidays("US"), or dates, with names or without.
            on_holidays: spans of a holiday; by default lines are closed on one.
            dates: spans by date; a date beats a holiday.
            until: the last date for which holidays and dates are written; needed where holidays
                have no end. After it the week alone holds.
            closed_as: the minute, in Eastern time, that is written for a date that is closed, such
                as "00:00-00:01": the API has entries for opening only, and a date without one has
                the hours of its day of the week. Counts as closed here.

        Raises WrongHours, with a sentence for each wrong value.
        """
        problems: list[str] = []
        notices: list[str] = []
        last = reading.read_until(until, problems)
        self._declares_dates = not (holidays is None and dates is None and until is None)
        self._closing = reading.read_closing(closed_as, problems)
        self._calendar = BusinessCalendar(
            zone=reading.read_zone(time_zone, problems),
            week=reading.read_week(week, problems, notices),
            dates={} if dates is None else reading.read_dates(dates, last, problems),
            holidays=reading.read_holidays(holidays, last, problems),
            on_holidays=()
            if on_holidays is None
            else reading.read_spans("on_holidays", on_holidays, problems),
            until=last,
        )
        if problems:
            raise refusal(problems)
        self.notices: tuple[str, ...] = tuple(notices)
        """What is told of what was declared, in sentences, and stops nothing."""
        self._laid: dict[datetime.date, Laid] = {}

    @property
    def time_zone(self) -> str:
        """The name of the zone of all times and dates."""
        return self._calendar.zone.key

    @property
    def until(self) -> datetime.date | None:
        """The last date for which holidays and dates are written."""
        return self._calendar.until

    def is_open(self, when: datetime.datetime) -> bool:
        """Tell whether lines are open at a moment, an aware datetime.

        The end of a span is closed. The platform goes by Eastern clocks: it can't tell apart the
        two hours of a night in November that are called alike there, and is open in both where
        the hours of another zone are open in one of them.
        """
        return self._is_open(reading.read_moment(when))

    def _is_open(self, when: datetime.datetime) -> bool:
        eastern = when.astimezone(EASTERN)
        minute = eastern.hour * 60 + eastern.minute
        return any(span.holds(minute) for span in self._calendar.on_eastern(eastern.date()))

    def next_change(self, when: datetime.datetime) -> datetime.datetime | None:
        """Return when lines open or close next after a moment, an aware datetime.

        None where they never do. The answer is in the zone of the hours.
        """
        is_open = self.is_open(when)
        utc = when.astimezone(datetime.UTC)
        changes = (
            each for each in self._edges(when) if each > utc and self._is_open(each) is not is_open
        )
        change = next(changes, None)
        return None if change is None else change.astimezone(self._calendar.zone)

    def spans(self, date: Date) -> list[Opening]:
        """Return from when until when lines are open that open on a date.

        A time that clocks show twice is that of the first time.
        """
        day = reading.read_date(date)
        openings = [
            Opening(self._at(day, span.start), self._at(day, span.end))
            for span in merged(self._calendar.beginning_on(day))
        ]
        # What the clocks leave out is never open.
        return [each for each in openings if each.opens < each.closes]

    def laid(self, on: datetime.date) -> Laid:
        """Lay the hours on the platform's days, as of a rollout on an Eastern day.

        Raises WrongHours where a date is closed and nothing says how that is written.
        """
        if on not in self._laid:
            laid = lay(self._calendar, on)
            dates = self._with_closing(laid.dates or {}) if self._declares_dates else None
            self._laid[on] = replace(laid, dates=dates)
        return self._laid[on]

    def _with_closing(self, dates: Mapping[datetime.date, Spans]) -> dict[datetime.date, Spans]:
        """Return dates with the minute that stands for a closed one."""
        if self._closing is not None:
            closed = (self._closing,)
            return {date: spans or closed for date, spans in dates.items()}
        closed_dates = [date for date, spans in dates.items() if not spans]
        if closed_dates:
            raise refusal([_no_entry_for([self._named(date) for date in closed_dates])])
        return dict(dates)

    def _named(self, eastern: datetime.date) -> str:
        """Name an Eastern date, with its holiday, or the dates of the zone that it is a part of."""
        zone = self._calendar.zone
        local = {
            part.date: self._calendar.holiday(part.date)
            for part in parts_of(EASTERN, eastern, zone)
        }
        if zone.key == EASTERN.key:
            names = [name for name in local.values() if name]
            return f"{eastern} ({names[0]})" if names else str(eastern)
        dates = " and ".join(
            f"{date} ({name})" if name else str(date) for date, name in local.items()
        )
        return f"{eastern} Eastern, which is of {dates} in {zone.key}"

    def _edges(self, when: datetime.datetime) -> Iterator[datetime.datetime]:
        """Yield the moments from a day on at which lines may open or close, in order."""
        day = when.astimezone(EASTERN).date()
        last = max([day, *self._calendar.special_dates(day)]) + _LONGEST
        while day <= last:
            edges = {edge for span in self._calendar.on_eastern(day) for edge in span.edges}
            for date, clock, later in parts_of(EASTERN, day, _UTC):
                midnight = datetime.datetime.combine(date, datetime.time(), datetime.UTC)
                minutes = {clock.start, *(edge - later for edge in edges)}
                for minute in sorted(filter(clock.holds, minutes)):
                    yield midnight + datetime.timedelta(minutes=minute)
            day += _DAY

    def _at(self, day: datetime.date, minute: int) -> datetime.datetime:
        """Return when the clocks show a time, or the next one where they leave it out."""
        zone = self._calendar.zone
        at = datetime.datetime.combine(day, datetime.time(), zone)
        at += datetime.timedelta(minutes=minute)
        while not _exists(at):
            at += datetime.timedelta(minutes=1)
        return at

    def __repr__(self) -> str:
        """Return the zone and the week, as a program may have them."""
        week = {day: format_spans(spans) or "closed" for day, spans in self._calendar.week.items()}
        return f"BusinessHours({week!r}, {self.time_zone!r})"

    def __eq__(self, other: object) -> bool:
        """Tell whether another value says the same hours."""
        return isinstance(other, BusinessHours) and self._said == other._said

    def __hash__(self) -> int:
        """Return the same for equal values."""
        return hash(self._said)

    @property
    def _said(self) -> tuple[object, ...]:
        calendar = self._calendar
        return (
            calendar.zone.key,
            *calendar.week.values(),
            *sorted(calendar.dates.items()),
            calendar.holidays,
            calendar.on_holidays,
            calendar.until,
            self._closing,
            self._declares_dates,
        )


def _exists(at: datetime.datetime) -> bool:
    """Tell whether clocks ever show a time."""
    back = at.astimezone(datetime.UTC).astimezone(at.tzinfo)
    return back.replace(tzinfo=None) == at.replace(tzinfo=None)


def _no_entry_for(closed: Sequence[str]) -> str:
    more = len(closed) - _NAMED_AT_MOST
    told = "; ".join(closed[:_NAMED_AT_MOST]) + (f" and {more} more" if more > 0 else "")
    return (
        f"lines are closed on {told}, and the API has no entry for a closed date: with "
        'closed_as="00:00-00:01" that minute is written, and the rest of the date is closed'
    )
