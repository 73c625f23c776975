"""What broke off is known: the next run compares anew, and ends with what the program says then."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.engine.provider import Lifecycle
from pulumi_livevox.resources.caller_id import lifecycle as caller_ids
from pulumi_livevox.resources.inbound_hours import lifecycle as inbound_hours
from pulumi_livevox.resources.service import lifecycle as services
from pulumi_livevox.run.difference import Difference
from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.standing import Standing
from pulumi_livevox.wire.settings import SettingsUpdate
from tests.lifecycle.world import (
    IDENTITY,
    INBOUND,
    OUTBOUND,
    World,
    caller_id,
    edited,
    hours,
    service,
)
from tests.rig.line import Fault, Killed, Line, killed_after, killed_before, lost, refused

NUMBER, OTHER = "4045550111", "4045550112"


@dataclass(frozen=True)
class Resource:
    """A resource in the state, and what the engine asks about it: each time in a new process."""

    stands: Any
    """What is declared and stands."""
    edited: Any
    path: str
    """Of the write that an edit leads to."""
    lifecycle: Lifecycle[Any]
    service_id: int | None = None

    def diff(self, world: World, old: Any, new: Any, write: str) -> Difference:
        return self.lifecycle.diff(world.run(), self._standing(world, old, write), new)

    def update(self, world: World, old: Any, new: Any, write: str) -> str:
        return self.lifecycle.update(world.run(), self._standing(world, old, write), new).write

    def read(self, world: World, declared: Any) -> Any:
        return self.lifecycle.read(world.run(), self._standing(world, declared, ""))

    def _standing(self, world: World, declared: Any, write: str) -> Standing[Any]:
        return world.standing(declared, self.service_id, write=write)


def _service(path: str, **edit: Any) -> Resource:
    stands = service(
        name="Template Outbound",
        abbreviation="OUT",
        phone={"callback_phone": "8773402033"},
        settings={"voice_id": 4, "scrub_wireless": False},
        messaging={"TEMPLATE_ID": 7125},
    )
    return Resource(stands, edited(stands, **edit), path, services, OUTBOUND)


HOURS = Resource(
    hours(INBOUND, week={"WEEKDAY": "07:00-20:59"}),
    hours(INBOUND, week={"WEEKDAY": "08:00-20:59", "SUNDAY": "10:00-11:00"}),
    f"/{INBOUND}/inboundHours.*",
    inbound_hours,
)

RESOURCES = {
    "general": _service(f"/{OUTBOUND}", abbreviation="NEW"),
    "name": _service(f"/{OUTBOUND}", name="New Name"),
    "phone": _service(f"/{OUTBOUND}/phone", phone={"callback_phone": "8773402034"}),
    "settings": _service(
        f"/{OUTBOUND}/settings", settings={"voice_id": 5, "scrub_wireless": False}
    ),
    "messaging": _service(f"/{OUTBOUND}/messaging", messaging={"TEMPLATE_ID": 14206}),
    "hours": HOURS,
}
"""What can be updated, by what the edit is about."""

BREAKS: dict[str, Fault] = {
    "killed before it arrived": killed_before,
    "killed when it was carried out": killed_after,
    "lost": lost,
    "refused": refused(400, "Not on a Monday"),
}


@pytest.fixture
def laid_out(world: World) -> World:
    """A world in which every resource of these tests stands as it is declared."""
    for resource in RESOURCES.values():
        live = resource.read(world, resource.stands)
        assert live is not None
        resource.update(world, live, resource.stands, "")
    for file in world.journal_folder.glob("*"):
        file.unlink()
    world.line.mend()
    return world


@pytest.mark.parametrize("then", ["kept", "taken back"])
@pytest.mark.parametrize("way", BREAKS)
@pytest.mark.parametrize("what", RESOURCES)
def test_an_update_that_broke_off_ends_with_what_the_program_says_then(
    laid_out: World, what: str, way: str, then: str
) -> None:
    resource = RESOURCES[what]
    laid_out.line.fail("POST", resource.path, BREAKS[way])
    with pytest.raises((LiveVoxError, Killed)):
        resource.update(laid_out, resource.stands, resource.edited, "")
    laid_out.line.mend()
    wanted = resource.stands if then == "taken back" else resource.edited

    difference = resource.diff(laid_out, resource.stands, wanted, "")
    token = resource.update(laid_out, resource.stands, wanted, "")

    assert difference.changed
    assert "a run that broke off was about to write to" in difference.warnings[-1]
    assert resource.read(laid_out, wanted) == wanted
    assert resource.diff(laid_out, wanted, wanted, token) == Difference(changed=False)
    assert list(laid_out.journal_folder.iterdir()) == []


@pytest.mark.parametrize("what", RESOURCES)
def test_an_update_that_the_state_knows_costs_no_request_more(laid_out: World, what: str) -> None:
    resource = RESOURCES[what]
    token = resource.update(laid_out, resource.stands, resource.edited, "")
    laid_out.line.mend()

    assert not resource.diff(laid_out, resource.edited, resource.edited, token).changed
    assert resource.update(laid_out, resource.edited, resource.edited, token) == token
    assert laid_out.line.sent == []


def test_a_comparison_that_breaks_off_itself_is_made_again(laid_out: World) -> None:
    resource, line = RESOURCES["settings"], laid_out.line
    line.fail("POST", resource.path, killed_after)
    for new in (resource.edited, resource.stands):
        with pytest.raises(Killed):
            resource.update(laid_out, resource.stands, new, "")
    line.mend()
    laid_out.console.update_settings(OUTBOUND, _settings(voice_id=9))

    assert resource.diff(laid_out, resource.stands, resource.stands, "").changed
    resource.update(laid_out, resource.stands, resource.stands, "")

    assert resource.read(laid_out, resource.stands) == resource.stands


def test_a_property_that_is_no_longer_declared_is_told_where_it_may_have_been_written(
    laid_out: World,
) -> None:
    resource = RESOURCES["settings"]
    settings = resource.stands.values("settings") | {"dial_toll_free": True}
    new = edited(resource.stands, settings=settings)
    laid_out.line.fail("POST", resource.path, killed_after)
    with pytest.raises(Killed):
        resource.update(laid_out, resource.stands, new, "")

    difference = resource.diff(laid_out, resource.stands, resource.stands, "")

    (told,) = difference.warnings
    assert "settings.dial_toll_free, which it may have written, is not declared and stays" in told


def test_a_name_that_a_broken_off_update_gave_goes_back(laid_out: World) -> None:
    resource = RESOURCES["name"]
    laid_out.line.fail("POST", resource.path, killed_after)
    with pytest.raises(Killed):
        resource.update(laid_out, resource.stands, resource.edited, "")
    laid_out.line.mend()

    resource.update(laid_out, resource.stands, resource.stands, "")

    assert laid_out.named("New Name") == []
    assert laid_out.named("Template Outbound") == [OUTBOUND]


def test_a_service_that_a_broken_off_deletion_took_is_told(world: World, line: Line) -> None:
    declared = service(name="Template Outbound")
    line.fail("DELETE", f"/{OUTBOUND}", killed_after)
    with pytest.raises(Killed):
        services.delete(world.run(), world.standing(declared, OUTBOUND))
    line.mend()

    run = world.run()
    difference = services.diff(run, world.standing(declared, OUTBOUND), declared)

    assert difference.changed
    assert "was about to delete service" in difference.warnings[0]
    with pytest.raises(ProviderError, match="`pulumi up --refresh` makes it again"):
        services.update(run, world.standing(declared, OUTBOUND), declared)


def test_a_refused_deletion_leaves_nothing_in_doubt(world: World, run: Run) -> None:
    declared = service(name="Template Outbound")
    world.add_campaign(OUTBOUND, days_ago=3)
    with pytest.raises(ProviderError):
        services.delete(run, world.standing(declared, OUTBOUND))

    run = world.run()

    assert not services.diff(run, world.standing(declared, OUTBOUND), declared).changed


@pytest.mark.parametrize("way", ["killed before it arrived", "killed when it was carried out"])
def test_a_number_that_a_broken_off_deletion_took_is_put_back_where_it_is_declared_again(
    world: World, line: Line, way: str
) -> None:
    declared = caller_id(INBOUND, NUMBER)
    line.fail("DELETE", f"/{INBOUND}/phone/{NUMBER}", BREAKS[way])
    with pytest.raises(Killed):
        caller_ids.delete(world.run(), world.standing(declared))
    line.mend()

    run = world.run()
    assert caller_ids.diff(run, world.standing(declared), declared).changed
    token = caller_ids.update(run, world.standing(declared), declared).write

    assert NUMBER in world.service(INBOUND)["phone"]["callerId"]
    assert not caller_ids.diff(world.run(), world.standing(declared, write=token), declared).changed


def test_hours_that_a_broken_off_deletion_took_are_put_back_where_they_are_declared_again(
    world: World, line: Line
) -> None:
    declared = hours(INBOUND, week={"WEEKDAY": "07:00-20:59"})
    line.fail("DELETE", f"/{INBOUND}/inboundHours/.*", killed_after)
    with pytest.raises(Killed):
        inbound_hours.delete(world.run(), world.standing(declared))
    line.mend()

    run = world.run()
    assert inbound_hours.diff(run, world.standing(declared), declared).changed
    inbound_hours.update(run, world.standing(declared), declared)

    assert world.hours(INBOUND) == {"WEEKDAY": ["07:00-20:59"]}


@pytest.mark.parametrize("way", BREAKS)
def test_a_default_number_is_the_declared_one_again_after_another_was_about_to_be(
    world: World, line: Line, way: str
) -> None:
    one, other = caller_id(INBOUND, NUMBER, default=True), caller_id(INBOUND, OTHER)
    caller_ids.update(world.run(), world.standing(caller_id(INBOUND, NUMBER)), one)
    line.mend()
    line.fail("POST", f"/{INBOUND}/phone", BREAKS[way])
    with pytest.raises((LiveVoxError, Killed)):
        caller_ids.update(world.run(), world.standing(other), edited(other, default=True))
    line.mend()

    run = world.run()
    assert caller_ids.diff(run, world.standing(one), one).changed
    assert not caller_ids.diff(run, world.standing(other), other).changed
    token = caller_ids.update(run, world.standing(one), one).write

    assert world.service(INBOUND)["phone"]["defaultCallerId"] == NUMBER
    assert not caller_ids.diff(world.run(), world.standing(one, write=token), one).changed


def test_a_number_that_was_about_to_be_added_is_on_record_until_the_state_knows_it(
    world: World, line: Line
) -> None:
    declared = caller_id(INBOUND, "8773402031")
    line.fail("POST", f"/{INBOUND}/phone/.*", killed_after)
    with pytest.raises(Killed):
        caller_ids.create(world.run(), declared, "shop/dev/main")
    line.mend()
    (record,) = _records(world)
    assert (record["operation"], record["marker"]) == ("create", "shop/dev/main")

    made = caller_ids.create(world.run(), declared, "shop/dev/main")
    here, token = made.location, made.write
    caller_ids.diff(
        world.run(),
        world.standing(declared, location=here, identity="shop/dev/main", write=token),
        declared,
    )

    assert _records(world) == []


def test_a_week_that_a_broken_off_creation_wrote_is_told_where_dates_alone_are_declared_by_then(
    world: World, line: Line
) -> None:
    line.fail("POST", f"/{INBOUND}/inboundHours", killed_after)
    with pytest.raises(Killed):
        inbound_hours.create(world.run(), hours(INBOUND, week={"SUNDAY": "09:00-10:00"}), IDENTITY)
    line.mend()
    told: list[str] = []
    run = world.run()
    run.warn = told.append

    inbound_hours.create(run, hours(INBOUND, dates={}), IDENTITY)

    assert f"inbound hours of service {INBOUND}" in told[0]
    assert "week, which it may have written, is not declared and stays as it is" in told[0]


def test_a_number_that_was_refused_leaves_no_record(world: World, line: Line) -> None:
    line.fail("POST", f"/{INBOUND}/phone/.*", refused(400))
    with pytest.raises(LiveVoxError):
        caller_ids.create(world.run(), caller_id(INBOUND, "8773402031"), IDENTITY)

    assert _records(world) == []


def test_a_look_at_what_a_broken_off_deletion_took_does_not_end_the_doubt(
    world: World, line: Line
) -> None:
    declared = caller_id(INBOUND, NUMBER)
    line.fail("DELETE", f"/{INBOUND}/phone/{NUMBER}", killed_after)
    with pytest.raises(Killed):
        caller_ids.delete(world.run(), world.standing(declared))
    line.mend()

    # As a preview with a refresh does, which writes no state.
    assert caller_ids.read(world.run(), world.standing(declared)) is None

    assert caller_ids.diff(world.run(), world.standing(declared), declared).changed


def test_what_one_stack_writes_is_in_doubt_for_no_other(world: World) -> None:
    week, dates = hours(INBOUND, week={"SUNDAY": "09:00-10:00"}), hours(INBOUND, dates={})
    inbound_hours.create(world.run(), week, "shop/dev/week")

    assert not inbound_hours.diff(
        world.run(), world.standing(dates, identity="shop/other/dates"), dates
    ).changed


def test_what_others_wrote_with_another_journal_since_is_no_doubt(laid_out: World) -> None:
    resource = RESOURCES["settings"]
    token = resource.update(laid_out, resource.stands, resource.edited, "earlier")
    _return(laid_out, token)

    others = resource.diff(laid_out, resource.edited, resource.edited, "of another journal")

    assert not others.changed


def test_a_write_that_ended_well_and_is_in_no_state_is_in_doubt(laid_out: World) -> None:
    resource = RESOURCES["settings"]
    token = resource.update(laid_out, resource.stands, resource.edited, "earlier")
    _return(laid_out, token)

    assert resource.diff(laid_out, resource.stands, resource.stands, "earlier").changed


def test_an_adopted_service_is_compared_anew_where_its_takeover_broke_off(
    world: World, line: Line
) -> None:
    declared = service(name="Template Outbound", adopt_id=OUTBOUND, settings={"voice_id": 7})
    line.fail("POST", f"/{OUTBOUND}/settings", killed_after)
    with pytest.raises(Killed):
        services.create(world.run(), declared, IDENTITY)
    line.mend()

    run = world.run()
    assert services.diff(run, world.standing(declared, OUTBOUND, write="before"), declared).changed
    token = services.create(run, declared, IDENTITY).write

    assert not services.diff(
        world.run(), world.standing(declared, OUTBOUND, write=token), declared
    ).changed


def test_a_write_that_can_not_be_put_on_record_is_not_sent(world: World, line: Line) -> None:
    world.journal_folder.write_text("in the way")
    resource = RESOURCES["settings"]

    with pytest.raises(ProviderError, match="LIVEVOX_JOURNAL"):
        resource.update(world, resource.stands, resource.edited, "")

    assert line.writes == []


@pytest.mark.parametrize("broken", ["", "{", "[]", "null", '{"target": 5}', '{"token": "x"}'])
def test_a_half_written_record_is_as_none(laid_out: World, broken: str) -> None:
    resource = RESOURCES["settings"]
    laid_out.line.fail("POST", resource.path, killed_after)
    with pytest.raises(Killed):
        resource.update(laid_out, resource.stands, resource.edited, "")
    (file,) = laid_out.journal_folder.iterdir()
    file.write_text(broken)

    assert not resource.diff(laid_out, resource.stands, resource.stands, "").changed


def _return(world: World, token: str) -> None:
    """As the provider notes it before it tells the engine."""
    for file in world.journal_folder.glob("*.write.json"):
        record = json.loads(file.read_text())
        if record["token"] == token:
            file.write_text(json.dumps(record | {"returned": True}))


def _records(world: World) -> list[dict[str, Any]]:
    return [json.loads(file.read_text()) for file in world.journal_folder.glob("*.write.json")]


def _settings(**values: Any) -> Any:
    return SettingsUpdate.model_validate(values, by_name=True)
