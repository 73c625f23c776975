"""Hours as text: a grid of the week for lines of equal hours, and who answers when below."""

from __future__ import annotations

import datetime
import itertools
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.text import Text

from pulumi_livevox.cli.visible import visible
from pulumi_livevox.hours.answering import Answering, spans_with
from pulumi_livevox.hours.clock import END_OF_DAY
from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.pictures.groups import Group, groups
from pulumi_livevox.hours.pictures.picture import Line, Picture
from pulumi_livevox.hours.pictures.schedules import Schedule, schedules
from pulumi_livevox.hours.spans import Span, format_spans
from pulumi_livevox.hours.timetable import Timetable
from pulumi_livevox.wire.times import EASTERN

_NAMED: Final = 5
"""How many of the lines that have equal hours are named."""

_DATES: Final = 20
"""How many of the dates to come are told."""

_MARGIN: Final = "  "
_LEAST: Final = 24
"""Characters beside the grid, for the spans of a day."""

_STYLES: Final = {"open": "green", "closed": "dim", "opens": "bold green", "closes": "bold red"}


@dataclass(frozen=True)
class _Marks:
    """The characters of a grid."""

    open: str
    closed: str
    some: str
    """Some lines are open, others not."""
    opens: str = "+"
    closes: str = "-"


_BLOCKS: Final = _Marks("█", "·", "▒")
_ASCII: Final = _Marks("#", ".", "o")


def print_hours(picture: Picture) -> None:
    """Print a picture: on a terminal as wide as that, else as plain text."""
    page = _Page()
    drawn = schedules(picture)
    if len(picture.lines) > 1:
        page.heading(picture.title)
    if any(schedule.hours or schedule.before for schedule in drawn):
        page.legend(with_changes=any(schedule.is_changed for schedule in drawn))
    for schedule in drawn:
        page.blank()
        _print_schedule(page, schedule, picture.today)
    for group in groups(picture):
        if group.lines > 1:
            page.blank()
            _print_group(page, group)


class _Page:
    """Where a picture is printed, and with which marks."""

    def __init__(self) -> None:
        self._console = Console(highlight=False)
        self.marks = (
            _BLOCKS if _can_print(f"{_BLOCKS.open}{_BLOCKS.closed}{_BLOCKS.some}") else _ASCII
        )
        room = self._console.width - len(f"{_MARGIN}Mon ") - 1 - _LEAST
        self.cells = next((cells for cells in (48, 24, 12) if cells <= room), 0)
        """How many cells a day has; 0 where there is no room for a grid."""
        self._is_empty = True

    def heading(self, words: str) -> None:
        self.text(words, style="bold")

    def text(self, words: str, indent: str = "", style: str = "") -> None:
        """Print words, which go on below where a terminal is too narrow."""
        self._is_empty = False
        shown = f"{indent}{visible(words)}"
        if not self._console.is_terminal:
            print(shown)
            return
        below = f"{indent}{_MARGIN if indent else ''}"
        for line in textwrap.wrap(shown, self._console.width, subsequent_indent=below) or [shown]:
            self._console.print(Text(line, style=style), soft_wrap=True)

    def blank(self) -> None:
        """Print a blank line below what was printed before."""
        if not self._is_empty:
            print()

    def legend(self, *, with_changes: bool) -> None:
        if self.cells == 0:
            return
        marks = self.marks
        words = [f"{marks.open} open", f"{marks.closed} closed"]
        if with_changes:
            words += [f"{marks.opens} opens", f"{marks.closes} closes"]
        self.text("   ".join(words))

    def ticks(self) -> None:
        """Print the hours above a grid."""
        if self.cells == 0:
            return
        width = self.cells // 8
        hours = "".join(f"{hour:02}".ljust(width) for hour in range(0, 24, 3))
        self._console.print(Text(f"{_MARGIN}    {hours}24", style="dim"), soft_wrap=True)

    def row(self, day: str, cells: Iterable[tuple[str, str]], words: str) -> None:
        """Print a day: its cells, each with its style, and words that go on below."""
        row = Text(f"{_MARGIN}{day[:3].capitalize()} ")
        for character, style in cells:
            row.append(character, style)
        indent = row.cell_len + (1 if self.cells else 0)
        lines = textwrap.wrap(words, max(_LEAST, self._console.width - indent)) or [""]
        row.append(f"{' ' if self.cells else ''}{lines[0]}")
        row.rstrip()
        self._console.print(row, soft_wrap=True)
        for line in lines[1:]:
            self._console.print(Text(f"{' ' * indent}{line}"), soft_wrap=True)

    def grid(self) -> Iterator[Span]:
        """Return the part of a day that each cell stands for."""
        minutes = END_OF_DAY // self.cells if self.cells else END_OF_DAY
        starts = range(0, END_OF_DAY, minutes) if self.cells else ()
        return (Span(start, start + minutes) for start in starts)


