"""Hours are brought about, not added: whatever stands and whatever gets lost."""

import datetime
import threading
from collections.abc import Callable

import pytest

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.inbound_hours import lifecycle
from pulumi_livevox.resources.inbound_hours.declaration import Declaration as InboundHours
from pulumi_livevox.resources.inbound_hours.lifecycle import (
    claim,
    create,
    delete,
    diff,
    read,
    update,
)
from pulumi_livevox.run.difference import Difference
from pulumi_livevox.run.errors import NotVisible, ProviderError
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.target import Kind, Target
from pulumi_livevox.wire.inbound_hours import HoursEntryUpdate, NewHoursEntry
from pulumi_livevox.wire.times import date_to_wire
from tests.lifecycle.world import (
    IDENTITY,
    INBOUND,
    LOOKS,
    NEWEST_HOURS,
    OUTBOUND,
    World,
    as_live,
    edited,
    hours,
)
from tests.rig.line import (
    ALWAYS,
    Fault,
    Line,
    cut,
    failing,
    failing_before,
    hiding_hours,
    lost,
    preceded_by,
    proxied,
    refused,
)
from tests.rig.requests import Request
from tests.rig.spans import to_wire

STANDING = 29870
"""The only entry of the service: WEEKDAY 07:00-20:59."""
WITH_PAST_DATE = 1008352
"""A service with WEEKDAY, WEEKEND and an entry for 2020-01-31."""

CHRISTMAS = 4_101_858_000_000
"""2099-12-25."""
WEEK = {"WEEKDAY": "07:00-20:59"}
FULL = {"WEEKDAY": "08:00-20:59", "SATURDAY": "09:00-12:00, 13:00-15:00"}
HOLIDAYS = {"2099-12-25": "10:00-12:00", "2099-12-31": "10:00-14:00"}
AS_IT_STANDS = hours(INBOUND, week=WEEK)

CARRIED_OUT = {"lost": lost, "a proxy's page": proxied, "500": failing}
NOT_CARRIED_OUT = {"cut": cut, "502": failing_before}


def add(
    world: World, day: str, start: str, end: str, *, date: str | None = None, to: int = INBOUND
) -> int:
    """Somebody adds an entry in the console."""
    on = {} if date is None else {"date": date_to_wire(datetime.date.fromisoformat(date))}
    entry = NewHoursEntry.model_validate(
        {"day_of_week": day, "start_time": to_wire(start), "end_time": to_wire(end)} | on,
        by_name=True,
    )
    return world.console.add_inbound_hours(to, entry)


def test_hours_that_stand_as_declared_are_read_and_not_written(
    world: World, line: Line, run: Run
) -> None:
    made = create(run, hours(INBOUND, week=WEEK), IDENTITY)

    assert (made.id, made.location) == (str(INBOUND), world.here())
    assert line.writes == []


def test_one_changed_time_writes_that_key_alone(world: World, line: Line, run: Run) -> None:
    update(run, world.standing(AS_IT_STANDS), hours(INBOUND, week={"WEEKDAY": "08:00-20:59"}))

    path = f"/{INBOUND}/inboundHours/{STANDING}"
    assert line.writes == [Request("POST", path, {}, {"startTime": 46800000})]


@pytest.mark.parametrize(
    "new",
    [
        hours(INBOUND, week=WEEK),
        hours(INBOUND, dates=HOLIDAYS),
        hours(INBOUND, week=WEEK, dates=HOLIDAYS | {"2020-01-31": "09:00-10:00"}),
    ],
    ids=["dates", "week", "nothing but a date that is past"],
)
def test_what_is_no_longer_declared_sends_nothing(
    world: World, line: Line, run: Run, new: InboundHours
) -> None:
    update(run, world.standing(hours(INBOUND, week=WEEK, dates=HOLIDAYS)), new)

    assert line.sent == []


