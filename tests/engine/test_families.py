"""Caller IDs and hours stand under their service."""

import json
from typing import Any

from tests.rig import live
from tests.rig.call_center import CALL_CENTER, EVERYTHING, edited
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

PROTECTED = edited(
    ("=False,\n", "=False,\n    opts=pulumi.ResourceOptions(protect=True),\n"),
)


def flat(state: dict[str, Any]) -> dict[str, Any]:
    """A state as 0.1.0 left it: every resource right under the stack."""
    resources = state["deployment"]["resources"]
    (root,) = (each["urn"] for each in resources if each["type"] == "pulumi:pulumi:Stack")
    text = json.dumps(state)
    for each in resources:
        if each.get("parent") not in (None, root):
            project, _, name = each["urn"].rsplit("::", 2)
            old = f"{project}::{each['type']}::{name}"
            text = text.replace(json.dumps(each["urn"]), json.dumps(old))
    flattened: dict[str, Any] = json.loads(text)
    for each in flattened["deployment"]["resources"]:
        if each.get("parent") and each["parent"] != root:
            each["parent"] = root
    return flattened


def test_a_state_of_children_beside_their_service_shows_no_change_and_keeps_the_children(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(CALL_CENTER)
    nested = set(stack.urns().values())
    before = sandbox.dump()
    state = stack.folder / "flat.json"
    state.write_text(json.dumps(flat(stack.export())))
    stack.run("stack", "import", "--file", str(state))
    assert not nested & {each["urn"] for each in stack.resources() if "CallerId" in each["type"]}
    assert stack.preview().operations == dict.fromkeys(EVERYTHING, "same")
    stack.up()
    assert set(stack.urns().values()) == nested
    assert sandbox.dump() == before


def test_a_protected_service_changes_its_numbers_and_can_still_not_be_deleted(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(PROTECTED)
    support = live.names(sandbox)["Support Line"]
    stack.roll_out(PROTECTED.replace("877-340-2033", "877-340-2036"))
    assert live.caller_ids(sandbox, support) == (["8773402031", "8773402036"], "8773402031")
    assert "protect" in stack.destroy(fails=True).output
    assert live.caller_ids(sandbox, support) == (["8773402031", "8773402036"], "8773402031")
    assert not any(each.get("protect") for each in stack.resources() if "CallerId" in each["type"])


def test_a_child_stands_where_the_user_says(stack: Stack) -> None:
    stack.roll_out("""
        team = pulumi.ComponentResource("team:index:Team", "team")
        support = livevox.Service("support", name="Support Line", template_id=53661)
        under = pulumi.ResourceOptions(parent=team)
        livevox.CallerId("main", service=support, phone_number="8773402031", opts=under)
        guarded = pulumi.ResourceOptions(protect=True)
        livevox.CallerId("spare", service=support, phone_number="8773402033", opts=guarded)
    """)
    stands = {each["urn"].rpartition("::")[2]: each for each in stack.resources()}
    assert stands["main"]["parent"] == stands["team"]["urn"]
    assert stands["spare"]["parent"] == stands["support"]["urn"]
    assert stands["spare"]["protect"]
    assert {stands[name]["deletedWith"] for name in ("main", "spare")} == {stands["support"]["urn"]}


def test_a_service_moved_to_another_stack_takes_its_children_along(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(CALL_CENTER)
    before = sandbox.dump()
    stack.another("other", "--no-select")
    moved = (stack.urns()[name] for name in ("support", "callbacks"))
    stack.run("state", "move", "--yes", "--source", "dev", "--dest", "other", *moved)
    stack.roll_out("import pulumi_livevox", "--stack", "dev")
    assert stack.resources() == []
    assert sandbox.dump() == before
    assert stack.roll_out(CALL_CENTER, "--stack", "other").operations.keys() == EVERYTHING
    assert sandbox.dump() == before
    stack.run("stack", "select", "other")
    assert set(stack.preview().operations.values()) == {"same"}


MAIN = 'livevox.CallerId("main", service=support, phone_number="(877) 340-2031", default=True)\n'
NOT_LOST = {
    "another is the default": edited(
        (MAIN, ""), ('"877-340-2033")', '"877-340-2033", default=True)')
    ),
    "renamed": edited((MAIN, MAIN.replace('"main"', '"primary"'))),
    "still on the list": edited((MAIN, MAIN.replace(", default=True", ""))),
    "the service leaves too": """
        livevox.Service("callbacks", name="Support Callbacks", template_id=53662)
    """,
}


def test_a_default_caller_id_that_leaves_the_program_is_told_in_the_preview(
    stack: Stack, sandbox: Sandbox, support: int
) -> None:
    for program in NOT_LOST.values():
        stack.program(program)
        assert "without a default caller ID" not in stack.preview().output
    stack.program(edited((MAIN, "")))
    # A plan is carried out by a run that asks the engine for as much as the preview did.
    (warning,) = stack.preview("--save-plan", "plan.json").warnings
    told = f"service {support} is left without a default caller ID: 8773402031, which livevox."
    assert warning.startswith(f"{told}CallerId 'main' made its default, is no longer declared")
    stack.up("--plan", "plan.json")
    assert live.caller_ids(sandbox, support) == (["8773402033"], None)
