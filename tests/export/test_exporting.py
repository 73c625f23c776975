"""A first export: what is written, of what, and what is refused."""

import stat
from collections import Counter
from pathlib import Path

import pytest

from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.exporting.record import RECORD, ExportRecord
from pulumi_livevox.tasks.selection import Selection
from tests.export.exporting import OF_433, Exports
from tests.rig.requests import SERVICES
from tests.rig.sandbox import PASSWORD, TOKEN

PROJECT = ["Pulumi.live.yaml", "Pulumi.yaml", "__main__.py"]


def test_a_call_center_becomes_a_project(exports: Exports) -> None:
    exported = exports.run(OF_433)
    assert exports.files == [RECORD, *PROJECT]
    assert exported.services == 9
    assert 'name="Template Inbound"' in exports.text("__main__.py")
    assert "template-inbound: 53661" in exports.text("Pulumi.live.yaml")
    assert exported.is_complete
    assert not exported.is_again


def test_a_login_a_list_and_five_reads_a_service_are_all_that_is_asked(exports: Exports) -> None:
    exports.run(OF_433)
    asked = [str(each) for each in exports.platform.requests()]
    assert exports.platform.logins() == 1
    assert len(asked) == 1 + 5 * 9
    assert {each.verb for each in exports.platform.requests()} == {"GET"}


def test_where_all_are_exported_three_searches_find_the_call_centers(exports: Exports) -> None:
    exports.run()
    asked = Counter(str(each) for each in exports.platform.requests())
    assert asked.pop(f"POST {SERVICES}/search") == 3
    assert asked.pop(f"GET {SERVICES}") == 3
    assert set(asked.values()) == {1}
    assert len(asked) == 5 * 22


def test_services_chosen_by_id_take_five_reads_each(exports: Exports) -> None:
    exports.run(Selection(service_ids=(20575, 53661)))
    assert len(exports.platform.requests()) == 5 * 2


def test_several_call_centers_have_a_module_each(exports: Exports) -> None:
    exports.run(Selection(call_center_ids=(433, 2829)))
    assert {"call_center_433.py", "call_center_2829.py"} <= set(exports.files)


def test_the_account_is_in_the_stacks_file_and_no_secret_anywhere(exports: Exports) -> None:
    exports.run(OF_433)
    stack = exports.text("Pulumi.live.yaml")
    assert f"livevox:baseUrl: {exports.platform.url}" in stack
    assert "livevox:clientName: SANDBOX" in stack
    assert "livevox:username: sandbox" in stack
    for file in exports.folder.rglob("*"):
        assert PASSWORD not in file.read_text()
        assert TOKEN not in file.read_text()


def test_stack_and_project_are_named_as_asked(exports: Exports) -> None:
    exports.run(OF_433, stack_name="prod", project_name="lines")
    assert "Pulumi.prod.yaml" in exports.files
    assert "name: lines" in exports.text("Pulumi.yaml")


@pytest.mark.parametrize(
    ("option", "named"),
    [
        ("stack_name", 'the name of the stack was "a b"'),
        ("project_name", "the name of the project"),
    ],
)
def test_names_that_pulumi_does_not_take_are_refused(
    exports: Exports, option: str, named: str
) -> None:
    names: dict[str, object] = {option: "a b"}
    with pytest.raises(TaskError, match=named):
        exports.run(OF_433, None, **names)
    assert not exports.folder.exists()


def test_a_folder_with_an_odd_name_gives_the_project_one_that_pulumi_takes(
    exports: Exports,
) -> None:
    exports.folder = exports.folder.with_name("Überlauf \u2013 Zürich (2)")
    exports.run(OF_433)
    assert "name: berlauf-Z-rich-2\n" in exports.text("Pulumi.yaml")


def test_an_id_that_does_not_exist_leaves_nothing_behind(exports: Exports) -> None:
    with pytest.raises(TaskError, match="no service 7, 8, or this user may not see it"):
        exports.run(Selection(service_ids=(8, 20575, 7)))
    with pytest.raises(TaskError, match="no service 8 to be the template"):
        exports.run(OF_433, template_id=8)
    with pytest.raises(TaskError, match=r"Nothing is exported\. Call center 434 has no services"):
        exports.run(Selection(call_center_ids=(434,)))
    assert not exports.folder.exists()


def test_what_is_missing_of_a_choice_is_a_remark(exports: Exports) -> None:
    exported = exports.run(Selection(call_center_ids=(433, 434)))
    assert exported.services == 9
    assert "Call center 434 has no services" in exported.remarks[0]
    assert not exported.is_complete


def test_a_folder_with_foreign_files_is_refused_and_some_are_named(exports: Exports) -> None:
    exports.folder.mkdir()
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (exports.folder / name).touch()
    with pytest.raises(TaskError, match=r"no export wrote \(a.txt, b.txt, c.txt and 1 more\)"):
        exports.run(OF_433)
    assert exports.files == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert not exports.platform.requests()


def test_a_new_repository_is_an_empty_folder(exports: Exports) -> None:
    (exports.folder / ".git").mkdir(parents=True)
    assert exports.run(OF_433).is_complete


def test_a_file_in_the_place_of_the_folder_is_refused(exports: Exports) -> None:
    exports.folder.touch()
    with pytest.raises(TaskError, match="is a file: export into a folder"):
        exports.run(OF_433)
    exports.folder = exports.folder / "below"
    with pytest.raises(TaskError, match="can't be read"):
        exports.run(OF_433)
    assert not exports.platform.requests()


def test_a_record_that_is_none_is_refused(exports: Exports) -> None:
    exports.folder.mkdir()
    for content in (b"", b"{}", b"[]", b"\xff", b'{"version": 1}'):
        (exports.folder / RECORD).write_bytes(content)
        with pytest.raises(TaskError, match="is not what an export wrote there"):
            exports.run(OF_433)
    (exports.folder / RECORD).write_text('{"version": 99}')
    with pytest.raises(TaskError, match="by another version"):
        exports.run(OF_433)


def test_the_record_says_the_same_once_it_is_read_again(exports: Exports) -> None:
    exports.run(Selection(name_pattern="*Inbound*"), template_id=53661, protect=False)
    content = (exports.folder / RECORD).read_bytes()
    assert ExportRecord.from_bytes(content).to_text().encode() == content


def test_files_are_as_readable_as_others(exports: Exports, tmp_path: Path) -> None:
    exports.run(OF_433)
    (tmp_path / "other").touch()
    mode = stat.S_IMODE((tmp_path / "other").stat().st_mode)
    assert {stat.S_IMODE((exports.folder / each).stat().st_mode) for each in PROJECT} == {mode}
