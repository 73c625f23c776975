"""The life of a service: what is declared, known and live, and the calls that follow.

How a copy comes about is told in copying, what becomes of an earlier run's in takeover.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from pulumi_livevox.client import BadRequest, Conflict, Forbidden, LiveVoxError, NotFound
from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.resources.service.copying import copy_and_commit, remove_unfinished_copies
from pulumi_livevox.resources.service.sections import (
    Changes,
    Declared,
    as_declared,
    changes,
    gone,
    paths,
    read_shown,
    standing,
    undeclared,
    write_all,
    writes,
)
from pulumi_livevox.resources.service.taken_names import refuse_taken, refuse_taken_by_another
from pulumi_livevox.resources.service.takeover import committed_before, refuse_to_leave_behind
from pulumi_livevox.run.claims import Kind
from pulumi_livevox.run.difference import Difference, broken_off, still_standing
from pulumi_livevox.run.errors import NEVER_REPLACED, ProviderError
from pulumi_livevox.run.location import Location
from pulumi_livevox.run.names import CallCenterNames
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.writes import Operation, Target, Written


def claim(run: Run, declared: Declared, marker: str) -> None:
    """Note that the program of this run declares a service, and which one that may be.

    Whether create() or diff() is ever asked is another matter: what it depends on may fail.
    """
    run.claims.declare(marker)
    for kind, wanted in _wanted(declared):
        run.claims.claim(kind, wanted, marker)


def _identify(run: Run, service_id: int, declared: Declared, marker: str) -> str:
    """Claim the very service that a resource has; return the resource that has claimed it.

    What else has its name, or is named as its adopt_id, is then no concern of the resource.
    """
    for kind, wanted in _wanted(declared):
        run.claims.release(kind, wanted, marker)
    return run.claims.identify(marker, service_id)


def _wanted(declared: Declared) -> list[tuple[Kind, str]]:
    known = ((Kind.SERVICE_NAME, declared.get("name")), (Kind.ADOPTEE, declared.get("adopt_id")))
    return [(kind, str(value)) for kind, value in known if value not in (None, UNKNOWN)]


def create(run: Run, declared: Declared, marker: str) -> tuple[int, Location]:
    """Bring a service about as declared: adopt, take over, or copy. Return its id and place.

    Raises ProviderError where the resource has a service in this run already.
    """
    if run.claims.is_standing(marker):
        run.claims.lose(marker)
        raise ProviderError(NEVER_REPLACED)
    made = _adopt if "adopt_id" in declared else _make
    service_id, location = made(run, declared, marker)
    _identify(run, service_id, declared, marker)
    run.claims.note_made(marker)
    run.learn(service_id, location)
    return service_id, location


def _make(run: Run, declared: Declared, marker: str) -> tuple[int, Location]:
    """Take over what a run that died had finished, or copy the template."""
    name = declared["name"]
    run.claims.claim(Kind.SERVICE_NAME, name, marker)
    template_id = declared["template_id"]
    try:
        template = run.client.read_general(template_id, shared=True)
    except NotFound:
        raise ProviderError(
            f"template_id {template_id} names a service that does not exist, or that this user "
            "may not see; nothing was made"
        ) from None
    location = run.location(template.call_center_id)
    # Claimed everywhere until it is known where the name is going to stand.
    run.claims.claim(Kind.SERVICE_NAME, _name_key(location, name), marker)
    run.claims.release(Kind.SERVICE_NAME, name, marker)
    names = run.names.of(template.call_center_id)
    with names.reserved(name, marker):
        service_id = committed_before(run, names, declared, marker)
        if service_id is None:
            refuse_taken(run, names, name, marker)
        remove_unfinished_copies(run, names, marker)
        if service_id is None:
            service_id = copy_and_commit(run, names, declared, marker)
    return service_id, location


def diff(
    run: Run,
    service_id: int,
    old: Declared,
    new: Declared,
    location: Location,
    marker: str,
    write: str = "",
) -> Difference:
    """Compare a declaration with the state; a service is never replaced. Sends nothing.

    `write` is the token of the last write that the state knows. A service to which a run that
    broke off was about to write has changed, whatever is declared: update() compares it anew.
    """
    claimant = _identify(run, service_id, new, marker)
    run.require_base_url(f"service {service_id}", location)
    if claimant != marker:
        raise ProviderError(
            f"service {service_id} is declared by two resources of this program ({claimant} and "
            f"{marker}): one resource manages one service. If one of them is in the state alone, "
            "forget it with `pulumi state delete`."
        )
    run.learn(service_id, location)
    told = [
        f"service {service_id}: {name} counts when a service is made; this one stands, so the "
        "change is recorded and nothing is sent"
        for name in ("template_id", "adopt_id", "inherit_caller_ids")
        if old.get(name) != new.get(name)
    ]
    told += still_standing(f"service {service_id}", undeclared(old, new))
    unsettled = run.writes.unsettled(_target(service_id), location, marker, write)
    if unsettled is not None:
        told.append(broken_off(unsettled, paths(changes({}, new))))
    return Difference(changed=old != new or unsettled is not None, warnings=tuple(told))


def read(
    run: Run,
    service_id: int,
    declared: Declared,
    location: Location,
) -> dict[str, Any] | None:
    """Return what is declared as it is live; None where the service is proven gone."""
    run.require(f"service {service_id}", location)
    try:
        shown = read_shown(run, service_id, declared, shared=True)
    except NotFound:
        run.confirm_gone(service_id, location)
        # Its own record stays: a preview reads too, and writes no state.
        run.writes.forget_children(service_id, location)
        return None
    run.learn(service_id, location)
    return as_declared(service_id, declared, shown)


def update(
    run: Run,
    service_id: int,
    old: Declared,
    new: Declared,
    location: Location,
    marker: str,
    write: str = "",
) -> str:
    """Write what changed between `old` and `new`, section beside section.

    Where an earlier write broke off, what is declared is read and what differs is written. Returns
    the token of the last write, `write` where nothing is to be written.
    """
    run.require_base_url(f"service {service_id}", location)
    run.learn(service_id, location)
    unsettled = run.writes.unsettled(_target(service_id), location, marker, write)
    changed = changes(old, new)
    if unsettled is None and not any(changed.values()):
        return write
    run.require(f"service {service_id}", location)
    if unsettled is not None:
        changed = _differing(run, service_id, new, location)
    names = run.names.of(location.call_center_id) if "name" in changed["general"] else None
    if names is None:
        return _write(run, service_id, changed, location, marker, write)
    with names.reserved(new["name"], marker):
        refuse_taken_by_another(run, names, new["name"], marker, service_id)
        return _write(run, service_id, changed, location, marker, write, names)


def written(run: Run, service_id: int, location: Location, marker: str) -> str:
    """Return the token of the last write that is on record of a service, "" where there is none."""
    found = run.writes.find(_target(service_id), location, marker)
    return "" if found is None else found.token


def _differing(run: Run, service_id: int, declared: Declared, location: Location) -> Changes:
    """Return what is declared and is otherwise on the platform."""
    try:
        shown = read_shown(run, service_id, declared, shared=False)
    except NotFound:
        run.confirm_gone(service_id, location)
        raise gone(service_id) from None
    return changes(standing(service_id, declared, shown), declared)


def _write(
    run: Run,
    service_id: int,
    changed: Changes,
    location: Location,
    marker: str,
    known: str,
    names: CallCenterNames | None = None,
) -> str:
    """Write properties once that is on record; return the write's token. `names` take a new one."""
    target = _target(service_id)
    token = run.writes.begin(
        [target], location, Operation.UPDATE, marker, paths(changed), known=known
    )
    calls = writes(run, service_id, changed)
    if names is not None:
        name = changed["general"]["name"]
        calls["general"] = partial(_rename, names, service_id, name, calls["general"])
    write_all(service_id, calls)
    return token