def test_another_time_zone_is_another_time_of_every_entry(
    world: World, line: Line, run: Run
) -> None:
    update(run, world.standing(AS_IT_STANDS), edited(AS_IT_STANDS, time_zone="America/Chicago"))

    assert world.hours(INBOUND) == {"WEEKDAY": ["08:00-21:59"]}


def test_what_is_missing_is_added_and_what_is_surplus_removed_last(
    world: World, line: Line, run: Run
) -> None:
    declared = hours(INBOUND, week={"SATURDAY": "9:00-12:00"}, dates={"2099-12-25": "10:00-12:00"})

    create(run, declared, IDENTITY)

    *additions, removal = line.writes
    assert removal == Request("DELETE", f"/{INBOUND}/inboundHours/{STANDING}")
    times = {"startTime": 50400000, "endTime": 61200000}
    on_christmas = {"startTime": 54000000, "endTime": 61200000, "date": CHRISTMAS}
    assert sorted(additions, key=lambda each: str(each.body["dayOfWeek"])) == [
        Request("POST", f"/{INBOUND}/inboundHours", {}, {"dayOfWeek": "SATURDAY"} | times),
        Request(
            "POST", f"/{INBOUND}/inboundHours", {}, {"dayOfWeek": "SPECIFIC_DATE"} | on_christmas
        ),
    ]
    assert world.hours(INBOUND) == {"SATURDAY": ["09:00-12:00"], "2099-12-25": ["10:00-12:00"]}


def test_entries_are_written_side_by_side(world: World, line: Line, run: Run) -> None:
    three = threading.Barrier(3)
    line.fail("POST", f"/{INBOUND}/inboundHours.*", preceded_by(lambda: three.wait(timeout=5)))

    create(run, hours(INBOUND, week=FULL), IDENTITY)

    assert len(line.writes) == 3


def test_to_bring_hours_about_again_writes_nothing(world: World, line: Line, run: Run) -> None:
    declared = hours(INBOUND, week=FULL, dates=HOLIDAYS)
    create(run, declared, IDENTITY)
    line.mend()

    create(world.run(), declared, IDENTITY)
    update(run, world.standing(AS_IT_STANDS), declared)

    assert line.writes == []


def test_a_declared_week_is_exclusive_and_leaves_the_dates(world: World, run: Run) -> None:
    add(world, "SUNDAY", "09:00", "10:00")
    add(world, "SPECIFIC_DATE", "09:00", "10:00", date="2099-01-02")

    create(run, hours(INBOUND, week={"SATURDAY": "09:00-12:00"}), IDENTITY)

    assert world.hours(INBOUND) == {"SATURDAY": ["09:00-12:00"], "2099-01-02": ["09:00-10:00"]}


def test_declared_dates_are_exclusive_and_leave_the_week(world: World, run: Run) -> None:
    add(world, "SPECIFIC_DATE", "09:00", "10:00", date="2099-01-02")

    create(run, hours(INBOUND, dates=HOLIDAYS), IDENTITY)

    assert world.hours(INBOUND) == {
        "WEEKDAY": ["07:00-20:59"],
        "2099-12-25": ["10:00-12:00"],
        "2099-12-31": ["10:00-14:00"],
    }


def test_an_empty_week_removes_the_weekly_hours(world: World, run: Run) -> None:
    create(run, hours(INBOUND, week={}), IDENTITY)

    assert world.hours(INBOUND) == {}


def test_dates_in_the_past_are_neither_written_nor_removed(
    world: World, line: Line, run: Run
) -> None:
    declared = hours(WITH_PAST_DATE, dates={"2020-02-01": "10:00-12:00"})

    create(run, declared, IDENTITY)

    assert line.writes == []
    assert read(run, world.standing(declared, location=world.here(2829))) == declared


def test_the_date_of_today_is_managed(
    world: World, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lifecycle, "today", lambda: datetime.date(2020, 1, 31))

    create(run, hours(WITH_PAST_DATE, dates={"2020-02-01": "10:00-12:00"}), IDENTITY)

    assert set(world.hours(WITH_PAST_DATE)) == {"WEEKDAY", "WEEKEND", "2020-02-01"}


