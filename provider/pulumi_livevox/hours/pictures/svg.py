"""Hours as one SVG document: nothing in it comes from elsewhere."""

from __future__ import annotations

from typing import Final

from pulumi_livevox.hours.pictures.canvas import LEFT, RIGHT, Canvas
from pulumi_livevox.hours.pictures.grid import draw_band, draw_week
from pulumi_livevox.hours.pictures.groups import Group, groups
from pulumi_livevox.hours.pictures.lettering import width_of
from pulumi_livevox.hours.pictures.marks import MEANS, Mark
from pulumi_livevox.hours.pictures.months import date_text
from pulumi_livevox.hours.pictures.names import isolated, shown
from pulumi_livevox.hours.pictures.picture import Picture
from pulumi_livevox.hours.pictures.schedules import Schedule, schedules
from pulumi_livevox.hours.pictures.telling import (
    UNCHANGED,
    beyond_text,
    first_unchanged,
    group_text,
    isolating,
    lines_text,
    summary,
    title_text,
    without_text,
    zone_text,
)
from pulumi_livevox.hours.pictures.year import draw_dates, draw_mark, draw_year, kind_of

_DATES: Final = {"closed-date": "closed on a date", "other-date": "other hours on a date"}


def draw(picture: Picture) -> str:
    """Return a picture as an SVG document, 960 pixels wide and as high as it needs."""
    picture = isolating(picture)
    drawn = schedules(picture)
    together = groups(picture)
    unchanged = first_unchanged(drawn)
    canvas = Canvas()
    title = shown(picture.title)
    canvas.paragraph(title, "title", size=24)
    canvas.paragraph(summary(picture, drawn), "muted")
    _draw_legend(canvas, picture, drawn)
    for schedule in drawn:
        if schedule is unchanged:
            _part(canvas, UNCHANGED)
        _begin(canvas, title_text(schedule))
        _draw_schedule(canvas, schedule, picture.year)
    for group in together:
        _begin(canvas, f"Who answers when: {isolated(group.name)}")
        canvas.paragraph(group_text(group), "muted")
        if group.lines:
            draw_band(canvas, group)
    return canvas.document(title, _described(picture, drawn, together))


def _part(canvas: Canvas, title: str) -> None:
    """Begin a part of the picture."""
    canvas.top += 24
    canvas.paragraph(title, "part", size=20)


def _begin(canvas: Canvas, title: str) -> None:
    """Begin what has a name of its own, below a rule."""
    canvas.top += 16
    canvas.line(LEFT, canvas.top, RIGHT, canvas.top, "rule")
    canvas.top += 16
    canvas.paragraph(title, "name", size=17)


def _draw_schedule(canvas: Canvas, schedule: Schedule, year: int) -> None:
    canvas.paragraph(lines_text(schedule), "muted")
    canvas.paragraph(without_text(schedule), "strong")
    if schedule.hours is None and schedule.before is None:
        return
    canvas.paragraph(zone_text(schedule), "muted")
    if schedule.week:
        canvas.top += 6
        draw_week(canvas, schedule)
    if schedule.words:
        _head(canvas, "What changes")
        for words in schedule.words:
            canvas.text(LEFT, canvas.top + 12, "•", "muted")
            canvas.paragraph(words, x=LEFT + 14)
    if schedule.doubts:
        _head(canvas, "In doubt")
        for doubt in schedule.doubts:
            canvas.triangle(LEFT, canvas.top + 12, 10, "doubt")
            canvas.paragraph(doubt, x=LEFT + 18)
    dates = schedule.dates(year)
    if dates:
        _head(canvas, str(year))
        draw_year(canvas, year, dates)
        draw_dates(canvas, schedule, dates)
    canvas.top += 6
    canvas.paragraph(beyond_text(schedule, year), "muted")


def _head(canvas: Canvas, text: str) -> None:
    canvas.top += 10
    canvas.text(LEFT, canvas.top + 13, text, "head")
    canvas.top += 24


def _draw_legend(canvas: Canvas, picture: Picture, drawn: list[Schedule]) -> None:
    """Draw what the marks mean that the picture has."""
    canvas.top += 10
    x: float = LEFT
    days = [day for schedule in drawn for day in schedule.week]
    marks = {bar.mark for day in days for bar in day.bars}
    for mark in [mark for mark in Mark if mark in marks]:
        canvas.rectangle(x + 1, canvas.top, 28, 14, str(mark), round=3)
        canvas.text(x + 36, canvas.top + 11, MEANS[mark], "small")
        x += 60 + width_of(MEANS[mark], 11)
    dates = [date for schedule in drawn for date in schedule.dates(picture.year)]
    kinds = {kind_of(date) for date in dates}
    for kind in [kind for kind in _DATES if kind in kinds]:
        draw_mark(canvas, x, canvas.top - 1, kind)
        canvas.text(x + 22, canvas.top + 11, _DATES[kind], "small")
        x += 46 + width_of(_DATES[kind], 11)
    if any(date.is_changed for date in dates):
        canvas.rectangle(x, canvas.top - 2, 18, 18, "changed-date", round=3)
        canvas.text(x + 24, canvas.top + 11, "changed date", "small")
        x += 46 + width_of("changed date", 11)
    if any(schedule.doubts for schedule in drawn):
        canvas.triangle(x, canvas.top + 12, 10, "doubt")
        canvas.text(x + 16, canvas.top + 11, "in doubt", "small")
    canvas.top += 16


def _described(picture: Picture, drawn: list[Schedule], together: list[Group]) -> str:
    """Return the whole picture in words, for those who can't see it."""
    told = [summary(picture, drawn)]
    unchanged = first_unchanged(drawn)
    for schedule in drawn:
        if schedule is unchanged:
            told.append(f"{UNCHANGED}:")
        told.append(f"{title_text(schedule)}. {lines_text(schedule)}".rstrip())
        if schedule.without:
            told.append(without_text(schedule))
        if schedule.hours or schedule.before:
            told += [zone_text(schedule)]
            told += [f"{day.day.capitalize()}: {day.text}." for day in schedule.week]
        told += [f"{words}." for words in schedule.words]
        told += [
            f"{date_text(date.date)}{f', {date.name}' if date.name else ''}: {date.text}."
            for date in schedule.dates(picture.year)
        ]
        told += [f"In doubt: {doubt}." for doubt in schedule.doubts]
    for group in together:
        told += [f"Who answers when: {isolated(group.name)}. {group_text(group)}"]
        if group.lines:
            told += [f"{day.capitalize()}: {group.steps_text(day)}." for day in group.week]
    return "\n".join(told)
