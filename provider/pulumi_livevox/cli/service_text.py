"""A service as text: a heading a section, and below it names and values side by side."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pulumi_livevox.cli.printing import print_heading, print_pairs
from pulumi_livevox.hours.days import GROUPS
from pulumi_livevox.tasks.showing import Hours, Number, ShownService, Values

_NOTHING = "none"

Pairs = list[tuple[str, ...]]


def print_service(shown: ShownService) -> None:
    """Print a service section by section."""
    general = shown.general or {}
    print_heading(f"{general.get('name', '')} (service {shown.id})".strip())
    for heading, section, pairs in _sections(shown):
        print()
        print_heading(heading)
        if section in shown.unread:
            print_pairs([(f"can't be read: {shown.unread[section]}",)])
        else:
            print_pairs(pairs or [(_NOTHING,)])


def _sections(shown: ShownService) -> Iterator[tuple[str, str, Pairs]]:
    """Return the heading of each section, the read that it comes from, and its pairs."""
    yield "General", "general", _values(shown.general)
    yield "Phone", "phone", _values(shown.phone)
    yield "Caller IDs", "phone", [_number(each) for each in shown.caller_ids or ()]
    if shown.hours is None:
        yield "Hours (Eastern)", "hours", []
    else:
        yield "Hours (Eastern)", "hours", _week(shown.hours.week)
        for heading, pairs in _other_hours(shown.hours):
            if pairs:
                yield heading, "hours", pairs
    yield "Settings", "settings", _values(shown.settings)
    yield "Messaging", "messaging", _values(shown.messaging)
    yield "Pacing", "pacing", _values(shown.pacing)
    yield "Related", "related", _values(shown.related)


def _values(values: Values | None) -> Pairs:
    return [(name, _value(value)) for name, value in (values or {}).items()]


def _value(value: Any) -> str:
    if value is None or value == []:
        return _NOTHING
    if isinstance(value, str):
        return value or '""'
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    return json.dumps(value, ensure_ascii=False)


def _number(number: Number) -> tuple[str, str]:
    if not number.default:
        return number.phone_number, ""
    return number.phone_number, "default" if number.on_list else "default, and not on the list"


def _week(week: Mapping[str, str]) -> Pairs:
    """Return the seven days, each with what the platform has for it, then days of other names.

    Behind the spans of a day stands the platform's name of the days that they are for.
    """
    if not week:
        return []
    rows: Pairs = []
    known: set[str] = set()
    for group, days in GROUPS.items():
        for day in days:
            entries = [name for name in (group, day) if name in week]
            known |= {*entries}
            rows += [(day.capitalize(), week[name], name) for name in entries] or [
                (day.capitalize(), "no entry", "")
            ]
    return rows + [(name, spans, name) for name, spans in week.items() if name not in known]


def _other_hours(hours: Hours) -> Iterator[tuple[str, Pairs]]:
    yield "Dates (Eastern)", [*hours.dates.items()]
    yield "Dates before today", [*hours.past_dates.items()]
    yield "Odd entries of hours", [(entry,) for entry in hours.odd]
