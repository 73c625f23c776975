"""What users of other systems report of their opening hours, each with what is right."""

import datetime
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pulumi_livevox.hours.business.business_hours import BusinessHours
from pulumi_livevox.hours.business.holidays import Holidays
from pulumi_livevox.hours.business.laying import Laid
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.spans import format_spans
from tests.hours.business.reader import Reader

EASTERN = "America/New_York"
WINTER = datetime.date(2027, 1, 15)
"""The day of a rollout; a Friday."""

A_MINUTE = "00:00-00:01"
QUARTER = datetime.timedelta(minutes=15)


def at(text: str, zone: str = EASTERN) -> datetime.datetime:
    """A moment by the clocks of a zone."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def weekly(laid: Laid) -> dict[str, str]:
    """The week that is written, as texts."""
    return {day: format_spans(spans) for day, spans in laid.week.items()}


def dated(laid: Laid) -> dict[str, str]:
    """The dates that are written, as texts."""
    return {str(date): format_spans(spans) for date, spans in (laid.dates or {}).items()}


def platform(hours: BusinessHours, on: datetime.date = WINTER) -> Reader:
    """The line as the platform has it after a rollout on a day."""
    laid = hours.laid(on)
    entries = DeclaredHours(laid.week, laid.dates).wanted(on)
    return Reader(each.to_body().to_wire() for each in entries)


# --- to midnight and round the clock ---


def test_a_day_that_ends_at_midnight_is_open_in_its_last_minute_and_not_in_the_next() -> None:
    hours = BusinessHours({"MON-FRI": "09:00-24:00"})

    assert weekly(hours.laid(WINTER)) == {"WEEKDAY": "09:00-24:00"}
    for line in (hours, platform(hours)):
        assert line.is_open(at("2027-01-18 23:59:59"))
        assert not line.is_open(at("2027-01-19 00:00"))


@pytest.mark.parametrize("always", ["open", "00:00-24:00"])
def test_round_the_clock_has_no_gap_at_midnight_and_no_change(always: str) -> None:
    hours = BusinessHours({"MON-SUN": always}, time_zone="Asia/Manila")

    laid = hours.laid(WINTER)
    assert weekly(laid) == {"WEEKDAY": "00:00-24:00", "WEEKEND": "00:00-24:00"}
    assert laid.meaning.right_until is None
    assert hours.next_change(at("2027-01-15 12:00")) is None
    for line in (hours, platform(hours)):
        assert all(
            line.is_open(at("2027-03-13 00:00").astimezone(datetime.UTC) + n * QUARTER)
            for n in range(3 * 96)
        )


# --- night shifts ---


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    hours = BusinessHours({"FRI": "22:00-06:00"})

    assert weekly(hours.laid(WINTER)) == {"FRIDAY": "22:00-24:00", "SATURDAY": "00:00-06:00"}
    for line in (hours, platform(hours)):
        assert not line.is_open(at("2027-01-15 05:59"))
        assert not line.is_open(at("2027-01-15 21:59"))
        assert line.is_open(at("2027-01-15 22:00"))
        assert line.is_open(at("2027-01-16 05:59:59"))
        assert not line.is_open(at("2027-01-16 06:00"))
        assert not line.is_open(at("2027-01-16 22:00"))


def test_a_night_passes_the_end_of_the_week() -> None:
    hours = BusinessHours({"SUN": "22:00-06:00"})

    assert weekly(hours.laid(WINTER)) == {"MONDAY": "00:00-06:00", "SUNDAY": "22:00-24:00"}
    for line in (hours, platform(hours)):
        assert line.is_open(at("2027-01-18 03:00"))
        assert not line.is_open(at("2027-01-19 03:00"))


def test_nights_all_week_are_four_entries() -> None:
    hours = BusinessHours({"MON-SUN": "22:00-06:00"})

    night = "00:00-06:00, 22:00-24:00"
    assert weekly(hours.laid(WINTER)) == {"WEEKDAY": night, "WEEKEND": night}


# --- holidays ---


CLOSED_AT_CHRISTMAS: Mapping[str, Any] = {
    "week": {"MON-FRI": "07:00-20:00"},
    "holidays": {"2027-12-24": "Christmas Day (observed)"},
    "closed_as": A_MINUTE,
}


@pytest.mark.parametrize("on", ["2027-01-15", "2027-12-24"])
def test_a_holiday_is_closed_from_the_first_rollout_on_and_on_the_day_itself(on: str) -> None:
    hours = BusinessHours(**CLOSED_AT_CHRISTMAS)

    assert dated(hours.laid(datetime.date.fromisoformat(on))) == {"2027-12-24": A_MINUTE}
    for line in (hours, platform(hours, datetime.date.fromisoformat(on))):
        assert not line.is_open(at("2027-12-24 12:00"))
        assert line.is_open(at("2027-12-23 12:00"))


def test_a_holiday_that_has_passed_is_written_no_more() -> None:
    laid = BusinessHours(**CLOSED_AT_CHRISTMAS).laid(datetime.date(2027, 12, 25))

    assert laid.dates == {}


def test_a_holiday_on_a_day_that_is_closed_anyway_needs_no_entry() -> None:
    hours = BusinessHours({"MON-FRI": "07:00-20:00"}, holidays=["2027-12-25"])

    assert hours.laid(WINTER).dates == {}


def test_a_holiday_is_open_on_another_day_of_a_year_only_where_that_is_observed() -> None:
    # The Fourth of July of 2027 is a Sunday.
    hours = BusinessHours(
        {"MON-FRI": "07:00-20:00"},
        holidays=Holidays("US"),
        until="2027-12-31",
        closed_as=A_MINUTE,
    )

    for line in (hours, platform(hours)):
        assert not line.is_open(at("2027-07-05 12:00"))
        assert line.is_open(at("2027-07-06 12:00"))
    assert "Independence Day" in hours.laid(WINTER).meaning.names[datetime.date(2027, 7, 5)]


def test_a_holiday_that_is_left_out_is_a_day_like_others() -> None:
    hours = BusinessHours(
        {"MON-FRI": "07:00-20:00"},
        holidays=Holidays("US", leave_out=["Columbus Day"]),
        until="2027-12-31",
        closed_as=A_MINUTE,
    )

    for line in (hours, platform(hours)):
        assert line.is_open(at("2027-10-11 12:00"))
        assert not line.is_open(at("2027-11-25 12:00"))


def test_holidays_end_with_the_last_day_that_is_declared() -> None:
    hours = BusinessHours(
        {"MON-FRI": "07:00-20:00"},
        holidays=Holidays("US"),
        until="2027-12-30",
        closed_as=A_MINUTE,
    )

    assert max(hours.laid(WINTER).dates or {}) == datetime.date(2027, 12, 24)
    assert hours.is_open(at("2028-07-04 12:00"))


def test_the_end_of_a_night_falls_on_the_holiday_after_it() -> None:
    hours = BusinessHours({"MON-FRI": "22:00-06:00"}, holidays=["2027-12-24"], closed_as=A_MINUTE)

    assert dated(hours.laid(WINTER)) == {"2027-12-24": "00:00-06:00", "2027-12-25": A_MINUTE}
    for line in (hours, platform(hours)):
        assert line.is_open(at("2027-12-24 05:59"))
        assert not line.is_open(at("2027-12-24 23:00"))
        assert not line.is_open(at("2027-12-25 03:00"))


def test_a_night_of_a_date_ends_on_the_next_day_which_keeps_its_hours() -> None:
    hours = BusinessHours({"MON-FRI": "09:00-17:00"}, dates={"2027-12-23": "22:00-06:00"})

    assert dated(hours.laid(WINTER)) == {
        "2027-12-23": "22:00-24:00",
        "2027-12-24": "00:00-06:00, 09:00-17:00",
    }


def test_a_date_beats_a_holiday() -> None:
    hours = BusinessHours(**CLOSED_AT_CHRISTMAS, dates={"2027-12-24": "07:00-12:00"})

    for line in (hours, platform(hours)):
        assert line.is_open(at("2027-12-24 11:59"))
        assert not line.is_open(at("2027-12-24 12:00"))


# --- daylight saving ---


def test_clocks_of_phoenix_stay_when_eastern_ones_are_changed() -> None:
    hours = BusinessHours({"MON-FRI": "08:00-17:00"}, time_zone="America/Phoenix")

    winter, summer = hours.laid(WINTER), hours.laid(datetime.date(2027, 3, 14))
    assert weekly(winter) == {"WEEKDAY": "10:00-19:00"}
    assert weekly(summer) == {"WEEKDAY": "11:00-20:00"}
    assert winter.meaning.right_until == datetime.date(2027, 3, 13)
    assert summer.meaning.right_until == datetime.date(2027, 11, 6)
    for line in (hours, platform(hours, datetime.date(2027, 3, 15))):
        assert line.is_open(at("2027-07-01 08:00", "America/Phoenix"))
        assert not line.is_open(at("2027-07-01 17:00", "America/Phoenix"))


def test_london_is_an_hour_nearer_between_the_changes_of_its_clocks_and_eastern_ones() -> None:
    hours = BusinessHours({"MON-FRI": "09:00-17:00"}, time_zone="Europe/London")

    rollouts = {
        "2027-01-15": "04:00-12:00",
        "2027-03-15": "05:00-13:00",
        "2027-03-29": "04:00-12:00",
    }
    for on, week in rollouts.items():
        assert weekly(hours.laid(datetime.date.fromisoformat(on))) == {"WEEKDAY": week}


def test_dates_have_their_right_times_whatever_the_season() -> None:
    hours = BusinessHours(
        {"MON-FRI": "08:00-17:00"},
        time_zone="America/Phoenix",
        dates={"2027-01-20": "08:00-12:00", "2027-07-02": "08:00-12:00"},
    )

    assert dated(hours.laid(WINTER)).items() >= {
        ("2027-01-20", "10:00-14:00"),
        ("2027-07-02", "11:00-15:00"),
    }


def test_a_shift_in_manila_is_on_the_eastern_day_before() -> None:
    hours = BusinessHours({"TUE-SAT": "08:00-17:00"}, time_zone="Asia/Manila")

    evening, morning = "19:00-24:00", "00:00-04:00"
    assert weekly(hours.laid(WINTER)) == {
        "MONDAY": evening,
        "TUESDAY": f"{morning}, {evening}",
        "WEDNESDAY": f"{morning}, {evening}",
        "THURSDAY": f"{morning}, {evening}",
        "FRIDAY": f"{morning}, {evening}",
        "SATURDAY": morning,
    }
    assert platform(hours).is_open(at("2027-01-19 08:00", "Asia/Manila"))


def test_an_hour_that_clocks_leave_out_is_never_open() -> None:
    hours = BusinessHours({"SUN": "02:00-03:00"})

    assert hours.spans("2027-03-14") == []
    assert not any(hours.is_open(at("2027-03-14 00:00") + n * QUARTER) for n in range(4 * 24))


# --- perpetual differences ---


ALL_SORTS = [
    {"week": {"MON-FRI": "07:00-20:00", "SAT": "9:00-13:00", "SUN": "closed"}},
    {"week": {"MON-SUN": "22:00-06:00"}, "time_zone": "Asia/Kolkata"},
    {
        "week": {"MON-FRI": ["09:00-12:00", "13:00-24:00"], "SAT-SUN": "open"},
        "time_zone": "America/Phoenix",
        "holidays": ["2027-12-24", "2028-01-01"],
        "dates": {"2027-07-04": "closed"},
        "closed_as": A_MINUTE,
    },
]


@pytest.mark.parametrize("typed", ALL_SORTS)
def test_hours_that_are_laid_twice_are_no_difference(typed: Any) -> None:
    first, second = BusinessHours(**typed).laid(WINTER), BusinessHours(**typed).laid(WINTER)
    next_day = BusinessHours(**typed).laid(WINTER + datetime.timedelta(days=1))

    assert first == second
    written = DeclaredHours(first.week, first.dates)
    assert DeclaredHours.from_inputs(written.to_inputs()) == written
    assert DeclaredHours(next_day.week, next_day.dates).is_same_as(
        written, WINTER + datetime.timedelta(days=1)
    )
    assert next_day.meaning == first.meaning


def test_a_date_in_another_season_changes_no_day_beside_it() -> None:
    phoenix = BusinessHours(
        {"MON-FRI": "06:00-12:00"},
        "America/Phoenix",
        dates={"2027-07-05": "closed"},
        closed_as=A_MINUTE,
    )
    assert list(phoenix.laid(datetime.date(2027, 1, 15)).dates or {}) == [datetime.date(2027, 7, 5)]


def test_no_date_comes_by_itself_as_days_go_by() -> None:
    nights = BusinessHours({"MON-SUN": "20:00-04:00"}, "Asia/Manila", until="2032-12-31")
    first = datetime.date(2027, 3, 15)
    dates = nights.laid(first).dates
    assert dates
    for days in range(0, 230, 7):
        on = first + datetime.timedelta(days=days)
        assert nights.laid(on).dates == {day: dates[day] for day in dates if day >= on}
