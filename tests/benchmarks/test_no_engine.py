"""A benchmark builds no engine, and takes none but the pinned one or a recent one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.harness import ROOT

TOLD = "The Pulumi engine is not here yet: run `make engine` first.\n"
Done = subprocess.CompletedProcess[str]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of what a benchmark starts with, where no engine has been built."""
    tree = tmp_path / "tree"
    for each in ("benchmarks", "tests", "tools/engine"):
        shutil.copytree(ROOT / each, tree / each, ignore=shutil.ignore_patterns("__pycache__"))
    return tree


def run(tree: Path, *command: str | Path, installed: str = "v3.100.0") -> Done:
    """Run a command where the installed CLI is of a version."""
    path = tree.parent / "path"
    path.mkdir()
    for name in ("pulumi", "pulumi-language-python"):
        (path / name).write_text(f"#!/bin/sh\necho {installed}\n")
        (path / name).chmod(0o755)
    env = {**os.environ, "PATH": f"{path}:{os.environ['PATH']}"}
    return subprocess.run(command, cwd=tree, env=env, capture_output=True, text=True, timeout=60)


def check(tree: Path, installed: str = "v3.100.0") -> Done:
    return run(tree, tree / "tools/engine/install.sh", "--check", installed=installed)


def built(tree: Path) -> Path:
    """The folder of an engine as install.sh leaves it."""
    bin_ = tree / ".engine" / "bin"
    bin_.mkdir(parents=True)
    modules = [tree / "tools/engine" / each for each in ("cli", "python-host")]
    pins = [(module / name).read_text() for module in modules for name in ("go.mod", "go.sum")]
    (bin_ / "pins").write_text("".join(pins))
    return bin_


@pytest.mark.parametrize("module", ["benchmarks", "benchmarks.killed"])
def test_without_an_engine_a_benchmark_says_what_to_do(tree: Path, module: str) -> None:
    done = run(tree, sys.executable, "-m", module)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", TOLD)


def test_an_installed_cli_that_is_too_old_is_none(tree: Path) -> None:
    done = check(tree)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", TOLD)
    assert not (tree / ".engine").exists()


def test_an_installed_cli_that_is_recent_is_taken(tree: Path) -> None:
    done = check(tree, installed="v3.300.0")
    assert (done.returncode, done.stdout) == (0, f"{tree.parent / 'path'}\n")


def test_an_engine_of_these_pins_is_found(tree: Path) -> None:
    folder = built(tree)
    done = check(tree)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{folder}\n", "")


def test_an_engine_of_other_pins_is_none(tree: Path) -> None:
    with (built(tree) / "pins").open("a") as pins:
        pins.write("another version\n")
    done = check(tree)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", TOLD)
