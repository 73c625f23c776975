"""Caller IDs and hours belong to a service: what goes for the ones goes for the others."""

from dataclasses import dataclass
from typing import Any

import pytest

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.engine.provider import Lifecycle
from pulumi_livevox.resources.caller_id import lifecycle as caller_ids
from pulumi_livevox.resources.inbound_hours import lifecycle as inbound_hours
from pulumi_livevox.resources.service import lifecycle as services
from pulumi_livevox.run.difference import Difference
from pulumi_livevox.run.errors import NotVisible, ProviderError
from pulumi_livevox.run.target import Kind, Target
from tests.lifecycle.standing_hours import AS_IT_STANDS, FULL, WEEK
from tests.lifecycle.world import IDENTITY, INBOUND, World, caller_id, edited, hours, service
from tests.rig.line import Fault, killed_after, killed_before

ABSENT = 4711


@dataclass(frozen=True)
class Child:
    """What stands, an edit of it, and the parts of a service that it is and is not."""

    lifecycle: Lifecycle[Any]
    stands: Any
    edited: Any
    kind: Kind
    part: str
    other_part: str

    def target(self, service_id: int = INBOUND) -> Target:
        return Target(self.kind, service_id, self.part)


NUMBER = "4045550111"
STANDS, AS_DEFAULT = caller_id(INBOUND, NUMBER), caller_id(INBOUND, NUMBER, default=True)
OTHERWISE = hours(INBOUND, week=FULL)
CHILDREN = [
    Child(caller_ids, STANDS, AS_DEFAULT, Kind.CALLER_ID, NUMBER, "8773402031"),
    Child(inbound_hours, AS_IT_STANDS, OTHERWISE, Kind.INBOUND_HOURS, "week", "dates"),
]
both = pytest.mark.parametrize("child", CHILDREN, ids=["caller ID", "hours"])


@both
def test_a_child_of_a_service_that_is_not_there_is_told(world: World, child: Child) -> None:
    with pytest.raises(ProviderError, match=f"service {ABSENT}"):
        child.lifecycle.create(world.run(), edited(child.stands, service=ABSENT), IDENTITY)

    assert world.line.writes == []


@both
def test_a_child_of_a_service_that_went_meanwhile_is_told(world: World, child: Child) -> None:
    run = world.run()
    run.learn(INBOUND, world.here())
    world.console.delete_service(INBOUND)

    told = f"service {INBOUND}.*`pulumi refresh`"
    with pytest.raises(ProviderError, match=told):
        child.lifecycle.create(run, child.edited, IDENTITY)
    with pytest.raises(ProviderError, match=told):
        child.lifecycle.update(run, world.standing(child.stands), child.edited)


@both
def test_a_child_of_a_managed_service_costs_no_read_of_the_service(
    world: World, child: Child
) -> None:
    run = world.run()
    made = services.create(run, service(), IDENTITY)
    world.line.mend()

    standing = child.lifecycle.create(run, edited(child.edited, service=made.target.id), IDENTITY)

    assert f"GET /{made.target.id}" not in world.line.calls
    assert standing.location == made.location


@pytest.mark.parametrize(
    ("child", "told"),
    [
        (CHILDREN[0], f"caller ID {NUMBER} of service {INBOUND} stays on the list"),
        (CHILDREN[1], f"inbound hours of service {INBOUND}: week stay as they are"),
    ],
    ids=["caller ID", "hours"],
)
def test_a_child_that_a_living_resource_declares_is_left_without_a_call_and_that_is_told(
    world: World, child: Child, told: str
) -> None:
    run, before = world.run(), world.service(INBOUND)
    child.lifecycle.claim(run, child.stands, IDENTITY, stands=True)

    child.lifecycle.delete(run, world.standing(child.edited))

    assert told in world.warned[0]
    assert world.line.sent == []
    assert world.service(INBOUND) == before


@both
def test_a_child_that_the_program_declares_is_claimed(world: World, child: Child) -> None:
    run = world.run()
    child.lifecycle.claim(run, child.stands, IDENTITY, stands=True)

    assert run.claims.is_claimed(child.target())
    assert not run.claims.is_claimed(Target(child.kind, INBOUND, child.other_part))


@both
def test_a_declared_child_is_claimed_before_anything_can_fail(world: World, child: Child) -> None:
    run = world.run()
    with pytest.raises(LiveVoxError):
        child.lifecycle.create(run, edited(child.stands, service=ABSENT), IDENTITY)

    assert run.claims.is_claimed(child.target(ABSENT))


@both
def test_to_compare_sends_nothing_and_claims_nothing(world: World, child: Child) -> None:
    run, standing = world.run(), world.standing(child.stands)

    assert child.lifecycle.diff(run, standing, child.stands) == Difference(changed=False)
    assert child.lifecycle.diff(run, standing, child.edited) == Difference(changed=True)
    assert not run.claims.is_claimed(child.target())
    assert world.line.sent == []
    assert run.location_of(INBOUND) == world.here()
    assert world.line.calls == []


@both
def test_a_child_of_a_service_that_is_gone_is_gone(world: World, child: Child) -> None:
    world.console.delete_service(INBOUND)

    assert child.lifecycle.read(world.run(), world.standing(child.stands)) is None


@both
def test_to_a_user_who_sees_nothing_no_child_is_gone(world: World, child: Child) -> None:
    blind, before = world.run(user="blind"), world.service(INBOUND)

    for look in (child.lifecycle.read, child.lifecycle.delete):
        with pytest.raises(NotVisible):
            look(blind, world.standing(child.stands))

    assert world.service(INBOUND) == before


@pytest.mark.parametrize(
    ("child", "unknown"),
    [
        (CHILDREN[0], caller_id(UNKNOWN, NUMBER)),
        (CHILDREN[0], caller_id(INBOUND, UNKNOWN)),
        (CHILDREN[1], hours(UNKNOWN, week=WEEK)),
    ],
    ids=["service of a number", "number", "service of hours"],
)
def test_a_child_that_is_not_known_yet_is_compared_and_not_claimed(
    world: World, child: Child, unknown: Any
) -> None:
    run = world.run()
    child.lifecycle.claim(run, unknown, IDENTITY, stands=True)

    assert child.lifecycle.diff(run, world.standing(child.stands), unknown).changed
    assert not run.claims.is_claimed(child.target())


@pytest.mark.parametrize("kill", [killed_before, killed_after])
@both
def test_a_child_that_a_broken_off_deletion_took_is_put_back_where_it_is_declared_again(
    world: World, child: Child, kill: Fault
) -> None:
    with world.breaking_off("DELETE", f"/{INBOUND}/.*", kill):
        child.lifecycle.delete(world.run(), world.standing(child.stands))
    run, standing = world.run(), world.standing(child.stands)

    assert child.lifecycle.diff(run, standing, child.stands).changed
    token = child.lifecycle.update(run, standing, child.stands).write

    known = world.standing(child.stands, write=token)
    assert child.lifecycle.read(world.run(), known) == child.stands
    assert not child.lifecycle.diff(world.run(), known, child.stands).changed
