"""What a killed run had finished is taken over by the next one, once, or told."""

import shutil

import pytest

from pulumi_livevox.resources.service.lifecycle import create
from pulumi_livevox.run.errors import NameTaken, ProviderError
from pulumi_livevox.run.identity import unfinished_name
from tests.lifecycle.test_lost_answers import WHOLE, assert_made_whole, assert_whole
from tests.lifecycle.world import CLIENT, IDENTITY, INBOUND, NAME, OUTBOUND, World, edited, service
from tests.rig.line import Fault, Killed, cut, killed_after, killed_before

COMMIT = r"/\d+"
"""The path of the update that gives the name."""


def killed_after_the_commit(world: World) -> int:
    """A run that ended when the service was finished and no state knew it; the service's id."""
    with world.breaking_off("POST", COMMIT):
        create(world.run(), WHOLE, IDENTITY)
    ((service_id, name),) = world.made()
    assert name == NAME
    return service_id


def test_a_finished_service_that_no_state_knows_is_taken_over(world: World) -> None:
    service_id = killed_after_the_commit(world)

    made = create(world.run(), WHOLE, IDENTITY)

    assert (made.target.id, made.location) == (str(service_id), world.here())
    assert "POST " not in world.line.calls
    assert_whole(world, service_id)


def test_what_is_taken_over_gets_every_declared_section_anew(world: World) -> None:
    service_id = killed_after_the_commit(world)
    declared = service(
        abbreviation="NEW", settings={"voice_id": 5}, messaging={"TEMPLATE_ID": 7127}
    )

    create(world.run(), declared, IDENTITY)

    made = world.service(service_id)
    assert made["general"]["abbreviation"] == "NEW"
    assert made["settings"]["voiceId"] == 5
    assert {"key": "template_id", "value": "7127"} in made["messaging"]["property"]


def test_what_is_taken_over_gets_the_name_that_is_declared_by_now(world: World) -> None:
    service_id = killed_after_the_commit(world)

    assert create(world.run(), service(name="Renamed"), IDENTITY).target.service_id == service_id
    assert world.made() == [(service_id, "Renamed")]


def test_what_is_taken_over_does_not_get_a_name_that_is_taken(lenient_world: World) -> None:
    service_id = killed_after_the_commit(lenient_world)

    with pytest.raises(NameTaken):
        create(lenient_world.run(), service(name="Template Outbound"), IDENTITY)

    assert lenient_world.made() == [(service_id, NAME)]
    assert lenient_world.named("Template Outbound") == [OUTBOUND]


@pytest.mark.parametrize(
    ("directory", "identity"), [("/elsewhere", IDENTITY), ("/shop", "shop/dev/other")]
)
def test_what_another_project_or_resource_made_is_not_taken_over(
    world: World, directory: str, identity: str
) -> None:
    service_id = killed_after_the_commit(world)

    with pytest.raises(NameTaken):
        create(world.run(directory=directory), WHOLE, identity)

    assert world.made() == [(service_id, NAME)]


def test_a_recorded_service_that_got_another_name_is_told_and_nothing_is_made(world: World) -> None:
    world.commits().record(CLIENT, IDENTITY, OUTBOUND, NAME)

    with pytest.raises(ProviderError, match=f"adopt_id={OUTBOUND}") as caught:
        create(world.run(), WHOLE, IDENTITY)

    assert 'called "Template Outbound" by now' in str(caught.value)
    assert world.made() == []


@pytest.mark.parametrize("kill", [killed_before, killed_after])
def test_a_takeover_that_is_killed_is_taken_up_under_yet_another_name(
    world: World, kill: Fault
) -> None:
    service_id = killed_after_the_commit(world)
    with world.breaking_off("POST", COMMIT, kill):
        create(world.run(), service(name="Second"), IDENTITY)

    assert create(world.run(), service(name="Third"), IDENTITY).target.service_id == service_id
    assert world.made() == [(service_id, "Third")]


def test_a_takeover_of_another_declaration_takes_inherited_numbers_away_and_warns(
    world: World,
) -> None:
    service_id = killed_after_the_commit(world)

    create(world.run(), service(inherit_caller_ids=False), IDENTITY)

    assert world.service(service_id)["callerIds"] == []
    (warning,) = world.warned
    assert "as it was declared then" in warning


def test_a_takeover_of_the_same_declaration_warns_of_nothing(world: World) -> None:
    killed_after_the_commit(world)

    create(world.run(), WHOLE, IDENTITY)

    assert world.warned == []


def test_a_name_taken_by_what_a_killed_run_made_for_another_resource_says_so(world: World) -> None:
    killed_after_the_commit(world)

    with pytest.raises(NameTaken, match=r'made for the resource "support".*Alias\(name="support"'):
        create(world.run(), WHOLE, "shop/dev/helpline")


