"""A write is on record until the state knows of it, and in doubt for whom it concerns alone."""

import json
import time
from typing import Any

import pytest

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.resources.caller_id import lifecycle as caller_ids
from pulumi_livevox.resources.inbound_hours import lifecycle as inbound_hours
from pulumi_livevox.run.errors import ProviderError
from tests.lifecycle.standing_resources import RESOURCES
from tests.lifecycle.world import (
    CLIENT,
    IDENTITY,
    INBOUND,
    OUTBOUND,
    World,
    caller_id,
    edited,
    hours,
)
from tests.rig.line import refused


def test_a_number_that_was_about_to_be_added_is_on_record_until_the_state_knows_it(
    world: World,
) -> None:
    declared = caller_id(INBOUND, "8773402031")
    with world.breaking_off("POST", f"/{INBOUND}/phone/.*"):
        caller_ids.create(world.run(), declared, "shop/dev/main")
    (record,) = _records(world)
    assert (record["operation"], record["marker"]) == ("create", "shop/dev/main")

    made = caller_ids.create(world.run(), declared, "shop/dev/main")
    caller_ids.diff(world.run(), made, declared)

    assert _records(world) == []


def test_a_week_that_a_broken_off_creation_wrote_is_told_where_dates_alone_are_declared_by_then(
    world: World,
) -> None:
    with world.breaking_off("POST", f"/{INBOUND}/inboundHours"):
        inbound_hours.create(world.run(), hours(INBOUND, week={"SUNDAY": "09:00-10:00"}), IDENTITY)

    inbound_hours.create(world.run(), hours(INBOUND, dates={}), IDENTITY)

    told = "\n".join(world.warned)
    assert f"inbound hours of service {INBOUND}" in told
    assert "week, which it may have written, is not declared and stays as it is" in told


def test_a_number_that_was_refused_leaves_no_record(world: World) -> None:
    world.line.fail("POST", f"/{INBOUND}/phone/.*", refused(400))
    with pytest.raises(LiveVoxError):
        caller_ids.create(world.run(), caller_id(INBOUND, "8773402031"), IDENTITY)

    assert _records(world) == []


def test_what_one_stack_writes_is_in_doubt_for_no_other(world: World) -> None:
    week, dates = hours(INBOUND, week={"SUNDAY": "09:00-10:00"}), hours(INBOUND, dates={})
    inbound_hours.create(world.run(), week, "shop/dev/week")

    theirs = world.standing(dates, identity="shop/other/dates")
    assert not inbound_hours.diff(world.run(), theirs, dates).changed


def test_what_others_wrote_with_another_journal_since_is_no_doubt(laid_out: World) -> None:
    resource = RESOURCES["settings"]
    token = resource.update(laid_out, resource.stands, resource.edited, "earlier")
    _return(laid_out, token)

    assert not resource.diff(laid_out, resource.edited, resource.edited, "of another one").changed


def test_a_write_that_ended_well_and_is_in_no_state_is_in_doubt(laid_out: World) -> None:
    resource = RESOURCES["settings"]
    token = resource.update(laid_out, resource.stands, resource.edited, "earlier")
    _return(laid_out, token)

    assert resource.diff(laid_out, resource.stands, resource.stands, "earlier").changed


def test_a_default_that_a_creation_gave_is_in_doubt_while_no_state_knows_the_creation(
    world: World,
) -> None:
    before = caller_ids.create(
        world.run(), caller_id(INBOUND, "8773402031", default=True), IDENTITY
    )
    replacing = caller_ids.create(
        world.run(), caller_id(INBOUND, "8773402032", default=True), IDENTITY
    )
    _return(world, replacing.write)

    run = world.run()
    assert caller_ids.diff(run, before, before.declared).changed
    caller_ids.update(run, before, before.declared)

    assert world.service(INBOUND)["phone"]["defaultCallerId"] == "8773402031"


def test_a_default_that_another_number_was_given_is_in_doubt_for_the_one_that_declares_it(
    world: World,
) -> None:
    one = caller_id(INBOUND, "4045550111", default=True)
    other = caller_id(INBOUND, "4045550112")
    before = caller_ids.update(
        world.run(), world.standing(edited(one, default=None), identity="shop/dev/one"), one
    )
    moved = caller_ids.update(
        world.run(),
        world.standing(other, identity="shop/dev/other"),
        edited(other, default=True),
    )
    _return(world, moved.write)

    run = world.run()
    assert caller_ids.diff(run, before, one).changed
    caller_ids.update(run, before, one)

    assert world.service(INBOUND)["phone"]["defaultCallerId"] == "4045550111"


def test_a_record_of_an_earlier_version_is_read(laid_out: World) -> None:
    record = {
        "base_url": laid_out.url,
        "client_id": CLIENT,
        "target": {"kind": "service", "service_id": OUTBOUND, "number": ""},
        "operation": "update",
        "marker": IDENTITY,
        "token": "5f2b",
        "at": time.time(),
        "before": "",
        "paths": ["settings.voice_id"],
        "returned": False,
    }
    (laid_out.journal_folder / "earlier.write.json").write_text(json.dumps(record))
    resource = RESOURCES["settings"]

    assert resource.diff(laid_out, resource.stands, resource.stands, "").changed


def test_a_write_that_can_not_be_put_on_record_is_not_sent(world: World) -> None:
    world.journal_folder.write_text("in the way")
    resource = RESOURCES["settings"]

    with pytest.raises(ProviderError, match="LIVEVOX_JOURNAL"):
        resource.update(world, resource.stands, resource.edited, "")

    assert world.line.writes == []


@pytest.mark.parametrize("broken", ["", "{", "[]", "null", '{"target": 5}', '{"token": "x"}'])
def test_a_half_written_record_is_as_none(laid_out: World, broken: str) -> None:
    resource = RESOURCES["settings"]
    with laid_out.breaking_off("POST", resource.path):
        resource.update(laid_out, resource.stands, resource.edited, "")
    (file,) = laid_out.journal_folder.iterdir()
    file.write_text(broken)

    assert not resource.diff(laid_out, resource.stands, resource.stands, "").changed


def _return(world: World, token: str) -> None:
    """As the provider notes it before it tells the engine."""
    for file in world.journal_folder.glob("*.write.json"):
        record = json.loads(file.read_text())
        if record["token"] == token:
            file.write_text(json.dumps(record | {"returned": True}))


def _records(world: World) -> list[dict[str, Any]]:
    return [json.loads(file.read_text()) for file in world.journal_folder.glob("*.write.json")]
