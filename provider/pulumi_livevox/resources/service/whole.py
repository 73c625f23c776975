"""A service with all that belongs to it and can be declared: what five reads show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from pulumi_livevox.run.at_once import at_once
from pulumi_livevox.wire.general import General
from pulumi_livevox.wire.inbound_hours import HoursEntry
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.phone import Phone
from pulumi_livevox.wire.settings import Settings

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


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
