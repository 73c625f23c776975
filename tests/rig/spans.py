"""Inbound hours as a person reads and types them, without the package's own conversions."""

from collections.abc import Iterable
from typing import Any

from pulumi_livevox.wire.times import date_from_wire

MIDNIGHT = 5 * 3_600_000
"""00:00 in the milliseconds of the API."""


def to_wire(clock: str) -> int:
    """The API's milliseconds of "07:00", or of "07:00:30"."""
    hours, minutes, seconds = [*map(int, clock.split(":")), 0][:3]
    return MIDNIGHT + ((hours * 60 + minutes) * 60 + seconds) * 1000


def from_wire(milliseconds: int) -> str:
    """The time of the API's milliseconds, which are whole minutes."""
    minutes, rest = divmod(milliseconds - MIDNIGHT, 60_000)
    assert rest == 0
    return f"{minutes // 60:02}:{minutes % 60:02}"


def by_day(entries: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """The spans of the API's entries by day or date; one that stands twice is there twice."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        day = entry["dayOfWeek"]
        if day == "SPECIFIC_DATE":
            day = date_from_wire(entry["date"]).isoformat()
        span = f"{from_wire(entry['startTime'])}-{from_wire(entry['endTime'])}"
        found.setdefault(day, []).append(span)
    return {day: sorted(spans) for day, spans in found.items()}
