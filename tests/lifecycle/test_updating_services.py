"""An update sends what changed, section beside section, and says what it could not write."""

import threading
from typing import Any

import pytest

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.declaring.values import CLEAR
from pulumi_livevox.resources.service.lifecycle import create, diff, update
from pulumi_livevox.resources.service.sections import undeclared
from pulumi_livevox.run.difference import Difference
from pulumi_livevox.run.errors import NameTaken, ProviderError
from pulumi_livevox.run.target import Kind, Target
from pulumi_livevox.wire.general import GeneralUpdate
from tests.lifecycle.world import IDENTITY, INBOUND, NAME, OUTBOUND, World, edited, service
from tests.rig.line import preceded_by, refused
from tests.rig.requests import Request

OLD = service(
    name="Template Outbound",
    abbreviation="OUT",
    phone={"operator_phone": "8773402033", "callback_phone": "8773402033"},
    settings={"voice_id": 4, "scrub_wireless": True},
    messaging={"TEMPLATE_ID": 7125, "PREVIEW_TEMPLATE_ID": 7125},
)


def test_to_compare_claims_a_service_that_the_program_declares_and_sends_nothing(
    world: World,
) -> None:
    run = world.run()
    run.claims.declare(IDENTITY)

    assert diff(run, world.standing(OLD, OUTBOUND), OLD) == Difference(changed=False)
    assert diff(run, world.standing(OLD, OUTBOUND), edited(OLD, name="New")).changed
    assert run.claims.is_claimed(Target(Kind.SERVICE, OUTBOUND))
    assert world.line.sent == []


@pytest.mark.parametrize("change", [{"template_id": OUTBOUND}, {"inherit_caller_ids": False}])
def test_what_counts_when_a_service_is_made_is_recorded_with_a_warning(
    world: World, change: dict[str, Any]
) -> None:
    difference = diff(world.run(), world.standing(OLD, OUTBOUND), edited(OLD, **change))

    assert (difference.changed, difference.replaces) == (True, ())
    (warning,) = difference.warnings
    assert next(iter(change)) in warning


def test_to_compare_claims_nothing_for_a_resource_that_left_the_program(world: World) -> None:
    run = world.run()
    diff(run, world.standing(OLD, OUTBOUND), OLD)

    assert not run.claims.is_claimed(Target(Kind.SERVICE, OUTBOUND))
    assert run.claims.service_of(IDENTITY) is None


def test_one_service_declared_by_two_resources_is_refused(world: World) -> None:
    run = world.run()
    for identity in (IDENTITY, "shop/dev/other"):
        run.claims.declare(identity)
    diff(run, world.standing(OLD, OUTBOUND), OLD)

    with pytest.raises(ProviderError, match=f"{IDENTITY}.*shop/dev/other"):
        diff(run, world.standing(OLD, OUTBOUND, identity="shop/dev/other"), OLD)


def test_a_service_whose_name_another_resource_wants_is_not_declared_twice(world: World) -> None:
    run = world.run()
    with pytest.raises(NameTaken):
        create(run, service(name="Template Outbound"), "shop/dev/other")

    assert not diff(run, world.standing(OLD, OUTBOUND), OLD).changed


def test_one_changed_setting_is_sent_alone(world: World) -> None:
    new = edited(OLD, settings={"voice_id": 5, "scrub_wireless": True})

    update(world.run(), world.standing(OLD, OUTBOUND), new)

    assert world.line.sent[1:] == [Request("POST", f"/{OUTBOUND}/settings", {}, {"voiceId": 5})]


def test_a_changed_name_is_sent_alone(world: World) -> None:
    update(world.run(), world.standing(OLD, OUTBOUND), edited(OLD, name="New"))

    assert world.line.writes == [Request("POST", f"/{OUTBOUND}", {}, {"name": "New"})]
    assert world.named("New") == [OUTBOUND]


