"""Files that people edited since they were exported: kept, and named until that is resolved."""

import pytest

from pulumi_livevox.tasks.selection import Selection
from pulumi_livevox.tasks.stacks.stack_file import read_adopted
from pulumi_livevox.wire.settings import SettingsUpdate
from tests.export.exporting import OF_433, Exports

MAIN = "__main__.py"


@pytest.fixture
def exported(exports: Exports) -> Exports:
    """A folder that holds an export of call center 433."""
    exports.run(OF_433)
    return exports


def set_recording(exports: Exports, enabled: bool) -> None:
    client = exports.platform.client()
    client.update_settings(53661, SettingsUpdate(call_recording_enabled=enabled))


def test_an_edited_file_is_kept_with_what_would_have_changed_in_it(exported: Exports) -> None:
    exported.edit(MAIN)
    mine = exported.text(MAIN)
    set_recording(exported, False)
    again = exported.run()
    (kept,) = again.plan.kept
    assert exported.text(MAIN) == mine
    assert kept.path == MAIN
    (added,) = [line for line in kept.difference.splitlines()[2:] if line.startswith("+")]
    assert added == '+    settings={**SETTINGS, "call_recording_enabled": False},'
    assert "a line of mine" not in kept.difference
    assert not again.is_complete


def test_an_edited_file_in_which_nothing_would_change_is_no_matter(exported: Exports) -> None:
    exported.edit(MAIN)
    again = exported.run()
    assert again.is_complete
    assert "a line of mine" in exported.text(MAIN)


def test_an_edited_file_is_replaced_where_that_is_asked_for(exported: Exports) -> None:
    before = exported.text(MAIN)
    exported.edit(MAIN)
    assert exported.run(overwrite=True).is_complete
    assert exported.text(MAIN) == before


def test_a_module_of_nothing_goes_unless_it_was_edited(exports: Exports) -> None:
    exports.run(Selection(call_center_ids=(433, 429, 2829)))
    exports.edit("call_center_2829.py")
    again = exports.run(OF_433)
    assert "call_center_429.py" in again.plan.remove
    assert [each.path for each in again.plan.kept] == ["call_center_2829.py"]
    assert "call_center_429.py" not in exports.files
    assert "call_center_2829.py" in exports.files


def test_an_edited_file_is_named_until_it_is_as_the_export_has_it(exported: Exports) -> None:
    exported.edit(MAIN)
    mine = exported.text(MAIN)
    set_recording(exported, False)
    (first,) = exported.run().plan.kept
    exported.platform.client().create_service(53661, "Brand New")
    for _ in range(2):
        again = exported.run()
        (kept,) = again.plan.kept
        assert set(first.difference.splitlines()[3:]) <= set(kept.difference.splitlines())
        assert "Brand New" in kept.difference
        assert "a line of mine" not in kept.difference
        assert again.plan.entries.awaited == {"brand-new": 1100001}
        assert not again.is_complete
        assert exported.text(MAIN) == mine
    assert exported.run(overwrite=True).is_complete
    written = exported.text(MAIN)
    assert exported.run().is_complete
    assert exported.text(MAIN) == written


def test_an_edited_file_is_resolved_by_what_the_export_has(exported: Exports) -> None:
    before = exported.text(MAIN)
    exported.edit(MAIN)
    set_recording(exported, False)
    exported.run()
    set_recording(exported, True)
    # What would be written is what the file began as.
    assert exported.run().is_complete
    assert "a line of mine" in exported.text(MAIN)
    set_recording(exported, False)
    assert not exported.run().is_complete
    (exported.folder / MAIN).write_text(before)
    assert exported.run().is_complete
    assert '"call_recording_enabled": False' in exported.text(MAIN)


def test_a_file_that_is_written_as_the_export_has_it_is_the_exports_again(
    exported: Exports,
) -> None:
    exported.edit(MAIN)
    set_recording(exported, False)
    exported.run()
    other = Exports(exported.platform, exported.folder.with_name("other"))
    other.run(OF_433)
    (exported.folder / MAIN).write_text(other.text(MAIN))
    assert exported.run().is_complete
    set_recording(exported, True)
    assert list(exported.run().plan.write) == [MAIN]


def test_an_edited_module_of_nothing_is_named_until_it_is_gone(exports: Exports) -> None:
    exports.run(Selection(call_center_ids=(433, 2829)))
    exports.edit("call_center_2829.py")
    for _ in range(3):
        again = exports.run(OF_433)
        assert [each.path for each in again.plan.kept] == ["call_center_2829.py"]
        assert not again.is_complete
    (exports.folder / "call_center_2829.py").unlink()
    assert exports.run().is_complete
    assert 53661 in read_adopted(exports.folder / "Pulumi.live.yaml").values()
