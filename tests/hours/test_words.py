"""What a change of hours means, in words."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.spans import Span, merged
from pulumi_livevox.hours.timetable import Timetable
from pulumi_livevox.hours.words import describe

WEEKLY = {"WEEKDAY": "07:00-20:59"}
NAMES = {datetime.date(2026, 12, 25): "Christmas Day"}
FIRST = datetime.date(2026, 12, 21)

spans = st.lists(st.integers(0, 8), max_size=4, unique=True).map(
    lambda times: merged(
        Span(start * 180, end * 180)
        for start, end in zip(sorted(times)[::2], sorted(times)[1::2], strict=False)
    )
)
dates = st.dictionaries(st.integers(0, 9).map(lambda by: FIRST + datetime.timedelta(by)), spans)
timetables = st.builds(
    Timetable, week=st.fixed_dictionaries(dict.fromkeys(WEEK, spans)), dates=dates
)


def of(
    week: dict[str, str] | None,
    dates: dict[str, str] | None = None,
    names: dict[datetime.date, str] | None = None,
) -> Timetable:
    return Timetable.of(DeclaredHours.from_inputs({"week": week, "dates": dates}), names)


def of_tuesday(before: str | None, after: str | None) -> str:
    """What is said of a Tuesday, alone."""
    was, becomes = ({} if each is None else {"TUESDAY": each} for each in (before, after))
    (sentence,) = describe(of(was), of(becomes))
    return sentence.removeprefix("Tuesday: ")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("07:00-20:59", "07:00-19:30", "closes 19:30 instead of 20:59"),
        ("07:00-20:59", "08:00-20:59", "opens 08:00 instead of 07:00"),
        (
            "07:00-20:59",
            "08:00-24:00",
            "opens 08:00 instead of 07:00, closes 24:00 instead of 20:59",
        ),
        ("07:00-20:59", None, "closed instead of 07:00-20:59"),
        (None, "09:00-12:00", "open 09:00-12:00 instead of closed"),
        (None, "09:00-12:00, 13:00-15:00", "open 09:00-12:00, 13:00-15:00 instead of closed"),
        ("07:00-20:59", "00:00-24:00", "open all day instead of 07:00-20:59"),
        (None, "00:00-24:00", "open all day instead of closed"),
        ("00:00-24:00", "07:00-20:59", "open 07:00-20:59 instead of all day"),
        ("00:00-24:00", None, "closed instead of open all day"),
        ("09:00-15:00", "09:00-12:00, 13:00-15:00", "closed 12:00-13:00 in between"),
        ("09:00-12:00, 13:00-15:00", "09:00-15:00", "no longer closed 12:00-13:00"),
        (
            "09:00-12:00, 13:00-15:00",
            "09:00-12:00, 12:30-15:00",
            "closed 12:00-12:30 in between instead of 12:00-13:00",
        ),
        (
            "09:00-12:00, 13:00-15:00",
            "09:00-12:00, 13:00-16:00",
            "closes 16:00 instead of 15:00",
        ),
        (
            "09:00-15:00",
            "09:00-12:00, 13:00-16:00",
            "09:00-12:00, 13:00-16:00 instead of 09:00-15:00",
        ),
    ],
)
def test_a_day_is_said_in_the_fewest_words(
    before: str | None, after: str | None, words: str
) -> None:
    assert of_tuesday(before, after) == words


def test_days_that_follow_each_other_with_the_same_change_are_one_sentence() -> None:
    after = of({"WEEKDAY": "07:00-19:30", "WEEKEND": "09:00-12:00"})
    assert describe(of(WEEKLY), after) == [
        "Monday to Friday: closes 19:30 instead of 20:59",
        "Saturday and Sunday: open 09:00-12:00 instead of closed",
    ]


def test_a_day_between_that_stays_parts_a_sentence() -> None:
    days = dict.fromkeys(("MONDAY", "TUESDAY", "THURSDAY", "FRIDAY"), "07:00-19:30")
    assert describe(of(WEEKLY), of({**days, "WEDNESDAY": "07:00-20:59"})) == [
        "Monday and Tuesday: closes 19:30 instead of 20:59",
        "Thursday and Friday: closes 19:30 instead of 20:59",
    ]


def test_a_day_that_opens_and_one_that_is_open_longer_are_two_sentences() -> None:
    assert describe(of({"MONDAY": "00:00-03:00"}), of({"MONDAY": "00:00-03:00"})) == []
    assert describe(
        of({"MONDAY": "09:00-12:00"}), of({"MONDAY": "00:00-24:00", "TUESDAY": "00:00-24:00"})
    ) == [
        "Monday: open all day instead of 09:00-12:00",
        "Tuesday: open all day instead of closed",
    ]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({}, {"2026-12-25": "00:00-00:01"}, "closed instead of its Friday hours 07:00-20:59"),
        ({}, {"2026-12-25": "07:00-12:00"}, "07:00-12:00 instead of its Friday hours 07:00-20:59"),
        ({}, {"2026-12-25": "00:00-24:00"}, "open all day instead of its Friday hours 07:00-20:59"),
        ({}, {"2026-12-25": "07:00-20:59"}, "stays 07:00-20:59, from now on by hours of its own"),
        ({"2026-12-25": "07:00-12:00"}, {}, "as every Friday (07:00-20:59) instead of 07:00-12:00"),
        ({"2026-12-25": "00:00-00:01"}, {}, "as every Friday (07:00-20:59) instead of closed"),
        ({"2026-12-25": "07:00-20:59"}, {}, "stays 07:00-20:59, as every Friday from now on"),
        (
            {"2026-12-25": "07:00-12:00"},
            {"2026-12-25": "07:00-13:00"},
            "closes 13:00 instead of 12:00",
        ),
        (
            {"2026-12-25": "07:00-12:00"},
            {"2026-12-25": "00:00-00:01"},
            "closed instead of 07:00-12:00",
        ),
    ],
)
def test_a_date_is_said_by_its_name_and_beside_its_day(
    before: dict[str, str], after: dict[str, str], words: str
) -> None:
    told = describe(of(WEEKLY, before), of(WEEKLY, after, NAMES))
    assert told == [f"2026-12-25 (Christmas Day): {words}"]
    told = describe(of(WEEKLY, before, NAMES), of(WEEKLY, after))
    assert told == [f"2026-12-25 (Christmas Day): {words}"]


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({}, {"2026-12-27": "09:00-12:00"}, "open 09:00-12:00 instead of closed as every Sunday"),
        ({"2026-12-27": "09:00-12:00"}, {}, "as every Sunday (closed) instead of 09:00-12:00"),
        ({}, {"2026-12-27": "00:00-00:01"}, "stays closed, from now on by hours of its own"),
    ],
)
def test_a_date_of_a_closed_day_is_said_as_such(
    before: dict[str, str], after: dict[str, str], words: str
) -> None:
    assert describe(of(WEEKLY, before), of(WEEKLY, after)) == [f"2026-12-27: {words}"]


def test_dates_that_follow_each_other_with_the_same_change_are_one_sentence() -> None:
    closed = {f"2026-12-{day}": "00:00-00:01" for day in (22, 23, 24, 28, 29)}
    assert describe(of(WEEKLY), of(WEEKLY, closed)) == [
        "2026-12-22 to 2026-12-24: closed instead of the hours of those days 07:00-20:59",
        "2026-12-28 and 2026-12-29: closed instead of the hours of those days 07:00-20:59",
    ]
    assert describe(of(WEEKLY, closed), of(WEEKLY)) == [
        "2026-12-22 to 2026-12-24: as those days of the week (07:00-20:59) instead of closed",
        "2026-12-28 and 2026-12-29: as those days of the week (07:00-20:59) instead of closed",
    ]


def test_a_date_with_a_name_is_a_sentence_of_its_own() -> None:
    closed = {f"2026-12-{day}": "00:00-00:01" for day in (24, 25)}
    assert describe(of(WEEKLY), of(WEEKLY, closed, NAMES)) == [
        "2026-12-24: closed instead of its Thursday hours 07:00-20:59",
        "2026-12-25 (Christmas Day): closed instead of its Friday hours 07:00-20:59",
    ]


def test_days_come_before_dates_and_dates_as_time_goes() -> None:
    after = of(
        {"SUNDAY": "09:00-12:00"}, {"2027-01-01": "09:00-10:00", "2026-12-31": "09:00-11:00"}
    )
    assert [each.partition(":")[0] for each in describe(of(WEEKLY), after)] == [
        "Monday to Friday",
        "Sunday",
        "2026-12-31",
        "2027-01-01",
    ]


def test_a_week_of_which_nothing_is_known_is_not_taken_for_closed() -> None:
    date = {"2026-12-25": "07:00-12:00"}
    assert describe(of(None), of(None, date)) == [
        "2026-12-25: 07:00-12:00 instead of its Friday hours"
    ]
    assert describe(of(None, date), of(None)) == [
        "2026-12-25: as every Friday instead of 07:00-12:00"
    ]
    assert describe(of(None, date), of({"WEEKDAY": "09:00-12:00"}, date))[:2] == [
        "Monday to Friday: 09:00-12:00, whatever stands there",
        "Saturday and Sunday: closed, whatever stands there",
    ]


def test_what_is_in_doubt_is_told_and_what_is_no_more() -> None:
    clear = of({"MONDAY": "07:00-15:00"}, {})
    doubtful = of({"MONDAY": "07:00-12:00, 11:00-15:00"}, {})
    doubt = "MONDAY: 07:00-12:00 overlaps 11:00-15:00 Eastern"
    assert describe(clear, doubtful) == [f"in doubt: {doubt}"]
    assert describe(doubtful, clear) == [f"no longer in doubt: {doubt}"]


def test_hours_of_two_zones_are_not_compared() -> None:
    eastern = of(WEEKLY)
    with pytest.raises(ValueError, match=r"of America/New_York and of Asia/Manila can't be"):
        describe(eastern, eastern.in_zone("Asia/Manila", FIRST))


@settings(max_examples=40, deadline=None)
@given(timetables)
def test_hours_that_stay_are_not_worth_a_word(timetable: Timetable) -> None:
    assert describe(timetable, timetable) == []


@settings(max_examples=100, deadline=None)
@given(timetables, timetables)
def test_each_day_that_differs_is_named_and_no_other(before: Timetable, after: Timetable) -> None:
    heads = [sentence.partition(":")[0] for sentence in describe(before, after)]
    days = [day.title() for day in WEEK if before.week[day] != after.week[day]]
    own = sorted({*before.dates, *after.dates})
    days += [str(each) for each in own if before.dates.get(each) != after.dates.get(each)]
    assert [day for head in heads for day in named(head)] == days


def named(head: str) -> list[str]:
    """The days that the head of a sentence is about: "Monday to Wednesday"."""
    ends = head.replace(" and ", " to ").split(" to ")
    if ends[0].isalpha():
        order = [day.title() for day in WEEK]
    else:
        order = [str(FIRST + datetime.timedelta(by)) for by in range(10)]
    return order[order.index(ends[0]) : order.index(ends[-1]) + 1]