def test_one_changed_message_is_sent_alone(world: World) -> None:
    new = edited(OLD, messaging={"TEMPLATE_ID": 7126, "PREVIEW_TEMPLATE_ID": 7125})

    update(world.run(), world.standing(OLD, OUTBOUND), new)

    query = {"property": "TEMPLATE_ID", "value": "7126"}
    assert world.line.writes == [Request("POST", f"/{OUTBOUND}/messaging", query)]


def test_an_update_that_changes_nothing_sends_nothing(world: World) -> None:
    update(world.run(), world.standing(OLD, OUTBOUND), edited(OLD, template_id=INBOUND))

    assert world.line.sent == []


def test_what_is_no_longer_declared_is_named_and_stays(world: World) -> None:
    new = service(name="Template Outbound", settings={"voice_id": 4})

    update(world.run(), world.standing(OLD, OUTBOUND), new)

    assert world.line.sent == []
    assert undeclared(OLD, new) == [
        *("abbreviation", "phone.operator_phone", "phone.callback_phone"),
        *("settings.scrub_wireless", "messaging.TEMPLATE_ID", "messaging.PREVIEW_TEMPLATE_ID"),
    ]


def test_what_is_newly_declared_is_sent(world: World) -> None:
    old = service(name="Template Outbound")
    new = service(name="Template Outbound", preview_mode="ALL", settings={"dial_toll_free": False})

    update(world.run(), world.standing(old, OUTBOUND), new)

    assert sorted(world.line.writes, key=str) == [
        Request("POST", f"/{OUTBOUND}", {}, {"previewMode": "ALL"}),
        Request("POST", f"/{OUTBOUND}/settings", {}, {"dialTollFree": False}),
    ]


def test_a_property_is_cleared_with_null(world: World) -> None:
    update(world.run(), world.standing(OLD, OUTBOUND), edited(OLD, preview_mode=CLEAR))

    assert world.line.writes == [Request("POST", f"/{OUTBOUND}", {}, {"previewMode": None})]


def test_a_link_to_itself_is_written_with_its_id(world: World) -> None:
    update(world.run(), world.standing(OLD, OUTBOUND), edited(OLD, inbound_service_id="self"))

    assert world.line.writes == [Request("POST", f"/{OUTBOUND}", {}, {"inboundService": OUTBOUND})]


def test_sections_are_written_side_by_side(world: World) -> None:
    all_four = threading.Barrier(4)
    world.line.fail("POST", rf"/{OUTBOUND}.*", preceded_by(lambda: all_four.wait(timeout=5)))
    new = edited(
        OLD,
        abbreviation="NEW",
        phone=OLD.to_inputs()["phone"] | {"operator_phone": "8773402031"},
        settings=OLD.to_inputs()["settings"] | {"voice_id": 5},
        messaging=OLD.to_inputs()["messaging"] | {"TEMPLATE_ID": 7126},
    )

    update(world.run(), world.standing(OLD, OUTBOUND), new)

    assert len(world.line.writes) == 4


def test_a_refused_section_is_told_with_those_that_were_written(world: World) -> None:
    new = edited(
        OLD,
        abbreviation="NEW",
        settings={"voice_id": 5, "scrub_wireless": True},
        messaging={"TEMPLATE_ID": 7125, "PREVIEW_TEMPLATE_ID": 7125, "NO_SUCH_ID": 1},
    )

    with pytest.raises(ProviderError) as caught:
        update(world.run(), world.standing(OLD, OUTBOUND), new)

    told = str(caught.value)
    written, _, refusal = told.partition("messaging.NO_SUCH_ID")
    assert "general, settings written" in written
    assert "NO_SUCH_ID is not one of" in refusal
    assert "or take the change back, and run `pulumi up` again" in told
    assert world.service(OUTBOUND)["settings"]["voiceId"] == 5


def test_a_refused_update_gives_the_platforms_words(world: World) -> None:
    world.line.fail("POST", rf"/{OUTBOUND}", refused(400, "Not on a Monday"))

    with pytest.raises(ProviderError, match="Not on a Monday"):
        update(world.run(), world.standing(OLD, OUTBOUND), edited(OLD, abbreviation="NEW"))


