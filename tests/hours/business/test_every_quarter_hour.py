"""What business hours say of a moment is what the platform's entries say, in every quarter hour."""

from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from pulumi_livevox.hours.business.business_hours import BusinessHours
from pulumi_livevox.hours.declared import DeclaredHours
from tests.hours.business.drawn import (
    EASTERN,
    FIRST,
    LAST,
    ZONES,
    Drawn,
    clocks,
    drawn,
    quarter_hours,
)
from tests.hours.business.reader import Reader

MOMENTS = list(quarter_hours())
SHOWN = [(day, timedelta(minutes=minute)) for day, minute in clocks(EASTERN.key)]
"""What Eastern clocks show at each."""
SECOND_PASSES = [n for n, shown in enumerate(SHOWN) if n >= 4 and shown == SHOWN[n - 4]]
"""Where Eastern clocks show an hour for the second time."""

examples = settings(
    max_examples=5,
    deadline=None,
    # Each takes a while: what fails is told as it is found.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)


def as_the_entries_say(hours: BusinessHours) -> tuple[list[bool], set[date]]:
    """Whether the line is open, by the entries of a rollout on every day that needs one.

    Also the days whose clocks change that are told to be odd, or on which a rollout came late.
    """
    found: list[bool] = []
    odd: set[date] = set()
    on = FIRST
    while on <= LAST:
        laid = hours.laid(on)
        odd |= {on, *laid.odd_nights}
        entries = DeclaredHours(laid.week, laid.dates).wanted(on)
        reader = Reader(each.to_body().to_wire() for each in entries)
        until = max(on, laid.meaning.right_until or LAST)
        end = bisect(SHOWN, until, key=lambda shown: shown[0])
        found += [reader.is_open_at(*shown) for shown in SHOWN[len(found) : end]]
        on = until + timedelta(days=1)
    return found, odd


def as_it_is_meant(hours: Drawn) -> list[bool]:
    """Whether the line is to be open, by the clocks of the zone.

    In an hour that Eastern clocks show twice it is in both where it is in one of them.
    """
    shown = clocks(hours.zone)
    open_on = {day: hours.open_on(day) for day in {day for day, _ in shown}}
    meant = [minute in open_on[day] for day, minute in shown]
    for second in SECOND_PASSES:
        first = second - 4
        meant[first] = meant[second] = meant[first] or meant[second]
    return meant


def unsettled(zone: str) -> set[date]:
    """The Eastern dates in the midst of which a zone's distance from Eastern time changes."""
    distances = {
        (day, there - day + timedelta(minutes=minute) - clock)
        for (day, clock), (there, minute) in zip(SHOWN, clocks(zone), strict=True)
    }
    found = Counter(day for day, _ in distances)
    return {day for day, times in found.items() if times > 1}


def wrong(told: Iterable[bool], meant: Iterable[bool], but_on: Collection[date] = ()) -> list[str]:
    """When something else is told than is meant, but on some Eastern dates."""
    return [
        f"{when:%a %F %R} UTC"
        for when, (day, _), says, wanted in zip(MOMENTS, SHOWN, told, meant, strict=True)
        if says != wanted and day not in but_on
    ]


@pytest.mark.parametrize("zone", ZONES)
def test_the_value_and_the_entries_say_what_is_meant_in_every_quarter_hour_of_two_years(
    zone: str,
) -> None:
    changing = unsettled(zone)

    @examples
    @given(drawn(zone))
    def holds(hours: Drawn) -> None:
        value, meant = hours.value, as_it_is_meant(hours)
        entries, odd = as_the_entries_say(value)
        assert wrong(map(value.is_open, MOMENTS), meant) == []
        # A week can't say it of a day with two distances; dates up to the last day do.
        assert wrong(entries, meant, () if "until" in hours.typed else changing & odd) == []

    holds()
