"""The answer to a check of what a resource is declared with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Judged:
    """What is declared, and what is wrong with it."""

    values: dict[str, Any]
    """What is declared, as state keeps it."""
    problems: list[str]
    """A sentence for each value that is wrong, or missing; nothing is sent where there is one."""
    warnings: list[str] = field(default_factory=list)
    """What is told of the declaration that stops nothing."""


Judge = Callable[[Mapping[str, Any], Mapping[str, Any] | None], Judged]
"""Judges what is typed, beside the inputs that the state has (None where it has none)."""


def read_typed(
    typed: Mapping[str, Any],
    judge: Judge,
    read: Callable[[Mapping[str, Any]], T],
    hidden: Collection[str] = (),
) -> T | None:
    """Return the declaration of what is typed for a new resource; None where it is wrong.

    `read` makes it of the inputs that state keeps. Names that begin with two underscores are the
    package's own, and no part of it but for those that are `hidden` inputs.
    """
    declared = (name for name in typed if name in hidden or not name.startswith("__"))
    judged = judge({name: typed[name] for name in declared}, None)
    return None if judged.problems else read(judged.values)
