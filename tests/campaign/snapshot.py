"""Where the phases begin: a stack and its sandbox, made once and copied for each cell."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.campaign.program import PROGRAM
from tests.rig.place import Place, opened

_NOT_NEEDED = shutil.ignore_patterns("access.jsonl", "backups", "history", "logs", "__pycache__")


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
