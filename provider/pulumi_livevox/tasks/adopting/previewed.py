"""The services that a previewed stack would create or take over, with what belongs to each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pulumi_livevox.declaring.adopt_entries import entry_name
from pulumi_livevox.declaring.values import UNKNOWN, Unknown
from pulumi_livevox.resources.service.declaration import DeclaredService
from pulumi_livevox.run.identity import IDENTITY
from pulumi_livevox.tasks.stacks.steps import CALLER_ID, INBOUND_HOURS, SERVICE, Step, name_of

_STACK: Final = "pulumi:pulumi:Stack"
_PROVIDERS: Final = "pulumi:providers:"
_CHANGES_NOTHING: Final = frozenset({"same", "read", "refresh"})
_REPLACES: Final = frozenset({"create-replacement", "replace", "delete-replaced"})
"""The steps that replace one resource."""


@dataclass(frozen=True)
class NewService:
    """A service of the program that the state does not have."""

    resource: str
    """What `livevox:adopt` calls it: its name, below a component `parent/name`."""
    urn: str
    identity: str
    """Which resource of which stack it is, as runs know it (see run.identity)."""
    declared: DeclaredService
    children: tuple[Step, ...]
    """Its hours and numbers, as far as the state does not have them."""
    linked_to: str | None
    """The URN of the service that its `inbound_service_id` is, where that is not known yet."""

    @property
    def name(self) -> str | Unknown | None:
        """The declared name of the service, UNKNOWN where a preview does not know it."""
        return self.declared.wanted_name

    @property
    def adopt_id(self) -> int | None:
        """The service that it takes over, where that is declared or configured already."""
        return _known(self.declared.adopt_id)

    @property
    def template_id(self) -> int | None:
        """The service that it would be copied from, where one is declared and known."""
        return _known(self.declared.template_id)


@dataclass(frozen=True, order=True)
class Pending:
    """What `pulumi up` would do besides taking services over and making new ones."""

    resource: str
    """Its type and its name, below another resource `parent/name`."""
    operation: str
    """"create", "update", "delete", "replace", …, as Pulumi names operations."""


@dataclass(frozen=True)
class Previewed:
    """What a preview of a stack shows of services."""

    new: tuple[NewService, ...]
    """By their names; a preview has its steps in any order."""
    standing: Mapping[int, str]
    """Resource names by the ids of the services that the state has."""
    pending: tuple[Pending, ...]
    """What would be done besides creating the new services with their hours and numbers."""

    @property
    def ambiguous(self) -> frozenset[str]:
        """The names that `livevox:adopt` can't tell apart: two resources have each."""
        counted = Counter(each.resource for each in self.new)
        return frozenset(name for name, times in counted.items() if times > 1)


def read_preview(steps: Sequence[Step]) -> Previewed:
    """Read the steps of a preview."""
    children = [each for each in steps if each.type in (INBOUND_HOURS, CALLER_ID) and each.creates]
    services = [each for each in steps if each.type == SERVICE]
    new = [_new(each, children) for each in services if each.creates]
    return Previewed(
        tuple(sorted(new, key=lambda each: each.resource)),
        {int(each.id): _key(each) for each in services if each.id and each.id.isdecimal()},
        _pending(steps, new),
    )


def _new(step: Step, children: Iterable[Step]) -> NewService:
    inputs = _whole_numbers(step.inputs)
    linked_to = None
    if inputs.get("inbound_service_id") is UNKNOWN:
        urns = step.depends_on.get("inbound_service_id", ())
        linked_to = urns[0] if len(urns) == 1 else None
    declared = DeclaredService.from_inputs(inputs)
    own = tuple(each for each in children if _belongs_to(each, step, _known(declared.adopt_id)))
    return NewService(
        _key(step), step.urn, str(step.inputs.get(IDENTITY)), declared, own, linked_to
    )


def _belongs_to(child: Step, service: Step, adopt_id: int | None) -> bool:
    named = child.inputs.get("service")
    if named is UNKNOWN:
        # What is made of several resources may be the id of any.
        return child.depends_on.get("service") == (service.urn,)
    return adopt_id is not None and str(named) == str(adopt_id)


def _key(step: Step) -> str:
    if step.parent is None or step.parent.split("::")[2] == _STACK:
        return entry_name(None, step.name)
    return entry_name(name_of(step.parent), step.name)


def _known(value: int | Unknown | None) -> int | None:
    return None if isinstance(value, Unknown) else value


def _whole_numbers(value: Any) -> Any:
    """Return numbers as states mean them: JSON may say 53661.0."""
    if isinstance(value, Mapping):
        return {name: _whole_numbers(each) for name, each in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _pending(steps: Iterable[Step], new: Iterable[NewService]) -> tuple[Pending, ...]:
    made = {urn for each in new for urn in (each.urn, *(child.urn for child in each.children))}
    return tuple(
        sorted(
            {
                Pending(
                    f"{each.type.rpartition(':')[2]} {_key(each)}",
                    "replace" if each.operation in _REPLACES else each.operation,
                )
                for each in steps
                if not (each.creates and each.urn in made) and _does_something(each)
            }
        )
    )


def _does_something(step: Step) -> bool:
    """Tell whether a step changes anything but the state."""
    only_groups = step.is_component or step.type.startswith(_PROVIDERS)
    return step.operation not in _CHANGES_NOTHING and not only_groups
