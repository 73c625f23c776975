"""Holidays: of a country, of an iCalendar file, or listed; each with its name."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pulumi_livevox.hours.business.icalendars import ICalendar
from pulumi_livevox.hours.business.judging import judge_days, judge_left_out, judge_named
from pulumi_livevox.hours.business.named_days import Listed, NamedDays, same, unqualified
from pulumi_livevox.hours.business.of_country import OfCountry
from pulumi_livevox.hours.wrong import refusal


class Holidays:
    """Days that are holidays, each with its name: a value.

    The holidays of a country are those of the package `holidays` (`pulumi-livevox[holidays]`): the
    public ones, by their names in the language that it has for the country. Two declarations of the
    same holidays are equal; an iCalendar file counts by what stood in it when it was read.
    """

    __slots__ = ("_added", "_left_out", "_source", "_years")

    _source: NamedDays
    _left_out: Mapping[str, str]
    _added: Listed
    _years: dict[int, Mapping[datetime.date, str]]

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
                observed too), or dates, that are days like others here. A name that the country has
                and its part has not is fine, and takes nothing out.
            add: names of further holidays by date: {"2026-11-27": "Day after Thanksgiving"}.

        Raises WrongHours.
        """
        self._take(OfCountry.named(country, subdivision), leave_out, add)

    @classmethod
    def from_icalendar(
        cls,
        file: str | Path,
        *,
        leave_out: Iterable[str | datetime.date] = (),
        add: Mapping[str | datetime.date, str] | None = None,
    ) -> Holidays:
        """Take the all-day events of an iCalendar file, recurring ones too. Raises WrongHours.

        The file is read once, here. Events with a time of day and cancelled ones are left out.

        Args:
            file: its path, from the folder in which the program runs.
            leave_out: names of its events, or dates, as for a country.
            add: names of further holidays by date.
        """
        holidays = cls.__new__(cls)
        holidays._take(ICalendar.read(file), leave_out, add)
        return holidays

    @classmethod
    def from_dates(
        cls, dates: Mapping[str | datetime.date, str] | Iterable[str | datetime.date]
    ) -> Holidays:
        """Take some dates, with their names or without. Raises WrongHours.

        A date without a name is called "Holiday".
        """
        days, problems = judge_days("holidays", dates)
        if problems:
            raise refusal(problems)
        holidays = cls.__new__(cls)
        holidays._take(days)
        return holidays

    def _take(self, source: NamedDays, leave_out: Any = (), add: Any = None) -> None:
        left_out, problems = judge_left_out(source, leave_out)
        added, wrong = judge_named("add", {} if add is None else add)
        if problems or wrong:
            raise refusal([*problems, *wrong])
        self._source, self._left_out, self._added = source, left_out, added
        self._years = {}

    @property
    def is_endless(self) -> bool:
        """Whether every year has some, so that a last day has to be declared."""
        return any(not self._is_left_out(name) for name in self._source.endless)

    @property
    def last(self) -> datetime.date | None:
        """The last of them; None where there is none, or no end."""
        if self.is_endless:
            return None
        lasts = (self._source.last, self._added.last)
        return max((each for each in lasts if each is not None), default=None)

    @property
    def last_listed(self) -> datetime.date | None:
        """The last of those that the program names one by one; None where it names none."""
        listed = self._source.last if isinstance(self._source, Listed) else None
        return max(filter(None, (listed, self._added.last)), default=None)

    def of_year(self, year: int) -> Mapping[datetime.date, str]:
        """Return the names of a year's holidays by date; two on one date as "A; B"."""
        if year not in self._years:
            self._years[year] = self._named(year)
        return dict(self._years[year])

    def _named(self, year: int) -> dict[datetime.date, str]:
        names: dict[datetime.date, dict[str, str]] = {}
        for day, name in self._source.of_year(year):
            if day.isoformat() not in self._left_out and not self._is_left_out(name):
                names.setdefault(day, {})[same(name)] = name
        for day, name in self._added.of_year(year):
            names.setdefault(day, {})[same(name)] = name
        return {day: "; ".join(names[day].values()) for day in sorted(names)}

    def _is_left_out(self, name: str) -> bool:
        return same(name) in self._left_out or same(unqualified(name)) in self._left_out

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Holidays) and self._declared == other._declared

    def __hash__(self) -> int:
        return hash(self._declared)

    @property
    def _declared(self) -> tuple[NamedDays, frozenset[str], Listed]:
        return self._source, frozenset(self._left_out), self._added

    def __repr__(self) -> str:
        function, *arguments = self._source.as_typed
        if self._left_out:
            arguments.append(f"leave_out={list(self._left_out.values())!r}")
        if self._added.days:
            arguments.append(f"add={self._added.by_date!r}")
        return f"{function}({', '.join(arguments)})"
