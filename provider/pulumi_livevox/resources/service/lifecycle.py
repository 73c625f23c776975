"""The life of a service: what is declared, known and live, and the calls that follow.

A service is made by copying a template under a marker name, writing every declared section
and then, as the commit, giving it its final name together with everything general.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from pulumi_livevox.client import (
    BadRequest,
    Conflict,
    Forbidden,
    LiveVoxError,
    NotFound,
    OutcomeUnknown,
)
from pulumi_livevox.resources.claims import Kind
from pulumi_livevox.resources.difference import Difference
from pulumi_livevox.resources.errors import NameTaken, ProviderError
from pulumi_livevox.resources.journal import Commit
from pulumi_livevox.resources.markers import marker_name, of_one_stack, resource_name
from pulumi_livevox.resources.names import CallCenterNames
from pulumi_livevox.resources.platform import (
    SHARED_READ_SECONDS,
    Location,
    Platform,
    side_by_side,
)
from pulumi_livevox.resources.service.sections import (
    Declared,
    as_declared,
    changes,
    read_shown,
    standing,
    writes,
)

COPIES_AT_MOST: Final = 3
"""How often a copy is asked for in one create when answers get lost."""


def create(platform: Platform, declared: Declared, marker: str) -> tuple[int, Location]:
    """Bring a service about as declared: adopt, take over, or copy. Return its id and place."""
    if "adopt_id" in declared:
        return _adopt(platform, declared, marker)
    name = declared["name"]
    platform.claims.claim(Kind.SERVICE_NAME, name, marker)
    template_id = declared["template_id"]
    try:
        template = platform.client.read_general(template_id, max_age=SHARED_READ_SECONDS)
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
        service_id = _committed_before(platform, names, declared, marker)
        if service_id is None:
            _refuse_taken(platform, names, name, marker)
        remove_leftovers(platform, names, marker)
        if service_id is None:
            service_id = _copy_and_commit(platform, names, declared, marker)
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
        shown = read_shown(platform, service_id, declared, max_age=SHARED_READ_SECONDS)
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
    platform.require(f"service {service_id}", location)
    platform.learn(service_id, location)
    changed = changes(old, new)
    calls = writes(platform, service_id, changed)
    if "name" not in changed["general"]:
        _write_all(service_id, calls)
        return
    names = platform.names.of(location.call_center_id)
    with names.reserved(new["name"], marker):
        _refuse_taken(platform, names, new["name"], marker, but=service_id)
        calls["general"] = partial(_rename, names, service_id, new["name"], calls["general"])
        _write_all(service_id, calls)


def _rename(names: CallCenterNames, service_id: int, name: str, write: Callable[[], None]) -> None:
    """Write the general properties; the name stands then, whatever else of the update fails."""
    write()
    names.put(service_id, name)


def _write_all(service_id: int, calls: Mapping[str, Callable[[], None]]) -> None:
    try:
        side_by_side(calls)
    except NotFound:
        raise ProviderError(
            f"service {service_id} is not on the platform any more (deleted by somebody else?); "
            "nothing was made in its place. Run `pulumi refresh`, then `pulumi up` makes it again"
        ) from None
    except LiveVoxError as error:
        raise ProviderError(
            f"{error.problem} Run `pulumi refresh` to see what stands, then `pulumi up` again"
        ) from None


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


def remove_leftovers(platform: Platform, names: CallCenterNames, marker: str) -> None:
    """Remove copies that a run which died left under this resource's marker."""
    for service_id in names.named(marker_name(marker)):
        _remove_copy(platform, service_id)


def _refuse_taken(
    platform: Platform, names: CallCenterNames, name: str, marker: str, but: int | None = None
) -> None:
    holder = min((each for each in names.named(name) if each != but), default=None)
    if holder is not None:
        platform.claims.claim(Kind.NAME_HOLDER, str(holder), marker)
        commit, made_for = platform.journal.of_service(holder), None
        if commit is not None and of_one_stack(commit.marker, marker):
            made_for = resource_name(commit.marker)
        raise NameTaken(name, holder, names.call_center_id, made_for)


