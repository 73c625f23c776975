"""Entries as the platform lists them."""

from collections.abc import Iterable

from pulumi_livevox.hours.entries import Entry
from pulumi_livevox.wire.inbound_hours import HoursEntry

Live = list[HoursEntry]


def listed(entries: Iterable[Entry], first: int = 1) -> Live:
    """Entries as the platform would list them, with ids from the first one on."""
    return [
        HoursEntry(
            id=number,
            day_of_week=entry.day,
            date=entry.date,
            start_time=entry.start,
            end_time=entry.end,
        )
        for number, entry in enumerate(entries, first)
    ]
