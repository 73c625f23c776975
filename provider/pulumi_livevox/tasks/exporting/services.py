"""The services that an export declares: those that were read, and those that still hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.tasks.exporting.reading import Read
from pulumi_livevox.tasks.exporting.record import Choices, ExportRecord
from pulumi_livevox.tasks.selection import Selected, generals

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


@dataclass
class Gathered:
    """The services of an export, by call center and id, and what is to be said of others."""

    services: list[WholeService] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def gather(
    client: LiveVoxClient,
    selected: Selected,
    read: Read,
    choices: Choices,
    before: ExportRecord | None,
) -> Gathered:
    """Put the services of an export together.

    What the export before had, and what could not be looked at now, stays as it stood then: only
    what is known to be gone, or no longer chosen, leaves the program.
    """
    gathered = Gathered(list(read.services.values()))
    stood = {} if before is None else {service.id: service for service in before.services}
    names = {each.id: each.name for each in selected.services}
    for id, error in read.failed.items():
        what = f"{names[id]} ({id}) could not be read"
        if id in stood:
            gathered.services.append(stood[id])
            what += ", and is exported as it stood at the export before"
        else:
            what += ", and is not exported"
        gathered.remarks.append(f"{what}: {error} Another run reads it alone.")
    for id in read.gone:
        if id not in stood:
            gathered.remarks.append(
                f"{names[id]} ({id}) was deleted meanwhile, and is not exported."
            )
    unseen = [each for each in stood.values() if each.id not in names]
    for service in unseen:
        if service.call_center_id in selected.unlisted:
            gathered.services.append(service)
    _note_unlisted(gathered, unseen, selected)
    if before is not None and choices.selection == before.choices.selection:
        others = [each for each in unseen if each.call_center_id not in selected.unlisted]
        gathered.notes += _no_longer_chosen(client, others)
    gathered.services.sort(key=lambda each: (each.call_center_id, each.id))
    return gathered


def _note_unlisted(gathered: Gathered, unseen: Sequence[WholeService], selected: Selected) -> None:
    for call_center in sorted(selected.unlisted):
        number = sum(each.call_center_id == call_center for each in unseen)
        if number:
            gathered.remarks.append(
                f"{number} services of call center {call_center} are exported as they stood at the "
                "export before: what the API shows of it does not say that they are gone."
            )


def _no_longer_chosen(client: LiveVoxClient, services: Sequence[WholeService]) -> list[str]:
    """Say of the services that the same choice no longer finds which of them live on."""
    found = generals(client, (each.id for each in services))
    return [
        f"{each.name} ({each.id}) still stands on the platform, and is not among the services "
        "that are chosen any more."
        for each in services
        if found[each.id]
    ]
