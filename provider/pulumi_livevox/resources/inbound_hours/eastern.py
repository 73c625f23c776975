"""Declared hours in Eastern time, in which the platform keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_livevox.resources.inbound_hours.spans import format_spans, parse_spans
from pulumi_livevox.resources.inbound_hours.zones import minutes_ahead_or_none
from pulumi_livevox.wire.times import EASTERN


def declared_in_eastern_time(declared: Mapping[str, Any]) -> dict[str, Any]:
    """Return a declaration with its times in Eastern time and without its zone.

    What can't be said so stays as it is: a zone that is unknown or of no use any more, and live
    entries that a refresh shows and no program can declare.
    """
    ahead = minutes_ahead_or_none(declared.get("time_zone", EASTERN.key))
    if ahead is None:
        return dict(declared)
    eastern = {name: value for name, value in declared.items() if name != "time_zone"}
    for section in ("week", "dates"):
        if isinstance(declared.get(section), Mapping):
            days = declared[section].items()
            eastern[section] = {day: _in_eastern_time(spans, ahead) for day, spans in days}
    return eastern


def _in_eastern_time(spans: Any, ahead: int) -> Any:
    if not isinstance(spans, str):
        return spans
    try:
        return format_spans(span.earlier(ahead) for span in parse_spans(spans))
    except ValueError:
        return spans
