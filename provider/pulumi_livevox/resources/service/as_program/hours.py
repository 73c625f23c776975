"""The hours of a service as a program types them: each section whole, or not at all."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pulumi_livevox.hours.days import day_named
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.entries import date_of, doubt_of, undated
from pulumi_livevox.hours.spans import SPANS, parse_spans, wrong_with
from pulumi_livevox.resources.service.as_program.left_out import Trouble
from pulumi_livevox.wire.enumerations import CallDirection
from pulumi_livevox.wire.inbound_hours import HoursEntry


@dataclass(frozen=True)
class Hours:
    """A week and dates, None where there is nothing, or nothing that can be declared."""

    week: Mapping[str, str] | None
    dates: Mapping[str, str] | None
    standing: frozenset[str] = frozenset()
    """The sections of which something stands, whether it can be declared or not."""
    troubles: tuple[Trouble, ...] = ()


def hours_of(live: Sequence[HoursEntry], direction: str | None, on: datetime.date) -> Hours:
    """Return hours as a program declares them, without dates before a day.

    `direction` is the service's, None where the hours are declared whatever it is.
    What is declared of a section is all that the platform then keeps of it. So where one of its
    days can't be declared, none is.
    """
    found = DeclaredHours.as_found(live, on).to_inputs()
    doubts = _doubts(live)
    week, wrong_week = _section("week", found["week"], direction, doubts)
    dates, wrong_dates = _section("dates", found["dates"], direction, doubts)
    # No declaration of dates speaks of these, so the others can be declared all the same.
    dateless = [Trouble("dates", entry, f"it {reason}") for entry, reason in undated(live)]
    standing = frozenset(name for name, days in found.items() if days)
    return Hours(week, dates, standing, (*wrong_week, *wrong_dates, *dateless))


def _doubts(live: Sequence[HoursEntry]) -> dict[str, str]:
    """Return the days and dates with an entry that no declaration of them makes, and why."""
    return {
        str(date_of(each) or each.day_of_week): reason
        for each in live
        if (reason := doubt_of(each)) is not None
    }


def _section(
    name: str, days: Mapping[str, str], direction: str | None, doubts: Mapping[str, str]
) -> tuple[Mapping[str, str] | None, list[Trouble]]:
    if days and direction == CallDirection.OUTBOUND:
        wrong = dict.fromkeys(days, "only an INBOUND or BLENDED service has inbound hours")
    else:
        reasons = {day: doubts.get(day) or _wrong(name, day, text) for day, text in days.items()}
        wrong = {day: reason for day, reason in reasons.items() if reason is not None}
    if not wrong:
        return days or None, []
    others = f"{name} is declared whole or not at all, and {next(iter(wrong))} can't be declared"
    return None, [
        Trouble(f"{name}.{day}", text, wrong.get(day, others)) for day, text in days.items()
    ]


def _wrong(section: str, day: str, text: str) -> str | None:
    """Return why a day or date can't be declared, None where it can."""
    if section == "week":
        try:
            named = day_named(day)
        except ValueError as error:
            return f"the key of a day may be {error}"
        if named != day:
            return f"the key of a day may be {named}"
    try:
        wrong = wrong_with(day, parse_spans(text), 0)
    except ValueError:
        return f"it may be {SPANS}"
    return f"{wrong[0]}; it may be {wrong[1]}" if wrong else None
