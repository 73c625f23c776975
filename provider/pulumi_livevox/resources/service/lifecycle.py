"""The life of a service: what is declared, known and live, and the calls that follow.

How a copy comes about is told in copying, what becomes of an earlier run's in resuming.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from pulumi_livevox.client import NotFound
from pulumi_livevox.declaring.values import UNKNOWN, known
from pulumi_livevox.resources.service.adopting import adopt
from pulumi_livevox.resources.service.copying import copy_and_commit, remove_unfinished_copies
from pulumi_livevox.resources.service.declaration import MAKING, DeclaredService
from pulumi_livevox.resources.service.deleting import delete as delete
from pulumi_livevox.resources.service.naming import (
    refuse_taken,
    refuse_taken_by_another,
    wish_for,
)
from pulumi_livevox.resources.service.resuming import resumed
from pulumi_livevox.resources.service.sections import (
    Changes,
    as_declared,
    as_shown,
    changes,
    everything,
    gone,
    paths,
    read_shown,
    undeclared,
    write_all,
    writes,
)
from pulumi_livevox.run.claims import Claimed, Wish
from pulumi_livevox.run.difference import Difference, still_standing
from pulumi_livevox.run.errors import NEVER_REPLACED, ProviderError
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.service_names import CallCenterNames
from pulumi_livevox.run.state import Standing
from pulumi_livevox.run.target import Kind, Target
from pulumi_livevox.run.writes import Operation


def claim(run: Run, declared: DeclaredService, identity: str, *, stands: bool = False) -> list[str]:
    """Note that the program of this run declares a service, and which one that may be.

    `stands` tells that the state has a service for the resource. Whether create() or diff() is ever
    asked is another matter: what it depends on may fail. Returns a sentence where the engine is
    going to replace the service that the resource has: it asks then as for a new one.
    """
    is_replaced = not stands and run.claims.is_standing(identity)
    run.claims.declare(identity, stands=stands)
    for wish in _wishes(declared):
        run.claims.claim(wish, identity)
    return [NEVER_REPLACED] if is_replaced else []


def create(run: Run, declared: DeclaredService, identity: str) -> Standing[DeclaredService]:
    """Bring a service about as declared: adopt, resume, or copy.

    Raises ProviderError where the resource has a service in this run already.
    """
    if run.claims.is_standing(identity):
        run.claims.lose(identity)
        raise ProviderError(NEVER_REPLACED)
    bring_about = _make if declared.adopt_id is None else adopt
    service = bring_about(run, declared, identity)
    _identify(run, service, declared)
    run.claims.note_made(identity)
    run.learn(service.target.service_id, service.location)
    run.commits.note_returned(identity)
    written = run.writes.find(service.target, service)
    return service if written is None else replace(service, write=written.token)


def diff(run: Run, service: Standing[DeclaredService], new: DeclaredService) -> Difference:
    """Compare a declaration with the state; a service is never replaced. Sends nothing.

    A service to which a run that broke off was about to write has changed, whatever is declared:
    update() compares it anew.
    """
    old, target = service.declared, service.target
    claimant = _identify(run, service, new)
    run.require_base_url(str(target), service.location)
    if claimant != service.identity:
        raise ProviderError(
            f"{target} is declared by two resources of this program ({claimant} and "
            f"{service.identity}): one resource manages one service. If one of them is in the "
            "state alone, forget it with `pulumi state delete`."
        )
    run.learn(target.service_id, service.location)
    told = [
        f"{target}: {name} counts when a service is made; this one stands, so the change is "
        "recorded and nothing is sent"
        for name in MAKING
        if getattr(old, name) != getattr(new, name)
    ]
    told += still_standing(target, undeclared(old, new))
    unsettled = run.writes.unsettled(target, service)
    if unsettled is not None:
        told += run.doubts.sentences(unsettled, paths(everything(new)))
    run.commits.forget_service(target.service_id)
    return Difference(changed=old != new or unsettled is not None, warnings=tuple(told))


def read(run: Run, service: Standing[DeclaredService]) -> DeclaredService | None:
    """Return what is declared as it is live; None where the service is proven gone."""
    service_id = service.target.service_id
    run.require(str(service.target), service.location)
    try:
        shown = read_shown(run.client, service_id, service.declared, shared=True)
    except NotFound:
        run.forget_gone(service_id, service.location)
        run.commits.forget_service(service_id)
        run.claims.note_gone(service.identity)
        return None
    run.learn(service_id, service.location)
    run.commits.forget_service(service_id)
    return as_declared(service_id, service.declared, shown)


def update(
    run: Run, service: Standing[DeclaredService], new: DeclaredService
) -> Standing[DeclaredService]:
    """Write what changed, section beside section.

    Where an earlier write broke off, what is declared is read and what differs is written.
    """
    run.require_base_url(str(service.target), service.location)
    run.learn(service.target.service_id, service.location)
    unsettled = run.writes.unsettled(service.target, service)
    changed = changes(service.declared, new)
    service = replace(service, declared=new)
    if unsettled is None and not any(changed.values()):
        return service
    run.require(str(service.target), service.location)
    if unsettled is not None:
        changed = _differing(run, service)
    if "name" not in changed["general"]:
        return _write(run, service, changed)
    names = run.names.of(service.location.call_center_id)
    with names.reserved(new.name, service.identity):
        refuse_taken_by_another(run, names, new.name, service.identity, service.target.service_id)
        return _write(run, service, changed, names)


def _make(run: Run, declared: DeclaredService, identity: str) -> Standing[DeclaredService]:
    """Resume what a run that died had finished, or copy the template."""
    template_id = known(declared.template_id)
    try:
        template = run.client.read_general(template_id, shared=True)
    except NotFound:
        raise ProviderError(
            f"template_id {template_id} names a service that does not exist, or that this user "
            "may not see; nothing was made"
        ) from None
    location = run.location(template.call_center_id)
    # Claimed everywhere until it is known where the name is going to stand.
    run.claims.claim(wish_for(declared.name, location), identity)
    run.claims.release((Wish.NAME, declared.name), identity)
    names = run.names.of(template.call_center_id)
    with names.reserved(declared.name, identity):
        service_id = resumed(run, names, declared, identity)
        if service_id is None:
            refuse_taken(run, names, declared.name, identity)
        remove_unfinished_copies(run, names, identity)
        if service_id is None:
            service_id = copy_and_commit(run, names, declared, identity)
    run.note_copy(service_id)
    return Standing(Target(Kind.SERVICE, service_id), declared, location, identity)


def _wishes(declared: DeclaredService) -> list[Claimed]:
    """Return what a resource wants of a service that it does not have yet."""
    wanted = ((Wish.NAME, declared.wanted_name), (Wish.TO_ADOPT, declared.adopt_id))
    return [(wish, str(value)) for wish, value in wanted if value not in (None, UNKNOWN)]


def _identify(run: Run, service: Standing[DeclaredService], declared: DeclaredService) -> str:
    """Claim the very service that a resource has; return the resource that has claimed it.

    What else has its name, or is named as its adopt_id, is then no concern of the resource.
    """
    for wish in _wishes(declared):
        run.claims.release(wish, service.identity)
    return run.claims.identify(service.identity, service.target.service_id)


def _differing(run: Run, service: Standing[DeclaredService]) -> Changes:
    """Return what is declared and is otherwise on the platform."""
    service_id = service.target.service_id
    try:
        shown = read_shown(run.client, service_id, service.declared, shared=False)
    except NotFound:
        run.confirm_gone(service_id, service.location)
        raise gone(service_id) from None
    return changes(as_shown(service_id, service.declared, shown), service.declared)


def _write(
    run: Run,
    service: Standing[DeclaredService],
    changed: Changes,
    names: CallCenterNames | None = None,
) -> Standing[DeclaredService]:
    """Write properties once that is on record. `names` take a new one."""
    target = service.target
    token = run.writes.begin(Operation.UPDATE, service, target, paths=paths(changed))
    calls = writes(run, target.service_id, changed)
    if names is not None:
        name = changed["general"]["name"]
        calls["general"] = partial(_rename, names, target.service_id, name, calls["general"])
    write_all(target.service_id, calls)
    return replace(service, write=token)


def _rename(names: CallCenterNames, service_id: int, name: str, write: Callable[[], None]) -> None:
    """Write the general properties; the name stands then, whatever else of the update fails."""
    write()
    names.put(service_id, name)
