"""What is declared of a service's hours, with every time read: a value to compare and to write."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pulumi_livevox.declaring.values import UNKNOWN, Unknown
from pulumi_livevox.hours.days import in_order
from pulumi_livevox.hours.entries import Entry, date_of, span_of
from pulumi_livevox.hours.meaning import MEANING, UNSAID, Meaning
from pulumi_livevox.hours.spans import Span
from pulumi_livevox.hours.texts import EASTERN_MARK, Day, Spans, read_day, write_day
from pulumi_livevox.hours.zones import exists, minutes_ahead_or_none
from pulumi_livevox.wire.enumerations import DayOfWeek
from pulumi_livevox.wire.inbound_hours import HoursEntry
from pulumi_livevox.wire.times import EASTERN

_K = TypeVar("_K", str, datetime.date)
_Section = Mapping[_K, Day] | Unknown | None


@dataclass(frozen=True)
class DeclaredHours:
    """The hours that a program declares for a service, or that a state has of it.

    A section that is not declared is None; what a preview can't know yet is UNKNOWN. The spans
    are Eastern whatever the zone, which says in what clocks people read them.
    """

    week: _Section[str] = None
    dates: _Section[datetime.date] = None
    time_zone: str | Unknown | None = None
    meaning: Meaning | None = None
    """What is meant beyond the times, where it was declared as business hours."""
    is_secret: bool = False
    """Whether nothing may be said of the times; never compared."""

    @classmethod
    def from_inputs(cls, inputs: Mapping[str, Any]) -> DeclaredHours:
        """Read the inputs that check made, of this version or an earlier one.

        What it refused counts as UNKNOWN: it is declared all the same.
        """
        zone = inputs.get("time_zone")
        ahead = _minutes_ahead(zone)
        week = _read(inputs.get("week"), str, ahead)
        dates = _read(inputs.get("dates"), datetime.date.fromisoformat, ahead)
        meaning = Meaning.from_inputs(inputs.get(MEANING))
        return cls(week, dates, zone, meaning, bool(inputs.get(UNSAID)))

    @classmethod
    def as_found(
        cls, live: Iterable[HoursEntry], on: datetime.date = datetime.date.min
    ) -> DeclaredHours:
        """Return live hours as a program would declare all of them, but for dates before `on`."""
        return cls({}, {}).as_live(live, on)

    def to_inputs(self) -> dict[str, Any]:
        """Return the inputs: a day's spans are one text, as the declared zone says them."""
        ahead = _minutes_ahead(self.time_zone)
        week, dates = _write(self.week, ahead), _write(self.dates, ahead)
        meaning = None if self.meaning is None else self.meaning.to_inputs()
        inputs = {"week": week, "dates": dates, "time_zone": self.time_zone, MEANING: meaning}
        inputs[UNSAID] = self.is_secret or None
        return {name: value for name, value in inputs.items() if value is not None}

    @property
    def sections(self) -> list[str]:
        """The sections that are declared, and so are managed: "week", "dates"."""
        sections = (("week", self.week), ("dates", self.dates))
        return [name for name, section in sections if section is not None]

    @property
    def read_in(self) -> str:
        """The zone by whose clocks people read the hours: the meant one, the declared, Eastern."""
        zone = self.time_zone if self.meaning is None else self.meaning.time_zone
        return zone if isinstance(zone, str) and exists(zone) else EASTERN.key

    def without(self, sections: Collection[str]) -> DeclaredHours:
        """Return the declaration with these sections left out."""
        return replace(
            self,
            week=None if "week" in sections else self.week,
            dates=None if "dates" in sections else self.dates,
        )

    def dates_before(self, on: datetime.date) -> dict[datetime.date, Day]:
        """Return the declared dates that have passed by a day: nothing is written for them."""
        dates = self.dates if isinstance(self.dates, Mapping) else {}
        return {date: spans for date, spans in dates.items() if date < on}

    def is_same_as(self, other: DeclaredHours, on: datetime.date) -> bool:
        """Tell whether another declaration has the same times on the platform.

        Dates before `on` do not count, nor does the zone in which somebody writes the same times.
        """
        return self._compared(on) == other._compared(on)

    def means_same_as(self, other: DeclaredHours, on: datetime.date) -> bool:
        """Tell whether another declaration means the same beyond its times, from a day on."""
        mine, others = (each.meaning and each.meaning.since(on) for each in (self, other))
        return mine == others

    def is_part_of(self, other: DeclaredHours, on: datetime.date) -> bool:
        """Tell whether another declaration is the same but for sections that this one lacks."""
        lacks = set(other.sections) - set(self.sections)
        return self.is_same_as(other.without(lacks), on)

    def wanted(self, on: datetime.date) -> list[Entry]:
        """Return the entries that are declared, but for dates before `on`.

        Raises ValueError where a span is not known, or none that a program can declare.
        """
        return [
            *(Entry.of_day(day, span) for day, span in _spans(self.week)),
            *(Entry.of_date(date, span) for date, span in _spans(self.dates) if date >= on),
        ]

    def managed(self, live: Iterable[HoursEntry], on: datetime.date) -> list[HoursEntry]:
        """Return the live entries that the declaration speaks of; none of dates before `on`."""

        def is_managed(entry: HoursEntry) -> bool:
            if entry.day_of_week != DayOfWeek.SPECIFIC_DATE:
                return self.week is not None
            date = date_of(entry)
            return self.dates is not None and date is not None and date >= on

        return [entry for entry in live if is_managed(entry)]

    def as_live(self, live: Iterable[HoursEntry], on: datetime.date) -> DeclaredHours:
        """Return the declaration with the managed part as it is live, dates before `on` kept.

        Days stand in the order of a week, dates and the spans of each by time.
        """
        week: dict[str, Spans] = {}
        dates: dict[datetime.date, Spans] = {}
        mark = "" if _minutes_ahead(self.time_zone) == 0 else EASTERN_MARK
        for entry in sorted(self.managed(live, on), key=Entry.of_live):
            day, date, span = entry.day_of_week, date_of(entry), span_of(entry)
            shown = span if isinstance(span, Span) else span + mark
            if date is None:
                week[day] = (*week.get(day, ()), shown)
            else:
                dates[date] = (*dates.get(date, ()), shown)
        return replace(
            self,
            week=None if self.week is None else {day: week[day] for day in in_order(week)},
            dates=None
            if self.dates is None
            else dict(sorted((dates | self.dates_before(on)).items())),
        )

    def _compared(self, on: datetime.date) -> object:
        """Return what counts when two declarations are compared."""
        dates = self.dates
        if isinstance(dates, Mapping):
            dates = {date: spans for date, spans in dates.items() if date >= on}
        readable = _minutes_ahead(self.time_zone) is not None
        return _in_order(self.week), _in_order(dates), None if readable else self.time_zone


