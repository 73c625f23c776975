"""A line's hours as somebody reads them who knows the API's page, and nothing of the package.

Times are Eastern wall-clock times, in milliseconds from 1970-01-01T00:00Z to that time on
1970-01-01 in US Eastern (UTC-5); a date is the millisecond of Eastern midnight on that date. Taken
for granted: entries of a date stand instead of the week's on it, and an end is no part of its span.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

_EASTERN = ZoneInfo("America/New_York")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MIDNIGHT = timedelta(hours=5)
_DAYS = {
    "MONDAY": (0,),
    "TUESDAY": (1,),
    "WEDNESDAY": (2,),
    "THURSDAY": (3,),
    "FRIDAY": (4,),
    "SATURDAY": (5,),
    "SUNDAY": (6,),
    "WEEKDAY": (0, 1, 2, 3, 4),
    "WEEKEND": (5, 6),
}

Spans = list[tuple[timedelta, timedelta]]


class Reader:
    """What the entries of a service say, as they are posted or listed."""

    def __init__(self, entries: Iterable[Mapping[str, Any]]) -> None:
        self._week: dict[int, Spans] = {day: [] for day in range(7)}
        self._dates: dict[date, Spans] = {}
        for entry in entries:
            span = _clock(entry["startTime"]), _clock(entry["endTime"])
            if entry["dayOfWeek"] == "SPECIFIC_DATE":
                midnight = (_EPOCH + timedelta(milliseconds=entry["date"])).astimezone(_EASTERN)
                self._dates.setdefault(midnight.date(), []).append(span)
            else:
                for day in _DAYS[entry["dayOfWeek"]]:
                    self._week[day].append(span)

    def is_open(self, when: datetime) -> bool:
        """Whether the line takes calls at a moment."""
        eastern = when.astimezone(_EASTERN)
        clock = timedelta(hours=eastern.hour, minutes=eastern.minute, seconds=eastern.second)
        return self.is_open_at(eastern.date(), clock)

    def is_open_at(self, day: date, clock: timedelta) -> bool:
        """Whether the line takes calls when Eastern clocks show a time of a date."""
        spans = self._dates.get(day, self._week[day.weekday()])
        return any(start <= clock < end for start, end in spans)


def _clock(milliseconds: int) -> timedelta:
    return timedelta(milliseconds=milliseconds) - _MIDNIGHT
