"""`pulumi-livevox hours` of a stack: as its state has them, and before and after a rollout."""

import json
from datetime import date, timedelta
from typing import Any

from tests.cli.command import Ended, run_process
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

PROGRAM = """
early = livevox.Service("early", name="Early Line", template_id=53661)
livevox.InboundHours("early-hours", service=early, week={{"WEEKDAY": "{early}"}})
late = livevox.Service("late", name="Late Line", template_id=53661)
livevox.InboundHours(
    "late-hours", service=late, week={{"WEEKDAY": "09:00-18:00"}}, time_zone="America/Chicago"
)
livevox.Service("outward", name="Outward", template_id=53662)
{more}
"""
MANILA = """
livevox.InboundHours("manila-hours", service=20575, hours=livevox.BusinessHours(
    {"MON-FRI": "09:00-17:00"}, time_zone="Asia/Manila"
))
"""


def hours(stack: Stack, *options: str) -> Ended:
    """Run the command in the stack's project, where nobody answers."""
    return run_process(
        stack.environment(), "hours", "--stack", "dev", *options, folder=stack.project
    )


def lines(stack: Stack, *options: str) -> dict[str, dict[str, Any]]:
    """The lines that the command shows, by their labels."""
    shown = hours(stack, "--json", *options)
    assert shown.code == 0, shown.errors
    return {each["label"]: each for each in json.loads(shown.output)}


def test_a_stack_shows_its_hours_as_the_state_has_them_and_asks_the_platform_nothing(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(PROGRAM.format(early="07:00-15:00", more=""))
    sandbox.forget()

    shown = lines(stack)

    assert [(label, each["name"]) for label, each in shown.items()] == [
        ("early-hours", "Early Line"),
        ("late-hours", "Late Line"),
        ("outward", "Outward"),
    ]
    assert {each["group"] for each in shown.values()} == {"call center 433"}
    late = shown["late-hours"]
    assert (late["time_zone"], late["hours"]["week"]["MONDAY"]) == (
        "America/Chicago",
        ["09:00-18:00"],
    )
    assert shown["outward"]["hours"] is None
    assert hours(stack, "--next-change").output == "never\n"
    assert sandbox.requests() == []


def test_a_preview_shows_before_and_after_of_what_a_rollout_changes_and_changes_nothing(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(PROGRAM.format(early="07:00-15:00", more=""))
    before = sandbox.dump()
    stack.program(PROGRAM.format(early="07:00-16:00", more=MANILA))

    shown = lines(stack, "--preview")

    assert {label for label, each in shown.items() if "before" in each} == {
        *("early-hours", "service 20575, created"),
    }
    early = shown["early-hours"]
    assert early["before"]["week"]["FRIDAY"] == ["07:00-15:00"]
    assert early["hours"]["week"]["FRIDAY"] == ["07:00-16:00"]
    told = hours(stack, "--preview").output
    assert "Changes:\n" in told
    assert sandbox.dump() == before


def test_the_day_of_the_next_change_is_that_after_the_last_on_which_a_week_is_right(
    stack: Stack,
) -> None:
    stack.roll_out(MANILA)
    (resource,) = [each for each in stack.resources() if "__hours" in each["inputs"]]
    told = hours(stack, "--next-change")
    assert (told.code, told.errors) == (0, "")
    right_until = date.fromisoformat(resource["inputs"]["__hours"]["right_until"])
    assert told.output.strip() == str(right_until + timedelta(days=1))
    of_the_selected = run_process(
        stack.environment(), "hours", "--next-change", folder=stack.project
    )
    assert (of_the_selected.code, of_the_selected.output) == (0, told.output)


def test_what_a_program_calls_otherwise_or_lets_go_of_is_shown_as_it_stays(
    stack: Stack, sandbox: Sandbox
) -> None:
    kept = """
kept = livevox.Service(
    "kept", name="Kept Line", template_id=53661, opts=pulumi.ResourceOptions(retain_on_delete=True)
)
livevox.InboundHours("kept-hours", service=kept, week={"WEEKDAY": "08:00-12:00"})
"""
    stack.roll_out(PROGRAM.format(early="07:00-15:00", more=kept))
    program = PROGRAM.replace('"early-hours"', '"early-hours-2"')
    stack.program(program.format(early="07:00-15:00", more=""))

    shown = lines(stack, "--preview")

    assert {label: "before" in each for label, each in shown.items()} == {
        "early-hours-2, until now early-hours": False,
        "kept-hours, leaves the program and stays as it is": False,
        "late-hours": False,
        "outward": False,
    }
    before = sandbox.dump()
    stack.up()
    assert sandbox.dump() == before
