"""The fewest writes that bring declared hours about, and live hours as a user would type them."""

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.entries import (
    Entry,
    Plan,
    as_declared,
    comparable,
    managed,
    plan,
    wanted,
)
from pulumi_livevox.hours.spans import (
    Span,
    format_spans,
)
from pulumi_livevox.hours.zones import minutes_ahead
from pulumi_livevox.resources.inbound_hours.inputs import judge
from pulumi_livevox.wire.inbound_hours import HoursEntry
from pulumi_livevox.wire.times import EASTERN, date_to_wire, time_to_wire

TODAY = datetime.date(2026, 12, 24)
TOMORROW = datetime.date(2026, 12, 25)
DATE = "SPECIFIC_DATE"
ZONES = [
    EASTERN.key,
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Halifax",
    "America/St_Johns",
]

Live = list[HoursEntry]

examples = settings(max_examples=40, deadline=None)


def spans_of_a_day(ahead: int = 0) -> st.SearchStrategy[str]:
    """Spans that do not overlap, within a day both in a zone and in Eastern time."""
    minutes = st.integers(max(0, ahead), 24 * 60 + min(0, ahead))

    def paired(times: list[int]) -> str:
        ends = iter(sorted(times))
        return format_spans(Span(start, end) for start, end in zip(ends, ends, strict=False))

    return st.lists(minutes, min_size=2, max_size=5, unique=True).map(paired)


def declarations(zones: Iterable[str] = (EASTERN.key,)) -> st.SearchStrategy[dict[str, Any]]:
    """What users declare of dates to come, and of the week."""

    def of(zone: str) -> st.SearchStrategy[dict[str, Any]]:
        spans = spans_of_a_day(minutes_ahead(zone))
        days = st.sampled_from(["WEEKDAY", "SATURDAY", "SUNDAY", "HOLIDAY"])
        dates = st.dates(TODAY, TODAY + datetime.timedelta(days=200)).map(str)
        return st.fixed_dictionaries(
            {"service": st.just("1"), "time_zone": st.just(zone)},
            optional={
                "week": st.dictionaries(days, spans, max_size=2),
                "dates": st.dictionaries(dates, spans, max_size=2),
            },
        )

    return st.sampled_from(list(zones)).flatmap(of)


def entries(declared: dict[str, Any]) -> Live:
    """The hours of a declaration as the platform would list them."""
    return listed(wanted(declared, TODAY))


def carried_out(writes: Plan, live: Live) -> Live:
    """The platform's list after the writes."""
    listed = {each.id: each for each in live}
    for hours_id, change in writes.updates:
        times = change.model_dump(exclude_unset=True)
        listed[hours_id] = listed[hours_id].model_copy(update=times)
    for hours_id in writes.removals:
        del listed[hours_id]
    added = [_live(number, each) for number, each in enumerate(writes.additions, 10_000)]
    return [*listed.values(), *added]


def essence(live: Iterable[HoursEntry]) -> Counter[Entry]:
    return Counter(
        Entry(str(each.day_of_week), each.date, each.start_time, each.end_time) for each in live
    )


def _live(hours_id: int, entry: Entry) -> HoursEntry:
    return HoursEntry(
        id=hours_id,
        day_of_week=entry.day,
        date=entry.date,
        start_time=entry.start,
        end_time=entry.end,
    )


HOURS = st.sampled_from([time_to_wire(f"{hour:02}:00") for hour in (7, 8, 9, 12, 20)])
DAYS = st.sampled_from(
    [
        ("WEEKDAY", None),
        ("SATURDAY", None),
        (DATE, date_to_wire(TODAY)),
        (DATE, date_to_wire(TOMORROW)),
    ]
)
ENTRIES = st.lists(
    st.tuples(DAYS, HOURS, HOURS).map(lambda each: Entry(*each[0], each[1], each[1] + each[2])),
    max_size=6,
)
"""Few days and few times, so that entries share them, and some stand twice."""


def listed(of: list[Entry]) -> Live:
    """Entries as the platform would list them."""
    return [_live(number, each) for number, each in enumerate(of, 1)]


LIVE = ENTRIES.map(listed)


