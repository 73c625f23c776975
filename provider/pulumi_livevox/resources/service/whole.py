"""A service with all that belongs to it and can be declared: what five reads show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

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


@dataclass(frozen=True)
class WholeService:
    """A service as it stands: its sections, with its numbers, and its hours."""

    general: General
    phone: Phone
    settings: Settings
    messaging: Messaging
    hours: Sequence[HoursEntry]

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

    Raises NotFound where the service is not there. `shared` takes answers that the client has
    already.
    """
    return WholeService(**at_once(reads(client, service_id, shared=shared)))
