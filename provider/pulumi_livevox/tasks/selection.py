"""Which services a command is about: chosen by call center, id, name, direction and ACD feature.

The API lists a call center, and searches by direction and ACD feature. Neither alone shows all: a
search needs a feature that the API's page knows, and a list a call center.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import partial
from typing import TYPE_CHECKING, Final

from pulumi_livevox.client import CallFailed, EmptyCallCenter, NotFound
from pulumi_livevox.declaring.sentences import shown
from pulumi_livevox.run.at_once import at_once
from pulumi_livevox.wire.enumerations import AcdFeatureCode, CallDirection
from pulumi_livevox.wire.general import General
from pulumi_livevox.wire.services import SearchCriteria

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

_NOT_FOUND_BY_SEARCH: Final = (
    "A search finds services by their ACD feature: a call center in which no service has one that "
    "the API's page names is found only where its id is given."
)
"""What can't be told where no call center is named."""


@dataclass(frozen=True)
class Selection:
    """What a user chooses; nothing chosen means every service that the user sees.

    Call centers and ids say where to look, and add up; the others narrow down what is found there.
    """

    call_center_ids: tuple[int, ...] = ()
    service_ids: tuple[int, ...] = ()
    name_pattern: str | None = None
    """A shell pattern of the whole name, such as "Main*"; upper and lower case are the same."""
    call_direction: CallDirection | None = None
    acd_feature: AcdFeatureCode | None = None


@dataclass(frozen=True)
class FoundService:
    """A service that was found; its direction and ACD feature are None where they are not known."""

    id: int
    name: str
    call_center_id: int
    call_direction: str | None = None
    acd_feature_code: str | None = None

    @classmethod
    def of(cls, general: General) -> FoundService:
        """Return the service that Read Service General shows."""
        return cls(
            general.service_id,
            general.name,
            general.call_center_id,
            general.call_direction,
            general.acd_feature_code,
        )


@dataclass(frozen=True)
class Selected:
    """The services that a selection found, by call center and id."""

    services: tuple[FoundService, ...]
    notes: tuple[str, ...] = ()
    """What can't be told, in sentences; nothing is wrong."""
    remarks: tuple[str, ...] = ()
    """What was asked for and is not there, or not to be seen, in sentences."""
    gone: tuple[int, ...] = ()
    """The ids that were asked for and of which there is no service, or none to be seen."""
    unlisted: frozenset[int] = frozenset()
    """The call centers whose list shows nothing, for whatever reason."""


def select(client: LiveVoxClient, selection: Selection, *, with_kinds: bool = False) -> Selected:
    """Find the services of a selection: List Services, Find Matching Services.

    `with_kinds` makes the searches also where they are not needed, so that direction and ACD
    feature are known wherever the API knows them. Services that are chosen by id are read (Read
    Service General). Raises CallFailed where the API refuses.
    """
    by_id = _read(client, selection.service_ids)
    looking = _Looking(client, selection, with_kinds)
    found = by_id if _only_ids(selection) else looking.found() | by_id
    matching = [each for each in found.values() if _matches(each, selection)]
    remarks = sorted(looking.remarks)
    if not matching:
        remarks.append(_none_found(selection, len(found)))
    return Selected(
        tuple(sorted(matching, key=lambda each: (each.call_center_id, each.id))),
        tuple(looking.notes),
        tuple(remarks),
        tuple(sorted(set(selection.service_ids) - by_id.keys())),
        frozenset(looking.unlisted),
    )


def chooses(selection: Selection, service: FoundService) -> bool:
    """Tell whether a selection is about a service, by what is known of it."""
    is_anywhere = not (selection.call_center_ids or selection.service_ids)
    is_there = (
        is_anywhere
        or service.id in selection.service_ids
        or service.call_center_id in selection.call_center_ids
    )
    return is_there and _matches(service, selection)


