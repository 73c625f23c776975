"""The life of a service: what is declared, known and live, and the calls that follow.

A service is made by copying a template under a marker name, writing every declared section
and then, as the commit, giving it its final name together with everything general.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from pydantic import BaseModel

from pulumi_livevox.client import (
    BadRequest,
    Conflict,
    Forbidden,
    LiveVoxError,
    NotFound,
    OutcomeUnknown,
)
from pulumi_livevox.resources.claims import Kind
from pulumi_livevox.resources.errors import NameTaken, ProviderError
from pulumi_livevox.resources.judging import judge
from pulumi_livevox.resources.markers import marker_name
from pulumi_livevox.resources.names import CallCenterNames
from pulumi_livevox.resources.platform import (
    LIST_LAG_SECONDS,
    SHARED_READ_SECONDS,
    Location,
    Platform,
    side_by_side,
    together,
)
from pulumi_livevox.resources.service.args import GENERAL, SELF
from pulumi_livevox.resources.values import CLEAR
from pulumi_livevox.wire.general import GeneralUpdate
from pulumi_livevox.wire.phone import PhoneUpdate
from pulumi_livevox.wire.settings import DEPRECATED_PAIRS, SettingsUpdate

Declared = Mapping[str, Any]
"""Normalised inputs of a service (see args.normalise)."""

Changes = dict[str, dict[str, Any]]
"""Properties to write, by section: general, phone, settings, messaging."""

MODELS: Final[dict[str, type[BaseModel]]] = {
    "general": GeneralUpdate,
    "phone": PhoneUpdate,
    "settings": SettingsUpdate,
}

SECTIONS: Final = ("phone", "settings", "messaging")

COPIES_AT_MOST: Final = 3
"""How often a copy is asked for in one create when answers get lost."""


def create(platform: Platform, declared: Declared, marker: str) -> tuple[int, Location]:
    """Bring a service about as declared: adopt, take over, or copy. Return its id and place."""
    if "adopt_id" in declared:
        return _adopt(platform, declared, marker)
    platform.claims.claim(Kind.SERVICE_NAME, declared["name"], marker)
    template_id = declared["template_id"]
    try:
        template = platform.client.read_general(template_id, max_age=SHARED_READ_SECONDS)
    except NotFound:
        raise ProviderError(
            f"template_id {template_id} names a service that does not exist, or that this user "
            "may not see; nothing was made"
        ) from None
    location = platform.location(template.call_center_id)
    names = platform.names.of(template.call_center_id)
    with _Reservation(names, declared["name"], marker):
        service_id = _committed_before(platform, names, declared, marker)
        if service_id is None:
            _refuse_taken(platform, names, declared["name"], marker)
            remove_leftovers(platform, names, marker)
            service_id = _copy_and_commit(platform, names, declared, marker)
    platform.learn(service_id, location)
    return service_id, location


def read(
    platform: Platform, service_id: int, declared: Declared, location: Location
) -> dict[str, Any] | None:
    """Return what is declared as it is live; None where the service is proven gone."""
    platform.require(f"service {service_id}", location)
    try:
        live = _read_sections(platform, service_id, declared, max_age=SHARED_READ_SECONDS)
    except NotFound:
        platform.confirm_gone(service_id, location)
        return None
    platform.learn(service_id, location)
    return live


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
    writes = _writes(platform, service_id, changed)
    if "name" not in changed["general"]:
        _write_all(service_id, writes)
        return
    names = platform.names.of(location.call_center_id)
    with _Reservation(names, new["name"], marker):
        _refuse_taken(platform, names, new["name"], marker, but=service_id)
        _write_all(service_id, writes)
    names.put(service_id, new["name"])


def _write_all(service_id: int, writes: Mapping[str, Callable[[], None]]) -> None:
    try:
        side_by_side(writes)
    except NotFound:
        raise ProviderError(
            f"service {service_id} is not on the platform any more (deleted by somebody else?); "
            "nothing was made in its place. Run `pulumi refresh`, then `pulumi up` makes it again"
        ) from None
    except LiveVoxError as error:
        raise ProviderError(
            f"{error} Run `pulumi refresh` to see what stands, then `pulumi up` again"
        ) from None


def delete(platform: Platform, service_id: int, declared: Declared, location: Location) -> None:
    """Delete a service; its caller IDs and hours go with it. A service that is gone is done."""
    claims = platform.claims
    if claims.is_claimed(Kind.SERVICE, str(service_id)) or claims.is_claimed(
        Kind.SERVICE_NAME, declared["name"]
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
        if isinstance(error, Forbidden) and "campaign" not in error.message.lower():
            raise
        raise ProviderError(
            f"service {service_id} was not deleted: {error} A service can be deleted once it had "
            "no campaign for 90 days; until then it stands as it was. Wait and run this again, or "
            "park it: declare it once more, under another name and with opts=pulumi."
            "ResourceOptions(retain_on_delete=True), run `pulumi up`, and take it out of the "
            "program again: it then leaves the state and stays on the platform"
        ) from None
    platform.names.drop(service_id)


def changes(old: Declared, new: Declared) -> Changes:
    """Return the properties of `new` that differ from `old`, by section."""
    general = {name: new[name] for name in GENERAL if name in new and old.get(name) != new[name]}
    changed: Changes = {"general": general}
    for section in SECTIONS:
        before = old.get(section, {})
        changed[section] = {
            name: value
            for name, value in new.get(section, {}).items()
            if name not in before or before[name] != value
        }
    return changed


def undeclared(old: Declared, new: Declared) -> list[str]:
    """Return the paths of properties that were declared and are no longer."""
    gone = [name for name in GENERAL if name in old and name not in new]
    for section in SECTIONS:
        kept = new.get(section, {})
        gone += [f"{section}.{name}" for name in old.get(section, {}) if name not in kept]
    return gone


def remove_leftovers(platform: Platform, names: CallCenterNames, marker: str) -> None:
    """Remove copies that a run which died left under this resource's marker."""
    for service_id in names.named(marker_name(marker)):
        _remove_copy(platform, service_id)


