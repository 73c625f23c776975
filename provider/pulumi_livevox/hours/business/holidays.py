"""Holidays: of a country, of an iCalendar file, or listed; each with its name."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path


class Holidays:
    """Days that are holidays, each with its name: a value.

    The holidays of a country are those of the package `holidays` (`pulumi-livevox[holidays]`).
    """

    def __init__(
        self,
        country: str,
        subdivision: str | None = None,
        *,
        leave_out: Iterable[str | datetime.date] = (),
        add: Mapping[str | datetime.date, str] | None = None,
    ) -> None:
        """Take the holidays of a country, "US", and of a part of it, "CA".

        Args:
            country: ISO code of two letters.
            subdivision: code of a state, province or the like, with its holidays as well.
            leave_out: names of holidays ("Columbus Day", which takes out the day on which it is
                observed too), or dates, that are days like others here.
            add: names of further holidays by date: {"2026-11-27": "Day after Thanksgiving"}.

        Raises WrongHours.
        """
        raise NotImplementedError

    @classmethod
    def from_icalendar(
        cls,
        file: str | Path,
        *,
        leave_out: Iterable[str | datetime.date] = (),
        add: Mapping[str | datetime.date, str] | None = None,
    ) -> Holidays:
        """Take the all-day events of an iCalendar file, recurring ones too. Raises WrongHours."""
        raise NotImplementedError

    @classmethod
    def from_dates(
        cls, dates: Mapping[str | datetime.date, str] | Iterable[str | datetime.date]
    ) -> Holidays:
        """Take some dates, with their names or without. Raises WrongHours."""
        raise NotImplementedError

    @property
    def is_endless(self) -> bool:
        """Whether every year has some, so that a last day has to be declared."""
        raise NotImplementedError

    @property
    def last(self) -> datetime.date | None:
        """The last of them; None where every year has some."""
        raise NotImplementedError

    def of_year(self, year: int) -> Mapping[datetime.date, str]:
        """Return the names of a year's holidays by date; two on one date as "A; B"."""
        raise NotImplementedError
