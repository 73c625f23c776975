"""Who answers when: how many of the lines that answer together are open, over a week."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pulumi_livevox.hours.clock import END_OF_DAY
from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.pictures.picture import Line, Picture
from pulumi_livevox.hours.pictures.schedules import spans_text
from pulumi_livevox.hours.spans import Span
from pulumi_livevox.hours.timetable import Timetable


@dataclass(frozen=True)
class Step:
    """A part of a day in which the same number of lines is open."""

    span: Span
    open: int


@dataclass(frozen=True)
class Group:
    """Lines that answer together."""

    name: str
    time_zone: str
    """The zone of all its lines, or else the platform's."""
    lines: int
    """How many have hours: the others are not counted."""
    without: int
    """How many have none."""
    week: Mapping[str, tuple[Step, ...]]
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


def groups(picture: Picture) -> list[Group]:
    """Return the groups of a picture's lines; none where there is a single line in all."""
    if len(picture.lines) < 2:
        return []
    found: dict[str, list[Line]] = {}
    for line in picture.lines:
        found.setdefault(line.group, []).append(line)
    return [_group(name or picture.title, lines, picture) for name, lines in found.items()]


def _group(name: str, lines: Sequence[Line], picture: Picture) -> Group:
    zones = {line.time_zone for line in lines if line.hours}
    zone = zones.pop() if len(zones) == 1 else Line("").time_zone
    converted: dict[int, Timetable] = {}
    for line in lines:
        if line.hours is not None and id(line.hours) not in converted:
            converted[id(line.hours)] = line.hours.in_zone(zone, picture.today)
    tables = [converted[id(line.hours)] for line in lines if line.hours is not None]
    week = {day: _steps(span for table in tables for span in table.week[day]) for day in WEEK}
    return Group(name, zone, len(tables), len(lines) - len(tables), week)


def _steps(spans: Iterable[Span]) -> tuple[Step, ...]:
    """Return how many of the spans hold each part of a day."""
    change: Counter[int] = Counter()
    for span in spans:
        change[span.start] += 1
        change[span.end] -= 1
    found: list[Step] = []
    is_open = 0
    for start, end in itertools.pairwise(sorted({0, END_OF_DAY, *change})):
        is_open += change[start]
        if found and found[-1].open == is_open:
            start = found.pop().span.start
        found.append(Step(Span(start, end), is_open))
    return tuple(found)
