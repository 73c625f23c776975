"""Hours are compared and read without a write."""

import pytest

from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.inbound_hours import lifecycle
from pulumi_livevox.resources.inbound_hours.lifecycle import create, delete, diff, read, update
from pulumi_livevox.run.difference import Difference
from pulumi_livevox.wire.inbound_hours import HoursEntryUpdate
from tests.lifecycle.standing_hours import FULL, HOLIDAYS, STANDING, WEEK, add
from tests.lifecycle.world import IDENTITY, INBOUND, World, as_live, hours
from tests.rig.spans import to_wire


def test_hours_of_another_service_are_other_hours(world: World) -> None:
    difference = diff(
        world.run(), world.standing(hours(INBOUND, week=WEEK)), hours(20575, week=WEEK)
    )

    assert difference == Difference(changed=True, replaces=("service",))
    assert world.line.sent == []


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
