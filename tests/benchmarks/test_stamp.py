"""Figures are stamped with the code that they are of."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.rig.stamp import stamp


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A repository with one commit."""
    (tmp_path / "code.py").touch()
    author = "-c", "user.name=A", "-c", "user.email=a@b.invalid"
    for words in (["init", "-q"], ["add", "."], [*author, "commit", "-qm", "Begun"]):
        subprocess.run(["git", "-C", tmp_path, *words], check=True)
    return tmp_path


def test_figures_are_of_a_day_and_a_commit_and_changes_are_told(tree: Path) -> None:
    commit = subprocess.check_output(["git", "-C", tree, "rev-parse", "--short", "HEAD"], text=True)
    clean = f"{date.today()}, commit {commit.strip()}"
    (tree / "docs").mkdir()
    (tree / "docs" / "benchmark.md").touch()
    assert stamp(tree) == clean
    (tree / "code.py").write_text("changed")
    assert stamp(tree) == f"{clean} with changes"


def test_where_there_is_no_repository_no_commit_is_known(tmp_path: Path) -> None:
    assert stamp(tmp_path) == f"{date.today()}, no commit known"
