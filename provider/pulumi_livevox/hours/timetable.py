"""When a line takes calls, day by day, in one zone: what words and pictures are made of."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pulumi_livevox.hours.spans import Span
from pulumi_livevox.wire.times import EASTERN

if TYPE_CHECKING:
    from pulumi_livevox.hours.declared import DeclaredHours

Spans = tuple[Span, ...]
"""The spans of a day by time, none overlapping or touching another; () is closed."""


@dataclass(frozen=True)
class Timetable:
    """The hours of a line by single day of the week and by date, as wall-clock times of a zone."""

    week: Mapping[str, Spans]
    """All seven days, MONDAY to SUNDAY."""
    dates: Mapping[datetime.date, Spans] = field(default_factory=dict)
    """Dates whose hours stand instead of their day's."""
    names: Mapping[datetime.date, str] = field(default_factory=dict)
    """What dates are called: "Thanksgiving Day"."""
    time_zone: str = EASTERN.key
    doubts: tuple[str, ...] = ()
    """What the platform makes of nobody knows, in sentences: spans of one day that overlap, a
    group beside one of its days, entries that can't be read."""

    @classmethod
    def of(cls, hours: DeclaredHours) -> Timetable:
        """Return the Eastern timetable of declared or live hours.

        A date that is open for a single minute counts as closed: that is how one is closed.
        """
        raise NotImplementedError

    def in_zone(self, zone: str, on: datetime.date) -> Timetable:
        """Return it as the clocks of another zone say it, the week as on a day."""
        raise NotImplementedError

    def spans_on(self, date: datetime.date) -> Spans:
        """Return the spans of a date: its own, or those of its day of the week."""
        raise NotImplementedError
