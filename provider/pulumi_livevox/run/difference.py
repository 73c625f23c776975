"""What a change of the program means for an object that stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pulumi_livevox.run.target import Kind
from pulumi_livevox.run.writes import Operation, Write


@dataclass(frozen=True)
class Difference:
    """What differs between an object's state and its declaration."""

    changed: bool
    replaces: tuple[str, ...] = ()
    """Properties that make it another object."""
    warnings: tuple[str, ...] = ()
    """What the user should know of the change, in sentences."""


def still_standing(what: object, undeclared: Iterable[str]) -> list[str]:
    """Return a sentence for each property that is no longer declared, and so stays as it is."""
    return [
        f"{what}: {path} is no longer declared and stays on the platform as it is"
        for path in undeclared
    ]


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
    stays = [path for path in write.paths if path not in declared]
    left = (
        f"; {', '.join(stays)}, which it may have written, is not declared and stays as it is"
        if stays
        else ""
    )
    told = f" ({'; '.join(write.words)})" if write.words else ""
    return (
        f"a run that broke off was about to {done} {write.target}{told}, so it may differ from the "
        f"state: `pulumi up` compares it with what is declared and writes what differs{left}"
    )
