"""Coverage: which lines of a picture answer together, and who of them answers when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pulumi_livevox.hours.answering import Answering, answering, spans_with
from pulumi_livevox.hours.pictures.names import shown
from pulumi_livevox.hours.pictures.picture import Line, Picture
from pulumi_livevox.hours.pictures.schedules import spans_text
from pulumi_livevox.hours.timetable import Timetable
from pulumi_livevox.wire.times import EASTERN


@dataclass(frozen=True)
class Group:
    """Lines that answer together."""

    name: str
    time_zone: str
    """The zone of all its lines, or else the platform's."""
    counted: tuple[Line, ...]
    """Those that have hours, of a week that is known: nobody can tell when the others are open."""
    without: int
    """How many are not counted."""
    week: Mapping[str, tuple[Answering, ...]]
    """MONDAY … SUNDAY, each from 00:00 to 24:00."""

    @property
    def lines(self) -> int:
        """How many lines are counted."""
        return len(self.counted)

    def text(self, day: str) -> str:
        """Say when nobody is open on a day, and when all are."""
        steps = self.week[day]
        if [step.open for step in steps] == [0]:
            return "nobody all day"
        if [step.open for step in steps] == [self.lines]:
            return "all of them, all day" if self.lines > 1 else "open all day"
        nobody, everybody = (spans_with(self.week, open)[day] for open in (0, self.lines))
        most = max(step.open for step in steps)
        told = f"all {spans_text(everybody)}" if everybody else f"never all, at most {most}"
        return f"{told}; nobody {spans_text(nobody)}" if nobody else f"{told}; somebody always"

    def steps_text(self, day: str) -> str:
        """Say how many lines are open in each part of a day."""
        return ", ".join(
            f"{spans_text([step.span])} {self._count(step.open)}" for step in self.week[day]
        )

    def _count(self, lines: int) -> str:
        return "nobody" if lines == 0 else "all" if lines == self.lines else str(lines)


def groups(picture: Picture) -> list[Group]:
    """Return the groups of a picture's lines; none where there is a single line in all."""
    if len(picture.lines) < 2:
        return []
    found: dict[str, list[Line]] = {}
    for line in picture.lines:
        found.setdefault(line.group, []).append(line)
    return [_group(shown(name or picture.title), lines, picture) for name, lines in found.items()]


def _group(name: str, lines: Sequence[Line], picture: Picture) -> Group:
    counted = [(line, line.hours) for line in lines if line.hours and line.hours.knows_week]
    zones = {line.time_zone for line, _ in counted}
    zone = zones.pop() if len(zones) == 1 else EASTERN.key
    converted: dict[int, Timetable] = {}
    for _, hours in counted:
        if id(hours) not in converted:
            converted[id(hours)] = hours.in_zone(zone, picture.today)
    return Group(
        name,
        zone,
        tuple(line for line, _ in counted),
        len(lines) - len(counted),
        answering([converted[id(hours)] for _, hours in counted]),
    )
