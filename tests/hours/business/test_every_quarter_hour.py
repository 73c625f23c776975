"""What business hours say of a moment is what the platform's entries say, in every quarter hour."""

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
EASTERN_DATES = [when.astimezone(EASTERN).date() for when in MOMENTS]
SECOND_PASSES = [n for n, when in enumerate(MOMENTS) if when.astimezone(EASTERN).fold]
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
        while len(found) < len(MOMENTS) and EASTERN_DATES[len(found)] <= until:
            found.append(reader.is_open(MOMENTS[len(found)]))
        on = until + timedelta(days=1)
    return found, odd


def as_it_is_meant(hours: Drawn) -> list[bool]:
    """Whether the line is to be open, by the clocks of the zone.

    In an hour that Eastern clocks show twice it is in both where it is in one of them.
    """
    meant = [hours.is_open(*clock) for clock in clocks(hours.zone)]
    for second in SECOND_PASSES:
        first = second - 4
        meant[first] = meant[second] = meant[first] or meant[second]
    return meant


def unsettled(zone: str) -> set[date]:
    """The Eastern dates in the midst of which a zone's distance from Eastern time changes."""
    distances: dict[date, set[timedelta]] = {}
    for day, eastern, when in zip(EASTERN_DATES, clocks(EASTERN.key), clocks(zone), strict=True):
        ahead = timedelta(days=(when[0] - eastern[0]).days, minutes=when[1] - eastern[1])
        distances.setdefault(day, set()).add(ahead)
    return {day for day, found in distances.items() if len(found) > 1}


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
        assert len(entries) == len(MOMENTS)
        for when, day, wanted, written in zip(MOMENTS, EASTERN_DATES, meant, entries, strict=True):
            assert value.is_open(when) == wanted, f"is_open at {when:%a %F %R} UTC"
            # A week can't say it of a day with two distances; dates up to the last day do.
            if day not in changing & odd or "until" in hours.typed:
                assert written == wanted, f"the entries at {when:%a %F %R} UTC"

    holds()
