"""Objects in doubt: a run that broke off may have written them, and the state not know it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Final

from pulumi_livevox.run.target import Kind
from pulumi_livevox.run.writes import Operation, Write

TOLD_AT_MOST: Final = 20
"""How many objects are each told in a process; a killed rollout may have left a thousand."""


class Doubts:
    """What a process tells of objects in doubt: of the first each, of the others where they are.

    Those that may be deleted are counted apart: other advice goes for them. Threads share it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._numbers: dict[bool, dict[tuple[str, ...], int]] = {True: {}, False: {}}

    def sentences(self, write: Write, declared: Sequence[str]) -> list[str]:
        """Return what is told of an object, the same however often it is asked for; [] for most.

        `declared` are the paths of what is declared by now. Where something of the write is not
        declared, that is told in any case: nothing puts it right by itself.
        """
        if left_undeclared(write, declared):
            return [sentence(write, declared)]
        number = self._number(write)
        if number <= TOLD_AT_MOST:
            return [sentence(write, declared)]
        if number > TOLD_AT_MOST + 1:
            return []
        return [
            f"a run that broke off left more than {TOLD_AT_MOST} objects in doubt: {write.target} "
            f"and the others are on record in {self._folder}, are seen to as the first are, and "
            "are not told one by one"
        ]

    def _number(self, write: Write) -> int:
        with self._lock:
            numbers = self._numbers[_may_be_deleted(write)]
            return numbers.setdefault(write.place, len(numbers) + 1)


def left_undeclared(write: Write, declared: Sequence[str]) -> list[str]:
    """Return what a write may have written and is not declared by now."""
    return [path for path in write.paths if path not in declared]


def sentence(write: Write, declared: Sequence[str]) -> str:
    """Say that an object is in doubt, and what is done about it.

    `declared` are the paths of what is declared by now.
    """
    if _may_be_deleted(write):
        return (
            f"a run that broke off was about to delete {write.target}, so it may be gone: `pulumi "
            "destroy` goes on with that, and `pulumi up --refresh` makes anew what is gone"
        )
    done = "delete" if write.operation is Operation.DELETE else "write to"
    undeclared = left_undeclared(write, declared)
    left = (
        f"; {', '.join(undeclared)}, which it may have written, is not declared and stays as it is"
        if undeclared
        else ""
    )
    told = f" ({'; '.join(write.words)})" if write.words else ""
    return (
        f"a run that broke off was about to {done} {write.target}{told}, so it may differ from the "
        f"state: `pulumi up` compares it with what is declared and writes what differs{left}"
    )


def _may_be_deleted(write: Write) -> bool:
    """Tell whether a service may be gone; numbers and hours that may be are put back."""
    return write.operation is Operation.DELETE and write.target.kind is Kind.SERVICE
