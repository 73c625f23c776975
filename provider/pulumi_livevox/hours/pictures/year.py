"""A year, drawn: twelve months, and the dates that are not as their day of the week."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pulumi_livevox.hours.pictures.canvas import LEFT, RIGHT, Canvas
from pulumi_livevox.hours.pictures.lettering import wrapped
from pulumi_livevox.hours.pictures.months import MONTHS, WEEKDAYS, Place, date_text, places
from pulumi_livevox.hours.pictures.schedules import DrawnDate, Schedule

_CELL: Final = 18
_MONTH: Final = (RIGHT - LEFT - 6 * 7 * _CELL) / 5 + 7 * _CELL
_MONTH_HEIGHT: Final = 2 * _CELL + 6 * _CELL


def draw_year(canvas: Canvas, year: int, dates: Sequence[DrawnDate]) -> None:
    """Draw a year's months, with the dates that have hours of their own marked and told."""
    own = {each.date: each for each in dates}
    for month in range(12):
        left = LEFT + month % 6 * _MONTH
        top = canvas.top + month // 6 * (_MONTH_HEIGHT + 8)
        for place in places(year, month + 1):
            if place.date in own:
                _mark(canvas, left, top, place, own[place.date])
        canvas.text(left + 2, top + 12, MONTHS[month], "strong")
        for column, weekday in enumerate(WEEKDAYS):
            canvas.text(_middle(left, column), top + 28, weekday, "small muted middle")
        for place in places(year, month + 1):
            baseline = top + 2 * _CELL + place.row * _CELL + 12
            x = _middle(left, place.column)
            canvas.text(x, baseline, str(place.date.day), "small middle")
    canvas.top += 2 * (_MONTH_HEIGHT + 8)


def _mark(canvas: Canvas, left: float, top: float, place: Place, date: DrawnDate) -> None:
    """Draw the marks of a date in its place of a month, below its number."""
    x, y = left + place.column * _CELL, top + (2 + place.row) * _CELL
    draw_mark(canvas, x + 1, y, kind_of(date))
    if date.is_changed:
        canvas.rectangle(x - 1, y - 2, _CELL + 2, _CELL + 2, "changed-date", round=3)


def kind_of(date: DrawnDate) -> str:
    """Return how a date is marked: "closed-date", "other-date", or "" where it is as its day."""
    if not date.is_own:
        return ""
    return "other-date" if date.hours else "closed-date"


def draw_mark(canvas: Canvas, x: float, y: float, kind: str) -> None:
    """Draw the mark of a date: closed ones are struck through, ones with other hours are round."""
    size = _CELL - 2
    if kind:
        canvas.rectangle(x, y, size, size, kind, round=2 if kind == "closed-date" else size / 2)
    if kind == "closed-date":
        canvas.line(x, y + size, x + size, y, "strike")


def draw_dates(canvas: Canvas, schedule: Schedule, dates: Sequence[DrawnDate]) -> None:
    """Tell some dates of a schedule, with their names and hours, in two columns."""
    half = (len(dates) + 1) // 2
    width = (RIGHT - LEFT) / 2
    tops = [canvas.top, canvas.top]
    for number, each in enumerate(dates):
        column = number // half
        left = LEFT + column * width
        canvas.text(left, tops[column] + 12, date_text(each.date), "muted")
        if schedule.is_doubted(each.date):
            canvas.triangle(left + 146, tops[column] + 12, 10, "doubt")
        for line in wrapped(f"{each.name}: {each.text}" if each.name else each.text, width - 180):
            canvas.text(left + 164, tops[column] + 12, line)
            tops[column] += 18
    canvas.top = max(tops)


def _middle(left: float, column: int) -> float:
    return left + column * _CELL + _CELL / 2
