"""What of a previewed stack lives already is found by name, and compared value by value."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pulumi_livevox.client import LiveVoxClient
from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.run.commits import Commits
from pulumi_livevox.run.identity import IDENTITY, unfinished_name
from pulumi_livevox.run.journal import Journal
from pulumi_livevox.tasks.adopt import Plan, plan_of, write
from pulumi_livevox.tasks.stacks.stack import Stack
from pulumi_livevox.tasks.stacks.stack_file import read_adopted, write_adopted
from pulumi_livevox.tasks.stacks.steps import CALLER_ID, INBOUND_HOURS, SERVICE, Step, read_steps
from pulumi_livevox.wire.general import GeneralUpdate
from tests.rig.line import Line

RECORDED = Path(__file__).parent / "preview.json"
"""Printed by `pulumi preview --json --show-sames` on the sandbox, without what nothing reads.

The program's resources are the steps, its arguments their `inputs`; `old-line` with its number had
been rolled out before, and 04da6b54-… stands for what a preview does not know.
"""
STACK = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"

INBOUND, OUTBOUND = 53661, 53662
"""Two templates, of call center 433."""
MANUAL, MANUAL_ID = "Atlanta_FS_Manual_VOIP (4)", 17797
"""A service of call center 433."""
CALIFORNIA, CALIFORNIA_ID = "California_QC", 40790
"""A service of call center 2829."""


def service(resource: str, name: Any, *, operation: str = "create", **more: Any) -> Step:
    id, parent = more.pop("id", None), more.pop("parent", STACK)
    urn = f"urn:pulumi:dev::shop::{SERVICE}::{resource}"
    return Step(operation, urn, SERVICE, resource, parent, {"name": name, **more}, id=id)


def child(kind: str, resource: str, of: Step, **inputs: Any) -> Step:
    urn = f"urn:pulumi:dev::shop::{SERVICE}${kind}::{resource}"
    depends_on = {"service": (of.urn,)}
    return Step(
        "create", urn, kind, resource, of.urn, {"service": UNKNOWN, **inputs}, depends_on=depends_on
    )


def planned(
    steps: list[Step],
    adopted: dict[str, int],
    client: LiveVoxClient,
    call_centers: Collection[int] = (),
) -> Plan:
    nothing_on_record = Commits(Journal(Path("no such folder"), "https://nowhere"), "/program")
    return plan_of(steps, adopted, client, nothing_on_record, call_centers)


def changes(plan: Plan) -> dict[str, list[str]]:
    return {each.resource: list(each.service.changes) for each in plan.takeovers}


def left_out(plan: Plan) -> dict[str, str]:
    return {each.resource: each.reason for each in plan.left_out}


def test_a_recorded_preview_is_planned_whole(client: LiveVoxClient) -> None:
    plan = planned(read_steps(RECORDED.read_text()), {"named": 19891}, client)

    assert plan.new_entries == {"inbound": 20575, "california/service": 1008352, "manual": 17797}
    assert changes(plan) == {
        "inbound": ['main: default "8773402033" => "8773402031"'],
        "named": ["settings.voice_id 0 => 9"],
        "declared": [],
        "california/service": [
            "settings.service_level_seconds 20 => 30",
            "california-hours: 2099-12-25: 10:00-12:00 instead of its Friday hours",
        ],
        "manual": [
            'inbound_service_id "<cleared>" => 20575',
            "settings.call_recording_enabled true => false",
            "settings.voice_id 0 => 7",
            'messaging.INBOUND_TEMPLATE_ID (nothing) => "14206"',
        ],
    }
    assert left_out(plan).keys() == {"elsewhere", "named-later"}
    assert plan.not_found == ("fresh",)
    assert not plan.only_takes_over


def test_a_stack_that_has_all_its_services_asks_the_platform_nothing() -> None:
    steps = [service("main", MANUAL, operation="same", id="17797")]
    nobody: Any = None

    assert planned(steps, {}, nobody) == Plan((), (), (), (), (), ())


def test_where_all_stands_as_declared_a_rollout_only_takes_over(client: LiveVoxClient) -> None:
    line = service("line", MANUAL, template_id=OUTBOUND)
    number = child(CALLER_ID, "number", line, phone_number="4045550100", default=True)
    group = Step(
        "create", "urn:pulumi:dev::shop::shop:Group::g", "shop:Group", "g", is_component=True
    )

    plan = planned([group, line, number], {}, client)

    assert changes(plan) == {"line": []}
    assert plan.only_takes_over
    assert plan.pending == ()


def test_what_is_made_new_can_be_rolled_out_and_keeps_its_checkpoints(
    client: LiveVoxClient,
) -> None:
    new = service("new", "New", template_id=OUTBOUND)
    hours = child(INBOUND_HOURS, "hours", new, week={"WEEKDAY": "07:00-20:59"})

    plan = planned([service("line", MANUAL, template_id=OUTBOUND), new, hours], {}, client)

    assert plan.pending == ()
    assert plan.can_be_rolled_out
    assert not plan.only_takes_over


OLD = service("old", "Old", operation="same", id="5607")


@pytest.mark.parametrize(
    ("other", "pending"),
    [
        (service("old", "Old", operation="update", id="5607"), ("Service old", "update")),
        (service("old", "Old", operation="delete", id="5607"), ("Service old", "delete")),
        (service("old", "Old", operation="delete-replaced", id="5607"), ("Service old", "replace")),
        (child(INBOUND_HOURS, "hours", OLD, service="5607"), ("InboundHours old/hours", "create")),
        (child(CALLER_ID, "main", OLD, service=str(MANUAL_ID)), ("CallerId old/main", "create")),
        (
            Step("create", "urn:pulumi:dev::shop::aws:s3:Bucket::b", "aws:s3:Bucket", "b"),
            ("Bucket b", "create"),
        ),
    ],
)
def test_with_anything_else_pending_nothing_is_rolled_out(
    client: LiveVoxClient, other: Step, pending: tuple[str, str]
) -> None:
    plan = planned([service("line", MANUAL, template_id=OUTBOUND), other], {}, client)

    assert plan.new_entries == {"line": MANUAL_ID}
    assert [(each.resource, each.operation) for each in plan.pending] == [pending]
    assert not plan.can_be_rolled_out


def test_a_number_of_what_may_be_any_of_several_services_is_pending(client: LiveVoxClient) -> None:
    line = service("line", MANUAL, template_id=OUTBOUND)
    either = child(CALLER_ID, "main", line, phone_number="4045550100")
    either = replace(either, depends_on={"service": (line.urn, OLD.urn)})

    plan = planned([line, OLD, either], {}, client)

    assert changes(plan) == {"line": []}
    assert [each.resource for each in plan.pending] == ["CallerId line/main"]


def test_only_the_list_and_what_is_declared_are_read_and_each_once(
    client: LiveVoxClient, line: Line
) -> None:
    main = service("main", MANUAL, template_id=OUTBOUND, phone={"operator_phone": "8773402033"})
    numbers = [child(CALLER_ID, each, main, phone_number=each) for each in ("8886542232", "1")]

    planned([main, *numbers], {}, client)

    assert sorted(line.calls) == [
        "GET ",
        f"GET /{MANUAL_ID}",
        f"GET /{MANUAL_ID}/phone",
        f"GET /{OUTBOUND}",
    ]


def test_where_no_template_says_where_to_look_each_call_center_is_listed_once(
    client: LiveVoxClient, line: Line
) -> None:
    steps = [
        service("line", CALIFORNIA),
        service("manual", MANUAL, template_id=OUTBOUND),
        service("new", "New", template_id=OUTBOUND),
    ]

    plan = planned(steps, {}, client)

    assert plan.new_entries == {"line": CALIFORNIA_ID, "manual": MANUAL_ID}
    listed = [each.query["callCenter"] for each in line.sent if str(each) == "GET "]
    assert sorted(listed) == ["2829", "429", "433"]
    assert line.calls.count("POST /search") == 3


def test_hours_are_compared_by_day_in_the_zone_of_the_program(client: LiveVoxClient) -> None:
    line = service("line", "California_Inbound")
    week = {"WEEKDAY": "06:00-19:59", "SATURDAY": "07:00-12:00"}
    hours = child(INBOUND_HOURS, "hours", line, week=week, time_zone="America/Chicago")

    assert changes(planned([line, hours], {}, client)) == {
        "line": [
            "hours: Saturday: closes 12:00 instead of 19:59 (America/Chicago)",
            "hours: Sunday: closed instead of 07:00-19:59 (America/Chicago)",
        ]
    }


def test_of_several_live_services_of_one_name_none_is_taken(client: LiveVoxClient) -> None:
    twin = client.create_service(OUTBOUND, MANUAL)

    plan = planned([service("line", MANUAL, template_id=OUTBOUND)], {}, client)

    assert plan.new_entries == {}
    assert left_out(plan)["line"] == (
        f"2 services are called so: {MANUAL_ID} in call center 433, {twin} in call center 433. "
        f"Write the right one below livevox:adopt in the stack's file: line: {MANUAL_ID}"
    )


def test_a_call_center_that_is_chosen_decides_between_services_of_one_name(
    client: LiveVoxClient,
) -> None:
    client.create_service(OUTBOUND, CALIFORNIA)
    line = service("line", CALIFORNIA)

    assert planned([line], {}, client).new_entries == {}
    assert planned([line], {}, client, [2829]).new_entries == {"line": CALIFORNIA_ID}


def test_a_service_is_looked_for_where_its_template_would_be_copied(client: LiveVoxClient) -> None:
    twin = client.create_service(OUTBOUND, CALIFORNIA)

    plan = planned([service("line", CALIFORNIA, template_id=OUTBOUND)], {}, client)

    assert plan.new_entries == {"line": twin}


def test_a_service_of_another_call_center_than_its_template_is_told(client: LiveVoxClient) -> None:
    plan = planned([service("line", CALIFORNIA, template_id=OUTBOUND)], {}, client)

    assert left_out(plan)["line"] == (
        f"it is {CALIFORNIA_ID} in call center 2829, and its template {OUTBOUND} stands in call "
        "center 433, where a copy would be made: leave template_id out to take it over"
    )


def test_what_neither_lives_nor_has_a_template_is_told(client: LiveVoxClient) -> None:
    steps = [
        service("line", "Nobody's"),
        service("new", "New", template_id=OUTBOUND),
        service("copy", "Copy", template_id=UNKNOWN),
    ]

    plan = planned(steps, {}, client)

    assert "it has no template_id to be copied from" in left_out(plan)["line"]
    assert plan.not_found == ("copy", "new")


def test_what_neither_lives_nor_has_a_template_that_does_is_told(client: LiveVoxClient) -> None:
    plan = planned([service("new", "New", template_id=4711)], {}, client)

    assert left_out(plan)["new"] == (
        "no live service has its name, and template_id 4711 names a service that does not exist, "
        "or that this user may not see: check the name, and template_id"
    )
    assert plan.not_found == ()


def test_what_can_not_be_looked_into_is_a_remark_where_something_is_not_found(
    client: LiveVoxClient,
) -> None:
    steps = [service("new", "New", template_id=OUTBOUND)]

    plan = planned(steps, {}, client, [433, 434])

    assert plan.notes == ()
    assert plan.remarks[0].startswith("Call center 434 has no services, or is none that")


def test_a_template_that_is_gone_takes_no_part_in_the_search(client: LiveVoxClient) -> None:
    plan = planned([service("line", CALIFORNIA, template_id=4711)], {}, client)

    assert plan.new_entries == {"line": CALIFORNIA_ID}


def test_a_service_that_the_stack_has_is_not_taken_once_more(client: LiveVoxClient) -> None:
    steps = [
        service("new", MANUAL, template_id=OUTBOUND),
        service("old", MANUAL, operation="delete", id=str(MANUAL_ID)),
    ]

    plan = planned(steps, {}, client)

    assert plan.new_entries == {}
    assert (
        f'service {MANUAL_ID} of this name is the stack\'s already, as "old"'
        in (left_out(plan)["new"])
    )
    assert 'pulumi.Alias(name="old")' in left_out(plan)["new"]


def test_a_service_that_livevox_adopt_gives_to_another_name_is_not_given_twice(
    client: LiveVoxClient,
) -> None:
    plan = planned([service("new", MANUAL, template_id=OUTBOUND)], {"old": MANUAL_ID}, client)

    assert f'service {MANUAL_ID} of this name is for "old"' in left_out(plan)["new"]


def test_of_two_resources_of_one_name_neither_gets_the_service(client: LiveVoxClient) -> None:
    steps = [service(each, MANUAL, template_id=OUTBOUND) for each in ("one", "other")]

    plan = planned(steps, {}, client)

    assert plan.new_entries == {}
    assert left_out(plan).keys() == {"one", "other"}
    assert "several resources declare it" in left_out(plan)["one"]


def test_resources_that_livevox_adopt_can_not_tell_apart_are_told(client: LiveVoxClient) -> None:
    parents = [f"urn:pulumi:dev::shop::{kind}::east" for kind in ("shop:Line", "shop:Team")]
    steps = [
        service("line", name, parent=parent, template_id=OUTBOUND)
        for name, parent in zip((MANUAL, "Other"), parents, strict=True)
    ]

    plan = planned(steps, {}, client)

    assert 'two resources are called "east/line" in livevox:adopt' in left_out(plan)["east/line"]


def test_a_name_that_a_preview_does_not_know_is_not_looked_for(client: LiveVoxClient) -> None:
    plan = planned([service("line", UNKNOWN)], {}, client)

    assert "its name is not known in a preview" in left_out(plan)["line"]


def test_what_is_named_already_is_compared_as_well(client: LiveVoxClient) -> None:
    line = service("line", MANUAL, adopt_id=MANUAL_ID, abbreviation="MAN")

    plan = planned([line], {"line": MANUAL_ID}, client)

    assert changes(plan) == {"line": ['abbreviation "4" => "MAN"']}
    assert plan.new_entries == {}
    assert plan.only_takes_over


@pytest.mark.parametrize(
    ("adopt_id", "told"),
    [
        (CALIFORNIA_ID, f'adopt_id {CALIFORNIA_ID} names the service "{CALIFORNIA}", and the'),
        (4711, "adopt_id 4711 names a service that does not exist"),
    ],
)
def test_what_is_named_wrongly_already_is_told(
    client: LiveVoxClient, adopt_id: int, told: str
) -> None:
    plan = planned([service("line", MANUAL, adopt_id=adopt_id)], {}, client)

    assert told in left_out(plan)["line"]
    assert not plan.only_takes_over


def test_what_is_named_already_in_another_call_center_than_its_template_is_told(
    client: LiveVoxClient,
) -> None:
    line = service("line", CALIFORNIA, adopt_id=CALIFORNIA_ID, template_id=OUTBOUND)

    plan = planned([line], {}, client)

    assert "names a service of call center 2829, and template_id" in left_out(plan)["line"]


def test_an_unfinished_copy_that_is_named_already_is_taken_over(client: LiveVoxClient) -> None:
    name = unfinished_name("shop/dev/line")
    client.update_general(MANUAL_ID, GeneralUpdate(name=name))
    line = service("line", MANUAL, adopt_id=MANUAL_ID, **{IDENTITY: "shop/dev/line"})

    plan = planned([line], {}, client)

    assert changes(plan) == {"line": [f'name "{name}" => "{MANUAL}"']}


def test_only_new_entries_are_written_to_the_file(client: LiveVoxClient, tmp_path: Path) -> None:
    (tmp_path / "Pulumi.yaml").write_text("name: shop\n")
    stack = Stack(tmp_path, "dev")
    write_adopted(stack.file, {"named": 5607})
    steps = [service("line", MANUAL), service("named", "Atlanta_FS_RPC (1)", adopt_id=5607)]

    write(stack, planned(steps, read_adopted(stack.file), client))

    assert read_adopted(stack.file) == {"named": 5607, "line": MANUAL_ID}
