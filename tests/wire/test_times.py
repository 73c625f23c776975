"""Times and dates, there and back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from pulumi_livevox.wire.times import (
    EASTERN,
    date_from_wire,
    date_to_wire,
    time_from_wire,
    time_to_wire,
)

DOCUMENTED_TIMES = {
    18000000: (0, 0),
    43200000: (7, 0),
    46800000: (8, 0),
    50400000: (9, 0),
    54000000: (10, 0),
    61200000: (12, 0),
    62100000: (12, 15),
    82500000: (17, 55),
    93540000: (20, 59),
}
DOCUMENTED_DATES = {1580446800000: date(2020, 1, 31), 1593576000000: date(2020, 7, 1)}


@pytest.mark.parametrize(("milliseconds", "clock"), DOCUMENTED_TIMES.items())
def test_the_documented_times_are_read_and_written(
    milliseconds: int, clock: tuple[int, int]
) -> None:
    minutes = clock[0] * 60 + clock[1]

    assert time_from_wire(milliseconds) == (minutes, 0)
    assert time_to_wire(minutes) == milliseconds


@pytest.mark.parametrize(("milliseconds", "day"), DOCUMENTED_DATES.items())
def test_the_documented_dates_are_read_and_written(milliseconds: int, day: date) -> None:
    assert date_from_wire(milliseconds) == day
    assert date_to_wire(day) == milliseconds


@given(st.integers(0, 48 * 60), st.integers(0, 59))
def test_every_minute_up_to_48_hours_comes_back(minutes: int, seconds: int) -> None:
    assert time_from_wire(time_to_wire(minutes)) == (minutes, 0)
    if minutes < 48 * 60:
        assert time_from_wire(time_to_wire(minutes) + seconds * 1000) == (minutes, seconds)


@given(st.integers(-(10**15), 10**15) | st.integers(0, 200_000_000))
@example(0)
@example(17_999_000)
@example(43_200_001)
@example(190_801_000)
@example(-1)
def test_what_is_no_whole_second_of_48_hours_is_refused(milliseconds: int) -> None:
    second, rest = divmod(milliseconds - 18_000_000, 1000)
    assume(rest or not 0 <= second <= 48 * 3600)

    with pytest.raises(ValueError, match="from 00:00 to 48:00"):
        time_from_wire(milliseconds)


@pytest.mark.parametrize("minutes", [-1, 48 * 60 + 1])
def test_what_is_no_time_is_not_written(minutes: int) -> None:
    with pytest.raises(ValueError, match="from 00:00 to 48:00"):
        time_to_wire(minutes)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_date_comes_back_summer_and_winter(day: date) -> None:
    instant = date_to_wire(day)

    assert date_from_wire(instant) == day
    eastern = datetime.fromtimestamp(instant / 1000, UTC).astimezone(EASTERN)
    assert (eastern.date(), eastern.hour, eastern.minute) == (day, 0, 0)


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.floats(0, 1, exclude_max=True))
def test_an_instant_within_a_day_is_of_its_eastern_date(day: date, part: float) -> None:
    instant = date_to_wire(day)
    length = date_to_wire(day + timedelta(days=1)) - instant

    assert date_from_wire(instant + int(part * length)) == day
    assert date_from_wire(instant + length - 1) == day


@given(st.dates(date(1990, 1, 1), date(2100, 12, 30)))
def test_dates_follow_each_other_in_23_to_25_hours(day: date) -> None:
    hours = (date_to_wire(day + timedelta(days=1)) - date_to_wire(day)) / 3_600_000

    assert hours in (23, 24, 25)


@pytest.mark.parametrize("instant", [10**18, -(10**18), 10**40])
def test_what_is_no_date_is_refused(instant: int) -> None:
    with pytest.raises(ValueError, match="is not the instant of a date"):
        date_from_wire(instant)
