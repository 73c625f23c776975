"""No week that means the same has fewer entries: against every way to write it."""

import datetime
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import combinations
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.business.business_hours import BusinessHours
from pulumi_livevox.hours.days import WEEK

ON = datetime.date(2027, 1, 15)
A_DAY: Final = 4
"""In parts of six hours, in which the times of these weeks are."""

ZONES = {
    "America/New_York": 0,
    "Europe/Paris": 1,
    "Asia/Bangkok": 2,
    "Pacific/Apia": 3,
    "Pacific/Pago_Pago": -1,
}
"""How many parts the clocks are ahead of Eastern ones on that day."""

MEANT: Final[Mapping[str, tuple[int, ...]]] = {
    "WEEKDAY": (0, 1, 2, 3, 4),
    "WEEKEND": (5, 6),
    **{day: (n,) for n, day in enumerate(WEEK)},
}
"""What an entry may be of, with the days that it stands for."""

Parts = frozenset[int]
"""The parts of a day in which a line is open."""

SPANS = [frozenset(range(*ends)) for ends in combinations(range(A_DAY + 1), 2)]
"""All that one entry can say of a day."""

KEYS = [
    chosen
    for size in range(len(MEANT) + 1)
    for chosen in combinations(MEANT, size)
    if len(days := [day for key in chosen for day in MEANT[key]]) == len(set(days))
]
"""The groups and days that may have entries beside each other: none holds another."""

WEEKS = st.lists(
    st.frozensets(st.integers(0, A_DAY - 1)), min_size=1, max_size=3, unique=True
).flatmap(lambda few: st.lists(st.sampled_from(few), min_size=7, max_size=7))
"""When a line is open, Monday to Sunday; some days are alike."""

examples = settings(max_examples=40, deadline=None)


@lru_cache
def entries_for(day: Parts) -> int:
    """How many entries a day needs: every choice of them is tried."""
    return next(
        size
        for size in range(A_DAY + 1)
        for chosen in combinations(SPANS, size)
        if sum(map(len, chosen)) == len(day) and frozenset().union(*chosen) == day
    )


def fewest(week: list[Parts]) -> int:
    """How few entries can say a week: every choice of groups and days is tried."""
    return min(
        sum(entries_for(week[MEANT[key][0]]) for key in chosen)
        for chosen in KEYS
        if all(len({week[day] for day in MEANT[key]}) == 1 for key in chosen)
        and all(any(day in MEANT[key] for key in chosen) for day in range(7) if week[day])
    )


def in_eastern(week: list[Parts], ahead: int) -> list[Parts]:
    """A week as Eastern days have it."""
    parts = {(day * A_DAY + part - ahead) % (7 * A_DAY) for day in range(7) for part in week[day]}
    return [frozenset(part % A_DAY for part in parts if part // A_DAY == day) for day in range(7)]


def typed(week: list[Parts], nights: bool) -> dict[str, str]:
    """A week as somebody types it; with `nights` the last span of a day may end on the next."""
    found: dict[str, list[tuple[int, int]]] = {day: runs(week[n]) for n, day in enumerate(WEEK)}
    for n, day in enumerate(WEEK if nights else ()):
        evening, morning = found[day], found[WEEK[(n + 1) % 7]]
        if evening and morning and evening[-1][1] == A_DAY and morning[0][0] == 0:
            start, end = evening[-1][0], morning[0][1]
            # No span is as long as a day.
            if 0 < end < start:
                evening[-1] = (start, end)
                del morning[0]
    return {
        day: ", ".join(f"{start * 6:02}:00-{end * 6:02}:00" for start, end in spans) or "closed"
        for day, spans in found.items()
    }


def runs(day: Iterable[int]) -> list[tuple[int, int]]:
    """The spans of a day, none touching another."""
    found: list[tuple[int, int]] = []
    for part in sorted(day):
        if found and found[-1][1] == part:
            found[-1] = (found[-1][0], part + 1)
        else:
            found.append((part, part + 1))
    return found


@examples
@given(st.sampled_from(list(ZONES)), WEEKS, st.booleans())
def test_no_other_way_to_write_a_week_has_fewer_entries(
    zone: str, week: list[Parts], nights: bool
) -> None:
    eastern = in_eastern(week, ZONES[zone])

    written = BusinessHours(typed(week, nights), time_zone=zone).laid(ON).week

    assert set(written) in map(set, KEYS)
    said = {day: spans for key, spans in written.items() for day in MEANT[key]}
    for day in range(7):
        parts = {n for span in said.get(day, ()) for n in range(span.start // 360, span.end // 360)}
        assert parts == eastern[day]
    assert sum(map(len, written.values())) == fewest(eastern)
