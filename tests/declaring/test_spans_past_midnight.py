"""A span that leaves its day is refused with the spans to write instead."""

import datetime
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_livevox.hours.zones import minutes_ahead
from pulumi_livevox.resources.inbound_hours.inputs import judge

LOS_ANGELES, HALIFAX = "America/Los_Angeles", "America/Halifax"
EASTERN = ", with all hours in Eastern time and no time_zone"


def refusal(**typed: Any) -> str:
    (told,) = judge({"service": "53701"} | typed, None).problems
    return told


def way(**typed: Any) -> str:
    """What is to be written instead."""
    return refusal(**typed).partition("; it may be ")[2]


@pytest.mark.parametrize(
    ("day", "spans", "instead"),
    [
        ("MONDAY", "21:00-02:00", '"21:00-24:00" on MONDAY and "00:00-02:00" on TUESDAY'),
        ("SUNDAY", "21:00-02:00", '"21:00-24:00" on SUNDAY and "00:00-02:00" on MONDAY'),
        (
            "WEEKDAY",
            "21:00-02:00",
            '"21:00-24:00" on MONDAY to FRIDAY and "00:00-02:00" on TUESDAY to SATURDAY',
        ),
        (
            "WEEKEND",
            "9:00-12:00, 21:00-02:00",
            '"21:00-24:00" on SATURDAY and SUNDAY and "00:00-02:00" on SUNDAY and MONDAY',
        ),
        ("HOLIDAY", "21:00-02:00", '"21:00-24:00" on HOLIDAY and "00:00-02:00" on the day after'),
        ("MONDAY", "20:00-00:00", '"20:00-24:00"'),
        ("MONDAY", "00:00-00:00", '"00:00-24:00"'),
    ],
)
def test_a_span_past_midnight_is_told_with_what_to_write(
    day: str, spans: str, instead: str
) -> None:
    told = refusal(week={day: spans})
    assert told.startswith(f'week.{day} was "{spans}", and ')
    assert told.endswith(f" ends on the next day; it may be {instead}")


@pytest.mark.parametrize(
    ("date", "after"),
    [("2026-12-25", "2026-12-26"), ("2026-12-31", "2027-01-01"), ("9999-12-31", "the day after")],
)
def test_a_span_past_midnight_of_a_date_goes_on_at_the_next_date(date: str, after: str) -> None:
    instead = f'"21:00-24:00" on {date} and "00:00-02:00" on {after}'
    assert way(dates={date: "21:00-02:00"}) == instead


@pytest.mark.parametrize(
    ("zone", "day", "spans", "instead"),
    [
        (
            LOS_ANGELES,
            "MONDAY",
            "18:00-21:30",
            '"21:00-24:00" on MONDAY and "00:00-00:30" on TUESDAY',
        ),
        (LOS_ANGELES, "WEEKDAY", "21:00-23:00", '"00:00-02:00" on TUESDAY to SATURDAY'),
        (LOS_ANGELES, "MONDAY", "21:00-02:00", '"00:00-05:00" on TUESDAY'),
        (
            LOS_ANGELES,
            "MONDAY",
            "23:30-22:00",
            '"02:30-24:00" on TUESDAY and "00:00-01:00" on WEDNESDAY',
        ),
        (HALIFAX, "MONDAY", "00:00-01:30", '"23:00-24:00" on SUNDAY and "00:00-00:30" on MONDAY'),
        (HALIFAX, "TUESDAY", "23:00-00:30", '"22:00-23:30"'),
    ],
)
def test_a_span_that_leaves_its_day_in_eastern_time_is_told_in_eastern_time(
    zone: str, day: str, spans: str, instead: str
) -> None:
    assert way(week={day: spans}, time_zone=zone) == instead + EASTERN


def test_why_a_span_of_another_zone_can_not_be_is_told() -> None:
    told = refusal(week={"MONDAY": "20:00-22:00"}, time_zone=LOS_ANGELES)
    assert "20:00-22:00 is 23:00-01:00 Eastern, which leaves its day" in told


def test_no_way_is_told_where_the_zone_is_not_known() -> None:
    week = {"MONDAY": "21:00-02:00"}
    problems = judge({"service": "53701", "week": week, "time_zone": "PST"}, None).problems
    assert "America/Los_Angeles" in problems[0]
    assert problems[1].endswith("ends on the next day; it may be spans within one day")


MINUTES = st.integers(0, 23 * 60 + 59)
START = datetime.datetime(2098, 12, 25)


@given(MINUTES, MINUTES, st.sampled_from([None, "America/Chicago", LOS_ANGELES, HALIFAX]))
def test_what_is_told_is_the_same_time_and_can_be_declared(
    start: int, end: int, zone: str | None
) -> None:
    date = START.date().isoformat()
    typed = f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
    zoned = {} if zone is None else {"time_zone": zone}
    problems = judge({"service": "1", "dates": {date: typed}} | zoned, None).problems
    if not problems or start == end:
        return

    parts = re.findall(r'"([^"]+)"(?: on ([0-9-]+))?', problems[0].partition("; it may be ")[2])
    dates = {on or date: spans for spans, on in parts}
    assert judge({"service": "1", "dates": dates}, None).problems == []
    minutes = [moment for on, spans in dates.items() for moment in _ends(on, spans)]
    assert minutes[1:-1:2] == minutes[2::2]  # each goes on where the one before ends
    ahead = datetime.timedelta(minutes=minutes_ahead(zone) if zone else 0)
    first = START + datetime.timedelta(minutes=start) - ahead
    assert minutes[0] == first
    assert minutes[-1] - first == datetime.timedelta(minutes=(end - start) % (24 * 60))


def _ends(date: str, span: str) -> list[datetime.datetime]:
    midnight = datetime.datetime.fromisoformat(date)
    times = [time.partition(":") for time in span.split("-")]
    return [midnight + datetime.timedelta(hours=int(h), minutes=int(m)) for h, _, m in times]
