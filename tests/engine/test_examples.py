"""The projects in examples/, each rolled out: lines are open when their hours say so."""

import re
import runpy
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

import pulumi_livevox as livevox
from pulumi_livevox.hours.zones import today
from pulumi_livevox.wire.times import EASTERN
from tests.hours.business.reader import Reader
from tests.rig import PYTHON, ROOT, live
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

EXAMPLES = ROOT / "examples"
NAMES = sorted(each.parent.name for each in EXAMPLES.glob("*/Pulumi.yaml"))

Make = Callable[[str], Stack]


@pytest.fixture
def copied(tmp_path: Path, engine: Path, sandbox: Sandbox) -> Make:
    """A copy of an example, as a user makes one, with its dev stack on the sandbox."""

    def make(name: str) -> Stack:
        folder = tmp_path / "stack"
        shutil.copytree(EXAMPLES / name, folder / "project")
        (folder / "state").mkdir(exist_ok=True)
        stack = Stack(folder, engine, sandbox)
        configuration = stack.project / "Pulumi.dev.yaml"
        text = configuration.read_text()
        configuration.write_text(text.replace(":8730", f":{sandbox.port}"))
        stack.run("stack", "init", "dev")
        return stack

    return make


def values(example: str, module: str = "hours") -> dict[str, Any]:
    """What a module of an example holds."""
    return runpy.run_path(str(EXAMPLES / example / f"{module}.py"))


def moments(hours: livevox.BusinessHours) -> Iterator[datetime]:
    """Two minutes of each hour of a year, or of the days that a rollout of today is for.

    The first minute of a day is left out: it may stand for closed.
    """
    right_until = hours.laid(today()).meaning.right_until or date.max
    last = min(today() + timedelta(days=365), right_until)
    hour = datetime.combine(today(), time(), EASTERN).astimezone(UTC)
    while hour.astimezone(EASTERN).date() <= last:
        yield hour + timedelta(minutes=1)
        yield hour + timedelta(minutes=59)
        hour += timedelta(hours=1)


def wrong_at(sandbox: Sandbox, line: str, hours: livevox.BusinessHours) -> list[str]:
    """When the platform has a line open and its hours say closed, or the other way round."""
    service = live.names(sandbox)[line]
    reader = Reader(live.section(sandbox, service, "inboundHours")["inboundHour"])
    looked_at = list(moments(hours))
    # On the day before clocks change a rollout is for that day alone, which may be closed.
    assert {hours.is_open(when) for when in looked_at} == {True, False} or len(looked_at) == 48
    return [
        f"{line} {when:%a %F %R} UTC"
        for when in looked_at
        if reader.is_open(when) is not hours.is_open(when)
    ]


def test_a_support_line_in_two_zones(copied: Make, sandbox: Sandbox) -> None:
    stack = copied("support_two_zones")
    stack.up()

    hours = values("support_two_zones")
    assert wrong_at(sandbox, "Support East", hours["EAST"]) == []
    assert wrong_at(sandbox, "Support West", hours["WEST"]) == []
    assert set(stack.preview().operations.values()) == {"same"}


def test_a_night_line(copied: Make, sandbox: Sandbox) -> None:
    stack = copied("night_line")
    stack.up()

    assert wrong_at(sandbox, "Night Line", values("night_line")["NIGHTS"]) == []
    assert set(stack.preview().operations.values()) == {"same"}


def test_a_line_in_manila(copied: Make, sandbox: Sandbox) -> None:
    stack = copied("manila")
    stack.up()

    assert wrong_at(sandbox, "After Hours", values("manila")["DAY_SHIFT"]) == []
    assert set(stack.preview().operations.values()) == {"same"}


def test_thirty_clinics_with_one_schedule_a_region(copied: Make, sandbox: Sandbox) -> None:
    stack = copied("clinic_chain")
    stack.up()

    lines = [name for name in live.names(sandbox) if name.startswith("Clinic ")]
    assert len(lines) == 30
    schedules = values("clinic_chain", "schedules")["SCHEDULES"]
    for clinic, region in {
        "Boston": "east",
        "Tulsa": "central",
        "Boise": "mountain",
        "Mesa": "arizona",
        "Oakland": "pacific",
    }.items():
        assert wrong_at(sandbox, f"Clinic {clinic}", schedules[region]) == []

    # One value changed is one changed resource a line, and nothing else.
    schedule = stack.project / "schedules.py"
    schedule.write_text(schedule.read_text().replace("06:00-12:00, 15", "06:30-12:00, 15"))
    shutil.rmtree(stack.project / "__pycache__")
    changed = [name for name, does in stack.preview().operations.items() if does != "same"]
    assert sorted(changed) == [
        f"InboundHours:{clinic}-hours" for clinic in ("mesa", "phoenix", "tucson")
    ]


def test_a_broken_line_of_the_clinics_is_one_sentence_in_the_preview(copied: Make) -> None:
    stack = copied("clinic_chain")
    with (stack.project / "clinics.csv").open("a") as file:
        file.write("Reno,Nevada\n")

    refused = stack.preview(fails=True)

    told = 'clinics.csv, line 32: region was "Nevada"; it may be east, central, mountain, '
    assert told in refused.output
    assert "Traceback" not in refused.output


@pytest.mark.parametrize("name", NAMES)
def test_the_unit_tests_of_an_example_pass(name: str) -> None:
    ran = subprocess.run(
        [PYTHON / "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_hours.py"],
        cwd=EXAMPLES / name,
        stdout=subprocess.PIPE,
        text=True,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stdout


def test_the_table_of_the_examples_names_each() -> None:
    table = (EXAMPLES / "README.md").read_text()
    assert re.findall(r"^\| \[`(\w+)`\]", table, re.MULTILINE) == NAMES
