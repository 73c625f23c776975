"""Weeks, drawn: a row a day from 00:00 to 24:00, with the bars of what is open."""

from __future__ import annotations

from typing import Final

from pulumi_livevox.hours.clock import END_OF_DAY
from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.pictures.canvas import LEFT, RIGHT, Canvas
from pulumi_livevox.hours.pictures.groups import Group
from pulumi_livevox.hours.pictures.lettering import width_of
from pulumi_livevox.hours.pictures.marks import Bar, Mark
from pulumi_livevox.hours.pictures.schedules import Schedule, spans_text
from pulumi_livevox.hours.spans import Span

_TRACK: Final = LEFT + 96
_ROW: Final = 26
_BAR: Final = 20

_SIGNS: Final = {Mark.OPEN: "", Mark.OPENS: "+ ", Mark.CLOSES: "− "}


def draw_week(canvas: Canvas, schedule: Schedule) -> None:
    """Draw the week of a schedule below what is drawn so far."""
    _axis(canvas)
    for day in schedule.week:
        top = _row(canvas, day.day, "strong" if day.is_changed else "")
        if schedule.is_doubted(day.day):
            canvas.triangle(_TRACK - 18, top + 15, 10, "doubt")
        drawn = day.bars
        for before, bar, after in zip([None, *drawn], drawn, [*drawn[1:], None], strict=False):
            _draw_bar(canvas, top, bar)
            free_from = before.span.end if before else 0
            free_until = after.span.start if after else END_OF_DAY
            _write_times(canvas, top, bar, Span(free_from, free_until))
        if not drawn:
            canvas.text(_TRACK + 8, top + 14, "closed", "small muted")


def _draw_bar(canvas: Canvas, top: float, bar: Bar) -> None:
    x, width = _across(bar.span)
    canvas.rectangle(x, top, width, _BAR, str(bar.mark), round=3)


def _write_times(canvas: Canvas, top: float, bar: Bar, free: Span) -> None:
    """Write the times of a bar into it, or where it is too short beside it, if there is room."""
    x, width = _across(bar.span)
    text = _SIGNS[bar.mark] + spans_text([bar.span])
    needed = width_of(text, 11) + 8
    if needed <= width:
        kind = "small on-open" if bar.mark is Mark.OPEN else "small halo"
        canvas.text(x + width / 2, top + 14, text, f"{kind} middle")
    elif needed <= _across(Span(bar.span.end, free.end))[1]:
        canvas.text(x + width + 5, top + 14, text, "small")
    elif needed <= _across(Span(free.start, bar.span.start))[1]:
        canvas.text(x - 5, top + 14, text, "small end")


def draw_band(canvas: Canvas, group: Group) -> None:
    """Draw how many lines of a group are open, over a week, below what is drawn so far."""
    _axis(canvas)
    for day in WEEK:
        top = _row(canvas, day)
        for step in group.week[day]:
            x, width = _across(step.span)
            kind, text, on = "some", str(step.open), "small halo"
            if step.open == 0:
                kind, text, on = "nobody", "nobody", "small halo"
            elif step.open == group.lines:
                kind, text, on = "all", f"all {step.open}", "small on-open"
            height = _BAR * (step.open / group.lines if step.open else 1)
            canvas.rectangle(x, top + _BAR - height, width, height, kind)
            if width_of(text, 11) + 6 <= width:
                canvas.text(x + width / 2, top + 14, text, f"{on} middle")


def _axis(canvas: Canvas) -> None:
    """Draw the hours above the days, and their lines through all of them."""
    canvas.top += 20
    for hour in range(0, 25, 3):
        x = _across(Span(0, hour * 60))[1] + _TRACK
        place = {0: "", 24: "end"}.get(hour, "middle")
        canvas.text(x, canvas.top - 6, f"{hour:02}:00", f"small muted {place}".strip())


def _row(canvas: Canvas, day: str, kind: str = "") -> float:
    """Draw the empty row of a day; return where its bars begin."""
    top = canvas.top
    canvas.text(LEFT, top + 14, day.capitalize(), kind)
    canvas.rectangle(_TRACK, top, RIGHT - _TRACK, _BAR, "track")
    for hour in range(0, 25, 3):
        x = _across(Span(0, hour * 60))[1] + _TRACK
        canvas.line(x, top, x, top + _BAR, "hour")
    canvas.top += _ROW
    return top


def _across(span: Span) -> tuple[float, float]:
    """Return where a span begins, and how wide it is, in pixels."""
    scale = (RIGHT - _TRACK) / END_OF_DAY
    return _TRACK + span.start * scale, (span.end - span.start) * scale
