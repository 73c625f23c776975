"""Times and dates, there and back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_livevox.wire.times import (
    EASTERN,
    date_from_wire,
    date_to_wire,
    parse_end,
    parse_time,
    time_from_wire,
    time_to_wire,
)

DOCUMENTED_TIMES = {
    18000000: "00:00",
    43200000: "07:00",
    46800000: "08:00",
    50400000: "09:00",
    54000000: "10:00",
    61200000: "12:00",
    62100000: "12:15",
    82500000: "17:55",
    93540000: "20:59",
}
DOCUMENTED_DATES = {1580446800000: date(2020, 1, 31), 1593576000000: date(2020, 7, 1)}


@pytest.mark.parametrize(("milliseconds", "text"), DOCUMENTED_TIMES.items())
def test_the_documented_times_are_read_and_written(milliseconds: int, text: str) -> None:
    assert time_from_wire(milliseconds) == text
    assert time_to_wire(text) == milliseconds


@pytest.mark.parametrize(("milliseconds", "day"), DOCUMENTED_DATES.items())
def test_the_documented_dates_are_read_and_written(milliseconds: int, day: date) -> None:
    assert date_from_wire(milliseconds) == day
    assert date_to_wire(day) == milliseconds


@given(st.integers(0, 48 * 3600))
def test_every_second_up_to_48_hours_comes_back(second: int) -> None:
    milliseconds = 18_000_000 + second * 1000

    assert time_to_wire(time_from_wire(milliseconds)) == milliseconds


@given(st.integers(0, 24 * 60 - 1))
def test_every_minute_of_a_day_comes_back_as_it_is_written(minute: int) -> None:
    text = f"{minute // 60:02}:{minute % 60:02}"

    assert parse_time(text) == text
    assert time_from_wire(time_to_wire(text)) == text


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_date_comes_back_summer_and_winter(day: date) -> None:
    instant = date_to_wire(day)

    assert date_from_wire(instant) == day
    eastern = datetime.fromtimestamp(instant / 1000, UTC).astimezone(EASTERN)
    assert (eastern.date(), eastern.hour, eastern.minute) == (day, 0, 0)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(0, 22 * 3_600_000))
def test_an_instant_within_a_day_is_of_its_eastern_date(day: date, milliseconds: int) -> None:
    assert date_from_wire(date_to_wire(day) + milliseconds) == day


@given(st.dates(date(1990, 1, 1), date(2100, 12, 30)))
def test_dates_follow_each_other_in_23_to_25_hours(day: date) -> None:
    hours = (date_to_wire(day + timedelta(days=1)) - date_to_wire(day)) / 3_600_000

    assert hours in (23, 24, 25)


def test_a_time_past_midnight_goes_on_counting() -> None:
    assert time_from_wire(18_000_000 + 86_400_000) == "24:00"
    assert time_to_wire("25:30") - time_to_wire("01:30") == 86_400_000
    assert time_from_wire(time_to_wire("48:00")) == "48:00"


def test_seconds_are_shown_where_there_are_any() -> None:
    assert time_from_wire(43_230_000) == "07:00:30"
    assert time_to_wire("07:00:30") == 43_230_000


@pytest.mark.parametrize("milliseconds", [0, 17_999_000, 43_200_001, 190_801_000, -1])
def test_what_is_no_time_of_the_api_is_refused(milliseconds: int) -> None:
    with pytest.raises(ValueError, match="from 00:00 to 48:00"):
        time_from_wire(milliseconds)


@pytest.mark.parametrize(
    "text", ["48:01", "07:60", "07:00:60", "7", "", "07:00 ", "-1:00", "\u0660\u0667:00", "7pm"]
)
def test_what_is_no_time_is_not_written(text: str) -> None:
    with pytest.raises(ValueError, match="is not a time"):
        time_to_wire(text)


@pytest.mark.parametrize("instant", [10**18, -(10**18), 10**40])
def test_what_is_no_date_is_refused(instant: int) -> None:
    with pytest.raises(ValueError, match="is not the instant of a date"):
        date_from_wire(instant)


@pytest.mark.parametrize(
    ("typed", "normalised"),
    [("7:00", "07:00"), (" 07:00 ", "07:00"), ("0:05", "00:05"), ("23:59", "23:59")],
)
def test_a_typed_time_is_brought_into_one_form(typed: str, normalised: str) -> None:
    assert parse_time(typed) == normalised


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("25:00", "the last minute of a day is 23:59"),
        ("24:00", "the last minute of a day is 23:59"),
        ("12:60", "the last minute of a day is 23:59"),
        ("7pm", "such as 19:00"),
        ("7:30 p.m.", "such as 19:30"),
        ("12am", "such as 00:00"),
        ("12 PM", "such as 12:00"),
        ("noon", "such as 07:00"),
        ("", "such as 07:00"),
        ("07.00", "such as 07:00"),
        ("\u0660\u0667:00", "such as 07:00"),
        ("07:00:30", "has seconds"),
    ],
)
def test_a_typed_time_that_is_none_is_refused_with_what_to_write(typed: str, words: str) -> None:
    with pytest.raises(ValueError, match=words) as caught:
        parse_time(typed)

    assert f'"{typed}"' in str(caught.value)


@pytest.mark.parametrize("typed", ["24:00", " 24:00 ", "24:00:00"])
def test_a_day_ends_at_24_00(typed: str) -> None:
    assert parse_end(typed) == "24:00"
    assert time_to_wire("24:00") == 104_400_000


@pytest.mark.parametrize("typed", ["24:01", "24:00:01", "25:00", "midnight", ""])
def test_a_span_ends_with_its_day_at_the_latest(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is not a time|has seconds"):
        parse_end(typed)


@given(st.integers(0, 24 * 60 - 1))
def test_an_end_before_24_00_is_a_time_as_any_other(minute: int) -> None:
    text = f"{minute // 60}:{minute % 60:02}"

    assert parse_end(text) == parse_time(text)


def test_seconds_that_are_none_do_not_matter() -> None:
    assert parse_time("07:00:00") == "07:00"
