"""The journal: a run that was killed at the wrong moment does not lose what it made."""

import json
import shutil

import pytest

from pulumi_livevox.config import journal_folder
from pulumi_livevox.resources.service.lifecycle import create
from pulumi_livevox.run.errors import NameTaken, ProviderError
from pulumi_livevox.run.identity import unfinished_name
from pulumi_livevox.run.journal import Journal
from pulumi_livevox.run.run import Run
from tests.lifecycle.test_lost_answers import WHOLE, assert_whole
from tests.lifecycle.world import (
    CALL_CENTER,
    CLIENT,
    IDENTITY,
    INBOUND,
    NAME,
    NEWEST,
    OUTBOUND,
    World,
    edited,
    service,
)
from tests.rig.line import (
    Fault,
    Killed,
    Line,
    cut,
    followed_by,
    hiding_services,
    killed_after,
    killed_before,
    preceded_by,
)

COMMIT = r"/\d+"
"""The path of the update that gives the name."""


@pytest.fixture
def warnings(run: Run) -> list[str]:
    """What the test's process warns of."""
    told: list[str] = []
    run.warn = told.append
    return told


def killed_after_the_commit(world: World) -> int:
    """A run that ended when the service was finished and no state knew it; the service's id."""
    world.line.fail("POST", COMMIT, killed_after)
    with pytest.raises(Killed):
        create(world.run(), WHOLE, IDENTITY)
    world.line.mend()
    ((service_id, name),) = world.made()
    assert name == NAME
    return service_id


def test_a_copy_and_a_commit_are_on_disk_before_they_are_sent(
    world: World, line: Line, run: Run
) -> None:
    before_copy: list[dict[str, object]] = []
    before_commit: list[dict[str, object]] = []
    line.fail("POST", "", preceded_by(lambda: before_copy.extend(world.records())))
    line.fail("POST", COMMIT, preceded_by(lambda: before_commit.extend(world.records())))

    service_id = int(create(run, WHOLE, IDENTITY).id)

    common = {
        "base_url": world.url,
        "client_id": CLIENT,
        "directory": "/shop",
        "marker": IDENTITY,
        "earlier_names": [],
        "returned": False,
    }
    declaration = before_commit[0]["declaration"]
    assert declaration
    copy = common | {"service_id": None, "name": unfinished_name(IDENTITY), "declaration": ""}
    assert before_copy == [copy]
    commit = common | {"service_id": service_id, "name": NAME, "declaration": declaration}
    assert before_commit == [commit]


def test_a_finished_service_that_no_state_knows_is_taken_over(world: World) -> None:
    service_id = killed_after_the_commit(world)

    made = create(world.run(), WHOLE, IDENTITY)
    taken_over, location = int(made.id), made.location

    assert taken_over == service_id
    assert location == world.here()
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

    assert int(create(world.run(), service(name="Renamed"), IDENTITY).id) == service_id
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


def test_a_record_serves_its_own_account_directory_and_marker_alone(world: World) -> None:
    world.journal().record(CLIENT, IDENTITY, 4711, NAME)

    found = world.journal().find(CLIENT, IDENTITY)
    assert found is not None
    assert found.service_id == 4711
    assert world.journal().find(5200, IDENTITY) is None
    assert world.journal().find(CLIENT, "shop/prod/support") is None
    assert world.journal(directory="/elsewhere").find(CLIENT, IDENTITY) is None
    assert world.journal(base_url="https://api.livevox.com").find(CLIENT, IDENTITY) is None


def test_records_of_two_projects_stand_side_by_side(world: World) -> None:
    world.journal("/one").record(CLIENT, IDENTITY, 1, "One")
    world.journal("/two").record(CLIENT, IDENTITY, 2, "Two")

    for directory, service_id in (("/one", 1), ("/two", 2)):
        found = world.journal(directory).find(CLIENT, IDENTITY)
        assert found is not None
        assert found.service_id == service_id


def test_a_recorded_service_that_got_another_name_is_told_and_nothing_is_made(world: World) -> None:
    world.journal().record(CLIENT, IDENTITY, OUTBOUND, NAME)

    with pytest.raises(ProviderError, match=f"adopt_id={OUTBOUND}") as caught:
        create(world.run(), WHOLE, IDENTITY)

    assert 'called "Template Outbound" by now' in str(caught.value)
    assert world.made() == []


