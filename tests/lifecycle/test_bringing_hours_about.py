"""Hours are brought about, not added: whatever stands and whatever gets lost."""

import datetime
import threading

import pytest

from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.inbound_hours import lifecycle
from pulumi_livevox.resources.inbound_hours.declaration import DeclaredInboundHours
from pulumi_livevox.resources.inbound_hours.lifecycle import create, diff, read, update
from pulumi_livevox.run.errors import ProviderError
from tests.lifecycle.standing_hours import (
    AS_IT_STANDS,
    CHRISTMAS,
    FULL,
    HOLIDAYS,
    STANDING,
    WEEK,
    WITH_PAST_DATE,
    add,
)
from tests.lifecycle.world import IDENTITY, INBOUND, OUTBOUND, World, as_live, edited, hours
from tests.rig.line import preceded_by, refused
from tests.rig.requests import Request


def test_hours_that_stand_as_declared_are_read_and_not_written(world: World) -> None:
    made = create(world.run(), hours(INBOUND, week=WEEK), IDENTITY)

    assert (made.target.id, made.location) == (str(INBOUND), world.here())
    assert world.line.writes == []


def test_one_changed_time_writes_that_key_alone(world: World) -> None:
    update(
        world.run(), world.standing(AS_IT_STANDS), hours(INBOUND, week={"WEEKDAY": "08:00-20:59"})
    )

    path = f"/{INBOUND}/inboundHours/{STANDING}"
    assert world.line.writes == [Request("POST", path, {}, {"startTime": 46800000})]


@pytest.mark.parametrize(
    "new",
    [
        hours(INBOUND, week=WEEK),
        hours(INBOUND, dates=HOLIDAYS),
        hours(INBOUND, week=WEEK, dates=HOLIDAYS | {"2020-01-31": "09:00-10:00"}),
    ],
    ids=["dates", "week", "nothing but a date that is past"],
)
def test_what_is_no_longer_declared_sends_nothing(world: World, new: DeclaredInboundHours) -> None:
    update(world.run(), world.standing(hours(INBOUND, week=WEEK, dates=HOLIDAYS)), new)

    assert world.line.sent == []


def test_another_time_zone_is_another_time_of_every_entry(world: World) -> None:
    update(
        world.run(), world.standing(AS_IT_STANDS), edited(AS_IT_STANDS, time_zone="America/Chicago")
    )

    assert world.hours(INBOUND) == {"WEEKDAY": ["08:00-21:59"]}


def test_what_is_missing_is_added_and_what_is_surplus_removed_last(world: World) -> None:
    declared = hours(INBOUND, week={"SATURDAY": "9:00-12:00"}, dates={"2099-12-25": "10:00-12:00"})

    create(world.run(), declared, IDENTITY)

    *additions, removal = world.line.writes
    assert removal == Request("DELETE", f"/{INBOUND}/inboundHours/{STANDING}")
    times = {"startTime": 50400000, "endTime": 61200000}
    on_christmas = {"startTime": 54000000, "endTime": 61200000, "date": CHRISTMAS}
    assert sorted(additions, key=lambda each: str(each.body["dayOfWeek"])) == [
        Request("POST", f"/{INBOUND}/inboundHours", {}, {"dayOfWeek": "SATURDAY"} | times),
        Request(
            "POST", f"/{INBOUND}/inboundHours", {}, {"dayOfWeek": "SPECIFIC_DATE"} | on_christmas
        ),
    ]
    assert world.hours(INBOUND) == {"SATURDAY": ["09:00-12:00"], "2099-12-25": ["10:00-12:00"]}


def test_entries_are_written_side_by_side(world: World) -> None:
    three = threading.Barrier(3)
    world.line.fail(
        "POST", f"/{INBOUND}/inboundHours.*", preceded_by(lambda: three.wait(timeout=5))
    )

    create(world.run(), hours(INBOUND, week=FULL), IDENTITY)

    assert len(world.line.writes) == 3


def test_to_bring_hours_about_again_writes_nothing(world: World) -> None:
    run = world.run()
    declared = hours(INBOUND, week=FULL, dates=HOLIDAYS)
    create(run, declared, IDENTITY)
    world.line.mend()

    create(world.run(), declared, IDENTITY)
    update(run, world.standing(AS_IT_STANDS), declared)

    assert world.line.writes == []


def test_a_declared_week_is_exclusive_and_leaves_the_dates(world: World) -> None:
    add(world, "SUNDAY", "09:00", "10:00")
    add(world, "SPECIFIC_DATE", "09:00", "10:00", date="2099-01-02")

    create(world.run(), hours(INBOUND, week={"SATURDAY": "09:00-12:00"}), IDENTITY)

    assert world.hours(INBOUND) == {"SATURDAY": ["09:00-12:00"], "2099-01-02": ["09:00-10:00"]}


def test_declared_dates_are_exclusive_and_leave_the_week(world: World) -> None:
    add(world, "SPECIFIC_DATE", "09:00", "10:00", date="2099-01-02")

    create(world.run(), hours(INBOUND, dates=HOLIDAYS), IDENTITY)

    assert world.hours(INBOUND) == {
        "WEEKDAY": ["07:00-20:59"],
        "2099-12-25": ["10:00-12:00"],
        "2099-12-31": ["10:00-14:00"],
    }


def test_an_empty_week_removes_the_weekly_hours(world: World) -> None:
    create(world.run(), hours(INBOUND, week={}), IDENTITY)

    assert world.hours(INBOUND) == {}


def test_dates_in_the_past_are_neither_written_nor_removed(world: World) -> None:
    run = world.run()
    declared = hours(WITH_PAST_DATE, dates={"2020-02-01": "10:00-12:00"})

    create(run, declared, IDENTITY)

    assert world.line.writes == []
    assert read(run, world.standing(declared, location=world.here(2829))) == declared


