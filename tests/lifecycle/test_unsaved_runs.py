"""Without checkpoints the state of a whole run may be lost: the journal stands in for it."""

import json
import tempfile
from pathlib import Path

import pytest

from pulumi_livevox.config import ConfigurationError
from pulumi_livevox.resources.caller_id import lifecycle as caller_ids
from pulumi_livevox.resources.service import lifecycle as services
from pulumi_livevox.run import checkpoints, leftovers
from pulumi_livevox.run.checkpoints import VARIABLES
from pulumi_livevox.run.writes import Operation
from tests.lifecycle.world import IDENTITY, INBOUND, World, caller_id, service

LOST = "a run whose state was lost"
DECLARED = service(name="Support Line", template_id=INBOUND)
WITHOUT_NUMBERS = service(name="Support Line", template_id=INBOUND, inherit_caller_ids=False)
OTHER = "shop/dev/other"


def test_what_a_lost_run_made_is_taken_over_although_its_engine_was_told(world: World) -> None:
    run = world.run(unsaved_run=LOST)
    made = services.create(run, DECLARED, IDENTITY)

    again = services.create(world.run(), DECLARED, IDENTITY)

    assert again.target == made.target
    assert [name for _, name in world.made()] == ["Support Line"]


def test_inherited_caller_ids_go_where_that_is_declared_after_a_lost_run(world: World) -> None:
    services.create(world.run(unsaved_run=LOST), DECLARED, IDENTITY)

    made = services.create(world.run(), WITHOUT_NUMBERS, IDENTITY)

    assert world.service(made.target.service_id)["phone"]["callerId"] == []
    assert "as it was declared then" in "\n".join(world.warned)


def test_they_go_as_well_where_the_run_that_takes_them_ends_early_too(world: World) -> None:
    services.create(world.run(unsaved_run=LOST), DECLARED, IDENTITY)
    with world.breaking_off("DELETE", r"/\d+/phone/.*"):
        services.create(world.run(unsaved_run="lost as well"), WITHOUT_NUMBERS, IDENTITY)

    made = services.create(world.run(), WITHOUT_NUMBERS, IDENTITY)

    assert world.service(made.target.service_id)["phone"]["callerId"] == []


def test_a_number_that_is_none_of_the_template_stays(world: World) -> None:
    lost = services.create(world.run(unsaved_run=LOST), DECLARED, IDENTITY)
    world.console.add_caller_id(lost.target.service_id, "8773402035")

    made = services.create(world.run(), WITHOUT_NUMBERS, IDENTITY)

    assert world.service(made.target.service_id)["phone"]["callerId"] == ["8773402035"]


def test_nothing_goes_from_a_finished_service_that_never_inherited(world: World) -> None:
    lost = services.create(world.run(unsaved_run=LOST), WITHOUT_NUMBERS, IDENTITY)
    inherited = world.service(INBOUND)["phone"]["callerId"]
    world.console.add_caller_id(lost.target.service_id, inherited[0])

    edited = service(
        name="Support Line", template_id=INBOUND, inherit_caller_ids=False, abbreviation="SUP"
    )
    made = services.create(world.run(), edited, IDENTITY)

    assert world.service(made.target.service_id)["phone"]["callerId"] == [inherited[0]]


def test_a_write_of_a_lost_run_is_in_doubt_although_its_engine_was_told(laid_out: World) -> None:
    run = laid_out.run(unsaved_run=LOST)
    standing = laid_out.standing(DECLARED, INBOUND, write="earlier")
    token = run.writes.begin(Operation.UPDATE, standing, standing.target)
    run.writes.note_returned(token)

    theirs = laid_out.standing(DECLARED, INBOUND, write="of somebody else since")
    assert laid_out.run().writes.unsettled(standing.target, theirs) is not None


def test_a_deletion_of_a_lost_run_is_in_doubt_until_the_state_lacks_the_resource(
    world: World,
) -> None:
    made = services.create(world.run(), DECLARED, IDENTITY)
    services.delete(world.run(unsaved_run=LOST), made)

    later = world.run()
    assert services.diff(later, made, DECLARED).changed

    later.writes.forget_deletions(IDENTITY)
    assert later.writes.find(made.target, made) is None


def test_a_deletion_on_record_goes_alone(world: World) -> None:
    number = caller_id(INBOUND, "8773402031")
    one = caller_ids.create(world.run(), number, "shop/dev/one")
    caller_ids.delete(world.run(unsaved_run=LOST), one)
    later = world.run()
    made = caller_ids.create(later, number, OTHER)

    later.writes.forget_deletions("shop/dev/one")

    written = later.writes.find(made.target, made)
    assert written is not None
    assert written.operation is Operation.CREATE