@pytest.mark.parametrize("kill", [killed_before, killed_after])
def test_a_takeover_that_is_killed_is_taken_up_under_yet_another_name(
    world: World, kill: Fault
) -> None:
    service_id = killed_after_the_commit(world)
    world.line.fail("POST", COMMIT, kill)
    with pytest.raises(Killed):
        create(world.run(), service(name="Second"), IDENTITY)
    world.line.mend()

    assert int(create(world.run(), service(name="Third"), IDENTITY).id) == service_id
    assert world.made() == [(service_id, "Third")]


def test_a_takeover_of_another_declaration_takes_inherited_numbers_away_and_warns(
    world: World, run: Run, warnings: list[str]
) -> None:
    service_id = killed_after_the_commit(world)

    create(run, service(inherit_caller_ids=False), IDENTITY)

    assert world.service(service_id)["callerIds"] == []
    (warning,) = warnings
    assert "as it was declared then" in warning


def test_a_takeover_of_the_same_declaration_warns_of_nothing(
    world: World, run: Run, warnings: list[str]
) -> None:
    killed_after_the_commit(world)

    create(run, WHOLE, IDENTITY)

    assert warnings == []


def test_a_name_taken_by_what_a_killed_run_made_for_another_resource_says_so(
    world: World,
) -> None:
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
    elsewhere = next(each["id"] for each in world.services() if each["callCenterId"] != CALL_CENTER)

    with pytest.raises(ProviderError, match=f"adopt_id={service_id}"):
        create(world.run(), service(template_id=elsewhere), IDENTITY)

    assert world.made() == [(service_id, NAME)]


def test_to_adopt_another_service_than_a_killed_run_made_is_refused(world: World) -> None:
    service_id = killed_after_the_commit(world)

    with pytest.raises(ProviderError, match=f"adopt_id={service_id}, or delete"):
        create(world.run(), service(name="Other", adopt_id=OUTBOUND), IDENTITY)

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

    again = int(create(world.run(), WHOLE, IDENTITY).id)

    assert_whole(world, again)


def test_a_recorded_copy_that_never_got_its_name_is_removed_and_made_anew(world: World) -> None:
    world.line.fail("POST", COMMIT, killed_before)
    with pytest.raises(Killed):
        create(world.run(), WHOLE, IDENTITY)
    (unfinished,) = world.unfinished()
    world.line.mend()

    service_id = int(create(world.run(), WHOLE, IDENTITY).id)

    assert service_id != unfinished
    assert_whole(world, service_id)


def test_a_copy_that_was_asked_for_is_waited_for_when_the_list_lags(
    lenient_world: World,
) -> None:
    line = lenient_world.line
    line.fail("POST", "", killed_after)
    with pytest.raises(Killed):
        create(lenient_world.run(), WHOLE, IDENTITY)
    line.mend()
    line.fail("GET", "", hiding_services(NEWEST), times=3)

    service_id = int(create(lenient_world.run(), WHOLE, IDENTITY).id)

    assert_whole(lenient_world, service_id)


@pytest.mark.parametrize("kill", [killed_before, killed_after])
def test_a_run_killed_at_any_request_is_finished_by_the_next(
    lenient_world: World, kill: Fault
) -> None:
    world, line = lenient_world, lenient_world.line
    declared = service(template_id=OUTBOUND, inherit_caller_ids=False, settings={"voice_id": 4})
    for number in range(1, 100):
        line.mend()
        line.fail_nth(number, kill)
        try:
            create(world.run(), declared, IDENTITY)
        except Killed:
            line.mend()
            service_id = int(create(world.run(), declared, IDENTITY).id)
        else:
            assert number == len(line.sent) + 1
            return
        assert world.made() == [(service_id, NAME)]
        live = world.service(service_id)
        assert (live["settings"]["voiceId"], live["callerIds"]) == (4, [])
        world.journal().forget(IDENTITY)
        world.console.delete_service(service_id)
    pytest.fail("the create never ended")


def test_with_the_journal_lost_too_the_taken_name_stops_a_second_copy(world: World) -> None:
    service_id = killed_after_the_commit(world)
    shutil.rmtree(world.journal_folder)

    with pytest.raises(NameTaken, match=f"adopt_id={service_id}"):
        create(world.run(), WHOLE, IDENTITY)

    adopted = edited(WHOLE, template_id=None, adopt_id=service_id)
    assert int(create(world.run(), adopted, IDENTITY).id) == service_id
    assert_whole(world, service_id)