def test_today_is_a_date_of_eastern_time() -> None:
    utc = datetime.datetime.now(datetime.UTC).date()

    assert today() in (utc, utc - datetime.timedelta(days=1))


def test_swapped_days_are_written_in_place(world: World, line: Line, run: Run) -> None:
    old = hours(INBOUND, week=WEEK | {"SATURDAY": "09:00-12:00"})
    create(run, old, IDENTITY)
    line.mend()

    update(
        run,
        world.standing(old),
        hours(INBOUND, week={"WEEKDAY": "09:00-12:00", "SATURDAY": "07:00-20:59"}),
    )

    assert [each.verb for each in line.writes] == ["POST", "POST"]
    assert all(set(each.body) == {"startTime", "endTime"} for each in line.writes)
    assert world.hours(INBOUND) == {"WEEKDAY": ["09:00-12:00"], "SATURDAY": ["07:00-20:59"]}


def test_an_entry_that_stands_twice_is_removed_once(world: World, line: Line, run: Run) -> None:
    add(world, "WEEKDAY", "07:00", "20:59")

    create(run, hours(INBOUND, week=WEEK), IDENTITY)

    assert [each.verb for each in line.writes] == ["DELETE"]
    assert world.hours(INBOUND) == {"WEEKDAY": ["07:00-20:59"]}


def test_hours_of_another_zone_are_written_in_eastern_time(world: World, run: Run) -> None:
    declared = hours(INBOUND, week={"MONDAY": "8:00-17:00"}, time_zone="America/Chicago")

    create(run, declared, IDENTITY)

    assert world.hours(INBOUND) == {"MONDAY": ["09:00-18:00"]}
    assert read(run, world.standing(declared)) == declared


@pytest.mark.parametrize(
    ("zone", "spans"),
    [("America/New_York", "00:00-24:00"), ("America/Denver", "07:00-22:00")],
)
def test_hours_to_the_end_of_a_day_stand_as_they_are_declared(
    world: World, line: Line, run: Run, zone: str, spans: str
) -> None:
    declared = hours(INBOUND, week={"MONDAY": spans}, dates={"2099-12-25": spans}, time_zone=zone)

    create(run, declared, IDENTITY)

    start = "00:00" if zone == "America/New_York" else "09:00"
    whole = [f"{start}-24:00"]
    assert world.hours(INBOUND) == {"MONDAY": whole, "2099-12-25": whole}
    assert read(run, world.standing(declared)) == declared
    line.mend()
    create(world.run(), declared, IDENTITY)
    assert line.writes == []


@pytest.mark.parametrize(
    "same",
    [
        hours(INBOUND, week={"WEEKDAY": "04:00-17:59"}, time_zone="America/Los_Angeles"),
        hours(INBOUND, week={"WEEKDAY": "04:00-17:59"}, time_zone="US/Pacific"),
        hours(INBOUND, week=WEEK, time_zone="America/Toronto"),
    ],
    ids=lambda declared: declared.to_inputs()["time_zone"],
)
def test_the_same_times_in_another_zone_are_no_change(
    world: World, line: Line, run: Run, same: InboundHours
) -> None:
    for old, new in ((AS_IT_STANDS, same), (same, AS_IT_STANDS)):
        assert not diff(run, world.standing(old), new).changed
        update(run, world.standing(old), new)

    assert line.sent == []


def test_hours_in_a_zone_that_keeps_its_distance_no_more_can_be_read_and_changed(
    world: World, run: Run
) -> None:
    old = as_live(hours(INBOUND, week={"WEEKDAY": "08:00-20:59"}), time_zone="America/Phoenix")
    new = hours(INBOUND, week={"WEEKDAY": "08:00-20:59"})

    live = read(run, world.standing(old))
    assert live == as_live(old, week={"WEEKDAY": "07:00-20:59 Eastern"})
    assert diff(run, world.standing(old), new).changed
    update(run, world.standing(old), new)
    assert world.hours(INBOUND) == {"WEEKDAY": ["08:00-20:59"]}


