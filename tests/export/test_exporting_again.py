"""An export into the folder of an earlier one: what changed there, and what people edited here."""

import shutil
from dataclasses import replace

import pytest

from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.selection import Selection
from pulumi_livevox.tasks.stacks.stack_file import read_adopted
from pulumi_livevox.wire.general import GeneralUpdate
from pulumi_livevox.wire.inbound_hours import HoursEntryUpdate
from pulumi_livevox.wire.settings import SettingsUpdate
from tests.export.exporting import OF_433, Exports, said

MAIN = "__main__.py"
STACK = "Pulumi.live.yaml"


@pytest.fixture
def exported(exports: Exports) -> Exports:
    """A folder that holds an export of call center 433."""
    exports.run(OF_433)
    return exports


def change_recording(exports: Exports) -> None:
    client = exports.platform.client()
    client.update_settings(53661, SettingsUpdate(call_recording_enabled=False))


def test_nothing_changed_and_no_file_is_touched(exported: Exports) -> None:
    before = {each: each.stat().st_mtime_ns for each in exported.folder.glob("*.*")}
    again = exported.run()
    assert again.is_again
    assert not again.changes
    assert not again.plan.write
    assert {each: each.stat().st_mtime_ns for each in exported.folder.glob("*.*")} == before


def test_what_changed_on_the_platform_is_said_in_words(exported: Exports) -> None:
    console = exported.platform.client()
    change_recording(exported)
    console.update_general(20575, GeneralUpdate(name="Front Desk"))
    console.update_inbound_hours(20575, 29855, HoursEntryUpdate(start_time=46800000))
    console.add_caller_id(53662, "4045550188", default=True)
    console.update_messaging(53662, "TEMPLATE_ID", "7126")
    console.delete_service(5608)
    console.create_service(53661, "Brand New")
    assert said(exported.run()) == [
        "Atlanta_FS_QC_VOIP (2): gone",
        'Atlanta_FS_Inbound_8773402031 (6): name "Atlanta_FS_Inbound_8773402031 (6)" => '
        '"Front Desk"',
        "Atlanta_FS_Inbound_8773402031 (6): Monday to Friday: opens 08:00 instead of 07:00",
        "Template Inbound: settings.call_recording_enabled true => false",
        'Template Outbound: phone_number (nothing) => "4045550188"',
        'Template Outbound: default "4045550120" => "4045550188"',
        'Template Outbound: messaging.TEMPLATE_ID "7125" => "7126"',
        "Brand New: new",
    ]
    assert 'name="Front Desk"' in exported.text(MAIN)
    assert "Brand New" in exported.text(MAIN)
    assert "Atlanta_FS_QC_VOIP (2)" not in exported.text(MAIN)
    assert not said(exported.run())


def test_a_file_that_is_gone_is_written_again(exported: Exports) -> None:
    (exported.folder / MAIN).unlink()
    assert list(exported.run().plan.write) == [MAIN]


def test_the_configuration_that_users_added_to_a_stack_stays(exported: Exports) -> None:
    exported.edit(STACK, "encryptionsalt: v1:abc  # mine\n")
    exported.platform.client().create_service(53661, "Brand New")
    again = exported.run(overwrite=True)
    assert again.plan.entries.adopt == {"brand-new": 1100001}
    assert exported.text(STACK).endswith("encryptionsalt: v1:abc  # mine\n")
    assert read_adopted(exported.folder / STACK)["brand-new"] == 1100001


def test_an_entry_of_a_service_that_is_gone_leaves_the_stacks_file(exported: Exports) -> None:
    exported.edit(STACK, "encryptionsalt: v1:abc  # mine\n")
    exported.platform.client().delete_service(5608)
    before = read_adopted(exported.folder / STACK)
    assert exported.run().is_complete
    del before["atlanta-fs-qc-voip-2"]
    assert read_adopted(exported.folder / STACK) == before
    assert exported.text(STACK).endswith("encryptionsalt: v1:abc  # mine\n")


def test_an_entry_that_can_not_be_taken_out_is_told_until_it_is(exported: Exports) -> None:
    entries = "".join(
        f'"{name}": {id}, ' for name, id in read_adopted(exported.folder / STACK).items()
    )
    text = f"config:\n  livevox:adopt: {{{entries}}}\n"
    (exported.folder / STACK).write_text(text)
    exported.platform.client().delete_service(5608)
    for _ in range(2):
        again = exported.run()
        assert again.plan.entries.stale == ["atlanta-fs-qc-voip-2"]
        assert not again.is_complete
    assert exported.text(STACK) == text


def test_entries_follow_the_program_as_it_stands(exported: Exports) -> None:
    exported.edit(MAIN)
    before = read_adopted(exported.folder / STACK)
    console = exported.platform.client()
    console.create_service(53661, "Brand New")
    console.delete_service(5608)
    again = exported.run()
    # The program is as it was, and so are its entries; what it lacks is told.
    assert read_adopted(exported.folder / STACK) == before
    assert again.plan.entries.awaited == {"brand-new": 1100001}
    exported.run(overwrite=True)
    after = read_adopted(exported.folder / STACK)
    assert after.keys() ^ before.keys() == {"brand-new", "atlanta-fs-qc-voip-2"}


def test_a_program_that_is_written_another_way_keeps_its_entries(exported: Exports) -> None:
    exported.edit(STACK, "encryptionsalt: v1:abc  # mine\n")
    before = exported.text(STACK)
    (exported.folder / MAIN).write_text(exported.text(MAIN).replace('"', "'"))
    exported.run()
    assert exported.text(STACK) == before
    exported.edit(MAIN, "what is no Python\n")
    exported.platform.client().delete_service(5608)
    exported.run()
    assert exported.text(STACK) == before


