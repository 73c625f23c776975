"""What is adopted is written into a stack's file, and everything else there stays as it is."""

import os
import resource
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.stacks.stack_file import read_adopted, without, write_adopted

IDS = st.integers(min_value=1, max_value=2**53)
NAMES = st.text(min_size=1, max_size=80).filter(lambda name: name != "<<") | st.sampled_from(
    [
        "no",
        "~",
        "1_0",
        "a: b # c",
        "line\nbreak",
        "it's",
        '"',
        "Überlauf",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "\u2028",
        "\x85",
    ]
)

HAND_WRITTEN = """\
# The production account.
config:
  livevox:environment:   na3  # Atlanta
  'livevox:clientName': "ACME"

  # Ids are those of production.
  livevox:adopt:
    # The main line.
    main: 20575   # since 2019
    "a.b: c": 20180
  # The two secrets.
  livevox:password:
      secure: v1:41C1TcFg10yjrItz:Kol/Bk/fwD0qs+pJR2Npars7+sJs0e8Va/6StD9Pfh4=
  shop:numbers: ["877-340-2031",   '877-340-2033']
  shop:text: |
    two
    lines
encryptionsalt: v1:WCJr2/U2dMY=:v1:n5FUZ9n0IJi1z8rv:9QmZiS6XldJ+7Ax5YXwivOrk7tgGig==
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Pulumi.prod.yaml"


def edited(file: Path, before: str, **adopted: int) -> str:
    file.write_bytes(before.encode())
    write_adopted(file, adopted)
    return file.read_bytes().decode()


def test_new_entries_stand_below_those_that_are_there_and_nothing_else_changes(file: Path) -> None:
    line = '    "a.b: c": 20180\n'

    after = edited(file, HAND_WRITTEN, support=53701, **{"shop/help": 53702})

    assert after == HAND_WRITTEN.replace(line, f"{line}    support: 53701\n    shop/help: 53702\n")


def test_a_changed_id_is_all_that_changes(file: Path) -> None:
    after = edited(file, HAND_WRITTEN, main=53701)

    assert after == HAND_WRITTEN.replace("main: 20575", "main: 53701")


def test_a_file_that_has_all_entries_is_not_written(file: Path) -> None:
    file.write_text(HAND_WRITTEN)
    os.utime(file, (1, 1))

    write_adopted(file, {"main": 20575})

    assert file.stat().st_mtime == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "config:\n  livevox:adopt:\n    main: 1\n"),
        ("# none yet", "# none yet\nconfig:\n  livevox:adopt:\n    main: 1\n"),
        ("config:\n", "config:\n  livevox:adopt:\n    main: 1\n"),
        (
            "config:\nencryptionsalt: v1\n",
            "config:\n  livevox:adopt:\n    main: 1\nencryptionsalt: v1\n",
        ),
        (
            "'config' :  # none\n\n# salt\nencryptionsalt: v1\n",
            "'config' :  # none\n  livevox:adopt:\n    main: 1\n\n# salt\nencryptionsalt: v1\n",
        ),
        (
            "config:\n  livevox:adopt:\n  shop:a: 1\n",
            "config:\n  livevox:adopt:\n    main: 1\n  shop:a: 1\n",
        ),
        ("config: {}\n", "config:\n  livevox:adopt:\n    main: 1\n"),
        ("config: null # none\n", "config: # none\n  livevox:adopt:\n    main: 1\n"),
        (
            "config:\n    shop:a: 1\nother: 2\n",
            "config:\n    shop:a: 1\n    livevox:adopt:\n      main: 1\nother: 2\n",
        ),
        (
            "config:\n  shop:a: |\n    text\n\n# end\n",
            "config:\n  shop:a: |\n    text\n\n  livevox:adopt:\n    main: 1\n# end\n",
        ),
        (
            "config:\n  livevox:adopt: {}\n  shop:a: [1]\n",
            "config:\n  livevox:adopt:\n    main: 1\n  shop:a: [1]\n",
        ),
        ('config:\n  livevox:adopt: ""\n', "config:\n  livevox:adopt:\n    main: 1\n"),
        (
            "config:\n  livevox:adopt: {help: 2}\n",
            'config:\n  livevox:adopt: {help: 2, "main": 1}\n',
        ),
        (
            'config:\n  livevox:adopt:\n    ? "a\\nb"\n    : 5\n',
            'config:\n  livevox:adopt:\n    ? "a\\nb"\n    : 5\n    main: 1\n',
        ),
        ('{"config": {"a": [1]}}', '{"config": {"a": [1], "livevox:adopt": {"main": 1}}}'),
        (
            "encryptionsalt: v1\r\nconfig:\r\n  a: 1",
            "encryptionsalt: v1\r\nconfig:\r\n  a: 1\r\n  livevox:adopt:\r\n    main: 1\r\n",
        ),
    ],
)
def test_entries_find_their_place(file: Path, before: str, after: str) -> None:
    assert edited(file, before, main=1) == after


def test_a_stack_without_a_file_gets_one(file: Path) -> None:
    assert read_adopted(file) == {}

    write_adopted(file, {"main": 20575})

    assert file.read_text() == "config:\n  livevox:adopt:\n    main: 20575\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_entries_are_taken_out_with_their_lines_and_nothing_else_changes(newline: str) -> None:
    text = "\ufeff" + HAND_WRITTEN.replace("\n", newline)
    lines = text.splitlines(keepends=True)
    left = "".join(line for line in lines if "20575" not in line)

    assert without(text, ["main"]) == left
    assert without(left, ["a.b: c", "none"]) == left.replace(f'    "a.b: c": 20180{newline}', "")


@pytest.mark.parametrize(
    "entries", ["{main: 1, help: 2}", "\n    ? main\n    : 1", "\n    main: &a 1\n    help: *a"]
)
def test_an_entry_that_has_no_line_of_its_own_is_not_taken_out(entries: str) -> None:
    assert without(f"config:\n  livevox:adopt: {entries}\n", ["main"]) is None


@settings(max_examples=200, deadline=None)
@given(
    first=st.dictionaries(NAMES, IDS, max_size=4),
    second=st.dictionaries(NAMES, IDS, min_size=1, max_size=4),
)
def test_whatever_resources_are_called_their_ids_are_read_as_written(
    tmp_path_factory: pytest.TempPathFactory, first: dict[str, int], second: dict[str, int]
) -> None:
    one = {"main": 20575, "a.b: c": 20180} | first
    other = one | second
    assume(all(len(set(each.values())) == len(each) for each in (one, other)))
    file = tmp_path_factory.mktemp("stack") / "Pulumi.prod.yaml"
    file.write_text(HAND_WRITTEN)

    write_adopted(file, first)
    write_adopted(file, second)

    assert read_adopted(file) == other
    kept = [line for line in HAND_WRITTEN.splitlines() if "20575" not in line]
    lines = iter(file.read_text().split("\n"))
    assert all(line in lines for line in kept)


def test_the_file_keeps_its_mode_and_a_link_to_it_stays(file: Path, tmp_path: Path) -> None:
    file.write_text(HAND_WRITTEN)
    file.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(file)

    write_adopted(link, {"support": 53701})

    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert read_adopted(file)["support"] == 53701
    assert sorted(each.name for each in tmp_path.iterdir()) == [file.name, link.name]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("config: [", "line 1 can't be read"),
        ("config:\n  a: 1\n  a: 2\n", "line 3 can't be read"),
        ("- a\n", "may hold"),
        ("config: text\n", 'config in .* was "text"; it may be a mapping'),
        ("config:\n  livevox:adopt: 20575\n", "livevox:adopt was 20575; it may be"),
        ("config:\n  livevox:adopt:\n    main: two\n", 'has "two" for main; it may be the id'),
        ("config:\n  livevox:adopt:\n    main: true\n", "has true for main"),
        ("config:\n  livevox:adopt:\n    main: 0\n", "has 0 for main"),
        ("config:\n  livevox:adopt: {a: 5, b: 5}\n", "has service 5 for a and for b; it may have"),
        ("? config\n", "can't be edited"),
        ("config: &a\n  x: 1\nother: *a\n", "can't be edited here: write below .*: main: 1$"),
    ],
)
def test_a_file_that_can_not_be_taken_is_told_and_left_alone(
    file: Path, text: str, told: str
) -> None:
    file.write_text(text)

    with pytest.raises(TaskError, match=told):
        write_adopted(file, {"main": 1})

    assert file.read_text() == text


def test_what_is_no_text_is_told(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(TaskError, match="UTF-8"):
        read_adopted(file)


def test_a_file_that_can_not_be_written_is_told_and_left_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(HAND_WRITTEN)
    # A compiled module would be cut off as well, and found by whoever imports it next.
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(TaskError, match=r"can't be written \(File too large\)"):
            write_adopted(file, {"support": 53701})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert file.read_text() == HAND_WRITTEN
    assert list(file.parent.iterdir()) == [file]


def test_an_id_may_be_text_as_pulumi_writes_it(file: Path) -> None:
    file.write_text('config:\n  livevox:adopt:\n    main: "20575"\n')

    assert read_adopted(file) == {"main": 20575}
    write_adopted(file, {"main": 20575, "help": 20180})
    assert YAML(typ="safe").load(file)["config"]["livevox:adopt"] == {
        "main": "20575",
        "help": 20180,
    }


def test_the_one_name_that_pulumi_reads_as_none_is_refused(file: Path) -> None:
    with pytest.raises(TaskError, match="declare adopt_id=1 for that resource"):
        write_adopted(file, {"<<": 1})

    assert not file.exists()
