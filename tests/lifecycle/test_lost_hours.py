"""Answers about hours get lost, entries go meanwhile: what is declared stands once all the same."""

import pytest

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.resources.inbound_hours.lifecycle import create, delete, update
from tests.lifecycle.standing_hours import AS_IT_STANDS, FULL, HOLIDAYS, STANDING, WEEK, assert_full
from tests.lifecycle.world import IDENTITY, INBOUND, LOOKS, NEWEST_HOURS, World, hours
from tests.rig.line import ALWAYS, CARRIED_OUT, LOSSES, Fault, cut, hiding_hours, lost, preceded_by

PATH = f"/{INBOUND}/inboundHours"
ENTRY = f"{PATH}/{STANDING}"


@pytest.mark.parametrize("fault", LOSSES)
@pytest.mark.parametrize("lag", [0, LOOKS - 1])
def test_an_added_entry_whose_answer_is_lost_stands_once(
    world: World, fault: Fault, lag: int
) -> None:
    world.line.fail("POST", PATH, fault, times=1)
    world.line.fail("GET", PATH, hiding_hours(NEWEST_HOURS), first=2, times=lag)

    create(world.run(), hours(INBOUND, week=FULL, dates=HOLIDAYS), IDENTITY)

    assert_full(world)
    adds = world.line.calls.count(f"POST {PATH}")
    assert adds == (4 if fault in CARRIED_OUT else 5)


@pytest.mark.parametrize("lag", [LOOKS + 1, LOOKS + 2])
def test_an_entry_that_the_list_shows_too_late_stands_once_in_the_end(
    world: World, lag: int
) -> None:
    world.line.fail("POST", PATH, lost, times=1)
    world.line.fail("GET", PATH, hiding_hours(NEWEST_HOURS), first=2, times=lag)

    create(world.run(), hours(INBOUND, week=FULL, dates=HOLIDAYS), IDENTITY)

    assert_full(world)


def test_an_entry_added_after_a_lost_answer_is_waited_for_in_a_list_that_lags(world: World) -> None:
    world.line.fail("POST", PATH, cut, times=1)
    compared_and_awaited = 1 + LOOKS + 1
    hidden = hiding_hours(NEWEST_HOURS)
    world.line.fail("GET", PATH, hidden, first=compared_and_awaited + 1, times=LOOKS - 1)

    create(world.run(), hours(INBOUND, week=WEEK | {"SATURDAY": "09:00-12:00"}), IDENTITY)

    assert world.hours(INBOUND) == {"WEEKDAY": ["07:00-20:59"], "SATURDAY": ["09:00-12:00"]}
    assert world.line.calls.count(f"POST {PATH}") == 2


@pytest.mark.parametrize("losses", [1, 2, 3])
def test_hours_that_stand_in_the_end_are_no_error_however_often_an_answer_was_lost(
    world: World, losses: int
) -> None:
    world.line.fail("POST", PATH, cut, times=losses)

    create(world.run(), hours(INBOUND, week=WEEK | {"SATURDAY": "09:00-12:00"}), IDENTITY)

    assert world.hours(INBOUND) == {"WEEKDAY": ["07:00-20:59"], "SATURDAY": ["09:00-12:00"]}


@pytest.mark.parametrize(("fault", "times"), [(lost, 1), (cut, 1), (lost, ALWAYS)])
def test_an_answer_that_is_lost_anywhere_costs_at_most_a_second_run(
    world: World, fault: Fault, times: int
) -> None:
    declared = hours(INBOUND, week={"SATURDAY": "09:00-12:00"}, dates={"2099-12-25": "9:00-10:00"})
    create(world.run(), declared, IDENTITY)
    last = len(world.line.sent)
    for number in range(1, last + 1):
        create(world.run(), hours(INBOUND, week=WEEK, dates={}), IDENTITY)
        world.line.mend()
        world.line.fail_nth(number, fault, times=times)
        try:
            create(world.run(), declared, IDENTITY)
        except LiveVoxError:
            world.line.mend()
            create(world.run(), declared, IDENTITY)
        world.line.mend()
        assert world.hours(INBOUND) == {"SATURDAY": ["09:00-12:00"], "2099-12-25": ["09:00-10:00"]}


def test_an_entry_that_goes_while_it_is_updated_is_added(world: World) -> None:
    going = preceded_by(lambda: world.console.remove_inbound_hours(INBOUND, STANDING))
    world.line.fail("POST", ENTRY, going, times=1)

    update(
        world.run(), world.standing(AS_IT_STANDS), hours(INBOUND, week={"WEEKDAY": "08:00-20:59"})
    )

    assert world.hours(INBOUND) == {"WEEKDAY": ["08:00-20:59"]}


def test_an_entry_that_goes_while_it_is_removed_is_done(world: World) -> None:
    going = preceded_by(lambda: world.console.remove_inbound_hours(INBOUND, STANDING))
    world.line.fail("DELETE", ENTRY, going)

    update(world.run(), world.standing(AS_IT_STANDS), hours(INBOUND, week={}))

    assert world.hours(INBOUND) == {}


@pytest.mark.parametrize("fault", LOSSES)
def test_a_lost_answer_to_a_removal_is_asked_for_again(world: World, fault: Fault) -> None:
    world.line.fail("DELETE", ".*", fault, times=1)

    delete(world.run(), world.standing(hours(INBOUND, week=WEEK)))

    assert world.hours(INBOUND) == {}