def test_a_run_after_a_lost_one_tells_at_its_start_what_is_on_record(world: World) -> None:
    lost = world.run(unsaved_run=LOST)
    services.create(lost, DECLARED, IDENTITY)
    services.create(lost, service(name="Other Line", template_id=INBOUND), OTHER)
    lost.commits.record(lost.client.client_id, "shop/dev/third", None, "Pulumi unfinished third")
    lost.commits.record(lost.client.client_id, "shop/prod/support", 4711, "Support Line")

    run = world.run()
    leftovers.tell_of_an_earlier_run(run, OTHER)
    leftovers.tell_of_an_earlier_run(run, IDENTITY)

    (told,) = world.warned
    assert f"On record in {world.journal_folder}: services and copies" in told
    assert "(3)" in told


def test_each_of_several_lost_runs_is_told(world: World) -> None:
    services.create(world.run(unsaved_run=LOST), DECLARED, IDENTITY)
    other = world.run(unsaved_run="another one")
    services.create(other, service(name="Other Line", template_id=INBOUND), OTHER)

    run = world.run()
    leftovers.tell_of_an_earlier_run(run, OTHER)
    assert "that it was making (1)" in world.warned[0]

    leftovers.tell_before_a_deletion(run, IDENTITY, INBOUND)
    assert f"on record in {world.journal_folder} (1)" in world.warned[1]


def test_a_run_that_begins_anew_tells_of_nothing(world: World) -> None:
    leftovers.tell_of_an_earlier_run(world.run(), IDENTITY)

    assert world.warned == []


def test_a_destroy_after_a_lost_run_tells_what_it_does_not_delete(world: World) -> None:
    known = services.create(world.run(), DECLARED, IDENTITY)
    world.run().commits.forget(IDENTITY)
    lost = world.run(unsaved_run=LOST)
    services.create(lost, service(name="Other Line", template_id=INBOUND), OTHER)

    services.delete(world.run(), known)

    (told,) = world.warned
    assert f"put services on record in {world.journal_folder} (1)" in told


def test_a_destroy_of_what_the_state_has_of_an_unsaved_run_tells_of_nothing(world: World) -> None:
    run = world.run(unsaved_run="a run that came to its end")
    known = services.create(run, DECLARED, IDENTITY)
    services.create(run, service(name="Other Line", template_id=INBOUND), OTHER)

    services.delete(world.run(), known)

    assert world.warned == []


def test_nothing_of_an_unsaved_run_is_on_record_once_the_state_has_it(world: World) -> None:
    run = world.run(unsaved_run="a run that came to its end")
    made = services.create(run, DECLARED, IDENTITY)
    number = caller_ids.create(run, caller_id(made.target.service_id, "8773402031"), OTHER)

    later = world.run()
    services.diff(later, made, DECLARED)
    caller_ids.diff(later, number, number.declared)

    assert list(world.journal_folder.iterdir()) == []


@pytest.mark.parametrize("value", ["1", "true", "TRUE"])
def test_checkpoints_are_skipped_where_the_engine_skips_them(value: str) -> None:
    assert checkpoints.are_skipped(dict.fromkeys(VARIABLES, value))
    for alone in VARIABLES:
        assert not checkpoints.are_skipped({alone: value})


@pytest.mark.parametrize("value", ["", "0", "yes"])
def test_checkpoints_are_written_where_the_engine_writes_them(value: str) -> None:
    assert not checkpoints.are_skipped(VARIABLES | {"PULUMI_SKIP_CHECKPOINTS": value})


def test_a_journal_on_a_disk_may_stand_in_for_checkpoints(tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    assert checkpoints.journal_problem(folder) == ""
    assert list(folder.iterdir()) == []


def test_a_journal_that_can_not_be_written_may_not(tmp_path: Path) -> None:
    folder = tmp_path / "in the way"
    folder.write_text("")

    with pytest.raises(ConfigurationError) as refused:
        checkpoints.require_lasting_journal(folder, VARIABLES)

    assert f"the journal's folder {folder} can't be written to" in str(refused.value)
    assert "Set LIVEVOX_JOURNAL to a folder on a disk" in str(refused.value)


def test_a_journal_in_memory_may_not() -> None:
    with tempfile.TemporaryDirectory(dir="/dev/shm") as memory:
        folder = Path(memory) / "journal"
        problem = checkpoints.journal_problem(folder)
        assert not folder.exists()

    assert problem == f"{folder} lies in memory (tmpfs), which is gone with the machine"


def test_with_checkpoints_any_journal_will_do() -> None:
    checkpoints.require_lasting_journal(Path("/proc/journal"), {})


def test_a_record_of_an_unsaved_run_names_it(world: World) -> None:
    services.create(world.run(unsaved_run=LOST), DECLARED, IDENTITY)

    (record,) = world.records()
    assert (record["unsaved_run"], record["returned"]) == (LOST, False)
    assert "sandbox-" not in json.dumps(record)
