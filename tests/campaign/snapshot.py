"""Where the phases begin: a stack and its sandbox, made once and copied for each cell."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.campaign.program import PROGRAM
from tests.engine.harness import Sandbox, Stack

_ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
_NOT_NEEDED = shutil.ignore_patterns("access.jsonl", "backups", "history", "logs", "__pycache__")


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
    """The place in a folder, its sandbox running."""
    sandbox = Sandbox(folder / "sandbox")
    _move_to(folder, sandbox.url)
    sandbox.start()
    try:
        (folder / "stack").mkdir(exist_ok=True)
        stack = Stack(folder / "stack", engine, sandbox)
        place = Place(folder, stack, sandbox)
        stack.env |= {"PULUMI_STACK": "dev", "LIVEVOX_JOURNAL": str(place.journal)}
        if "PYTHONPATH" in os.environ:
            stack.env["PYTHONPATH"] = os.environ["PYTHONPATH"]
        yield place
    finally:
        sandbox.kill()


def _move_to(folder: Path, url: str) -> None:
    """Let configuration and state name the address of this sandbox."""
    stack = folder / "stack"
    stacks = stack / "state" / ".pulumi" / "stacks"
    for file in (stack / "project" / "Pulumi.dev.yaml", *stacks.rglob("dev.json*")):
        if file.exists():
            file.write_text(_ADDRESS.sub(url, file.read_text()))


class Snapshots:
    """The snapshots of one version of the campaign."""

    def __init__(self, folder: Path, engine: Path) -> None:
        self._folder = folder
        self._engine = engine

    def make(self) -> None:
        """Make those that are missing: a new stack, and the program rolled out."""
        if not (self._folder / "empty").exists():
            with self._new("empty") as place:
                place.stack.program(PROGRAM)
        if not (self._folder / "standing").exists():
            with self._new("standing", begins="empty") as place:
                place.stack.up()
                place.stack.up()  # the second one takes what was made off the journal
                assert not list(place.journal.glob("*")), "the journal is not empty"

    @contextmanager
    def copied(self, name: str, folder: Path) -> Iterator[Place]:
        """A copy in a folder of its own."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self._folder / name, folder, ignore=_NOT_NEEDED)
        with opened(folder, self._engine) as place:
            yield place

    @contextmanager
    def _new(self, name: str, begins: str | None = None) -> Iterator[Place]:
        folder = self._folder / f"{name}.new"
        if begins is None:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            with opened(folder, self._engine) as place:
                yield place
        else:
            with self.copied(begins, folder) as place:
                yield place
        folder.rename(self._folder / name)
