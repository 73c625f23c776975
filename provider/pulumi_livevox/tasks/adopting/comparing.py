"""What taking live services over would change, by what a preview shows of their resources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from pulumi_livevox.client import NotFound
from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.caller_id.declaration import DeclaredCallerId
from pulumi_livevox.resources.caller_id.taking_over import caller_id_changes
from pulumi_livevox.resources.inbound_hours.declaration import DeclaredInboundHours
from pulumi_livevox.resources.inbound_hours.taking_over import hours_changes
from pulumi_livevox.resources.service.declaration import DeclaredService
from pulumi_livevox.resources.service.sections import GENERAL
from pulumi_livevox.resources.service.taking_over import look_at, service_changes
from pulumi_livevox.run.at_once import at_once
from pulumi_livevox.run.commits import Commits
from pulumi_livevox.run.errors import ProviderError, no_service
from pulumi_livevox.tasks.adopting.previewed import NewService
from pulumi_livevox.tasks.stacks.steps import INBOUND_HOURS, Step

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

_SERVICES_AT_ONCE: Final = 16
"""Services that are read side by side, each with several reads."""


@dataclass(frozen=True)
class Compared:
    """A live service beside the resource that is to take it over."""

    service_id: int
    call_center_id: int
    changes: tuple[str, ...]
    """What `pulumi up` would change, value by value, in the words of a preview."""


def compare(
    client: LiveVoxClient,
    commits: Commits,
    new: Iterable[NewService],
    service_ids: Mapping[str, int],
) -> dict[str, Compared | str]:
    """Compare the new services that have a live one with it; return the answers by URN.

    A preview's sentence stands for a service that can't be taken over. Reads what is declared
    alone, side by side: Read Service General, Phone, Settings, Messaging and Inbound Hours.
    """
    comparisons = {
        each.urn: partial(_compared, client, commits, each, service_ids)
        for each in new
        if each.urn in service_ids
    }
    return at_once(comparisons, at_most=_SERVICES_AT_ONCE)


def _compared(
    client: LiveVoxClient, commits: Commits, new: NewService, service_ids: Mapping[str, int]
) -> Compared | str:
    service_id = service_ids[new.urn]
    declared = replace(_linked(new, service_ids), adopt_id=service_id)
    try:
        shown = look_at(client, commits, declared, new.identity, shared=True)
        changes = [str(each) for each in service_changes(declared, service_id, shown)]
        for child in new.children:
            told = _changes_of_child(client, child, service_id)
            changes += [f"{child.name}: {change}" for change in told]
    except ProviderError as refusal:
        return str(refusal)
    except NotFound as error:
        return str(no_service(service_id, error))
    return Compared(service_id, shown.call_center_id, tuple(changes))


def _linked(new: NewService, service_ids: Mapping[str, int]) -> DeclaredService:
    """Return what is declared, with the id of a linked service that is taken over as well."""
    linked = service_ids.get(new.linked_to or "")
    if linked is None:
        return new.declared
    general = {**new.declared.values(GENERAL.name), "inbound_service_id": linked}
    return replace(new.declared, sections={**new.declared.sections, GENERAL.name: general})


def _changes_of_child(client: LiveVoxClient, child: Step, service_id: int) -> list[Change]:
    inputs = {**child.inputs, "service": str(service_id)}
    if child.type == INBOUND_HOURS:
        hours = DeclaredInboundHours.from_inputs(inputs).hours
        return hours_changes(hours, client.read_inbound_hours(service_id, shared=True), today())
    number = DeclaredCallerId.from_inputs(inputs)
    return caller_id_changes(number, client.read_phone(service_id, shared=True))
