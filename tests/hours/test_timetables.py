"""The hours of a line day by day: from what is declared or live, and by the clocks of a zone."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.spans import Span, Spans, format_spans, merged, parse_spans
from pulumi_livevox.hours.timetable import Timetable
from pulumi_livevox.wire.times import EASTERN

SUMMER, WINTER = datetime.date(2026, 7, 1), datetime.date(2026, 12, 1)
CHRISTMAS = datetime.date(2026, 12, 25)
ZONES = ["America/Los_Angeles", "America/Phoenix", "Europe/London", "Asia/Manila", "Asia/Kolkata"]

spans_of_a_day = st.lists(st.integers(0, 24 * 60), max_size=6, unique=True).map(
    lambda times: merged(
        Span(start, end)
        for start, end in zip(sorted(times)[::2], sorted(times)[1::2], strict=False)
    )
)
weeks = st.fixed_dictionaries(dict.fromkeys(WEEK, spans_of_a_day))
dates = st.dates(datetime.date(2026, 1, 1), datetime.date(2027, 12, 31))
timetables = st.builds(Timetable, week=weeks, dates=st.dictionaries(dates, spans_of_a_day))


def spans(text: str) -> Spans:
    return tuple(parse_spans(text))


def of(week: dict[str, str] | None = None, dates: dict[str, str] | None = None) -> Timetable:
    return Timetable.of(DeclaredHours.from_inputs({"week": week, "dates": dates}))


def shown(timetable: Timetable) -> dict[str, str]:
    return {day: format_spans(spans) for day, spans in timetable.week.items() if spans}


def in_doubt(timetable: Timetable) -> tuple[str, ...]:
    return tuple(doubt.text for doubt in timetable.doubts)


def test_a_group_is_shown_as_its_days() -> None:
    timetable = of({"WEEKDAY": "07:00-20:59", "SUNDAY": "09:00-12:00"})
    assert list(timetable.week) == list(WEEK)
    assert shown(timetable) == dict.fromkeys(WEEK[:5], "07:00-20:59") | {"SUNDAY": "09:00-12:00"}
    assert in_doubt(timetable) == ()
    assert timetable.time_zone == EASTERN.key


def test_spans_that_touch_are_shown_as_one() -> None:
    timetable = of({"MONDAY": "12:00-15:00, 07:00-12:00"})
    assert (shown(timetable), in_doubt(timetable)) == ({"MONDAY": "07:00-15:00"}, ())


def test_spans_that_overlap_are_shown_as_one_and_in_doubt() -> None:
    timetable = of({"MONDAY": "11:00-12:00, 07:00-12:00, 11:30-15:00, 14:00-14:30"})
    assert shown(timetable) == {"MONDAY": "07:00-15:00"}
    assert in_doubt(timetable) == (
        "MONDAY: 07:00-12:00 overlaps 11:00-12:00 Eastern",
        "MONDAY: 07:00-12:00 overlaps 11:30-15:00 Eastern",
        "MONDAY: 11:30-15:00 overlaps 14:00-14:30 Eastern",
    )


def test_a_span_that_stands_there_twice_is_in_doubt() -> None:
    assert in_doubt(of({"MONDAY": "07:00-12:00, 07:00-12:00"})) == (
        "MONDAY: 07:00-12:00 Eastern stands there twice",
    )


def test_a_day_beside_a_group_that_holds_it_is_in_doubt() -> None:
    timetable = of({"WEEKDAY": "07:00-20:00", "MONDAY": "06:00-08:00"})
    assert shown(timetable)["MONDAY"] == "06:00-20:00"
    assert in_doubt(timetable) == (
        "MONDAY is in WEEKDAY too, and what the platform makes of both is not documented: shown is "
        "the time that either covers",
    )


@pytest.mark.parametrize("text", ["26:00-27:00", "07:00:30-12:00", "22:00-06:00", "07:00-07:00"])
def test_what_is_no_span_of_one_day_is_in_doubt_and_not_shown(text: str) -> None:
    timetable = of({"MONDAY": f"09:00-10:00, {text}"}, {"2026-12-25": text})
    assert shown(timetable) == {"MONDAY": "09:00-10:00"}
    assert timetable.dates == {}
    assert in_doubt(timetable) == tuple(
        f"{day}: {text} Eastern is no span of one day, and is not shown"
        for day in ("MONDAY", "2026-12-25")
    )


def test_a_day_of_an_unknown_name_is_in_doubt() -> None:
    timetable = of({"HOLIDAY": "07:00-12:00"})
    assert shown(timetable) == {}
    assert in_doubt(timetable) == ("HOLIDAY is a day that is not known, and is not shown",)


def test_a_week_that_is_not_declared_is_in_doubt_and_not_closed() -> None:
    timetable = of(dates={"2026-12-25": "10:00-12:00"})
    assert timetable.dates == {CHRISTMAS: spans("10:00-12:00")}
    assert in_doubt(timetable) == ("the week is not declared here: what stands there is not known",)
    assert not timetable.knows_week
    assert in_doubt(of({})) == ()
    assert of({}).knows_week


def test_what_a_preview_cant_know_yet_is_in_doubt() -> None:
    hours = DeclaredHours(UNKNOWN, {CHRISTMAS: UNKNOWN})
    assert not Timetable.of(hours).knows_week
    assert in_doubt(Timetable.of(hours)) == (
        "the week can't be known yet",
        "2026-12-25: its hours can't be known yet",
    )


def test_a_date_that_is_open_for_a_single_minute_is_closed() -> None:
    timetable = of(
        {"WEEKDAY": "07:00-20:00", "SUNDAY": "00:00-00:01"}, {"2026-12-25": "00:00-00:01"}
    )
    assert timetable.spans_on(CHRISTMAS) == ()
    assert timetable.week["SUNDAY"] == spans("00:00-00:01")


def test_a_date_stands_instead_of_its_day() -> None:
    timetable = of({"WEEKDAY": "07:00-20:00"}, {"2026-12-25": "10:00-12:00"})
    assert timetable.spans_on(CHRISTMAS) == spans("10:00-12:00")
    assert timetable.spans_on(datetime.date(2026, 12, 24)) == spans("07:00-20:00")
    assert timetable.spans_on(datetime.date(2026, 12, 26)) == ()


def test_dates_have_the_names_that_are_given() -> None:
    names = {CHRISTMAS: "Christmas Day"}
    assert Timetable.of(DeclaredHours({}, {}), names).names == names


def test_the_week_of_another_zone_is_that_of_the_day_it_is_seen_on() -> None:
    week = of({"WEEKDAY": "10:00-23:00"})
    assert shown(week.in_zone("America/Phoenix", SUMMER))["FRIDAY"] == "07:00-20:00"
    assert shown(week.in_zone("America/Phoenix", WINTER))["FRIDAY"] == "08:00-21:00"


def test_the_week_of_another_zone_is_cut_at_its_own_midnight() -> None:
    manila = of({"SUNDAY": "08:00-17:00", "FRIDAY": "20:00-24:00"}).in_zone("Asia/Manila", SUMMER)
    assert shown(manila) == {
        "SUNDAY": "20:00-24:00",
        "MONDAY": "00:00-05:00",
        "SATURDAY": "08:00-12:00",
    }
    honolulu = of({"MONDAY": "00:00-10:00"}).in_zone("Pacific/Honolulu", SUMMER)
    assert shown(honolulu) == {"SUNDAY": "18:00-24:00", "MONDAY": "00:00-04:00"}


def test_a_date_changes_the_local_dates_that_it_overlaps() -> None:
    night = of({"WEEKDAY": "20:00-24:00", "WEEKEND": "20:00-24:00"}, {"2026-12-25": "00:00-00:01"})
    manila = night.in_zone("Asia/Manila", WINTER)
    assert set(manila.week.values()) == {spans("09:00-13:00")}
    # What is the evening of the 25th in New York is the 26th in Manila.
    assert manila.dates == {datetime.date(2026, 12, 26): ()}


def test_a_date_of_another_season_has_its_own_distance() -> None:
    eastern = of({"WEEKDAY": "10:00-23:00"}, {"2026-12-25": "10:00-12:00"})
    phoenix = eastern.in_zone("America/Phoenix", SUMMER)
    assert phoenix.dates == {CHRISTMAS: spans("08:00-10:00")}


def test_a_date_with_a_name_stays_where_its_hours_are_those_of_its_day() -> None:
    hours = DeclaredHours.from_inputs(
        {"week": {"FRIDAY": "10:00-12:00"}, "dates": {"2026-12-25": "10:00-12:00"}}
    )
    named = Timetable.of(hours, {CHRISTMAS: "Christmas Day"}).in_zone("America/Chicago", WINTER)
    assert named.dates == {CHRISTMAS: spans("09:00-11:00")}
    assert Timetable.of(hours).in_zone("America/Chicago", WINTER).dates == {}


def test_its_own_zone_changes_nothing() -> None:
    timetable = of({"WEEKDAY": "10:00-23:00"}, {"2026-12-25": "10:00-12:00"})
    assert timetable.in_zone(EASTERN.key, SUMMER) == timetable


def test_the_eve_of_a_date_of_another_season_is_that_of_the_week() -> None:
    night = "00:00-02:00, 21:00-24:00"
    eastern = of({"WEEKDAY": night, "WEEKEND": night}, {"2026-12-25": "00:00-01:00"})
    phoenix = eastern.in_zone("America/Phoenix", SUMMER)
    assert set(phoenix.week.values()) == {spans("18:00-23:00")}
    # By the clocks of winter it is 22:00 there when a date begins: the 24th is as ever.
    assert phoenix.dates == {CHRISTMAS: spans("22:00-23:00")}


@settings(max_examples=80, deadline=None)
@given(timetables, st.sampled_from(ZONES), dates, st.integers(0, 24 * 4))
def test_a_moment_of_a_date_is_open_in_every_zone_or_in_none(
    timetable: Timetable, zone: str, on: datetime.date, quarter: int
) -> None:
    told = timetable.in_zone(zone, on)
    for date in timetable.dates:
        start = datetime.datetime.combine(date, datetime.time(), EASTERN)
        moment = start.astimezone(datetime.UTC) + quarter * QUARTER
        if moment.astimezone(EASTERN).date() == date and not comes_twice(moment, zone):
            assert is_open(told, moment) == is_open(timetable, moment)


@settings(max_examples=80, deadline=None)
@given(weeks, st.sampled_from(ZONES), dates, st.integers(-24 * 4, 24 * 4))
def test_a_moment_of_the_same_season_is_open_in_every_zone_or_in_none(
    week: dict[str, Spans], zone: str, on: datetime.date, quarter: int
) -> None:
    noon = datetime.datetime.combine(on, datetime.time(12), EASTERN).astimezone(datetime.UTC)
    moment = noon + quarter * QUARTER
    told = Timetable(week).in_zone(zone, on)
    if distance(moment, zone) == distance(noon, zone):
        assert is_open(told, moment) == is_open(Timetable(week), moment)


QUARTER = datetime.timedelta(minutes=15)


def distance(moment: datetime.datetime, zone: str) -> datetime.timedelta:
    """How far the clocks of a zone are ahead of Eastern ones at a moment."""
    clocks = (moment.astimezone(each).replace(tzinfo=None) for each in (ZoneInfo(zone), EASTERN))
    there, here = clocks
    return there - here


def comes_twice(moment: datetime.datetime, zone: str) -> bool:
    """Whether clocks show the time of a moment twice, as they are put back."""
    local = moment.astimezone(ZoneInfo(zone))
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()


def is_open(timetable: Timetable, moment: datetime.datetime) -> bool:
    clock = moment.astimezone(ZoneInfo(timetable.time_zone))
    minute = clock.hour * 60 + clock.minute
    return any(span.start <= minute < span.end for span in timetable.spans_on(clock.date()))
