"""How what users type for inbound hours is normalised and judged."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel

from pulumi_livevox.resources.judging import judge, missing, nearest, shown, was
from pulumi_livevox.resources.values import UNKNOWN, has_unknown
from pulumi_livevox.wire.enumerations import DayOfWeek
from pulumi_livevox.wire.fields import Id
from pulumi_livevox.wire.times import EASTERN, parse_time

LAST_MINUTE: Final = 23 * 60 + 59
"""The last minute of a day, 23:59."""

_SPANS: Final = 'spans of times from 00:00 to 23:59, such as "09:00-12:00, 13:00-15:00"'


@dataclass(frozen=True, order=True)
class Span:
    """From one wall-clock time to a later one of the same day, in minutes since 00:00."""

    start: int
    end: int

    def __str__(self) -> str:
        """Return the canonical text, "07:00-20:59"."""
        return f"{clock(self.start)}-{clock(self.end)}"

    def earlier(self, minutes: int) -> Span:
        """Return the span so many minutes earlier on the clock."""
        return Span(self.start - minutes, self.end - minutes)


class _InboundHours(BaseModel):
    """The property of inbound hours that has no form of its own."""

    service: Id | None = None


def clock(minutes: int) -> str:
    """Return minutes since 00:00 as "HH:MM"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def normalise(typed: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the inputs as state keeps them, and a sentence for each that is wrong.

    A day's spans become one canonical text, sorted by time. Unknown values pass.
    """
    inputs, problems = judge(
        _InboundHours, {name: typed[name] for name in ("service",) if name in typed}
    )
    problems += missing(typed, ("service",))
    if isinstance(inputs.get("service"), int):
        inputs["service"] = str(inputs["service"])
    zone = typed.get("time_zone", EASTERN.key)
    wrong_zone = _problems_of_zone(zone)
    problems += wrong_zone
    if "time_zone" in typed:
        inputs["time_zone"] = zone
    if "week" not in typed and "dates" not in typed:
        problems.append("neither week nor dates is declared; declare one of them, or both")
    ahead = 0 if zone is UNKNOWN or wrong_zone else minutes_ahead(zone)
    for section, key_of in (("week", _day), ("dates", _date)):
        if section in typed:
            inputs[section], wrong = _normalise_days(section, typed[section], key_of, ahead)
            problems += wrong
    return inputs, problems


def parse_spans(canonical: str) -> list[Span]:
    """Return the spans of a canonical text. Raises ValueError for any other text."""
    spans: list[Span] = []
    for part in canonical.split(","):
        start, dash, end = part.partition("-")
        if not dash or not start.strip() or not end.strip():
            raise ValueError(f"{part} is no span")
        spans.append(Span(_minutes(start), _minutes(end)))
    return sorted(spans)


def format_spans(spans: Iterable[Span]) -> str:
    """Return spans as one canonical text, "09:00-12:00, 13:00-15:00"."""
    return ", ".join(str(span) for span in sorted(spans))


@lru_cache
def minutes_ahead(zone: str) -> int:
    """Return how far a zone's clocks are ahead of Eastern ones, in minutes.

    Raises ValueError where that is not the same at noon of every day of this year and the
    next, or where there is no such zone.
    """
    try:
        there = ZoneInfo(zone)
    except (KeyError, OSError, ValueError):
        known = nearest(zone, sorted(available_timezones()))
        raise ValueError(f"the name of a time zone ({known})") from None
    year = datetime.date.today().year
    first = datetime.datetime(year, 1, 1, 12, tzinfo=EASTERN)
    distances = set()
    for day in range(731):
        noon = first + datetime.timedelta(days=day)
        ahead = noon.astimezone(there).utcoffset(), noon.utcoffset()
        distances.add((ahead[0] or datetime.timedelta()) - (ahead[1] or datetime.timedelta()))
    if len(distances) > 1:
        raise ValueError(
            "a zone that is as far from Eastern time all year round, such as America/Chicago: the "
            "platform keeps Eastern times"
        )
    return int(distances.pop().total_seconds() // 60)


def _minutes(text: str) -> int:
    hours, _, minutes = parse_time(text.strip()).partition(":")
    return int(hours) * 60 + int(minutes)


def _problems_of_zone(zone: Any) -> list[str]:
    if zone is UNKNOWN:
        return []
    if not isinstance(zone, str):
        return [was("time_zone", zone, "the name of a time zone, such as America/Chicago")]
    try:
        minutes_ahead(zone)
    except ValueError as error:
        return [was("time_zone", zone, str(error))]
    return []


def _day(key: str) -> str:
    known = key.strip().upper()
    if known == DayOfWeek.SPECIFIC_DATE:
        raise ValueError("a day; hours of a date are declared in dates")
    if not known:
        raise ValueError("keyed by days, such as WEEKDAY or SATURDAY")
    return known if known in set(DayOfWeek) else key.strip()


def _date(key: str) -> str:
    try:
        return datetime.date.fromisoformat(key.strip()).isoformat()
    except ValueError:
        raise ValueError("a date that exists, such as 2026-12-25") from None


def _normalise_days(
    section: str, typed: Any, key_of: Callable[[str], str], ahead: int
) -> tuple[Any, list[str]]:
    if typed is UNKNOWN:
        return typed, []
    if not isinstance(typed, Mapping):
        return typed, [was(section, typed, "a dict of days and their spans")]
    days: dict[str, Any] = {}
    problems: list[str] = []
    for key, spans in typed.items():
        try:
            day = key_of(key)
        except ValueError as error:
            problems.append(f"{section} had the key {shown(key)}; it may be {error}")
            continue
        if day in days:
            problems.append(f"{section}.{day} is declared twice; declare all its spans as one")
        days[day], wrong = _normalise_spans(f"{section}.{day}", spans, ahead)
        problems += wrong
    return days, problems


def _normalise_spans(path: str, typed: Any, ahead: int) -> tuple[Any, list[str]]:
    """Return a day's canonical text, or the value as it came with what is wrong about it."""
    if has_unknown(typed):
        return UNKNOWN, []
    parts = typed if isinstance(typed, list | tuple) else [typed]
    if not all(isinstance(part, str) for part in parts):
        return typed, [was(path, typed, _SPANS)]
    text = ", ".join(part.strip() for part in parts)
    if not text.strip(", "):
        why = "a day that is closed is left out, as the API has no entry for closed"
        return typed, [was(path, typed, _SPANS, why=why)]
    try:
        spans = parse_spans(text)
    except ValueError:
        return typed, [was(path, typed, _SPANS)]
    wrong = _wrong_with(spans, ahead)
    return format_spans(spans), [was(path, typed, wrong[1], why=wrong[0])] if wrong else []


def _wrong_with(spans: list[Span], ahead: int) -> tuple[str, str] | None:
    """Return why a day's spans can't be, and what they may be; None where they can."""
    for span in spans:
        if span.end <= span.start:
            return f"{span} does not end after its start", "spans that end after their start"
        eastern = span.earlier(ahead)
        if eastern.start < 0 or eastern.end > LAST_MINUTE:
            told = f"{clock(eastern.start % 1440)}-{clock(eastern.end % 1440)}"
            return (
                f"{span} is {told} Eastern, which begins on another day or passes midnight",
                "spans within one day of Eastern time",
            )
    for before, after in itertools.pairwise(spans):
        if after.start < before.end:
            return f"{before} overlaps {after}", "spans that do not overlap"
    return None
