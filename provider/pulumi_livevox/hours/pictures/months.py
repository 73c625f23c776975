"""The months of a year as a calendar has them, and which of their dates are marked."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from typing import Final, NamedTuple

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

WEEKDAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


class Place(NamedTuple):
    """Where a date stands in its month."""

    date: datetime.date
    row: int
    """The week of the month, from 0."""
    column: int
    """Its day of the week, from 0 for Monday."""


def places(year: int, month: int) -> Iterator[Place]:
    """Return the dates of a month by week and day."""
    first = datetime.date(year, month, 1)
    for number in range(calendar.monthrange(year, month)[1]):
        row, column = divmod(first.weekday() + number, 7)
        yield Place(first + datetime.timedelta(days=number), row, column)


def date_text(date: datetime.date) -> str:
    """Return a date as people read it: "Thursday, 26 November"."""
    weekday = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")[date.weekday()]
    return f"{weekday}day, {date.day} {MONTHS[date.month - 1]}"
