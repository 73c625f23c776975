"""An object of one account is never looked for, changed or forgotten under another."""

from collections.abc import Callable

import pytest

from pulumi_livevox.resources.caller_id import lifecycle as caller_ids
from pulumi_livevox.resources.inbound_hours import lifecycle as opening_hours
from pulumi_livevox.resources.service import lifecycle as services
from pulumi_livevox.run.errors import WrongAccount
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.state import Location, Standing
from tests.lifecycle import world as typed
from tests.lifecycle.world import CALL_CENTER, CLIENT, IDENTITY, INBOUND, Declared, World

Operation = Callable[[Run, Location], object]

SERVICE = typed.service(name="Template Inbound")
RENAMED = typed.service(name="Renamed", settings={"voice_id": 5})
NUMBER = typed.caller_id(INBOUND, "4045550111")
DEFAULT = typed.caller_id(INBOUND, "4045550111", default=True)
HOURS = typed.hours(INBOUND, week={"SUNDAY": "09:00-10:00"})
CHANGED = typed.hours(INBOUND, week={"SUNDAY": "09:00-11:00"})


def _standing(declared: Declared, where: Location) -> Standing[Declared]:
    return Standing(declared.target_of(str(INBOUND)), declared, where, IDENTITY)


OPERATIONS: dict[str, Operation] = {
    "read a service": lambda p, where: services.read(p, _standing(SERVICE, where)),
    "update a service": lambda p, where: services.update(p, _standing(SERVICE, where), RENAMED),
    "delete a service": lambda p, where: services.delete(p, _standing(SERVICE, where)),
    "read a caller ID": lambda p, where: caller_ids.read(p, _standing(NUMBER, where)),
    "update a caller ID": lambda p, where: caller_ids.update(p, _standing(NUMBER, where), DEFAULT),
    "delete a caller ID": lambda p, where: caller_ids.delete(p, _standing(NUMBER, where)),
    "read hours": lambda p, where: opening_hours.read(p, _standing(HOURS, where)),
    "update hours": lambda p, where: opening_hours.update(p, _standing(HOURS, where), CHANGED),
    "delete hours": lambda p, where: opening_hours.delete(p, _standing(HOURS, where)),
}
COMPARISONS: dict[str, Operation] = {
    "compare a service": lambda p, where: services.diff(p, _standing(SERVICE, where), RENAMED),
    "compare a caller ID": lambda p, where: caller_ids.diff(p, _standing(NUMBER, where), DEFAULT),
    "compare hours": lambda p, where: opening_hours.diff(p, _standing(HOURS, where), HOURS),
}
CREATES: dict[str, Operation] = {
    "a service": lambda p, _: services.create(p, typed.service(), IDENTITY),
    "an adoption": lambda p, _: services.create(
        p, typed.service(name="Template Inbound", adopt_id=INBOUND), IDENTITY
    ),
    "a caller ID": lambda p, _: caller_ids.create(
        p, typed.caller_id(INBOUND, "8773402031"), IDENTITY
    ),
    "hours": lambda p, _: opening_hours.create(p, HOURS, IDENTITY),
}


@pytest.mark.parametrize("operation", OPERATIONS | COMPARISONS)
def test_an_object_of_another_address_costs_no_request(world: World, operation: str) -> None:
    elsewhere = Location("https://api.livevox.com", CLIENT, CALL_CENTER)

    with pytest.raises(WrongAccount) as caught:
        (OPERATIONS | COMPARISONS)[operation](world.run(), elsewhere)

    assert "https://api.livevox.com" in str(caught.value)
    assert world.url in str(caught.value)
    assert world.line.sent == []


@pytest.mark.parametrize("operation", OPERATIONS)
def test_an_object_of_another_client_costs_the_login_alone(world: World, operation: str) -> None:
    with pytest.raises(WrongAccount) as caught:
        OPERATIONS[operation](world.run(), Location(world.url, 5200, CALL_CENTER))

    assert "client 5200" in str(caught.value)
    assert f"client {CLIENT}" in str(caught.value)
    assert [str(each) for each in world.line.sent] == ["POST /session/login"]


@pytest.mark.parametrize(
    ("kind", "known"),
    [*((each, 40790) for each in CREATES), ("a caller ID", INBOUND), ("hours", INBOUND)],
)
def test_nothing_is_made_beside_objects_or_at_a_service_of_another_account(
    world: World, kind: str, known: int
) -> None:
    run = world.run()
    run.learn(known, Location(world.url, 5200, CALL_CENTER))

    with pytest.raises(WrongAccount):
        CREATES[kind](run, world.here())

    assert world.line.writes == []
