"""The inbound hours of services that take calls."""

from typing import Any

import pytest

from tests.sandbox.conftest import Caller, assert_refused

SEVEN, NOON, LATE = 43200000, 61200000, 93540000
#: 24:00, the end of a day.
MIDNIGHT = 104400000
#: Midnights in Eastern time, in winter and in summer.
JANUARY, JULY = 1580446800000, 1593576000000

SATURDAY = {"dayOfWeek": "SATURDAY", "startTime": SEVEN, "endTime": NOON}

DAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")


def sunday(**changes: object) -> dict[str, Any]:
    """An entry that could be added, but for the changes; what is None is left out."""
    entry = {"dayOfWeek": "SUNDAY", "startTime": SEVEN, "endTime": NOON, **changes}
    return {key: value for key, value in entry.items() if value is not None}


@pytest.mark.parametrize(
    "entry",
    [
        *({"dayOfWeek": day} for day in (*DAYS, "WEEKDAY", "WEEKEND")),
        *({"dayOfWeek": "SPECIFIC_DATE", "date": date} for date in (JANUARY, JULY)),
    ],
    ids=str,
)
def test_added_hours_are_read_back(api: Caller, entry: dict[str, Any]) -> None:
    entry |= {"startTime": SEVEN, "endTime": NOON}
    answer = api.post("/53661/inboundHours", entry)
    assert answer.status_code == 200
    assert {"id": answer.json()["id"], **entry} in api.hours(53661)


def test_a_blended_service_has_hours_and_a_day_may_have_several(api: Caller) -> None:
    for start, end in ((SEVEN, NOON), (NOON, LATE)):
        entry = {**SATURDAY, "startTime": start, "endTime": end}
        assert api.post("/6545/inboundHours", entry).status_code == 200
    assert len(api.hours(6545)) == 3


def test_hours_may_end_with_their_day(api: Caller) -> None:
    change = {"endTime": MIDNIGHT}
    added = api.post("/53661/inboundHours", SATURDAY | change).json()["id"]
    assert {"id": added, **SATURDAY, **change} in api.hours(53661)
    other = api.hours(53661)[0]
    assert api.post(f"/53661/inboundHours/{other['id']}", change).status_code == 204
    assert {**other, **change} in api.hours(53661)


def test_ids_of_hours_are_never_given_out_twice(api: Caller) -> None:
    first = api.post("/53661/inboundHours", SATURDAY).json()["id"]
    api.delete(f"/53661/inboundHours/{first}")
    assert api.post("/53661/inboundHours", SATURDAY).json()["id"] == first + 1


@pytest.mark.parametrize(
    ("entry", "word"),
    [
        (sunday(dayOfWeek=None), "dayOfWeek"),
        (sunday(startTime=None), "startTime"),
        (sunday(endTime=None), "endTime"),
        (sunday(dayOfWeek="sunday"), "dayOfWeek"),
        (sunday(dayOfWeek="ALL"), "dayOfWeek"),
        (sunday(startTime=NOON, endTime=SEVEN), "after"),
        (sunday(startTime=NOON), "after"),
        (sunday(startTime="07:00"), "startTime"),
        (sunday(startTime=0), "startTime"),
        (sunday(endTime=MIDNIGHT + 1), "endTime"),
        (sunday(startTime=MIDNIGHT, endTime=MIDNIGHT), "startTime"),
        (sunday(dayOfWeek="SPECIFIC_DATE"), "date"),
        (sunday(date=JANUARY), "date"),
        (sunday(dayOfWeek="SPECIFIC_DATE", date=1580428800000, startTime=1), "startTime"),
        (sunday(dayOfWeek="SPECIFIC_DATE", date=1580428800000), "midnight"),
        (sunday(dayOfWeek="SPECIFIC_DATE", date=2**53), "midnight"),
        (sunday(id=1), "id"),
        (None, "body"),
    ],
    ids=str,
)
def test_wrong_hours_are_refused(api: Caller, entry: Any, word: str) -> None:
    assert_refused(api.post("/53661/inboundHours", entry), 400, word)
    assert len(api.hours(53661)) == 1


@pytest.mark.parametrize(
    "change",
    [{"startTime": NOON}, {"endTime": NOON}, {"startTime": SEVEN + 60000, "endTime": NOON}],
    ids=str,
)
def test_updated_hours_keep_what_is_not_named(api: Caller, change: dict[str, int]) -> None:
    before = api.hours(53661)[0]
    assert api.post(f"/53661/inboundHours/{before['id']}", change).status_code == 204
    assert api.hours(53661) == [{**before, **change}]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({}, "At least one"),
        (None, "body"),
        ({"startTime": LATE}, "after"),
        ({"endTime": SEVEN}, "after"),
        ({"startTime": None}, "startTime"),
        ({"dayOfWeek": "SUNDAY"}, "dayOfWeek is read only"),
        ({"date": JANUARY}, "date is read only"),
        ({"colour": "red"}, "not a known key"),
    ],
    ids=str,
)
def test_a_wrong_update_of_hours_is_refused(api: Caller, change: Any, word: str) -> None:
    before = api.hours(53661)
    assert_refused(api.post(f"/53661/inboundHours/{before[0]['id']}", change), 400, word)
    assert api.hours(53661) == before


def test_removed_hours_are_gone(api: Caller) -> None:
    entry = api.hours(53661)[0]
    assert api.delete(f"/53661/inboundHours/{entry['id']}").status_code == 204
    assert api.hours(53661) == []
    assert_refused(api.delete(f"/53661/inboundHours/{entry['id']}"), 404)


@pytest.mark.parametrize("hours", [123, 29857, 10**30], ids=["none", "another service's", "huge"])
def test_hours_that_the_service_does_not_have_are_404(api: Caller, hours: int) -> None:
    assert_refused(api.post(f"/53661/inboundHours/{hours}", {"startTime": SEVEN}), 404)
    assert_refused(api.delete(f"/53661/inboundHours/{hours}"), 404)


def test_an_outbound_service_takes_no_hours_but_those_it_had_can_be_removed(api: Caller) -> None:
    assert api.hours(53662) == []
    assert_refused(api.post("/53662/inboundHours", SATURDAY), 400, "OUTBOUND", "INBOUND or BLENDED")

    api.post("/53661", {"callDirection": "OUTBOUND"})
    left = api.hours(53661)[0]["id"]
    assert_refused(api.post(f"/53661/inboundHours/{left}", {"startTime": NOON}), 400, "OUTBOUND")
    assert api.delete(f"/53661/inboundHours/{left}").status_code == 204


def test_a_missing_service_has_no_hours(api: Caller) -> None:
    assert_refused(api.get("/123/inboundHours"), 404)
    assert_refused(api.post("/123/inboundHours", SATURDAY), 404)
    assert_refused(api.post("/123/inboundHours/29857", {"startTime": SEVEN}), 404)
    assert_refused(api.delete("/123/inboundHours/29857"), 404)