@examples
@given(ENTRIES, LIVE)
def test_a_plan_carried_out_gives_exactly_what_is_wanted(want: list[Entry], live: Live) -> None:
    assert essence(carried_out(plan(want, live), live)) == Counter(want)


@examples
@given(ENTRIES, LIVE)
def test_a_plan_carried_out_leaves_nothing_to_do(want: list[Entry], live: Live) -> None:
    assert not plan(want, carried_out(plan(want, live), live))


@examples
@given(ENTRIES, LIVE)
def test_entries_that_stand_as_wanted_are_not_touched(want: list[Entry], live: Live) -> None:
    writes = plan(want, live)

    touched = {*writes.removals, *(hours_id for hours_id, _ in writes.updates)}
    stay = essence(each for each in live if each.id not in touched)
    assert stay == Counter(want) & essence(live)


@examples
@given(ENTRIES, LIVE)
def test_no_day_costs_more_writes_than_it_has_entries_here_or_there(
    want: list[Entry], live: Live
) -> None:
    writes = plan(want, live)

    missing, surplus = Counter(want) - essence(live), essence(live) - Counter(want)
    fewest = 0
    for day in {(each.day, each.date) for each in [*missing, *surplus]}:
        lacks, has = (
            sum(count for each, count in entries.items() if (each.day, each.date) == day)
            for entries in (missing, surplus)
        )
        fewest += max(lacks, has)
    assert len(writes.updates) + len(writes.additions) + len(writes.removals) == fewest


@examples
@given(ENTRIES, LIVE)
def test_a_time_that_stays_is_not_written(want: list[Entry], live: Live) -> None:
    before = {each.id: each for each in live}

    for hours_id, change in plan(want, live).updates:
        for name, value in change.model_dump(exclude_unset=True).items():
            assert getattr(before[hours_id], name) != value


def test_an_entry_that_shares_a_time_is_changed_before_one_that_shares_none() -> None:
    seven, eight, nine, ten = (time_to_wire(f"{hour:02}:00") for hour in (7, 8, 9, 10))
    live = listed([Entry("MONDAY", None, nine, ten), Entry("MONDAY", None, seven, eight)])
    want = [Entry("MONDAY", None, seven, nine), Entry("MONDAY", None, eight, ten)]

    writes = plan(want, live)

    times = {hours_id: change.to_wire() for hours_id, change in writes.updates}
    assert times == {1: {"startTime": eight}, 2: {"endTime": nine}}


@examples
@given(declarations(), st.data())
def test_one_changed_time_is_written_alone(declared: dict[str, Any], data: st.DataObject) -> None:
    live = entries(declared)
    if not live:
        return
    changed = data.draw(st.sampled_from(live))
    key = data.draw(st.sampled_from(["start_time", "end_time"]))
    new = changed.model_copy(update={key: getattr(changed, key) + 30_000})
    want = [
        Entry(str(each.day_of_week), each.date, each.start_time, each.end_time)
        for each in [*(each for each in live if each is not changed), new]
    ]

    writes = plan(want, live)

    ((hours_id, change),) = writes.updates
    assert (writes.additions, writes.removals) == ((), ())
    assert hours_id == changed.id
    assert change.model_dump(exclude_unset=True) == {key: getattr(new, key)}


@examples
@given(declarations(ZONES))
def test_what_is_declared_in_any_zone_reads_back_as_it_was_declared(
    declared: dict[str, Any],
) -> None:
    assert as_declared(declared, entries(declared), TODAY) == declared


@examples
@given(declarations(ZONES))
def test_what_is_read_back_is_a_right_declaration(declared: dict[str, Any]) -> None:
    if "week" not in declared and "dates" not in declared:
        return
    shown = as_declared(declared, entries(declared), TODAY)

    judged = judge(shown, None)
    assert (judged.values, judged.problems) == (shown, [])


@examples
@given(declarations(ZONES))
def test_the_order_of_the_list_does_not_show(declared: dict[str, Any]) -> None:
    assert as_declared(declared, reversed(entries(declared)), TODAY) == declared


@examples
@given(declarations(), LIVE)
def test_a_part_that_is_not_declared_is_neither_managed_nor_shown(
    declared: dict[str, Any], live: Live
) -> None:
    for entry in managed(declared, live, TODAY):
        assert ("dates" if entry.day_of_week == DATE else "week") in declared
    assert set(as_declared(declared, live, TODAY)) == set(declared)


