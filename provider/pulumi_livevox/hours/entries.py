"""The entries of hours as the API keeps them: from a declaration and back, and what to write."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_livevox.hours.eastern import (
    declared_in_eastern_time,
    from_eastern_time,
)
from pulumi_livevox.hours.spans import Span, clock, parse_spans
from pulumi_livevox.hours.zones import minutes_ahead, minutes_ahead_or_none
from pulumi_livevox.wire.enumerations import DayOfWeek
from pulumi_livevox.wire.inbound_hours import HoursEntry, HoursEntryUpdate
from pulumi_livevox.wire.times import (
    EASTERN,
    date_from_wire,
    date_to_wire,
    time_from_wire,
    time_to_wire,
)

Declared = Mapping[str, Any]
"""Normalised inputs of inbound hours (see inputs.judge)."""


@dataclass(frozen=True, order=True)
class Entry:
    """One entry as the API keeps it: a day or a date, and times in its milliseconds."""

    day: str
    date: int | None
    start: int
    end: int


@dataclass(frozen=True)
class Plan:
    """The fewest writes that make the live list equal to the wanted entries."""

    updates: tuple[tuple[int, HoursEntryUpdate], ...]
    additions: tuple[Entry, ...]
    removals: tuple[int, ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything to write."""
        return bool(self.updates or self.additions or self.removals)


def comparable(declared: Declared, on: datetime.date) -> dict[str, Any]:
    """Return what counts when two declarations are compared: the times that the platform keeps.

    Dates before `on` do not count, nor does the zone in which somebody writes the same times.
    """
    kept = declared_in_eastern_time(declared)
    if isinstance(kept.get("dates"), Mapping):
        kept["dates"] = {
            date: spans for date, spans in kept["dates"].items() if date >= on.isoformat()
        }
    return kept


def wanted(declared: Declared, on: datetime.date) -> list[Entry]:
    """Return the entries that are declared, but for dates before `on`."""
    ahead = minutes_ahead(declared.get("time_zone", EASTERN.key))
    entries = [
        _entry(day, None, span.earlier(ahead))
        for day, spans in declared.get("week", {}).items()
        for span in parse_spans(spans)
    ]
    for text, spans in declared.get("dates", {}).items():
        date = datetime.date.fromisoformat(text)
        if date >= on:
            entries += [
                _entry(DayOfWeek.SPECIFIC_DATE.value, date_to_wire(date), span.earlier(ahead))
                for span in parse_spans(spans)
            ]
    return entries


def managed(declared: Declared, live: Iterable[HoursEntry], on: datetime.date) -> list[HoursEntry]:
    """Return the live entries that the declaration speaks of."""

    def is_managed(entry: HoursEntry) -> bool:
        if entry.day_of_week != DayOfWeek.SPECIFIC_DATE:
            return "week" in declared
        date = _date(entry)
        return "dates" in declared and date is not None and date >= on

    return [entry for entry in live if is_managed(entry)]


def plan(wanted_entries: Iterable[Entry], live: Iterable[HoursEntry]) -> Plan:
    """Return the fewest writes that make the live entries equal to the wanted ones."""
    standing = {entry.id: as_entry(entry) for entry in live}
    missing: list[Entry] = []
    for want in sorted(wanted_entries):
        stays = next((key for key, entry in standing.items() if entry == want), None)
        if stays is None:
            missing.append(want)
        else:
            del standing[stays]
    updates: list[tuple[int, HoursEntryUpdate]] = []
    # A shared start or end first: then one time alone is written.
    for shared in (1, 0):
        for want in list(missing):
            found = next((k for k, e in standing.items() if _likeness(e, want) >= shared), None)
            if found is not None:
                updates.append((found, _difference(standing.pop(found), want)))
                missing.remove(want)
    return Plan(tuple(updates), tuple(missing), tuple(standing))


def as_declared(
    declared: Declared, live: Iterable[HoursEntry], on: datetime.date
) -> dict[str, Any]:
    """Return the declaration with the managed part as it is live, dates before `on` kept."""
    ahead = minutes_ahead_or_none(declared.get("time_zone", EASTERN.key))
    shown: dict[str, dict[str, list[str]]] = {"week": {}, "dates": {}}
    for entry in sorted(managed(declared, live, on), key=lambda each: each.start_time):
        date = _date(entry)
        if date is not None:
            days, day = shown["dates"], date.isoformat()
        else:
            days, day = shown["week"], entry.day_of_week
        days.setdefault(day, []).append(_shown_span(entry, ahead))
    result = dict(declared)
    for section in ("week", "dates"):
        if section in declared:
            result[section] = {day: ", ".join(spans) for day, spans in shown[section].items()}
    if "dates" in declared:
        past = {d: s for d, s in declared["dates"].items() if d < on.isoformat()}
        result["dates"] |= past
    return result


def _entry(day: str, date: int | None, eastern: Span) -> Entry:
    return Entry(day, date, time_to_wire(clock(eastern.start)), time_to_wire(clock(eastern.end)))


def as_entry(entry: HoursEntry) -> Entry:
    """Return a live entry in the form in which entries are compared."""
    date = _date(entry)
    on = None if date is None else date_to_wire(date)
    return Entry(entry.day_of_week, on, entry.start_time, entry.end_time)


def _date(entry: HoursEntry) -> datetime.date | None:
    """Return the date that an entry is for; None for a weekly one, and where it is no date."""
    if entry.day_of_week != DayOfWeek.SPECIFIC_DATE or entry.date is None:
        return None
    try:
        return date_from_wire(entry.date)
    except (OverflowError, ValueError):
        return None


def _shown_time(milliseconds: int) -> str:
    """Return a time of the wire as a user would type it, or as it is where it is none."""
    try:
        return time_from_wire(milliseconds)
    except (OverflowError, ValueError):
        return f"{milliseconds} ms"


def _likeness(standing: Entry, want: Entry) -> int:
    """Return how many times two entries of one day share, -1 for entries of different days."""
    if (standing.day, standing.date) != (want.day, want.date):
        return -1
    return int(standing.start == want.start) + int(standing.end == want.end)


def _difference(standing: Entry, want: Entry) -> HoursEntryUpdate:
    times = {"start_time": want.start, "end_time": want.end}
    if standing.start == want.start:
        del times["start_time"]
    if standing.end == want.end:
        del times["end_time"]
    return HoursEntryUpdate.model_validate(times, by_name=True)


def _shown_span(entry: HoursEntry, ahead: int | None) -> str:
    """Return a live entry as a user would type it, in Eastern time where the zone can't say it."""
    eastern = f"{_shown_time(entry.start_time)}-{_shown_time(entry.end_time)}"
    return from_eastern_time(eastern, ahead)


def told(entry: Entry) -> str:
    """Name an entry as a message does: its day or date, and its times."""
    day = entry.day if entry.date is None else date_from_wire(entry.date).isoformat()
    return f"{day} {time_from_wire(entry.start)}-{time_from_wire(entry.end)}"
