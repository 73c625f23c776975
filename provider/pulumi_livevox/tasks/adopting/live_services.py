"""The live services by name: those of some call centers, or all that the user sees."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from pulumi_livevox.tasks.selection import FoundService, Selected, Selection, generals, select

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


class LiveServices:
    """The live services by name, as far as they were looked for; nothing is looked at twice."""

    def __init__(self, client: LiveVoxClient) -> None:
        self.notes: list[str] = []
        """What can't be told, in sentences; nothing is wrong."""
        self.remarks: list[str] = []
        """What is not there, or can't be looked into, in sentences."""
        self._client = client
        self._by_name: dict[str, dict[int, FoundService]] = {}
        self._seen: set[int] = set()
        self._seen_all = False

    def look_in(self, call_center_ids: Collection[int]) -> None:
        """Look at the services of some call centers: List Services."""
        if chosen := tuple(sorted(set(call_center_ids) - self._seen)):
            self._take(select(self._client, Selection(call_center_ids=chosen)))
            self._seen.update(chosen)

    def look_everywhere(self) -> None:
        """Look at all services that the user sees: Find Matching Services, and List Services."""
        if not self._seen_all:
            self._take(select(self._client, Selection()))
            self._seen_all = True

    def named(self, name: str) -> list[FoundService]:
        """Return the services of exactly this name, by call center and id."""
        found = self._by_name.get(name, {}).values()
        return sorted(found, key=lambda each: (each.call_center_id, each.id))

    def has(self, name: str, call_center_id: int | None) -> bool:
        """Tell whether a service of this name was found in a call center, which is known."""
        return any(each.call_center_id == call_center_id for each in self.named(name))

    def _take(self, selected: Selected) -> None:
        for each in selected.services:
            self._seen.add(each.call_center_id)
            self._by_name.setdefault(each.name, {})[each.id] = each
        self.notes += [each for each in selected.notes if each not in self.notes]
        self.remarks += [each for each in selected.remarks if each not in self.remarks]


def call_centers_of(client: LiveVoxClient, service_ids: Iterable[int]) -> dict[int, int]:
    """Return the call center of each service that is there: Read Service General."""
    read = generals(client, service_ids)
    return {id: each.call_center_id for id, each in read.items() if each is not None}