class _Reservation:
    """A name held for one resource while it is being given."""

    def __init__(self, names: CallCenterNames, name: str, marker: str) -> None:
        self._names, self._name, self._marker = names, name, marker

    def __enter__(self) -> None:
        holder = self._names.reserve(self._name, self._marker)
        if holder != self._marker:
            raise ProviderError(
                f'the name "{self._name}" is declared by two services of this program '
                f"({holder} and {self._marker}): names are given once in a call center"
            )

    def __exit__(self, failed: object, *_: object) -> None:
        if failed:
            self._names.release(self._name, self._marker)


def _refuse_taken(
    platform: Platform, names: CallCenterNames, name: str, marker: str, but: int | None = None
) -> None:
    holder = names.holder(name)
    if holder is not None and holder != but:
        platform.claims.claim(Kind.SERVICE, str(holder), marker)
        raise NameTaken(name, holder, names.call_center_id)


def _committed_before(
    platform: Platform, names: CallCenterNames, declared: Declared, marker: str
) -> int | None:
    """Take over a service that a run which died had finished; None where there is none."""
    commit = platform.journal.find(platform.client.client_id, marker)
    if commit is None:
        return None
    if commit.service_id is None:
        _look_for(names, commit.name)
        return None
    try:
        live = platform.client.read_general(commit.service_id)
    except NotFound:
        return None
    if live.name == marker_name(marker):
        _remove_copy(platform, commit.service_id)
    if live.name != commit.name:
        return None
    platform.claims.claim(Kind.SERVICE, str(commit.service_id), marker)
    side_by_side(_writes(platform, commit.service_id, changes({}, declared)))
    names.put(commit.service_id, declared["name"])
    return commit.service_id


def _look_for(names: CallCenterNames, name: str) -> list[int]:
    """Look for copies under a name, giving a list that lags time to show them."""
    for pause in LIST_LAG_SECONDS:
        time.sleep(pause)
        if found := names.found_since(name):
            return found
    return []


def _copy_and_commit(
    platform: Platform, names: CallCenterNames, declared: Declared, marker: str
) -> int:
    client_id, copy_name = platform.client.client_id, marker_name(marker)
    platform.journal.record(client_id, marker, None, copy_name)
    try:
        copy_id = _copy(platform, names, declared["template_id"], copy_name)
    except (BadRequest, Forbidden) as error:
        platform.journal.forget(marker)
        raise ProviderError(
            f"{error} Nothing was made. Where the platform does not let a service of this kind be "
            "created by API, make it in the console and declare its id as adopt_id"
        ) from None
    platform.claims.claim(Kind.SERVICE, str(copy_id), marker)
    try:
        sections = changes({}, declared)
        general = sections.pop("general")
        writes = _writes(platform, copy_id, sections)
        if not declared.get("inherit_caller_ids", True):
            writes["inherited caller IDs"] = partial(_remove_caller_ids, platform, copy_id)
        side_by_side(writes)
        platform.journal.record(client_id, marker, copy_id, declared["name"])
        side_by_side(_writes(platform, copy_id, {"general": general}))
    except LiveVoxError as error:
        _undo_copy(platform, copy_id, marker, error)
        if isinstance(error, Conflict):
            names.found_since(declared["name"])
            _refuse_taken(platform, names, declared["name"], marker)
        raise ProviderError(f"{error} The unfinished copy was removed again") from None
    names.put(copy_id, declared["name"])
    return copy_id


def _copy(platform: Platform, names: CallCenterNames, template_id: int, name: str) -> int:
    """Copy a template under a name that only this resource uses, exactly once."""
    for attempt in range(COPIES_AT_MOST):
        try:
            copy_id = platform.client.create_service(template_id, name)
        except (Conflict, OutcomeUnknown) as error:
            # A conflict says that a copy of ours is there that the list did not show yet.
            stopped = error
            found = _look_for(names, name)
            if isinstance(error, OutcomeUnknown) and found:
                return found[0]
            for leftover in found:
                _remove_copy(platform, leftover)
            continue
        names.put(copy_id, name)
        if attempt:
            _remove_late_copies(platform, names, name, copy_id)
        return copy_id
    raise ProviderError(
        f"{stopped} Nothing was made under the service's final name; run `pulumi up` again"
    )


