"""What a change of hours means, in words for those who approve it."""

from __future__ import annotations

from pulumi_livevox.hours.timetable import Timetable


def describe(before: Timetable, after: Timetable) -> list[str]:
    """Say what changes, by day and date: "Tuesday: closes 19:30 instead of 20:59"."""
    raise NotImplementedError
