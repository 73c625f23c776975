"""A calendar of one zone as the clocks of another say it, exactly: whatever clocks do that day."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from pulumi_livevox.hours.clock import END_OF_DAY
from pulumi_livevox.hours.spans import Span, clipped, merged

_DAYS_KEPT: Final = 32 * 366
"""How many days are kept at hand, of whatever zones."""


class Part(NamedTuple):
    """A part of a day of one zone during which no clock of that zone or the other is moved."""

    date: datetime.date
    """The date in the other zone."""
    clock: Span
    """The times that the other zone's clocks show on that date."""
    later: int
    """How many minutes later the day's own clocks are, counted from its own 00:00."""


def seen_in(
    there: ZoneInfo,
    day: datetime.date,
    here: ZoneInfo,
    spans_on: Callable[[datetime.date], tuple[Span, ...]],
) -> tuple[Span, ...]:
    """Return what clocks `there` say on a day of spans that are kept by date in the zone `here`.

    A moment is within the spans where the clock `here` shows a time within those of its date: in
    an hour that is repeated both times, at a time that is skipped never.
    """
    return merged(
        span.earlier(-part.later)
        for part in parts_of(there, day, here)
        for span in clipped(spans_on(part.date), part.clock)
    )


def ahead_at_noon(there: ZoneInfo, here: ZoneInfo, on: datetime.date) -> int:
    """Return how many minutes clocks `there` are ahead of those `here`, at noon `here` of a day."""
    noon = on.toordinal() * END_OF_DAY + END_OF_DAY // 2
    noon -= _ahead(here, noon)
    return _ahead(there, noon) - _ahead(here, noon)


@lru_cache(_DAYS_KEPT)
def parts_of(there: ZoneInfo, day: datetime.date, here: ZoneInfo) -> tuple[Part, ...]:
    """Return a day `there` in parts, each of one date `here`, as time goes."""
    midnight = day.toordinal() * END_OF_DAY
    parts = []
    for begins, ends, ahead in _steady(there, day.toordinal()):
        first, last = max(begins, midnight - ahead), min(ends, midnight + END_OF_DAY - ahead)
        for start, end, other in _steady(here, day.toordinal()):
            parts += _by_date(max(first, start), min(last, end), other, midnight - ahead)
    return tuple(parts)


def _by_date(start: int, end: int, ahead: int, midnight: int) -> list[Part]:
    """Cut a time of UTC at the midnights of a zone that is so far ahead."""
    parts = []
    while start < end:
        ordinal, clock = divmod(start + ahead, END_OF_DAY)
        until = min(end, start + END_OF_DAY - clock)
        if 1 <= ordinal <= datetime.date.max.toordinal():
            shown = Span(clock, clock + until - start)
            parts.append(Part(datetime.date.fromordinal(ordinal), shown, start - midnight - clock))
        start = until
    return parts


def _steady(zone: ZoneInfo, ordinal: int) -> list[tuple[int, int, int]]:
    """Return the times around a day, of any zone, in which a zone's clocks are not moved.

    Each is from when until when, in minutes of UTC, and how far the clocks are ahead of it.
    """
    times: list[tuple[int, int, int]] = []
    for near in (ordinal - 1, ordinal, ordinal + 1):
        for start, ahead in _moved(zone, near):
            if times and times[-1][2] == ahead:
                continue
            if times:
                times[-1] = (times[-1][0], start, times[-1][2])
            times.append((start, (ordinal + 2) * END_OF_DAY, ahead))
    return times


@lru_cache(_DAYS_KEPT)
def _moved(zone: ZoneInfo, ordinal: int) -> tuple[tuple[int, int], ...]:
    """Return how far a zone's clocks are ahead of UTC as a day of UTC begins, and once moved."""
    before, after = ordinal * END_OF_DAY, (ordinal + 1) * END_OF_DAY
    begins = before, _ahead(zone, before)
    ends = _ahead(zone, after)
    if begins[1] == ends:
        return (begins,)
    while after - before > 1:
        between = (before + after) // 2
        if _ahead(zone, between) == ends:
            after = between
        else:
            before = between
    return begins, (after, ends)


def _ahead(zone: ZoneInfo, minute: int) -> int:
    """Return how far a zone's clocks are ahead at a minute of UTC; of the calendar, that is."""
    ordinal, clock = divmod(minute, END_OF_DAY)
    within = min(max(ordinal, 3), datetime.date.max.toordinal() - 2)
    at = datetime.datetime.fromordinal(within) + datetime.timedelta(minutes=clock)
    ahead = at.replace(tzinfo=datetime.UTC).astimezone(zone).utcoffset() or datetime.timedelta()
    return ahead // datetime.timedelta(minutes=1)
