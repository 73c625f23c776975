"""Whatever becomes of an answer: one service, whole, and nothing beside it."""

import pytest

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.resources.service.lifecycle import create, delete, update
from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.identity import unfinished_name
from tests.lifecycle.world import IDENTITY, INBOUND, LOOKS, NAME, OUTBOUND, World, service
from tests.rig import line as faults

FREED = "Template Outbound"
"""The name of service 53662."""

WHOLE = service(
    abbreviation="SUP",
    call_direction="BLENDED",
    inherit_caller_ids=False,
    settings={"voice_id": 4},
    messaging={"TEMPLATE_ID": 7126},
)


def assert_whole(world: World, service_id: int, name: str = NAME) -> None:
    """The service is as declared, and the only one that was made."""
    assert world.made() == [(service_id, name)]
    made = world.service(service_id)
    assert made["general"]["abbreviation"] == "SUP"
    assert made["general"]["callDirection"] == "BLENDED"
    assert made["settings"]["voiceId"] == 4
    assert made["callerIds"] == []
    assert {"key": "template_id", "value": "7126"} in made["messaging"]["property"]


def assert_made_whole(world: World) -> int:
    """To make the service ends with it as declared, and no other; the service's id."""
    service_id = create(world.run(), WHOLE, IDENTITY).target.service_id
    assert_whole(world, service_id)
    return service_id


@pytest.mark.parametrize("fault", faults.CARRIED_OUT)
def test_a_copy_whose_answer_is_lost_is_found_by_the_list(
    world: World, fault: faults.Fault
) -> None:
    world.line.fail("POST", "", fault, times=1)

    assert_made_whole(world)
    assert world.line.calls.count("POST ") == 1


def test_a_list_that_lags_is_asked_again_before_anything_is_copied_again(world: World) -> None:
    world.line.fail("POST", "", faults.lost, times=1)
    world.hide_new_services(times=LOOKS)

    assert_made_whole(world)
    assert world.line.calls.count("POST ") == 1


@pytest.mark.parametrize("fault", faults.NOT_CARRIED_OUT)
def test_a_copy_that_was_never_made_is_made_once_more(world: World, fault: faults.Fault) -> None:
    world.line.fail("POST", "", fault, times=1)

    assert_made_whole(world)
    assert world.line.calls.count("POST ") == 2


@pytest.mark.parametrize("fault", faults.LOSSES)
def test_a_copy_that_never_gets_an_answer_leaves_nothing_that_the_next_run_does_not_mend(
    world: World, fault: faults.Fault
) -> None:
    world.line.fail("POST", "", fault)
    world.hide_new_services()

    with pytest.raises(ProviderError, match="pulumi up"):
        create(world.run(), WHOLE, IDENTITY)
    assert world.named(NAME) == []

    world.line.mend()
    assert_made_whole(world)


def test_a_lost_copy_that_the_list_shows_too_late_is_removed_where_names_are_given_once(
    world: World,
) -> None:
    world.line.fail("POST", "", faults.lost, times=1)
    world.hide_new_services(times=LOOKS + 1)

    assert_made_whole(world)


def test_a_copy_that_is_carried_out_after_another_was_made_is_removed(lenient_world: World) -> None:
    world, name = lenient_world, unfinished_name(IDENTITY)
    world.line.fail("POST", "", faults.cut, times=1)
    late = faults.followed_by(lambda: world.console.create_service(INBOUND, name))
    # The list is read once before the copy, LOOKS times for the lost one, and then anew.
    world.line.fail("GET", "", late, first=LOOKS + 2, times=1)

    service_id = create(world.run(), WHOLE, IDENTITY).target.service_id

    assert world.made() == [(service_id, NAME)]


@pytest.mark.parametrize(
    ("losses", "lag"),
    [(1, LOOKS + 1), (1, LOOKS + 2), (2, LOOKS + 1)],
    ids=["before another is made", "after another was made", "two at once"],
)
def test_a_lost_copy_that_the_list_shows_too_late_is_removed_where_names_may_stand_twice(
    lenient_world: World, losses: int, lag: int
) -> None:
    lenient_world.line.fail("POST", "", faults.lost, times=losses)
    lenient_world.hide_new_services(times=lag)

    assert_made_whole(lenient_world)
    assert lenient_world.line.calls.count("POST ") == 2


def test_a_leftover_that_a_list_still_shows_is_not_taken_for_the_lost_copy(world: World) -> None:
    leftover = world.console.create_service(OUTBOUND, unfinished_name(IDENTITY))
    world.line.fail("POST", "", faults.lost, times=1)
    world.line.fail("GET", "", faults.showing_service(leftover, unfinished_name(IDENTITY)), first=2)

    assert_made_whole(world)


def test_a_list_that_lags_does_not_bring_back_a_name_that_this_run_changed(world: World) -> None:
    run = world.run()
    old = world.standing(service(name=FREED), OUTBOUND, identity="shop/dev/o")
    update(run, old, service(name="New"))
    world.line.fail("POST", "", faults.lost, times=1)
    world.line.fail("GET", "", faults.naming_service(OUTBOUND, FREED))
    create(run, WHOLE, IDENTITY)

    service_id = create(run, service(name=FREED), "shop/dev/second").target.service_id

    assert world.named(FREED) == [service_id]


