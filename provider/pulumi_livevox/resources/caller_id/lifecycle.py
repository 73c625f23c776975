"""The life of a caller ID: what is declared, known and live, and the calls that follow."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from pulumi_livevox.client import BadRequest, Conflict, Forbidden, NotFound
from pulumi_livevox.resources.caller_id.declaration import DeclaredCallerId
from pulumi_livevox.resources.caller_id.taking_over import caller_id_changes
from pulumi_livevox.resources.service.saving import save_what_stands
from pulumi_livevox.run.difference import Difference, still_standing
from pulumi_livevox.run.errors import ProviderError, not_written
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.state import Location, Standing
from pulumi_livevox.run.target import Kind, Target
from pulumi_livevox.run.writes import Operation, Write
from pulumi_livevox.wire.phone import Phone, PhoneUpdate


def claim(
    run: Run, declared: DeclaredCallerId, identity: str, *, stands: bool = False
) -> list[str]:
    """Note that the program of this run declares the number, once it is known.

    There is nothing that may not be declared: returns no sentence.
    """
    if declared.is_known:
        run.claims.claim(declared.target, identity)
    return []


def create(run: Run, declared: DeclaredCallerId, identity: str) -> Standing[DeclaredCallerId]:
    """Put the number on the service's list; one that stands there already is fine.

    A service that this run did not copy is looked at before: what is as declared is not written,
    and a default number is saved before another takes its place.
    """
    claim(run, declared, identity)
    target = declared.target
    location = run.location_of(target.service_id)
    caller_id = Standing(target, declared, location, identity)
    write = partial(_add, run, target, default=declared.makes_default)
    if not run.is_copy(target.service_id):
        phone = _phone_to_write(run, target.service_id)
        as_declared = not caller_id_changes(declared, phone)
        if as_declared and run.writes.unsettled(target, caller_id) is None:
            return caller_id
        if declared.makes_default and phone.default_caller_id not in (None, target.part):
            save_what_stands(run, target.service_id, identity)
        write = partial(_bring_about, run, target, phone, default=declared.makes_default)
    targets = [target, *([_default_of(target)] if declared.makes_default else [])]
    token = run.writes.begin(Operation.CREATE, caller_id, *targets)
    try:
        write()
    except (BadRequest, Conflict, Forbidden, ProviderError):
        run.writes.withdraw(token)
        raise
    return replace(caller_id, write=token)


def diff(run: Run, caller_id: Standing[DeclaredCallerId], new: DeclaredCallerId) -> Difference:
    """Compare a declaration with the state; another number or service is another caller ID.

    Sends nothing.
    """
    old = caller_id.declared
    run.require_base_url(_told(caller_id), caller_id.location)
    run.learn(caller_id.target.service_id, caller_id.location)
    changed = {
        "service": old.service_id != new.service_id,
        "phone_number": old.number != new.number,
    }
    replaces = tuple(name for name, is_other in changed.items() if is_other)
    unsettled = None if replaces else _unsettled(run, caller_id, new)
    undeclared = ["default"] if old.makes_default and not new.makes_default else []
    told = still_standing(_told(caller_id), undeclared)
    if unsettled is not None:
        told += run.doubts.sentences(unsettled, ())
    return Difference(old != new or unsettled is not None, replaces, tuple(told))


def read(run: Run, caller_id: Standing[DeclaredCallerId]) -> DeclaredCallerId | None:
    """Return what is declared as it is live; None where the number, or its service, is gone."""
    declared, target = caller_id.declared, caller_id.target
    run.require(_told(caller_id), caller_id.location)
    phone = _phone(run, target.service_id, caller_id.location)
    if phone is None or target.part not in phone.caller_id:
        return None
    if not declared.makes_default:
        return declared
    return replace(declared, is_default=phone.default_caller_id == target.part)


def update(
    run: Run, caller_id: Standing[DeclaredCallerId], new: DeclaredCallerId
) -> Standing[DeclaredCallerId]:
    """Make the number the default one where that is newly declared; nothing else can change.

    Where an earlier write broke off, the service's list decides what is to be written.
    """
    target = new.target
    run.require_base_url(_told(caller_id), caller_id.location)
    unsettled = _unsettled(run, caller_id, new)
    if unsettled is None and (caller_id.declared.makes_default or not new.makes_default):
        return replace(caller_id, declared=new)
    run.require(_told(caller_id), caller_id.location)
    targets = [] if unsettled is None else [target]
    targets += [_default_of(target)] if new.makes_default else []
    token = run.writes.begin(Operation.UPDATE, caller_id, *targets)
    try:
        if unsettled is None:
            _make_default(run, target)
        else:
            phone = run.client.read_phone(target.service_id)
            _bring_about(run, target, phone, default=new.makes_default)
    except NotFound as error:
        raise not_written(target.service_id, "caller IDs", error) from None
    except BadRequest as error:
        if unsettled is None:
            run.writes.withdraw(token)
        raise ProviderError(
            f"{error.problem} If somebody took the number off the list, `pulumi refresh` shows "
            "that, and `pulumi up` then puts it there again."
        ) from None
    return replace(caller_id, declared=new, write=token)


def delete(run: Run, caller_id: Standing[DeclaredCallerId]) -> None:
    """Take the number off the service's list.

    Makes no call, and says so, where the program declares the number. A number, or a service,
    that is gone is done.
    """
    target = caller_id.target
    if run.claims.is_claimed(target):
        run.warn(
            f"{target} stays on the list: a resource of the program declares it, so the one that "
            "is deleted leaves the state alone"
        )
        return
    run.require(_told(caller_id), caller_id.location)
    token = run.writes.begin(Operation.DELETE, caller_id, target)
    try:
        run.client.remove_caller_id(target.service_id, target.part)
    except NotFound:
        phone = _phone(run, target.service_id, caller_id.location)
        if phone is not None and target.part in phone.caller_id:
            raise
    run.writes.note_returned(token)


def _phone_to_write(run: Run, service_id: int) -> Phone:
    try:
        return run.client.read_phone(service_id, shared=True)
    except NotFound as error:
        raise not_written(service_id, "caller IDs", error) from None


def _told(caller_id: Standing[DeclaredCallerId]) -> str:
    return f"caller ID {caller_id.target.id}"


def _unsettled(
    run: Run, caller_id: Standing[DeclaredCallerId], new: DeclaredCallerId
) -> Write | None:
    """Return a write on record after which the number, or that it is the default, is in doubt."""
    target = caller_id.target
    of_number = run.writes.unsettled(target, caller_id)
    if of_number is not None or not (caller_id.declared.makes_default and new.makes_default):
        return of_number
    return run.writes.unsettled(_default_of(target), caller_id)


def _default_of(number: Target) -> Target:
    # Whichever number was about to be the default one: another one may be in doubt thereby.
    return Target(Kind.DEFAULT_CALLER_ID, number.service_id)


def _bring_about(run: Run, number: Target, phone: Phone, *, default: bool) -> None:
    """Put the number on the list that was read, as the default one, where either is missing."""
    if number.part not in phone.caller_id:
        _add(run, number, default=default)
    elif default and phone.default_caller_id != number.part:
        _make_default(run, number)


def _add(run: Run, number: Target, *, default: bool) -> None:
    try:
        run.client.add_caller_id(number.service_id, number.part, default=default)
    except NotFound as error:
        raise not_written(number.service_id, "caller IDs", error) from None
    except (BadRequest, Conflict):
        # Some platforms refuse a number that is there already: the list decides.
        if number.part not in run.client.read_phone(number.service_id).caller_id:
            raise
        if default:
            _make_default(run, number)


def _phone(run: Run, service_id: int, location: Location) -> Phone | None:
    """Read the service's phone section; None where the service is proven gone."""
    try:
        return run.client.read_phone(service_id, shared=True)
    except NotFound:
        run.forget_gone(service_id, location)
        return None


def _make_default(run: Run, number: Target) -> None:
    update = PhoneUpdate.model_validate({"default_caller_id": number.part}, by_name=True)
    run.client.update_phone(number.service_id, update)
