"""What bringing hours about changes on a service that stands: told by a preview."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.hours.changes import changes
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.wire.inbound_hours import HoursEntry


def hours_changes(
    declared: DeclaredHours, live: Sequence[HoursEntry], on: datetime.date
) -> list[Change]:
    """Return what is declared of hours and is otherwise on the platform, by day and date."""
    return changes(declared.as_live(live, on), declared, on)
