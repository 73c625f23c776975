"""The life of a caller ID: what is declared, known and live, and the calls that follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_livevox.client import BadRequest, Conflict, Forbidden, NotFound
from pulumi_livevox.declaring.values import has_unknown
from pulumi_livevox.run.claims import Kind
from pulumi_livevox.run.difference import Difference, broken_off, still_standing
from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.location import Location
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.writes import Operation, Target, Write, Written
from pulumi_livevox.wire.phone import Phone, PhoneUpdate

Declared = Mapping[str, Any]
"""Normalised inputs of a caller ID (see inputs.judge)."""


def key(declared: Declared) -> str:
    """Return the id of the caller ID that is declared: `{serviceId}/{ten digits}`."""
    return f"{declared['service']}/{declared['phone_number']}"


def create(run: Run, declared: Declared, marker: str = "") -> tuple[str, Location, str]:
    """Put the number on the service's list; one that stands there already is fine.

    Returns its id, where it lives and the token of the write.
    """
    claim(run, declared)
    service_id, number = int(declared["service"]), declared["phone_number"]
    location = run.location_of(service_id)
    default = bool(declared.get("default"))
    targets = [_target(declared), *([_default_of(service_id)] if default else [])]
    token = run.writes.begin(targets, location, Operation.CREATE, marker)
    try:
        _add(run, service_id, number, default=default)
    except (BadRequest, Conflict, Forbidden, ProviderError):
        run.writes.withdraw(token)
        raise
    return key(declared), location, token


def claim(run: Run, declared: Declared) -> None:
    """Note that the program of this run declares the number, once it is known."""
    if declared.keys() >= {"service", "phone_number"} and not has_unknown(dict(declared)):
        run.claims.claim(Kind.CALLER_ID, key(declared))


def diff(
    run: Run,
    old: Declared,
    new: Declared,
    location: Location,
    marker: str = "",
    write: str = "",
) -> Difference:
    """Compare a declaration with the state; another number or service is another caller ID.

    `write` is the token of the last write that the state knows. Sends nothing.
    """
    run.require_base_url(f"caller ID {key(old)}", location)
    run.learn(int(old["service"]), location)
    replaces = tuple(name for name in ("service", "phone_number") if old[name] != new[name])
    unsettled = None if replaces else _unsettled(run, old, new, location, marker, write)
    told = still_standing(f"caller ID {key(old)}", _undeclared(old, new))
    if unsettled is not None:
        told.append(broken_off(unsettled, ()))
    return Difference(old != new or unsettled is not None, replaces, tuple(told))


def _undeclared(old: Declared, new: Declared) -> list[str]:
    return ["default"] if old.get("default") and not new.get("default") else []


def read(run: Run, declared: Declared, location: Location) -> dict[str, Any] | None:
    """Return what is declared as it is live; None where the number, or its service, is gone."""
    service_id, number = int(declared["service"]), declared["phone_number"]
    run.require(f"caller ID {key(declared)}", location)
    phone = _phone(run, service_id, location)
    if phone is None or number not in phone.caller_id:
        return None
    live = dict(declared)
    if declared.get("default"):
        live["default"] = phone.default_caller_id == number
    return live


def update(
    run: Run,
    old: Declared,
    new: Declared,
    location: Location,
    marker: str = "",
    write: str = "",
) -> str:
    """Make the number the default one where that is newly declared; nothing else can change.

    Where an earlier write broke off, the service's list decides what is to be written. Returns
    the token of the last write, `write` where nothing is to be written.
    """
    service_id, number = int(new["service"]), new["phone_number"]
    run.require_base_url(f"caller ID {key(new)}", location)
    unsettled = _unsettled(run, old, new, location, marker, write)
    default = bool(new.get("default"))
    if unsettled is None and (old.get("default") or not default):
        return write
    run.require(f"caller ID {key(new)}", location)
    targets = [] if unsettled is None else [_target(new)]
    targets += [_default_of(service_id)] if default else []
    token = run.writes.begin(targets, location, Operation.UPDATE, marker, known=write)
    try:
        if unsettled is None:
            _make_default(run, service_id, number)
        else:
            _bring_about(run, service_id, number, default=default)
    except NotFound as error:
        raise _service_missing(service_id, error) from None
    except BadRequest as error:
        if unsettled is None:
            run.writes.withdraw(token)
        raise ProviderError(
            f"{error.problem} If somebody took the number off the list, `pulumi refresh` shows "
            "that, and `pulumi up` then puts it there again."
        ) from None
    return token


def delete(
    run: Run,
    declared: Declared,
    location: Location,
    marker: str = "",
    write: str = "",
) -> None:
    """Take the number off the service's list.

    Makes no call, and says so, where the program declares the number. A number, or a service,
    that is gone is done.
    """
    if run.claims.is_claimed(Kind.CALLER_ID, key(declared)):
        run.warn(
            f"{_target(declared)} stays on the list: a resource of the program declares it, so the "
            "one that is deleted leaves the state alone"
        )
        return
    service_id, number = int(declared["service"]), declared["phone_number"]
    run.require(f"caller ID {key(declared)}", location)
    token = run.writes.begin([_target(declared)], location, Operation.DELETE, marker, known=write)
    try:
        run.client.remove_caller_id(service_id, number)
    except NotFound:
        phone = _phone(run, service_id, location)
        if phone is not None and number in phone.caller_id:
            raise
    run.writes.note_returned(token)


def _target(declared: Declared) -> Target:
    return Target(Written.CALLER_ID, int(declared["service"]), declared["phone_number"])


def _unsettled(
    run: Run, old: Declared, new: Declared, location: Location, marker: str, write: str
) -> Write | None:
    """Return a write on record after which the number, or that it is the default, is in doubt."""
    of_number = run.writes.unsettled(_target(old), location, marker, write)
    if of_number is not None or not (old.get("default") and new.get("default")):
        return of_number
    default = _default_of(int(old["service"]))
    return run.writes.unsettled(default, location, marker, write)


def _default_of(service_id: int) -> Target:
    # Whichever number was about to be the default one: another one may be in doubt thereby.
    return Target(Written.DEFAULT_CALLER_ID, service_id)


def _bring_about(run: Run, service_id: int, number: str, *, default: bool) -> None:
    """Put the number on the list, as the default one, where either is missing."""
    phone = run.client.read_phone(service_id)
    if number not in phone.caller_id:
        _add(run, service_id, number, default=default)
    elif default and phone.default_caller_id != number:
        _make_default(run, service_id, number)


def _add(run: Run, service_id: int, number: str, *, default: bool) -> None:
    try:
        run.client.add_caller_id(service_id, number, default=default)
    except NotFound as error:
        raise _service_missing(service_id, error) from None
    except (BadRequest, Conflict):
        # Some platforms refuse a number that is there already: the list decides.
        if number not in run.client.read_phone(service_id).caller_id:
            raise
        if default:
            _make_default(run, service_id, number)


def _phone(run: Run, service_id: int, location: Location) -> Phone | None:
    """Read the service's phone section; None where the service is proven gone."""
    try:
        return run.client.read_phone(service_id, shared=True)
    except NotFound:
        run.confirm_gone(service_id, location)
        run.writes.forget_children(service_id, location)
        return None


def _make_default(run: Run, service_id: int, number: str) -> None:
    run.client.update_phone(
        service_id, PhoneUpdate.model_validate({"default_caller_id": number}, by_name=True)
    )


def _service_missing(service_id: int, error: NotFound) -> ProviderError:
    return ProviderError(
        f"service {service_id} is not on the platform any more, so its caller IDs can't be "
        f"written: {error.problem} Run `pulumi refresh`, then `pulumi up`."
    )
