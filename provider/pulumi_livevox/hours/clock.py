"""Times of a day: minutes since 00:00, and the texts that people type and read."""

from __future__ import annotations

import re
from typing import Final

END_OF_DAY: Final = 24 * 60
"""The end of a day, 24:00, in minutes since 00:00."""

_TIME: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
_TWELVE_HOURS: Final = re.compile(r"(1[0-2]|0?[1-9])(?::([0-5][0-9]))? ?([ap])\.?m\.?")


def parse_time(text: str) -> int:
    """Return a time that somebody typed, "7:00", as minutes since 00:00.

    Raises ValueError, with what to write, for what is no minute of a day.
    """
    typed = text.strip()
    match = _TIME.fullmatch(typed)
    if match is None:
        raise ValueError(
            f'"{text}" is not a time: write hours and minutes, such as {_example(typed)}'
        )
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    if seconds:
        raise ValueError(f'"{text}" has seconds: write hours and minutes alone, such as 07:00')
    if hours > 23 or minutes > 59:
        raise ValueError(f'"{text}" is not a time of a day: the last minute of a day is 23:59')
    return hours * 60 + minutes


def parse_end(text: str) -> int:
    """Return the end of a span, as parse_time does; a day ends at 24:00."""
    match = _TIME.fullmatch(text.strip())
    if match is not None and [int(part or 0) for part in match.groups()] == [24, 0, 0]:
        return END_OF_DAY
    return parse_time(text)


def format_time(minutes: int, seconds: int = 0) -> str:
    """Return minutes since 00:00 as "07:00", with seconds only where there are any."""
    return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


def _example(typed: str) -> str:
    """Return what the user meant by a time of the twelve-hour clock, or any time at all."""
    match = _TWELVE_HOURS.fullmatch(typed.lower())
    if match is None:
        return "07:00"
    hours = int(match[1]) % 12 + (12 if match[3] == "p" else 0)
    return f"{hours:02}:{match[2] or '00'}"
