"""What is to be seen in a picture of hours."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from pulumi_livevox.hours.timetable import Timetable
from pulumi_livevox.wire.times import EASTERN


@dataclass(frozen=True)
class Line:
    """One line of calls, with the hours that it has."""

    name: str
    """The service's name; where only the resource's is known, that."""
    label: str = ""
    """What tells it from others of that name: "service 20575", "support-hours"."""
    group: str = ""
    """Whose lines answer together: "call center 433". Who answers when is told for each group."""
    hours: Timetable | None = None
    """Eastern; None where there are none: `without` says why."""
    before: Timetable | None = None
    """Eastern; what the hours are before a rollout that changes them, None where it does not."""
    time_zone: str = EASTERN.key
    """The zone in which the people of the line read their hours."""
    without: str = ""
    """Why there are no hours: "has no inbound hours", "can't be read: …"."""


@dataclass(frozen=True)
class Picture:
    """Some lines, as they are drawn together."""

    title: str
    """"Stack prod", "call center 433"."""
    lines: tuple[Line, ...]
    year: int
    """The year of the calendar."""
    today: datetime.date
    """The day on which it is drawn: an ordinary week is told in other zones as on this day."""
