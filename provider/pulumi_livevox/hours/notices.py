"""What is told of declared hours and stops nothing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from pulumi_livevox.hours.days import GROUPS, near_misses
from pulumi_livevox.wire.enumerations import DayOfWeek

if TYPE_CHECKING:
    from pulumi_livevox.hours.declared import DeclaredHours


def unknown_days(week: Iterable[Any]) -> list[str]:
    """Return a warning for each day that is not known, nor nearly: the API judges it."""
    known = [day.value for day in DayOfWeek if day is not DayOfWeek.SPECIFIC_DATE]
    return [
        f"week.{day} is none of the days known ({', '.join(known)}); it is sent as it stands and "
        "the API judges it"
        for day in week
        if str(day).upper() not in set(DayOfWeek) and not near_misses(str(day))
    ]


def overlapping_days(week: Iterable[Any]) -> list[str]:
    """Return a warning where single days stand beside WEEKDAY or WEEKEND that hold them too."""
    days = {str(day).upper() for day in week}
    return [
        f"week has {group} and {', '.join(both)}: what the platform makes of a day that both "
        "cover is not documented"
        for group, members in GROUPS.items()
        if group in days and (both := [day for day in members if day in days])
    ]


def new_past_dates(old: DeclaredHours, new: DeclaredHours, on: datetime.date) -> list[str]:
    """Return a warning for each date before `on`, today, that the old declaration lacks."""
    return [
        f"dates.{date} is before today ({on}, Eastern): nothing is written for it"
        for date in new.dates_before(on)
        if date not in old.dates_before(on)
    ]