def test_an_entry_of_a_service_that_stands_stays_whatever_the_program_says(
    exported: Exports,
) -> None:
    exported.edit(STACK, "encryptionsalt: v1:abc  # mine\n")
    before = exported.text(STACK)
    (exported.folder / MAIN).write_text("import elsewhere\n")
    exported.platform.client().delete_service(5608)
    again = exported.run()
    assert again.plan.entries.stale == ["atlanta-fs-qc-voip-2"]
    assert exported.text(STACK) == before.replace("    atlanta-fs-qc-voip-2: 5608\n", "")


def test_a_service_that_a_person_named_otherwise_has_one_entry(exported: Exports) -> None:
    before = read_adopted(exported.folder / STACK)
    for name in (MAIN, STACK):
        renamed = exported.text(name).replace("atlanta-fs-qc-voip-2", "mine")
        (exported.folder / name).write_text(renamed)
    mine = read_adopted(exported.folder / STACK)
    exported.run()
    assert read_adopted(exported.folder / STACK) == mine
    exported.edit(MAIN, "what is no Python\n")
    exported.run()
    assert read_adopted(exported.folder / STACK) == mine
    exported.run(overwrite=True)
    assert read_adopted(exported.folder / STACK) == before


def test_what_is_not_said_is_as_in_the_export_before(exports: Exports) -> None:
    first = exports.run(
        Selection(name_pattern="template*"),
        template_id=53661,
        protect=False,
        settings=False,
        stack_name="prod",
        project_name="lines",
    )
    assert exports.run().choices == first.choices
    assert exports.run(settings=True).choices == replace(first.choices, settings=True)
    assert exports.run(without_template=True).choices.template_id is None


def test_another_stack_leaves_the_file_of_the_first_one(exported: Exports) -> None:
    exported.run(stack_name="prod")
    assert {STACK, "Pulumi.prod.yaml"} <= set(exported.files)


def test_another_account_is_refused(exported: Exports) -> None:
    exported.configuration["livevox:clientName"] = "OTHER"
    with pytest.raises(TaskError, match=r"holds an export of SANDBOX at .*, and this is OTHER at"):
        exported.run()


def test_a_service_that_the_same_choice_does_not_find_any_more_is_told(exports: Exports) -> None:
    exports.run(Selection(name_pattern="template*"))
    exports.platform.client().update_general(53662, GeneralUpdate(name="Outbound"))
    again = exports.run()
    assert not said(again)
    assert [each.name for each in again.no_longer_chosen] == ["Template Outbound"]
    assert not again.is_complete


def test_another_choice_is_no_change_of_the_platform(exports: Exports) -> None:
    exports.run(Selection(call_center_ids=(433, 429)))
    change_recording(exports)
    exports.platform.client().create_service(53661, "Brand New")
    exports.platform.forget()
    again = exports.run(OF_433)
    changed = ["Template Inbound: settings.call_recording_enabled true => false", "Brand New: new"]
    assert said(again) == changed
    assert {each.call_center_id for each in again.no_longer_chosen} == {429}
    assert not again.is_complete
    # None of the others is asked for.
    assert len(exports.platform.requests()) == 1 + 5 * 10
    wider = exports.run(Selection(call_center_ids=(433, 429)))
    assert not said(wider)
    assert "services are chosen now that were not at the export before" in wider.notes[0]
    assert wider.is_complete


def test_what_can_not_be_looked_at_stays_as_it_stood(exported: Exports) -> None:
    exported.platform.store("account", "userName = 'manager'", seesServices=False)
    exported.platform.store("callCenter", "callCenterId = 429", lastModified=0)
    again = exported.run(Selection(call_center_ids=(433,), service_ids=(17885,)))
    assert again.services == 10
    failing = {"kind": "status-500", "path": "/configuration/services/20575/phone"}
    exported.platform.set_faults(failing)
    again = exported.run()
    assert again.services == 10
    assert not again.changes
    assert "(20575) could not be read, and is exported as it stood" in " ".join(again.remarks)


def test_a_template_that_is_gone_is_taken_as_it_stood(exports: Exports) -> None:
    exports.run(Selection(service_ids=(20575,)), template_id=5608)
    before = exports.text(MAIN)
    exports.platform.client().delete_service(5608)
    again = exports.run()
    assert exports.text(MAIN) == before
    assert "The template 5608 is gone" in " ".join(again.remarks)


def test_a_service_chosen_by_id_may_be_gone_later(exports: Exports) -> None:
    exports.run(Selection(service_ids=(20575, 5608)))
    exports.platform.client().delete_service(5608)
    assert said(exports.run()) == ["Atlanta_FS_QC_VOIP (2): gone"]


def test_a_folder_may_move(exported: Exports) -> None:
    moved = exported.folder.with_name("elsewhere")
    shutil.move(exported.folder, moved)
    exported.folder = moved
    assert not exported.run().plan.write


def test_a_renamed_service_is_the_same_resource(exported: Exports) -> None:
    before = read_adopted(exported.folder / STACK)
    exported.platform.client().update_general(20575, GeneralUpdate(name="Front Desk"))
    exported.platform.client().update_general(5607, GeneralUpdate(name="Template Inbound 2"))
    exported.run()
    assert read_adopted(exported.folder / STACK) == before
    assert 'name="Front Desk"' in exported.text(MAIN)
