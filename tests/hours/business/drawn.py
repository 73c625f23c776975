"""Business hours drawn at random: as they are typed, and what is meant by them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from pulumi_livevox.hours.business.business_hours import BusinessHours

FIRST, LAST = date(2027, 1, 1), date(2028, 12, 31)
"""The two years that are looked at; the second has a 29 February."""

EASTERN: Final = ZoneInfo("America/New_York")
ZONES = (
    EASTERN.key,
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "America/Halifax",
    "America/St_Johns",
    "Europe/London",
    "Asia/Kolkata",
    "Asia/Manila",
    "Australia/Sydney",
)

Minutes = tuple[tuple[int, int], ...]
"""Spans in minutes since the 00:00 of the date on which they begin."""

_DAY: Final = 24 * 60
_LAYOUTS: Final[tuple[Mapping[str, tuple[int, ...]], ...]] = (
    {"MON-FRI": (0, 1, 2, 3, 4), "SAT": (5,), "SUN": (6,)},
    {"MON-SUN": (0, 1, 2, 3, 4, 5, 6), "wed": (2,)},
    {"SAT-MON": (5, 6, 0), "TUE,THU": (1, 3), "Friday": (4,)},
    {each: (n,) for n, each in enumerate(("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"))},
)
"""Keys of a week with the days that they mean; a later one beats an earlier one."""

_CHANGES: Final = tuple(
    date(2027, month, day)
    for month, day in ((3, 13), (3, 14), (3, 28), (4, 4), (10, 3), (10, 31), (11, 6), (11, 7))
)
"""Days on which, or beside which, clocks are changed somewhere."""


@dataclass(frozen=True)
class Drawn:
    """Some hours."""

    typed: Mapping[str, Any]
    """The arguments of BusinessHours."""
    week: tuple[Minutes, ...]
    """Monday to Sunday."""
    own: Mapping[date, Minutes]
    """Of the dates that have spans of their own."""
    zone: str

    @property
    def value(self) -> BusinessHours:
        return BusinessHours(**self.typed)

    def is_open(self, day: date, minute: int) -> bool:
        """Whether it is open when the clocks of the zone show a time of a date."""
        return minute in self.open_on(day)

    def open_on(self, day: date) -> frozenset[int]:
        """The minutes of a date in which it is open, as the clocks of the zone show them."""
        yesterday = day - timedelta(days=1)
        own, night = (self.own.get(each, self.week[each.weekday()]) for each in (day, yesterday))
        return _open_minutes(own, night)


def quarter_hours() -> Iterator[datetime]:
    """Every quarter hour of the two years."""
    when, end = (
        datetime.combine(day, time(), EASTERN).astimezone(UTC)
        for day in (FIRST, LAST + timedelta(days=1))
    )
    while when < end:
        yield when
        when += timedelta(minutes=15)


@lru_cache(maxsize=2)
def clocks(zone: str) -> list[tuple[date, int]]:
    """What the clocks of a zone show at every quarter hour: date, and minute of the day."""
    there = ZoneInfo(zone)
    shown = (when.astimezone(there) for when in quarter_hours())
    return [(each.date(), each.hour * 60 + each.minute) for each in shown]


def text_of(spans: Minutes) -> str:
    """Spans as somebody types them; a night ends at a time of the next day."""
    if not spans:
        return "closed"
    if spans == ((0, _DAY),):
        return "open"
    return ", ".join(f"{_time(start)}-{_end(end)}" for start, end in spans)


@st.composite
def drawn(draw: st.DrawFn, zone: str) -> Drawn:
    """Hours of a zone: a week, and perhaps dates, holidays and a last day."""
    # When one day's hours give way to the next one's, so that none overlap.
    spans = _spans(draw(st.sampled_from([0, 0, 4 * 60, 7 * 60 + 30])))
    layout = draw(st.sampled_from(_LAYOUTS))
    by_key = {key: draw(spans) for key in layout}
    week: dict[int, Minutes] = dict.fromkeys(range(7), ())
    for key, meant in layout.items():
        week |= dict.fromkeys(meant, by_key[key])
    days = st.dates(FIRST, LAST) | st.sampled_from(_CHANGES)
    holidays = draw(st.none() | st.lists(days, max_size=8, unique=True))
    on_holidays = draw(spans)
    dates = draw(st.none() | st.dictionaries(days, spans, max_size=6))
    until = draw(st.sampled_from([None, LAST + timedelta(days=9)]))
    typed: dict[str, Any] = {
        "week": {key: text_of(by_key[key]) for key in layout},
        "time_zone": zone,
        "holidays": holidays,
        "on_holidays": text_of(on_holidays) if holidays else None,
        "dates": dates and {str(day): text_of(each) for day, each in dates.items()},
        "until": until and str(until),
        # No quarter hour lies in it.
        "closed_as": "00:01-00:02",
    }
    return Drawn(
        {name: value for name, value in typed.items() if value is not None},
        tuple(week[day] for day in range(7)),
        dict.fromkeys(holidays or (), on_holidays) | (dates or {}),
        zone,
    )


@lru_cache
def _open_minutes(own: Minutes, night: Minutes) -> frozenset[int]:
    """The minutes of a day within its own spans, and those of the day before."""
    shown = [*own, *((start - _DAY, end - _DAY) for start, end in night)]
    return frozenset(
        minute for start, end in shown for minute in range(max(start, 0), min(end, _DAY))
    )


def _spans(turn: int) -> st.SearchStrategy[Minutes]:
    """Spans from a time of one day to the same time of the next one."""
    quarters = st.integers(0, _DAY // 15).map(lambda quarter: turn + quarter * 15)
    times = st.lists(quarters | st.integers(turn, turn + _DAY), max_size=4, unique=True) | st.just(
        [0, _DAY] if turn == 0 else []
    )

    def paired(found: list[int]) -> Minutes:
        ends = iter(sorted(found))
        pairs = zip(ends, ends, strict=False)
        # What begins on the next day, or is as long as one, is typed in another way.
        return tuple(
            (start, end)
            for start, end in pairs
            if start < _DAY and (end - start < _DAY or not start)
        )

    return times.map(paired)


def _time(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _end(minute: int) -> str:
    return _time(minute if minute <= _DAY else minute - _DAY)
