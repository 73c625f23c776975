"""The holidays of an iCalendar file: its all-day events, also those that come again.

An event counts whose days are whole: given as dates, or from midnight to midnight, as some programs
write them. One with a time of day is an appointment and is left out, and so is a cancelled one.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pulumi_livevox.declaring.sentences import shown
from pulumi_livevox.hours.business.missing_extras import needed_by
from pulumi_livevox.hours.business.named_days import NAMELESS
from pulumi_livevox.hours.wrong import WrongHours, refusal

if TYPE_CHECKING:
    from recurring_ical_events import CalendarQuery

_Event = Any
"""A component of icalendar: each of its values is typed as any of thirty classes there."""

_DAY: Final = datetime.timedelta(days=1)
_OF_DAYS: Final = ("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID")
"""The properties of an event that say on which days it is."""


@dataclass(frozen=True)
class ICalendar:
    """The all-day events of an iCalendar file. Two files of one text are equal."""

    file: str = field(compare=False)
    """Its path, as the program names it."""
    text: str = field(repr=False)
    names: Collection[str] = field(compare=False)
    """The names of its all-day events."""
    endless: Collection[str] = field(compare=False)
    """The names of those that come again without end."""
    _occurring: tuple[CalendarQuery, ...] = field(compare=False, repr=False)

    @classmethod
    def read(cls, file: Any) -> ICalendar:
        """Read a file. Raises WrongHours where it is none of iCalendar, or has no all-day event."""
        if not isinstance(file, str | Path):
            raise _refused(file, "it is no path")
        text = _text(file)
        with needed_by("Holidays of an iCalendar file"):
            import recurring_ical_events
        calendars = _calendars(file, text)
        with _readable(file):
            _judge(file, calendars)
            events = [event for each in calendars for event in each.walk("VEVENT") if _days(event)]
            if not events:
                raise _refused(file, "it has no event that lasts all day")
            found = cls(
                str(file),
                text,
                {_name(event) for event in events},
                {_name(event) for event in events if _is_endless(event)},
                tuple(recurring_ical_events.of(each) for each in calendars),
            )
            # What can't be repeated is found when it is tried.
            years = [_days(event)[0].year for event in events]
            for year in {min(years), max(years)}:
                found.of_year(year)
        return found

    @property
    def last(self) -> datetime.date | None:
        """The last day of its events; None where some come again without end."""
        if self.endless:
            return None
        days = (
            day for calendar in self._occurring for event in calendar.all() for day in _days(event)
        )
        return max(days, default=None)

    @property
    def as_typed(self) -> tuple[str, ...]:
        """The path of the file."""
        return "Holidays.from_icalendar", repr(self.file)

    def of_year(self, year: int) -> Iterable[tuple[datetime.date, str]]:
        """Return the days of a year that its events have; an event of several days each of them."""
        if not datetime.MINYEAR < year < datetime.MAXYEAR:
            return []
        # A day more at each end: an event from midnight to midnight has a zone.
        first, last = datetime.date(year, 1, 1) - _DAY, datetime.date(year, 12, 31) + 2 * _DAY
        with _readable(self.file):
            return sorted(
                {
                    (day, _name(event))
                    for calendar in self._occurring
                    for event in calendar.between(first, last)
                    for day in _days(event)
                    if day.year == year
                }
            )


def _calendars(file: Any, text: str) -> list[Any]:
    with needed_by("Holidays of an iCalendar file"):
        from icalendar import Calendar
    try:
        read = Calendar.from_ical(text, True)
    # Of what is no calendar at all the library makes errors of many kinds.
    except Exception:
        raise _refused(file, "it is none") from None
    calendars = [each for each in read if each.name == "VCALENDAR"]
    if not calendars:
        raise _refused(file, "it is none, or breaks off")
    return calendars


@contextmanager
def _readable(file: Any) -> Iterator[None]:
    """Refuse a file whose events can't be read: the libraries raise errors of many kinds."""
    try:
        yield
    except WrongHours:
        raise
    except Exception as error:
        why = f"the days of its events can't be told ({' '.join(str(error).split())})"
        raise _refused(file, why) from None


def _text(file: str | Path) -> str:
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise _refused(file, "it is no text in UTF-8") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _refused(file, f"it can't be read from {Path.cwd()} ({reason})") from None


def _refused(file: Any, why: str) -> WrongHours:
    # Whole: the name of a file stands at the end of its path.
    named = f'"{file}"' if isinstance(file, str | Path) else shown(file)
    return refusal(
        [f"file was {named}, and {why}; it may be the path of an iCalendar file of holidays"]
    )


def _judge(file: Any, calendars: list[Any]) -> None:
    """Raise WrongHours where the days of an event can't be told, or are those of another one."""
    for calendar in calendars:
        versions: dict[tuple[str, ...], bytes] = {}
        for event in calendar.walk("VEVENT"):
            wrong = _wrong_with(event)
            version = tuple(str(event.get(name)) for name in ("UID", "RECURRENCE-ID", "SEQUENCE"))
            # Of two that are called the same only one would count.
            if "UID" in event and versions.setdefault(version, event.to_ical()) != event.to_ical():
                wrong = wrong or "has the UID of another event"
            if wrong:
                raise _refused(file, f'its event "{_name(event)}" {wrong}')


def _wrong_with(event: _Event) -> str | None:
    """Return why the days of an event can't be told; None where they can."""
    broken = [str(name) for name, _ in event.errors if name in _OF_DAYS]
    if broken:
        return f"has {broken[0]} that can't be read"
    if "DTSTART" not in event:
        return "has no DTSTART"
    if any("FREQ" not in rule for rule in _rules(event)):
        return "has an RRULE without FREQ"
    often = {"SECONDLY", "MINUTELY", "HOURLY"}
    if any(often & {str(each).upper() for each in rule["FREQ"]} for rule in _rules(event)):
        return "comes again more than once a day"
    start, end = _start_and_end(event)
    if isinstance(start, datetime.datetime) != isinstance(end, datetime.datetime):
        return "has a date and a time as its DTSTART and DTEND"
    return "ends before it begins" if end < start else None


def _days(event: _Event) -> list[datetime.date]:
    """Return the days of an event; none where it has a time of day, or is cancelled."""
    start, end = _start_and_end(event)
    if isinstance(start, datetime.datetime):
        if start.time() != datetime.time() or end.time() != datetime.time() or start == end:
            return []
        start, end = start.date(), end.date()
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return []
    return [start + each * _DAY for each in range(max(1, (end - start).days))]


def _start_and_end(event: _Event) -> tuple[Any, Any]:
    """Return two dates, or two moments, of which the second is no part of the event."""
    start = event["DTSTART"].dt
    if "DTEND" in event:
        return start, event["DTEND"].dt
    return start, start + event["DURATION"].dt if "DURATION" in event else start


def _name(event: _Event) -> str:
    summary = _all(event, "SUMMARY")
    return " ".join(str(summary[0]).split() if summary else ()) or NAMELESS


def _is_endless(event: _Event) -> bool:
    return any("UNTIL" not in rule and "COUNT" not in rule for rule in _rules(event))


def _rules(event: _Event) -> list[Any]:
    return _all(event, "RRULE")


def _all(event: _Event, name: str) -> list[Any]:
    """Return the values of a property, which may stand several times."""
    values = event.get(name, [])
    return values if isinstance(values, list) else [values]