def _can_print(characters: str) -> bool:
    try:
        characters.encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def _print_schedule(page: _Page, schedule: Schedule, today: datetime.date) -> None:
    """Print the hours that some lines have in common."""
    named = ", ".join(map(_named, schedule.lines[:_NAMED]))
    more = len(schedule.lines) - _NAMED
    page.heading(f"{named} and {more} more" if more > 0 else named)
    hours = schedule.hours
    if hours is None:
        page.text(schedule.without, _MARGIN)
    if hours is None and schedule.before is None:
        return
    page.text(_clocks(schedule.time_zone), _MARGIN)
    if schedule.week:
        page.ticks()
        for day in schedule.week:
            spans = format_spans(day.hours) or "closed"
            page.row(day.day, _cells(page, day.before, day.hours), spans)
    if hours is not None:
        _print_dates(page, hours, today)
    for doubt in schedule.doubts:
        page.text(f"In doubt: {doubt}", _MARGIN)
    if schedule.words:
        page.text("Changes:", _MARGIN)
        for words in schedule.words:
            page.text(words, _MARGIN * 2)


def _named(line: Line) -> str:
    name = line.name or '""'
    return f"{name} ({line.label})" if line.label else name


def _clocks(zone: str) -> str:
    return "Eastern time" if zone == EASTERN.key else f"time of {zone}"


def _cells(page: _Page, before: Sequence[Span], after: Sequence[Span]) -> Iterator[tuple[str, str]]:
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


def _print_dates(page: _Page, hours: Timetable, today: datetime.date) -> None:
    """Print the dates to come that have hours of their own, or a name."""
    dates = [date for date in sorted({*hours.dates, *hours.names}) if date >= today]
    if not dates:
        return
    page.text("Dates:", _MARGIN)
    names = {date: visible(hours.names.get(date, "")) for date in dates if date in hours.names}
    width = max((len(names.get(date, "")) for date in dates[:_DATES]), default=0)
    for date in dates[:_DATES]:
        name = f"{names.get(date, '').ljust(width)}  " if width else ""
        spans = format_spans(hours.spans_on(date)) or "closed"
        page.text(f"{date:%a} {date}  {name}{spans}", _MARGIN * 2)
    if len(dates) > _DATES:
        page.text(f"and {len(dates) - _DATES} more until {dates[-1]}", _MARGIN * 2)


def _print_group(page: _Page, group: Group) -> None:
    """Print when nobody of a group is open, and when all are."""
    page.heading(f"Who answers when: {group.name}, {group.lines} lines with hours")
    page.text(_clocks(group.time_zone), _MARGIN)
    marks = page.marks
    if page.cells:
        page.text(f"{marks.open} all   {marks.some} some   {marks.closed} nobody", _MARGIN)
    page.ticks()
    for day in WEEK:
        page.row(day, _counted(page, group.week[day], group.lines), "")
    for words, number in (("Nobody is open:", 0), ("All are open:", group.lines)):
        page.text(words, _MARGIN)
        for days in _by_days(spans_with(group.week, number)):
            page.text(days, _MARGIN * 2)


def _counted(page: _Page, parts: Sequence[Answering], count: int) -> Iterator[tuple[str, str]]:
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
            said.append(f"{' to '.join(dict.fromkeys((names[0], names[-1])))} {text}")
    return said or ["never"]