def _remove_late_copies(platform: Platform, names: CallCenterNames, name: str, kept: int) -> None:
    """Remove a copy of a lost answer that the list showed only after another was asked for."""
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
    try:
        platform.client.remove_caller_id(service_id, number)
    except NotFound:
        return


def _undo_copy(platform: Platform, copy_id: int, marker: str, error: LiveVoxError) -> None:
    """Remove a copy that could not be finished; raise both errors where that fails too."""
    try:
        _remove_copy(platform, copy_id)
    except LiveVoxError as second:
        raise ProviderError(
            f"{error} The unfinished copy, service {copy_id}, could not be removed either: "
            f"{second} The next `pulumi up` removes it"
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
        live = _read_sections(platform, service_id, declared, max_age=0.0)
        general = platform.client.read_general(service_id, max_age=SHARED_READ_SECONDS)
    except NotFound:
        raise ProviderError(
            f"adopt_id {service_id} names a service that does not exist, or that this user may "
            "not see; nothing was made"
        ) from None
    location = platform.location(general.call_center_id)
    names = platform.names.of(general.call_center_id)
    with _Reservation(names, declared["name"], marker):
        if general.name != declared["name"]:
            _refuse_taken(platform, names, declared["name"], marker, but=service_id)
        side_by_side(_writes(platform, service_id, changes(live, declared)))
        names.put(service_id, declared["name"])
    remove_leftovers(platform, names, marker)
    platform.learn(service_id, location)
    return service_id, location


def _read_sections(
    platform: Platform, service_id: int, declared: Declared, *, max_age: float
) -> dict[str, Any]:
    """Read the declared sections side by side; return `declared` with its live values."""
    client = platform.client
    reads: dict[str, Callable[[], dict[str, Any]]] = {
        "general": lambda: client.read_general(service_id, max_age=max_age).shown(),
        "phone": lambda: client.read_phone(service_id, max_age=max_age).shown(),
        "settings": lambda: client.read_settings(service_id, max_age=max_age).shown(),
        "messaging": lambda: _shown_messaging(platform, service_id, max_age),
    }
    needed = ["general", *(section for section in SECTIONS if declared.get(section))]
    found = together({section: reads[section] for section in needed})
    general = {name: declared[name] for name in GENERAL if name in declared}
    live = dict(declared) | _live_general(service_id, general, found["general"])
    for section in needed[1:]:
        live[section] = _as_declared(section, declared[section], found[section])
    return live


def _shown_messaging(platform: Platform, service_id: int, max_age: float) -> dict[str, Any]:
    messaging = platform.client.read_messaging(service_id, max_age=max_age)
    return {item.key.lower(): item.value for item in messaging.property}


def _live_general(
    service_id: int, declared: dict[str, Any], shown: dict[str, Any]
) -> dict[str, Any]:
    live = _as_declared("general", declared, shown)
    if declared.get("inbound_service_id") == SELF and live["inbound_service_id"] == service_id:
        live["inbound_service_id"] = SELF
    return live


def _as_declared(
    section: str, declared: Mapping[str, Any], shown: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the declared properties with the values that a read shows.

    A property that the read does not show keeps its last value; null is shown as CLEAR.
    """
    if section == "messaging":
        return {name: shown.get(name.lower(), value) for name, value in declared.items()}
    model = MODELS[section]
    twins = {a: b for pair in DEPRECATED_PAIRS for a, b in (pair, pair[::-1])}
    live: dict[str, Any] = {}
    for name, value in declared.items():
        key = name if name in shown else twins.get(name, name)
        if key not in shown:
            live[name] = value
        elif shown[key] is None:
            live[name] = str(CLEAR)
        else:
            # What the API shows and a user could not declare is shown as it is.
            normalised, wrong = judge(model, {name: shown[key]})
            live[name] = shown[key] if wrong else normalised[name]
    return live


def _writes(platform: Platform, service_id: int, changed: Changes) -> dict[str, Callable[[], None]]:
    """Return the calls that write the changed properties: one a section, one a message."""
    client = platform.client
    writes: dict[str, Callable[[], None]] = {}
    if general := _for_the_wire(changed.get("general", {})):
        if general.get("inbound_service_id") == SELF:
            general["inbound_service_id"] = service_id
        writes["general"] = partial(
            client.update_general, service_id, GeneralUpdate.model_validate(general, by_name=True)
        )
    if phone := _for_the_wire(changed.get("phone", {})):
        writes["phone"] = partial(
            client.update_phone, service_id, PhoneUpdate.model_validate(phone, by_name=True)
        )
    if settings := _for_the_wire(changed.get("settings", {})):
        writes["settings"] = partial(
            client.update_settings,
            service_id,
            SettingsUpdate.model_validate(settings, by_name=True),
        )
    for name, value in changed.get("messaging", {}).items():
        writes[f"messaging.{name}"] = partial(client.update_messaging, service_id, name, value)
    return writes


def _for_the_wire(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: None if value == CLEAR else value for name, value in values.items()}