def _committed_before(
    platform: Platform, names: CallCenterNames, declared: Declared, marker: str
) -> int | None:
    """Take over a service that a run which died had finished; None where there is none."""
    commit = platform.journal.find(platform.client.client_id, marker)
    if commit is None:
        return None
    service_id = commit.service_id
    if service_id is None:
        names.awaited(commit.name)
        return None
    try:
        live = platform.client.read_general(service_id)
    except NotFound:
        return None
    if live.name == marker_name(marker):
        _remove_copy(platform, service_id)
        platform.journal.forget(marker)
        return None
    if live.name not in (commit.name, *commit.earlier_names, declared["name"]):
        raise ProviderError(
            f"a run that ended early made service {service_id} for this resource, as "
            f'"{commit.name}", and it is called "{live.name}" by now; nothing was made. Declare '
            f"adopt_id={service_id} to manage it; if it is no longer this resource's, "
            f"delete the record {platform.journal.path(marker)}"
        )
    if live.call_center_id != names.call_center_id:
        raise ProviderError(
            f"a run that ended early made service {service_id} for this resource in call "
            f"center {live.call_center_id}, and template_id names one of call center "
            f"{names.call_center_id} by now; nothing was made. Declare the template of then for "
            f"one run, or adopt_id={service_id}, or delete that service in the console"
        )
    platform.claims.claim(Kind.SERVICE, str(service_id), marker)
    _refuse_taken(platform, names, declared["name"], marker, but=service_id)
    _take_over(platform, service_id, commit, declared, live.name)
    names.put(service_id, declared["name"])
    return service_id


def _take_over(
    platform: Platform, service_id: int, commit: Commit, declared: Declared, live_name: str
) -> None:
    """Bring a service that a run which ended early had finished to what is declared by now."""
    declaration = _digest(declared)
    platform.journal.record(
        commit.client_id,
        commit.marker,
        service_id,
        declared["name"],
        earlier_names=[live_name],
        declaration=declaration,
    )
    calls = writes(platform, service_id, changes({}, declared))
    if commit.declaration not in ("", declaration):
        if not declared.get("inherit_caller_ids", True):
            calls["inherited caller IDs"] = partial(_remove_caller_ids, platform, service_id)
        platform.warn(
            f"service {service_id} was made by a run that ended early, as it was declared then: "
            "it is a copy of the template of then, and what is no longer declared stays as it is"
        )
    _write_all(service_id, calls)


