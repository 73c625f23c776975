"""The hours that stand in a new sandbox, and what tests declare and add beside them."""

import datetime

from pulumi_livevox.wire.inbound_hours import NewHoursEntry
from pulumi_livevox.wire.times import date_to_wire
from tests.lifecycle.world import INBOUND, World, hours
from tests.rig.spans import to_wire

STANDING = 29870
"""The only entry of the service: WEEKDAY 07:00-20:59."""
WITH_PAST_DATE = 1008352
"""A service with WEEKDAY, WEEKEND and an entry for 2020-01-31."""

CHRISTMAS = 4_101_858_000_000
"""2099-12-25."""
WEEK = {"WEEKDAY": "07:00-20:59"}
FULL = {"WEEKDAY": "08:00-20:59", "SATURDAY": "09:00-12:00, 13:00-15:00"}
HOLIDAYS = {"2099-12-25": "10:00-12:00", "2099-12-31": "10:00-14:00"}
AS_IT_STANDS = hours(INBOUND, week=WEEK)


def add(
    world: World, day: str, start: str, end: str, *, date: str | None = None, to: int = INBOUND
) -> int:
    """Somebody adds an entry in the console."""
    on = {} if date is None else {"date": date_to_wire(datetime.date.fromisoformat(date))}
    entry = NewHoursEntry.model_validate(
        {"day_of_week": day, "start_time": to_wire(start), "end_time": to_wire(end)} | on,
        by_name=True,
    )
    return world.console.add_inbound_hours(to, entry)


def assert_full(world: World) -> None:
    assert world.hours(INBOUND) == {
        "WEEKDAY": ["08:00-20:59"],
        "SATURDAY": ["09:00-12:00", "13:00-15:00"],
        "2099-12-25": ["10:00-12:00"],
        "2099-12-31": ["10:00-14:00"],
    }
