"""Which live service each new service of a program is, by its name; or why that is not settled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pulumi_livevox.declaring.adopt_entries import KEY as ADOPT
from pulumi_livevox.declaring.sentences import shown
from pulumi_livevox.declaring.values import Unknown
from pulumi_livevox.tasks.adopting.previewed import NewService, Previewed
from pulumi_livevox.tasks.selection import FoundService
from pulumi_livevox.tasks.stacks.stack_file import entry


@dataclass(frozen=True)
class Matches:
    """What was found of new services, by their URNs; what is in neither was not found."""

    service_ids: Mapping[str, int]
    unsettled: Mapping[str, str]
    """What a person has to decide or to put right, and how."""


def match(
    previewed: Previewed,
    adopted: Mapping[str, int],
    named: Callable[[str], Sequence[FoundService]],
    call_centers: Mapping[int, int],
) -> Matches:
    """Match new services with the live ones that `named` returns for a name.

    `adopted` is the stack's `livevox:adopt`. `call_centers` has those of the templates: a copy is
    made there, so a service that stands in another one is not what the program means. Only what no
    resource has, or is to have, is taken.
    """
    taken = _Taken(previewed, adopted)
    service_ids: dict[str, int] = {}
    unsettled: dict[str, str] = {}
    for each in previewed.new:
        if each.adopt_id is not None:
            service_ids[each.urn] = each.adopt_id
            continue
        if each.resource in previewed.ambiguous:
            unsettled[each.urn] = (
                f"two resources are called {shown(each.resource)} in {ADOPT}: declare adopt_id in "
                "the program, or give one of them another name"
            )
        elif isinstance(each.name, Unknown) or each.name is None:
            unsettled[each.urn] = (
                "its name is not known in a preview, so it can't be looked for: if it lives, write "
                f"its id below {ADOPT} in the stack's file"
            )
        elif found := named(each.name):
            chosen = taken.free(each, found, call_centers)
            if isinstance(chosen, int):
                service_ids[each.urn] = chosen
            else:
                unsettled[each.urn] = chosen
    return _without_twins(previewed.new, Matches(service_ids, unsettled))


class _Taken:
    """The services that resources of the stack have, or are about to get."""

    def __init__(self, previewed: Previewed, adopted: Mapping[str, int]) -> None:
        self._standing = previewed.standing
        self._adopted = {service_id: name for name, service_id in adopted.items()}
        self._adopted |= {
            each.adopt_id: each.resource for each in previewed.new if each.adopt_id is not None
        }

    def free(
        self, new: NewService, found: Sequence[FoundService], call_centers: Mapping[int, int]
    ) -> int | str:
        """Return the one service that a resource can take over, or why there is none."""
        template_id = new.template_id
        center = None if template_id is None else call_centers.get(template_id)
        here = [each for each in found if center in (None, each.call_center_id)]
        if not here:
            return (
                f"it is {_listed(found)}, and its template {template_id} stands in call center "
                f"{center}, where a copy would be made: leave template_id out to take it over"
            )
        free = [each for each in here if each.id not in {**self._standing, **self._adopted}]
        if not free:
            return self._had(here[0].id)
        if len(free) > 1:
            return (
                f"{len(free)} services are called so: {_listed(free)}. Write the right one below "
                f"{ADOPT} in the stack's file: {entry(new.resource, free[0].id)}"
            )
        return free[0].id

    def _had(self, service_id: int) -> str:
        if service_id in self._standing:
            resource = self._standing[service_id]
            return (
                f"service {service_id} of this name is the stack's already, as {shown(resource)}: "
                "if that resource was renamed, say so with opts=pulumi.ResourceOptions(aliases="
                f"[pulumi.Alias(name={shown(resource)})])"
            )
        other = shown(self._adopted[service_id])
        return (
            f"service {service_id} of this name is for {other}, by {ADOPT} or adopt_id: where "
            "this resource is to have it, take it from the other one"
        )


def _without_twins(new: Iterable[NewService], matches: Matches) -> Matches:
    """Return the matches without services that two resources would get."""
    times = Counter(matches.service_ids.values())
    twins = {
        each.urn: matches.service_ids[each.urn]
        for each in new
        if times[matches.service_ids.get(each.urn, 0)] > 1 and each.adopt_id is None
    }
    told = {
        urn: f"service {service_id} has this name, and several resources declare it: one resource "
        "manages one service"
        for urn, service_id in twins.items()
    }
    kept = {urn: each for urn, each in matches.service_ids.items() if urn not in twins}
    return Matches(kept, {**matches.unsettled, **told})


def _listed(services: Iterable[FoundService]) -> str:
    return ", ".join(f"{each.id} in call center {each.call_center_id}" for each in services)
