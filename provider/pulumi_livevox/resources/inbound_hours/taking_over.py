"""What bringing hours about changes on a service that stands: told by a preview."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from pulumi_livevox.client import NotFound
from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.declaring.judged import read_typed
from pulumi_livevox.declaring.values import known
from pulumi_livevox.hours.changes import changes
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.meaning import MEANING
from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.inbound_hours.declaration import DeclaredInboundHours
from pulumi_livevox.resources.inbound_hours.inputs import judge
from pulumi_livevox.run.errors import no_service
from pulumi_livevox.wire.inbound_hours import HoursEntry

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


def changes_of_hours(client: LiveVoxClient, typed: Mapping[str, Any]) -> list[Change]:
    """Return what bringing hours about changes on a service, by what a program has typed.

    Wrong values are the check's to tell. Raises ProviderError where there is no such service.
    """
    declared = read_typed(typed, judge, DeclaredInboundHours.from_inputs, (MEANING,))
    if declared is None:
        return []
    service_id = known(declared.service_id)
    try:
        live = client.read_inbound_hours(service_id, shared=True)
    except NotFound as error:
        raise no_service(service_id, error) from None
    return hours_changes(declared.hours, live, today())


def hours_changes(
    declared: DeclaredHours, live: Sequence[HoursEntry], on: datetime.date
) -> list[Change]:
    """Return what is declared of hours and is otherwise on the platform, by day and date."""
    return changes(declared.as_live(live, on), declared, on)