def test_a_name_that_is_taken_is_refused_before_anything_is_written(world: World) -> None:
    new = edited(OLD, name="Template Inbound", settings={"voice_id": 5, "scrub_wireless": True})

    with pytest.raises(NameTaken) as caught:
        update(world.run(), world.standing(OLD, OUTBOUND), new)

    assert caught.value.service_id == INBOUND
    assert world.line.writes == []
    assert "roll out a name in between" in str(caught.value)
    assert "adopt_id" not in str(caught.value)
    assert "aliases" not in str(caught.value)


def test_a_name_that_another_resource_of_the_program_has_is_told_with_that_resource(
    world: World,
) -> None:
    run = world.run()
    run.claims.declare("shop/dev/front")
    run.claims.identify("shop/dev/front", INBOUND)

    with pytest.raises(NameTaken, match='which this program declares as "front"'):
        update(run, world.standing(OLD, OUTBOUND), edited(OLD, name="Template Inbound"))


def test_a_name_that_another_has_beside_the_service_itself_is_refused(lenient_world: World) -> None:
    other = lenient_world.console.create_service(INBOUND, "New")
    name = GeneralUpdate.model_validate({"name": "New"})
    lenient_world.console.update_general(OUTBOUND, name)

    with pytest.raises(NameTaken) as caught:
        update(lenient_world.run(), lenient_world.standing(OLD, OUTBOUND), edited(OLD, name="New"))

    assert caught.value.service_id == other


def test_a_name_that_the_list_did_not_show_is_refused_by_the_platform(world: World) -> None:
    world.console.create_service(INBOUND, NAME)
    world.hide_new_services()

    with pytest.raises(ProviderError, match=f"'{NAME}' already exists"):
        update(world.run(), world.standing(OLD, OUTBOUND), edited(OLD, name=NAME))

    assert world.named("Template Outbound") == [OUTBOUND]


def test_a_name_that_a_rename_of_this_run_freed_can_be_given(world: World) -> None:
    run = world.run()
    update(run, world.standing(OLD, OUTBOUND), edited(OLD, name="New"))

    service_id = create(run, service(name="Template Outbound"), "shop/dev/other").target.service_id

    assert world.made() == [(service_id, "Template Outbound")]


def test_a_name_that_a_rename_of_this_run_gave_is_taken(world: World) -> None:
    run = world.run()
    update(run, world.standing(OLD, OUTBOUND), edited(OLD, name="New"))

    with pytest.raises(ProviderError, match="New"):
        create(run, service(name="New"), "shop/dev/other")

    assert world.made() == []


def test_a_name_that_a_half_refused_update_gave_is_taken(lenient_world: World) -> None:
    run = lenient_world.run()
    new = edited(OLD, name="New", settings={"voice_id": 5, "scrub_wireless": True})
    lenient_world.line.fail("POST", rf"/{OUTBOUND}/settings", refused(400))
    with pytest.raises(LiveVoxError):
        update(run, lenient_world.standing(OLD, OUTBOUND), new)
    assert lenient_world.named("New") == [OUTBOUND]

    with pytest.raises(LiveVoxError, match="New"):
        create(run, service(name="New"), "shop/dev/other")

    assert lenient_world.named("New") == [OUTBOUND]


def test_a_rename_reads_the_list_once_a_run(world: World) -> None:
    run = world.run()
    update(run, world.standing(OLD, OUTBOUND), edited(OLD, name="New"))
    update(run, world.standing(edited(OLD, name="New"), OUTBOUND), edited(OLD, name="Newer"))

    assert world.line.calls.count("GET ") == 1


def test_a_service_that_is_gone_is_told_and_nothing_is_made_in_its_place(world: World) -> None:
    world.console.delete_service(OUTBOUND)
    new = edited(OLD, abbreviation="NEW", settings={"voice_id": 5, "scrub_wireless": True})

    with pytest.raises(ProviderError, match=f"service {OUTBOUND} .*`pulumi up --refresh`"):
        update(world.run(), world.standing(OLD, OUTBOUND), new)

    assert world.made() == []