def test_what_the_engine_was_told_of_is_noted_and_other_runs_can_tell(world: World) -> None:
    first = world.journal()
    first.record(CLIENT, IDENTITY, 1, "One")
    first.record(CLIENT, "shop/dev/other", 2, "Two")
    first.note_returned(IDENTITY)
    first.note_returned("shop/dev/never-recorded")

    second = world.journal()
    assert [each.name for each in second.left_by_others()] == ["Two"]
    assert first.left_by_others() == []
    assert second.left_by_others() == [], "told twice"
    assert len(list(world.journal_folder.iterdir())) == 2


def test_to_forget_one_record_leaves_the_others(world: World) -> None:
    journal = world.journal()
    journal.record(CLIENT, IDENTITY, 1, "One")
    journal.record(CLIENT, "shop/dev/other", 2, "Two")

    journal.forget(IDENTITY)
    journal.forget("shop/dev/never-recorded")

    assert [each["name"] for each in world.records()] == ["Two"]


def test_a_record_of_another_service_is_not_forgotten(world: World) -> None:
    journal = world.journal()
    journal.record(CLIENT, IDENTITY, 2, "Two")

    journal.forget_service(1)
    assert [each["name"] for each in world.records()] == ["Two"]

    journal.forget_service(2)
    assert world.records() == []


def test_to_forget_where_there_is_no_journal_is_nothing(world: World) -> None:
    world.journal().forget(IDENTITY)

    assert not world.journal_folder.exists()


@pytest.mark.parametrize("content", ["", "{", "[]", "[1, 2]", '{"marker": "shop"}', "null"])
def test_a_broken_record_is_none(world: World, content: str) -> None:
    world.journal().record(CLIENT, IDENTITY, 1, "One")
    (file,) = world.journal_folder.glob("*.json")
    file.write_text(content)

    assert world.journal().find(CLIENT, IDENTITY) is None


def test_nothing_secret_stands_in_a_record(world: World, run: Run) -> None:
    create(run, WHOLE, IDENTITY)

    (file,) = world.journal_folder.iterdir()
    text = file.read_text()
    assert "sandbox-" not in text
    assert set(json.loads(text)) == {
        "base_url",
        "client_id",
        "directory",
        "marker",
        "service_id",
        "name",
        "earlier_names",
        "declaration",
        "returned",
    }


def test_a_journal_that_can_not_be_written_is_told_before_anything_is_made(
    world: World, run: Run
) -> None:
    world.journal_folder.write_text("in the way")

    with pytest.raises(ProviderError, match="LIVEVOX_JOURNAL"):
        create(run, WHOLE, IDENTITY)

    assert world.made() == []


def test_a_journal_that_breaks_before_the_commit_leaves_no_copy(
    world: World, line: Line, run: Run
) -> None:
    def break_journal() -> None:
        shutil.rmtree(world.journal_folder)
        world.journal_folder.write_text("in the way")

    line.fail("POST", r"/\d+/settings", followed_by(break_journal))

    with pytest.raises(ProviderError, match="LIVEVOX_JOURNAL"):
        create(run, WHOLE, IDENTITY)

    assert world.made() == []


@pytest.mark.parametrize("name", [NAME, "Another Name"])
def test_a_refused_takeover_is_taken_up_by_the_next_run(world: World, name: str) -> None:
    service_id = killed_after_the_commit(world)
    declared = edited(WHOLE, name=name)
    world.line.fail("POST", r"/\d+/settings", cut)
    with pytest.raises(Exception, match="settings"):
        create(world.run(), declared, IDENTITY)
    world.line.mend()

    assert int(create(world.run(), declared, IDENTITY).id) == service_id
    assert_whole(world, service_id, name)


def test_the_journal_lies_where_the_user_says_or_beside_the_engines_own_files() -> None:
    assert str(journal_folder({"LIVEVOX_JOURNAL": "/j", "PULUMI_HOME": "/p"})) == "/j"
    assert str(journal_folder({"PULUMI_HOME": "/p"})) == "/p/livevox-journal"
    assert journal_folder({}).name == "livevox-journal"
    assert journal_folder({}).parent.name == ".pulumi"


def test_two_records_of_one_marker_are_one(world: World) -> None:
    journal = Journal(world.journal_folder, world.url, "/shop")
    journal.record(CLIENT, IDENTITY, None, unfinished_name(IDENTITY))
    journal.record(CLIENT, IDENTITY, INBOUND, NAME)

    assert [each["service_id"] for each in world.records()] == [INBOUND]
