"""Hours in Eastern time, in which the platform keeps them, and in the zone of a program."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from typing import Any, Final

from pulumi_livevox.hours.spans import format_spans, parse_spans
from pulumi_livevox.hours.zones import minutes_ahead_or_none
from pulumi_livevox.wire.times import EASTERN

_SAID: Final = " Eastern"
"""What stands behind a span that the zone of the others can't say."""


def declared_in_eastern_time(declared: Mapping[str, Any]) -> dict[str, Any]:
    """Return a declaration with its times in Eastern time and without its zone.

    What can't be said so stays as it is: a zone that is unknown, or keeps its distance no more,
    and live entries that a refresh shows and no program can declare.
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


def from_eastern_time(span: str, ahead: int | None) -> str:
    """Return an Eastern span as a user of a zone would type it.

    One that the zone can't say, as it begins or ends on another day there, stays and says so.
    """
    if ahead == 0:
        return span
    if ahead is not None:
        with contextlib.suppress(ValueError):
            (eastern,) = parse_spans(span)
            if (local := eastern.earlier(-ahead)).is_within_a_day():
                return str(local)
    return span + _SAID


def _in_eastern_time(spans: Any, ahead: int) -> Any:
    """Return a day's text in Eastern time, or what is no such text as it is."""
    if not isinstance(spans, str):
        return spans
    try:
        return format_spans(
            span
            for part in spans.split(",")
            for typed in parse_spans(part.removesuffix(_SAID))
            for span in [typed if part.endswith(_SAID) else typed.earlier(ahead)]
        )
    except ValueError:
        return spans
