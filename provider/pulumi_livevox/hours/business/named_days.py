"""Days with names, where they come from, and which names are the same."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, Protocol

NAMELESS: Final = "Holiday"
"""The name of a day that was given none."""

_QUALIFIED: Final = re.compile(r"\s*[(\uFF08][^()\uFF08\uFF09]*[)\uFF09]$")
"""What stands behind the name of a holiday, "(observed)"; wide parentheses too."""


class NamedDays(Protocol):
    """Where holidays come from: days of any year, with their names."""

    def of_year(self, year: int) -> Iterable[tuple[datetime.date, str]]:
        """Return the holidays of a year, a day twice where it has two names."""
        ...

    @property
    def names(self) -> Collection[str]:
        """The names of holidays that there are, in some year."""
        ...

    @property
    def endless(self) -> Collection[str]:
        """The names of those that come again without end."""
        ...

    @property
    def last(self) -> datetime.date | None:
        """The last of all that do not come again without end; None where there is none."""
        ...

    @property
    def as_typed(self) -> tuple[str, ...]:
        """The function that takes them, and its arguments, as a program has them."""
        ...


@dataclass(frozen=True)
class Listed:
    """Days that a program names one by one."""

    days: tuple[tuple[datetime.date, str], ...]
    """By date."""

    def of_year(self, year: int) -> Iterable[tuple[datetime.date, str]]:
        """Return those of a year."""
        return [(day, name) for day, name in self.days if day.year == year]

    @property
    def names(self) -> Collection[str]:
        """The names of all."""
        return {name for _, name in self.days}

    @property
    def endless(self) -> Collection[str]:
        """None: what is listed ends."""
        return ()

    @property
    def last(self) -> datetime.date | None:
        """The last one."""
        return self.days[-1][0] if self.days else None

    @property
    def as_typed(self) -> tuple[str, ...]:
        """Their dates with the names."""
        return "Holidays.from_dates", repr(self.by_date)

    @property
    def by_date(self) -> dict[str, str]:
        """The names by the texts of their dates."""
        return {day.isoformat(): name for day, name in self.days}


def same(name: str) -> str:
    """Return what the same names have in common: case and needless blanks do not count."""
    return " ".join(name.split()).casefold()


def unqualified(name: str) -> str:
    """Return the name without what stands in parentheses behind it, "(observed)"."""
    return _QUALIFIED.sub("", name) or name
