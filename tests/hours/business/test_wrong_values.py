"""Business hours that can't be: one sentence each, before anything is sent."""

import datetime
from collections.abc import Callable
from typing import Any

import pulumi
import pytest

from pulumi_livevox.hours.business.business_hours import BusinessHours
from pulumi_livevox.hours.business.holidays import Holidays
from pulumi_livevox.hours.wrong import WrongHours

WEEK = {"MON-FRI": "07:00-20:00"}
ON = datetime.date(2027, 1, 15)
SPANS = (
    'spans of times, such as "09:00-12:00, 13:00-15:00" or "22:00-06:00", or "open", or "closed"'
)
DAYS = 'days, such as "MON", "MON-FRI" or "MON,WED,FRI"'
A_DATE = "a date that exists, such as 2026-12-25, from 1970 to 2199"
NAIVE = datetime.datetime(2027, 1, 15, 12)


def refusal(make: Callable[[], Any]) -> str:
    """The sentence of what is refused."""
    with pytest.raises(WrongHours) as refused:
        make()
    return "\n".join(refused.value.problems)


def told(**typed: Any) -> str:
    """The sentence with which hours are refused where they are declared."""
    return refusal(lambda: BusinessHours(**{"week": WEEK, **typed}))


@pytest.mark.parametrize(
    ("week", "sentence"),
    [
        (
            {"MON": "09:00-12:00, 11:00-13:00"},
            'week.MON was "09:00-12:00, 11:00-13:00", and 09:00-12:00 overlaps 11:00-13:00; it '
            "may be spans that do not overlap",
        ),
        (
            {"MON": "22:00-06:00", "TUE": "05:00-09:00"},
            'week.TUESDAY was "05:00-09:00", and it overlaps the end of MONDAY 22:00-06:00; it '
            "may be spans that do not overlap",
        ),
        (
            {"SUN": "22:00-06:00", "MON": "05:00-09:00"},
            'week.MONDAY was "05:00-09:00", and it overlaps the end of SUNDAY 22:00-06:00; it '
            "may be spans that do not overlap",
        ),
    ],
    ids=["within a day", "across midnight", "around the end of the week"],
)
def test_spans_that_overlap_are_refused(week: dict[str, str], sentence: str) -> None:
    assert told(week=week) == sentence


@pytest.mark.parametrize("morning", ["06:00-09:00", "06:00-22:00"])
def test_a_night_and_the_morning_after_it_may_touch(morning: str) -> None:
    assert BusinessHours({"MON": "22:00-06:00", "TUE": morning}).notices == ()


@pytest.mark.parametrize("held_by", ["MON-FRI", "TUE,WED,THU", "SAT-WED"])
def test_a_single_day_beats_what_holds_it_and_this_is_told(held_by: str) -> None:
    hours = BusinessHours({held_by: "07:00-20:00", "WED": "closed"})

    assert hours.notices == (f"week has WED and {held_by}: Wednesday has the hours of WED",)
    assert hours.spans("2027-01-20") == []
    assert hours.spans("2027-01-19") != []


@pytest.mark.parametrize(
    ("first", "second"), [("MON-FRI", "WED-SUN"), ("MON-WED", "WED,SUN"), ("WED", "wednesday")]
)
def test_a_day_that_is_declared_twice_alike_is_refused(first: str, second: str) -> None:
    sentences = told(week={first: "07:00-20:00", second: "closed"}).splitlines()

    assert (
        f"week has Wednesday twice, in {first} and in {second}; declare all its spans as one"
        in sentences
    )


@pytest.mark.parametrize(
    ("key", "may_be"),
    [("MONDY", "MONDAY"), ("Tues", "TUESDAY"), ("HOLIDAY", DAYS), ("MON-WED-FRI", DAYS)],
)
def test_a_key_that_is_no_day_is_refused_with_the_nearest(key: str, may_be: str) -> None:
    assert told(week={key: "07:00-20:00"}) == f'week had the key "{key}"; it may be {may_be}'


@pytest.mark.parametrize("spans", ["7am-8pm", "", "shut", "25:00-26:00"])
def test_what_is_no_span_is_refused_with_what_it_may_be(spans: str) -> None:
    assert told(week={"MON": spans}) == f'week.MON was "{spans}"; it may be {SPANS}'


def test_a_span_of_no_length_is_refused() -> None:
    assert told(week={"MON": "07:00-07:00"}) == (
        'week.MON was "07:00-07:00", and 07:00-07:00 does not end after its start; it may be '
        'another end, or "open" for the whole day'
    )


