"""Times and dates as the API writes them.

The hours of a service are Eastern wall-clock times. On the wire a time is the number of
milliseconds from 1970-01-01T00:00Z to that wall-clock time on 1970-01-01 in US Eastern, five hours
behind: 07:00 is 43200000. No daylight saving takes part in it. A date is the instant of Eastern
midnight on that date, and there daylight saving counts.
"""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

EASTERN = ZoneInfo("America/New_York")
"""The zone of every time and date of the API."""

_MIDNIGHT = 5 * 3_600_000
_LATEST_SECOND = 48 * 3600
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
_TWELVE_HOURS = re.compile(r"(1[0-2]|0?[1-9])(?::([0-5][0-9]))? ?([ap])\.?m\.?")


def time_to_wire(text: str) -> int:
    """Turn a wall-clock time ("07:00", or "07:00:30") into the API's milliseconds.

    A time past midnight goes on counting, up to "48:00": the API has such times.
    """
    match = _TIME.fullmatch(text)
    if match is None:
        raise ValueError(f'"{text}" is not a time such as 07:00')
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    total = hours * 3600 + minutes * 60 + seconds
    if minutes > 59 or seconds > 59 or total > _LATEST_SECOND:
        raise ValueError(f'"{text}" is not a time from 00:00 to 48:00')
    return _MIDNIGHT + total * 1000


def time_from_wire(milliseconds: int) -> str:
    """Turn the API's milliseconds into a wall-clock time, with seconds only where there are any."""
    total, fraction = divmod(milliseconds - _MIDNIGHT, 1000)
    if fraction or not 0 <= total <= _LATEST_SECOND:
        raise ValueError(f"{milliseconds} is not a whole second of a time from 00:00 to 48:00")
    minutes, seconds = divmod(total, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


def parse_time(text: str) -> str:
    """Bring a time that somebody typed into its one form: "7:00" becomes "07:00"."""
    typed = text.strip()
    match = _TIME.fullmatch(typed)
    if match is None:
        raise ValueError(
            f'"{text}" is not a time: write hours and minutes, such as {_example(typed)}'
        )
    hours, minutes, seconds = match.groups()
    if seconds is not None and int(seconds):
        raise ValueError(f'"{text}" has seconds: write hours and minutes alone, such as 07:00')
    if int(hours) > 23 or int(minutes) > 59:
        raise ValueError(f'"{text}" is not a time of a day: the last minute of a day is 23:59')
    return f"{int(hours):02}:{minutes}"


def parse_end(text: str) -> str:
    """Bring the end of a span into its one form, as parse_time does; a day ends at 24:00."""
    match = _TIME.fullmatch(text.strip())
    if match is not None and [int(part or 0) for part in match.groups()] == [24, 0, 0]:
        return "24:00"
    return parse_time(text)


def date_to_wire(day: date) -> int:
    """Turn a date into the API's instant: Eastern midnight, in milliseconds."""
    return int(datetime.combine(day, time(), EASTERN).timestamp()) * 1000


def date_from_wire(milliseconds: int) -> date:
    """Return the Eastern date of one of the API's instants."""
    try:
        return datetime.fromtimestamp(milliseconds // 1000, EASTERN).date()
    except (OverflowError, OSError, ValueError):
        raise ValueError(f"{milliseconds} is not the instant of a date") from None


def _example(typed: str) -> str:
    """Return what the user meant by a time of the twelve-hour clock, or any time at all."""
    match = _TWELVE_HOURS.fullmatch(typed.lower())
    if match is None:
        return "07:00"
    hours = int(match[1]) % 12 + (12 if match[3] == "p" else 0)
    return f"{hours:02}:{match[2] or '00'}"
