"""The services of an export before that this one did not find: which are still meant."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.tasks.exporting.record import Choices, ExportRecord
from pulumi_livevox.tasks.exporting.whereabouts import whereabouts
from pulumi_livevox.tasks.selection import FoundService, Selected, chooses

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


@dataclass
class Unseen:
    """What becomes of services that an export before had, and this one did not find."""

    living: list[FoundService] = field(default_factory=list)
    """Those that live and are chosen all the same: they are read like the others."""
    as_they_stood: list[WholeService] = field(default_factory=list)
    """Those that nothing is known of: they stay."""
    no_longer_chosen: list[WholeService] = field(default_factory=list)
    """Those that are not asked for any more, which says nothing of the platform."""
    remarks: list[str] = field(default_factory=list)
    """What is to be said of those that stay as they stood, in sentences."""


def look_for_unseen(
    client: LiveVoxClient, selected: Selected, choices: Choices, before: ExportRecord | None
) -> Unseen:
    """Sort out the services of the export before that were not found; in none are those gone.

    Those that another choice is not about need no call, all others are looked for by `whereabouts`.
    """
    unseen = Unseen()
    if before is None:
        return unseen
    found = {each.id for each in selected.services}
    looked_for: dict[int, WholeService] = {}
    unlisted: Counter[int] = Counter()
    is_another_choice = choices.selection != before.choices.selection
    for service in before.services:
        if service.id in found:
            continue
        stood = FoundService.of(service.general)
        if is_another_choice and not chooses(choices.selection, stood):
            unseen.no_longer_chosen.append(service)
        elif service.call_center_id in selected.unlisted:
            unseen.as_they_stood.append(service)
            unlisted[service.call_center_id] += 1
        else:
            looked_for[service.id] = service
    for call_center, number in sorted(unlisted.items()):
        unseen.remarks.append(
            f"{number} services of call center {call_center} are exported as they stood at the "
            "export before: what the API shows of it does not say that they are gone."
        )
    became = whereabouts(client, {each.id: each.call_center_id for each in looked_for.values()})
    for id, general in became.living.items():
        lives = FoundService.of(general)
        if chooses(choices.selection, lives):
            unseen.living.append(lives)
        else:
            unseen.no_longer_chosen.append(looked_for[id])
    for id, reason in became.unclear.items():
        unseen.as_they_stood.append(looked_for[id])
        unseen.remarks.append(
            f"{looked_for[id].name} ({id}) was not found, and is exported as it stood at the "
            f"export before: {reason}"
        )
    return unseen
