"""What inbound hours may be declared with, and the sentence that a wrong value gets."""

import datetime
from typing import Any

import pulumi
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.notices import new_past_dates, overlapping_days, unknown_days
from pulumi_livevox.hours.spans import Span, format_spans, parse_spans
from pulumi_livevox.program.values import plain
from pulumi_livevox.resources.inbound_hours.inputs import judge


def declared(**typed: Any) -> dict[str, Any]:
    judged = judge({"service": "53701"} | typed, None)
    assert judged.problems == []
    return judged.values


def refusal(**typed: Any) -> str:
    (problem,) = judge({"service": "53701"} | typed, None).problems
    return problem


def test_a_day_is_kept_as_one_canonical_text() -> None:
    week = {"WEEKDAY": "7:00 - 20:59", "saturday": ["13:00-15:00", "9:00-12:00"]}
    assert declared(week=week)["week"] == {
        "WEEKDAY": "07:00-20:59",
        "SATURDAY": "09:00-12:00, 13:00-15:00",
    }


def test_dates_are_kept_as_iso_dates() -> None:
    assert declared(dates={"2026-12-25": "10:00-12:00"})["dates"] == {"2026-12-25": "10:00-12:00"}


def test_what_hours_mean_and_whether_they_are_secret_is_kept_as_it_came() -> None:
    hidden = {"__hours": {"time_zone": "Asia/Manila"}, "__unsaid": True}
    assert declared(week={}, **hidden) == {"service": "53701", "week": {}, **hidden}


def test_an_empty_week_says_that_there_are_no_weekly_hours() -> None:
    assert declared(week={})["week"] == {}


def test_values_that_a_preview_can_not_know_pass() -> None:
    inputs = declared(
        service=UNKNOWN, time_zone=UNKNOWN, dates=UNKNOWN, week={"MONDAY": ["09:00-10:00", UNKNOWN]}
    )
    assert inputs["week"] == {"MONDAY": UNKNOWN}


def test_a_day_that_is_declared_twice_is_refused() -> None:
    told = refusal(week={"MONDAY": "09:00-10:00", "monday": "11:00-12:00"})
    assert told == "week.MONDAY is declared twice; declare all its spans as one"


@pytest.mark.parametrize("section", ["week", "dates"])
def test_hours_that_are_no_dict_are_refused(section: str) -> None:
    assert refusal(**{section: "09:00-10:00"}) == (
        f'{section} was "09:00-10:00"; it may be a dict of days and their spans'
    )


def test_a_zone_that_is_no_name_is_refused() -> None:
    assert refusal(week={}, time_zone=-5).startswith("time_zone was -5; it may be the name of")


SPANS = 'spans of times from 00:00 to 24:00, such as "09:00-12:00, 13:00-15:00"'


@pytest.mark.parametrize(
    "spans", ["25:00-26:00", "7pm-9pm", "07:00", "07:00-", "07:00-24:01", "24:00-24:00", 7]
)
def test_what_is_no_span_is_told_with_what_it_may_be(spans: Any) -> None:
    told = refusal(week={"WEEKDAY": spans})
    assert told.startswith("week.WEEKDAY was ")
    assert told.endswith(f"; it may be {SPANS}")


def test_a_span_of_no_length_is_refused() -> None:
    assert "does not end after its start" in refusal(week={"WEEKDAY": "09:00-09:00"})


def test_a_day_may_end_at_24_00() -> None:
    week = {"WEEKDAY": "7:00-24:00", "SATURDAY": "0:00-24:00", "SUNDAY": "20:00-24:00, 9:00-10:00"}
    assert declared(week=week)["week"] == {
        "WEEKDAY": "07:00-24:00",
        "SATURDAY": "00:00-24:00",
        "SUNDAY": "09:00-10:00, 20:00-24:00",
    }
    for zone, spans in (("America/Chicago", "18:00-23:00"), ("America/Halifax", "18:00-24:00")):
        assert declared(week={"MONDAY": spans}, time_zone=zone)["week"] == {"MONDAY": spans}


def test_spans_of_one_day_may_touch_and_may_not_overlap() -> None:
    assert declared(week={"MONDAY": "09:00-12:00, 12:00-15:00"})
    told = refusal(week={"MONDAY": "09:00-12:00, 11:59-15:00"})
    assert "09:00-12:00 overlaps 11:59-15:00" in told


CLOSED = pytest.mark.parametrize("spans", ["", [], " , ", "closed", ["Closed"]])


@CLOSED
def test_a_day_without_a_span_is_refused(spans: Any) -> None:
    told = refusal(week={"SUNDAY": spans})
    assert told.startswith("week.SUNDAY was ")
    assert told.endswith("A day that is closed is left out, as the API has no entry for closed")