def _digest(declared: Declared) -> str:
    text = json.dumps(declared, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _copy_and_commit(
    platform: Platform, names: CallCenterNames, declared: Declared, marker: str
) -> int:
    client_id = platform.client.client_id
    platform.journal.record(client_id, marker, None, marker_name(marker))
    copy_id = _copy(platform, names, declared["template_id"], marker)
    platform.claims.claim(Kind.SERVICE, str(copy_id), marker)
    try:
        sections = changes({}, declared)
        general = sections.pop("general")
        calls = writes(platform, copy_id, sections)
        if not declared.get("inherit_caller_ids", True):
            calls["inherited caller IDs"] = partial(_remove_caller_ids, platform, copy_id)
        side_by_side(calls)
        platform.journal.record(
            client_id, marker, copy_id, declared["name"], declaration=_digest(declared)
        )
        side_by_side(writes(platform, copy_id, {"general": general}))
    except LiveVoxError as error:
        _undo_copy(platform, copy_id, marker, error)
        if isinstance(error, BadRequest | Conflict):
            names.found_since(declared["name"])
            _refuse_taken(platform, names, declared["name"], marker)
        raise ProviderError(f"{error} The unfinished copy was removed again.") from None
    names.put(copy_id, declared["name"])
    return copy_id


def _copy(platform: Platform, names: CallCenterNames, template_id: int, marker: str) -> int:
    """Copy a template under a name that only this resource uses, exactly once."""
    name = marker_name(marker)
    for attempt in range(COPIES_AT_MOST):
        try:
            copy_id = platform.client.create_service(template_id, name)
        except (BadRequest, Conflict, OutcomeUnknown) as error:
            # A refusal may say that a copy of ours is there that the list did not show yet.
            stopped = error
            refused = isinstance(error, BadRequest)
            found = names.awaited(name) if attempt or not refused else names.found_since(name)
            if refused and not found and not attempt:
                raise _nothing_made(platform, marker, error) from None
            kept = found[0] if found and isinstance(error, OutcomeUnknown) else None
            for leftover in found:
                if leftover != kept:
                    _remove_copy(platform, leftover)
            if kept is None:
                continue
            copy_id = kept
        except LiveVoxError as error:
            if attempt:
                raise
            raise _nothing_made(platform, marker, error) from None
        names.put(copy_id, name)
        if attempt:
            _remove_late_copies(platform, names, name, copy_id)
            platform.warn(
                f'an answer to a copy was lost: should a service "{name}" turn up later in call '
                f"center {names.call_center_id}, beside service {copy_id}, delete it in the console"
            )
        return copy_id
    raise ProviderError(
        f"{stopped.problem} Nothing was made under the service's final name; run `pulumi up` again"
    )


def _nothing_made(platform: Platform, marker: str, error: LiveVoxError) -> LiveVoxError:
    """Return the error of a first copy that surely was not made; the record of it goes."""
    platform.journal.forget(marker)
    if not isinstance(error, BadRequest | Forbidden):
        return error
    return ProviderError(
        f"{error.problem} Nothing was made. Where the platform does not let a service of this "
        "kind be created by API, make it in the console and declare its id as adopt_id."
    )


def _remove_late_copies(platform: Platform, names: CallCenterNames, name: str, kept: int) -> None:
    """Remove copies of lost answers that are made, or shown, only after another was asked for."""
    for pause in platform.list_lag_seconds:
        time.sleep(pause)
        for service_id in names.found_since(name):
            if service_id != kept:
                _remove_copy(platform, service_id)


def _remove_caller_ids(platform: Platform, service_id: int) -> None:
    """Take away the caller IDs that came with the template; the default one last."""
    phone = platform.client.read_phone(service_id)
    others = [number for number in phone.caller_id if number != phone.default_caller_id]
    side_by_side(
        {number: partial(_remove_number, platform, service_id, number) for number in others}
    )
    if phone.default_caller_id in phone.caller_id:
        _remove_number(platform, service_id, str(phone.default_caller_id))


def _remove_number(platform: Platform, service_id: int, number: str) -> None:
    with contextlib.suppress(NotFound):
        platform.client.remove_caller_id(service_id, number)


def _undo_copy(platform: Platform, copy_id: int, marker: str, error: LiveVoxError) -> None:
    """Remove a copy that could not be finished; raise both errors where that fails too."""
    try:
        _remove_copy(platform, copy_id)
    except LiveVoxError as second:
        raise ProviderError(
            f"{error.problem} The unfinished copy, service {copy_id}, could not be removed "
            f"either: {second.problem} The next `pulumi up` removes it, or takes it over if it has "
            "its name."
        ) from None
    platform.journal.forget(marker)


def _remove_copy(platform: Platform, service_id: int) -> None:
    with contextlib.suppress(NotFound):
        platform.client.delete_service(service_id)
    platform.names.drop(service_id)


def _adopt(platform: Platform, declared: Declared, marker: str) -> tuple[int, Location]:
    service_id = int(declared["adopt_id"])
    claimant = platform.claims.claim(Kind.SERVICE, str(service_id), marker)
    if claimant != marker:
        raise ProviderError(
            f"adopt_id {service_id} names a service that another resource of this program "
            f"declares ({claimant}): one resource manages one service"
        )
    try:
        shown = read_shown(platform, service_id, declared, max_age=0.0)
    except NotFound:
        raise ProviderError(
            f"adopt_id {service_id} names a service that does not exist, or that this user may "
            "not see; nothing was made"
        ) from None
    _refuse_to_leave_behind(platform, service_id, marker)
    live = standing(service_id, declared, shown)
    location = platform.location(shown["general"]["call_center_id"])
    names = platform.names.of(location.call_center_id)
    with names.reserved(declared["name"], marker):
        if live["name"] != declared["name"]:
            _refuse_taken(platform, names, declared["name"], marker, but=service_id)
        _write_all(service_id, writes(platform, service_id, changes(live, declared)))
        names.put(service_id, declared["name"])
    remove_leftovers(platform, names, marker)
    platform.journal.forget(marker)
    platform.journal.forget_service(service_id)
    platform.learn(service_id, location)
    return service_id, location


def _refuse_to_leave_behind(platform: Platform, service_id: int, marker: str) -> None:
    """Refuse to adopt where a run that ended early finished another service for the resource."""
    commit = platform.journal.find(platform.client.client_id, marker)
    if commit is None or commit.service_id in (None, service_id):
        return
    with contextlib.suppress(NotFound):
        if platform.client.read_general(commit.service_id).name == commit.name:
            raise ProviderError(
                f"a run that ended early made service {commit.service_id}, "
                f'"{commit.name}", for the resource that now declares adopt_id={service_id}; '
                f"nothing was changed. Declare adopt_id={commit.service_id}, or delete that "
                "service in the console"
            )