@pytest.mark.parametrize(
    ("zone", "meant"),
    [
        ("America/Los_Angles", "America/Los_Angeles"),
        ("Asia/Manilla", "Asia/Manila"),
        ("Pacific", "America/Los_Angeles"),
    ],
)
def test_an_unknown_zone_is_refused_with_the_nearest(zone: str, meant: str) -> None:
    assert told(time_zone=zone) == (
        f'time_zone was "{zone}"; it may be the name of a time zone: {meant}'
    )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            {"dates": {"2027-12-24": "09:00-12:00"}, "until": "2027-12-01"},
            "dates had 2027-12-24, which is after until; it may be a date up to 2027-12-01",
        ),
        (
            {"holidays": ["2028-12-25"], "until": "2027-12-31"},
            "holidays had 2028-12-25, which is after until; it may be a date up to 2027-12-31",
        ),
        (
            {"holidays": Holidays.from_dates(["2028-12-25"]), "until": "2027-12-31"},
            "holidays had 2028-12-25, which is after until; it may be a date up to 2027-12-31",
        ),
        (
            {"holidays": Holidays("US", add={"2028-05-05": "Fair"}), "until": "2027-12-31"},
            "holidays had 2028-05-05, which is after until; it may be a date up to 2027-12-31",
        ),
        (
            {"holidays": Holidays("US")},
            "until is not declared; with holidays that every year has it may be the last date "
            'for which they are written, such as "2027-12-31"',
        ),
        (
            {"dates": {"2027-02-30": "closed"}},
            f'dates had the key "2027-02-30"; it may be {A_DATE}',
        ),
        ({"holidays": ["Christmas"]}, f'holidays had "Christmas"; it may be {A_DATE}'),
        ({"holidays": ["9999-12-31"]}, f'holidays had "9999-12-31"; it may be {A_DATE}'),
        ({"until": "9999-12-31"}, f'until was "9999-12-31"; it may be {A_DATE}'),
        ({"until": "soon"}, f'until was "soon"; it may be {A_DATE}'),
        (
            {"dates": {"2027-12-24": "22:00-06:00", "2027-12-25": "05:00-09:00"}},
            'dates.2027-12-25 was "05:00-09:00", and it overlaps the end of 2027-12-24 '
            "22:00-06:00; it may be spans that do not overlap",
        ),
        (
            {"dates": {"2027-12-24": "9-12"}},
            f'dates.2027-12-24 was "9-12"; it may be {SPANS}',
        ),
        (
            {"closed_as": "00:00-01:00"},
            'closed_as was "00:00-01:00"; it may be one minute in Eastern time, such as '
            '"00:00-00:01"',
        ),
    ],
    ids=lambda value: ", ".join(value) if isinstance(value, dict) else "",
)
def test_dates_that_can_not_be_are_refused(typed: dict[str, Any], sentence: str) -> None:
    assert told(**typed) == sentence


def test_a_closed_date_of_another_zone_is_named_by_what_is_declared_of_it() -> None:
    manila = BusinessHours(
        {"MON-FRI": "09:00-12:00"}, "Asia/Manila", holidays={"2027-12-24": "Christmas Eve"}
    )
    assert refusal(lambda: manila.laid(ON)).startswith(
        "lines are closed on 2027-12-23 Eastern, which is of 2027-12-23 and 2027-12-24 (Christmas "
        "Eve) in Asia/Manila, and the API has no entry"
    )


@pytest.mark.parametrize("name", ["localtime", "posixrules", "Factory"])
def test_what_is_a_zone_on_one_machine_alone_is_none(name: str) -> None:
    assert told(time_zone=name).startswith(f'time_zone was "{name}"; it may be the name of')


def test_an_output_is_named_by_its_kind() -> None:
    assert told(week={"MON": pulumi.Output.from_input("9:00-17:00")}) == (
        f'week.MON was "<Output>"; it may be {SPANS}'
    )


def test_a_date_that_is_closed_is_refused_in_words_that_offer_how_it_is_written() -> None:
    typed: dict[str, Any] = {"holidays": {"2027-12-24": "Christmas Day (observed)"}}

    assert refusal(lambda: BusinessHours(WEEK, **typed).laid(ON)) == (
        "lines are closed on 2027-12-24 (Christmas Day (observed)), and the API has no entry for "
        'a closed date: with closed_as="00:00-00:01" that minute is written, and the rest of the '
        "date is closed"
    )
    assert BusinessHours(WEEK, **typed, closed_as="00:00-00:01").laid(ON).dates


def test_a_closed_date_that_has_passed_is_not_refused() -> None:
    hours = BusinessHours(WEEK, dates={"2027-01-14": "closed"})

    assert hours.laid(ON).dates == {}


@pytest.mark.parametrize(
    "ask", [BusinessHours(WEEK).is_open, BusinessHours(WEEK).next_change], ids=["is_open", "next"]
)
def test_a_moment_without_a_zone_is_refused(ask: Callable[[Any], Any]) -> None:
    assert refusal(lambda: ask(NAIVE)) == (
        'when was "2027-01-15 12:00:00"; it may be an aware datetime: one that has a tzinfo, such '
        'as ZoneInfo("America/Los_Angeles")'
    )


def test_every_wrong_value_is_told_at_once() -> None:
    sentences = told(week={"MON": "x", "TUE": "y"}, time_zone="Mars", until="soon").splitlines()

    assert {sentence.partition(" was ")[0] for sentence in sentences} == {
        "week.MON",
        "week.TUE",
        "time_zone",
        "until",
    }
