"""A rollout that is killed on the way, and its judge."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks import killed
from benchmarks.killed import name_problems, resources
from tests.rig.processes import PROVIDER, end_all_of, processes_of
from tests.rig.stack import Run

TEMPLATE = {"id": 1, "name": "Template"}
WHOLE = [TEMPLATE, {"id": 2, "name": "Line 0"}, {"id": 3, "name": "Line 1"}]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (WHOLE, []),
        ([*WHOLE, {"id": 4, "name": "Line 1"}], ["too many: Line 1"]),
        ([*WHOLE, {"id": 4, "name": "Pulumi unfinished x"}], ["too many: Pulumi unfinished x"]),
        (WHOLE[:2], ["not there: Line 1"]),
    ],
)
def test_every_service_is_there_once(after: list[Any], told: list[str]) -> None:
    assert name_problems([TEMPLATE], after, 2) == told


def steps(*operations: str) -> list[dict[str, Any]]:
    """What the engine tells of each resource of one service."""
    told = []
    for kind, name in (each.split(":") for each in resources(1)):
        urn = f"urn:pulumi:dev::call-center::pulumi-python:dynamic/livevox:{kind}::{name}"
        for operation in operations:
            metadata = {
                "op": operation,
                "type": f"pulumi-python:dynamic/livevox:{kind}",
                "urn": urn,
            }
            told.append({"resOutputsEvent": {"metadata": metadata}})
    return told


@pytest.mark.parametrize(
    ("preview", "told"),
    [
        (Run(0, "", steps("refresh", "same")), ""),
        (Run(0, "", steps("create")), "preview --refresh shows Service:line-0: create"),
        (
            Run(0, "~ Service [diff: ~settings]", steps("refresh", "same")),
            "preview --refresh shows a difference",
        ),
        (Run(0, "", []), "preview --refresh shows Service:line-0: not in the state"),
        (Run(255, "", []), "preview --refresh fails: "),
    ],
)
def test_a_preview_with_a_refresh_shows_nothing(preview: Run, told: str) -> None:
    problems = preview.differences(resources(1))
    assert told in problems if told else problems == []


ENGINE = f"""
import subprocess, sys, time
subprocess.Popen([sys.executable, "-c", sys.argv[1], {PROVIDER!r}], stdin=subprocess.PIPE)
print(flush=True)
time.sleep(60)
"""
ENDS_WITH_ITS_ENGINE = "import sys; sys.stdin.read()"
GOES_ON = "import time; time.sleep(60)"


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[Any]:
    yield SimpleNamespace(folder=tmp_path)
    end_all_of(tmp_path)


def engine(stack: Any, provider: str) -> subprocess.Popen[bytes]:
    """A process of the stack that has started another, which looks like its provider."""
    command = [sys.executable, "-c", ENGINE, provider]
    env = {**os.environ, "HOME": str(stack.folder)}
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    return process


@pytest.mark.parametrize(
    ("kill", "provider"),
    [(killed.engine_alone, ENDS_WITH_ITS_ENGINE), (killed.all_processes, GOES_ON)],
)
def test_nothing_is_left_of_a_run_that_was_killed(stack: Any, kill: Any, provider: str) -> None:
    kill(stack, engine(stack, provider))
    assert processes_of(stack.folder) == []


def test_a_provider_that_outlives_its_engine_is_told(
    stack: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(killed, "SECONDS_TO_END", 0.2)
    with pytest.raises(SystemExit, match=r"the provider has not ended 0\.2 s after its engine"):
        killed.engine_alone(stack, engine(stack, GOES_ON))


def test_where_power_was_lost_the_state_is_as_before_the_run(stack: Any) -> None:
    state = stack.folder / "state"
    state.mkdir()
    (state / "dev.json").write_text("before")
    with killed.state_put_back(stack):
        (state / "dev.json").write_text("after")
        (state / "lock").touch()
    assert [(each.name, each.read_text()) for each in state.iterdir()] == [("dev.json", "before")]
    assert list(stack.folder.iterdir()) == [state]