SPAN = (time_to_wire("09:00"), time_to_wire("12:00"))


def entry(day: str, span: tuple[int, int] = SPAN, *, date: datetime.date | None = None) -> Live:
    """One entry of the platform's list."""
    on = None if date is None else date_to_wire(date)
    return [HoursEntry(id=1, day_of_week=day, date=on, start_time=span[0], end_time=span[1])]


YESTERDAY = TODAY - datetime.timedelta(days=1)
PAST = {"service": "1", "dates": {str(YESTERDAY): "09:00-12:00", str(TODAY): "09:00-12:00"}}


def test_dates_before_today_are_not_wanted() -> None:
    assert [each.date for each in wanted(PAST, TODAY)] == [date_to_wire(TODAY)]


def test_dates_before_today_are_not_managed() -> None:
    assert managed(PAST, entry(DATE, date=YESTERDAY), TODAY) == []
    assert managed(PAST, entry(DATE, date=TODAY), TODAY) != []


def test_dates_before_today_are_no_drift_whatever_became_of_them() -> None:
    today = entry(DATE, date=TODAY)
    gone = as_declared(PAST, today, TODAY)
    changed = as_declared(PAST, [*today, *entry(DATE, (1, 2), date=YESTERDAY)], TODAY)

    assert gone == changed == PAST


def test_dates_before_today_do_not_count_when_declarations_are_compared() -> None:
    assert comparable(PAST, TODAY) == {"service": "1", "dates": {str(TODAY): "09:00-12:00"}}
    assert comparable({"service": "1", "week": {}}, TODAY) == {"service": "1", "week": {}}


EASTERN_HOURS = {
    "service": "1",
    "week": {"MONDAY": "09:00-12:00, 15:00-24:00"},
    "dates": {str(TOMORROW): "10:00-12:00"},
}


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
    declared = {"week": {"MONDAY": monday}, "dates": {str(TOMORROW): date}, "time_zone": zone}
    assert comparable({"service": "1"} | declared, TODAY) == EASTERN_HOURS


