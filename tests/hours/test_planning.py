"""The fewest writes that make a live list of entries equal to the wanted ones."""

import datetime
from collections import Counter
from collections.abc import Iterable

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.entries import Entry, Plan, plan
from pulumi_livevox.wire.inbound_hours import HoursEntry
from pulumi_livevox.wire.times import date_to_wire, time_to_wire
from tests.hours.live import Live, listed

examples = settings(max_examples=40, deadline=None)


def carried_out(writes: Plan, live: Live) -> Live:
    """The platform's list after the writes."""
    left = {each.id: each for each in live}
    for hours_id, change in writes.updates:
        times = change.model_dump(exclude_unset=True)
        left[hours_id] = left[hours_id].model_copy(update=times)
    for hours_id in writes.removals:
        del left[hours_id]
    return [*left.values(), *listed(writes.additions, first=10_000)]


def essence(live: Iterable[HoursEntry]) -> Counter[Entry]:
    return Counter(map(Entry.of_live, live))


HOURS = st.sampled_from([time_to_wire(hour * 60) for hour in (7, 8, 9, 12, 20)])
DAYS = st.sampled_from(
    [
        ("WEEKDAY", None),
        ("SATURDAY", None),
        ("SPECIFIC_DATE", date_to_wire(datetime.date(2026, 12, 24))),
        ("SPECIFIC_DATE", date_to_wire(datetime.date(2026, 12, 25))),
    ]
)
ENTRIES = st.lists(
    st.tuples(DAYS, HOURS, HOURS).map(lambda each: Entry(*each[0], each[1], each[1] + each[2])),
    max_size=6,
)
"""Few days and few times, so that entries share them, and some stand twice."""

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
    seven, eight, nine, ten = (time_to_wire(hour * 60) for hour in (7, 8, 9, 10))
    live = listed([Entry("MONDAY", None, nine, ten), Entry("MONDAY", None, seven, eight)])
    want = [Entry("MONDAY", None, seven, nine), Entry("MONDAY", None, eight, ten)]

    writes = plan(want, live)

    times = {hours_id: change.to_wire() for hours_id, change in writes.updates}
    assert times == {1: {"startTime": eight}, 2: {"endTime": nine}}


@examples
@given(LIVE, st.data())
def test_one_changed_time_is_written_alone(live: Live, data: st.DataObject) -> None:
    assume(live)
    changed = data.draw(st.sampled_from(live))
    key = data.draw(st.sampled_from(["start_time", "end_time"]))
    new = changed.model_copy(update={key: getattr(changed, key) + 30_000})

    writes = plan([Entry.of_live(new if each is changed else each) for each in live], live)

    ((hours_id, change),) = writes.updates
    assert (writes.additions, writes.removals) == ((), ())
    assert {each.id: Entry.of_live(each) for each in live}[hours_id] == Entry.of_live(changed)
    assert change.model_dump(exclude_unset=True) == {key: getattr(new, key)}


def test_entries_that_have_one_id_are_two_entries() -> None:
    entries = [Entry(day, None, 43_200_000, 61_200_000) for day in ("MONDAY", "WEEKDAY")]
    twins = [each.model_copy(update={"id": 7}) for each in listed(entries)]
    assert not plan(entries, twins)
