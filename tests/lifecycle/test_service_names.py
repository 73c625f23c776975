"""A name is given once in a call center, and a service that has it is told."""

import pytest

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.resources.service.lifecycle import claim, create, delete
from pulumi_livevox.run.errors import NameTaken, ProviderError
from pulumi_livevox.wire.general import GeneralUpdate
from tests.lifecycle.test_lost_answers import WHOLE
from tests.lifecycle.world import IDENTITY, INBOUND, NAME, OUTBOUND, World, service
from tests.rig.line import followed_by, refused
from tests.rig.threads import at_once

TAKEN = "Template Outbound"
"""The name of service 53662."""


def test_a_name_that_is_taken_is_told_with_its_id_and_both_ways_out(world: World) -> None:
    with pytest.raises(NameTaken) as caught:
        create(world.run(), service(name=TAKEN), IDENTITY)

    assert caught.value.service_id == OUTBOUND
    for words in (TAKEN, f"service {OUTBOUND}", f"adopt_id={OUTBOUND}", "aliases=["):
        assert words in str(caught.value)
    assert world.line.writes == []
    assert world.records() == []


def test_a_name_that_is_taken_in_another_call_center_is_free(world: World) -> None:
    service_id = create(world.run(), service(name="Documentation"), IDENTITY).target.service_id

    assert world.made() == [(service_id, "Documentation")]


def test_a_name_that_the_list_did_not_show_is_told_when_the_platform_refuses_it(
    world: World,
) -> None:
    holder = world.console.create_service(OUTBOUND, NAME)
    world.hide_new_services(times=1)

    with pytest.raises(NameTaken) as caught:
        create(world.run(), service(), IDENTITY)

    assert caught.value.service_id == holder
    assert world.made() == [(holder, NAME)]


def test_the_list_is_read_once_a_run_whatever_is_made(world: World) -> None:
    run = world.run()
    create(run, service(), IDENTITY)
    create(run, service(name="Second"), "shop/dev/second")

    assert world.line.calls.count("GET ") == 1


def test_a_name_that_this_run_gave_is_taken(world: World) -> None:
    run = world.run()
    service_id = create(run, service(), IDENTITY).target.service_id

    with pytest.raises(ProviderError, match=NAME):
        create(run, service(), "shop/dev/other")

    assert world.made() == [(service_id, NAME)]


def test_the_name_of_a_refused_create_is_free_again(world: World) -> None:
    run = world.run()
    world.line.fail("POST", r"/\d+", refused(400), times=1)
    with pytest.raises(ProviderError):
        create(run, service(), IDENTITY)

    service_id = create(run, service(), "shop/dev/other").target.service_id

    assert world.made() == [(service_id, NAME)]


def test_a_name_that_this_run_freed_can_be_given(world: World) -> None:
    run = world.run()
    run.names.of(433)
    delete(run, world.standing(service(name=TAKEN), OUTBOUND, identity="shop/dev/old"))

    service_id = create(run, service(name=TAKEN), IDENTITY).target.service_id

    assert world.named(TAKEN) == [service_id]


def test_of_two_threads_that_want_one_name_one_gets_it(lenient_world: World) -> None:
    run = lenient_world.run()
    identities = iter(["shop/dev/one", "shop/dev/two"])

    asked = at_once(2, lambda: create(run, service(), next(identities)))

    (error,) = [each.exception() for each in asked if each.exception()]
    assert isinstance(error, LiveVoxError)
    assert f'"{NAME}"' in str(error)
    assert [name for _, name in lenient_world.made()] == [NAME]


def test_a_refused_create_has_claimed_the_service_that_has_its_name(world: World) -> None:
    run = world.run()
    with pytest.raises(NameTaken):
        create(run, service(name=TAKEN), IDENTITY)

    with pytest.raises(ProviderError, match="aliases"):
        delete(run, world.standing(service(name=TAKEN), OUTBOUND, identity="shop/dev/old"))

    assert world.named(TAKEN) == [OUTBOUND]


def test_a_create_that_fails_at_its_first_call_has_claimed_its_name(world: World) -> None:
    run = world.run()
    declared = service(name=TAKEN, template_id=4711)
    claim(run, declared, IDENTITY)
    with pytest.raises(ProviderError):
        create(run, declared, IDENTITY)

    with pytest.raises(ProviderError, match="aliases"):
        delete(run, world.standing(service(name=TAKEN), OUTBOUND, identity="shop/dev/old"))

    assert world.named(TAKEN) == [OUTBOUND]


def test_a_refused_name_that_a_run_at_the_same_time_gave_is_told_with_its_id(world: World) -> None:
    other = world.console.create_service(INBOUND, "Pulumi unfinished, of somebody else")

    def name_it() -> None:
        world.console.update_general(other, GeneralUpdate(name=NAME))

    world.line.fail("POST", "", followed_by(name_it), times=1)

    with pytest.raises(NameTaken, match=f"adopt_id={other}"):
        create(world.run(), WHOLE, IDENTITY)

    assert world.made() == [(other, NAME)]
