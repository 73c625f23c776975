"""What became of services that were not found: they live, are gone, or can't be told of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from pulumi_livevox.client import LiveVoxError, LoginRefused, NotFound
from pulumi_livevox.run.at_once import at_once
from pulumi_livevox.wire.general import General

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


@dataclass
class Whereabouts:
    """What became of some services, by id."""

    living: dict[int, General] = field(default_factory=dict)
    """Those that the API shows, as it shows them."""
    gone: set[int] = field(default_factory=set)
    """Those of which the API says twice that they are not there."""
    unclear: dict[int, str] = field(default_factory=dict)
    """Of all others what the API said, in sentences."""


def whereabouts(client: LiveVoxClient, call_centers: Mapping[int, int]) -> Whereabouts:
    """Find out what became of services, given the call center in which each of them stood.

    Read Service General, then List Services of the call centers of those that are answered 404:
    gone is what such a list, asked for after that, shows others without. A 404 alone is also what
    the API says to a user who may not see a service.
    """
    became = Whereabouts()
    read = at_once({each: partial(_general, client, each) for each in sorted(call_centers)})
    absent: dict[int, NotFound] = {}
    for id, answer in read.items():
        if isinstance(answer, General):
            became.living[id] = answer
        elif isinstance(answer, NotFound):
            absent[id] = answer
        else:
            became.unclear[id] = str(answer)
    centers = sorted({call_centers[id] for id in absent})
    lists = at_once({each: partial(_listed, client, each) for each in centers})
    for id, error in absent.items():
        listed = lists[call_centers[id]]
        if isinstance(listed, frozenset) and id not in listed:
            became.gone.add(id)
            continue
        says = "has it" if isinstance(listed, frozenset) else f"does not tell: {listed}"
        became.unclear[id] = (
            f"{error.problem} That alone does not say that it is gone, and the list of call center "
            f"{call_centers[id]} {says}".rstrip(".")
            + "."
        )
    return became


def _general(client: LiveVoxClient, service_id: int) -> General | LiveVoxError:
    try:
        return client.read_general(service_id)
    except LoginRefused:
        # So is every other call.
        raise
    except LiveVoxError as error:
        return error


def _listed(client: LiveVoxClient, call_center: int) -> frozenset[int] | str:
    """Return the ids of the services in a call center, or why that can't be told."""
    try:
        ids = frozenset(each.service_id for each in client.list_services(call_center))
    except LoginRefused:
        raise
    except LiveVoxError as error:
        return error.problem
    return ids or "it is empty, as it also is for a user who may see none of its services."
