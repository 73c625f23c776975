"""Hours as text: a grid of the week for lines of equal hours, and who answers when below."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from pulumi_livevox.cli.hours_page import MARGIN, Page
from pulumi_livevox.cli.visible import visible
from pulumi_livevox.hours.answering import Answering, spans_with
from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.pictures.groups import Group, groups
from pulumi_livevox.hours.pictures.picture import Line, Picture
from pulumi_livevox.hours.pictures.schedules import Schedule, schedules
from pulumi_livevox.hours.pictures.telling import zone_name
from pulumi_livevox.hours.spans import Span, format_spans
from pulumi_livevox.hours.timetable import Timetable
from pulumi_livevox.hours.words import from_to

_NAMED: Final = 5
"""How many of the lines that have equal hours are named."""

_DATES: Final = 20
"""How many of the dates to come are told."""

_STYLES: Final = {"open": "green", "closed": "dim", "opens": "bold green", "closes": "bold red"}


def print_hours(picture: Picture) -> None:
    """Print a picture: on a terminal as wide as that, else as plain text."""
    page = Page()
    drawn = schedules(picture)
    if len(picture.lines) > 1:
        page.heading(picture.title)
    changed = [schedule for schedule in drawn if schedule.is_changed]
    if any(schedule.hours or schedule.before for schedule in drawn):
        page.legend(with_changes=bool(changed))
    for index, schedule in enumerate(drawn):
        page.blank()
        if changed and index == len(changed):
            page.heading("Unchanged")
            page.blank()
        _print_schedule(page, schedule, picture.today)
    for group in groups(picture):
        if group.lines > 1:
            page.blank()
            _print_group(page, group)


def _print_schedule(page: Page, schedule: Schedule, today: datetime.date) -> None:
    """Print the hours that some lines have in common."""
    named = ", ".join(map(_named, schedule.lines[:_NAMED]))
    more = len(schedule.lines) - _NAMED
    page.heading(f"{named} and {more} more" if more > 0 else named)
    hours = schedule.hours
    if hours is None:
        page.text(schedule.without, MARGIN)
    if hours is None and schedule.before is None:
        return
    page.text(_clocks(schedule.time_zone), MARGIN)
    if schedule.week:
        page.ticks()
        for day in schedule.week:
            spans = format_spans(day.hours) or "closed"
            page.row(day.day, _cells(page, day.before, day.hours), spans)
    if hours is not None:
        _print_dates(page, hours, today)
    for doubt in schedule.doubts:
        page.text(f"In doubt: {doubt}", MARGIN)
    if schedule.words:
        page.text("Changes:", MARGIN)
        for words in schedule.words:
            page.text(words, MARGIN * 2)


def _named(line: Line) -> str:
    name = line.name or '""'
    return f"{name} ({line.label})" if line.label else name


def _clocks(zone: str) -> str:
    return f"time of {zone_name(zone)}"


def _cells(page: Page, before: Sequence[Span], after: Sequence[Span]) -> Iterator[tuple[str, str]]:
    """Return the cells of a day: open, closed, and where it opens or closes from now on."""
    marks = page.marks
    for cell in page.grid():
        was, is_now = _minutes(before, cell), _minutes(after, cell)
        if is_now > was:
            yield marks.opens, _STYLES["opens"]
        elif is_now < was:
            yield marks.closes, _STYLES["closes"]
        elif is_now:
            yield marks.open, _STYLES["open"]
        else:
            yield marks.closed, _STYLES["closed"]


def _minutes(spans: Iterable[Span], within: Span) -> int:
    """Return how many minutes of a part of a day spans cover."""
    return sum(max(0, min(span.end, within.end) - max(span.start, within.start)) for span in spans)


def _print_dates(page: Page, hours: Timetable, today: datetime.date) -> None:
    """Print the dates to come that have hours of their own, or a name."""
    dates = [date for date in sorted({*hours.dates, *hours.names}) if date >= today]
    if not dates:
        return
    page.text("Dates:", MARGIN)
    names = {date: visible(hours.names.get(date, "")) for date in dates if date in hours.names}
    width = max((len(names.get(date, "")) for date in dates[:_DATES]), default=0)
    for date in dates[:_DATES]:
        name = f"{names.get(date, '').ljust(width)}  " if width else ""
        spans = format_spans(hours.spans_on(date)) or "closed"
        if not hours.knows(date):
            spans = "as the week"
        page.text(f"{date:%a} {date}  {name}{spans}", MARGIN * 2)
    if len(dates) > _DATES:
        page.text(f"and {len(dates) - _DATES} more until {dates[-1]}", MARGIN * 2)


def _print_group(page: Page, group: Group) -> None:
    """Print when nobody of a group is open, and when all are."""
    page.heading(f"Who answers when: {group.name}, {group.lines} lines with hours")
    page.text(_clocks(group.time_zone), MARGIN)
    marks = page.marks
    if page.cells:
        page.text(f"{marks.open} all   {marks.some} some   {marks.closed} nobody", MARGIN)
    page.ticks()
    for day in WEEK:
        page.row(day, _counted(page, group.week[day], group.lines), "")
    for words, number in (("Nobody is open:", 0), ("All are open:", group.lines)):
        page.text(words, MARGIN)
        for days in _by_days(spans_with(group.week, number)):
            page.text(days, MARGIN * 2)


def _counted(page: Page, parts: Sequence[Answering], count: int) -> Iterator[tuple[str, str]]:
    """Return the cells of a day by how many lines are open most of the time of each."""
    marks = page.marks
    for cell in page.grid():
        number = max(parts, key=lambda part: _minutes((part.span,), cell)).open
        if number == 0:
            yield marks.closed, _STYLES["closed"]
        else:
            yield (marks.open if number == count else marks.some), _STYLES["open"]


def _by_days(week: Mapping[str, Sequence[Span]]) -> list[str]:
    """Say the spans of a week, days in a row that have the same ones together."""
    said = []
    for text, days in itertools.groupby(WEEK, lambda day: format_spans(week[day])):
        names = [day.capitalize() for day in days]
        if text:
            said.append(f"{from_to(names)} {text}")
    return said or ["never"]
