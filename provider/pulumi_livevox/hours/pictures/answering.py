"""Who answers when: the lines of a picture that answer together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pulumi_livevox.hours.answering import Answering, answering
from pulumi_livevox.hours.pictures.picture import Line, Picture
from pulumi_livevox.hours.pictures.schedules import spans_text
from pulumi_livevox.hours.timetable import Timetable


@dataclass(frozen=True)
class Group:
    """Lines that answer together."""

    name: str
    time_zone: str
    """The zone of all its lines, or else the platform's."""
    lines: int
    """How many have hours, of a week that is known: the others are not counted."""
    without: int
    """How many have none."""
    week: Mapping[str, tuple[Answering, ...]]
    """MONDAY … SUNDAY, each from 00:00 to 24:00."""

    def text(self, day: str) -> str:
        """Say when nobody is open on a day, and when all are."""
        steps = self.week[day]
        if [step.open for step in steps] == [0]:
            return "nobody all day"
        if [step.open for step in steps] == [self.lines]:
            return "all of them, all day" if self.lines > 1 else "open all day"
        nobody = [step.span for step in steps if step.open == 0]
        everybody = [step.span for step in steps if step.open == self.lines]
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
    return [_group(name or picture.title, lines, picture) for name, lines in found.items()]


def _group(name: str, lines: Sequence[Line], picture: Picture) -> Group:
    # Of a week that is not known nobody can tell when it is open.
    open_lines = [(line, line.hours) for line in lines if line.hours and line.hours.knows_week]
    zones = {line.time_zone for line, _ in open_lines}
    zone = zones.pop() if len(zones) == 1 else Line("").time_zone
    converted: dict[int, Timetable] = {}
    for _, hours in open_lines:
        if id(hours) not in converted:
            converted[id(hours)] = hours.in_zone(zone, picture.today)
    tables = [converted[id(hours)] for _, hours in open_lines]
    return Group(name, zone, len(tables), len(lines) - len(tables), answering(tables))
