"""A stack and the sandbox that it is rolled out to, in one folder that may be copied."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.rig.interpreter import quick_interpreter
from tests.rig.processes import end_all_of
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass(frozen=True)
class Place:
    """A stack and the sandbox that it is rolled out to."""

    folder: Path
    stack: Stack
    sandbox: Sandbox

    @property
    def journal(self) -> Path:
        return self.folder / "journal"


@contextmanager
def opened(folder: Path, engine: Path) -> Iterator[Place]:
    """The place in a folder, its sandbox running; what its commands left running ends with it."""
    sandbox = Sandbox(folder / "sandbox")
    _move_to(folder, sandbox.url)
    sandbox.start()
    try:
        (folder / "stack").mkdir(exist_ok=True)
        stack = Stack(folder / "stack", engine, sandbox)
        place = Place(folder, stack, sandbox)
        stack.env |= {
            "PULUMI_STACK": "dev",
            "PULUMI_PYTHON_CMD": str(quick_interpreter(folder)),
            "LIVEVOX_JOURNAL": str(place.journal),
        }
        if "PYTHONPATH" in os.environ:
            stack.env["PYTHONPATH"] = os.environ["PYTHONPATH"]
        yield place
    finally:
        end_all_of(folder / "stack")
        sandbox.kill()


def _move_to(folder: Path, url: str) -> None:
    """Let configuration and state name the address of this sandbox."""
    stack = folder / "stack"
    stacks = stack / "state" / ".pulumi" / "stacks"
    for file in (stack / "project" / "Pulumi.dev.yaml", *stacks.rglob("dev.json*")):
        if file.exists():
            file.write_text(_ADDRESS.sub(url, file.read_text()))
