"""What broke off is known: the next run compares anew, and ends with what the program says then."""

import pytest

from pulumi_livevox.resources.caller_id import lifecycle as caller_ids
from pulumi_livevox.resources.caller_id.declaration import DeclaredCallerId
from pulumi_livevox.resources.service import lifecycle as services
from pulumi_livevox.run.difference import Difference
from pulumi_livevox.run.doubts import TOLD_AT_MOST
from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.state import Standing
from pulumi_livevox.run.writes import Operation
from pulumi_livevox.wire.settings import SettingsUpdate
from tests.lifecycle.standing_resources import RESOURCES
from tests.lifecycle.world import (
    IDENTITY,
    INBOUND,
    NAME,
    OUTBOUND,
    World,
    caller_id,
    edited,
    service,
)
from tests.rig.line import Fault, Killed, killed_after, killed_before, lost, refused

NUMBER, OTHER = "4045550111", "4045550112"

BREAKS: dict[str, Fault] = {
    "killed before it arrived": killed_before,
    "killed when it was carried out": killed_after,
    "lost": lost,
    "refused": refused(400, "Not on a Monday"),
}


@pytest.mark.parametrize("then", ["kept", "taken back"])
@pytest.mark.parametrize("way", BREAKS)
@pytest.mark.parametrize("what", RESOURCES)
def test_an_update_that_broke_off_ends_with_what_the_program_says_then(
    laid_out: World, what: str, way: str, then: str
) -> None:
    resource = RESOURCES[what]
    with laid_out.breaking_off("POST", resource.path, BREAKS[way]):
        resource.update(laid_out, resource.stands, resource.edited, "")
    wanted = resource.stands if then == "taken back" else resource.edited

    difference = resource.diff(laid_out, resource.stands, wanted, "")
    token = resource.update(laid_out, resource.stands, wanted, "")

    assert difference.changed
    assert "a run that broke off was about to write to" in difference.warnings[-1]
    assert resource.read(laid_out, wanted) == wanted
    assert resource.diff(laid_out, wanted, wanted, token) == Difference(changed=False)
    assert list(laid_out.journal_folder.iterdir()) == []


@pytest.mark.parametrize("what", RESOURCES)
def test_an_update_that_the_state_knows_costs_no_request_more(laid_out: World, what: str) -> None:
    resource = RESOURCES[what]
    token = resource.update(laid_out, resource.stands, resource.edited, "")
    laid_out.line.mend()

    assert not resource.diff(laid_out, resource.edited, resource.edited, token).changed
    assert resource.update(laid_out, resource.edited, resource.edited, token) == token
    assert laid_out.line.sent == []


def test_a_comparison_that_breaks_off_itself_is_made_again(laid_out: World) -> None:
    resource, line = RESOURCES["settings"], laid_out.line
    line.fail("POST", resource.path, killed_after)
    for new in (resource.edited, resource.stands):
        with pytest.raises(Killed):
            resource.update(laid_out, resource.stands, new, "")
    line.mend()
    laid_out.console.update_settings(OUTBOUND, SettingsUpdate(voice_id=9))

    assert resource.diff(laid_out, resource.stands, resource.stands, "").changed
    resource.update(laid_out, resource.stands, resource.stands, "")

    assert resource.read(laid_out, resource.stands) == resource.stands


def test_a_property_that_is_no_longer_declared_is_told_where_it_may_have_been_written(
    laid_out: World,
) -> None:
    resource = RESOURCES["settings"]
    settings = resource.stands.values("settings") | {"dial_toll_free": True}
    new = edited(resource.stands, settings=settings)
    with laid_out.breaking_off("POST", resource.path):
        resource.update(laid_out, resource.stands, new, "")

    (told,) = resource.diff(laid_out, resource.stands, resource.stands, "").warnings

    assert "settings.dial_toll_free, which it may have written, is not declared and stays" in told


def caller_ids_in_doubt(world: World, count: int) -> list[Standing[DeclaredCallerId]]:
    """Numbers that stand, and that an earlier run was about to write when it broke off."""
    numbers = [caller_id(OUTBOUND, f"40455502{digits:02}") for digits in range(count)]
    standing = [world.standing(number) for number in numbers]
    earlier = world.run()
    for each in standing:
        earlier.writes.begin(Operation.UPDATE, each, each.target)
    return standing


