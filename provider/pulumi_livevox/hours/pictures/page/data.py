"""What the script of a page needs to draw weeks anew: the hours as the platform keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pulumi_livevox.hours.pictures.groups import Group
from pulumi_livevox.hours.pictures.picture import Picture
from pulumi_livevox.hours.pictures.schedules import Schedule
from pulumi_livevox.hours.spans import Span
from pulumi_livevox.hours.timetable import Timetable
from pulumi_livevox.wire.times import EASTERN


def data_of(
    picture: Picture, drawn: Sequence[Schedule], together: Sequence[Group]
) -> dict[str, Any]:
    """Return the hours of a picture as JSON has them: Eastern, in minutes since 00:00."""
    return {
        "today": picture.today.isoformat(),
        "eastern": EASTERN.key,
        "schedules": [_schedule(schedule) for schedule in drawn],
        "groups": [
            {
                "zone": group.time_zone,
                "lines": group.lines,
                "counts": [_counted(schedule, group) for schedule in drawn],
            }
            for group in together
        ],
    }


def _schedule(schedule: Schedule) -> dict[str, Any]:
    line = schedule.lines[0]
    return {
        "zone": schedule.time_zone,
        "hours": _timetable(line.hours),
        "before": _timetable(line.before if schedule.is_changed else None),
        "doubted": sorted(map(str, schedule.doubted_days)),
    }


def _counted(schedule: Schedule, group: Group) -> int:
    """Return how many lines of a schedule are counted in a group."""
    counted = {id(line) for line in group.counted}
    return sum(id(line) in counted for line in schedule.lines)


def _timetable(hours: Timetable | None) -> dict[str, Any] | None:
    # Of a week that nobody knows no day is drawn.
    if hours is None or not hours.knows_week:
        return None
    return {
        "week": _days(hours.week),
        "dates": _days({date.isoformat(): spans for date, spans in hours.dates.items()}),
        "names": {date.isoformat(): name for date, name in hours.names.items()},
    }


def _days(days: Mapping[str, Sequence[Span]]) -> dict[str, list[list[int]]]:
    return {day: [[span.start, span.end] for span in spans] for day, spans in days.items()}