@examples
@given(declarations(ZONES), declarations(ZONES))
def test_declarations_are_equal_where_the_same_entries_are_wanted(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    def days(declared: dict[str, Any]) -> set[tuple[str, str]]:
        return {(part, day) for part in ("week", "dates") for day in declared.get(part, [part])}

    same = Counter(wanted(one, TODAY)) == Counter(wanted(other, TODAY)) and days(one) == days(other)
    assert (comparable(one, TODAY) == comparable(other, TODAY)) is same


def test_what_no_program_can_declare_is_compared_as_it_is_shown() -> None:
    for shown in ("09:00-26:00 Eastern", "0 ms-09:00", "08:00:30-09:00 Eastern"):
        week = {"MONDAY": shown}
        declared = {"service": "1", "time_zone": "US/Pacific", "week": week}
        assert comparable(declared, TODAY)["week"] == week


def test_what_a_zone_can_not_say_can_be_declared_in_eastern_time() -> None:
    live = [
        *entry("MONDAY", (time_to_wire("00:00"), time_to_wire("24:00"))),
        *entry("TUESDAY", (time_to_wire("09:00"), time_to_wire("12:00"))),
        *entry("TUESDAY", (time_to_wire("01:00"), time_to_wire("02:00"))),
    ]
    western: dict[str, Any] = {"service": "1", "time_zone": "US/Pacific", "week": {}}
    shown = as_declared(western, live, TODAY)
    assert shown["week"] == {
        "MONDAY": "00:00-24:00 Eastern",
        "TUESDAY": "01:00-02:00 Eastern, 06:00-09:00",
    }
    week = {"MONDAY": "00:00-24:00", "TUESDAY": "01:00-02:00, 09:00-12:00"}
    assert comparable(shown, TODAY) == comparable({"service": "1", "week": week}, TODAY)


def test_a_zone_that_keeps_its_distance_no_more_is_compared_and_shown_all_the_same() -> None:
    declared = {"service": "1", "time_zone": "America/Phoenix", "week": {"MONDAY": "07:00-10:00"}}
    assert comparable(declared, TODAY) == declared
    assert as_declared(declared, entry("MONDAY"), TODAY)["week"] == {
        "MONDAY": "09:00-12:00 Eastern"
    }


def test_a_date_entry_without_a_date_is_left_alone() -> None:
    declared: dict[str, Any] = {"service": "1", "week": {}, "dates": {}}

    assert managed(declared, entry(DATE), TODAY) == []
    assert as_declared(declared, entry(DATE), TODAY) == declared


def test_an_entry_of_an_unknown_day_belongs_to_the_week() -> None:
    declared: dict[str, Any] = {"service": "1", "week": {}}

    assert as_declared(declared, entry("FULL_MOON"), TODAY)["week"] == {"FULL_MOON": "09:00-12:00"}


@pytest.mark.parametrize(
    ("zone", "start", "end", "shown"),
    [
        ("America/Halifax", "22:30", "23:59", "22:30-23:59 Eastern"),
        ("America/Halifax", "22:30", "24:00", "22:30-24:00 Eastern"),
        ("America/Halifax", "22:00", "22:59", "23:00-23:59"),
        ("America/Halifax", "22:00", "23:00", "23:00-24:00"),
        ("America/Halifax", "23:00", "23:00", "23:00-23:00 Eastern"),
        ("America/Chicago", "18:00", "24:00", "17:00-23:00"),
        ("America/Chicago", "20:00", "07:00", "20:00-07:00 Eastern"),
        (EASTERN.key, "18:00", "24:00", "18:00-24:00"),
        (EASTERN.key, "20:00", "07:00", "20:00-07:00"),
        ("America/Los_Angeles", "02:59", "09:00", "02:59-09:00 Eastern"),
        ("America/Los_Angeles", "03:00", "09:00", "00:00-06:00"),
        ("America/Chicago", "18:00", "26:00", "18:00-26:00 Eastern"),
        ("America/Chicago", "08:00:30", "09:00", "08:00:30-09:00 Eastern"),
        (EASTERN.key, "18:00", "26:00", "18:00-26:00"),
        (EASTERN.key, "08:00:30", "09:00", "08:00:30-09:00"),
    ],
)
def test_an_entry_that_a_zone_can_not_say_is_shown_in_eastern_time(
    zone: str, start: str, end: str, shown: str
) -> None:
    declared = {"service": "1", "week": {}, "time_zone": zone}
    live = entry("MONDAY", (time_to_wire(start), time_to_wire(end)))

    assert as_declared(declared, live, TODAY)["week"] == {"MONDAY": shown}


def test_any_instant_of_a_date_is_the_date() -> None:
    noon = date_to_wire(TOMORROW) + 12 * 3_600_000
    live = [HoursEntry(id=1, day_of_week=DATE, date=noon, start_time=SPAN[0], end_time=SPAN[1])]
    declared = {"service": "1", "dates": {str(TOMORROW): "09:00-12:00"}}

    assert as_declared(declared, live, TODAY) == declared
    assert not plan(wanted(declared, TODAY), live)


def test_a_date_at_an_entry_of_the_week_says_nothing() -> None:
    declared = {"service": "1", "week": {"MONDAY": "09:00-12:00"}}
    live = entry("MONDAY", date=TOMORROW)

    assert as_declared(declared, live, TODAY) == declared
    assert not plan(wanted(declared, TODAY), live)


@pytest.mark.parametrize("start", [0, -1, 43_200_001, 10**15])
def test_an_entry_whose_time_is_none_known_is_shown_all_the_same(start: int) -> None:
    declared: dict[str, Any] = {"service": "1", "week": {}}

    shown = as_declared(declared, entry("MONDAY", (start, SPAN[1])), TODAY)

    assert set(shown["week"]) == {"MONDAY"}


@pytest.mark.parametrize("date", [10**18, -(10**18)])
def test_an_entry_whose_date_is_none_is_left_alone(date: int) -> None:
    declared: dict[str, Any] = {"service": "1", "dates": {}}
    live = [HoursEntry(id=1, day_of_week=DATE, date=date, start_time=SPAN[0], end_time=SPAN[1])]

    assert managed(declared, live, TODAY) == []
