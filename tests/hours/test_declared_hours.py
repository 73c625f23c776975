"""Declared hours as a value: from inputs and back, compared, wanted, managed, and as they live."""

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pulumi_livevox.declaring.judged import Judged
from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.entries import doubt_of, plan
from pulumi_livevox.hours.spans import Span, format_spans
from pulumi_livevox.hours.zones import minutes_ahead
from pulumi_livevox.resources.inbound_hours.inputs import judge
from pulumi_livevox.wire.inbound_hours import HoursEntry
from pulumi_livevox.wire.times import EASTERN, date_to_wire
from tests.hours.live import Live, listed
from tests.rig.spans import to_wire

TODAY = datetime.date(2026, 12, 24)
YESTERDAY, TOMORROW = TODAY - datetime.timedelta(days=1), TODAY + datetime.timedelta(days=1)
DATE = "SPECIFIC_DATE"
ZONES = [
    EASTERN.key,
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Halifax",
    "America/St_Johns",
]
PHOENIX = "America/Phoenix"
"""A zone that does not keep its distance from Eastern time."""

examples = settings(max_examples=40, deadline=None)


def spans_of_a_day(ahead: int = 0) -> st.SearchStrategy[str]:
    """Spans that do not overlap, within a day both in a zone and in Eastern time."""
    minutes = st.integers(max(0, ahead), 24 * 60 + min(0, ahead))

    def paired(times: list[int]) -> str:
        ends = iter(sorted(times))
        return format_spans(Span(start, end) for start, end in zip(ends, ends, strict=False))

    return st.lists(minutes, min_size=2, max_size=5, unique=True).map(paired)


def inputs(zones: Iterable[str] = (EASTERN.key,)) -> st.SearchStrategy[dict[str, Any]]:
    """What users declare of dates to come, and of the week."""

    def of(zone: str) -> st.SearchStrategy[dict[str, Any]]:
        spans = spans_of_a_day(minutes_ahead(zone))
        days = st.sampled_from(["WEEKDAY", "SATURDAY", "SUNDAY", "HOLIDAY"])
        dates = st.dates(TODAY, TODAY + datetime.timedelta(days=200)).map(str)
        return st.fixed_dictionaries(
            {"time_zone": st.just(zone)},
            optional={
                "week": st.dictionaries(days, spans, max_size=2),
                "dates": st.dictionaries(dates, spans, max_size=2),
            },
        )

    return st.sampled_from(list(zones)).flatmap(of)


DECLARED = inputs(ZONES).map(DeclaredHours.from_inputs)
ANY_TIME = st.integers(-1, 200_000_000) | st.integers(0, 48 * 60).map(
    lambda minute: 18_000_000 + minute * 60_000
)
LIVE = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.integers(1, 10**6),
            "day_of_week": st.sampled_from(["WEEKDAY", "FULL_MOON", DATE]),
            "date": st.none() | st.dates(YESTERDAY, TOMORROW).map(date_to_wire) | st.just(10**18),
            "start_time": ANY_TIME,
            "end_time": ANY_TIME,
        }
    ).map(HoursEntry.model_validate),
    max_size=6,
)
"""Whatever the platform may list."""


def declared(zone: str | None = None, **days: Any) -> DeclaredHours:
    return DeclaredHours.from_inputs(days if zone is None else days | {"time_zone": zone})


def live_entry(day: str, span: str = "09:00-12:00", date: datetime.date | None = None) -> Live:
    """One entry of the platform's list."""
    start, end = map(to_wire, span.split("-"))
    on = None if date is None else date_to_wire(date)
    return [HoursEntry(id=1, day_of_week=day, date=on, start_time=start, end_time=end)]


@examples
@given(inputs(ZONES))
def test_inputs_that_are_read_are_given_back(given_inputs: dict[str, Any]) -> None:
    hours = DeclaredHours.from_inputs(given_inputs)

    assert hours.to_inputs() == given_inputs
    assert set(hours.sections) == given_inputs.keys() - {"time_zone"}


@examples
@given(st.sampled_from([*ZONES, PHOENIX]), LIVE)
def test_what_a_read_shows_is_read_again_and_given_back(zone: str, whatever: Live) -> None:
    shown = declared(zone, week={}, dates={}).as_live(whatever, TODAY)

    again = DeclaredHours.from_inputs(shown.to_inputs())
    assert again == shown
    assert again.is_same_as(shown, TODAY)
    assert again.to_inputs() == shown.to_inputs()


