"""Properties as the engine has them, and as this package works with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any, Final, Protocol, TypeVar

import pulumi
from pulumi.runtime import rpc

from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.hours.meaning import HIDDEN
from pulumi_livevox.run.identity import IDENTITY
from pulumi_livevox.run.state import Location, Standing
from pulumi_livevox.run.target import Target

LOCATION: Final = "__location"
"""Output that says where the object lives; hidden by the engine."""

WRITE: Final = "__write"
"""Output that is the token of the last write that the engine heard of; hidden by the engine."""

_HIDDEN: Final = "__"

Properties = dict[str, Any]


class Declaration(Protocol):
    """What a program declares of an object, typed."""

    def to_inputs(self) -> dict[str, Any]:
        """Return it as state keeps it."""

    def target_of(self, id: str, /) -> Target:
        """Return the object of a resource that has this id."""


DeclarationT = TypeVar("DeclarationT", bound=Declaration)


def from_engine(properties: Properties) -> dict[str, Any]:
    """Return the engine's properties as this package works with them: declared ones alone.

    Hidden names are not declared, but for two that say how hours are meant.
    """
    return {
        name: _plain(value)
        for name, value in properties.items()
        if name in HIDDEN or not name.startswith(_HIDDEN)
    }


def identity_of(properties: Properties) -> str:
    """Return which resource the properties belong to; older children have no identity."""
    return str(properties.get(IDENTITY, ""))


def standing(
    id: str,
    properties: Properties,
    read: Callable[[Mapping[str, Any]], DeclarationT],
    identity: str | None = None,
) -> Standing[DeclarationT]:
    """Return an object as the engine's state has it.

    `read` makes a declaration of inputs; `identity` is that of the resource which has the object
    now, where that may be another one than before.
    """
    stored = properties[LOCATION]
    location = Location(
        str(stored["base_url"]), int(stored["client_id"]), int(stored["call_center_id"])
    )
    declared = read(from_engine(properties))
    return Standing(
        declared.target_of(id),
        declared,
        location,
        identity_of(properties) if identity is None else identity,
        str(properties.get(WRITE, "")),
    )


def inputs(values: Mapping[str, Any], identity: str) -> Properties:
    """Return inputs as the engine takes them, with the identity of their resource."""
    taken = {name: _for_engine(value) for name, value in values.items()}
    return taken | {IDENTITY: identity} if identity else taken


def outputs(standing: Standing[Declaration]) -> Properties:
    """Return what state keeps of an object: every input, where it lives, and its last write."""
    kept = inputs(standing.declared.to_inputs(), standing.identity)
    kept[LOCATION] = asdict(standing.location)
    return kept | {WRITE: standing.write} if standing.write else kept


def _plain(value: Any) -> Any:
    if isinstance(value, pulumi.output.Unknown):
        return UNKNOWN
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _for_engine(value: Any) -> Any:
    if value is UNKNOWN:
        return rpc.UNKNOWN
    if isinstance(value, Mapping):
        return {key: _for_engine(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_for_engine(item) for item in value]
    return value
