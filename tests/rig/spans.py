"""Inbound hours as a person reads them."""

from collections.abc import Iterable
from typing import Any

from pulumi_livevox.wire.times import date_from_wire, time_from_wire


def by_day(entries: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """The spans of the API's entries by day or date; one that stands twice is there twice."""
    found: dict[str, list[str]] = {}
    for entry in entries:
        day = entry["dayOfWeek"]
        if day == "SPECIFIC_DATE":
            day = date_from_wire(entry["date"]).isoformat()
        span = f"{time_from_wire(entry['startTime'])}-{time_from_wire(entry['endTime'])}"
        found.setdefault(day, []).append(span)
    return {day: sorted(spans) for day, spans in found.items()}
