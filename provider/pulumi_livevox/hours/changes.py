"""What differs between two declarations of hours, by day and date."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.hours.days import in_order
from pulumi_livevox.hours.declared import DeclaredHours


def changes(before: DeclaredHours, after: DeclaredHours, on: datetime.date) -> list[Change]:
    """Return what `after` changes, Monday to Sunday, then by date; dates before `on` do not count.

    A section that `after` does not declare stays as it is.
    """
    found: list[Change] = []
    for section in after.sections:
        was, becomes = _days(before, section, on), _days(after, section, on)
        if not isinstance(was, Mapping) or not isinstance(becomes, Mapping):
            if was != becomes:
                found.append(Change(section, was, becomes))
            continue
        found += [
            Change(f"{section}.{day}", was.get(day), becomes.get(day))
            for day in in_order({**was, **becomes})
            if was.get(day) != becomes.get(day)
        ]
    return found


def _days(hours: DeclaredHours, section: str, on: datetime.date) -> Any:
    """Return the texts of a section's days, the spans of each by time."""
    days = hours.to_inputs().get(section)
    if not isinstance(days, Mapping):
        return days
    return {
        day: ", ".join(sorted(text.split(", "))) if isinstance(text, str) else text
        for day, text in days.items()
        if section == "week" or day >= on.isoformat()
    }
