"""The hours of a service as a program types them: each section whole, or not at all."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pulumi_livevox.hours.days import day_named
from pulumi_livevox.hours.entries import date_of, span_of
from pulumi_livevox.hours.spans import SPANS, Span, wrong_with
from pulumi_livevox.resources.service.source.left_out import Trouble
from pulumi_livevox.wire.enumerations import CallDirection, DayOfWeek
from pulumi_livevox.wire.inbound_hours import HoursEntry

_DAYS: Final = tuple(DayOfWeek)
_ORDER: Final = {
    day: place
    for place, day in enumerate(
        [DayOfWeek.WEEKDAY, *_DAYS[_DAYS.index(DayOfWeek.MONDAY) :], DayOfWeek.WEEKEND]
    )
}
"""Where a day stands in a week that reads well."""


@dataclass(frozen=True)
class Hours:
    """A week and dates, None where there is nothing, or nothing that can be declared."""

    week: Mapping[str, str] | None
    dates: Mapping[str, str] | None
    standing: frozenset[str] = frozenset()
    """The sections of which something stands, whether it can be declared or not."""
    troubles: tuple[Trouble, ...] = ()


def hours_of(entries: Iterable[HoursEntry], direction: str | None, on: datetime.date) -> Hours:
    """Return hours as a program declares them, without dates before a day.

    What is declared of a section is all that the platform then keeps of it. So where one of its
    days can't be declared, none is.
    """
    week: dict[str, list[Span | str]] = {}
    dates: dict[str, list[Span | str]] = {}
    dateless: list[Trouble] = []
    for entry in entries:
        date, span = date_of(entry), span_of(entry)
        if entry.day_of_week != DayOfWeek.SPECIFIC_DATE:
            week.setdefault(str(entry.day_of_week), []).append(span)
        elif date is None:
            # No declaration of dates speaks of it, so the others can be declared all the same.
            reason = f"its date was {entry.date}, which can't be read; it stays as it is"
            dateless.append(Trouble("dates", str(span), reason))
        elif date >= on:
            dates.setdefault(date.isoformat(), []).append(span)
    sections = (
        _section("week", dict(sorted(week.items(), key=_place)), direction),
        _section("dates", dict(sorted(dates.items())), direction),
    )
    standing = frozenset(name for name, days in (("week", week), ("dates", dates)) if days)
    troubles = (*sections[0][1], *sections[1][1], *dateless)
    return Hours(sections[0][0], sections[1][0], standing, troubles)


def _place(item: tuple[str, object]) -> tuple[int, str]:
    return _ORDER.get(DayOfWeek(item[0]), 0) if item[0] in _DAYS else len(_ORDER), item[0]


def _section(
    name: str, days: Mapping[str, list[Span | str]], direction: str | None
) -> tuple[dict[str, str] | None, list[Trouble]]:
    texts = {day: ", ".join(map(str, sorted(spans, key=_start))) for day, spans in days.items()}
    if days and direction == CallDirection.OUTBOUND:
        wrong = dict.fromkeys(days, "only an INBOUND or BLENDED service has inbound hours")
    else:
        reasons = {day: _wrong(name, day, spans) for day, spans in days.items()}
        wrong = {day: reason for day, reason in reasons.items() if reason is not None}
    if not wrong:
        return texts or None, []
    others = f"{name} is declared whole or not at all, and {next(iter(wrong))} can't be declared"
    return None, [
        Trouble(f"{name}.{day}", text, wrong.get(day, others)) for day, text in texts.items()
    ]


def _wrong(section: str, day: str, spans: list[Span | str]) -> str | None:
    """Return why a day or date can't be declared, None where it can."""
    if section == "week":
        try:
            named = day_named(day)
        except ValueError as error:
            return f"the key of a day may be {error}"
        if named != day:
            return f"the key of a day may be {named}"
    whole = [span for span in spans if isinstance(span, Span)]
    if len(whole) < len(spans):
        return f"it may be {SPANS}"
    wrong = wrong_with(day, sorted(whole), 0)
    return f"{wrong[0]}; it may be {wrong[1]}" if wrong else None


def _start(span: Span | str) -> tuple[int, int, str]:
    return (span.start, span.end, "") if isinstance(span, Span) else (-1, -1, span)
