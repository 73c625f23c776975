"""A service is made by copying, and has its name when everything else is as declared."""

import pytest

from pulumi_livevox.declaring.values import CLEAR
from pulumi_livevox.resources.service.lifecycle import create
from pulumi_livevox.run.errors import NameTaken, ProviderError
from pulumi_livevox.run.identity import unfinished_name
from pulumi_livevox.run.target import Kind, Target
from tests.lifecycle.world import IDENTITY, INBOUND, NAME, OUTBOUND, World, paths, service
from tests.rig.line import lost, refused
from tests.rig.requests import Request

COPY = Request("POST", "", {"service": str(INBOUND), "name": unfinished_name(IDENTITY)})
TAKEN = "Template Outbound"
"""The name of service 53662."""

WHOLE = service(
    abbreviation="SUP",
    unattended=False,
    term_code_enabled=True,
    call_direction="INBOUND",
    inherit_caller_ids=False,
    phone={"operator_phone": "8773402033"},
    settings={"voice_id": 4, "scrub_wireless": True},
    messaging={"INBOUND_TEMPLATE_ID": 14206, "TEMPLATE_ID": 7126},
)


def test_a_plain_create_looks_at_the_template_and_the_list_copies_and_names_the_copy(
    world: World,
) -> None:
    made = create(world.run(), service(), IDENTITY)
    service_id = made.target.service_id

    assert world.line.sent[1:] == [
        Request("GET", f"/{INBOUND}"),
        Request("GET", "", {"callCenter": "433", "count": "1000", "offset": "0"}),
        COPY,
        Request("POST", f"/{service_id}", {}, {"name": NAME}),
    ]
    assert world.made() == [(service_id, NAME)]
    assert made.location == world.here()


def test_sections_and_removals_come_before_the_one_update_that_gives_the_name(world: World) -> None:
    service_id = create(world.run(), WHOLE, IDENTITY).target.service_id

    copy, *sections, commit = world.line.writes
    assert copy == COPY
    written = ("phone", "settings", "messaging", "messaging")
    inherited = ("4045550110", "4045550111", "4045550112")
    assert paths(sections) == sorted(
        [
            *(f"POST /{service_id}/{section}" for section in written),
            *(f"DELETE /{service_id}/phone/{number}" for number in inherited),
        ]
    )
    bodies = {each.path: each.body for each in sections if each.body}
    assert bodies == {
        f"/{service_id}/phone": {"operatorPhone": "8773402033"},
        f"/{service_id}/settings": {"voiceId": 4, "scrubWireless": True},
    }
    flags = {"unattended": False, "termCodeEnabled": True}
    general = {"name": NAME, "abbreviation": "SUP", "callDirection": "INBOUND"} | flags
    assert commit == Request("POST", f"/{service_id}", {}, general)
    properties = world.service(service_id)["messaging"]["property"]
    messaging = {each["key"]: each["value"] for each in properties}
    assert messaging == {"inbound_template_id": "14206", "template_id": "7126"}


def test_a_copy_keeps_its_templates_caller_ids_unless_told_otherwise(world: World) -> None:
    run = world.run()
    kept = create(run, service(), IDENTITY).target.service_id
    bare = create(
        run, service(name="Bare", inherit_caller_ids=False), "shop/dev/bare"
    ).target.service_id

    assert world.service(kept)["callerIds"] == ["4045550110", "4045550111", "4045550112"]
    assert world.service(bare)["callerIds"] == []


def test_the_default_one_of_inherited_caller_ids_is_taken_away_last(world: World) -> None:
    service_id = create(world.run(), service(inherit_caller_ids=False), IDENTITY).target.service_id

    removals = [str(each) for each in world.line.writes if each.verb == "DELETE"]
    assert len(removals) == 3
    assert removals[-1] == f"DELETE /{service_id}/phone/4045550110"


def test_a_service_can_be_linked_to_itself(world: World) -> None:
    service_id = create(world.run(), service(inbound_service_id="self"), IDENTITY).target.service_id

    assert world.line.writes[-1].body == {"name": NAME, "inboundService": service_id}
    assert world.service(service_id)["general"]["inboundService"] == service_id


def test_a_cleared_property_is_written_as_null(world: World) -> None:
    cleared = service(
        preview_mode=CLEAR, settings={"lcid_package_id": CLEAR, "call_acceptance_timeout": CLEAR}
    )
    service_id = create(world.run(), cleared, IDENTITY).target.service_id

    assert world.line.writes[-1].body == {"name": NAME, "previewMode": None}
    (settings,) = [each.body for each in world.line.writes if each.path.endswith("/settings")]
    assert settings == {"lcidPackageId": None, "callAcceptanceTimeout": None}
    assert world.service(service_id)["general"]["previewMode"] is None


