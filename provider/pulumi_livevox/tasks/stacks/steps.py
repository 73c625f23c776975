"""What the engine would do, as the JSON of a preview says it, and what a state has, likewise."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.run.identity import engine_type
from pulumi_livevox.tasks.errors import TaskError

SERVICE: Final = engine_type("Service")
INBOUND_HOURS: Final = engine_type("InboundHours")
CALLER_ID: Final = engine_type("CallerId")

_CREATE: Final = "create"
_DELETE: Final = "delete"
_REPLACE: Final = "replace"
_SAME: Final = "same"
_NOT_SHOWN: Final = frozenset({"04da6b54-80e4-46f7-96ec-b56ff0331ba9", "[secret]"})
"""What stands in the JSON for a value that a preview does not know, or does not show."""

_SIGNATURE: Final = "4dabf18193072939515e22adb298388d"
"""The key by which a state marks what stands for a secret."""


@dataclass(frozen=True)
class Step:
    """What the engine would do with one resource."""

    operation: str
    """"create", "update", "delete", "same", …, as Pulumi names operations."""
    urn: str
    type: str
    name: str
    """The resource's name in the program."""
    parent: str | None = None
    """The parent's URN."""
    inputs: Mapping[str, Any] = field(default_factory=dict)
    """What is declared, hidden inputs too; UNKNOWN where the preview does not know or show it.

    Of a resource that goes, what was declared.
    """
    before: Mapping[str, Any] | None = None
    """The inputs that the state has, likewise; None where it does not have the resource."""
    outputs: Mapping[str, Any] = field(default_factory=dict)
    """What the state keeps of the resource."""
    depends_on: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The URNs of the resources that each input is made of."""
    id: str | None = None
    """The resource's id where the state has it."""
    is_component: bool = False
    """Whether it only groups others: no provider makes it."""
    is_retained: bool = False
    """Whether nothing is deleted for it when it goes from the state."""
    deleted_with: str | None = None
    """The URN of the resource that takes it along: where both go, nothing is deleted for this."""

    @property
    def creates(self) -> bool:
        """Tell whether the resource is not in the state yet."""
        return self.operation == _CREATE

    @property
    def deletes(self) -> bool:
        """Tell whether the resource goes from the state."""
        return self.operation == _DELETE

    @property
    def replaces(self) -> bool:
        """Tell whether the resource becomes another one, of the same name."""
        return self.operation == _REPLACE


def read_steps(document: str) -> list[Step]:
    """Read the output of `pulumi preview --json`. Raises TaskError where it is something else."""
    try:
        return [_step(each) for each in json.loads(document)["steps"]]
    except (ValueError, LookupError, TypeError, AttributeError):
        raise TaskError(
            "what `pulumi preview --json` printed can't be read: use a Pulumi CLI of 3.259 or later"
        ) from None


def read_state(document: str) -> list[Step]:
    """Read the output of `pulumi stack export`: each resource as a step that leaves it as it is.

    Secrets are UNKNOWN. Raises TaskError where it is something else.
    """
    try:
        resources = json.loads(document)["deployment"].get("resources") or []
        return [
            _step({"op": _SAME, "urn": each["urn"], "oldState": each})
            for each in resources
            if not each.get("delete")
        ]
    except (ValueError, LookupError, TypeError, AttributeError):
        raise TaskError(
            "what `pulumi stack export` printed can't be read: use a Pulumi CLI of 3.259 or later"
        ) from None


def name_of(urn: str) -> str:
    """Return the name in the program of a resource with this URN."""
    return urn.split("::", 3)[-1]


def _step(step: Mapping[str, Any]) -> Step:
    old, new = step.get("oldState") or {}, step.get("newState") or {}
    state = new or old
    return Step(
        operation=step["op"],
        urn=step["urn"],
        type=state["type"],
        name=name_of(step["urn"]),
        parent=state.get("parent"),
        inputs=_shown(state.get("inputs") or {}),
        before=_shown(old.get("inputs") or {}) if old else None,
        outputs=_shown(old.get("outputs") or {}),
        depends_on={
            name: tuple(urns or ())
            for name, urns in (state.get("propertyDependencies") or {}).items()
        },
        id=old.get("id"),
        is_component=not state.get("custom", True),
        is_retained=bool(state.get("retainOnDelete")),
        deleted_with=state.get("deletedWith"),
    )


def _shown(value: Any) -> Any:
    if isinstance(value, dict):
        if _SIGNATURE in value:
            return UNKNOWN
        return {name: _shown(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_shown(each) for each in value]
    return UNKNOWN if isinstance(value, str) and value in _NOT_SHOWN else value
