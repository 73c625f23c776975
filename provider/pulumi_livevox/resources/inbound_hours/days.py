"""The days of a week as the API names them, and what users are warned about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_livevox.wire.enumerations import DayOfWeek


def unknown_days(week: Mapping[str, Any]) -> list[str]:
    """Return a warning for each day that is not known: the API judges it."""
    known = [day.value for day in DayOfWeek if day is not DayOfWeek.SPECIFIC_DATE]
    return [
        f"week.{day} is none of the days known ({', '.join(known)}); it is sent as it stands and "
        "the API judges it"
        for day in week
        if str(day).upper() not in (*known, DayOfWeek.SPECIFIC_DATE.value)
    ]


def overlapping_days(week: Mapping[str, Any]) -> list[str]:
    """Return a warning where single days stand beside WEEKDAY or WEEKEND that hold them too."""
    days = {str(day).upper() for day in week}
    groups = {
        "WEEKDAY": ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
        "WEEKEND": ("SATURDAY", "SUNDAY"),
    }
    return [
        f"week has {group} and {', '.join(both)}: what the platform makes of a day that both "
        "cover is not documented"
        for group, members in groups.items()
        if group in days and (both := [day for day in members if day in days])
    ]
