"""A service that is there already is managed from now on, as it was declared."""

import pytest

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.resources.service.lifecycle import create
from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.identity import unfinished_name
from pulumi_livevox.run.target import Kind, Target
from tests.lifecycle.world import (
    CALL_CENTER,
    IDENTITY,
    INBOUND,
    OUTBOUND,
    World,
    edited,
    paths,
    service,
)
from tests.rig.line import refused
from tests.rig.requests import Request

LIVE_NAME = "Template Inbound"

AS_IT_IS = service(
    name=LIVE_NAME,
    adopt_id=INBOUND,
    abbreviation="TIN",
    term_code_enabled=True,
    phone={"operator_phone": "4045550110"},
    settings={"service_level_seconds": 20, "dialing_sort": "DEFAULT"},
    messaging={"INBOUND_TEMPLATE_ID": 14205, "TEMPLATE_ID": 7125},
)


def test_a_service_that_is_as_declared_is_read_and_not_written(world: World) -> None:
    made = create(world.run(), AS_IT_IS, IDENTITY)

    assert (made.target.id, made.location) == (str(INBOUND), world.here())
    sections = ("", "/phone", "/settings", "/messaging")
    assert paths(world.line.calls) == sorted(
        ["GET ", *(f"GET /{INBOUND}{section}" for section in sections)]
    )


def test_only_declared_sections_are_read(world: World) -> None:
    create(world.run(), service(name=LIVE_NAME, adopt_id=INBOUND), IDENTITY)

    assert paths(world.line.calls) == ["GET ", f"GET /{INBOUND}"]


def test_what_stands_is_saved_before_it_is_written_over_and_that_is_told(world: World) -> None:
    create(world.run(), edited(AS_IT_IS, abbreviation="SUP"), IDENTITY)

    (saved,) = (world.journal_folder / "taken-over").iterdir()
    assert 'abbreviation="TIN"' in saved.read_text()
    assert world.warned == [
        f"service {INBOUND}, as it stood when this run took it over, is in {saved}"
    ]
    reads = [each for each in world.line.sent if each.verb == "GET" and f"/{INBOUND}" in each.path]
    assert len(reads) == len({each.path for each in reads}) == 5


def test_where_what_stands_cannot_be_saved_nothing_is_written(world: World) -> None:
    world.journal_folder.mkdir(exist_ok=True)
    (world.journal_folder / "taken-over").write_text("in the way")

    with pytest.raises(ProviderError, match="nothing is written over unsaved"):
        create(world.run(), edited(AS_IT_IS, abbreviation="SUP"), IDENTITY)

    assert world.line.writes == []


def test_only_what_differs_is_written(world: World) -> None:
    declared = edited(
        AS_IT_IS,
        abbreviation="SUP",
        settings={"service_level_seconds": 30, "dialing_sort": "DEFAULT"},
        messaging={"INBOUND_TEMPLATE_ID": "14206", "TEMPLATE_ID": "7125"},
    )

    create(world.run(), declared, IDENTITY)

    assert sorted(world.line.writes, key=str) == [
        Request("POST", f"/{INBOUND}", {}, {"abbreviation": "SUP"}),
        Request(
            "POST", f"/{INBOUND}/messaging", {"property": "INBOUND_TEMPLATE_ID", "value": "14206"}
        ),
        Request("POST", f"/{INBOUND}/settings", {}, {"serviceLevelSeconds": 30}),
    ]


def test_a_message_that_the_platform_does_not_show_is_written(world: World) -> None:
    declared = service(name=LIVE_NAME, adopt_id=INBOUND, messaging={"PREVIEW_TEMPLATE_ID": 7125})

    create(world.run(), declared, IDENTITY)

    properties = world.service(INBOUND)["messaging"]["property"]
    assert {"key": "preview_template_id", "value": "7125"} in properties


def test_a_service_of_another_name_than_the_declared_one_is_refused(world: World) -> None:
    told = f'names the service "{LIVE_NAME}", and the declared name is "Support Line".*under its'
    with pytest.raises(ProviderError, match=told):
        create(world.run(), service(adopt_id=INBOUND), IDENTITY)

    assert world.line.writes == []


