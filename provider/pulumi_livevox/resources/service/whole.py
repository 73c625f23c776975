"""A service with all that belongs to it and can be declared: what five reads show."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from pulumi_livevox.client import (
    AnswerNotUnderstood,
    BadRequest,
    Forbidden,
    LiveVoxError,
    MethodNotAllowed,
    NotFound,
)
from pulumi_livevox.run.at_once import at_once
from pulumi_livevox.wire.deprecated import DEPRECATED_PAIRS
from pulumi_livevox.wire.enumerations import MessagingProperty
from pulumi_livevox.wire.general import General
from pulumi_livevox.wire.inbound_hours import HoursEntry
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.phone import Phone
from pulumi_livevox.wire.settings import Settings

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

_ELSEWHERE: Final = ("service_id", "name", "call_center_id", "caller_id", "default_caller_id")
"""What sections repeat of the general one, and the numbers, which are resources of their own."""

_REFUSED: Final = (AnswerNotUnderstood, BadRequest, Forbidden, MethodNotAllowed, NotFound)
"""What the API may say of one section of a service, and would say again."""


@dataclass(frozen=True)
class WholeService:
    """A service as it stands: its sections, with its numbers, and its hours.

    A section that could not be read is empty, which says nothing of what stands.
    """

    general: General
    phone: Phone
    settings: Settings
    messaging: Messaging
    hours: Sequence[HoursEntry]
    unreadable: Mapping[str, str] = field(default_factory=dict)
    """Why sections could not be read, by `phone`, `settings`, `messaging` and `hours`."""

    @property
    def id(self) -> int:
        """The service's id."""
        return self.general.service_id

    @property
    def name(self) -> str:
        """The service's name, as the platform has it."""
        return self.general.name

    @property
    def call_center_id(self) -> int:
        """The call center in which the service stands."""
        return self.general.call_center_id

    def properties(self) -> dict[str, dict[str, Any]]:
        """Return all but its numbers and hours, by section: `properties` of each."""
        sections = ("general", "phone", "settings", "messaging")
        return {name: properties(getattr(self, name)) for name in sections}

    def completed_by(self, earlier: WholeService) -> WholeService:
        """Return it with what could not be read as an earlier read has it, as far as that does."""
        known = {
            name: getattr(earlier, name) for name in self.unreadable.keys() - earlier.unreadable
        }
        left = {name: why for name, why in self.unreadable.items() if name not in known}
        return replace(self, **known, unreadable=left)


def properties(section: General | Phone | Settings | Messaging) -> dict[str, Any]:
    """Return what a read shows of a section, by the names that programs have for it.

    Of a setting with two names that is the current one. A message that is shown more than once has
    a list of its values.
    """
    shown = section.shown()
    if isinstance(section, General):
        return shown
    if isinstance(section, Messaging):
        del shown["property"]
        found = messages(section)
        return {name: each[0] if len(each) == 1 else each for name, each in found.items()} | shown
    for old, current in DEPRECATED_PAIRS:
        if old in shown:
            # Alone, the old name says what the current one would.
            shown.setdefault(current, shown.pop(old))
    return {name: value for name, value in shown.items() if name not in _ELSEWHERE}


def messages(messaging: Messaging) -> dict[str, list[str | None]]:
    """Return the values of messages by the names of programs, which are in capitals.

    A read shows names in any case. Of several values the last one counts, as it does where a state
    is compared.
    """
    found: dict[str, tuple[str, list[str | None]]] = {}
    for item in messaging.property:
        _, values = found.get(item.key.lower(), ("", []))
        found[item.key.lower()] = item.key, [*values, item.value]
    return {
        key.upper() if _is_known_in_capitals(key) else key: values for key, values in found.values()
    }


def _is_known_in_capitals(key: str) -> bool:
    return key.isascii() and (key.islower() or key.upper() in set(MessagingProperty))


def reads(
    client: LiveVoxClient, service_id: int, *, shared: bool = False
) -> dict[str, Callable[[], Any]]:
    """Return the reads of all that belongs to a service, by the names that WholeService has.

    Read Service General, Phone, Settings, Messaging and Inbound Hours. `shared` takes answers that
    the client has already.
    """
    sections = (
        ("general", client.read_general),
        ("phone", client.read_phone),
        ("settings", client.read_settings),
        ("messaging", client.read_messaging),
        ("hours", client.read_inbound_hours),
    )
    return {name: partial(read, service_id, shared=shared) for name, read in sections}


def read_whole(client: LiveVoxClient, service_id: int, *, shared: bool = False) -> WholeService:
    """Read a service with all that belongs to it, side by side.

    A section that the API refuses to show, or that is not understood, is among the `unreadable`.
    Raises NotFound where the service is not there, and any error of the general section. `shared`
    takes answers that the client has already.
    """
    calls = reads(client, service_id, shared=shared)
    found = at_once({name: partial(_unless_refused, call) for name, call in calls.items()})
    general = found["general"]
    if isinstance(general, LiveVoxError):
        raise general
    refused = {name: each for name, each in found.items() if isinstance(each, LiveVoxError)}
    if any(isinstance(each, NotFound) for each in refused.values()):
        # It may have been deleted since the general section was read.
        client.read_general(service_id)
    # Without the id, as many services are mostly refused the same.
    why = {
        name: each.problem.replace(f"/{service_id}/", "/{id}/") for name, each in refused.items()
    }
    return WholeService(
        **{**found, **{name: _EMPTY[name](general) for name in why}}, unreadable=why
    )


def _unless_refused(read: Callable[[], Any]) -> Any:
    try:
        return read()
    except _REFUSED as error:
        return error


def _head(general: General) -> dict[str, Any]:
    names = ("service_id", "name", "call_center_id")
    return {name: getattr(general, name) for name in names}


_EMPTY: Final[Mapping[str, Callable[[General], Any]]] = {
    "phone": lambda general: Phone.model_validate(_head(general)),
    "settings": lambda general: Settings.model_validate(_head(general)),
    "messaging": lambda general: Messaging.model_validate({"property": []}),
    "hours": lambda general: [],
}
"""What stands for a section that could not be read."""
