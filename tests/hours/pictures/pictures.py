"""Pictures that are looked at in more than one test, and in the docs."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace

from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.pictures.picture import Line, Picture
from pulumi_livevox.hours.spans import Span, parse_spans
from pulumi_livevox.hours.timetable import Timetable

TODAY = datetime.date(2026, 11, 18)

HOLIDAYS = {
    datetime.date(2026, 1, 1): "New Year's Day",
    datetime.date(2026, 1, 19): "Martin Luther King Jr. Day",
    datetime.date(2026, 2, 16): "Washington's Birthday",
    datetime.date(2026, 5, 25): "Memorial Day",
    datetime.date(2026, 6, 19): "Juneteenth National Independence Day",
    datetime.date(2026, 7, 3): "Independence Day (observed)",
    datetime.date(2026, 9, 7): "Labor Day",
    datetime.date(2026, 11, 11): "Veterans Day",
    datetime.date(2026, 11, 26): "Thanksgiving Day",
    datetime.date(2026, 11, 27): "Day after Thanksgiving",
    datetime.date(2026, 12, 25): "Christmas Day",
}


def spans(text: str) -> tuple[Span, ...]:
    return tuple(parse_spans(text)) if text else ()


def week(text: str = "07:00-20:00", **days: str) -> dict[str, tuple[Span, ...]]:
    """A week of the same hours from Monday to Friday, but for the days that are named."""
    ordinary = {day: text if day not in WEEK[5:] else "" for day in WEEK}
    return {day: spans(times) for day, times in {**ordinary, **days}.items()}


def timetable(
    week: Mapping[str, tuple[Span, ...]],
    dates: Mapping[str, str] | None = None,
    names: Mapping[datetime.date, str] | None = None,
) -> Timetable:
    own = {datetime.date.fromisoformat(day): spans(text) for day, text in (dates or {}).items()}
    return Timetable(week, {**dict.fromkeys(names or {}, ()), **own}, dict(names or {}))


def declared(week: dict[str, str] | None, dates: dict[str, str] | None = None) -> Timetable:
    """The timetable of hours as a program declares them."""
    return Timetable.of(DeclaredHours.from_inputs({"week": week, "dates": dates}))


SUPPORT = timetable(
    week(SATURDAY="09:00-12:00, 13:00-15:00"), {"2026-12-24": "07:00-12:00"}, HOLIDAYS
)
CLINIC = timetable(
    week("10:00-23:00", SATURDAY="12:00-16:00"), {"2026-12-24": "10:00-15:00"}, HOLIDAYS
)
NIGHT = timetable({day: spans("00:00-06:00, 22:00-24:00") for day in WEEK})

CITIES = (
    "Atlanta", "Boston", "Charlotte", "Cleveland", "Columbus", "Detroit", "Hartford",
    "Jacksonville", "Miami", "Newark", "New York", "Norfolk", "Orlando", "Philadelphia",
    "Pittsburgh", "Providence", "Raleigh", "Richmond", "Tampa", "Washington",
)  # fmt: skip
WESTERN = ("Fresno", "Los Angeles", "Oakland", "Portland", "Sacramento", "San Diego", "Seattle")

ONE = Picture("Stack dev", (Line("Support", hours=SUPPORT),), 2026, TODAY)

CHAIN = Picture(
    "Stack prod",
    (
        *(
            Line(city, f"service {20575 + number}", "call center 433", SUPPORT)
            for number, city in enumerate(CITIES)
        ),
        *(
            Line(
                city,
                f"service {20675 + number}",
                "call center 433",
                CLINIC,
                time_zone="America/Los_Angeles",
            )
            for number, city in enumerate(WESTERN)
        ),
        Line("Night line", "service 20900", "call center 512", NIGHT),
        Line("Manila", "service 20901", "call center 512", NIGHT, time_zone="Asia/Manila"),
        Line("Overflow", "service 20902", "call center 512", without="has no inbound hours"),
    ),
    2026,
    TODAY,
)  # fmt: skip

CHANGED = Picture(
    "Preview of stack prod",
    (
        Line(
            "Support",
            "support-hours",
            hours=replace(
                SUPPORT,
                week={
                    **SUPPORT.week,
                    "TUESDAY": spans("07:00-19:30"),
                    "THURSDAY": spans("06:30-20:00"),
                },
                dates={**SUPPORT.dates, datetime.date(2026, 12, 31): spans("07:00-12:00")},
            ),
            before=SUPPORT,
        ),
        Line("Billing", "billing-hours", hours=CLINIC),
    ),
    2026,
    TODAY,
)  # fmt: skip

WITHOUT = Picture(
    "Call center 433",
    (Line("Sales", "service 20575", without="has no inbound hours"),),
    2026,
    TODAY,
)

DOUBTFUL = Picture(
    "Call center 7",
    (Line("Sales", hours=declared({"MONDAY": "07:00-12:00, 11:00-15:00"})),),
    2026,
    TODAY,
)