@pytest.mark.parametrize("way", CARRIED_OUT | NOT_CARRIED_OUT)
@pytest.mark.parametrize("lag", [0, LOOKS - 1])
def test_an_added_entry_whose_answer_is_lost_stands_once(
    world: World, line: Line, run: Run, way: str, lag: int
) -> None:
    line.fail("POST", f"/{INBOUND}/inboundHours", (CARRIED_OUT | NOT_CARRIED_OUT)[way], times=1)
    line.fail("GET", f"/{INBOUND}/inboundHours", hiding_hours(NEWEST_HOURS), first=2, times=lag)

    create(run, hours(INBOUND, week=FULL, dates=HOLIDAYS), IDENTITY)

    assert_full(world)
    adds = line.calls.count(f"POST /{INBOUND}/inboundHours")
    assert adds == (4 if way in CARRIED_OUT else 5)


@pytest.mark.parametrize("lag", [LOOKS + 1, LOOKS + 2])
def test_an_entry_that_the_list_shows_too_late_stands_once_in_the_end(
    world: World, line: Line, run: Run, lag: int
) -> None:
    line.fail("POST", f"/{INBOUND}/inboundHours", lost, times=1)
    line.fail("GET", f"/{INBOUND}/inboundHours", hiding_hours(NEWEST_HOURS), first=2, times=lag)

    create(run, hours(INBOUND, week=FULL, dates=HOLIDAYS), IDENTITY)

    assert_full(world)


def test_an_entry_added_after_a_lost_answer_is_waited_for_in_a_list_that_lags(
    world: World, line: Line, run: Run
) -> None:
    line.fail("POST", f"/{INBOUND}/inboundHours", cut, times=1)
    compared_and_awaited = 1 + LOOKS + 1
    hidden = hiding_hours(NEWEST_HOURS)
    line.fail(
        "GET", f"/{INBOUND}/inboundHours", hidden, first=compared_and_awaited + 1, times=LOOKS - 1
    )

    create(run, hours(INBOUND, week=WEEK | {"SATURDAY": "09:00-12:00"}), IDENTITY)

    assert world.hours(INBOUND) == {"WEEKDAY": ["07:00-20:59"], "SATURDAY": ["09:00-12:00"]}
    assert line.calls.count(f"POST /{INBOUND}/inboundHours") == 2


@pytest.mark.parametrize("losses", [1, 2, 3])
def test_hours_that_stand_in_the_end_are_no_error_however_often_an_answer_was_lost(
    world: World, line: Line, run: Run, losses: int
) -> None:
    line.fail("POST", f"/{INBOUND}/inboundHours", cut, times=losses)

    create(run, hours(INBOUND, week=WEEK | {"SATURDAY": "09:00-12:00"}), IDENTITY)

    assert world.hours(INBOUND) == {"WEEKDAY": ["07:00-20:59"], "SATURDAY": ["09:00-12:00"]}


@pytest.mark.parametrize(("fault", "times"), [(lost, 1), (cut, 1), (lost, ALWAYS)])
def test_an_answer_that_is_lost_anywhere_costs_at_most_a_second_run(
    world: World, line: Line, fault: Fault, times: int
) -> None:
    declared = hours(INBOUND, week={"SATURDAY": "09:00-12:00"}, dates={"2099-12-25": "9:00-10:00"})
    create(world.run(), declared, IDENTITY)
    last = len(line.sent)
    for number in range(1, last + 1):
        create(world.run(), hours(INBOUND, week=WEEK, dates={}), IDENTITY)
        line.mend()
        line.fail_nth(number, fault, times=times)
        try:
            create(world.run(), declared, IDENTITY)
        except LiveVoxError:
            line.mend()
            create(world.run(), declared, IDENTITY)
        line.mend()
        assert world.hours(INBOUND) == {
            "SATURDAY": ["09:00-12:00"],
            "2099-12-25": ["09:00-10:00"],
        }