def test_a_list_that_lags_does_not_bring_back_a_service_that_this_run_removed(world: World) -> None:
    run = world.run()
    run.names.of(433)
    delete(run, world.standing(service(name=FREED), OUTBOUND))
    world.line.fail("POST", "", faults.lost, times=1)
    world.line.fail("GET", "", faults.showing_service(OUTBOUND, FREED))
    create(run, WHOLE, IDENTITY)

    service_id = create(run, service(name=FREED), "shop/dev/second").target.service_id

    assert world.named(FREED) == [service_id]


@pytest.mark.parametrize("fault", faults.LOSSES)
def test_the_update_that_gives_the_name_is_repeated(world: World, fault: faults.Fault) -> None:
    world.line.fail("POST", r"/\d+", fault, times=1)

    service_id = assert_made_whole(world)
    assert world.line.calls.count(f"POST /{service_id}") == 2


@pytest.mark.parametrize("fault", faults.LOSSES)
def test_a_service_whose_name_never_gets_an_answer_is_removed_whatever_its_name(
    world: World, fault: faults.Fault
) -> None:
    world.line.fail("POST", r"/\d+", fault)

    with pytest.raises(ProviderError, match="removed"):
        create(world.run(), WHOLE, IDENTITY)

    assert (world.made(), world.records()) == ([], [])


@pytest.mark.parametrize("fault", faults.LOSSES)
def test_a_service_that_can_be_neither_finished_nor_removed_is_mended_by_the_next_run(
    world: World, fault: faults.Fault
) -> None:
    world.line.fail("POST", r"/\d+", fault)
    world.line.fail("DELETE", r"/\d+", faults.cut)

    with pytest.raises(ProviderError) as caught:
        create(world.run(), WHOLE, IDENTITY)
    ((left, _),) = world.made()
    assert f"service {left}" in str(caught.value)

    world.line.mend()
    assert_made_whole(world)


@pytest.mark.parametrize(
    ("fault", "times"),
    [
        (faults.lost, 1),
        (faults.lost, faults.ALWAYS),
        (faults.cut, 1),
        (faults.refused(429), faults.ALWAYS),
    ],
)
def test_an_answer_that_is_lost_anywhere_costs_at_most_a_second_run(
    world: World, fault: faults.Fault, times: int
) -> None:
    declared = service(
        template_id=OUTBOUND, inherit_caller_ids=False, settings={"voice_id": 4}, abbreviation="S"
    )
    create(world.run(), declared, IDENTITY)
    last = len(world.line.sent)
    for number in range(1, last + 1):
        for made, _ in world.made():
            world.console.delete_service(made)
        world.commits().forget(IDENTITY)
        world.line.mend()
        world.line.fail_nth(number, fault, times=times)
        try:
            service_id = create(world.run(), declared, IDENTITY).target.service_id
        except LiveVoxError:
            world.line.mend()
            service_id = create(world.run(), declared, IDENTITY).target.service_id
        assert world.made() == [(service_id, NAME)]
        live = world.service(service_id)
        assert live["general"]["abbreviation"] == "S"
        assert (live["settings"]["voiceId"], live["callerIds"]) == (4, [])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429])
def test_a_copy_that_surely_was_not_made_leaves_no_record(world: World, status: int) -> None:
    world.line.fail("POST", "", faults.refused(status))

    with pytest.raises(LiveVoxError):
        create(world.run(), WHOLE, IDENTITY)

    assert (world.made(), world.records()) == ([], [])


def test_a_lost_copy_that_can_not_be_removed_is_not_said_to_be_nothing(world: World) -> None:
    world.line.fail("POST", "", faults.lost, times=1)
    world.hide_new_services(times=LOOKS + 1)
    world.line.fail("DELETE", ".*", faults.refused(403), times=1)

    with pytest.raises(LiveVoxError) as caught:
        create(world.run(), WHOLE, IDENTITY)

    assert "Nothing was made" not in str(caught.value)
    assert len(world.records()) == 1
    world.line.mend()
    assert_made_whole(world)


@pytest.mark.parametrize("fault", faults.LOSSES)
def test_a_lost_answer_to_an_update_is_asked_for_again(world: World, fault: faults.Fault) -> None:
    world.line.fail("POST", r"/\d+.*", fault, times=1)
    old, new = service(abbreviation="A"), service(name="New", abbreviation="B")

    update(world.run(), world.standing(old, OUTBOUND), new)

    general = world.service(OUTBOUND)["general"]
    assert (general["name"], general["abbreviation"]) == ("New", "B")


@pytest.mark.parametrize("fault", faults.LOSSES)
def test_a_lost_answer_to_a_delete_is_asked_for_again(world: World, fault: faults.Fault) -> None:
    world.line.fail("DELETE", r"/\d+", fault, times=1)

    delete(world.run(), world.standing(service(), OUTBOUND))

    assert OUTBOUND not in [each["id"] for each in world.services()]
    assert world.line.calls == [f"DELETE /{OUTBOUND}"] * 2
