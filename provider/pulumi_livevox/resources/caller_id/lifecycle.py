"""The life of a caller ID: what is declared, known and live, and the calls that follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_livevox.client import BadRequest, Conflict, NotFound
from pulumi_livevox.resources.claims import Kind
from pulumi_livevox.resources.difference import Difference
from pulumi_livevox.resources.errors import ProviderError
from pulumi_livevox.resources.platform import Location, Platform
from pulumi_livevox.resources.values import has_unknown
from pulumi_livevox.wire.phone import Phone, PhoneUpdate

Declared = Mapping[str, Any]
"""Normalised inputs of a caller ID (see inputs.normalise)."""


def key(declared: Declared) -> str:
    """Return the id of the caller ID that is declared: `{serviceId}/{ten digits}`."""
    return f"{declared['service']}/{declared['phone_number']}"


def create(platform: Platform, declared: Declared) -> tuple[str, Location]:
    """Put the number on the service's list; one that stands there already is fine."""
    platform.claims.claim(Kind.CALLER_ID, key(declared))
    service_id, number = int(declared["service"]), declared["phone_number"]
    location = platform.location_of(service_id)
    default = bool(declared.get("default"))
    try:
        platform.client.add_caller_id(service_id, number, default=default)
    except NotFound as error:
        raise _service_missing(service_id, error) from None
    except (BadRequest, Conflict):
        # Some platforms refuse a number that is there already: the list decides.
        if number not in platform.client.read_phone(service_id).caller_id:
            raise
        if default:
            _make_default(platform, service_id, number)
    return key(declared), location


def diff(platform: Platform, old: Declared, new: Declared, location: Location) -> Difference:
    """Compare a declaration with the state; another number or service is another caller ID.

    Sends nothing.
    """
    if not has_unknown(new):
        platform.claims.claim(Kind.CALLER_ID, key(new))
    platform.require_base_url(f"caller ID {key(old)}", location)
    platform.learn(int(old["service"]), location)
    replaces = tuple(name for name in ("service", "phone_number") if old[name] != new[name])
    return Difference(changed=old != new, replaces=replaces)


def undeclared(old: Declared, new: Declared) -> list[str]:
    """Return the properties that were declared and are no longer."""
    return ["default"] if old.get("default") and not new.get("default") else []


def read(platform: Platform, declared: Declared, location: Location) -> dict[str, Any] | None:
    """Return what is declared as it is live; None where the number, or its service, is gone."""
    service_id, number = int(declared["service"]), declared["phone_number"]
    platform.require(f"caller ID {key(declared)}", location)
    phone = _phone(platform, service_id, location)
    if phone is None or number not in phone.caller_id:
        return None
    live = dict(declared)
    if declared.get("default"):
        live["default"] = phone.default_caller_id == number
    return live


def update(platform: Platform, old: Declared, new: Declared, location: Location) -> None:
    """Make the number the default one where that is newly declared; nothing else can change."""
    service_id, number = int(new["service"]), new["phone_number"]
    platform.require_base_url(f"caller ID {key(new)}", location)
    if old.get("default") or not new.get("default"):
        return
    platform.require(f"caller ID {key(new)}", location)
    try:
        _make_default(platform, service_id, number)
    except NotFound as error:
        raise _service_missing(service_id, error) from None
    except BadRequest as error:
        raise ProviderError(
            f"{error.problem} If somebody took the number off the list, `pulumi refresh` shows "
            "that, and `pulumi up` then puts it there again."
        ) from None


def delete(platform: Platform, declared: Declared, location: Location) -> None:
    """Take the number off the service's list.

    Makes no call where another resource of the program declares the number. A number, or a
    service, that is gone is done.
    """
    if platform.claims.is_claimed(Kind.CALLER_ID, key(declared)):
        return
    service_id, number = int(declared["service"]), declared["phone_number"]
    platform.require(f"caller ID {key(declared)}", location)
    try:
        platform.client.remove_caller_id(service_id, number)
    except NotFound:
        phone = _phone(platform, service_id, location)
        if phone is not None and number in phone.caller_id:
            raise


def _phone(platform: Platform, service_id: int, location: Location) -> Phone | None:
    """Read the service's phone section; None where the service is proven gone."""
    try:
        return platform.client.read_phone(service_id, shared=True)
    except NotFound:
        platform.confirm_gone(service_id, location)
        return None


def _make_default(platform: Platform, service_id: int, number: str) -> None:
    platform.client.update_phone(
        service_id, PhoneUpdate.model_validate({"default_caller_id": number}, by_name=True)
    )


def _service_missing(service_id: int, error: NotFound) -> ProviderError:
    return ProviderError(
        f"service {service_id} is not on the platform any more, so its caller IDs can't be "
        f"written: {error.problem} Run `pulumi refresh`, then `pulumi up`."
    )
