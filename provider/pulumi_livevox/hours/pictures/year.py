"""A year, drawn: twelve months, and the dates that are not as their day of the week."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pulumi_livevox.hours.pictures.canvas import LEFT, RIGHT, Canvas, wrapped
from pulumi_livevox.hours.pictures.months import MONTHS, WEEKDAYS, date_text, places
from pulumi_livevox.hours.pictures.schedules import Date

_CELL: Final = 18
_MONTH: Final = (RIGHT - LEFT - 6 * 7 * _CELL) / 5 + 7 * _CELL
_MONTH_HEIGHT: Final = 2 * _CELL + 6 * _CELL


def draw_year(canvas: Canvas, year: int, dates: Sequence[Date]) -> None:
    """Draw a year's months, with the dates that have hours of their own marked and told."""
    own = {each.date: each for each in dates}
    for month in range(12):
        left = LEFT + month % 6 * _MONTH
        top = canvas.top + month // 6 * (_MONTH_HEIGHT + 8)
        _draw_month(canvas, left, top, [own.get(place.date) for place in places(year, month + 1)])
        canvas.text(left + 2, top + 12, MONTHS[month], "strong")
        for column, weekday in enumerate(WEEKDAYS):
            canvas.text(_middle(left, column), top + 28, weekday, "small muted middle")
        for place in places(year, month + 1):
            baseline = top + 2 * _CELL + place.row * _CELL + 12
            x = _middle(left, place.column)
            canvas.text(x, baseline, str(place.date.day), "small middle")
    canvas.top += 2 * (_MONTH_HEIGHT + 8)


def _draw_month(canvas: Canvas, left: float, top: float, dates: Sequence[Date | None]) -> None:
    """Draw the marks of a month, below its numbers."""
    for each in filter(None, dates):
        place = next(
            place for place in places(each.date.year, each.date.month) if place.date == each.date
        )
        draw_mark(
            canvas,
            left + place.column * _CELL + 1,
            top + 2 * _CELL + place.row * _CELL,
            kind_of(each),
        )
        if each.is_changed:
            x, y = left + place.column * _CELL - 1, top + 2 * _CELL + place.row * _CELL - 2
            canvas.rectangle(x, y, _CELL + 2, _CELL + 2, "changed-date", round=3)


def kind_of(date: Date) -> str:
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


def draw_dates(canvas: Canvas, dates: Sequence[Date]) -> None:
    """Tell the dates, with their names and hours, in two columns."""
    half = (len(dates) + 1) // 2
    width = (RIGHT - LEFT) / 2
    tops = [canvas.top, canvas.top]
    for number, each in enumerate(dates):
        column = number // half
        left = LEFT + column * width
        hours = each.text if each.is_own else f"as the week: {each.text}"
        canvas.text(left, tops[column] + 12, date_text(each.date), "muted")
        for line in wrapped(f"{each.name}: {hours}" if each.name else hours, width - 180):
            canvas.text(left + 164, tops[column] + 12, line)
            tops[column] += 18
    canvas.top = max(tops)


def _middle(left: float, column: int) -> float:
    return left + column * _CELL + _CELL / 2
