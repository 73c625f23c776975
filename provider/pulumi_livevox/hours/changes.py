"""What differs between two declarations of hours, by day and date, in words."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.declaring.values import Unknown
from pulumi_livevox.hours.days import GROUPS, WEEK, in_order
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.spans import Span
from pulumi_livevox.hours.timetable import Timetable, compared
from pulumi_livevox.hours.words import sentences
from pulumi_livevox.wire.times import EASTERN


def changes(before: DeclaredHours, after: DeclaredHours, on: datetime.date) -> list[Change]:
    """Return what `after` changes, Monday to Sunday, then by date; dates before `on` do not count.

    Each is said in words, by the clocks that people of `after` go by, the week as on that day. What
    words can't say is told value by value: what can't be known yet or read, and other entries for
    the same hours; of dates, how many have such entries. A section that `after` does not declare
    stays as it is.
    """
    # The same hours, as the zone of `after` writes them.
    before = replace(before, time_zone=after.time_zone)
    by_value = {section: _by_value(before, after, section, on) for section in after.sections}
    if not any(by_value.values()):
        return []
    paths = [change.path for changed in by_value.values() for change in changed]
    unsaid = {path for path in paths if not all(_has_words(path, each) for each in (before, after))}
    said = _in_words(_without(before, unsaid, on), _without(after, unsaid, on), on)
    found: list[Change] = []
    for section, changed in by_value.items():
        words = [change for change in said if change.path == section]
        rest = [change for change in changed if change.path in unsaid]
        if changed and not words and not rest and section == "dates":
            text = f"dates: {len(changed)} other entries for hours that stay"
            found.append(Change(section, text, adds=False))
        else:
            found += [*words, *rest] if words else changed
    return found + [change for change in said if change.path not in by_value]


def _by_value(
    before: DeclaredHours, after: DeclaredHours, section: str, on: datetime.date
) -> list[Change]:
    """Return what differs of a section as texts that a program declares."""
    was, becomes = _texts(before, section, on), _texts(after, section, on)
    if not isinstance(was, Mapping) or not isinstance(becomes, Mapping):
        return [] if was == becomes else [Change.of_value(section, was, becomes)]
    # Business hours are read in their own zone, and kept in Eastern time.
    clocks = " (Eastern)" if after.meaning and after.read_in != EASTERN.key else ""
    changed = [
        Change.of_value(f"{section}.{day}", was.get(day), becomes.get(day))
        for day in in_order({**was, **becomes})
        if was.get(day) != becomes.get(day)
    ]
    return [replace(change, text=f"{change}{clocks}") for change in changed]


def _texts(hours: DeclaredHours, section: str, on: datetime.date) -> Any:
    """Return the texts of a section's days, the spans of each by time."""
    days = hours.to_inputs().get(section)
    if not isinstance(days, Mapping):
        return days
    return {
        day: ", ".join(sorted(text.split(", "))) if isinstance(text, str) else text
        for day, text in days.items()
        if section == "week" or day >= on.isoformat()
    }


def _has_words(path: str, hours: DeclaredHours) -> bool:
    """Tell whether words can say what a day or date has, where it has anything."""
    section, _, day = path.partition(".")
    days = hours.week if section == "week" else hours.dates
    if not isinstance(days, Mapping) or (section == "week" and day not in (*WEEK, *GROUPS)):
        return False
    spans = {str(each): spans for each, spans in days.items()}.get(day, ())
    return not isinstance(spans, Unknown) and all(
        isinstance(span, Span) and span.is_within_a_day() for span in spans
    )


def _without(hours: DeclaredHours, unsaid: Collection[str], on: datetime.date) -> DeclaredHours:
    """Return hours without the paths that have no words, and without dates before a day."""

    def left(section: str, days: Any) -> Any:
        if not isinstance(days, Mapping) or section in unsaid:
            return None
        return {day: spans for day, spans in days.items() if f"{section}.{day}" not in unsaid}

    dates = left("dates", hours.dates)
    if dates is not None:
        dates = {date: spans for date, spans in dates.items() if date >= on}
    return replace(hours, week=left("week", hours.week), dates=dates)


def _in_words(before: DeclaredHours, after: DeclaredHours, on: datetime.date) -> list[Change]:
    """Return what is said of hours, by section, in the zone of those after."""
    zone = after.read_in
    was, becomes = compared(Timetable.of(before), Timetable.of(after), zone, on)
    clocks = "" if zone == EASTERN.key else f" ({zone})"
    return [
        Change(each.section, f"{each.text}{clocks}", each.adds) for each in sentences(was, becomes)
    ]
