"""What business hours say of a moment is what the platform's entries say, in every quarter hour."""

from collections.abc import Iterator
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


def rollouts(hours: BusinessHours) -> Iterator[tuple[date, Reader]]:
    """What the platform has, until which day, with a rollout on every day that needs one."""
    on = FIRST
    while on <= LAST:
        laid = hours.laid(on)
        entries = DeclaredHours(laid.week, laid.dates).wanted(on)
        until = max(on, laid.meaning.right_until or LAST)
        yield until, Reader(each.to_body().to_wire() for each in entries)
        on = until + timedelta(days=1)


def as_the_entries_say(hours: BusinessHours) -> list[bool]:
    """Whether the line is open, by the entries of the last rollout."""
    found: list[bool] = []
    for until, reader in rollouts(hours):
        while len(found) < len(MOMENTS) and EASTERN_DATES[len(found)] <= until:
            found.append(reader.is_open(MOMENTS[len(found)]))
    return found


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
        value, meant, entries = hours.value, as_it_is_meant(hours), as_the_entries_say(hours.value)
        assert len(entries) == len(MOMENTS)
        for when, day, wanted, written in zip(MOMENTS, EASTERN_DATES, meant, entries, strict=True):
            assert value.is_open(when) == wanted, f"is_open at {when:%a %F %R} UTC"
            # A week can't say it of a day with two distances; where dates are declared, they do.
            if day not in changing or day < hours.declared_to:
                assert written == wanted, f"the entries at {when:%a %F %R} UTC"

    holds()
