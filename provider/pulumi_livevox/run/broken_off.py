"""What users are told of objects that a run which broke off may have written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import Final

from pulumi_livevox.run.target import Kind
from pulumi_livevox.run.writes import Operation, Write

TOLD_AT_MOST: Final = 20
"""Of how many objects each is told in a process; a killed rollout may have left a thousand."""


class BrokenOff:
    """What a process tells: of the first objects each, then where all others are on record."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)

    def told(self, write: Write, declared: Sequence[str]) -> list[str]:
        """Return what is told of an object that may differ from the state; nothing of most of many.

        `declared` are the paths of what is declared by now. What stays as the write left it is told
        in any case: nothing mends that.
        """
        number = 0 if stays(write, declared) else next(self._numbers)
        if number <= TOLD_AT_MOST:
            return [broken_off(write, declared)]
        if number > TOLD_AT_MOST + 1:
            return []
        return [
            f"a run that broke off left more than {TOLD_AT_MOST} objects in doubt. {write.target} "
            f"and the others are on record in {self._folder}; what is said of the first holds for "
            "them, and they are not told one by one"
        ]


def stays(write: Write, declared: Sequence[str]) -> list[str]:
    """Return what a write may have written and is not declared by now."""
    return [path for path in write.paths if path not in declared]


def broken_off(write: Write, declared: Sequence[str]) -> str:
    """Say that an object may differ from the state, and what is done about it.

    `declared` are the paths of what is declared by now.
    """
    if write.operation is Operation.DELETE and write.target.kind is Kind.SERVICE:
        return (
            f"a run that broke off was about to delete {write.target}, so it may be gone: `pulumi "
            "destroy` goes on with that, and `pulumi up --refresh` makes anew what is gone"
        )
    done = "delete" if write.operation is Operation.DELETE else "write to"
    left = (
        f"; {', '.join(undeclared)}, which it may have written, is not declared and stays as it is"
        if (undeclared := stays(write, declared))
        else ""
    )
    told = f" ({'; '.join(write.words)})" if write.words else ""
    return (
        f"a run that broke off was about to {done} {write.target}{told}, so it may differ from the "
        f"state: `pulumi up` compares it with what is declared and writes what differs{left}"
    )
