"""A number stands on a service's list, once, and goes with the resource that declares it."""

import pytest

from pulumi_livevox.client import Conflict, LiveVoxError
from pulumi_livevox.resources.caller_id.lifecycle import create, delete, diff, read, update
from pulumi_livevox.wire.phone import PhoneUpdate
from tests.lifecycle.world import IDENTITY, INBOUND, World, as_live, caller_id, edited
from tests.rig.line import LOSSES, Fault, refused
from tests.rig.requests import Request

NUMBER = "8773402031"
STANDING = "4045550111"
"""One of the numbers of the service."""
DEFAULT = "4045550110"
"""The default one of them."""


def numbers(world: World) -> tuple[list[str], str | None]:
    phone = world.service(INBOUND)["phone"]
    return sorted(phone["callerId"]), phone["defaultCallerId"]


SEED = [DEFAULT, STANDING, "4045550112"]


def test_a_number_is_put_on_the_list(world: World) -> None:
    made = create(world.run(), caller_id(INBOUND, NUMBER), IDENTITY)

    assert (made.target.id, made.location) == (f"{INBOUND}/{NUMBER}", world.here())
    assert world.line.writes == [Request("POST", f"/{INBOUND}/phone/{NUMBER}")]
    assert numbers(world) == (sorted([*SEED, NUMBER]), DEFAULT)


def test_a_number_that_stands_is_fine(world: World) -> None:
    create(world.run(), caller_id(INBOUND, STANDING), IDENTITY)

    assert numbers(world) == (SEED, DEFAULT)


def test_a_default_number_is_put_there_as_the_default_one(world: World) -> None:
    create(world.run(), caller_id(INBOUND, NUMBER, default=True), IDENTITY)

    assert world.line.writes == [Request("POST", f"/{INBOUND}/phone/{NUMBER}", {"default": "true"})]
    assert numbers(world) == (sorted([*SEED, NUMBER]), NUMBER)


@pytest.mark.parametrize("default", [None, False])
def test_what_says_nothing_of_the_default_leaves_it(world: World, default: bool | None) -> None:
    typed = {} if default is None else {"default": default}
    create(world.run(), caller_id(INBOUND, DEFAULT, **typed), IDENTITY)

    assert numbers(world) == (SEED, DEFAULT)


@pytest.mark.parametrize("fault", LOSSES)
def test_a_lost_answer_is_asked_for_again(world: World, fault: Fault) -> None:
    world.line.fail("POST", ".*/phone/.*", fault, times=1)

    create(world.run(), caller_id(INBOUND, NUMBER, default=True), IDENTITY)

    assert numbers(world) == (sorted([*SEED, NUMBER]), NUMBER)


@pytest.mark.parametrize("status", [400, 409])
def test_where_the_platform_refuses_a_number_that_stands_the_list_decides(
    world: World, status: int
) -> None:
    world.line.fail("POST", ".*/phone/.*", refused(status, "It is there"))

    create(world.run(), caller_id(INBOUND, STANDING), IDENTITY)

    assert world.line.calls[-1] == f"GET /{INBOUND}/phone"
    assert numbers(world) == (SEED, DEFAULT)


@pytest.mark.parametrize("status", [400, 409])
def test_a_number_that_stands_is_made_the_default_one_where_that_is_declared(
    world: World, status: int
) -> None:
    world.line.fail("POST", ".*/phone/.*", refused(status, "It is there"))

    create(world.run(), caller_id(INBOUND, STANDING, default=True), IDENTITY)

    assert world.line.writes[-1] == Request(
        "POST", f"/{INBOUND}/phone", {}, {"defaultCallerId": STANDING}
    )
    assert numbers(world) == (SEED, STANDING)


def test_a_refusal_of_a_number_that_does_not_stand_is_told(world: World) -> None:
    world.line.fail("POST", ".*/phone/.*", refused(409, "It belongs to somebody else"))

    with pytest.raises(Conflict, match="It belongs to somebody else"):
        create(world.run(), caller_id(INBOUND, NUMBER), IDENTITY)


def test_another_number_is_another_caller_id(world: World) -> None:
    old, new = caller_id(INBOUND, STANDING), caller_id(INBOUND, NUMBER)

    assert diff(world.run(), world.standing(old), new).replaces == ("phone_number",)


