"""Hours as JSON: an object a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pulumi_livevox.hours.pictures.schedules import before_of

if TYPE_CHECKING:
    from pulumi_livevox.hours.pictures.picture import Line, Picture
    from pulumi_livevox.hours.timetable import Timetable


def line_objects(picture: Picture) -> list[dict[str, Any]]:
    """Return an object a line, its hours as the clocks of its zone say them.

    `hours` is null of a line without any, of which `without` says why; `week` of hours whose week
    nobody knows. `before` is there only where a rollout changes the hours.
    """
    return [_line(each, picture) for each in picture.lines]


def _line(line: Line, picture: Picture) -> dict[str, Any]:
    def shown(timetable: Timetable) -> dict[str, Any]:
        return _hours(timetable.in_zone(line.time_zone, picture.today))

    told: dict[str, Any] = {
        "name": line.name,
        "label": line.label,
        "group": line.group,
        "time_zone": line.time_zone,
        "hours": None if line.hours is None else shown(line.hours),
    }
    before = before_of(line, picture.today)
    if before is not None:
        told["before"] = shown(before)
    return told | ({"without": line.without} if line.without else {})


def _hours(timetable: Timetable) -> dict[str, Any]:
    return {
        "week": {day: [*map(str, spans)] for day, spans in timetable.week.items()}
        if timetable.knows_week
        else None,
        "dates": {
            date.isoformat(): [*map(str, spans)] for date, spans in sorted(timetable.dates.items())
        },
        "names": {date.isoformat(): name for date, name in sorted(timetable.names.items())},
        "doubts": [doubt.text for doubt in timetable.doubts],
    }
