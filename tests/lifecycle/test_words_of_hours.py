"""What a preview says of hours that an update changes: in words, and only of what is declared."""

from collections.abc import Mapping
from typing import Any

import pytest

from pulumi_livevox.resources.inbound_hours.lifecycle import claim, create, diff, read, update
from pulumi_livevox.wire.inbound_hours import HoursEntryUpdate
from tests.lifecycle.standing_hours import FULL, STANDING, WEEK
from tests.lifecycle.world import IDENTITY, INBOUND, World, hours
from tests.rig.spans import to_wire

NAMED = f"inbound hours of service {INBOUND}"
PHOENIX: dict[str, Any] = {"time_zone": "America/Phoenix", "names": {"2099-12-25": "Christmas Day"}}
EVENING = {"WEEKDAY": "07:00-19:30"}


def told(world: World, old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """What the preview of a program says that declares new hours."""
    run, declared = world.run(), hours(INBOUND, **new)
    claim(run, declared, IDENTITY)
    return diff(run, world.standing(hours(INBOUND, **old)), declared).warnings


def test_an_update_is_said_in_words(world: World) -> None:
    assert told(world, {"week": WEEK}, {"week": EVENING}) == (
        f"{NAMED}: Monday to Friday: closes 19:30 instead of 20:59",
    )
    assert world.line.sent == []


def test_several_changes_are_one_message_with_a_line_each(world: World) -> None:
    assert told(world, {"week": WEEK}, {"week": FULL}) == (
        f"{NAMED}: Monday to Friday: opens 08:00 instead of 07:00\n"
        "    Saturday: open 09:00-12:00, 13:00-15:00 instead of closed",
    )


def test_what_stays_is_not_worth_a_word(world: World) -> None:
    assert told(world, {"week": WEEK}, {"week": WEEK}) == ()
    chicago = {"week": {"WEEKDAY": "06:00-19:59"}, "time_zone": "America/Chicago"}
    assert told(world, {"week": WEEK}, chicago) == ()


def test_drift_is_said_as_what_an_update_makes_of_it(world: World) -> None:
    world.console.update_inbound_hours(
        INBOUND, STANDING, HoursEntryUpdate(start_time=to_wire("06:00"))
    )
    run, declared = world.run(), hours(INBOUND, week=WEEK)
    found = read(run, world.standing(declared))
    assert found is not None
    claim(run, declared, IDENTITY)

    assert diff(run, world.standing(found), declared).warnings == (
        f"{NAMED}: Monday to Friday: opens 07:00 instead of 06:00",
    )


def test_an_update_after_one_that_broke_off_is_said_too(world: World) -> None:
    run, old, new = world.run(), hours(INBOUND, week=WEEK), hours(INBOUND, week=EVENING)
    with world.breaking_off("POST", f"/{INBOUND}/inboundHours/{STANDING}"):
        create(run, new, IDENTITY)
    again = world.run()
    claim(again, new, IDENTITY)

    words, broke_off = diff(again, world.standing(old), new).warnings
    assert words == f"{NAMED}: Monday to Friday: closes 19:30 instead of 20:59"
    assert "broke off" in broke_off


def test_a_refresh_that_knows_no_program_says_nothing(world: World) -> None:
    standing = world.standing(hours(INBOUND, week=WEEK))

    assert diff(world.run(), standing, hours(INBOUND, week=EVENING)).warnings == ()


def test_hours_are_said_by_the_clocks_of_the_zone_that_is_meant(world: World) -> None:
    old = {"week": {}, "dates": {"2099-12-25": "10:00-13:00"}}
    new = {"week": {}, "dates": {"2099-12-25": "10:00-12:00"}, "__hours": PHOENIX}

    assert told(world, old, new) == (
        f"{NAMED}: 2099-12-25 (Christmas Day): closes 10:00 instead of 11:00 (America/Phoenix)",
    )


def test_another_meaning_of_the_same_times_is_recorded_without_a_call(world: World) -> None:
    old, new = hours(INBOUND, week=WEEK), hours(INBOUND, week=WEEK, __hours=PHOENIX)
    difference = diff(world.run(), world.standing(old), new)
    assert difference.changed
    assert difference.warnings == (
        f"{NAMED}: no entry changes; what is meant by them is recorded anew",
    )

    updated = update(world.run(), world.standing(old), new)

    assert updated.declared == new
    assert not diff(world.run(), updated, new).changed
    assert world.records() == []


def test_names_of_dates_that_have_passed_mean_nothing_more(world: World) -> None:
    earlier = {**PHOENIX, "names": {"2020-12-25": "Christmas Day", **PHOENIX["names"]}}
    old, new = (
        hours(INBOUND, week=WEEK, __hours=earlier),
        hours(INBOUND, week=WEEK, __hours=PHOENIX),
    )

    assert not diff(world.run(), world.standing(old), new).changed


def test_what_a_broken_off_update_was_about_to_change_is_said_to_whoever_takes_it_back(
    world: World,
) -> None:
    old, new = hours(INBOUND, week=WEEK), hours(INBOUND, week=EVENING)
    run = world.run()
    claim(run, new, IDENTITY)
    with world.breaking_off("POST", f"/{INBOUND}/inboundHours/{STANDING}"):
        update(run, world.standing(old), new)

    (broke_off,) = diff(world.run(), world.standing(old), old).warnings
    assert "about to write to" in broke_off
    assert "(Monday to Friday: closes 19:30 instead of 20:59)" in broke_off


@pytest.mark.parametrize("secret", [({"__unsaid": True}, {}), ({}, {"__unsaid": True})])
def test_secret_hours_are_not_said(
    world: World, secret: tuple[dict[str, bool], dict[str, bool]]
) -> None:
    old, new = {"week": WEEK, **secret[0]}, {"week": EVENING, **secret[1]}

    assert told(world, old, new) == (f"{NAMED}: what changes is secret",)
