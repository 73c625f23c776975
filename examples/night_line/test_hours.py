"""The nights, and what is easily forgotten of them."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hours import NIGHTS

EASTERN = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("when", "is_open"),
    [
        ("2027-02-02 17:59", False),  # a Tuesday
        ("2027-02-02 18:00", True),
        ("2027-02-03 07:59", True),
        ("2027-02-03 08:00", False),
        ("2027-02-05 23:59", True),  # a Friday
        ("2027-02-06 00:00", True),
        ("2027-02-08 07:59", True),  # Monday morning
        ("2027-02-08 08:00", False),
        ("2027-11-25 12:00", True),  # Thanksgiving
        ("2027-11-26 07:59", False),  # no night begins on it
    ],
)
def test_the_line_is_open(when: str, is_open: bool) -> None:
    assert NIGHTS.is_open(datetime.fromisoformat(when).replace(tzinfo=EASTERN)) is is_open


def test_an_ordinary_week_has_one_gap_a_working_day() -> None:
    friday = datetime(2027, 2, 5, 12, tzinfo=EASTERN)
    opens = NIGHTS.next_change(friday)
    assert opens == datetime(2027, 2, 5, 18, tzinfo=EASTERN)
    assert NIGHTS.next_change(opens) == datetime(2027, 2, 8, 8, tzinfo=EASTERN)
