"""What differs between two declarations of hours: in words, or else by value."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.hours.changes import changes
from pulumi_livevox.hours.declared import DeclaredHours

TODAY = datetime.date(2026, 12, 1)
WEEK = {"WEEKDAY": "10:00-20:59"}
PHOENIX = {"time_zone": "America/Phoenix", "names": {"2026-12-25": "Christmas Day"}}


def said(before: dict[str, Any], after: dict[str, Any], on: datetime.date = TODAY) -> list[str]:
    was, becomes = DeclaredHours.from_inputs(before), DeclaredHours.from_inputs(after)
    return [str(change) for change in changes(was, becomes, on)]


def test_hours_that_differ_are_said_in_words() -> None:
    before = {"week": WEEK, "dates": {"2026-12-25": "10:00-12:00"}}
    after = {"week": {"WEEKDAY": "10:00-19:30"}, "dates": {}}
    assert said(before, after) == [
        "Monday to Friday: closes 19:30 instead of 20:59",
        "2026-12-25: as every Friday (10:00-19:30) instead of 10:00-12:00",
    ]


def test_hours_are_said_by_the_clocks_of_the_declared_zone_and_which_it_is() -> None:
    zone = {"time_zone": "America/Los_Angeles"}
    assert said({"week": WEEK}, {"week": {"WEEKDAY": "07:00-18:00"}, **zone}) == [
        "Monday to Friday: closes 18:00 instead of 17:59 (America/Los_Angeles)"
    ]


def test_hours_are_said_by_the_clocks_of_the_meant_zone_and_with_the_names_of_dates() -> None:
    after = {"week": WEEK, "dates": {"2026-12-25": "00:00-00:01"}, "__hours": PHOENIX}
    assert said({"week": WEEK, "dates": {}}, after) == [
        "2026-12-25 (Christmas Day): closed instead of its Friday hours 08:00-18:59 "
        "(America/Phoenix)"
    ]


MANILA = {"time_zone": "Asia/Manila", "names": {}}
MANILA_WINTER = {"week": {"WEEKDAY": "08:00-17:00"}, "dates": {}, "__hours": MANILA}
"""21:00 to 06:00 there."""


def test_dates_of_another_season_that_keep_their_hours_are_not_said() -> None:
    # In March the week moves; what it had on a day in December a date has by now.
    summer = {"week": {"WEEKDAY": "09:00-18:00"}, "dates": {"2027-12-08": "08:00-17:00"}}
    words = said(MANILA_WINTER, {**summer, "__hours": MANILA}, datetime.date(2027, 3, 14))
    assert words[-1] == "dates: 1 other entries for hours that stay"
    assert not [each for each in words if "2027-12" in each]


def test_a_date_whose_entry_stays_is_not_said_where_its_week_changes() -> None:
    chicago = {"time_zone": "America/Chicago", "names": {}}
    dates = {"2026-12-24": "10:00-13:00"}
    before = {"week": {"THURSDAY": "10:00-13:00"}, "dates": dates}
    after = {"week": {"THURSDAY": "10:00-20:00"}, "dates": dates, "__hours": chicago}
    assert said(before, after) == ["Thursday: closes 19:00 instead of 12:00 (America/Chicago)"]


def test_what_business_hours_are_told_by_value_is_said_to_be_eastern() -> None:
    after = {"week": {"MONDAY": "07:00-15:00"}, "__hours": MANILA}
    assert said({"week": {"MONDAY": "07:00-12:00, 12:00-15:00"}}, after) == [
        'week.MONDAY "07:00-12:00, 12:00-15:00" => "07:00-15:00" (Eastern)'
    ]


def test_the_same_hours_in_another_zone_are_no_change() -> None:
    after = {"week": {"WEEKDAY": "07:00-17:59"}, "time_zone": "America/Los_Angeles"}
    assert said({"week": WEEK}, after) == []


def test_dates_that_have_passed_and_sections_that_are_not_declared_do_not_count() -> None:
    before = {"week": WEEK, "dates": {"2026-11-30": "10:00-12:00"}}
    assert said(before, {"dates": {}}) == []
    assert said(before, {"dates": {}}, datetime.date(2026, 11, 30)) != []


def test_other_entries_for_the_same_hours_are_told_by_value() -> None:
    before = {"week": {"MONDAY": "07:00-12:00, 12:00-15:00"}}
    assert said(before, {"week": {"MONDAY": "07:00-15:00"}}) == [
        'week.MONDAY "07:00-12:00, 12:00-15:00" => "07:00-15:00"'
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            {"MONDAY": "26:00-27:00", "SUNDAY": "09:00-12:00"},
            {"MONDAY": "07:00-12:00", "SUNDAY": "09:00-13:00"},
            [
                "Sunday: closes 13:00 instead of 12:00",
                'week.MONDAY "26:00-27:00" => "07:00-12:00"',
            ],
        ),
        ({"HOLIDAY": "07:00-12:00"}, {}, ['week.HOLIDAY "07:00-12:00" => (nothing)']),
        (
            {"MONDAY": "07:00-12:00"},
            {"MONDAY": UNKNOWN},
            ['week.MONDAY "07:00-12:00" => (not known yet)'],
        ),
    ],
)
def test_what_words_cant_say_is_told_by_value(
    before: dict[str, Any], after: dict[str, Any], told: list[str]
) -> None:
    assert said({"week": before}, {"week": after}) == told


def test_a_week_that_cant_be_known_yet_is_told_as_such_beside_dates_in_words() -> None:
    before = {"week": WEEK, "dates": {}}
    after = {"week": UNKNOWN, "dates": {"2026-12-25": "10:00-12:00"}}
    assert said(before, after) == [
        'week {"WEEKDAY": "10:00-20:59"} => (not known yet)',
        "2026-12-25: 10:00-12:00 instead of its Friday hours",
    ]


def test_what_the_platform_makes_of_new_hours_is_told_where_nobody_knows() -> None:
    after = {"week": {**WEEK, "MONDAY": "09:00-12:00"}}
    assert said({"week": WEEK}, after) == [
        "Monday: opens 09:00 instead of 10:00",
        "in doubt: MONDAY is in WEEKDAY too, and what the platform makes of both is not "
        "documented: shown is the time that either covers",
    ]


def test_a_day_that_opens_adds_and_one_that_changes_does_not() -> None:
    before = DeclaredHours.from_inputs({"week": WEEK})
    after = DeclaredHours.from_inputs({"week": {"WEEKDAY": "11:00-20:59", "SUNDAY": "09:00-12:00"}})
    weekdays, sunday = changes(before, after, TODAY)
    assert not weekdays.adds
    assert sunday.adds


days = st.sampled_from(["WEEKDAY", "MONDAY", "TUESDAY", "WEEKEND", "SUNDAY", "HOLIDAY"])
texts = st.sampled_from(["07:00-12:00", "12:00-15:00", "07:00-12:00, 12:00-15:00", "26:00-27:00"])
declared = st.fixed_dictionaries(
    {
        "week": st.dictionaries(days, texts),
        "dates": st.dictionaries(st.sampled_from(["2026-12-24", "2026-12-25"]), texts),
    }
)


@settings(max_examples=100, deadline=None)
@given(declared, declared)
def test_something_is_said_where_something_is_written_and_else_nothing(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    was, becomes = DeclaredHours.from_inputs(before), DeclaredHours.from_inputs(after)
    assert bool(said(before, after)) == (not was.is_same_as(becomes, TODAY))
