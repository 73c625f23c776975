"""What many services share, lifted out under a name where that reads better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pulumi_livevox.resources.service.as_program.declarable import Declarable
from pulumi_livevox.resources.service.as_program.python import Code, Merged
from pulumi_livevox.resources.service.as_program.statements import Naming

Values = Mapping[str, Any]

_KINDS: Final = ("phone", "settings", "messaging", "week", "dates")

_LINES: Final = 3
"""How many lines a name has to save."""

_SERVICES: Final = 3
"""How many services have to use a name that is not the one for most of them."""


@dataclass(frozen=True)
class Shared:
    """Named values of a module, and who uses which."""

    constants: Mapping[str, Values]
    """Values by name."""
    instead: Mapping[int, Mapping[str, Any]]
    """By service id: what is written for a property in place of its values."""


@dataclass(frozen=True)
class _Group:
    """Services that share values; the more specific ones say what differs."""

    values: Values
    uses: Mapping[int, Values]
    """By service id: what a service says on top."""


def shared(services: Sequence[Declarable], namings: Mapping[int, Naming]) -> Shared:
    """Find what services of one module share, in their order."""
    constants: dict[str, Values] = {}
    instead: dict[int, dict[str, Any]] = {}
    for kind in _KINDS:
        having = {each.service.id: values for each in services if (values := _of(each, kind))}
        groups = _based(having) if kind == "settings" else _equal(having)
        for group in groups:
            name = kind.upper()
            if name in constants:
                if len(group.uses) < _SERVICES:
                    continue
                # Of those after the first, the name of the first service that has it.
                first = namings[next(iter(group.uses))].variable
                name = f"{first.strip('_')}_{kind}".upper()
            constants[name] = group.values
            for service_id, more in group.uses.items():
                value = Merged(name, more) if more else Code(name)
                instead.setdefault(service_id, {})[kind] = value
    return Shared(constants, instead)


def _of(declared: Declarable, kind: str) -> Values | None:
    match kind:
        case "week":
            return declared.week
        case "dates":
            return declared.dates
        case _:
            return declared.sections.get(kind)


def _equal(having: Mapping[int, Values]) -> list[_Group]:
    """Group what is the same; the largest group first."""
    groups: dict[tuple[tuple[str, Any], ...], dict[int, Values]] = {}
    for service_id, values in having.items():
        groups.setdefault(tuple(values.items()), {})[service_id] = {}
    found = [_Group(dict(values), uses) for values, uses in groups.items() if _saves(values, uses)]
    return sorted(found, key=lambda group: -len(group.uses))


def _saves(values: Sequence[Any], uses: Mapping[int, Values]) -> bool:
    return len(values) * (len(uses) - 1) >= _LINES


def _based(having: Mapping[int, Values]) -> list[_Group]:
    """Group what is mostly the same: what the majority has, and what single services have on top.

    What has no majority is grouped where it is the same altogether.
    """
    groups: list[_Group] = []
    left = dict(having)
    while True:
        base = _majority(list(left.values()))
        uses = {
            service_id: _on_top(values, base)
            for service_id, values in left.items()
            if base.keys() <= values.keys()
        }
        # Somebody for whom more is different than not is better off alone.
        uses = {id: more for id, more in uses.items() if 2 * len(more) <= len(base)}
        if len(base) < _LINES or len(uses) < 2:
            return groups + _equal(left)
        groups.append(_Group(base, uses))
        left = {id: values for id, values in left.items() if id not in uses}


def _majority(dicts: Sequence[Values]) -> dict[str, Any]:
    """Return what most have, with the values of at least one in two; of equals the first one's."""
    names = Counter(name for values in dicts for name in values)
    counts = Counter(item for values in dicts for item in values.items())
    base: dict[str, Any] = {}
    for (name, value), count in counts.most_common():
        if 2 * names[name] > len(dicts) and 2 * count >= len(dicts):
            base.setdefault(name, value)
    return {name: base[name] for name in names if name in base}


def _on_top(values: Values, base: Values) -> dict[str, Any]:
    return {
        name: value for name, value in values.items() if name not in base or base[name] != value
    }
