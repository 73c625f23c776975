"""What a shift in Manila means for callers in the east of the United States."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hours import DAY_SHIFT

MANILA, EASTERN = ZoneInfo("Asia/Manila"), ZoneInfo("America/New_York")


def test_the_shift_begins_on_the_evening_before_for_its_callers() -> None:
    (shift,) = DAY_SHIFT.spans("2027-01-19")
    assert shift.opens == datetime(2027, 1, 19, 8, tzinfo=MANILA)
    assert shift.opens == datetime(2027, 1, 18, 19, tzinfo=EASTERN)
    assert shift.closes == datetime(2027, 1, 19, 7, tzinfo=EASTERN)


def test_it_is_an_hour_later_for_callers_in_summer() -> None:
    (shift,) = DAY_SHIFT.spans("2027-07-20")
    assert shift.opens == datetime(2027, 7, 19, 20, tzinfo=EASTERN)


def test_nobody_works_on_christmas_day_and_few_on_other_holidays() -> None:
    assert DAY_SHIFT.spans("2027-12-25") == []
    (half,) = DAY_SHIFT.spans("2027-06-12")
    assert half.closes == datetime(2027, 6, 12, 14, tzinfo=MANILA)


def test_nobody_works_on_monday_there_which_is_sunday_evening_here() -> None:
    assert not DAY_SHIFT.is_open(datetime(2027, 1, 17, 20, tzinfo=EASTERN))
