"""Hours of one zone by the clocks of another, against every quarter of an hour of the days."""

import datetime
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.spans import Span, format_spans, merged, parse_spans
from pulumi_livevox.hours.zoned import seen_in
from pulumi_livevox.wire.times import EASTERN

ZONES = [
    "America/New_York",
    "America/Los_Angeles",
    "America/Phoenix",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "Europe/London",
    "Asia/Manila",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "America/St_Johns",
    "Africa/Cairo",
    "America/Havana",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
]
QUARTER = datetime.timedelta(minutes=15)
MOVED = [
    "2026-03-08",
    "2026-11-01",
    "2026-03-29",
    "2026-10-25",
    "2026-04-24",
    "2026-10-29",
    "2026-04-05",
    "2026-10-04",
]
"""Days on which the clocks of one of the zones are moved."""

days = st.one_of(
    st.sampled_from(MOVED)
    .map(datetime.date.fromisoformat)
    .flatmap(lambda day: st.integers(-1, 1).map(lambda by: day + datetime.timedelta(by))),
    st.dates(datetime.date(2025, 1, 1), datetime.date(2028, 12, 31)),
)
quarters = st.lists(st.integers(0, 96), min_size=0, max_size=6, unique=True).map(
    lambda times: tuple(
        Span(start * 15, end * 15)
        for start, end in zip(sorted(times)[::2], sorted(times)[1::2], strict=False)
    )
)


def is_open(
    moment: datetime.datetime, here: ZoneInfo, spans_on: Callable[[datetime.date], tuple[Span, ...]]
) -> bool:
    clock = moment.astimezone(here)
    minute = clock.hour * 60 + clock.minute
    return any(span.start <= minute < span.end for span in spans_on(clock.date()))


def by_every_quarter(
    there: ZoneInfo,
    day: datetime.date,
    here: ZoneInfo,
    spans_on: Callable[[datetime.date], tuple[Span, ...]],
) -> tuple[Span, ...]:
    """What clocks `there` show on the day, read at every quarter of an hour around it."""
    noon = datetime.datetime.combine(day, datetime.time(12), datetime.UTC)
    shown = []
    for quarter in range(-48 * 4, 48 * 4):
        moment = noon + quarter * QUARTER
        clock = moment.astimezone(there)
        if clock.date() == day and is_open(moment, here, spans_on):
            minute = clock.hour * 60 + clock.minute
            shown.append(Span(minute, minute + 15))
    return merged(shown)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(ZONES).map(ZoneInfo),
    days,
    st.sampled_from(ZONES).map(ZoneInfo),
    st.lists(quarters, min_size=7, max_size=7),
)
def test_hours_of_another_zone_are_those_of_every_moment(
    there: ZoneInfo, day: datetime.date, here: ZoneInfo, week: list[tuple[Span, ...]]
) -> None:
    def spans_on(date: datetime.date) -> tuple[Span, ...]:
        return week[date.toordinal() % 7]

    assert seen_in(there, day, here, spans_on) == by_every_quarter(there, day, here, spans_on)


@given(st.sampled_from(ZONES).map(ZoneInfo), days, quarters)
@settings(max_examples=40, deadline=None)
def test_hours_of_the_same_zone_lack_what_clocks_skip_and_nothing_else(
    zone: ZoneInfo, day: datetime.date, spans: tuple[Span, ...]
) -> None:
    seen = seen_in(zone, day, zone, lambda _: spans)
    assert seen == by_every_quarter(zone, day, zone, lambda _: spans)
    assert set(minutes(seen)) <= set(minutes(spans))


def minutes(spans: tuple[Span, ...]) -> list[int]:
    return [minute for span in spans for minute in range(span.start, span.end)]


def said(there: str, day: str, here: ZoneInfo, text: str) -> str:
    spans = tuple(parse_spans(text))
    return format_spans(
        seen_in(ZoneInfo(there), datetime.date.fromisoformat(day), here, lambda _: spans)
    )


@pytest.mark.parametrize(
    ("there", "day", "eastern", "local"),
    [
        ("America/Los_Angeles", "2026-07-01", "10:00-23:00", "07:00-20:00"),
        ("America/Phoenix", "2026-07-01", "10:00-23:00", "07:00-20:00"),
        ("America/Phoenix", "2026-12-01", "10:00-23:00", "08:00-21:00"),
        ("Asia/Manila", "2026-07-01", "08:00-17:00", "00:00-05:00, 20:00-24:00"),
        ("Asia/Kolkata", "2026-12-01", "08:00-12:00", "18:30-22:30"),
        # The hour from 01:00 comes twice: its second time is 01:00 in New York still.
        ("Etc/GMT+5", "2026-11-01", "01:00-02:00", "00:00-02:00"),
        # What the clocks skip is never.
        ("Etc/GMT+5", "2026-03-08", "02:00-03:00", ""),
        # An hour that comes twice there is open where either is.
        ("America/Los_Angeles", "2026-11-01", "04:00-05:00", "01:00-02:00"),
    ],
)
def test_an_eastern_day_is_said_by_the_clocks_of_a_zone(
    there: str, day: str, eastern: str, local: str
) -> None:
    assert said(there, day, EASTERN, eastern) == local


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date.max])
def test_the_first_and_the_last_date_of_all_have_hours(day: datetime.date) -> None:
    always = (Span(0, 24 * 60),)
    for zone in ("America/Los_Angeles", "Asia/Manila", "America/New_York"):
        assert seen_in(ZoneInfo(zone), day, EASTERN, lambda _: always)