def _minutes_ahead(zone: str | Unknown | None) -> int | None:
    """Return how far the clocks of the declared zone are ahead; None where that is not known."""
    return minutes_ahead_or_none(EASTERN.key if zone is None else zone)


def _read(days: Any, key_of: Callable[[str], _K], ahead: int | None) -> _Section[_K]:
    if days is None:
        return None
    if not isinstance(days, Mapping):
        return UNKNOWN
    return {key_of(key): read_day(text, ahead) for key, text in days.items()}


def _write(section: _Section[_K], ahead: int | None) -> Any:
    if not isinstance(section, Mapping):
        return section
    return {str(key): write_day(day, ahead) for key, day in section.items()}


def _in_order(section: _Section[_K]) -> object:
    """Return a section with the spans of each day sorted, as their order says nothing."""
    if not isinstance(section, Mapping):
        return section
    return {
        key: day if isinstance(day, Unknown) else sorted(day, key=str)
        for key, day in section.items()
    }


def _spans(section: _Section[_K]) -> Iterator[tuple[_K, Span]]:
    if isinstance(section, Unknown):
        raise ValueError("hours that are not known yet can't be written")
    for key, day in (section or {}).items():
        for span in (day,) if isinstance(day, Unknown) else day:
            if not isinstance(span, Span):
                raise ValueError(f"{key} has {span}, which is no span to write")
            yield key, span