def _target(service_id: int) -> Target:
    return Target(Written.SERVICE, service_id)


def _rename(names: CallCenterNames, service_id: int, name: str, write: Callable[[], None]) -> None:
    """Write the general properties; the name stands then, whatever else of the update fails."""
    write()
    names.put(service_id, name)


def delete(
    run: Run,
    service_id: int,
    declared: Declared,
    location: Location,
    marker: str = "",
    write: str = "",
) -> None:
    """Delete a service; its caller IDs and hours go with it. A service that is gone is done.

    Makes no call, and says so, where the resource itself (`marker`) is declared and has this
    very service. Raises ProviderError where the program declares the service otherwise.
    """
    if run.claims.service_of(marker) == service_id:
        run.warn(
            f"service {service_id} was not replaced and is not deleted: its resource has it still. "
            f"{NEVER_REPLACED}"
        )
        return
    _refuse_to_delete_what_was_replaced(run, service_id, marker)
    _refuse_to_delete_what_is_declared(run, service_id, declared["name"], location, marker)
    run.require(f"service {service_id}", location)
    token = run.writes.begin([_target(service_id)], location, Operation.DELETE, marker, known=write)
    try:
        run.client.delete_service(service_id)
    except NotFound:
        run.confirm_gone(service_id, location)
    except (BadRequest, Conflict, Forbidden) as error:
        run.writes.withdraw(token)
        raise _not_deleted(service_id, error) from None
    run.names.drop(service_id)
    run.writes.note_returned(token)
    run.writes.forget_children(service_id, location)


