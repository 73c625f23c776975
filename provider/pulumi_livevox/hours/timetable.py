"""When a line takes calls, day by day, in one zone: what words and pictures are made of."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from pulumi_livevox.declaring.values import Unknown
from pulumi_livevox.hours.clock import END_OF_DAY
from pulumi_livevox.hours.days import GROUPS, WEEK, day_of
from pulumi_livevox.hours.spans import Span, Spans, by_day, clipped, merged
from pulumi_livevox.hours.texts import EASTERN_MARK, Day
from pulumi_livevox.hours.zoned import Part, ahead_at_noon, parts_of, seen_in
from pulumi_livevox.wire.times import EASTERN

if TYPE_CHECKING:
    from pulumi_livevox.hours.declared import DeclaredHours

_K = TypeVar("_K", str, datetime.date)


class Doubt(NamedTuple):
    """What nobody knows of some hours."""

    day: str | datetime.date | None
    """The Eastern day, group of days or date that it is about; None where it is about no one."""
    text: str
    """A sentence."""


@dataclass(frozen=True)
class Timetable:
    """The hours of a line by single day of the week and by date, as wall-clock times of a zone."""

    week: Mapping[str, Spans]
    """All seven days, MONDAY to SUNDAY."""
    dates: Mapping[datetime.date, Spans] = field(default_factory=dict)
    """Dates whose hours stand instead of their day's."""
    names: Mapping[datetime.date, str] = field(default_factory=dict)
    """What dates are called: "Thanksgiving Day"."""
    time_zone: str = EASTERN.key
    doubts: tuple[Doubt, ...] = ()
    """What nobody knows of these hours: a week that is not declared, spans of one day that overlap,
    a group beside one of its days, entries that can't be read."""
    knows_week: bool = True
    """Whether `week` says anything: one that is not declared, or not known yet, has no span, and is
    not closed for it."""

    @classmethod
    def of(
        cls, hours: DeclaredHours, names: Mapping[datetime.date, str] | None = None
    ) -> Timetable:
        """Return the Eastern timetable of declared or live hours.

        A date that is open for a single minute counts as closed: that is how one is closed. Where
        something is in doubt, shown is what can be read, and of a day that is declared twice the
        time that either covers. Names are those that business hours give their dates, unless others
        are given.
        """
        doubts: list[Doubt] = []
        week = _single_days(_readable("week", hours.week, doubts), doubts)
        dates = {
            date: () if sum(span.end - span.start for span in spans) == 1 else spans
            for date, spans in sorted(_readable("dates", hours.dates, doubts).items())
            if spans
        }
        if hours.week is None:
            undeclared = "the week is not declared here: what stands there is not known"
            doubts.insert(0, Doubt(None, undeclared))
        if names is None:
            names = hours.meaning.names if hours.meaning else {}
        knows_week = isinstance(hours.week, Mapping)
        return cls(week, dates, dict(names), EASTERN.key, tuple(dict.fromkeys(doubts)), knows_week)

    def in_zone(self, zone: str, on: datetime.date) -> Timetable:
        """Return it as the clocks of another zone say it, the week as on a day.

        What a date rules is right whatever the season; the rest of the local dates that it overlaps
        is that of the week. A local date stands there where its hours are not those of its day of
        the week, or where it has a name. Names and doubts stay as they are.
        """
        if zone == self.time_zone:
            return self
        there, here = ZoneInfo(zone), ZoneInfo(self.time_zone)
        week = self._week_in(there, on)
        dates = {
            date: merged(
                span
                for part in parts_of(there, date, here)
                for span in self._within(part, week[day_of(date)])
            )
            for date in _overlapped(there, here, self.dates)
        }
        kept = {
            date: spans
            for date, spans in dates.items()
            if date in self.names or spans != week[day_of(date)]
        }
        return replace(self, week=week, dates=kept, time_zone=zone)

    def _week_in(self, there: ZoneInfo, on: datetime.date) -> dict[str, Spans]:
        return moved(self.week, ahead_at_noon(there, ZoneInfo(self.time_zone), on))

    def _within(self, part: Part, weekly: Spans) -> list[Span]:
        """Return the local spans of a part of a local day, by what its day of the week has."""
        own = self.dates.get(part.date)
        if own is None:
            return clipped(weekly, part.clock.earlier(-part.later))
        return [span.earlier(-part.later) for span in clipped(own, part.clock)]

    def knows(self, date: datetime.date) -> bool:
        """Tell whether anybody knows the hours of a date: its own, or those of its week."""
        return self.knows_week or date in self.dates

    def spans_on(self, date: datetime.date) -> Spans:
        """Return the spans of a date: its own, or those of its day of the week."""
        own = self.dates.get(date)
        return self.week[day_of(date)] if own is None else own


