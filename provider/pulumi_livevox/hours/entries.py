"""The entries of hours as the API keeps them, and the fewest writes between two lists of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from pulumi_livevox.declaring.sentences import shown
from pulumi_livevox.hours.clock import END_OF_DAY, format_time
from pulumi_livevox.hours.spans import Span
from pulumi_livevox.wire.enumerations import DayOfWeek
from pulumi_livevox.wire.inbound_hours import HoursEntry, HoursEntryUpdate, NewHoursEntry
from pulumi_livevox.wire.times import (
    date_from_wire,
    date_to_wire,
    eastern_from_wire,
    time_from_wire,
    time_to_wire,
)


@dataclass(frozen=True, order=True)
class Entry:
    """One entry as the API keeps it: a day or a date, and times in its milliseconds."""

    day: str
    date: int | None
    start: int
    end: int

    def __str__(self) -> str:
        """Name the entry as a message does: its day or date, and its times."""
        day = self.day if self.date is None else date_from_wire(self.date).isoformat()
        return f"{day} {_shown(self.start)}-{_shown(self.end)}"

    @classmethod
    def of_day(cls, day: str, eastern: Span) -> Entry:
        """Return the entry of a span of the week."""
        return cls(day, None, time_to_wire(eastern.start), time_to_wire(eastern.end))

    @classmethod
    def of_date(cls, date: datetime.date, eastern: Span) -> Entry:
        """Return the entry of a span of a date."""
        times = time_to_wire(eastern.start), time_to_wire(eastern.end)
        return cls(DayOfWeek.SPECIFIC_DATE.value, date_to_wire(date), *times)

    @classmethod
    def of_live(cls, live: HoursEntry) -> Entry:
        """Return a live entry in the form in which entries are compared."""
        date = date_of(live)
        on = None if date is None else date_to_wire(date)
        return cls(live.day_of_week, on, live.start_time, live.end_time)

    def to_body(self) -> NewHoursEntry:
        """Return the body that adds the entry."""
        new = {"day_of_week": self.day, "start_time": self.start, "end_time": self.end}
        if self.date is not None:
            new["date"] = self.date
        return NewHoursEntry.model_validate(new, by_name=True)


@dataclass(frozen=True)
class Plan:
    """The fewest writes that make the live list equal to the wanted entries."""

    updates: tuple[tuple[int, HoursEntryUpdate], ...]
    additions: tuple[Entry, ...]
    removals: tuple[int, ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything to write."""
        return bool(self.updates or self.additions or self.removals)


def plan(wanted: Iterable[Entry], live: Iterable[HoursEntry]) -> Plan:
    """Return the fewest writes that make the live entries equal to the wanted ones."""
    # Pairs: nothing says that a list may not have an id twice.
    standing = [(each.id, Entry.of_live(each)) for each in live]
    missing: list[Entry] = []
    for want in sorted(wanted):
        stays = next((each for each in standing if each[1] == want), None)
        if stays is None:
            missing.append(want)
        else:
            standing.remove(stays)
    updates: list[tuple[int, HoursEntryUpdate]] = []
    # A shared start or end first: then one time alone is written.
    for shared in (1, 0):
        for want in list(missing):
            found = next((each for each in standing if _likeness(each[1], want) >= shared), None)
            if found is not None:
                standing.remove(found)
                updates.append((found[0], _difference(found[1], want)))
                missing.remove(want)
    return Plan(tuple(updates), tuple(missing), tuple(id for id, _ in standing))


def date_of(live: HoursEntry) -> datetime.date | None:
    """Return the date that an entry is for; None for a weekly one, and where it is no date."""
    if live.day_of_week != DayOfWeek.SPECIFIC_DATE or live.date is None:
        return None
    try:
        return date_from_wire(live.date)
    except ValueError:
        return None


def undated(live: Iterable[HoursEntry]) -> list[tuple[str, str]]:
    """Return the entries of a date that is none, each with why no declaration speaks of it."""
    return [
        (str(Entry.of_live(each)), f"has no date that can be read (it was {shown(each.date)})")
        for each in live
        if each.day_of_week == DayOfWeek.SPECIFIC_DATE and date_of(each) is None
    ]


def doubt_of(live: HoursEntry) -> str | None:
    """Return why an entry is not what a declaration of its day or date makes; None where it is.

    Comparing goes by its day, or by the Eastern date, all the same.
    """
    if live.day_of_week != DayOfWeek.SPECIFIC_DATE:
        if live.date is None:
            return None
        return f"the platform has it with a date ({_moment(live.date)}), which no day can have"
    date = date_of(live)
    if date is None or live.date in (None, date_to_wire(date)):
        return None
    return f"the platform has it at {_moment(live.date)}, no midnight: it may mean another date"


def odd(live: Iterable[HoursEntry]) -> list[str]:
    """Return a sentence for each entry that no declaration speaks of, or not of all that it is."""
    return [text for _, text in odd_by_day(live)]


def odd_by_day(live: Iterable[HoursEntry]) -> list[tuple[str | datetime.date | None, str]]:
    """Return those sentences, each with the day or date of its entry; None where it has none."""
    live = list(live)
    dateless = [(None, " ".join(each)) for each in undated(live)]
    doubtful = [
        (date_of(each) or each.day_of_week, f"{Entry.of_live(each)}: {doubt}")
        for each in live
        if (doubt := doubt_of(each)) is not None
    ]
    return [*dateless, *doubtful]


def _moment(milliseconds: int) -> str:
    """Return an instant as people read it; a date alone where it is one."""
    try:
        eastern = eastern_from_wire(milliseconds)
    except ValueError:
        return str(milliseconds)
    if milliseconds == date_to_wire(eastern.date()):
        return eastern.date().isoformat()
    return f"{eastern:%Y-%m-%d %H:%M:%S} Eastern"


def span_of(live: HoursEntry) -> Span | str:
    """Return an entry's Eastern span, or its text where its times are none that people type."""
    start, end = _minutes(live.start_time), _minutes(live.end_time)
    if start is None or end is None or start == END_OF_DAY:
        return f"{_shown(live.start_time)}-{_shown(live.end_time)}"
    return Span(start, end)


def _minutes(milliseconds: int) -> int | None:
    """Return a time of the wire in minutes; None for seconds, and what is past the day."""
    try:
        minutes, seconds = time_from_wire(milliseconds)
    except ValueError:
        return None
    return None if seconds or minutes > END_OF_DAY else minutes


def _shown(milliseconds: int) -> str:
    """Return a time of the wire as a user would type it, or as it is where it is none."""
    try:
        return format_time(*time_from_wire(milliseconds))
    except ValueError:
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
