"""What a change of the program means for an object that stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Difference:
    """What differs between an object's state and its declaration."""

    changed: bool
    replaces: tuple[str, ...] = ()
    """Properties that make it another object."""
    warnings: tuple[str, ...] = ()
    """What the user should know of the change, in sentences."""