@pytest.mark.parametrize("template", [4711, 90001])
def test_a_template_that_is_not_there_or_not_to_be_seen_is_told_and_nothing_is_made(
    world: World, template: int
) -> None:
    with pytest.raises(ProviderError, match=f"template_id {template}.*not exist.*may not see"):
        create(world.run(), service(template_id=template), IDENTITY)

    assert world.line.writes == []
    assert world.records() == []


def test_a_leftover_of_a_run_that_died_is_removed_and_the_service_made_anew(world: World) -> None:
    leftover = world.console.create_service(OUTBOUND, unfinished_name(IDENTITY))

    service_id = create(world.run(), service(), IDENTITY).target.service_id

    assert service_id != leftover
    assert world.made() == [(service_id, NAME)]
    assert world.service(service_id)["general"]["callDirection"] == "INBOUND"


def test_a_leftover_of_another_resource_is_left_alone(world: World) -> None:
    leftover = world.console.create_service(INBOUND, unfinished_name("shop/prod/support"))

    create(world.run(), service(), IDENTITY)

    assert world.unfinished() == [leftover]


def test_a_leftover_stays_while_the_name_is_taken(world: World) -> None:
    leftover = world.console.create_service(INBOUND, unfinished_name(IDENTITY))

    with pytest.raises(NameTaken):
        create(world.run(), service(name=TAKEN), IDENTITY)

    assert world.unfinished() == [leftover]


REFUSALS = {
    "phone": ("POST", r"/\d+/phone"),
    "settings": ("POST", r"/\d+/settings"),
    "messaging": ("POST", r"/\d+/messaging"),
    "an inherited caller ID": ("DELETE", r"/\d+/phone/4045550111"),
    "the list of caller IDs": ("GET", r"/\d+/phone"),
    "name": ("POST", r"/\d+"),
}


@pytest.mark.parametrize(
    ("refusal", "status"), [*((each, 400) for each in REFUSALS), ("settings", 202), ("name", 403)]
)
def test_a_refusal_after_the_copy_removes_the_copy_and_gives_the_platforms_words(
    world: World, refusal: str, status: int
) -> None:
    verb, path = REFUSALS[refusal]
    world.line.fail(verb, path, refused(status, "Not on a Monday"))

    with pytest.raises(ProviderError, match="Not on a Monday") as caught:
        create(world.run(), WHOLE, IDENTITY)

    assert ".." not in str(caught.value)
    assert (world.made(), world.records()) == ([], [])


def test_a_copy_that_can_not_be_removed_either_is_told_with_its_id(world: World) -> None:
    world.line.fail("POST", r"/\d+/settings", refused(400, "Not on a Monday"))
    world.line.fail("DELETE", r"/\d+", refused(403, "Never"))

    with pytest.raises(ProviderError) as caught:
        create(world.run(), WHOLE, IDENTITY)

    (copy,) = world.unfinished()
    for words in (f"service {copy}", "Not on a Monday", "Never"):
        assert words in str(caught.value)

    world.line.mend()
    service_id = create(world.run(), WHOLE, IDENTITY).target.service_id
    assert world.made() == [(service_id, NAME)]


@pytest.mark.parametrize("status", [400, 403, 404, 405, 409, 501])
def test_a_refused_copy_is_told_with_the_way_round(world: World, status: int) -> None:
    world.line.fail("POST", "", refused(status, "Inbound services are made in the console"))

    told = rf"{status}.*made in the console\. Nothing was made.*adopt_id"
    with pytest.raises(ProviderError, match=told):
        create(world.run(), service(), IDENTITY)

    assert (world.made(), world.records()) == ([], [])
    if status != 409:  # Which may come of a copy that was made and is not listed yet.
        assert world.line.calls.count("POST ") == 1


def test_after_a_lost_answer_no_refusal_says_that_nothing_was_made(world: World) -> None:
    world.line.fail("POST", "", lost, times=1)
    world.hide_new_services()
    world.line.fail("POST", "", refused(409, "It is there"))

    with pytest.raises(ProviderError, match="409") as caught:
        create(world.run(), service(), IDENTITY)

    assert "adopt_id" not in str(caught.value)
    assert (len(world.made()), len(world.records())) == (1, 1)


def test_what_was_made_is_claimed(world: World) -> None:
    run = world.run()
    service_id = create(run, service(), IDENTITY).target.service_id

    assert run.claims.is_claimed(Target(Kind.SERVICE, service_id))
