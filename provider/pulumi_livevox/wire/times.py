"""Times and dates as the API writes them.

The hours of a service are Eastern wall-clock times. On the wire a time is the number of
milliseconds from 1970-01-01T00:00Z to that wall-clock time on 1970-01-01 in US Eastern, five hours
behind: 07:00 is 43200000. No daylight saving takes part in it. A date is the instant of Eastern
midnight on that date, and there daylight saving counts.
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

EASTERN = ZoneInfo("America/New_York")
"""The zone of every time and date of the API."""

_MIDNIGHT = 5 * 3_600_000
_LATEST_SECOND = 48 * 3600


def time_to_wire(minutes: int) -> int:
    """Turn a wall-clock time, in minutes since 00:00, into the API's milliseconds.

    A time past midnight goes on counting, up to 48:00: the API has such times. Raises ValueError
    for any other number.
    """
    if not 0 <= minutes * 60 <= _LATEST_SECOND:
        raise ValueError(f"{minutes} minutes are not a time from 00:00 to 48:00")
    return _MIDNIGHT + minutes * 60_000


def time_from_wire(milliseconds: int) -> tuple[int, int]:
    """Turn the API's milliseconds into minutes since 00:00, and the seconds beyond them.

    Seconds are what only others write. Raises ValueError where they are no time of the API.
    """
    total, fraction = divmod(milliseconds - _MIDNIGHT, 1000)
    if fraction or not 0 <= total <= _LATEST_SECOND:
        raise ValueError(f"{milliseconds} is not a whole second of a time from 00:00 to 48:00")
    return divmod(total, 60)


def date_to_wire(day: date) -> int:
    """Turn a date into the API's instant: Eastern midnight, in milliseconds."""
    return int(datetime.combine(day, time(), EASTERN).timestamp()) * 1000


def date_from_wire(milliseconds: int) -> date:
    """Return the Eastern date of one of the API's instants. Raises ValueError where it has none."""
    return eastern_from_wire(milliseconds).date()


def eastern_from_wire(milliseconds: int) -> datetime:
    """Return an instant of the API to the second, in Eastern time; midnight where it is a date's.

    Raises ValueError where it is none that has a date.
    """
    try:
        return datetime.fromtimestamp(milliseconds // 1000, EASTERN)
    except (OverflowError, OSError, ValueError):
        raise ValueError(f"{milliseconds} is not the instant of a date") from None