@pytest.mark.parametrize(
    "given_inputs",
    [
        {"week": UNKNOWN, "dates": UNKNOWN, "time_zone": UNKNOWN},
        {"week": {"MONDAY": UNKNOWN}, "dates": {"2026-12-25": UNKNOWN}},
        {"week": {"MONDAY": "07:00-09:00"}, "time_zone": UNKNOWN},
        {"week": {"MONDAY": "07:00-10:00"}, "time_zone": PHOENIX},
        {"week": {"MONDAY": "0 ms-09:00 Eastern, 08:00:30-09:00 Eastern"}, "time_zone": PHOENIX},
        {"week": {"MONDAY": "09:00-26:00"}, "dates": {"2020-01-31": "10:00-12:00"}},
    ],
)
def test_what_can_not_be_read_is_given_back_as_it_is_and_never_written(
    given_inputs: dict[str, Any],
) -> None:
    hours = DeclaredHours.from_inputs(given_inputs)

    assert hours.to_inputs() == given_inputs
    assert hours.is_same_as(hours, TODAY)
    assert not hours.is_same_as(declared(week={"MONDAY": "07:00-09:00"}), TODAY)
    with pytest.raises(ValueError, match=r"can't be written|is no span to write"):
        hours.wanted(TODAY)


@pytest.mark.parametrize(
    "refused", [{"week": "09:00-10:00"}, {"week": {"MONDAY": 7}}, {"week": {}, "time_zone": -5}]
)
def test_what_was_refused_is_declared_all_the_same(refused: dict[str, Any]) -> None:
    assert DeclaredHours.from_inputs(refused).sections == ["week"]


@examples
@given(DECLARED)
def test_what_is_declared_in_any_zone_reads_back_as_it_was_declared(hours: DeclaredHours) -> None:
    standing = listed(hours.wanted(TODAY))

    assert hours.as_live(standing, TODAY) == hours.as_live(reversed(standing), TODAY) == hours


@examples
@given(inputs(ZONES))
def test_what_is_read_back_is_a_right_declaration(given_inputs: dict[str, Any]) -> None:
    hours = DeclaredHours.from_inputs(given_inputs)
    assume(hours.sections)

    shown = {"service": "1"} | hours.as_live(listed(hours.wanted(TODAY)), TODAY).to_inputs()

    assert judge(shown, None) == Judged({"service": "1"} | given_inputs, [])


@examples
@given(DECLARED, LIVE)
def test_a_part_that_is_not_declared_is_neither_managed_nor_shown(
    hours: DeclaredHours, whatever: Live
) -> None:
    for entry in hours.managed(whatever, TODAY):
        assert ("dates" if entry.day_of_week == DATE else "week") in hours.sections
    assert hours.as_live(whatever, TODAY).sections == hours.sections


PAST = declared(dates={str(YESTERDAY): "09:00-12:00", str(TODAY): "09:00-12:00"})


def test_dates_before_today_are_not_wanted() -> None:
    assert [each.date for each in PAST.wanted(TODAY)] == [date_to_wire(TODAY)]


def test_dates_before_today_are_not_managed() -> None:
    assert PAST.managed(live_entry(DATE, date=YESTERDAY), TODAY) == []
    assert PAST.managed(live_entry(DATE, date=TODAY), TODAY) != []


def test_dates_before_today_are_no_drift_whatever_became_of_them() -> None:
    today = live_entry(DATE, date=TODAY)
    changed = [*today, *live_entry(DATE, "01:00-02:00", date=YESTERDAY)]

    assert PAST.as_live(today, TODAY) == PAST.as_live(changed, TODAY) == PAST


def test_dates_before_today_do_not_count_when_declarations_are_compared() -> None:
    assert PAST.is_same_as(declared(dates={str(TODAY): "09:00-12:00"}), TODAY)
    assert not PAST.is_same_as(declared(dates={str(TODAY): "09:00-12:00"}), YESTERDAY)
    assert not PAST.is_same_as(declared(dates={}), TODAY)


def test_a_section_that_is_empty_is_declared_and_one_that_is_left_out_is_not() -> None:
    assert not declared(week={}).is_same_as(declared(dates={}), TODAY)
    assert not declared(week={}).is_same_as(declared(), TODAY)


WEEK, DATES = {"MONDAY": "09:00-12:00, 15:00-24:00"}, {str(TOMORROW): "10:00-12:00"}


def test_what_is_meant_by_hours_stays_with_them_and_is_not_compared() -> None:
    meant = {
        "time_zone": "Asia/Manila",
        "names": {"2026-12-25": "Christmas Day"},
        "right_until": "2027-03-13",
    }
    inputs = {"week": {"MONDAY": "07:00-12:00"}, "dates": {}, "__hours": meant, "__unsaid": True}
    hours = DeclaredHours.from_inputs(inputs)
    assert hours.to_inputs() == inputs
    assert hours.as_live([], TODAY).to_inputs() == inputs | {"week": {}}
    assert hours.without(["dates"]).meaning == hours.meaning
    assert hours.read_in == "Asia/Manila"
    plain = DeclaredHours.from_inputs({"week": inputs["week"], "dates": {}})
    assert hours.is_same_as(plain, TODAY)


