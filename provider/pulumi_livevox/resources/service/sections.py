"""The sections of a service, as they are declared, live and on the wire."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from pydantic import BaseModel

from pulumi_livevox.client import LiveVoxError, NotFound
from pulumi_livevox.declaring.judging import validate
from pulumi_livevox.declaring.values import CLEAR, Unknown
from pulumi_livevox.resources.service.declaration import NOTHING, SECTIONS, DeclaredService
from pulumi_livevox.resources.service.inputs import SELF
from pulumi_livevox.run.at_once import at_once, write_at_once
from pulumi_livevox.run.errors import ProviderError, ServiceGone
from pulumi_livevox.run.run import Run
from pulumi_livevox.wire.deprecated import DEPRECATED_PAIRS
from pulumi_livevox.wire.general import GeneralUpdate
from pulumi_livevox.wire.phone import PhoneUpdate
from pulumi_livevox.wire.settings import SettingsUpdate

Changes = dict[str, dict[str, Any]]
"""Properties to write, by section: general, phone, settings, messaging."""

Shown = dict[str, dict[str, Any]]
"""What reads of a service show, by section and property; messaging by key in lower case."""

_MODELS: Final[dict[str, type[BaseModel]]] = {
    "general": GeneralUpdate,
    "phone": PhoneUpdate,
    "settings": SettingsUpdate,
}

_TWINS: Final = {a: b for pair in DEPRECATED_PAIRS for a, b in (pair, pair[::-1])}
"""The other name of each setting that has two."""


def changes(old: DeclaredService, new: DeclaredService) -> Changes:
    """Return the properties of `new` that differ from `old`, by section."""
    changed: Changes = {}
    for section in ("general", *SECTIONS):
        before = old.values(section)
        changed[section] = {
            name: value
            for name, value in new.values(section).items()
            if name not in before or before[name] != value
        }
    return changed


def everything(declared: DeclaredService) -> Changes:
    """Return all declared properties, by section."""
    return changes(NOTHING, declared)


def paths(changed: Changes) -> list[str]:
    """Return the paths of properties, as a user names them."""
    return [
        name if section == "general" else f"{section}.{name}"
        for section, values in changed.items()
        for name in values
    ]


def undeclared(old: DeclaredService, new: DeclaredService) -> list[str]:
    """Return the paths of properties that were declared and are no longer."""
    gone: Changes = {}
    for section in ("general", *SECTIONS):
        kept = new.sections.get(section, {})
        if not isinstance(kept, Unknown):
            before = old.values(section).items()
            gone[section] = {name: value for name, value in before if name not in kept}
    return paths(gone)


def read_shown(run: Run, service_id: int, declared: DeclaredService, *, shared: bool) -> Shown:
    """Read the general properties and the declared sections, side by side."""
    client = run.client
    reads: dict[str, Callable[[], dict[str, Any]]] = {
        "general": lambda: client.read_general(service_id, shared=shared).shown(),
        "phone": lambda: client.read_phone(service_id, shared=shared).shown(),
        "settings": lambda: client.read_settings(service_id, shared=shared).shown(),
        "messaging": lambda: _shown_messaging(run, service_id, shared),
    }
    needed = ["general", *(section for section in SECTIONS if declared.values(section))]
    return at_once({section: reads[section] for section in needed})


def as_declared(service_id: int, declared: DeclaredService, shown: Shown) -> DeclaredService:
    """Return a declaration with its live values; what no answer shows keeps its last value."""
    live = as_shown(service_id, declared, shown)
    kept = {name: {**declared.values(name), **live.values(name)} for name in declared.sections}
    return replace(declared, sections=kept)


def as_shown(service_id: int, declared: DeclaredService, shown: Shown) -> DeclaredService:
    """Return the declared properties that the answers show, with their live values."""
    live = {name: _live(name, declared.values(name), values) for name, values in shown.items()}
    general = live["general"]
    linked = general.get("inbound_service_id")
    if declared.values("general").get("inbound_service_id") == SELF and linked == service_id:
        general["inbound_service_id"] = SELF
    return DeclaredService(live)


def _shown_messaging(run: Run, service_id: int, shared: bool) -> dict[str, Any]:
    messaging = run.client.read_messaging(service_id, shared=shared)
    return {item.key.lower(): item.value for item in messaging.property}


def _live(section: str, declared: Mapping[str, Any], shown: Mapping[str, Any]) -> dict[str, Any]:
    live: dict[str, Any] = {}
    for name in declared:
        key = _key_of(section, name, shown)
        if key not in shown:
            continue
        if shown[key] is None:
            live[name] = str(CLEAR)
        elif section == "messaging":
            live[name] = shown[key]
        else:
            # What the API shows and a user could not declare is shown as it is.
            normalised, wrong = validate(_MODELS[section], {name: shown[key]})
            live[name] = shown[key] if wrong else normalised[name]
    return live


def _key_of(section: str, name: str, shown: Mapping[str, Any]) -> str:
    """Return the name under which a read shows a property."""
    if section == "messaging":
        return name.lower()
    return name if name in shown else _TWINS.get(name, name)


def writes(run: Run, service_id: int, changed: Changes) -> dict[str, Callable[[], None]]:
    """Return the calls that write the changed properties: one a section, one a message."""
    client = run.client
    general = _for_the_wire(changed.get("general", {}))
    if general.get("inbound_service_id") == SELF:
        general["inbound_service_id"] = service_id
    phone = _for_the_wire(changed.get("phone", {}))
    settings = _for_the_wire(changed.get("settings", {}))
    calls: dict[str, Callable[[], None]] = {}
    if general:
        update = GeneralUpdate.model_validate(general, by_name=True)
        calls["general"] = partial(client.update_general, service_id, update)
    if phone:
        numbers = PhoneUpdate.model_validate(phone, by_name=True)
        calls["phone"] = partial(client.update_phone, service_id, numbers)
    if settings:
        values = SettingsUpdate.model_validate(settings, by_name=True)
        calls["settings"] = partial(client.update_settings, service_id, values)
    for name, value in changed.get("messaging", {}).items():
        calls[f"messaging.{name}"] = partial(client.update_messaging, service_id, name, value)
    return calls


def _for_the_wire(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: None if value == CLEAR else value for name, value in values.items()}


def write_all(service_id: int, calls: Mapping[str, Callable[[], None]]) -> None:
    """Make the calls of `writes`, section beside section; raise ProviderError where one fails."""
    try:
        write_at_once(calls)
    except NotFound:
        raise gone(service_id) from None
    except LiveVoxError as error:
        raise ProviderError(
            f"{error.problem} Put right what that names, or take the change back, and run "
            "`pulumi up` again: it compares the service with what is declared then"
        ) from None


def gone(service_id: int) -> ServiceGone:
    """Return the error of a service that was to be written to and is not there."""
    return ServiceGone(
        service_id,
        " (deleted by somebody else, or by a run that broke off?); nothing was made in its place. "
        "`pulumi up --refresh` makes it again",
    )
