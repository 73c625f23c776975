"""The sections of a service, as they are declared, live and on the wire."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from pulumi_livevox.client import LiveVoxError, NotFound
from pulumi_livevox.declaring.judging import validate
from pulumi_livevox.declaring.values import CLEAR, Unknown
from pulumi_livevox.resources.service.declaration import NOTHING, DeclaredService, Values
from pulumi_livevox.resources.service.inputs import SELF
from pulumi_livevox.run.at_once import at_once, write_at_once
from pulumi_livevox.run.errors import ProviderError, ServiceGone
from pulumi_livevox.run.run import Run
from pulumi_livevox.wire.deprecated import DEPRECATED_PAIRS
from pulumi_livevox.wire.general import GeneralUpdate
from pulumi_livevox.wire.phone import PhoneUpdate
from pulumi_livevox.wire.settings import SettingsUpdate

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

_TWINS: Final = {a: b for pair in DEPRECATED_PAIRS for a, b in (pair, pair[::-1])}
"""The other name of each setting that has two."""

Calls = dict[str, Callable[[], None]]
"""Calls to be made side by side, by what messages name them."""


@dataclass(frozen=True)
class Section:
    """A section that one read shows, and one call writes."""

    name: str
    read: Callable[[LiveVoxClient, int, bool], Values]
    """Reads the section of a service; a shared read where the last argument says so."""
    model: type[BaseModel]
    """The body that writes it."""
    write: Callable[[LiveVoxClient, int, Any], None]

    def live(self, declared: Values, shown: Values) -> dict[str, Any]:
        """Return the declared properties that a read shows, with their live values."""
        live: dict[str, Any] = {}
        for name in declared:
            key = name if name in shown else _TWINS.get(name, name)
            if key in shown:
                live[name] = self._as_declared(name, shown[key])
        return live

    def calls(self, client: LiveVoxClient, service_id: int, values: Values) -> Calls:
        """Return the call that writes some of its properties, none where there are none."""
        if not values:
            return {}
        wire = {name: None if value == CLEAR else value for name, value in values.items()}
        if wire.get("inbound_service_id") == SELF:
            wire["inbound_service_id"] = service_id
        body = self.model.model_validate(wire, by_name=True)
        return {self.name: partial(self.write, client, service_id, body)}

    def _as_declared(self, name: str, value: Any) -> Any:
        if value is None:
            return str(CLEAR)
        # What the API shows and a user could not declare is shown as it is.
        normalised, wrong = validate(self.model, {name: value})
        return value if wrong else normalised[name]


@dataclass(frozen=True)
class _Messaging:
    """The messages: each is written by a call of its own, and shown by its key in any case."""

    name: str = "messaging"

    def read(self, client: LiveVoxClient, service_id: int, shared: bool) -> Values:
        messaging = client.read_messaging(service_id, shared=shared)
        return {item.key.lower(): item.value for item in messaging.property}

    def live(self, declared: Values, shown: Values) -> dict[str, Any]:
        known = {name: shown[name.lower()] for name in declared if name.lower() in shown}
        return {name: str(CLEAR) if value is None else value for name, value in known.items()}

    def calls(self, client: LiveVoxClient, service_id: int, values: Values) -> Calls:
        return {
            f"{self.name}.{name}": partial(client.update_messaging, service_id, name, value)
            for name, value in values.items()
        }


GENERAL: Final = Section(
    "general",
    lambda client, id, shared: client.read_general(id, shared=shared).shown(),
    GeneralUpdate,
    lambda client, id, update: client.update_general(id, update),
)

SECTIONS: Final[tuple[Section | _Messaging, ...]] = (
    GENERAL,
    Section(
        "phone",
        lambda client, id, shared: client.read_phone(id, shared=shared).shown(),
        PhoneUpdate,
        lambda client, id, update: client.update_phone(id, update),
    ),
    Section(
        "settings",
        lambda client, id, shared: client.read_settings(id, shared=shared).shown(),
        SettingsUpdate,
        lambda client, id, update: client.update_settings(id, update),
    ),
    _Messaging(),
)
"""Every section that is declared, in the order in which messages name them."""

Changes = dict[str, Values]
"""Properties to write, by section."""


@dataclass(frozen=True)
class Shown:
    """What reads of a service show: its call center, and values by section."""

    call_center_id: int
    sections: Mapping[str, Values]


def changes(old: DeclaredService, new: DeclaredService) -> Changes:
    """Return the properties of `new` that differ from `old`, by section."""
    changed: Changes = {}
    for section in SECTIONS:
        before = old.values(section.name)
        changed[section.name] = {
            name: value
            for name, value in new.values(section.name).items()
            if name not in before or before[name] != value
        }
    return changed


def everything(declared: DeclaredService) -> Changes:
    """Return all declared properties, by section."""
    return changes(NOTHING, declared)


def paths(changed: Changes) -> list[str]:
    """Return the paths of properties, as a user names them."""
    return [path_of(section, name) for section, values in changed.items() for name in values]


def path_of(section: str, name: str) -> str:
    """Return the path of a property, as a user names it."""
    return name if section == GENERAL.name else f"{section}.{name}"


def undeclared(old: DeclaredService, new: DeclaredService) -> list[str]:
    """Return the paths of properties that were declared and are no longer."""
    gone: Changes = {}
    for section in SECTIONS:
        kept = new.sections.get(section.name, {})
        if not isinstance(kept, Unknown):
            before = old.values(section.name).items()
            gone[section.name] = {name: value for name, value in before if name not in kept}
    return paths(gone)


def read_shown(
    client: LiveVoxClient, service_id: int, declared: DeclaredService, *, shared: bool
) -> Shown:
    """Read the general properties and the declared sections, side by side."""
    shown = at_once(
        {
            section.name: partial(section.read, client, service_id, shared)
            for section in SECTIONS
            if section is GENERAL or declared.values(section.name)
        }
    )
    return Shown(shown[GENERAL.name]["call_center_id"], shown)


def as_declared(service_id: int, declared: DeclaredService, shown: Shown) -> DeclaredService:
    """Return a declaration with its live values; what no answer shows keeps its last value."""
    live = as_shown(service_id, declared, shown)
    kept = {name: {**declared.values(name), **live.values(name)} for name in declared.sections}
    return replace(declared, sections=kept)


def as_shown(service_id: int, declared: DeclaredService, shown: Shown) -> DeclaredService:
    """Return the declared properties that the answers show, with their live values."""
    live = {
        section.name: section.live(declared.values(section.name), shown.sections[section.name])
        for section in SECTIONS
        if section.name in shown.sections
    }
    general = live[GENERAL.name]
    linked = general.get("inbound_service_id")
    if declared.values(GENERAL.name).get("inbound_service_id") == SELF and linked == service_id:
        general["inbound_service_id"] = SELF
    return DeclaredService(live)


def writes(run: Run, service_id: int, changed: Changes) -> Calls:
    """Return the calls that write the changed properties: one a section, one a message."""
    calls: Calls = {}
    for section in SECTIONS:
        calls |= section.calls(run.client, service_id, changed.get(section.name, {}))
    return calls


def write_all(service_id: int, calls: Calls) -> None:
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
