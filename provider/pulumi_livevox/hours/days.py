"""The days of a week as the API names them, and what is told of days and dates."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Final

from pulumi_livevox.declaring.near_names import meant
from pulumi_livevox.wire.enumerations import DayOfWeek
from pulumi_livevox.wire.times import EASTERN

_WEEK: Final = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_GROUPS: Final = {"WEEKDAY": _WEEK[:5], "WEEKEND": _WEEK[5:]}

SPANS: Final = 'spans of times from 00:00 to 24:00, such as "09:00-12:00, 13:00-15:00"'
"""What a day or date may have."""


def near_misses(key: str) -> list[str]:
    """Return the days that were meant by a key that is none: "Mondays", "tues", "MODNAY"."""
    name = key.strip(" .").upper()
    if key.strip().upper() in set(DayOfWeek):
        return []
    # A day in the plural, or cut short.
    single = name.removesuffix("S")
    short: list[str] = [day for day in DayOfWeek if len(single) > 1 and day.startswith(single)]
    return short if len(short) == 1 else meant(single, DayOfWeek)


def unknown_days(week: Mapping[str, Any]) -> list[str]:
    """Return a warning for each day that is not known, nor nearly: the API judges it."""
    known = [day.value for day in DayOfWeek if day is not DayOfWeek.SPECIFIC_DATE]
    return [
        f"week.{day} is none of the days known ({', '.join(known)}); it is sent as it stands and "
        "the API judges it"
        for day in week
        if str(day).upper() not in set(DayOfWeek) and not near_misses(str(day))
    ]


def overlapping_days(week: Mapping[str, Any]) -> list[str]:
    """Return a warning where single days stand beside WEEKDAY or WEEKEND that hold them too."""
    days = {str(day).upper() for day in week}
    return [
        f"week has {group} and {', '.join(both)}: what the platform makes of a day that both "
        "cover is not documented"
        for group, members in _GROUPS.items()
        if group in days and (both := [day for day in members if day in days])
    ]


def new_past_dates(
    old: Mapping[str, Any], declared: Mapping[str, Any], on: datetime.date
) -> list[str]:
    """Return a warning for each date before `on`, today, that the old declaration lacks."""
    dates, before = declared.get("dates"), old.get("dates")
    known = before if isinstance(before, Mapping) else {}
    return [
        f"dates.{date} is before today ({on}, Eastern): nothing is written for it"
        for date in (dates if isinstance(dates, Mapping) else ())
        if date < on.isoformat() and date not in known
    ]


def left_out(section: str, night: str = "00:00-00:01") -> str:
    """Say what it means to leave out a day of the week, or a date, and how to close it."""
    if section == "week":
        return "A day that is closed is left out, as the API has no entry for closed"
    return (
        "A date that is left out has its weekly hours: to close it, declare a minute at night, "
        f'such as "{night}" (no other way is known)'
    )


def later(day: str, by: int) -> str:
    """Name what comes `by` days after a day, a group of days or a date."""
    if day in _WEEK or day in _GROUPS:
        days = [_WEEK[(_WEEK.index(each) + by) % 7] for each in _GROUPS.get(day, (day,))]
        between = " to " if len(days) > 2 else " and "
        return between.join(dict.fromkeys((days[0], days[-1])))
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=by)).isoformat()
    except (OverflowError, ValueError):
        return {0: day, -1: "the day before", 1: "the day after"}.get(by, f"{by} days later")


def today() -> datetime.date:
    """Return today's date in Eastern time, in which the platform keeps dates."""
    return datetime.datetime.now(EASTERN).date()
