"""The hours that were agreed on, as a unit test: no engine, no platform."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hours import EAST, HOLIDAYS, WEST

NEW_YORK, LOS_ANGELES = ZoneInfo("America/New_York"), ZoneInfo("America/Los_Angeles")


def test_both_open_at_seven_by_their_own_clocks() -> None:
    morning = datetime(2027, 2, 2, 7, tzinfo=NEW_YORK)
    assert EAST.is_open(morning)
    assert not WEST.is_open(morning)
    assert WEST.is_open(datetime(2027, 2, 2, 7, tzinfo=LOS_ANGELES))
    assert WEST.next_change(morning) == datetime(2027, 2, 2, 10, tzinfo=NEW_YORK)


@pytest.mark.parametrize(
    "closed",
    ["2027-01-01", "2027-07-05", "2027-11-25", "2027-11-26", "2027-12-24", "2027-02-07"],
)
def test_nobody_is_there_on_holidays_and_sundays(closed: str) -> None:
    assert EAST.spans(closed) == WEST.spans(closed) == []


def test_somebody_is_there_on_a_holiday_that_is_left_out() -> None:
    assert date(2027, 10, 11) not in HOLIDAYS.of_year(2027)
    assert EAST.is_open(datetime(2027, 10, 11, 12, tzinfo=NEW_YORK))


def test_the_day_before_christmas_ends_at_noon() -> None:
    (morning,) = WEST.spans("2027-12-23")
    assert morning.closes == datetime(2027, 12, 23, 12, tzinfo=LOS_ANGELES)