@CLOSED
def test_a_date_without_a_span_is_refused_with_what_leaving_it_out_means(spans: Any) -> None:
    told = refusal(dates={"2099-12-25": spans})
    assert told.startswith("dates.2099-12-25 was ")
    assert "A date that is left out has its weekly hours" in told
    assert 'declare a minute at night, such as "00:00-00:01" (no other way is known)' in told


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "America/Halifax", "America/Miquelon"])
def test_the_minute_that_closes_a_date_can_be_declared_in_its_zone(zone: str) -> None:
    told = refusal(dates={"2099-12-25": "closed"}, time_zone=zone)
    minute = told.partition('at night, such as "')[2].partition('"')[0]
    assert declared(dates={"2099-12-25": minute}, time_zone=zone)


PAST, NOW = "2025-12-24", datetime.date(2026, 11, 25)


def told_of(new: dict[str, Any], *, old: dict[str, Any]) -> list[str]:
    before, after = DeclaredHours.from_inputs(old), DeclaredHours.from_inputs(new)
    return new_past_dates(before, after, NOW)


def test_a_date_before_today_that_is_new_is_warned_about() -> None:
    new = {"dates": {PAST: "09:00-12:00", "2026-11-25": "09:00-12:00", "2026-12-25": UNKNOWN}}
    warning = f"dates.{PAST} is before today (2026-11-25, Eastern): nothing is written for it"
    without: list[dict[str, Any]] = [{}, {"week": {}}, {"dates": {"2025-12-25": ""}}]
    for old in without:
        assert told_of(new, old=old) == [warning]


def test_a_date_that_was_declared_and_has_passed_is_not_warned_about() -> None:
    new = {"dates": {PAST: "09:00-12:00"}}
    assert told_of(new, old={"dates": {PAST: "10:00-12:00"}}) == []
    assert told_of({"dates": UNKNOWN}, old={}) == []
    assert told_of({"week": {}}, old={}) == []


@pytest.mark.parametrize("date", ["2026-02-30", "25.12.2026", "2026-13-01"])
def test_a_date_that_does_not_exist_is_refused(date: str) -> None:
    assert refusal(dates={date: "10:00-12:00"}) == (
        f'dates had the key "{date}"; it may be a date that exists, such as 2026-12-25'
    )


def test_hours_without_week_and_dates_are_refused() -> None:
    assert refusal() == "neither week nor dates is declared; declare one of them, or both"


def test_an_unknown_day_is_sent_on_with_a_warning() -> None:
    assert declared(week={"HOLIDAY": "09:00-10:00"})["week"] == {"HOLIDAY": "09:00-10:00"}
    assert "week.HOLIDAY is none of the days known" in unknown_days({"HOLIDAY": ""})[0]
    assert unknown_days({"WEEKDAY": "", "sunday": "", "Mondays": ""}) == []


def test_a_single_day_beside_its_group_is_warned_about() -> None:
    assert "WEEKDAY and MONDAY" in overlapping_days({"WEEKDAY": "", "MONDAY": ""})[0]
    assert overlapping_days({"WEEKDAY": "", "SATURDAY": ""}) == []


def test_a_date_that_is_typed_in_two_ways_is_refused() -> None:
    twice = {datetime.date(2026, 12, 25): "10:00-12:00", "2026-12-25": "13:00-15:00"}
    with pytest.raises(pulumi.RunError, match="2026-12-25 is declared twice"):
        plain(twice)


def test_spans_are_judged_whatever_else_is_wrong() -> None:
    typed = {"week": {"MONDAY": "20:00-22:00"}, "time_zone": "America/Los_Angeles"}
    problems = judge(typed, None).problems
    assert len(problems) == 2


minutes = st.integers(0, 24 * 60)


@given(
    st.lists(
        st.lists(minutes, min_size=2, max_size=2, unique=True).map(lambda t: Span(*sorted(t))),
        min_size=1,
    )
)
def test_spans_survive_their_text(spans: list[Span]) -> None:
    assert parse_spans(format_spans(spans)) == sorted(spans)


@given(st.dates(datetime.date(2020, 1, 1), datetime.date(2100, 1, 1)), minutes, minutes)
def test_what_is_normalised_stays_as_it_is(date: datetime.date, a: int, b: int) -> None:
    if a == b:
        return
    start, end = sorted((a, b))
    once = declared(
        dates={date.isoformat(): f"{start // 60}:{start % 60:02}-{end // 60}:{end % 60:02}"}
    )
    assert declared(dates=once["dates"]) == once
