"""What is installed with the package and its extras suffices; what is missing is said."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.rig import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
COMMAND = "from pulumi_livevox.cli import main; main()"

#: A rollout's part of it: the provider's processes and the client.
PROGRAM = """
import pulumi_livevox as livevox
from pulumi_livevox.client.sending.connections import Connections
from pulumi_livevox.resources.caller_id.provider import CallerIdProvider
from pulumi_livevox.resources.inbound_hours.provider import InboundHoursProvider
from pulumi_livevox.resources.service.provider import ServiceProvider

livevox.Service
"""


def needed(requirements: Iterable[str], extras: frozenset[str]) -> Iterator[str]:
    """The distributions that an installation brings, those that they need included."""
    for requirement in map(Requirement, requirements):
        marker = requirement.marker
        if marker and not any(marker.evaluate({"extra": extra}) for extra in extras | {""}):
            continue
        if requirement.name == PROJECT["name"]:
            for extra in requirement.extras:
                yield from needed(PROJECT["optional-dependencies"][extra], frozenset())
            continue
        yield requirement.name
        yield from needed(
            distribution(requirement.name).requires or (), frozenset(requirement.extras)
        )


def run(folder: Path, extra: str | None, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python where the package is installed with an extra or with none."""
    folder.mkdir(exist_ok=True)
    requirements = PROJECT["dependencies"] + ([f"{PROJECT['name']}[{extra}]"] if extra else [])
    for name in set(needed(requirements, frozenset())):
        there = distribution(name)
        for top in {file.parts[0] for file in there.files or ()} - {"..", "__pycache__"}:
            if not (folder / top).exists():
                (folder / top).symlink_to(Path(str(there.locate_file(top))))
    return subprocess.run(
        [sys.executable, "-S", "-c", *command],
        env={**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{ROOT / 'provider'}"},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.parametrize(
    ("extra", "loading"),
    [
        (None, PROGRAM),
        ("cli", "import pulumi_livevox.cli.app"),
        ("sandbox", "import pulumi_livevox.cli.app, pulumi_livevox.sandbox.server"),
    ],
)
def test_what_is_installed_is_all_that_is_loaded(
    tmp_path: Path, extra: str | None, loading: str
) -> None:
    loaded = run(tmp_path, extra, loading)
    assert loaded.returncode == 0, loaded.stderr


@pytest.mark.parametrize(
    ("extra", "missing", "to_install"), [(None, "typer", "cli"), ("cli", "starlette", "sandbox")]
)
def test_a_missing_extra_is_said_in_one_sentence(
    tmp_path: Path, extra: str | None, missing: str, to_install: str
) -> None:
    done = run(tmp_path, extra, COMMAND, "sandbox", "--port", "0", "--data", str(tmp_path / "data"))
    assert done.returncode == 1
    assert done.stdout == ""
    (sentence,) = done.stderr.splitlines()
    assert sentence.startswith(f"This command needs {missing}, which is not installed: ")
    assert sentence.endswith(f'pip install "pulumi-livevox[{to_install}]"')
    assert not (tmp_path / "data").exists()


def test_a_picture_without_the_extra_that_draws_it_says_how_to_get_it(tmp_path: Path) -> None:
    record = {"version": 1, "configuration": {}, "services": [], "template": None, "adopted": {}}
    record |= {"written": {}, "underWay": {}, "choices": {"stack_name": "s", "project_name": "p"}}
    (tmp_path / ".livevox-export.json").write_text(json.dumps(record))
    picture = tmp_path / "hours.png"
    done = run(
        tmp_path / "venv", "cli", COMMAND, "hours", "--folder", str(tmp_path), "--png", str(picture)
    )
    assert (done.returncode, done.stdout) == (1, "")
    (sentence,) = done.stderr.splitlines()
    assert sentence.endswith('which is not installed: pip install "pulumi-livevox[pictures]"')
    assert not picture.exists()


def test_the_command_is_the_one_that_is_tried_here() -> None:
    assert PROJECT["scripts"] == {"pulumi-livevox": "pulumi_livevox.cli:main"}
