"""Hours as a program can declare them, and what of them none can."""

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

import pulumi_livevox as livevox
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.entries import Entry
from pulumi_livevox.resources.inbound_hours.inputs import judge
from pulumi_livevox.resources.inbound_hours.lookup import found_in
from pulumi_livevox.wire.times import date_to_wire, time_to_wire
from tests.hours.live import listed

ALWAYS = datetime.date.min
CHRISTMAS = date_to_wire(datetime.date(2099, 12, 25))
DATE = "SPECIFIC_DATE"


def weekly(day: str, start: str, end: str) -> Entry:
    return Entry(day, None, _wire(start), _wire(end))


def of(*entries: Entry) -> livevox.GetInboundHoursResult:
    return found_in(5, listed(entries))


def _wire(time: str) -> int:
    hours, minutes, *seconds = map(int, time.split(":"))
    return time_to_wire(0) + ((hours * 60 + minutes) * 60 + sum(seconds)) * 1000


def test_the_days_of_a_week_stand_in_its_order_and_spans_by_time() -> None:
    hours = of(
        weekly("SUNDAY", "10:00", "12:00"),
        weekly("HOLIDAY", "00:00", "24:00"),
        weekly("WEEKDAY", "13:00", "20:59"),
        weekly("WEEKDAY", "07:00", "12:00"),
    )
    assert list(hours.week.items()) == [
        ("WEEKDAY", "07:00-12:00, 13:00-20:59"),
        ("SUNDAY", "10:00-12:00"),
        ("HOLIDAY", "00:00-24:00"),
    ]
    assert (hours.dates, hours.not_declarable) == ({}, ())


def test_dates_that_have_passed_are_shown_too() -> None:
    hours = of(
        Entry(DATE, CHRISTMAS, _wire("10:00"), _wire("12:00")),
        Entry(DATE, date_to_wire(datetime.date(2020, 1, 31)), _wire("10:00"), _wire("12:00")),
    )
    assert list(hours.dates) == ["2020-01-31", "2099-12-25"]
    assert hours.not_declarable == ()


def test_what_no_program_can_declare_is_shown_as_it_is_and_told_with_the_reason() -> None:
    hours = of(
        weekly("MONDAY", "22:00", "26:00"),
        weekly("TUESDAY", "07:00:30", "08:00"),
        weekly("WEDNESDAY", "07:00", "12:00"),
        weekly("WEDNESDAY", "11:00", "13:00"),
        weekly("THURSDAY", "12:00", "09:00"),
        Entry("FRIDAY", None, 0, 5),
        Entry(DATE, None, _wire("10:00"), _wire("12:01")),
        Entry(DATE, CHRISTMAS, _wire("10:00"), _wire("12:00")),
        Entry(DATE, CHRISTMAS, _wire("10:00"), _wire("12:00")),
        weekly("SATURDAY", "09:00", "12:00"),
    )
    assert hours.week == {
        "MONDAY": "22:00-26:00",
        "TUESDAY": "07:00:30-08:00",
        "WEDNESDAY": "07:00-12:00, 11:00-13:00",
        "THURSDAY": "12:00-09:00",
        "FRIDAY": "0 ms-5 ms",
        "SATURDAY": "09:00-12:00",
    }
    assert hours.dates == {"2099-12-25": "10:00-12:00, 10:00-12:00"}
    told = "\n".join(hours.not_declarable)
    paths = ("week.MONDAY", "week.TUESDAY", "week.WEDNESDAY", "week.THURSDAY", "week.FRIDAY")
    for path in (*paths, "dates.2099-12-25", "SPECIFIC_DATE 10:00-12:01 has no date"):
        assert path in told
    assert "07:00-12:00 overlaps 11:00-13:00" in told
    assert "SATURDAY" not in told


def test_an_entry_that_says_more_than_its_day_or_date_is_told() -> None:
    hours = of(
        Entry("MONDAY", CHRISTMAS, _wire("10:00"), _wire("12:00")),
        Entry(DATE, CHRISTMAS - 5 * 3_600_000, _wire("10:00"), _wire("12:00")),
    )
    (day, date) = hours.not_declarable
    assert day.startswith("MONDAY 10:00-12:00: the platform has it with a date (2099-12-25)")
    assert date.startswith("2099-12-24 10:00-12:00: the platform has it at 2099-12-24 19:00:00")


times = st.one_of(
    st.integers(0, 1440).map(time_to_wire), st.integers(0, 180_000_000), st.just(time_to_wire(1440))
)
entries = st.builds(
    Entry,
    st.sampled_from(["WEEKDAY", "MONDAY", "SATURDAY", "ODD DAY"]),
    st.none(),
    times,
    times,
) | st.builds(
    Entry,
    st.just(DATE),
    st.dates(datetime.date(2015, 1, 1), datetime.date(2100, 1, 1)).map(date_to_wire),
    times,
    times,
)


@settings(max_examples=100, deadline=None)
@given(st.lists(entries, max_size=6))
def test_hours_that_a_program_declares_as_they_were_found_are_those_that_stand(
    standing: list[Entry],
) -> None:
    found = of(*standing)
    judged = judge({"service": 5, "week": found.week, "dates": found.dates}, None)
    assert tuple(judged.problems) == found.not_declarable
    if not found.not_declarable:
        wanted = DeclaredHours.from_inputs(judged.values).wanted(ALWAYS)
        assert sorted(wanted) == sorted(standing)
