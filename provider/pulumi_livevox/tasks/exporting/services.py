"""The services that an export declares: those that were read, and those that still hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pulumi_livevox.client import NotFound
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.tasks.exporting.reading import Read
from pulumi_livevox.tasks.exporting.record import ExportRecord
from pulumi_livevox.tasks.exporting.unseen import Unseen
from pulumi_livevox.tasks.exporting.whereabouts import whereabouts
from pulumi_livevox.tasks.selection import FoundService

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


@dataclass
class Gathered:
    """The services of an export, by call center and id, and what is to be said of others."""

    services: list[WholeService] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def gather(
    client: LiveVoxClient,
    found: Iterable[FoundService],
    unseen: Unseen,
    read: Read,
    before: ExportRecord | None,
) -> Gathered:
    """Put the services of an export together: those that were `found`, as far as they were `read`.

    What the export before had, and what could not be looked at now, stays as it stood then: only
    what is known to be gone, or no longer chosen, leaves the program.
    """
    gathered = Gathered([*unseen.as_they_stood], [*unseen.remarks])
    stood = {} if before is None else {service.id: service for service in before.services}
    for id, service in read.services.items():
        completed = service.completed_by(stood[id]) if id in stood else service
        gathered.services.append(completed)
        for section, reason in service.unreadable.items():
            if section not in completed.unreadable:
                gathered.remarks.append(
                    f"{service.name} ({id}): its {section} could not be read, and is exported as "
                    f"it stood at the export before: {reason}"
                )
    which = {each.id: each for each in found}
    absent = [id for id, error in read.failed.items() if isinstance(error, NotFound)]
    became = whereabouts(client, {id: which[id].call_center_id for id in absent})
    for id, error in read.failed.items():
        named = f"{which[id].name} ({id})"
        if id in became.gone:
            if id not in stood:
                gathered.remarks.append(f"{named} was deleted meanwhile, and is not exported.")
            continue
        what = "is not exported"
        if id in stood:
            gathered.services.append(stood[id])
            what = "is exported as it stood at the export before"
        reason = became.unclear.get(id, str(error))
        gathered.remarks.append(f"{named} could not be read, and {what}: {reason}")
    gathered.services.sort(key=lambda each: (each.call_center_id, each.id))
    return gathered