def test_an_entry_that_goes_while_it_is_updated_is_added(
    world: World, line: Line, run: Run
) -> None:
    line.fail(
        "POST",
        f"/{INBOUND}/inboundHours/{STANDING}",
        preceded_by(lambda: world.console.remove_inbound_hours(INBOUND, STANDING)),
        times=1,
    )

    update(run, world.standing(AS_IT_STANDS), hours(INBOUND, week={"WEEKDAY": "08:00-20:59"}))

    assert world.hours(INBOUND) == {"WEEKDAY": ["08:00-20:59"]}


def test_an_entry_that_goes_while_it_is_removed_is_done(world: World, line: Line, run: Run) -> None:
    line.fail(
        "DELETE",
        f"/{INBOUND}/inboundHours/{STANDING}",
        preceded_by(lambda: world.console.remove_inbound_hours(INBOUND, STANDING)),
    )

    update(run, world.standing(AS_IT_STANDS), hours(INBOUND, week={}))

    assert world.hours(INBOUND) == {}


def test_a_refused_entry_is_told_in_the_platforms_words(world: World, line: Line, run: Run) -> None:
    line.fail("POST", f"/{INBOUND}/.*", refused(400, "Not on a Monday"))

    with pytest.raises(ProviderError, match=r"hours of service 53661.*Not on a Monday.*pulumi up"):
        create(run, hours(INBOUND, week=FULL), IDENTITY)


def test_entries_beside_a_refused_one_are_written_and_nothing_is_removed(
    world: World, line: Line, run: Run
) -> None:
    add(world, "SUNDAY", "09:00", "10:00")
    line.fail("POST", f"/{INBOUND}/inboundHours/{STANDING}", refused(400, "Not on a Monday"))

    with pytest.raises(ProviderError, match="Not on a Monday"):
        create(run, hours(INBOUND, week=FULL), IDENTITY)

    assert world.hours(INBOUND) == {
        "WEEKDAY": ["07:00-20:59"],
        "SATURDAY": ["09:00-12:00", "13:00-15:00"],
        "SUNDAY": ["09:00-10:00"],
    }


def test_hours_of_a_service_that_takes_no_calls_are_told(run: Run) -> None:
    with pytest.raises(ProviderError, match="OUTBOUND"):
        create(run, hours(OUTBOUND, week=WEEK), IDENTITY)


def test_hours_of_a_service_that_is_not_there_are_told(line: Line, run: Run) -> None:
    with pytest.raises(ProviderError, match="service 4711"):
        create(run, hours(4711, week=WEEK), IDENTITY)

    assert line.writes == []


def test_hours_of_a_service_that_went_meanwhile_are_told(world: World, run: Run) -> None:
    run.learn(INBOUND, world.here())
    world.console.delete_service(INBOUND)

    attempts: list[Callable[[], object]] = [
        lambda: create(run, hours(INBOUND, week=FULL), IDENTITY),
        lambda: update(run, world.standing(AS_IT_STANDS), hours(INBOUND, week=FULL)),
    ]
    for bring_about in attempts:
        with pytest.raises(ProviderError, match=f"service {INBOUND}.*`pulumi refresh`"):
            bring_about()


def test_declared_hours_are_claimed_before_anything_can_fail(run: Run) -> None:
    with pytest.raises(LiveVoxError):
        create(run, hours(4711, week=WEEK), IDENTITY)

    assert run.claims.is_claimed(Target(Kind.INBOUND_HOURS, 4711, "week"))


