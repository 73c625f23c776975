"""What is remembered of a life: what runs rolled out, what they tried, what others did."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.lives.platform import (
    CALL_CENTER,
    DEFAULT,
    LINK,
    NAME,
    Platform,
    Slots,
    declared_hours,
    declared_properties,
    number,
)
from tests.lives.program import Declaration, Hours, Number, Owner, Service

EXISTS = "the service itself"
HERE = 433
PARTS = ("week", "dates")

Slot = tuple[int, str]


@dataclass(frozen=True)
class Known:
    """A declaration that a run rolled out, and the service that it is, or is of."""

    declared: Declaration
    service: int
    parts: frozenset[str] = frozenset()
    """Of hours: what surely is this stack's, week or dates."""

    perhaps: frozenset[str] = frozenset()
    """Of hours: what runs that failed declared besides, or no longer."""


@dataclass
class Memory:
    """What is remembered of one stack's life."""

    foreign: frozenset[int]
    """The services that stood before it."""

    known: dict[str, Known] = field(default_factory=dict)
    """What runs that succeeded rolled out, by resource."""

    tried: dict[Slot, Any] = field(default_factory=dict)
    """What runs that failed declared besides, and what stood there before."""

    drift: set[Slot] = field(default_factory=set)
    """What others changed and no run has looked at."""

    told: set[int] = field(default_factory=set)
    """Services that a run told are left over."""

    unsettled: bool = False
    """Whether a run has failed since the last one that succeeded."""

    def match(self, declared: Declaration) -> Known | None:
        """What a declaration stood for so far, under this name or an earlier one."""
        for name in (declared.resource, *reversed(declared.aliases)):
            known = self.known.get(name)
            if known is not None and known.declared.kind == declared.kind:
                return known
        return None

    def locate(self, service: Service, stands: Platform) -> int | None:
        """The service on the platform that a declared one is."""
        known = self.match(service)
        if known is not None and known.service in stands:
            return known.service
        others = {each.service for each in self.known.values()} | self.foreign
        found = [key for key in those_named(stands, service.name) if key not in others]
        return found[0] if found else None


def parts_of(declared: Declaration) -> frozenset[str]:
    """Which parts of hours are declared; nothing else has any."""
    return frozenset(part for part in PARTS if getattr(declared, part, None) is not None)


def nothing(slot: str) -> Any:
    return () if slot in PARTS else None


def owned_by(owner: Owner, own: Callable[[str], int | None]) -> int | None:
    """The service that an owner stands for."""
    return owner if isinstance(owner, int) else own(owner)


def values_of(declared: Declaration, link: int | None) -> Slots:
    """The slots that a declaration speaks of."""
    match declared:
        case Service():
            linked = {} if link is None else {LINK: link}
            return {NAME: declared.name, **declared_properties(declared.properties), **linked}
        case Number():
            default = {DEFAULT: declared.number} if declared.default else {}
            return {number(declared.number): True, **default}
        case Hours():
            return declared_hours(declared)


def slots_of(known: Known) -> set[Slot]:
    """The slots that are a stack's by a declaration; of hours those that surely are."""
    if isinstance(known.declared, Hours):
        return {(known.service, part) for part in known.parts}
    return {(known.service, slot) for slot in values_of(known.declared, None)}


def a_copy(service: Service, template: Slots) -> Slots:
    """A copy, before anything declared is written."""
    copied = template | {NAME: service.name, "campaigns": []}
    if not service.inherit:
        copied = {s: v for s, v in copied.items() if s != DEFAULT and not s.startswith("number.")}
    return copied


def those_named(stands: Platform, name: str) -> list[int]:
    return [k for k, v in stands.items() if v[NAME] == name and v[CALL_CENTER] == HERE]


def different(before: Slots, after: Slots) -> list[str]:
    return sorted(s for s in before.keys() | after.keys() if before.get(s) != after.get(s))


def changed(before: Platform, after: Platform, why: str) -> list[str]:
    return [
        f"{why} service {key}: {', '.join(different(before.get(key, {}), after.get(key, {})))}"
        for key in sorted(before.keys() | after.keys())
        if before.get(key) != after.get(key)
    ]
