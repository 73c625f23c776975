"""What pictures say beside what they draw."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from pulumi_livevox.hours.pictures.groups import Group
from pulumi_livevox.hours.pictures.months import MONTHS
from pulumi_livevox.hours.pictures.names import isolated, shown
from pulumi_livevox.hours.pictures.picture import Line, Picture
from pulumi_livevox.hours.pictures.schedules import Schedule
from pulumi_livevox.hours.timetable import Timetable
from pulumi_livevox.wire.times import EASTERN

UNCHANGED: Final = "Unchanged"
"""The heading above those that do not change, where others do."""


def summary(picture: Picture, drawn: Sequence[Schedule]) -> str:
    """Say what is to be seen: "30 lines, of 4 different hours" and as of when."""
    lines = _count(len(picture.lines), "line")
    if not drawn:
        told = "No lines"
    elif len(drawn) == 1 and len(picture.lines) > 1:
        told = f"{lines}, all of the same hours"
    elif len(drawn) < len(picture.lines):
        told = f"{lines}, of {len(drawn)} different hours"
    else:
        told = lines
    changed = sum(len(schedule.lines) for schedule in drawn if schedule.is_changed)
    if changed:
        told += f"; {_count(changed, 'line')} with hours that change"
    return f"{told}. As of {day_text(picture.today)}."


def first_unchanged(drawn: Sequence[Schedule]) -> Schedule | None:
    """Return the schedule before which "Unchanged" stands; None where all or none change."""
    if not any(schedule.is_changed for schedule in drawn):
        return None
    return next((schedule for schedule in drawn if not schedule.is_changed), None)


def isolating(picture: Picture) -> Picture:
    """Return a picture with the names of its dates as they may stand in a sentence."""
    lines = [
        replace(line, hours=_isolating(line.hours), before=_isolating(line.before))
        for line in picture.lines
    ]
    return replace(picture, lines=tuple(lines))


def _isolating(hours: Timetable | None) -> Timetable | None:
    if hours is None:
        return None
    names = {date: isolated(name) for date, name in hours.names.items()}
    return hours if names == hours.names else replace(hours, names=names)


def title_text(schedule: Schedule, mark: Callable[[str], str] = isolated) -> str:
    """Name the lines of a schedule in short, each name marked: "Atlanta, Boston and 28 more"."""
    names = [mark(shown(line.name)) for line in schedule.lines]
    if len(names) <= 3:
        return " and ".join((", ".join(names[:-1]), names[-1])) if names[1:] else names[0]
    return f"{', '.join(names[:2])} and {len(names) - 2} more"


def lines_text(schedule: Schedule) -> str:
    """Name all lines of a schedule, each with what tells it apart; "" where its title does."""
    if [line_text(line) for line in schedule.lines] == [title_text(schedule)]:
        return ""
    return "; ".join(line_text(line) for line in schedule.lines)


def line_text(line: Line, mark: Callable[[str], str] = isolated) -> str:
    """Name a line, with what tells it from others, each marked: "Atlanta (service 20575)"."""
    name = mark(shown(line.name))
    about = ", ".join(mark(shown(part)) for part in (line.label, line.group) if part)
    return f"{name} ({about})" if about else name


def without_text(schedule: Schedule) -> str:
    """Say why a schedule has no hours; "" where it has some."""
    return f"No hours to draw: {schedule.without}." if schedule.without else ""


def zone_text(schedule: Schedule) -> str:
    """Say in whose clocks the hours of a schedule are told, and of which week if any is."""
    clocks = f"the time of {zone_name(schedule.time_zone)}."
    return f"An ordinary week, in {clocks}" if schedule.week else f"In {clocks}"


def only_zone(drawn: Sequence[Schedule]) -> str:
    """Name the zone that all schedules have; "" where they have several."""
    zones = {schedule.time_zone for schedule in drawn}
    return zone_name(zones.pop()) if len(zones) == 1 else ""


def zone_name(zone: str) -> str:
    """Name a zone: "America/New_York (Eastern)"."""
    return f"{zone} (Eastern)" if zone == EASTERN.key else zone


def group_text(group: Group) -> str:
    """Say which lines of a group are counted."""
    if not group.lines:
        return "None of its lines has hours."
    told = f"How many of {_count(group.lines, 'line')} are open"
    if group.lines == 1:
        told = "Whether its line is open"
    told += f", in the time of {zone_name(group.time_zone)}"
    if group.without:
        lines = _count(group.without, "line")
        told += f"; {lines} without hours {'is' if group.without == 1 else 'are'} not counted"
    return f"{told}."


def beyond_text(schedule: Schedule, year: int) -> str:
    """Say what a calendar of a year leaves out, or lacks."""
    beyond = schedule.dates_beyond(year)
    if beyond:
        dates = _count(len(beyond), "date")
        return f"{dates} after {year} with other hours, the last on {day_text(beyond[-1])}."
    if not schedule.dates(year):
        return f"No date of {year} has other hours than its day of the week."
    return ""


def day_text(date: datetime.date) -> str:
    """Return a date with its year: "29 November 2026"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
