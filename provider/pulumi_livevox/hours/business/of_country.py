"""The public holidays of a country and of a part of it, as the package `holidays` knows them."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pulumi_livevox.declaring.near_names import alike, nearest
from pulumi_livevox.declaring.sentences import was
from pulumi_livevox.hours.business.missing_extras import needed_by
from pulumi_livevox.hours.wrong import refusal

if TYPE_CHECKING:
    from holidays.holiday_base import HolidayBase


@dataclass(frozen=True)
class OfCountry:
    """The public holidays of a country, and those of one of its parts."""

    country: str
    """ISO code of two letters, "US"."""
    subdivision: str | None
    """Code of a state, province or the like, "CA"."""

    @classmethod
    def named(cls, country: Any, subdivision: Any) -> OfCountry:
        """Find a country and a part of it by their codes. Raises WrongHours."""
        codes = _country_codes()
        known = _spelled_as(country, set(codes.values()))
        if known is None:
            raise refusal([_no_country(country, codes)])
        if subdivision is None:
            return cls(known, None)
        part = _spelled_as(subdivision, _entity(known).subdivisions)
        if part is None:
            raise refusal([_no_subdivision(known, subdivision)])
        return cls(known, part)

    def of_year(self, year: int) -> Iterable[tuple[datetime.date, str]]:
        """Return the holidays of a year, also the days on which others are observed."""
        return _of_year(self.country, self.subdivision, year)

    @property
    def names(self) -> Collection[str]:
        """The names that holidays have around this year, in this part or in the country."""
        this_year = datetime.date.today().year
        return {
            name
            for part in {None, self.subdivision}
            for year in range(this_year - 5, this_year + 11)
            for _, name in _of_year(self.country, part, year)
        }

    @property
    def endless(self) -> Collection[str]:
        """The names of all: a country has holidays every year."""
        return self.names

    @property
    def last(self) -> datetime.date | None:
        """None: all come again."""
        return None

    @property
    def as_typed(self) -> tuple[str, ...]:
        """The codes."""
        part = () if self.subdivision is None else (f"subdivision={self.subdivision!r}",)
        return "Holidays", repr(self.country), *part


@lru_cache(maxsize=1024)
def _of_year(
    country: str, subdivision: str | None, year: int
) -> tuple[tuple[datetime.date, str], ...]:
    entity = _entity(country)
    # Without a language the names would be in that of the machine.
    days = entity(years=year, subdiv=subdivision, language=entity.default_language, expand=False)
    return tuple((day, name) for day in sorted(days) for name in days.get_list(day))


def _entity(country: str) -> type[HolidayBase]:
    """Return the class that the package has for a country."""
    with needed_by("Holidays of a country"):
        from holidays import countries
        from holidays.registry import COUNTRIES
    (name,) = [each[0] for each in COUNTRIES.values() if each[1] == country]
    entity: type[HolidayBase] = getattr(countries, name)
    return entity


def _country_codes() -> Mapping[str, str]:
    """Return the codes of the countries by everything that they are called."""
    with needed_by("Holidays of a country"):
        from holidays.registry import COUNTRIES
    return {_letters(name): each[1] for each in COUNTRIES.values() for name in each}


def _spelled_as(typed: Any, codes: Iterable[str]) -> str | None:
    """Return the code that was typed, as it is spelled; None where it is none."""
    if not isinstance(typed, str):
        return None
    return {code.casefold(): code for code in codes}.get(typed.strip().casefold())


def _no_country(typed: Any, codes: Mapping[str, str]) -> str:
    letters = _letters(str(typed))
    near = letters if letters in codes else nearest(letters, codes, alike=0.8)
    may_be = f"the code of a country: {codes[near]}" if near else "the code of a country: US or GB"
    return was("country", typed, may_be)


def _no_subdivision(country: str, typed: Any) -> str:
    entity = _entity(country)
    codes = sorted(entity.subdivisions)
    if not codes:
        return was("subdivision", typed, f"left out: {country} has no holidays of a part alone")
    called = {**{code: code for code in codes}, **getattr(entity, "subdivisions_aliases", {})}
    near = alike(str(typed).strip(), called, most=1)
    *some, last = codes[:4] if len(codes) > 1 else ("", *codes)
    return was(
        "subdivision",
        typed,
        f"the code of a part of {country}: "
        + (called[near[0]] if near else f"{', '.join(filter(None, some))} or {last}"),
    )


def _letters(name: str) -> str:
    return "".join(filter(str.isalpha, name)).casefold()