class _Looking:
    """A look for services in some call centers, or in all that a search meets."""

    def __init__(self, client: LiveVoxClient, selection: Selection, with_kinds: bool) -> None:
        self.notes: list[str] = []
        self.remarks: list[str] = []
        self.unlisted: set[int] = set()
        self._client = client
        self._selection = selection
        self._searches = with_kinds or selection.call_direction or not selection.call_center_ids

    def found(self) -> dict[int, FoundService]:
        """Return what is there, before it is narrowed down by name."""
        selection, given = self._selection, self._selection.call_center_ids
        if selection.acd_feature:
            direction = selection.call_direction
            return self._searched([direction] if direction else CallDirection, given)
        searched = self._searched(CallDirection, given) if self._searches else {}
        if not given:
            self.notes.append(_NOT_FOUND_BY_SEARCH)
        listed = self._listed(given or {each.call_center_id for each in searched.values()})
        if selection.call_direction:
            # No search tells the direction of a service without a feature.
            unknown = listed.keys() - searched.keys()
            read = _read(self._client, unknown)
            self.remarks += [
                f"{listed[id].name} ({id}) is listed, and the API answers 404 to Read Service "
                "General: whether it has the direction that is chosen is not known."
                for id in sorted(unknown - read.keys())
            ]
            listed |= read
        return listed | searched

    def _searched(
        self, directions: Iterable[CallDirection], call_centers: Collection[int]
    ) -> dict[int, FoundService]:
        feature = self._selection.acd_feature
        calls = {
            direction: partial(
                self._search,
                SearchCriteria(
                    call_direction=direction,
                    acd_feature=[feature] if feature else list(AcdFeatureCode),
                    call_center=list(call_centers) or None,
                ),
            )
            for direction in directions
        }
        return {each.id: each for answer in at_once(calls).values() for each in answer}

    def _search(self, criteria: SearchCriteria) -> list[FoundService]:
        wanted = criteria.call_center
        return [
            FoundService(
                each.service_id,
                each.name,
                each.call_center_id,
                criteria.call_direction,
                each.acd_feature_code,
            )
            for each in self._client.find_services(criteria)
            if not wanted or each.call_center_id in wanted
        ]

    def _listed(self, call_centers: Collection[int]) -> dict[int, FoundService]:
        lists = at_once({each: partial(self._list, each) for each in sorted(call_centers)})
        return {each.id: each for answer in lists.values() for each in answer}

    def _list(self, call_center: int) -> list[FoundService]:
        """List a call center; where that shows nothing, note what is known of the reason."""
        try:
            listed = list(self._client.list_services(call_center))
        except EmptyCallCenter:
            self.unlisted.add(call_center)
            return self._unlisted(call_center)
        if not listed:
            self.unlisted.add(call_center)
            self.remarks.append(
                f"Call center {call_center} has services, and this user may see none of them: the "
                "API's list of it is empty."
            )
        return [FoundService(each.service_id, each.name, each.call_center_id) for each in listed]

    def _unlisted(self, call_center: int) -> list[FoundService]:
        """Tell apart why the list of a call center is refused, as far as the API does.

        Get Service List Info, and the search where that counts services.
        """
        try:
            size = self._client.service_list_info(call_center).size
        except CallFailed as refusal:
            self.remarks.append(
                f"Call center {call_center} can't be looked into, neither its list nor the list's "
                f"size: {refusal.problem}"
            )
            return []
        if size == 0:
            self.remarks.append(
                f"Call center {call_center} has no services, or is none that this user may look "
                'into: the API answers "Unauthorized" to both.'
            )
            return []
        found = self._searched(CallDirection, (call_center,))
        self.remarks.append(
            f"The API counts {size} services in call center {call_center} and answers "
            f'"Unauthorized" to its list; a search finds {len(found)} of them.'
        )
        return list(found.values())


def generals(client: LiveVoxClient, service_ids: Iterable[int]) -> dict[int, General | None]:
    """Read Service General of some services, side by side; None where one is not there.

    Shared, as what is read next is mostly the rest of them.
    """

    def general(service_id: int) -> General | None:
        try:
            return client.read_general(service_id, shared=True)
        except NotFound:
            return None

    return at_once({each: partial(general, each) for each in sorted(set(service_ids))})


def _read(client: LiveVoxClient, service_ids: Iterable[int]) -> dict[int, FoundService]:
    """Find services that are there by their ids."""
    return {
        id: FoundService.of(each)
        for id, each in generals(client, service_ids).items()
        if each is not None
    }


def _only_ids(selection: Selection) -> bool:
    return bool(selection.service_ids) and not selection.call_center_ids


def _matches(service: FoundService, selection: Selection) -> bool:
    pattern = selection.name_pattern
    return (
        (pattern is None or fnmatchcase(service.name.casefold(), pattern.casefold()))
        and selection.call_direction in (None, service.call_direction)
        and selection.acd_feature in (None, service.acd_feature_code)
    )


def _none_found(selection: Selection, looked_at: int) -> str:
    asked = [
        f"a name like {shown(selection.name_pattern)}" if selection.name_pattern else "",
        f"direction {selection.call_direction}" if selection.call_direction else "",
        f"ACD feature {selection.acd_feature}" if selection.acd_feature else "",
    ]
    if not any(asked):
        return "No service was found."
    seen = f" ({looked_at} were looked at)" if looked_at else ""
    return f"No service was found that has {' and '.join(filter(None, asked))}{seen}."
