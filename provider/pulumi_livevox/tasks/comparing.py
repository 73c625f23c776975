"""What taking live services over would change, by what a preview shows of their resources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pulumi_livevox.client import NotFound
from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.declaring.sentences import shown as as_text
from pulumi_livevox.declaring.values import Unknown
from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.caller_id.declaration import DeclaredCallerId
from pulumi_livevox.resources.caller_id.taking_over import caller_id_changes
from pulumi_livevox.resources.inbound_hours.declaration import DeclaredInboundHours
from pulumi_livevox.resources.inbound_hours.taking_over import hours_changes
from pulumi_livevox.resources.service.declaration import DeclaredService
from pulumi_livevox.resources.service.sections import GENERAL, read_shown
from pulumi_livevox.resources.service.taking_over import service_changes
from pulumi_livevox.tasks.previewed import INBOUND_HOURS, NewService
from pulumi_livevox.tasks.steps import Step

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
    client: LiveVoxClient, new: Iterable[NewService], service_ids: Mapping[str, int]
) -> dict[str, Compared | str]:
    """Compare the new services that have a live one with it; return the answers by URN.

    A sentence stands for a service that can't be taken over. Reads what is declared alone, side by
    side: Read Service General, Phone, Settings, Messaging and Inbound Hours.
    """
    matched = [each for each in new if each.urn in service_ids]
    with ThreadPoolExecutor(_SERVICES_AT_ONCE) as pool:
        answers = pool.map(lambda each: _compared(client, each, service_ids), matched)
        return {each.urn: answer for each, answer in zip(matched, answers, strict=True)}


def _compared(
    client: LiveVoxClient, new: NewService, service_ids: Mapping[str, int]
) -> Compared | str:
    service_id = service_ids[new.urn]
    declared = _linked(new, service_ids)
    try:
        shown = read_shown(client, service_id, declared, shared=True)
        name = shown.sections[GENERAL.name]["name"]
        if not isinstance(new.name, Unknown) and name != new.name:
            return (
                f"service {service_id}, which it is to take over, is called {as_text(name)}, and "
                f"the declared name is {as_text(new.name)}: take it over under its name, and "
                "rename it in a later rollout"
            )
        changes = [str(each) for each in service_changes(declared, service_id, shown)]
        for child in new.children:
            told = _changes_of_child(client, child, service_id)
            changes += [f"{child.name}: {change}" for change in told]
    except NotFound:
        return (
            f"service {service_id}, which it is to take over, does not exist, or this user may not "
            "see it"
        )
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
