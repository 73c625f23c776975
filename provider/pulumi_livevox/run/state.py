"""Where an object lives, and an object as the state has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pulumi_livevox.run.target import Target

Declared = TypeVar("Declared", covariant=True)


@dataclass(frozen=True)
class Location:
    """Where an object lives: the account that owns it and its call center. All public."""

    base_url: str
    client_id: int
    call_center_id: int


@dataclass(frozen=True)
class Standing(Generic[Declared]):
    """An object that stands, as the state has it.

    `identity` is the resource's, as the program has it now; `write` is the token of the last write
    that the engine heard of, "" where there is none.
    """

    target: Target
    declared: Declared
    location: Location
    identity: str
    write: str = ""
