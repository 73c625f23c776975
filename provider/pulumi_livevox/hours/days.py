"""The days of a week as the API names them, what is meant by other names, and what comes later."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Final

from pulumi_livevox.declaring.near_names import meant
from pulumi_livevox.wire.enumerations import DayOfWeek

WEEK: Final = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
"""The single days, in the order of `datetime.date.weekday`."""

GROUPS: Final = {"WEEKDAY": WEEK[:5], "WEEKEND": WEEK[5:]}
"""The days that stand for several, with those that they hold."""


A_DATE: Final = "a date that exists, such as 2026-12-25"
"""What a date may be."""


def date_typed(typed: object) -> datetime.date | None:
    """Return the date that somebody typed, as one or as its text; None where it is none."""
    if isinstance(typed, datetime.datetime):
        return typed.date()
    if isinstance(typed, datetime.date):
        return typed
    try:
        return datetime.date.fromisoformat(typed.strip()) if isinstance(typed, str) else None
    except ValueError:
        return None


def day_of(date: datetime.date) -> str:
    """Return the day of the week that a date is, as the API names it."""
    return WEEK[date.weekday()]


def near_misses(key: str) -> list[str]:
    """Return the days that were meant by a key that is none: "Mondays", "tues", "MODNAY"."""
    name = key.strip(" .").upper()
    if key.strip().upper() in set(DayOfWeek):
        return []
    # A day in the plural, or cut short.
    single = name.removesuffix("S")
    short: list[str] = [day for day in DayOfWeek if len(single) > 1 and day.startswith(single)]
    return short if len(short) == 1 else meant(single, DayOfWeek)


def day_named(key: str) -> str:
    """Return the day that a key of a week is, as the API names it; an unknown one passes.

    The text of the ValueError completes the sentence "A key may be …".
    """
    known, meant = key.strip().upper(), near_misses(key)
    if DayOfWeek.SPECIFIC_DATE in (known, *meant):
        raise ValueError("a day; hours of a date are declared in dates")
    if not known:
        raise ValueError("keyed by days, such as WEEKDAY or SATURDAY")
    if meant:
        raise ValueError(f"{' or '.join(meant)}, as the API names days")
    return known if known in set(DayOfWeek) else key.strip()


def later(day: str, by: int) -> str:
    """Name what comes `by` days after a day, a group of days or a date."""
    if day in WEEK or day in GROUPS:
        days = [WEEK[(WEEK.index(each) + by) % 7] for each in GROUPS.get(day, (day,))]
        between = " to " if len(days) > 2 else " and "
        return between.join(dict.fromkeys((days[0], days[-1])))
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=by)).isoformat()
    except (OverflowError, ValueError):
        return {0: day, -1: "the day before", 1: "the day after"}.get(by, f"{by} days later")


def in_order(days: Iterable[str]) -> list[str]:
    """Return days as a week goes, groups before the days that they hold; dates by date."""
    order = ("WEEKDAY", *WEEK[:5], "WEEKEND", *WEEK[5:])
    return sorted(days, key=lambda day: (order.index(day) if day in order else len(order), day))