def compared(
    before: Timetable, after: Timetable, zone: str, on: datetime.date
) -> tuple[Timetable, Timetable]:
    """Return two timetables of one zone by the clocks of another, to say what changes between them.

    The week is that of a day. Of the dates stand those alone whose hours change, each as it is.
    """
    affected = [
        date
        for date in sorted({*before.dates, *after.dates})
        if (before.knows(date), before.spans_on(date)) != (after.knows(date), after.spans_on(date))
    ]
    there, here = ZoneInfo(zone), ZoneInfo(before.time_zone)
    seen = {
        date: [_seen(each, there, date) for each in (before, after)]
        for date in _overlapped(there, here, affected)
    }
    changed = {date: spans for date, spans in seen.items() if spans[0] != spans[1]}
    was, becomes = (
        _with_dates(each, there, on, {date: spans[number] for date, spans in changed.items()})
        for number, each in enumerate((before, after))
    )
    return was, becomes


def _with_dates(
    hours: Timetable, there: ZoneInfo, on: datetime.date, dates: Mapping[datetime.date, Spans]
) -> Timetable:
    """Return hours by the clocks of a zone, with those of some dates, where not as its week."""
    week = hours._week_in(there, on)
    own = {*_overlapped(there, ZoneInfo(hours.time_zone), hours.dates)}
    kept = {
        date: spans for date, spans in dates.items() if date in own or spans != week[day_of(date)]
    }
    return replace(hours, week=week, dates=kept, time_zone=there.key)


def _seen(hours: Timetable, there: ZoneInfo, date: datetime.date) -> Spans:
    if there.key == hours.time_zone:
        return hours.spans_on(date)
    return seen_in(there, date, ZoneInfo(hours.time_zone), hours.spans_on)


def _overlapped(
    there: ZoneInfo, here: ZoneInfo, dates: Collection[datetime.date]
) -> list[datetime.date]:
    """Return the dates of a zone during which it is one of some dates here."""
    near = {
        datetime.date.fromordinal(ordinal)
        for date in dates
        for ordinal in range(date.toordinal() - 2, date.toordinal() + 3)
        if 1 <= ordinal <= datetime.date.max.toordinal()
    }
    return [
        date
        for date in sorted(near)
        if any(part.date in dates for part in parts_of(there, date, here))
    ]


def _readable(
    section: str, days: Mapping[_K, Day] | Unknown | None, doubts: list[Doubt]
) -> dict[_K, Spans]:
    """Return the spans of each day as far as they can be shown, and note what is in doubt."""
    if isinstance(days, Unknown):
        doubts.append(Doubt(None, f"the {section} can't be known yet"))
        return {}
    readable = {}
    for day, spans in (days or {}).items():
        if isinstance(spans, Unknown):
            doubts.append(Doubt(day, f"{day}: its hours can't be known yet"))
            continue
        shown = [span for span in spans if isinstance(span, Span) and span.is_within_a_day()]
        doubts += [
            Doubt(day, f"{day}: {_eastern(span)} is no span of one day, and is not shown")
            for span in spans
            if span not in shown
        ]
        doubts += _overlaps(day, shown)
        readable[day] = merged(shown)
    return readable


def _overlaps(day: str | datetime.date, spans: Iterable[Span]) -> list[Doubt]:
    """Return a doubt for each span that begins before an earlier one has ended."""
    doubts = []
    longest = Span(0, 0)
    for span in sorted(spans):
        if span == longest:
            doubts.append(Doubt(day, f"{day}: {_eastern(span)} stands there twice"))
        elif span.start < longest.end:
            doubts.append(Doubt(day, f"{day}: {longest} overlaps {_eastern(span)}"))
        longest = max(longest, span, key=lambda each: each.end)
    return doubts


def _eastern(span: Span | str) -> str:
    return f"{str(span).removesuffix(EASTERN_MARK)}{EASTERN_MARK}"


def _single_days(declared: Mapping[str, Spans], doubts: list[Doubt]) -> dict[str, Spans]:
    """Return the hours of all seven days, and note the days that are none and those declared twice.

    What the platform makes of a day and a group that holds it is not documented.
    """
    doubts += [
        Doubt(None, f"{day} is a day that is not known, and is not shown")
        for day in declared
        if day not in WEEK and day not in GROUPS
    ]
    week = {}
    for day in WEEK:
        groups = [group for group, held in GROUPS.items() if day in held and group in declared]
        if day in declared:
            doubts += [
                Doubt(
                    day,
                    f"{day} is in {group} too, and what the platform makes of both is not "
                    "documented: shown is the time that either covers",
                )
                for group in groups
            ]
        week[day] = merged(span for each in (*groups, day) for span in declared.get(each, ()))
    return week


def moved(week: Mapping[str, Spans], later: int) -> dict[str, Spans]:
    """Return a week so many minutes later on the clock, cut anew at midnight."""
    parts: dict[str, list[Span]] = {day: [] for day in WEEK}
    for index, day in enumerate(WEEK):
        for span in week[day]:
            for by, part in by_day(span.earlier(-index * END_OF_DAY - later)).items():
                parts[WEEK[by % 7]].append(part)
    return {day: merged(spans) for day, spans in parts.items()}