def test_a_service_of_another_call_center_than_the_template_is_refused(world: World) -> None:
    declared = service(name="California_QC", adopt_id=40790, template_id=INBOUND)

    with pytest.raises(
        ProviderError, match=f"template_id {INBOUND} one of call center {CALL_CENTER}"
    ):
        create(world.run(), declared, IDENTITY)

    assert world.line.writes == []


def test_a_template_that_is_gone_takes_no_part_in_an_adoption(world: World) -> None:
    declared = service(name=LIVE_NAME, adopt_id=INBOUND, template_id=4711)

    assert create(world.run(), declared, IDENTITY).target.service_id == INBOUND


def test_the_adopted_id_decides_where_a_template_is_declared_too(world: World) -> None:
    declared = service(name=LIVE_NAME, adopt_id=INBOUND, template_id=OUTBOUND)

    assert create(world.run(), declared, IDENTITY).target.service_id == INBOUND
    assert world.made() == []


def test_an_adopted_service_keeps_its_caller_ids(world: World) -> None:
    create(world.run(), edited(AS_IT_IS, inherit_caller_ids=False), IDENTITY)

    assert len(world.service(INBOUND)["callerIds"]) == 3


def test_of_two_resources_that_adopt_one_service_the_second_is_refused(world: World) -> None:
    run = world.run()
    create(run, AS_IT_IS, IDENTITY)
    world.line.mend()

    with pytest.raises(ProviderError) as caught:
        create(run, edited(AS_IT_IS, name="Other"), "shop/dev/other")

    assert f"adopt_id {INBOUND}" in str(caught.value)
    assert IDENTITY in str(caught.value)
    assert world.line.sent == []


def test_a_service_that_a_resource_of_the_state_declares_is_not_adopted(world: World) -> None:
    run = world.run()
    run.claims.claim(Target(Kind.SERVICE, INBOUND), "shop/dev/other")

    with pytest.raises(ProviderError, match="shop/dev/other"):
        create(run, AS_IT_IS, IDENTITY)

    assert world.line.sent == []


def test_adopting_removes_a_leftover_of_a_run_that_died(world: World) -> None:
    world.console.create_service(OUTBOUND, unfinished_name(IDENTITY))

    create(world.run(), AS_IT_IS, IDENTITY)

    assert world.made() == []


def test_a_leftover_can_itself_be_adopted(world: World) -> None:
    leftover = world.console.create_service(INBOUND, unfinished_name(IDENTITY))

    create(world.run(), service(adopt_id=leftover), IDENTITY)

    assert world.made() == [(leftover, "Support Line")]


@pytest.mark.parametrize("adopted", [4711, 90001])
def test_a_service_that_is_not_there_or_not_to_be_seen_is_not_adopted(
    world: World, adopted: int
) -> None:
    with pytest.raises(ProviderError, match=f"adopt_id {adopted}.*does not exist.*may not see"):
        create(world.run(), service(adopt_id=adopted), IDENTITY)

    assert world.line.writes == []


def test_an_adoption_that_is_refused_half_way_is_whole_the_next_time(world: World) -> None:
    declared = edited(AS_IT_IS, abbreviation="NEW", settings={"service_level_seconds": 30})
    world.line.fail("POST", f"/{INBOUND}/settings", refused(400, "Not on a Monday"))
    with pytest.raises(LiveVoxError, match="Not on a Monday"):
        create(world.run(), declared, IDENTITY)
    world.line.mend()

    create(world.run(), declared, IDENTITY)

    live = world.service(INBOUND)
    written = live["general"]["abbreviation"], live["settings"]["serviceLevelSeconds"]
    assert written == ("NEW", 30)


def test_nothing_is_on_record_of_an_adoption(world: World) -> None:
    create(world.run(), AS_IT_IS, IDENTITY)

    assert world.records() == []
