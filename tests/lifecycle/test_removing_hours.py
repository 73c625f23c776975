"""Hours go with the resource that declares them, and nothing else does."""

from pulumi_livevox.resources.inbound_hours.lifecycle import claim, create, delete, read
from tests.lifecycle.standing_hours import FULL, HOLIDAYS, STANDING, WEEK, WITH_PAST_DATE, add
from tests.lifecycle.world import IDENTITY, INBOUND, World, hours


def test_a_delete_removes_the_managed_part_alone(world: World) -> None:
    create(world.run(), hours(INBOUND, week=FULL, dates=HOLIDAYS), IDENTITY)

    delete(world.run(), world.standing(hours(INBOUND, dates=HOLIDAYS)))
    assert set(world.hours(INBOUND)) == {"WEEKDAY", "SATURDAY"}

    add(world, "SPECIFIC_DATE", "09:00", "10:00", date="2099-01-02")
    delete(world.run(), world.standing(hours(INBOUND, week=FULL)))
    assert world.hours(INBOUND) == {"2099-01-02": ["09:00-10:00"]}


def test_a_delete_leaves_dates_in_the_past(world: World) -> None:
    delete(
        world.run(),
        world.standing(hours(WITH_PAST_DATE, week={}, dates={}), location=world.here(2829)),
    )

    assert world.hours(WITH_PAST_DATE) == {"2020-01-31": ["10:00-12:00"]}


def test_a_delete_of_hours_that_were_read_in_another_zone_removes_them(world: World) -> None:
    run = world.run()
    add(world, "SUNDAY", "00:00", "01:00")
    declared = hours(INBOUND, week=WEEK, time_zone="America/Chicago")
    live = read(run, world.standing(declared))
    assert live is not None
    assert live.to_inputs()["week"]["SUNDAY"] == "00:00-01:00 Eastern"

    delete(run, world.standing(live))

    assert world.hours(INBOUND) == {}


def test_a_week_goes_where_a_living_resource_declares_the_dates_alone(world: World) -> None:
    run = world.run()
    create(world.run(), hours(INBOUND, week=FULL, dates=HOLIDAYS), IDENTITY)
    claim(run, hours(INBOUND, dates=HOLIDAYS), IDENTITY)

    delete(run, world.standing(hours(INBOUND, week=FULL, dates=HOLIDAYS)))

    assert set(world.hours(INBOUND)) == set(HOLIDAYS)


def test_hours_that_are_gone_are_done(world: World) -> None:
    world.console.remove_inbound_hours(INBOUND, STANDING)

    delete(world.run(), world.standing(hours(INBOUND, week=WEEK)))

    assert world.line.writes == []


def test_to_delete_hours_of_a_service_that_is_gone_is_done(world: World) -> None:
    world.console.delete_service(INBOUND)

    delete(world.run(), world.standing(hours(INBOUND, week=WEEK)))

    assert world.line.writes == []
