"""How the dates and names that a program types for holidays are judged."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from pulumi_livevox.declaring.near_names import alike
from pulumi_livevox.declaring.sentences import shown, was
from pulumi_livevox.hours.business.named_days import (
    NAMELESS,
    Listed,
    NamedDays,
    same,
    unqualified,
)
from pulumi_livevox.hours.days import A_DATE as ANY_DATE
from pulumi_livevox.hours.days import date_typed

YEARS: Final = range(1970, 2200)
"""The years that hours may be declared for, and asked about."""
A_DATE: Final = f"{ANY_DATE}, from {YEARS[0]} to {YEARS[-1]}"
"""What a date of business hours may be."""
_NAMES_BY_DATE: Final = 'a dict of dates and names, such as {"2026-12-24": "Christmas Eve"}'


def judge_date(typed: Any) -> datetime.date | None:
    """Return the date that was typed, None where it is none, or too far away."""
    date = date_typed(typed)
    return None if date is None or date.year not in YEARS else date


def judge_named(path: str, typed: Any) -> tuple[Listed, list[str]]:
    """Return the days that a dict names, and a sentence for each that can't be."""
    if not isinstance(typed, Mapping):
        return Listed(()), [was(path, typed, _NAMES_BY_DATE)]
    return _judge_pairs(path, typed.items())


def judge_days(path: str, typed: Any) -> tuple[Listed, list[str]]:
    """Return the days that a dict or a list has, and a sentence for each that can't be."""
    if isinstance(typed, Mapping):
        return judge_named(path, typed)
    if isinstance(typed, str | bytes) or not isinstance(typed, Iterable):
        return Listed(()), [was(path, typed, f"a list of dates, or {_NAMES_BY_DATE}")]
    return _judge_pairs(path, ((each, NAMELESS) for each in typed))


def judge_left_out(source: NamedDays, typed: Any) -> tuple[dict[str, str], list[str]]:
    """Return what is left out, by what counts of it, and a sentence for each that can't be.

    A name is spelled as its holiday is; a date is its text.
    """
    if isinstance(typed, str | bytes | Mapping) or not isinstance(typed, Iterable):
        return {}, [was("leave_out", typed, "a list of names and dates of holidays")]
    left_out: dict[str, str] = {}
    problems: list[str] = []
    each_typed = list(typed)
    names = _by_what_counts(source) if each_typed else {}
    for each in each_typed:
        day = judge_date(each)
        if day is not None:
            if all(holiday != day for holiday, _ in source.of_year(day.year)):
                problems.append(f"leave_out had {shown(each)}, which is none of the holidays")
            left_out[day.isoformat()] = day.isoformat()
        elif not isinstance(each, str) or re.fullmatch(r"[\d\s./-]*", each):
            problems.append(f"leave_out had {shown(each)}; it may be a name, or {A_DATE}")
        elif same(each) not in names:
            problems.append(
                f"leave_out had {shown(each)}, which is none of the holidays; "
                f"it may be {_near(each, names.values())}"
            )
        else:
            left_out[same(each)] = names[same(each)]
    return left_out, problems


def _judge_pairs(path: str, typed: Iterable[tuple[Any, Any]]) -> tuple[Listed, list[str]]:
    days: dict[datetime.date, str] = {}
    problems = []
    for key, value in typed:
        day = judge_date(key)
        name = " ".join(value.split()) if isinstance(value, str) else ""
        if day is None:
            problems.append(f"{path} had {shown(key)}; it may be {A_DATE}")
        elif day in days:
            problems.append(f"{path} had {day} twice; name both in one text")
        elif not name:
            problems.append(was(f"{path}.{day}", value, "the name of a holiday"))
        else:
            days[day] = name
    return Listed(tuple(sorted(days.items()))), problems


def _by_what_counts(source: NamedDays) -> dict[str, str]:
    """Return the names of holidays by what counts of them, also those that are observed only."""
    names = sorted(source.names)
    return {same(name): name for name in [*map(unqualified, names), *names]}


def _near(name: str, names: Iterable[str]) -> str:
    known = sorted(set(names))
    plain = [each for each in known if each == unqualified(each)]
    return " or ".join(alike(name, known, most=1)) or f"one such as {', '.join(plain[:6])}"
