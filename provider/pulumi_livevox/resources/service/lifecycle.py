"""The life of a service: what is declared, known and live, and the calls that follow.

How a copy comes about is told in copying, what becomes of an earlier run's in takeover.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pulumi_livevox.client import BadRequest, Conflict, Forbidden, NotFound
from pulumi_livevox.resources.claims import Kind
from pulumi_livevox.resources.difference import Difference
from pulumi_livevox.resources.errors import ProviderError
from pulumi_livevox.resources.names import CallCenterNames
from pulumi_livevox.resources.platform import Location, Platform
from pulumi_livevox.resources.service.copying import copy_and_commit, remove_unfinished_copies
from pulumi_livevox.resources.service.sections import (
    Declared,
    as_declared,
    changes,
    read_shown,
    standing,
    write_all,
    writes,
)
from pulumi_livevox.resources.service.taken_names import refuse_taken
from pulumi_livevox.resources.service.takeover import committed_before, refuse_to_leave_behind


def create(platform: Platform, declared: Declared, marker: str) -> tuple[int, Location]:
    """Bring a service about as declared: adopt, take over, or copy. Return its id and place."""
    if "adopt_id" in declared:
        return _adopt(platform, declared, marker)
    name = declared["name"]
    platform.claims.claim(Kind.SERVICE_NAME, name, marker)
    template_id = declared["template_id"]
    try:
        template = platform.client.read_general(template_id, shared=True)
    except NotFound:
        raise ProviderError(
            f"template_id {template_id} names a service that does not exist, or that this user "
            "may not see; nothing was made"
        ) from None
    location = platform.location(template.call_center_id)
    # Claimed everywhere until it is known where the name is going to stand.
    platform.claims.claim(Kind.SERVICE_NAME, _name_key(location, name), marker)
    platform.claims.release(Kind.SERVICE_NAME, name, marker)
    names = platform.names.of(template.call_center_id)
    with names.reserved(name, marker):
        service_id = committed_before(platform, names, declared, marker)
        if service_id is None:
            refuse_taken(platform, names, name, marker)
        remove_unfinished_copies(platform, names, marker)
        if service_id is None:
            service_id = copy_and_commit(platform, names, declared, marker)
    platform.learn(service_id, location)
    return service_id, location


def diff(
    platform: Platform,
    service_id: int,
    old: Declared,
    new: Declared,
    location: Location,
    marker: str,
) -> Difference:
    """Compare a declaration with the state; a service is never replaced. Sends nothing."""
    claimant = platform.claims.claim(Kind.SERVICE, str(service_id), marker)
    platform.require_base_url(f"service {service_id}", location)
    if claimant != marker:
        raise ProviderError(
            f"service {service_id} is declared by two resources of this program ({claimant} and "
            f"{marker}): one resource manages one service. If one of them is in the state alone, "
            "forget it with `pulumi state delete`."
        )
    platform.learn(service_id, location)
    warnings = tuple(
        f"service {service_id}: {name} counts when a service is made; this one stands, so the "
        "change is recorded and nothing is sent"
        for name in ("template_id", "adopt_id", "inherit_caller_ids")
        if old.get(name) != new.get(name)
    )
    return Difference(changed=old != new, warnings=warnings)


def read(
    platform: Platform, service_id: int, declared: Declared, location: Location
) -> dict[str, Any] | None:
    """Return what is declared as it is live; None where the service is proven gone."""
    platform.require(f"service {service_id}", location)
    try:
        shown = read_shown(platform, service_id, declared, shared=True)
    except NotFound:
        platform.confirm_gone(service_id, location)
        return None
    platform.learn(service_id, location)
    return as_declared(service_id, declared, shown)


def update(
    platform: Platform,
    service_id: int,
    old: Declared,
    new: Declared,
    location: Location,
    marker: str,
) -> None:
    """Write what changed between `old` and `new`, section beside section."""
    platform.require_base_url(f"service {service_id}", location)
    platform.learn(service_id, location)
    changed = changes(old, new)
    calls = writes(platform, service_id, changed)
    if not calls:
        return
    platform.require(f"service {service_id}", location)
    if "name" not in changed["general"]:
        write_all(service_id, calls)
        return
    names = platform.names.of(location.call_center_id)
    with names.reserved(new["name"], marker):
        refuse_taken(platform, names, new["name"], marker, but=service_id)
        calls["general"] = partial(_rename, names, service_id, new["name"], calls["general"])
        write_all(service_id, calls)


def _rename(names: CallCenterNames, service_id: int, name: str, write: Callable[[], None]) -> None:
    """Write the general properties; the name stands then, whatever else of the update fails."""
    write()
    names.put(service_id, name)


def delete(
    platform: Platform,
    service_id: int,
    declared: Declared,
    location: Location,
    marker: str | None = None,
) -> None:
    """Delete a service; its caller IDs and hours go with it. A service that is gone is done.

    Makes no call where the resource itself (`marker`) has just taken the service over again.
    """
    name = declared["name"]
    if marker and platform.claims.claimant(Kind.SERVICE, str(service_id)) == marker:
        return
    if (
        platform.claims.is_claimed(Kind.SERVICE, str(service_id))
        or platform.claims.is_claimed(Kind.NAME_HOLDER, str(service_id))
        or platform.claims.is_claimed(Kind.SERVICE_NAME, name)
        or platform.claims.is_claimed(Kind.SERVICE_NAME, _name_key(location, name))
    ):
        raise ProviderError(
            f"service {service_id} is not deleted: a resource of this program declares it under "
            "another name. If the resource was renamed, say so with opts=pulumi.ResourceOptions("
            "aliases=[pulumi.Alias(name=<its old name>)]); to forget the old resource alone, use "
            "`pulumi state delete`"
        )
    platform.require(f"service {service_id}", location)
    try:
        platform.client.delete_service(service_id)
    except NotFound:
        platform.confirm_gone(service_id, location)
    except (BadRequest, Conflict, Forbidden) as error:
        of_campaigns = "campaign" in error.message.lower()
        if isinstance(error, Forbidden) and not of_campaigns:
            raise
        why = (
            "A service can be deleted once it had no campaign for 90 days"
            if of_campaigns
            else "If it had a campaign in the past 90 days, that is why"
        )
        raise ProviderError(
            f"service {service_id} was not deleted: {error.problem} It stands as it was. {why}: "
            "wait and run this again, or park it: declare it once more, under another name and "
            "with opts=pulumi.ResourceOptions(retain_on_delete=True), run `pulumi up`, and take "
            "it out of the program again: it then leaves the state and stays on the platform."
        ) from None
    platform.names.drop(service_id)


def _name_key(location: Location, name: str) -> str:
    return f"{location.call_center_id}/{name}"


def _adopt(platform: Platform, declared: Declared, marker: str) -> tuple[int, Location]:
    service_id = int(declared["adopt_id"])
    claimant = platform.claims.claim(Kind.SERVICE, str(service_id), marker)
    if claimant != marker:
        raise ProviderError(
            f"adopt_id {service_id} names a service that another resource of this program "
            f"declares ({claimant}): one resource manages one service"
        )
    try:
        shown = read_shown(platform, service_id, declared, shared=False)
    except NotFound:
        raise ProviderError(
            f"adopt_id {service_id} names a service that does not exist, or that this user may "
            "not see; nothing was made"
        ) from None
    refuse_to_leave_behind(platform, service_id, marker)
    live = standing(service_id, declared, shown)
    location = platform.location(shown["general"]["call_center_id"])
    names = platform.names.of(location.call_center_id)
    with names.reserved(declared["name"], marker):
        if live["name"] != declared["name"]:
            refuse_taken(platform, names, declared["name"], marker, but=service_id)
        write_all(service_id, writes(platform, service_id, changes(live, declared)))
        names.put(service_id, declared["name"])
    remove_unfinished_copies(platform, names, marker)
    platform.journal.forget(marker)
    platform.journal.forget_service(service_id)
    platform.learn(service_id, location)
    return service_id, location
