"""What a change of the program means for an object that stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


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