def _refuse_to_delete_what_was_replaced(run: Run, service_id: int, marker: str) -> None:
    if run.claims.was_made(marker):
        raise ProviderError(
            f"service {service_id} is not deleted yet: its resource was replaced on demand, and "
            f"service {run.claims.service_of(marker)} was made in its place. The next `pulumi "
            f"up` deletes service {service_id} with its numbers, hours and campaigns; to keep it, "
            "take what is pending deletion out of the state before that (`pulumi state delete`)"
        )


def _refuse_to_delete_what_is_declared(
    run: Run, service_id: int, name: str, location: Location, marker: str
) -> None:
    claims = run.claims
    if claims.is_without_service(marker):
        raise ProviderError(
            f"service {service_id} is not deleted: this program declares it, and what was to take "
            f"its place was not made. {NEVER_REPLACED}"
        )
    if (
        claims.is_claimed(Kind.SERVICE, str(service_id))
        or claims.is_claimed(Kind.ADOPTEE, str(service_id))
        or claims.is_claimed(Kind.NAME_HOLDER, str(service_id))
        or claims.is_claimed(Kind.SERVICE_NAME, name)
        or claims.is_claimed(Kind.SERVICE_NAME, _name_key(location, name))
    ):
        raise ProviderError(
            f"service {service_id} is not deleted: a resource of this program declares it under "
            "another name. If the resource was renamed, say so with opts=pulumi.ResourceOptions("
            "aliases=[pulumi.Alias(name=<its old name>)]); to forget the old resource alone, use "
            "`pulumi state delete`"
        )


def _not_deleted(service_id: int, error: BadRequest | Conflict | Forbidden) -> LiveVoxError:
    """Return the error of a deletion that the platform refused."""
    of_campaigns = "campaign" in error.message.lower()
    if isinstance(error, Forbidden) and not of_campaigns:
        return error
    why = (
        "A service can be deleted once it had no campaign for 90 days"
        if of_campaigns
        else "If it had a campaign in the past 90 days, that is why"
    )
    return ProviderError(
        f"service {service_id} was not deleted: {error.problem} It stands as it was. {why}: "
        "wait and run this again, or park it: declare it once more, under another name and "
        "with opts=pulumi.ResourceOptions(retain_on_delete=True), run `pulumi up`, and take "
        "it out of the program again: it then leaves the state and stays on the platform."
    )


def _name_key(location: Location, name: str) -> str:
    return f"{location.call_center_id}/{name}"


def _adopt(run: Run, declared: Declared, marker: str) -> tuple[int, Location]:
    service_id = int(declared["adopt_id"])
    claimant = run.claims.claim(Kind.SERVICE, str(service_id), marker)
    if claimant != marker:
        raise ProviderError(
            f"adopt_id {service_id} names a service that another resource of this program "
            f"declares ({claimant}): one resource manages one service"
        )
    try:
        shown = read_shown(run, service_id, declared, shared=False)
    except NotFound:
        raise ProviderError(
            f"adopt_id {service_id} names a service that does not exist, or that this user may "
            "not see; nothing was made"
        ) from None
    refuse_to_leave_behind(run, service_id, marker)
    live = standing(service_id, declared, shown)
    location = run.location(shown["general"]["call_center_id"])
    names = run.names.of(location.call_center_id)
    with names.reserved(declared["name"], marker):
        if live["name"] != declared["name"]:
            refuse_taken(run, names, declared["name"], marker, but=service_id)
        changed = changes(live, declared)
        target = _target(service_id)
        run.writes.begin([target], location, Operation.CREATE, marker, paths(changed))
        write_all(service_id, writes(run, service_id, changed))
        names.put(service_id, declared["name"])
    remove_unfinished_copies(run, names, marker)
    run.journal.forget(marker)
    run.journal.forget_service(service_id)
    return service_id, location