def test_to_compare_sends_nothing_and_claims_nothing(world: World, line: Line, run: Run) -> None:
    old, new = hours(INBOUND, week=WEEK), hours(INBOUND, week=FULL)

    assert diff(run, world.standing(old), old) == Difference(changed=False)
    assert diff(run, world.standing(old), new) == Difference(changed=True)
    assert not run.claims.is_claimed(Target(Kind.INBOUND_HOURS, INBOUND, "week"))
    assert run.location_of(INBOUND) == world.here()
    assert line.calls == []


def test_hours_of_another_service_are_other_hours(world: World, line: Line, run: Run) -> None:
    difference = diff(run, world.standing(hours(INBOUND, week=WEEK)), hours(20575, week=WEEK))

    assert difference == Difference(changed=True, replaces=("service",))
    assert line.sent == []


def test_hours_that_the_program_declares_are_claimed(run: Run) -> None:
    claim(run, hours(INBOUND, week=WEEK), IDENTITY)

    assert run.claims.is_claimed(Target(Kind.INBOUND_HOURS, INBOUND, "week"))
    assert not run.claims.is_claimed(Target(Kind.INBOUND_HOURS, INBOUND, "dates"))


def test_hours_of_a_service_that_is_not_known_yet_are_compared_and_not_claimed(
    world: World, run: Run
) -> None:
    unknown = hours(UNKNOWN, week=WEEK)

    claim(run, unknown, IDENTITY)

    assert diff(run, world.standing(hours(INBOUND, week=WEEK)), unknown).changed
    assert not run.claims.is_claimed(Target(Kind.INBOUND_HOURS, INBOUND, "week"))


def test_dates_in_the_past_are_no_difference(world: World, run: Run) -> None:
    old = hours(INBOUND, dates=HOLIDAYS | {"2020-01-31": "10:00-12:00"})

    assert not diff(run, world.standing(old), hours(INBOUND, dates=HOLIDAYS)).changed