def test_a_number_reads_as_declared_whatever_is_said_of_the_default(world: World) -> None:
    run = world.run()
    for declared in (
        caller_id(INBOUND, STANDING),
        caller_id(INBOUND, STANDING, default=False),
        caller_id(INBOUND, DEFAULT),
        caller_id(INBOUND, DEFAULT, default=True),
    ):
        assert read(run, world.standing(declared)) == declared


def test_another_default_number_is_drift(world: World) -> None:
    world.console.update_phone(INBOUND, PhoneUpdate(default_caller_id=STANDING))
    declared = caller_id(INBOUND, DEFAULT, default=True)

    assert read(world.run(), world.standing(declared)) == as_live(declared, default=False)


def test_a_number_that_was_taken_off_the_list_is_gone(world: World) -> None:
    world.console.remove_caller_id(INBOUND, STANDING)

    assert read(world.run(), world.standing(caller_id(INBOUND, STANDING))) is None


def test_numbers_of_one_service_are_read_at_once(world: World) -> None:
    run = world.run()
    for number in SEED:
        read(run, world.standing(caller_id(INBOUND, number)))

    assert world.line.calls == [f"GET /{INBOUND}/phone"]


def test_numbers_of_a_service_that_is_gone_ask_for_one_proof(world: World) -> None:
    run = world.run()
    world.console.delete_service(INBOUND)

    for number in SEED:
        assert read(run, world.standing(caller_id(INBOUND, number))) is None

    assert world.line.calls.count("GET ") == 1


def test_a_number_becomes_the_default_one(world: World) -> None:
    old, new = caller_id(INBOUND, STANDING), caller_id(INBOUND, STANDING, default=True)

    update(world.run(), world.standing(old), new)

    assert world.line.sent[1:] == [
        Request("POST", f"/{INBOUND}/phone", {}, {"defaultCallerId": STANDING})
    ]
    assert numbers(world) == (SEED, STANDING)


def test_a_number_that_is_no_longer_declared_the_default_one_stays_it(world: World) -> None:
    run = world.run()
    old, new = caller_id(INBOUND, DEFAULT, default=True), caller_id(INBOUND, DEFAULT)

    update(run, world.standing(old), new)
    update(run, world.standing(old), edited(new, default=False))

    assert world.line.sent == []


def test_a_number_is_taken_off_the_list(world: World) -> None:
    delete(world.run(), world.standing(caller_id(INBOUND, STANDING)))

    assert world.line.calls == [f"DELETE /{INBOUND}/phone/{STANDING}"]
    assert numbers(world) == ([DEFAULT, "4045550112"], DEFAULT)


def test_two_numbers_swapped_between_two_resources_both_stand(world: World) -> None:
    run = world.run()
    one, two = caller_id(INBOUND, DEFAULT, default=True), caller_id(INBOUND, STANDING)

    create(run, caller_id(INBOUND, STANDING, default=True), IDENTITY)
    create(run, caller_id(INBOUND, DEFAULT), IDENTITY)
    delete(run, world.standing(one))
    delete(run, world.standing(two))

    assert numbers(world) == (SEED, STANDING)


def test_a_number_that_is_gone_is_done(world: World) -> None:
    world.console.remove_caller_id(INBOUND, STANDING)

    delete(world.run(), world.standing(caller_id(INBOUND, STANDING)))


def test_a_number_of_a_service_that_is_gone_is_done(world: World) -> None:
    world.console.delete_service(INBOUND)

    delete(world.run(), world.standing(caller_id(INBOUND, STANDING)))


def test_a_number_that_stands_and_answers_404_is_not_done(world: World) -> None:
    world.line.fail("DELETE", ".*", refused(404, "Not here"))

    with pytest.raises(LiveVoxError, match="Not here"):
        delete(world.run(), world.standing(caller_id(INBOUND, STANDING)))


@pytest.mark.parametrize("fault", LOSSES)
def test_a_lost_answer_to_a_removal_is_asked_for_again(world: World, fault: Fault) -> None:
    world.line.fail("DELETE", ".*", fault, times=1)

    delete(world.run(), world.standing(caller_id(INBOUND, STANDING)))

    assert numbers(world) == ([DEFAULT, "4045550112"], DEFAULT)
