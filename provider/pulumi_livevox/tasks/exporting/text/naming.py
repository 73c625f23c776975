"""What the services of a project are called, and in which order they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from pulumi_livevox.resources.service.as_program.declarable import Declarable
from pulumi_livevox.resources.service.as_program.slugs import slug, unique, variable
from pulumi_livevox.resources.service.as_program.statements import Naming
from pulumi_livevox.resources.service.whole import WholeService

Id = int


def by_name(services: Iterable[WholeService]) -> list[WholeService]:
    """Return services in the order of their names, each once; of one name, the older one first."""
    each_once = {service.id: service for service in services}
    return sorted(each_once.values(), key=lambda each: (each.name.casefold(), each.name, each.id))


def namings(
    services: Sequence[WholeService], given: Mapping[Id, str] = MappingProxyType({})
) -> dict[Id, Naming]:
    """Return what services in an order are called, by id: no two of them alike.

    Those that are given a name as a resource already have it, and are first to choose.
    """
    services = sorted(services, key=lambda service: service.id not in given)
    names = [given.get(service.id) or slug(service.name) for service in services]
    resources = unique(names, separator="-")
    variables = unique([variable(resource) for resource in resources], separator="_")
    return {
        service.id: Naming(resource, name)
        for service, resource, name in zip(services, resources, variables, strict=True)
    }


def linked(declared: Declarable) -> Id | None:
    """Return the id of the other service that a service is declared to be linked to."""
    other = declared.sections["general"].get("inbound_service_id")
    return other if isinstance(other, int) else None


class References:
    """Which links of services are references in the program, and which stay ids.

    A program can't refer in a circle, nor can its modules.
    """

    def __init__(self, services: Sequence[Declarable]) -> None:
        self._services = {each.service.id: each for each in services}
        self._modules: dict[int, set[int]] = {}
        self._referring: dict[Id, Id] = {}
        self.circular: set[Id] = set()
        """The services that name another one by its id, as a reference would go in a circle."""
        for each in services:
            self._take(each)

    def of(self, service_id: Id) -> Id | None:
        """Return the service that a service refers to."""
        return self._referring.get(service_id)

    @cached_property
    def referred_to(self) -> frozenset[Id]:
        """The services to which others refer."""
        return frozenset(self._referring.values())

    def imports(self, call_center_id: int) -> dict[int, list[Id]]:
        """Return the services of other modules to which those of a module refer, by module."""
        imported: dict[int, set[Id]] = {}
        for by, to in self._referring.items():
            module, other = self._module(by), self._module(to)
            if module == call_center_id != other:
                imported.setdefault(other, set()).add(to)
        return {module: sorted(ids) for module, ids in sorted(imported.items())}

    def in_order(self, services: Iterable[Declarable]) -> list[Declarable]:
        """Return services in their order, but each behind the one to which it refers."""
        given = {each.service.id: each for each in services}
        placed: dict[Id, Declarable] = {}
        for each in given:
            chain: list[Id] = []
            current: Id | None = each
            while current in given and current not in placed:
                chain.append(current)
                current = self._referring.get(current)
            placed |= {id: given[id] for id in reversed(chain)}
        return list(placed.values())

    def _take(self, declared: Declarable) -> None:
        to = linked(declared)
        if to not in self._services:
            return
        by = declared.service.id
        here, there = self._module(by), self._module(to)
        if self._leads(self._referring, to, by) or self._modules_lead(there, here):
            self.circular.add(by)
            return
        self._referring[by] = to
        if here != there:
            self._modules.setdefault(here, set()).add(there)

    def _module(self, service_id: Id) -> int:
        return self._services[service_id].service.call_center_id

    def _leads(self, steps: Mapping[Id, Id], start: Id, end: Id) -> bool:
        current: Id | None = start
        while current is not None and current != end:
            current = steps.get(current)
        return current == end

    def _modules_lead(self, start: int, end: int) -> bool:
        """Tell whether one module imports another, by way of others too."""
        if start == end:
            return False
        seen, ahead = {start}, [start]
        while ahead:
            for module in self._modules.get(ahead.pop(), ()):
                if module == end:
                    return True
                if module not in seen:
                    seen.add(module)
                    ahead.append(module)
        return False
