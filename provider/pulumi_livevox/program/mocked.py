"""A unit test with mocks asks no provider: the constructors do there what check() does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import pulumi

from pulumi_livevox.declaring.judged import Judge
from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.program.running import is_mocked
from pulumi_livevox.program.values import has_output

Load = Callable[[], Judge]
"""Loads what judges, in a unit test alone: programs pay for no more imports than they use."""


def checked(
    named: str,
    properties: dict[str, Any],
    load: Load,
    *,
    made_up: Collection[str] = (),
    assumed: Collection[str] = (),
) -> dict[str, Any]:
    """Return properties as check() does, and refuse what it refuses; as they are on an engine.

    Outputs are judged when they are known. What mocks have made up is taken as it is, and what is
    `assumed` is not missed.

    Raises pulumi.RunError.
    """
    if not is_mocked():
        return properties
    judge = load()
    declared = _declared(properties)
    apart = {
        name: value for name, value in declared.items() if name in made_up or has_output(value)
    }
    known = {name: _known(value) for name, value in declared.items()}
    known |= dict.fromkeys({*(set(apart) & set(made_up)), *assumed}, UNKNOWN)
    values = _judged(named, judge, known)

    def value_of(name: str) -> Any:
        if name not in apart:
            return None if name in assumed else values.get(name)
        if name in made_up:
            return apart[name]
        return pulumi.Output.from_input(apart[name]).apply(
            lambda value: _judged(named, judge, _declared({**known, name: value})).get(name)
        )

    return {name: value_of(name) for name in properties}


def _judged(named: str, judge: Judge, values: Mapping[str, Any]) -> dict[str, Any]:
    judged = judge(values, None)
    if judged.problems:
        raise pulumi.RunError("\n".join(f"{named}: {problem}" for problem in judged.problems))
    return judged.values


def _declared(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values without the None inside, which never arrives at a provider."""
    return {
        key: _declared(value) if isinstance(value, Mapping) else value
        for key, value in values.items()
        if value is not None
    }


def _known(value: Any) -> Any:
    if isinstance(value, pulumi.Output):
        return UNKNOWN
    if isinstance(value, Mapping):
        return {key: _known(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_known(item) for item in value]
    return value