@pytest.mark.parametrize("zone", [None, UNKNOWN, "Nowhere/None", ""])
def test_hours_of_a_zone_that_is_not_known_are_read_by_eastern_clocks(zone: Any) -> None:
    assert DeclaredHours({}, time_zone=zone).read_in == EASTERN.key


def test_what_is_merely_left_out_is_part_of_what_was_declared() -> None:
    both, week = declared(week=WEEK, dates=DATES), declared(week=WEEK)

    assert week.is_part_of(both, TODAY)
    assert not both.is_part_of(week, TODAY)
    assert not declared(week={}).is_part_of(both, TODAY)
    assert not week.is_part_of(declared(PHOENIX, week=WEEK, dates=DATES), TODAY)
    assert both.without(["dates"]) == week
    assert both.without(both.sections).sections == []


@pytest.mark.parametrize(
    ("zone", "monday", "date"),
    [
        (EASTERN.key, "09:00-12:00, 15:00-24:00", "10:00-12:00"),
        ("America/Toronto", "09:00-12:00, 15:00-24:00", "10:00-12:00"),
        ("America/Los_Angeles", "06:00-09:00, 12:00-21:00", "07:00-09:00"),
        ("US/Pacific", "06:00-09:00, 12:00-21:00", "07:00-09:00"),
    ],
)
def test_the_same_times_in_other_zones_are_equal(zone: str, monday: str, date: str) -> None:
    there = declared(zone, week={"MONDAY": monday}, dates={str(TOMORROW): date})

    assert there.is_same_as(declared(week=WEEK, dates=DATES), TODAY)


@examples
@given(DECLARED, DECLARED)
def test_declarations_are_equal_where_the_same_entries_are_wanted(
    one: DeclaredHours, other: DeclaredHours
) -> None:
    def days(hours: DeclaredHours) -> set[tuple[str, str]]:
        declared = hours.to_inputs()
        return {(part, day) for part in ("week", "dates") for day in declared.get(part, [part])}

    wanted = [Counter(hours.wanted(TODAY)) for hours in (one, other)]
    same = wanted[0] == wanted[1] and days(one) == days(other)
    assert one.is_same_as(other, TODAY) is other.is_same_as(one, TODAY) is same


def test_what_a_zone_can_not_say_can_be_declared_in_eastern_time() -> None:
    standing = [
        *live_entry("MONDAY", "00:00-24:00"),
        *live_entry("TUESDAY", "09:00-12:00"),
        *live_entry("TUESDAY", "01:00-02:00"),
    ]
    shown = declared("US/Pacific", week={}).as_live(standing, TODAY)
    assert shown.to_inputs()["week"] == {
        "MONDAY": "00:00-24:00 Eastern",
        "TUESDAY": "01:00-02:00 Eastern, 06:00-09:00",
    }
    week = {"MONDAY": "00:00-24:00", "TUESDAY": "01:00-02:00, 09:00-12:00"}
    assert shown.is_same_as(declared(week=week), TODAY)


def test_a_zone_that_keeps_its_distance_no_more_is_compared_and_shown_all_the_same() -> None:
    there = declared(PHOENIX, week={"MONDAY": "07:00-10:00"})

    assert there.is_same_as(declared(PHOENIX, week={"MONDAY": "07:00-10:00"}), TODAY)
    assert not there.is_same_as(declared(PHOENIX, week={"MONDAY": "07:00-11:00"}), TODAY)
    assert not there.is_same_as(declared(week={"MONDAY": "07:00-10:00"}), TODAY)
    assert shown_week(live_entry("MONDAY"), PHOENIX) == {"MONDAY": "09:00-12:00 Eastern"}


def shown_week(standing: Live, zone: str | None = None) -> dict[str, str]:
    shown: dict[str, str] = declared(zone, week={}).as_live(standing, TODAY).to_inputs()["week"]
    return shown


def test_a_date_entry_without_a_date_is_left_alone() -> None:
    nothing = declared(week={}, dates={})

    assert nothing.managed(live_entry(DATE), TODAY) == []
    assert nothing.as_live(live_entry(DATE), TODAY) == nothing


