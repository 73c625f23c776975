"""What people type as business hours, read; a sentence for each wrong value."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from pulumi_livevox.declaring.near_names import meant
from pulumi_livevox.declaring.sentences import shown, was
from pulumi_livevox.hours.business.holidays import Holidays
from pulumi_livevox.hours.business.judging import A_DATE, YEARS, judge_date
from pulumi_livevox.hours.clock import END_OF_DAY
from pulumi_livevox.hours.days import GROUPS, WEEK, near_misses
from pulumi_livevox.hours.spans import A_DAY, Span, Spans, overlap, parse_spans, typed_text
from pulumi_livevox.hours.wrong import WrongHours, refusal
from pulumi_livevox.hours.zones import zone_named
from pulumi_livevox.wire.times import EASTERN

_SPANS: Final = (
    'spans of times, such as "09:00-12:00, 13:00-15:00" or "22:00-06:00", or "open", or "closed"'
)
_KEYS: Final = 'days, such as "MON", "MON-FRI" or "MON,WED,FRI"'
_WORDS: Final[dict[str, Spans]] = {"open": (A_DAY,), "closed": ()}
_NAMED: Final[dict[str, tuple[str, ...]]] = {
    **{day[:3]: (day,) for day in WEEK},
    **{day: (day,) for day in WEEK},
    **GROUPS,
}
"""What days may be called in a key, and which they are."""


def read_week(typed: Any, problems: list[str], notices: list[str]) -> dict[str, Spans]:
    """Return the spans of all seven days; those that are not named are closed."""
    if not isinstance(typed, Mapping):
        problems.append(was("week", typed, f"a dict of {_KEYS} and their spans"))
        return dict.fromkeys(WEEK, ())
    keys = {key: _days_of(key, problems) for key in typed}
    week: dict[str, Spans] = {}
    key_of: dict[str, Any] = {}
    # A single day beats those that hold it beside others.
    for key in sorted(keys, key=lambda each: len(keys[each]) > 1):
        spans = read_spans(f"week.{key}", typed[key], problems)
        for day in keys[key]:
            if day not in week:
                week[day], key_of[day] = spans, key
            elif len(keys[key_of[day]]) < len(keys[key]) and len(keys[key_of[day]]) == 1:
                notices.append(
                    f"week has {key_of[day]} and {key}: {day.capitalize()} has the hours of "
                    f"{key_of[day]}"
                )
            else:
                problems.append(
                    f"week has {day.capitalize()} twice, in {key_of[day]} and in {key}; declare "
                    "all its spans as one"
                )
    complete = {day: week.get(day, ()) for day in WEEK}
    # Around the end of the week as well.
    days = [*enumerate(complete.items()), (len(WEEK), (WEEK[0], complete[WEEK[0]]))]
    problems.extend(_overlaps("week", [(number, day, spans) for number, (day, spans) in days]))
    return complete


def read_spans(path: str, typed: Any, problems: list[str]) -> Spans:
    """Return the spans that begin on a day; one that passes midnight ends after 24:00."""
    text = typed_text(typed) or ""
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    try:
        spans = parse_spans(text)
    except ValueError:
        problems.append(was(path, typed, _SPANS))
        return ()
    empty = next((span for span in spans if span.start == span.end), None)
    if empty is not None:
        why = f"{empty} does not end after its start"
        problems.append(was(path, typed, 'another end, or "open" for the whole day', why=why))
        return ()
    nights = tuple(span.over_midnight() for span in spans)
    if both := overlap(nights):
        why = " overlaps ".join(map(_as_typed, both))
        problems.append(was(path, typed, "spans that do not overlap", why=why))
    return nights


def read_dates(
    typed: Any, until: datetime.date | None, problems: list[str]
) -> dict[datetime.date, Spans]:
    """Return the spans that begin on dates, none of which is later than `until`."""
    if not isinstance(typed, Mapping):
        problems.append(was("dates", typed, "a dict of dates and their spans"))
        return {}
    dates: dict[datetime.date, Spans] = {}
    for key, value in typed.items():
        date = judge_date(key)
        if date is None:
            problems.append(f"dates had the key {shown(key)}; it may be {A_DATE}")
            continue
        if date in dates:
            problems.append(f"dates.{date} is declared twice; declare all its spans as one")
        if until is not None and date > until:
            problems.append(_beyond("dates", date, until))
        dates[date] = read_spans(f"dates.{date}", value, problems)
    problems.extend(
        _overlaps("dates", [(date.toordinal(), str(date), dates[date]) for date in sorted(dates)])
    )
    return dates


def read_holidays(typed: Any, until: datetime.date | None, problems: list[str]) -> Holidays | None:
    """Return holidays: a value of them, or dates with names or without, none after `until`."""
    if typed is None:
        return None
    if isinstance(typed, Holidays):
        holidays = typed
    elif isinstance(typed, str) or not isinstance(typed, Iterable):
        may_be = 'livevox.Holidays("US"), or a list of dates, or a dict of dates and their names'
        problems.append(was("holidays", typed, may_be))
        return None
    else:
        try:
            holidays = Holidays.from_dates(typed)
        except WrongHours as error:
            problems += error.problems
            return None
    last = holidays.last_listed
    if until is None and holidays.is_endless:
        problems.append(
            "until is not declared; with holidays that every year has it may be the last date for "
            'which they are written, such as "2027-12-31"'
        )
    elif until is not None and last is not None and last > until:
        problems.append(_beyond("holidays", last, until))
    return holidays


def read_until(typed: Any, problems: list[str]) -> datetime.date | None:
    """Return the last date for which dates and holidays are written; None where none is."""
    if typed is None:
        return None
    until = judge_date(typed)
    if until is None:
        problems.append(was("until", typed, A_DATE))
    return until


def read_zone(typed: Any, problems: list[str]) -> ZoneInfo:
    """Return the time zone of a name."""
    may_be = "the name of a time zone, such as America/Los_Angeles"
    if isinstance(typed, str):
        try:
            return zone_named(typed)
        except ValueError as error:
            may_be = str(error)
    problems.append(was("time_zone", typed, may_be))
    return EASTERN


def read_moment(typed: Any) -> datetime.datetime:
    """Return a moment that is asked about. Raises WrongHours where it is none, or too far away."""
    if (
        isinstance(typed, datetime.datetime)
        and typed.utcoffset() is not None
        and typed.year in YEARS
    ):
        return typed
    may_be = "an aware datetime: one that has a tzinfo, such as ZoneInfo("
    raise refusal([was("when", typed, f'{may_be}"America/Los_Angeles")')])


def read_date(typed: Any) -> datetime.date:
    """Return a date that is asked about. Raises WrongHours where it is none, or too far away."""
    date = judge_date(typed)
    if date is None:
        raise refusal([was("date", typed, A_DATE)])
    return date


def read_closing(typed: Any, problems: list[str]) -> Span | None:
    """Return the minute that stands for a closed date; None where none does."""
    if typed is None:
        return None
    try:
        spans = parse_spans(typed) if isinstance(typed, str) else []
    except ValueError:
        spans = []
    if len(spans) == 1 and spans[0].end - spans[0].start == 1:
        return spans[0]
    problems.append(was("closed_as", typed, 'one minute in Eastern time, such as "00:00-00:01"'))
    return None


def _days_of(key: Any, problems: list[str]) -> list[str]:
    """Return the days that a key names, each once."""
    days: list[str] = []
    for part in str(getattr(key, "value", key)).split(","):
        named = _days_of_part(part)
        if named is None:
            problems.append(f"week had the key {shown(str(key))}; it may be {_may_be(part)}")
            return []
        days += named
    return [*dict.fromkeys(days)]


def _days_of_part(part: str) -> tuple[str, ...] | None:
    """Return the days of "MON", "MON-FRI" or "WEEKDAY"; None for anything else."""
    first, dash, last = (name.strip().upper() for name in part.partition("-"))
    starts, ends = _NAMED.get(first), _NAMED.get(last if dash else first)
    if not dash or starts is None or ends is None:
        return starts if not dash else None
    if len(starts) > 1 or len(ends) > 1:
        return None
    begin = WEEK.index(starts[0])
    length = (WEEK.index(ends[0]) - begin) % len(WEEK) + 1
    return tuple(WEEK[(begin + by) % len(WEEK)] for by in range(length))


def _may_be(part: str) -> str:
    """Return what was meant by a part of a key that names no days."""
    names = [name.strip() for name in part.split("-")]
    near = {
        name: near_misses(name) or meant(name, _NAMED)
        for name in names
        if name.upper() not in _NAMED
    }
    if len(names) > 2 or not all(names) or not near or not all(near.values()):
        return _KEYS
    return "-".join(" or ".join(near.get(name, [name.upper()])) for name in names)


def _overlaps(section: str, days: Iterable[tuple[int, str, Spans]]) -> Iterator[str]:
    """Return a sentence for each night that ends within the hours of the day after.

    A day is its number, its name and the spans that begin on it.
    """
    spans = [(number * END_OF_DAY, day, span) for number, day, spans in days for span in spans]
    for (midnight, day, span), (later, next_day, after) in itertools.pairwise(spans):
        if day != next_day and later + after.start < midnight + span.end:
            yield was(
                f"{section}.{next_day}",
                _as_typed(after),
                "spans that do not overlap",
                why=f"it overlaps the end of {day} {_as_typed(span)}",
            )


def _as_typed(span: Span) -> str:
    """Return a span as it was typed: the end of a night is a time of the next day."""
    past = span.end > END_OF_DAY
    return str(Span(span.start, span.end - END_OF_DAY) if past else span)


def _beyond(path: str, date: datetime.date, until: datetime.date) -> str:
    return f"{path} had {date}, which is after until; it may be a date up to {until}"
