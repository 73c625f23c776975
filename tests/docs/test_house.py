"""The picture of the house in CONTRIBUTING is that of the folders as they are."""

import re
from pathlib import Path

from tests.rig import ROOT

PACKAGE = ROOT / "provider" / "pulumi_livevox"


def drawn() -> set[Path]:
    """The folders of the picture, each below the last one that stands further left."""
    text = (ROOT / "CONTRIBUTING.md").read_text()
    (picture,) = re.findall(r"```\n(provider/pulumi_livevox/\n.*?)```", text, re.DOTALL)
    path: list[str] = []
    found = set()
    for indent, name in re.findall(r"^( *)(\S+)/(?:\s|$)", picture, re.MULTILINE):
        path[len(indent) // 4 :] = [name]
        found.add(ROOT.joinpath(*path))
    return found


def test_the_folders_of_the_picture_are_those_of_the_package() -> None:
    rooms = {file.parent for file in PACKAGE.rglob("__init__.py")}
    shown = drawn()
    assert {folder for folder in shown if folder.is_relative_to(PACKAGE)} == rooms
    assert all(folder.is_dir() for folder in shown)


def test_no_module_is_longer_than_the_rules_say() -> None:
    (most,) = re.findall(r"stays below (\d+)\s+lines", (ROOT / "CONTRIBUTING.md").read_text())
    files = [
        file for room in ("provider", "tests", "benchmarks") for file in (ROOT / room).rglob("*.py")
    ]
    too_long = {str(file) for file in files if len(file.read_text().splitlines()) >= int(most)}
    assert len(files) > 200
    assert not too_long
