"""What business hours mean beyond the entries that they are laid on: for words and pictures."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

MEANING: Final = "__hours"
"""Input of inbound hours that holds it; hidden by the engine."""

UNSAID: Final = "__unsaid"
"""Input of inbound hours that tells whether they are secret, as the engine tells no provider: then
no words say them. Hidden by the engine, ignored by diffs."""

HIDDEN: Final = (MEANING, UNSAID)
"""The inputs of inbound hours that the engine hides."""


@dataclass(frozen=True)
class Meaning:
    """What people mean by hours that the platform keeps as Eastern entries."""

    time_zone: str
    """The zone in which the hours are meant."""
    names: Mapping[datetime.date, str] = field(default_factory=dict)
    """The names of holidays, by dates of that zone."""
    right_until: datetime.date | None = None
    """The last Eastern day before a rollout moves the week; None where none does."""

    @classmethod
    def from_inputs(cls, kept: Any) -> Meaning | None:
        """Read what `to_inputs` has kept; None where it is nothing of the kind."""
        try:
            right_until = kept.get("right_until")
            return cls(
                str(kept["time_zone"]),
                {
                    datetime.date.fromisoformat(day): str(name)
                    for day, name in (kept.get("names") or {}).items()
                },
                None if right_until is None else datetime.date.fromisoformat(right_until),
            )
        except (AttributeError, KeyError, TypeError, ValueError):
            return None

    def since(self, on: datetime.date) -> Meaning:
        """Return it without the names of dates before a day."""
        return replace(self, names={day: name for day, name in self.names.items() if day >= on})

    def to_inputs(self) -> dict[str, Any]:
        """Return it as state keeps it."""
        kept: dict[str, Any] = {"time_zone": self.time_zone}
        if self.names:
            kept["names"] = {day.isoformat(): name for day, name in sorted(self.names.items())}
        if self.right_until is not None:
            kept["right_until"] = self.right_until.isoformat()
        return kept
