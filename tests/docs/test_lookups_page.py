"""The page of lookups: its functions and results are those of the package, its unit tests pass."""

import dataclasses
import re
import subprocess
import sys
from pathlib import Path

import pytest

import pulumi_livevox as livevox
from tests.docs.blocks import shown_files
from tests.rig import ROOT

PAGE = (ROOT / "docs" / "lookups.md").read_text()
LOOKUPS = [name for name in livevox.__all__ if name.startswith(("get_", "find_"))]
RESULTS = [name for name in livevox.__all__ if name.endswith("Result")]


def rows(heading: str) -> list[str]:
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [line for line in section.splitlines() if line.startswith(("| `get", "| `find"))]


def test_every_function_is_named_with_what_it_finds() -> None:
    once = {name for name in LOOKUPS if not name.endswith("_output")}
    assert {f"{name}_output" for name in once} == set(LOOKUPS) - once
    for heading in ("The functions", "What they find"):
        assert {re.findall(r"\w+", row)[0] for row in rows(heading)} == once


@pytest.mark.parametrize("result", [name for name in RESULTS if name != "GetSettingsResult"])
def test_every_value_of_a_result_is_named(result: str) -> None:
    (row,) = [each for each in rows("What they find") if f"`{result}`" in each]
    fields = {field.name for field in dataclasses.fields(getattr(livevox, result))}
    assert fields <= set(re.findall(r"`(\w+)`", row))


def test_every_setting_that_can_not_be_declared_is_named() -> None:
    (row,) = [each for each in rows("What they find") if "`GetSettingsResult`" in each]
    fields = {field.name for field in dataclasses.fields(livevox.GetSettingsResult)}
    read_only = fields - set(livevox.SettingsArgs.__annotations__)
    assert read_only | {"GetSettingsResult", "get_settings"} == set(re.findall(r"`(\w+)`", row))


def test_the_unit_tests_that_the_page_shows_pass(tmp_path: Path) -> None:
    files = shown_files("docs/lookups.md")
    assert set(files) == {"lines.py", "test_lines.py"}
    for name, code in files.items():
        (tmp_path / name).write_text(code)
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_lines.py"]
    ran = subprocess.run(tests, cwd=tmp_path, env={}, stdout=subprocess.PIPE, text=True)
    assert "1 passed" in ran.stdout, ran.stdout