def test_of_many_objects_in_doubt_the_first_are_told_each_and_the_others_in_one_sentence(
    world: World,
) -> None:
    run, standing = world.run(), caller_ids_in_doubt(world, 30)

    differences = [caller_ids.diff(run, each, each.declared) for each in standing]

    told = [each.warnings for each in differences]
    assert all(each.changed for each in differences)
    assert all("so it may differ from the state" in each[-1] for each in told[:TOLD_AT_MOST])
    (of_the_others,) = told[TOLD_AT_MOST]
    assert f"more than {TOLD_AT_MOST} objects in doubt" in of_the_others
    assert str(world.journal_folder) in of_the_others
    assert set(told[TOLD_AT_MOST + 1 :]) == {()}


def test_objects_in_doubt_that_are_asked_for_twice_are_no_more_than_they_are(world: World) -> None:
    run, standing = world.run(), caller_ids_in_doubt(world, TOLD_AT_MOST)

    first, second = (
        [caller_ids.diff(run, each, each.declared).warnings for each in standing] for _ in range(2)
    )

    assert first == second
    assert all("so it may differ from the state" in each[-1] for each in first)


def test_what_stays_as_a_broken_off_write_left_it_is_told_of_each_of_many(world: World) -> None:
    run, earlier = world.run(), world.run()
    stands = service(name=NAME, settings={"voice_id": 4})
    many = [world.standing(stands, number, identity=f"shop/dev/{number}") for number in range(30)]
    for each in many:
        earlier.writes.begin(Operation.UPDATE, each, each.target, paths=["abbreviation"])

    told = [services.diff(run, each, each.declared).warnings[-1] for each in many]

    assert all("abbreviation, which it may have written" in each for each in told)


def test_a_service_that_a_broken_off_deletion_took_is_told(world: World) -> None:
    declared = service(name="Template Outbound")
    with world.breaking_off("DELETE", f"/{OUTBOUND}"):
        services.delete(world.run(), world.standing(declared, OUTBOUND))

    run = world.run()
    difference = services.diff(run, world.standing(declared, OUTBOUND), declared)

    assert difference.changed
    assert "was about to delete service" in difference.warnings[0]
    with pytest.raises(ProviderError, match="`pulumi up --refresh` makes it again"):
        services.update(run, world.standing(declared, OUTBOUND), declared)


def test_a_refused_deletion_leaves_nothing_in_doubt(world: World) -> None:
    run = world.run()
    declared = service(name="Template Outbound")
    world.add_campaign(OUTBOUND, days_ago=3)
    with pytest.raises(ProviderError):
        services.delete(run, world.standing(declared, OUTBOUND))

    run = world.run()

    assert not services.diff(run, world.standing(declared, OUTBOUND), declared).changed


@pytest.mark.parametrize("way", BREAKS)
def test_a_default_number_is_the_declared_one_again_after_another_was_about_to_be(
    world: World, way: str
) -> None:
    one, other = caller_id(INBOUND, NUMBER, default=True), caller_id(INBOUND, OTHER)
    caller_ids.update(world.run(), world.standing(caller_id(INBOUND, NUMBER)), one)
    world.line.mend()
    with world.breaking_off("POST", f"/{INBOUND}/phone", BREAKS[way]):
        caller_ids.update(world.run(), world.standing(other), edited(other, default=True))

    run = world.run()
    assert caller_ids.diff(run, world.standing(one), one).changed
    assert not caller_ids.diff(run, world.standing(other), other).changed
    token = caller_ids.update(run, world.standing(one), one).write

    assert world.service(INBOUND)["phone"]["defaultCallerId"] == NUMBER
    assert not caller_ids.diff(world.run(), world.standing(one, write=token), one).changed


def test_a_look_at_what_a_broken_off_deletion_took_does_not_end_the_doubt(world: World) -> None:
    declared = caller_id(INBOUND, NUMBER)
    with world.breaking_off("DELETE", f"/{INBOUND}/phone/{NUMBER}"):
        caller_ids.delete(world.run(), world.standing(declared))

    # As a preview with a refresh does, which writes no state.
    assert caller_ids.read(world.run(), world.standing(declared)) is None

    assert caller_ids.diff(world.run(), world.standing(declared), declared).changed


def test_an_adopted_service_is_compared_anew_where_its_takeover_broke_off(world: World) -> None:
    declared = service(name="Template Outbound", adopt_id=OUTBOUND, settings={"voice_id": 7})
    with world.breaking_off("POST", f"/{OUTBOUND}/settings"):
        services.create(world.run(), declared, IDENTITY)

    run = world.run()
    assert services.diff(run, world.standing(declared, OUTBOUND, write="before"), declared).changed
    token = services.create(run, declared, IDENTITY).write

    known = world.standing(declared, OUTBOUND, write=token)
    assert not services.diff(world.run(), known, declared).changed