@pytest.mark.parametrize("date", [10**18, -(10**18)])
def test_an_entry_whose_date_is_none_is_left_alone(date: int) -> None:
    (entry,) = live_entry(DATE)

    assert declared(dates={}).managed([entry.model_copy(update={"date": date})], TODAY) == []


def test_an_entry_of_an_unknown_day_belongs_to_the_week() -> None:
    assert shown_week(live_entry("FULL_MOON")) == {"FULL_MOON": "09:00-12:00"}


@pytest.mark.parametrize(
    ("zone", "span", "shown"),
    [
        ("America/Halifax", "22:30-23:59", "22:30-23:59 Eastern"),
        ("America/Halifax", "22:30-24:00", "22:30-24:00 Eastern"),
        ("America/Halifax", "22:00-22:59", "23:00-23:59"),
        ("America/Halifax", "22:00-23:00", "23:00-24:00"),
        ("America/Halifax", "23:00-23:00", "23:00-23:00 Eastern"),
        ("America/Chicago", "18:00-24:00", "17:00-23:00"),
        ("America/Chicago", "20:00-07:00", "20:00-07:00 Eastern"),
        (EASTERN.key, "18:00-24:00", "18:00-24:00"),
        (EASTERN.key, "20:00-07:00", "20:00-07:00"),
        ("America/Los_Angeles", "02:59-09:00", "02:59-09:00 Eastern"),
        ("America/Los_Angeles", "03:00-09:00", "00:00-06:00"),
        ("America/Chicago", "18:00-26:00", "18:00-26:00 Eastern"),
        ("America/Chicago", "08:00:30-09:00", "08:00:30-09:00 Eastern"),
        (EASTERN.key, "18:00-26:00", "18:00-26:00"),
        (EASTERN.key, "24:00-24:00", "24:00-24:00"),
        (EASTERN.key, "08:00:30-09:00", "08:00:30-09:00"),
    ],
)
def test_an_entry_that_a_zone_can_not_say_is_shown_in_eastern_time(
    zone: str, span: str, shown: str
) -> None:
    assert shown_week(live_entry("MONDAY", span), zone) == {"MONDAY": shown}


@pytest.mark.parametrize("start", [0, -1, 43_200_001, 10**15])
def test_an_entry_whose_time_is_none_known_is_shown_all_the_same(start: int) -> None:
    (entry,) = live_entry("MONDAY")

    standing = [entry.model_copy(update={"start_time": start})]

    assert shown_week(standing) == {"MONDAY": f"{start} ms-12:00"}
    assert shown_week(standing, "US/Pacific") == {"MONDAY": f"{start} ms-12:00 Eastern"}


def test_any_instant_of_a_date_is_the_date() -> None:
    hours = declared(dates={str(TOMORROW): "09:00-12:00"})
    (entry,) = live_entry(DATE, date=TOMORROW)
    standing = [entry.model_copy(update={"date": date_to_wire(TOMORROW) + 12 * 3_600_000})]

    assert hours.as_live(standing, TODAY) == hours
    assert not plan(hours.wanted(TODAY), standing)


def test_a_date_at_an_entry_of_the_week_says_nothing() -> None:
    hours = declared(week={"MONDAY": "09:00-12:00"})
    standing = live_entry("MONDAY", date=TOMORROW)

    assert hours.as_live(standing, TODAY) == hours
    assert not plan(hours.wanted(TODAY), standing)


def test_what_an_entry_says_beyond_its_day_or_date_is_a_doubt() -> None:
    (monday,) = live_entry("MONDAY", date=TOMORROW)
    (christmas,) = live_entry(DATE, date=TOMORROW)
    utc = christmas.model_copy(update={"date": date_to_wire(TOMORROW) - 5 * 3_600_000})

    assert doubt_of(christmas) is None
    assert doubt_of(live_entry("MONDAY")[0]) is None
    assert doubt_of(monday) == (
        "the platform has it with a date (2026-12-25), which no day can have"
    )
    assert doubt_of(utc) == (
        "the platform has it at 2026-12-24 19:00:00 Eastern, no midnight: it may mean another date"
    )


def test_what_is_found_stands_in_the_order_of_a_week_groups_before_their_days() -> None:
    days = ["SUNDAY", "FULL_MOON", "WEEKEND", "FRIDAY", "MONDAY", "WEEKDAY", DATE]
    standing = [
        entry for day in days for entry in live_entry(day, date=TOMORROW if day == DATE else None)
    ]

    found = DeclaredHours.as_found(standing).to_inputs()

    assert list(found["week"]) == ["WEEKDAY", "MONDAY", "FRIDAY", "WEEKEND", "SUNDAY", "FULL_MOON"]
    assert list(found["dates"]) == [str(TOMORROW)]
