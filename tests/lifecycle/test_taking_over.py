"""What stands on a service that a run did not copy is looked at, saved, and spared a write."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pulumi_livevox.client import PlatformError
from pulumi_livevox.resources.caller_id import lifecycle as caller_ids
from pulumi_livevox.resources.inbound_hours import lifecycle as inbound_hours
from pulumi_livevox.resources.service import lifecycle as services
from pulumi_livevox.run.run import Run
from tests.lifecycle.world import (
    IDENTITY,
    INBOUND,
    World,
    caller_id,
    hours,
    service,
)
from tests.rig.line import refused

STANDING, DEFAULT = "4045550111", "4045550110"
WEEK = {"WEEKDAY": "07:00-20:59"}
"""The hours that stand."""

Take = Callable[[Run], object]


def saved(world: World) -> list[Path]:
    return sorted((world.journal_folder / "taken-over").glob("*"))


@pytest.mark.parametrize(
    "take",
    [
        lambda run: caller_ids.create(run, caller_id(INBOUND, STANDING), IDENTITY),
        lambda run: caller_ids.create(run, caller_id(INBOUND, DEFAULT, default=True), IDENTITY),
        lambda run: inbound_hours.create(run, hours(INBOUND, week=WEEK), IDENTITY),
    ],
)
def test_what_stands_as_declared_is_neither_written_nor_saved(world: World, take: Take) -> None:
    take(world.run())

    assert world.line.writes == []
    assert saved(world) == []


@pytest.mark.parametrize(
    "take",
    [
        lambda run: caller_ids.create(run, caller_id(INBOUND, "8773402031"), IDENTITY),
        lambda run: inbound_hours.create(
            run, hours(INBOUND, week=WEEK | {"SUNDAY": "09:00-10:00"}), IDENTITY
        ),
    ],
)
def test_what_only_adds_saves_nothing(world: World, take: Take) -> None:
    take(world.run())

    assert len(world.line.writes) == 1
    assert saved(world) == []


@pytest.mark.parametrize(
    "take",
    [
        lambda run: caller_ids.create(run, caller_id(INBOUND, STANDING, default=True), IDENTITY),
        lambda run: caller_ids.create(
            run, caller_id(INBOUND, "8773402031", default=True), IDENTITY
        ),
        lambda run: inbound_hours.create(run, hours(INBOUND, week={}), IDENTITY),
        lambda run: inbound_hours.create(
            run, hours(INBOUND, week={"WEEKDAY": "1:00-2:00"}), IDENTITY
        ),
    ],
)
def test_what_writes_over_something_saves_the_service_whole_before(
    world: World, take: Take
) -> None:
    take(world.run())

    (file,) = saved(world)
    text = file.read_text()
    for part in ('name="Template Inbound"', '"WEEKDAY": "07:00-20:59"', DEFAULT, STANDING):
        assert part in text
    assert world.warned == [
        f"service {INBOUND}, as it stood when this run took it over, is in {file}"
    ]


def test_what_the_api_refuses_to_show_does_not_stop_a_takeover_and_is_said(world: World) -> None:
    world.line.fail("GET", rf"/{INBOUND}/messaging", refused(400))

    inbound_hours.create(world.run(), hours(INBOUND, week={}), IDENTITY)

    (file,) = saved(world)
    text = file.read_text()
    assert "# - messaging could not be read: GET" in text
    assert "messaging=" not in text
    assert WEEK["WEEKDAY"] in text
    assert world.warned == [
        f"service {INBOUND}, as it stood when this run took it over, is in {file}, but for what "
        "could not be read (messaging)"
    ]


def test_a_section_that_fails_for_a_while_stops_a_takeover(world: World) -> None:
    world.line.fail("GET", rf"/{INBOUND}/messaging", refused(503))

    with pytest.raises(PlatformError):
        inbound_hours.create(world.run(), hours(INBOUND, week={}), IDENTITY)

    assert world.line.writes == []
    assert saved(world) == []


def test_a_service_is_saved_once_a_run(world: World) -> None:
    run = world.run()

    caller_ids.create(run, caller_id(INBOUND, STANDING, default=True), IDENTITY)
    inbound_hours.create(run, hours(INBOUND, week={}), IDENTITY)

    (file,) = saved(world)
    assert WEEK["WEEKDAY"] in file.read_text()


def test_what_two_runs_save_within_a_second_stands_side_by_side(world: World) -> None:
    for opening in ("1:00-2:00", "3:00-4:00"):
        run = world.run()
        inbound_hours.create(run, hours(INBOUND, week={"WEEKDAY": opening}), IDENTITY)

    texts = [file.read_text() for file in saved(world)]
    assert sorted(WEEK["WEEKDAY"] in text for text in texts) == [False, True]


def test_nothing_is_looked_at_nor_saved_where_the_run_made_the_service(world: World) -> None:
    run = world.run()
    copy = services.create(run, service(), IDENTITY).target.service_id
    world.line.mend()

    caller_ids.create(run, caller_id(copy, STANDING, default=True), f"{IDENTITY}/number")

    assert [each.verb for each in world.line.sent] == ["POST"]
    assert saved(world) == []


def test_a_section_of_hours_that_is_declared_newly_is_told_and_saved_before(world: World) -> None:
    standing = world.standing(hours(INBOUND, dates={}))
    new = hours(INBOUND, week={"SUNDAY": "09:00-10:00"}, dates={})

    (told,) = inbound_hours.diff(world.run(), standing, new).warnings
    inbound_hours.update(world.run(), standing, new)

    assert "week is declared newly" in told
    assert len(saved(world)) == 1