def test_the_date_of_today_is_managed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lifecycle, "today", lambda: datetime.date(2020, 1, 31))

    create(world.run(), hours(WITH_PAST_DATE, dates={"2020-02-01": "10:00-12:00"}), IDENTITY)

    assert set(world.hours(WITH_PAST_DATE)) == {"WEEKDAY", "WEEKEND", "2020-02-01"}


def test_today_is_a_date_of_eastern_time() -> None:
    utc = datetime.datetime.now(datetime.UTC).date()

    assert today() in (utc, utc - datetime.timedelta(days=1))


def test_swapped_days_are_written_in_place(world: World) -> None:
    run = world.run()
    old = hours(INBOUND, week=WEEK | {"SATURDAY": "09:00-12:00"})
    create(run, old, IDENTITY)
    world.line.mend()

    swapped = hours(INBOUND, week={"WEEKDAY": "09:00-12:00", "SATURDAY": "07:00-20:59"})
    update(run, world.standing(old), swapped)

    assert [each.verb for each in world.line.writes] == ["POST", "POST"]
    assert all(set(each.body) == {"startTime", "endTime"} for each in world.line.writes)
    assert world.hours(INBOUND) == {"WEEKDAY": ["09:00-12:00"], "SATURDAY": ["07:00-20:59"]}


def test_an_entry_that_stands_twice_is_removed_once(world: World) -> None:
    add(world, "WEEKDAY", "07:00", "20:59")

    create(world.run(), hours(INBOUND, week=WEEK), IDENTITY)

    assert [each.verb for each in world.line.writes] == ["DELETE"]
    assert world.hours(INBOUND) == {"WEEKDAY": ["07:00-20:59"]}


def test_hours_of_another_zone_are_written_in_eastern_time(world: World) -> None:
    run = world.run()
    declared = hours(INBOUND, week={"MONDAY": "8:00-17:00"}, time_zone="America/Chicago")

    create(run, declared, IDENTITY)

    assert world.hours(INBOUND) == {"MONDAY": ["09:00-18:00"]}
    assert read(run, world.standing(declared)) == declared


@pytest.mark.parametrize(
    ("zone", "spans"), [("America/New_York", "00:00-24:00"), ("America/Denver", "07:00-22:00")]
)
def test_hours_to_the_end_of_a_day_stand_as_they_are_declared(
    world: World, zone: str, spans: str
) -> None:
    run = world.run()
    declared = hours(INBOUND, week={"MONDAY": spans}, dates={"2099-12-25": spans}, time_zone=zone)

    create(run, declared, IDENTITY)

    whole = ["00:00-24:00" if zone == "America/New_York" else "09:00-24:00"]
    assert world.hours(INBOUND) == {"MONDAY": whole, "2099-12-25": whole}
    assert read(run, world.standing(declared)) == declared
    world.line.mend()
    create(world.run(), declared, IDENTITY)
    assert world.line.writes == []


@pytest.mark.parametrize(
    "same",
    [
        hours(INBOUND, week={"WEEKDAY": "04:00-17:59"}, time_zone="America/Los_Angeles"),
        hours(INBOUND, week={"WEEKDAY": "04:00-17:59"}, time_zone="US/Pacific"),
        hours(INBOUND, week=WEEK, time_zone="America/Toronto"),
    ],
    ids=lambda declared: declared.to_inputs()["time_zone"],
)
def test_the_same_times_in_another_zone_are_no_change(
    world: World, same: DeclaredInboundHours
) -> None:
    run = world.run()
    for old, new in ((AS_IT_STANDS, same), (same, AS_IT_STANDS)):
        assert not diff(run, world.standing(old), new).changed
        update(run, world.standing(old), new)

    assert world.line.sent == []


def test_hours_in_a_zone_that_keeps_its_distance_no_more_can_be_read_and_changed(
    world: World,
) -> None:
    run = world.run()
    old = as_live(hours(INBOUND, week={"WEEKDAY": "08:00-20:59"}), time_zone="America/Phoenix")
    new = hours(INBOUND, week={"WEEKDAY": "08:00-20:59"})

    live = read(run, world.standing(old))
    assert live == as_live(old, week={"WEEKDAY": "07:00-20:59 Eastern"})
    assert diff(run, world.standing(old), new).changed
    update(run, world.standing(old), new)
    assert world.hours(INBOUND) == {"WEEKDAY": ["08:00-20:59"]}


def test_a_refused_entry_is_told_in_the_platforms_words(world: World) -> None:
    world.line.fail("POST", f"/{INBOUND}/.*", refused(400, "Not on a Monday"))

    with pytest.raises(ProviderError, match=r"hours of service 53661.*Not on a Monday.*pulumi up"):
        create(world.run(), hours(INBOUND, week=FULL), IDENTITY)


def test_entries_beside_a_refused_one_are_written_and_nothing_is_removed(world: World) -> None:
    add(world, "SUNDAY", "09:00", "10:00")
    world.line.fail("POST", f"/{INBOUND}/inboundHours/{STANDING}", refused(400, "Not on a Monday"))

    with pytest.raises(ProviderError, match="Not on a Monday"):
        create(world.run(), hours(INBOUND, week=FULL), IDENTITY)

    assert world.hours(INBOUND) == {
        "WEEKDAY": ["07:00-20:59"],
        "SATURDAY": ["09:00-12:00", "13:00-15:00"],
        "SUNDAY": ["09:00-10:00"],
    }


def test_hours_of_a_service_that_takes_no_calls_are_told(world: World) -> None:
    with pytest.raises(ProviderError, match="OUTBOUND"):
        create(world.run(), hours(OUTBOUND, week=WEEK), IDENTITY)
