"""Hours are compared and read without a write, and claimed by the program that declares them."""

import pytest

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.inbound_hours import lifecycle
from pulumi_livevox.resources.inbound_hours.lifecycle import (
    claim,
    create,
    delete,
    diff,
    read,
    update,
)
from pulumi_livevox.run.difference import Difference
from pulumi_livevox.run.errors import NotVisible
from pulumi_livevox.run.target import Kind, Target
from pulumi_livevox.wire.inbound_hours import HoursEntryUpdate
from tests.lifecycle.standing_hours import FULL, HOLIDAYS, STANDING, WEEK, add
from tests.lifecycle.world import IDENTITY, INBOUND, World, as_live, hours
from tests.rig.spans import to_wire


def test_declared_hours_are_claimed_before_anything_can_fail(world: World) -> None:
    run = world.run()
    with pytest.raises(LiveVoxError):
        create(run, hours(4711, week=WEEK), IDENTITY)

    assert run.claims.is_claimed(Target(Kind.INBOUND_HOURS, 4711, "week"))


def test_to_compare_sends_nothing_and_claims_nothing(world: World) -> None:
    run = world.run()
    old, new = hours(INBOUND, week=WEEK), hours(INBOUND, week=FULL)

    assert diff(run, world.standing(old), old) == Difference(changed=False)
    assert diff(run, world.standing(old), new) == Difference(changed=True)
    assert not run.claims.is_claimed(Target(Kind.INBOUND_HOURS, INBOUND, "week"))
    assert run.location_of(INBOUND) == world.here()
    assert world.line.calls == []


def test_hours_of_another_service_are_other_hours(world: World) -> None:
    difference = diff(
        world.run(), world.standing(hours(INBOUND, week=WEEK)), hours(20575, week=WEEK)
    )

    assert difference == Difference(changed=True, replaces=("service",))
    assert world.line.sent == []


def test_hours_that_the_program_declares_are_claimed(world: World) -> None:
    run = world.run()
    claim(run, hours(INBOUND, week=WEEK), IDENTITY)

    assert run.claims.is_claimed(Target(Kind.INBOUND_HOURS, INBOUND, "week"))
    assert not run.claims.is_claimed(Target(Kind.INBOUND_HOURS, INBOUND, "dates"))


def test_hours_of_a_service_that_is_not_known_yet_are_compared_and_not_claimed(
    world: World,
) -> None:
    run = world.run()
    unknown = hours(UNKNOWN, week=WEEK)

    claim(run, unknown, IDENTITY)

    assert diff(run, world.standing(hours(INBOUND, week=WEEK)), unknown).changed
    assert not run.claims.is_claimed(Target(Kind.INBOUND_HOURS, INBOUND, "week"))


def test_dates_in_the_past_are_no_difference(world: World) -> None:
    old = hours(INBOUND, dates=HOLIDAYS | {"2020-01-31": "10:00-12:00"})

    assert not diff(world.run(), world.standing(old), hours(INBOUND, dates=HOLIDAYS)).changed


def test_an_operation_asks_once_what_day_it_is(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = world.run()
    days = iter(today() for _ in range(5))
    monkeypatch.setattr(lifecycle, "today", lambda: next(days))
    old, new = hours(INBOUND, week=WEEK), hours(INBOUND, week=FULL, dates=HOLIDAYS)

    create(run, old, IDENTITY)
    diff(run, world.standing(old), new)
    update(run, world.standing(old), new)
    read(run, world.standing(new))
    delete(world.run(), world.standing(new))

    assert not list(days)


def test_hours_that_stand_read_as_declared(world: World) -> None:
    run = world.run()
    declared = hours(INBOUND, week=FULL, dates=HOLIDAYS)
    create(run, declared, IDENTITY)
    world.line.mend()

    assert read(run, world.standing(declared)) == declared
    assert world.line.calls == [f"GET /{INBOUND}/inboundHours"]


def test_drift_shows_in_the_managed_part_alone(world: World) -> None:
    add(world, "SUNDAY", "09:00", "10:00")
    add(world, "SPECIFIC_DATE", "09:00", "10:00", date="2099-01-02")
    world.console.update_inbound_hours(
        INBOUND, STANDING, HoursEntryUpdate(start_time=to_wire("06:00"))
    )

    assert read(world.run(), world.standing(hours(INBOUND, week=WEEK))) == hours(
        INBOUND, week={"WEEKDAY": "06:00-20:59", "SUNDAY": "09:00-10:00"}
    )


def test_an_emptied_week_is_drift_and_not_gone(world: World) -> None:
    world.console.remove_inbound_hours(INBOUND, STANDING)

    declared = hours(INBOUND, week=WEEK)

    assert read(world.run(), world.standing(declared)) == as_live(declared, week={})


def test_hours_of_a_service_that_is_gone_are_gone(world: World) -> None:
    world.console.delete_service(INBOUND)

    assert read(world.run(), world.standing(hours(INBOUND, week=WEEK))) is None


def test_to_a_user_who_sees_nothing_no_hours_are_gone(world: World) -> None:
    blind = world.run(user="blind")

    with pytest.raises(NotVisible):
        read(blind, world.standing(hours(INBOUND, week=WEEK)))
    with pytest.raises(NotVisible):
        delete(blind, world.standing(hours(INBOUND, week=WEEK)))
