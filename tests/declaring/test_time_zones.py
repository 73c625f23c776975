"""The zones that hours may be declared in, and what is told of a name that is none of them."""

import pytest

from pulumi_livevox.hours.zones import minutes_ahead
from pulumi_livevox.resources.inbound_hours.inputs import judge


def refusal(zone: str) -> str:
    week = {"MONDAY": "09:00-10:00"}
    (told,) = judge({"service": "53701", "week": week, "time_zone": zone}, None).problems
    return told


@pytest.mark.parametrize(
    ("zone", "ahead"),
    [("America/Chicago", -60), ("America/Los_Angeles", -180), ("US/Pacific", -180), ("EST5EDT", 0)],
)
def test_a_zone_as_far_from_eastern_time_all_year_is_taken(zone: str, ahead: int) -> None:
    assert minutes_ahead(zone) == ahead


MEANT = {
    "America/New_York": ["EST", "EDT", "ET", "est", "Eastern", "Eastern Standard Time"],
    "US/Eastern": ["US/Eastrn"],
    "America/Chicago": [
        *("CST", "CDT", "CT", "Central", "Central Time (US & Canada)"),
        *("America/Chikago", "Chicago", "chicago"),
    ],
    "America/Denver": ["MST", "MDT", "MT", "Mountain"],
    "America/Los_Angeles": ["PST", "PDT", "PT", "Pacific", "Los Angeles"],
    "America/Anchorage": ["AKST", "AKDT", "Alaska"],
    "America/Halifax": ["AST", "ADT", "Atlantic"],
    "America/St_Johns": ["NST", "Newfoundland"],
}


@pytest.mark.parametrize(
    ("name", "zone"), [(name, zone) for zone, names in MEANT.items() for name in names]
)
def test_what_people_or_other_systems_call_a_zone_is_answered_with_the_zone_that_is_meant(
    name: str, zone: str
) -> None:
    assert refusal(name) == f'time_zone was "{name}"; it may be the name of a time zone: {zone}'


@pytest.mark.parametrize("name", ["", " ", "Nowhere", "Foo/Bar", "..", "x" * 10_000])
def test_a_name_like_none_is_told_with_the_zones_of_north_america(name: str) -> None:
    told = refusal(name)
    assert told.endswith(
        "it may be the name of a time zone, such as America/New_York, America/Chicago, "
        "America/Denver or America/Los_Angeles"
    )
    assert len(told) < 250


def test_a_zone_that_changes_its_clocks_on_other_days_is_refused() -> None:
    assert refusal("America/Phoenix") == (
        'time_zone was "America/Phoenix"; it may be a zone that is as far from Eastern time all '
        "year round, such as America/Chicago: the platform keeps Eastern times "
        "(hours=livevox.BusinessHours takes any zone)"
    )


@pytest.mark.parametrize(
    ("name", "zone"), [("HST", "Pacific/Honolulu"), ("Hawaii", "Pacific/Honolulu")]
)
def test_a_zone_that_is_meant_and_can_not_be_is_told_at_once(name: str, zone: str) -> None:
    told = refusal(name)
    assert told.startswith(f'time_zone was "{name}"; it may be a zone that is as far from Eastern')
    assert f"such as America/Chicago, which {zone} is not" in told
