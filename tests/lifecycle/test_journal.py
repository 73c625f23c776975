"""The journal: a run that was killed at the wrong moment does not lose what it made."""

import json
import shutil

import pytest

from pulumi_livevox.config import journal_folder
from pulumi_livevox.resources.service.lifecycle import create
from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.identity import unfinished_name
from tests.lifecycle.test_lost_answers import WHOLE
from tests.lifecycle.world import CLIENT, IDENTITY, INBOUND, NAME, World
from tests.rig.line import followed_by, preceded_by

COMMIT = r"/\d+"
"""The path of the update that gives the name."""


def test_a_copy_and_a_commit_are_on_disk_before_they_are_sent(world: World) -> None:
    before_copy: list[dict[str, object]] = []
    before_commit: list[dict[str, object]] = []
    world.line.fail("POST", "", preceded_by(lambda: before_copy.extend(world.records())))
    world.line.fail("POST", COMMIT, preceded_by(lambda: before_commit.extend(world.records())))

    service_id = create(world.run(), WHOLE, IDENTITY).target.service_id

    place = {"base_url": world.url, "client_id": CLIENT, "directory": "/shop"}
    common = place | {"marker": IDENTITY, "earlier_names": [], "returned": False}
    common |= {"unsaved_run": "", "inherits": True}
    declaration = before_commit[0]["declaration"]
    assert declaration
    copy = common | {"service_id": None, "name": unfinished_name(IDENTITY), "declaration": ""}
    assert before_copy == [copy]
    commit = common | {"service_id": service_id, "name": NAME, "declaration": declaration}
    commit |= {"inherits": False}
    assert before_commit == [commit]


def test_a_record_serves_its_own_account_directory_and_resource_alone(world: World) -> None:
    world.commits().record(CLIENT, IDENTITY, 4711, NAME)

    found = world.commits().find(CLIENT, IDENTITY)
    assert found is not None
    assert found.service_id == 4711
    assert world.commits().find(5200, IDENTITY) is None
    assert world.commits().find(CLIENT, "shop/prod/support") is None
    assert world.commits(directory="/elsewhere").find(CLIENT, IDENTITY) is None
    assert world.commits(base_url="https://api.livevox.com").find(CLIENT, IDENTITY) is None


def test_records_of_two_projects_stand_side_by_side(world: World) -> None:
    world.commits("/one").record(CLIENT, IDENTITY, 1, "One")
    world.commits("/two").record(CLIENT, IDENTITY, 2, "Two")

    for directory, service_id in (("/one", 1), ("/two", 2)):
        found = world.commits(directory).find(CLIENT, IDENTITY)
        assert found is not None
        assert found.service_id == service_id


def test_what_the_engine_was_told_of_is_noted_and_other_runs_can_tell(world: World) -> None:
    first = world.commits()
    first.record(CLIENT, IDENTITY, 1, "One")
    first.record(CLIENT, "shop/dev/other", 2, "Two")
    first.note_returned(IDENTITY)
    first.note_returned("shop/dev/never-recorded")

    second = world.commits()
    assert [each.name for each in second.left_by_others()] == ["Two"]
    assert first.left_by_others() == []
    assert second.left_by_others() == [], "told twice"
    assert len(list(world.journal_folder.iterdir())) == 2


def test_to_forget_one_record_leaves_the_others(world: World) -> None:
    commits = world.commits()
    commits.record(CLIENT, IDENTITY, 1, "One")
    commits.record(CLIENT, "shop/dev/other", 2, "Two")

    commits.forget(IDENTITY)
    commits.forget("shop/dev/never-recorded")

    assert [each["name"] for each in world.records()] == ["Two"]


def test_a_record_of_another_service_is_not_forgotten(world: World) -> None:
    commits = world.commits()
    commits.record(CLIENT, IDENTITY, 2, "Two")

    commits.forget_service(1)
    assert [each["name"] for each in world.records()] == ["Two"]

    commits.forget_service(2)
    assert world.records() == []


def test_to_forget_where_there_is_no_journal_is_nothing(world: World) -> None:
    world.commits().forget(IDENTITY)

    assert not world.journal_folder.exists()


@pytest.mark.parametrize(
    "broken",
    [
        *("", "{", "[]", "[1, 2]", "null", '{"marker": "shop"}'),
        '{"marker": ["x"], "base_url": "", "client_id": 1, "directory": "", "name": ""}',
        '{"marker": 3, "base_url": "", "client_id": 1, "directory": "", "name": ""}',
    ],
)
def test_a_broken_record_is_told_and_is_as_none(world: World, broken: str) -> None:
    world.commits().record(CLIENT, IDENTITY, 1, "One")
    (file,) = world.journal_folder.glob("*.json")
    file.write_text(broken)

    assert world.commits().find(CLIENT, IDENTITY) is None
    (told,) = world.warned
    assert f"the record {file} can't be read" in told
    assert "`pulumi-livevox adopt` finds the service" in told


def test_nothing_secret_stands_in_a_record(world: World) -> None:
    create(world.run(), WHOLE, IDENTITY)

    (file,) = world.journal_folder.iterdir()
    text = file.read_text()
    assert "sandbox-" not in text
    assert set(json.loads(text)) == {
        *("base_url", "client_id", "directory", "marker", "service_id", "name"),
        *("earlier_names", "declaration", "returned", "unsaved_run", "inherits"),
    }


def test_a_journal_that_can_not_be_written_is_told_before_anything_is_made(world: World) -> None:
    world.journal_folder.write_text("in the way")

    with pytest.raises(ProviderError, match="LIVEVOX_JOURNAL"):
        create(world.run(), WHOLE, IDENTITY)

    assert world.made() == []


def test_a_journal_that_breaks_before_the_commit_leaves_no_copy(world: World) -> None:
    def break_journal() -> None:
        shutil.rmtree(world.journal_folder)
        world.journal_folder.write_text("in the way")

    world.line.fail("POST", r"/\d+/settings", followed_by(break_journal))

    with pytest.raises(ProviderError, match="LIVEVOX_JOURNAL"):
        create(world.run(), WHOLE, IDENTITY)

    assert world.made() == []


def test_the_journal_lies_where_the_user_says_or_beside_the_engines_own_files() -> None:
    assert str(journal_folder({"LIVEVOX_JOURNAL": "/j", "PULUMI_HOME": "/p"})) == "/j"
    assert str(journal_folder({"PULUMI_HOME": "/p"})) == "/p/livevox-journal"
    assert journal_folder({}).name == "livevox-journal"
    assert journal_folder({}).parent.name == ".pulumi"


def test_two_records_of_one_resource_are_one(world: World) -> None:
    commits = world.commits()
    commits.record(CLIENT, IDENTITY, None, unfinished_name(IDENTITY))
    commits.record(CLIENT, IDENTITY, INBOUND, NAME)

    assert [each["service_id"] for each in world.records()] == [INBOUND]