def test_an_operation_asks_once_what_day_it_is(
    world: World, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = iter(today() for _ in range(5))
    monkeypatch.setattr(lifecycle, "today", lambda: next(days))
    old, new = hours(INBOUND, week=WEEK), hours(INBOUND, week=FULL, dates=HOLIDAYS)

    create(run, old, IDENTITY)
    diff(run, world.standing(old), new)
    update(run, world.standing(old), new)
    read(run, world.standing(new))
    delete(world.run(), world.standing(new))

    assert not list(days)


def test_hours_that_stand_read_as_declared(world: World, line: Line, run: Run) -> None:
    declared = hours(INBOUND, week=FULL, dates=HOLIDAYS)
    create(run, declared, IDENTITY)
    line.mend()

    assert read(run, world.standing(declared)) == declared
    assert line.calls == [f"GET /{INBOUND}/inboundHours"]


def test_drift_shows_in_the_managed_part_alone(world: World, run: Run) -> None:
    add(world, "SUNDAY", "09:00", "10:00")
    add(world, "SPECIFIC_DATE", "09:00", "10:00", date="2099-01-02")
    world.console.update_inbound_hours(
        INBOUND, STANDING, HoursEntryUpdate(start_time=to_wire("06:00"))
    )

    assert read(run, world.standing(hours(INBOUND, week=WEEK))) == hours(
        INBOUND, week={"WEEKDAY": "06:00-20:59", "SUNDAY": "09:00-10:00"}
    )


def test_an_emptied_week_is_drift_and_not_gone(world: World, run: Run) -> None:
    world.console.remove_inbound_hours(INBOUND, STANDING)

    declared = hours(INBOUND, week=WEEK)

    assert read(run, world.standing(declared)) == as_live(declared, week={})


def test_hours_of_a_service_that_is_gone_are_gone(world: World, run: Run) -> None:
    world.console.delete_service(INBOUND)

    assert read(run, world.standing(hours(INBOUND, week=WEEK))) is None


def test_to_a_user_who_sees_nothing_no_hours_are_gone(world: World) -> None:
    blind = world.run(user="blind")

    with pytest.raises(NotVisible):
        read(blind, world.standing(hours(INBOUND, week=WEEK)))
    with pytest.raises(NotVisible):
        delete(blind, world.standing(hours(INBOUND, week=WEEK)))


def test_a_delete_removes_the_managed_part_alone(world: World, run: Run) -> None:
    create(run, hours(INBOUND, week=FULL, dates=HOLIDAYS), IDENTITY)

    delete(world.run(), world.standing(hours(INBOUND, dates=HOLIDAYS)))
    assert set(world.hours(INBOUND)) == {"WEEKDAY", "SATURDAY"}

    add(world, "SPECIFIC_DATE", "09:00", "10:00", date="2099-01-02")
    delete(world.run(), world.standing(hours(INBOUND, week=FULL)))
    assert world.hours(INBOUND) == {"2099-01-02": ["09:00-10:00"]}


def test_a_delete_leaves_dates_in_the_past(world: World, run: Run) -> None:
    delete(run, world.standing(hours(WITH_PAST_DATE, week={}, dates={}), location=world.here(2829)))

    assert world.hours(WITH_PAST_DATE) == {"2020-01-31": ["10:00-12:00"]}


def test_a_delete_of_hours_that_were_read_in_another_zone_removes_them(
    world: World, run: Run
) -> None:
    add(world, "SUNDAY", "00:00", "01:00")
    declared = hours(INBOUND, week=WEEK, time_zone="America/Chicago")
    live = read(run, world.standing(declared))
    assert live is not None
    assert live.to_inputs()["week"]["SUNDAY"] == "00:00-01:00 Eastern"

    delete(run, world.standing(live))

    assert world.hours(INBOUND) == {}


def test_hours_that_a_living_resource_declares_are_left_without_a_call_and_that_is_told(
    world: World, line: Line, run: Run
) -> None:
    told: list[str] = []
    run.warn = told.append
    claim(run, hours(INBOUND, week=WEEK), IDENTITY)

    delete(run, world.standing(hours(INBOUND, week=FULL)))

    assert f"inbound hours of service {INBOUND}: week stay as they are" in told[0]
    assert line.sent == []
    assert world.hours(INBOUND) == {"WEEKDAY": ["07:00-20:59"]}


def test_a_week_goes_where_a_living_resource_declares_the_dates_alone(
    world: World, run: Run
) -> None:
    create(world.run(), hours(INBOUND, week=FULL, dates=HOLIDAYS), IDENTITY)
    claim(run, hours(INBOUND, dates=HOLIDAYS), IDENTITY)

    delete(run, world.standing(hours(INBOUND, week=FULL, dates=HOLIDAYS)))

    assert set(world.hours(INBOUND)) == set(HOLIDAYS)


def test_hours_that_are_gone_are_done(world: World, line: Line, run: Run) -> None:
    world.console.remove_inbound_hours(INBOUND, STANDING)

    delete(run, world.standing(hours(INBOUND, week=WEEK)))

    assert line.writes == []


def test_to_delete_hours_of_a_service_that_is_gone_is_done(
    world: World, line: Line, run: Run
) -> None:
    world.console.delete_service(INBOUND)

    delete(run, world.standing(hours(INBOUND, week=WEEK)))

    assert line.writes == []


@pytest.mark.parametrize("way", CARRIED_OUT | NOT_CARRIED_OUT)
def test_a_lost_answer_to_a_removal_is_asked_for_again(
    world: World, line: Line, run: Run, way: str
) -> None:
    line.fail("DELETE", ".*", (CARRIED_OUT | NOT_CARRIED_OUT)[way], times=1)

    delete(run, world.standing(hours(INBOUND, week=WEEK)))

    assert world.hours(INBOUND) == {}


def assert_full(world: World) -> None:
    assert world.hours(INBOUND) == {
        "WEEKDAY": ["08:00-20:59"],
        "SATURDAY": ["09:00-12:00", "13:00-15:00"],
        "2099-12-25": ["10:00-12:00"],
        "2099-12-31": ["10:00-14:00"],
    }