def test_a_name_taken_by_what_another_stack_made_does_not_offer_its_alias(world: World) -> None:
    killed_after_the_commit(world)

    with pytest.raises(NameTaken) as caught:
        create(world.run(), WHOLE, "shop/prod/support")

    assert "made for the resource" not in str(caught.value)


def test_what_was_made_in_another_call_center_is_not_taken_over(world: World) -> None:
    service_id = killed_after_the_commit(world)
    elsewhere = 40790

    with pytest.raises(ProviderError, match=f"adopt_id={service_id}"):
        create(world.run(), service(template_id=elsewhere), IDENTITY)

    assert world.made() == [(service_id, NAME)]


def test_to_adopt_another_service_than_a_killed_run_made_is_refused(world: World) -> None:
    service_id = killed_after_the_commit(world)

    with pytest.raises(ProviderError, match=f"adopt_id={service_id}, or delete"):
        create(world.run(), service(name="Template Outbound", adopt_id=OUTBOUND), IDENTITY)

    assert world.named("Template Outbound") == [OUTBOUND]


def test_to_adopt_what_a_killed_run_made_takes_it_off_the_record(world: World) -> None:
    service_id = killed_after_the_commit(world)

    create(world.run(), edited(WHOLE, template_id=None, adopt_id=service_id), "shop/dev/helpline")

    assert world.records() == []


def test_a_takeover_removes_a_copy_that_stands_under_the_marker_too(world: World) -> None:
    service_id = killed_after_the_commit(world)
    world.console.create_service(INBOUND, unfinished_name(IDENTITY))

    create(world.run(), WHOLE, IDENTITY)

    assert world.made() == [(service_id, NAME)]


def test_a_recorded_service_that_is_gone_is_made_anew(world: World) -> None:
    service_id = killed_after_the_commit(world)
    world.console.delete_service(service_id)

    assert_made_whole(world)


def test_a_recorded_copy_that_never_got_its_name_is_removed_and_made_anew(world: World) -> None:
    with world.breaking_off("POST", COMMIT, killed_before):
        create(world.run(), WHOLE, IDENTITY)
    (unfinished,) = world.unfinished()

    service_id = create(world.run(), WHOLE, IDENTITY).target.service_id

    assert service_id != unfinished
    assert_whole(world, service_id)


def test_a_copy_that_was_asked_for_is_waited_for_when_the_list_lags(lenient_world: World) -> None:
    with lenient_world.breaking_off("POST", ""):
        create(lenient_world.run(), WHOLE, IDENTITY)
    lenient_world.hide_new_services(times=3)

    assert_made_whole(lenient_world)


@pytest.mark.parametrize("kill", [killed_before, killed_after])
def test_a_run_killed_at_any_request_is_finished_by_the_next(
    lenient_world: World, kill: Fault
) -> None:
    world = lenient_world
    declared = service(template_id=OUTBOUND, inherit_caller_ids=False, settings={"voice_id": 4})
    for number in range(1, 100):
        world.line.mend()
        world.line.fail_nth(number, kill)
        try:
            create(world.run(), declared, IDENTITY)
        except Killed:
            world.line.mend()
            service_id = create(world.run(), declared, IDENTITY).target.service_id
        else:
            assert number == len(world.line.sent) + 1
            return
        assert world.made() == [(service_id, NAME)]
        live = world.service(service_id)
        assert (live["settings"]["voiceId"], live["callerIds"]) == (4, [])
        world.commits().forget(IDENTITY)
        world.console.delete_service(service_id)
    pytest.fail("the create never ended")


def test_with_the_journal_lost_too_the_taken_name_stops_a_second_copy(world: World) -> None:
    service_id = killed_after_the_commit(world)
    shutil.rmtree(world.journal_folder)

    with pytest.raises(NameTaken, match=f"adopt_id={service_id}"):
        create(world.run(), WHOLE, IDENTITY)

    adopted = edited(WHOLE, template_id=None, adopt_id=service_id)
    assert create(world.run(), adopted, IDENTITY).target.service_id == service_id
    assert_whole(world, service_id)


@pytest.mark.parametrize("name", [NAME, "Another Name"])
def test_a_refused_takeover_is_taken_up_by_the_next_run(world: World, name: str) -> None:
    service_id = killed_after_the_commit(world)
    declared = edited(WHOLE, name=name)
    world.line.fail("POST", r"/\d+/settings", cut)
    with pytest.raises(Exception, match="settings"):
        create(world.run(), declared, IDENTITY)
    world.line.mend()

    assert create(world.run(), declared, IDENTITY).target.service_id == service_id
    assert_whole(world, service_id, name)
