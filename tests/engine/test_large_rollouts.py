"""Rollouts whose state is written once, at their end: a killed one is taken up from its journal."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pulumi_livevox.run.checkpoints import VARIABLES
from tests.cli.command import run_process
from tests.rig import live
from tests.rig.call_center import LINE, edited
from tests.rig.sandbox import Sandbox
from tests.rig.stack import COMMANDS, Stack

LINES = """
    for number in range(6):
        line = livevox.Service(f"line-{number}", name=f"Line {number}", template_id=53661)
        livevox.CallerId(f"number-{number}", service=line, phone_number=f"877340200{number}")
"""
NAMES = {f"Line {number}" for number in range(6)}


@pytest.fixture
def large(stack: Stack) -> Iterator[Stack]:
    """The stack, with a journal on a disk: a temporary folder may lie in memory."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as journal:
        stack.env |= VARIABLES | {"LIVEVOX_JOURNAL": journal}
        yield stack


def made_and_killed(stack: Stack) -> dict[str, int]:
    """Kill a first rollout when its last caller ID is added; return the services that stand."""
    stack.program(LINES)
    stack.killed_at(*(f"POST */phone/877340200{each}" for each in range(6)), done=True)
    assert stack.resources() == []
    return live.names(stack.sandbox)


def test_a_killed_run_leaves_no_state_and_the_next_has_every_service_once(large: Stack) -> None:
    left = made_and_killed(large)
    assert left.keys() >= NAMES

    told = large.up().output

    assert live.names(large.sandbox) == left
    assert "services and copies that it was making (6)" in told
    again = large.preview("--refresh")
    assert set(again.operations.values()) == {"refresh+same"}
    assert not list(Path(large.env["LIVEVOX_JOURNAL"]).glob("*.json"))


def test_a_preview_tells_what_the_killed_run_left(large: Stack) -> None:
    made_and_killed(large)

    (told,) = [
        event["diagnosticEvent"]["message"]
        for event in large.preview().events
        if "an earlier run" in event.get("diagnosticEvent", {}).get("message", "")
    ]
    assert "services and copies that it was making (6)" in told


def test_with_the_journal_lost_as_well_one_command_takes_all_of_them_over(large: Stack) -> None:
    left = made_and_killed(large)
    for record in Path(large.env["LIVEVOX_JOURNAL"]).glob("*.json"):
        record.unlink()

    refused = large.up(fails=True).output
    assert 'the name "Line 0" is taken' in refused
    assert "`pulumi-livevox adopt` finds them all" in refused
    adopted = run_process(large.environment(), "adopt", "--yes", "--up", folder=large.project)

    assert adopted.code == 0, adopted.output + adopted.errors
    assert live.names(large.sandbox) == left
    assert set(large.preview("--refresh").operations.values()) == {"refresh+same"}


@pytest.mark.parametrize("then", ["kept", "taken back"])
def test_an_update_whose_state_was_lost_ends_with_what_the_program_says_then(
    large: Stack, sandbox: Sandbox, then: str
) -> None:
    program = edited(("template_id", "inherit_caller_ids=False, template_id"), program=LINE)
    changed = edited(
        ('"service_level_seconds": 30', '"service_level_seconds": 40'),
        ('"07:00-20:59"', '"09:00-20:59"'),
        program=program,
    )
    large.roll_out(program)
    large.up()
    before = live.whole(sandbox, "Support Line")
    large.program(changed)
    large.killed_at("POST */inboundHours/*", done=True)

    large.roll_out(program if then == "taken back" else changed)

    after = live.whole(sandbox, "Support Line")
    level, hours = after["settings"]["serviceLevelSeconds"], live.hours(sandbox, after["id"])
    if then == "taken back":
        assert after == before
    else:
        assert (level, hours["WEEKDAY"]) == (40, ["09:00-20:59"])
    assert set(large.preview("--refresh").operations.values()) == {"refresh+same"}


def test_a_number_that_was_replaced_is_there_again_where_that_was_lost_previewed_and_taken_back(
    large: Stack, sandbox: Sandbox
) -> None:
    large.roll_out(LINES)
    large.up()
    large.program(LINES.replace('"877340200', '"877340210'))
    large.killed_at(*(f"DELETE */phone/877340200{each}" for each in range(6)), done=True)
    large.preview()

    large.roll_out(LINES)

    for number in range(6):
        numbers, _ = live.caller_ids(sandbox, live.names(sandbox)[f"Line {number}"])
        assert f"877340200{number}" in numbers
    assert set(large.preview("--refresh").operations.values()) == {"refresh+same"}


def test_what_was_updated_before_the_kill_is_put_right_even_where_a_targeted_run_comes_between(
    large: Stack,
) -> None:
    program = LINES.replace("template_id=53661", 'template_id=53661, abbreviation="OLD"')
    large.roll_out(program)
    large.up()
    lines = [live.names(large.sandbox)[name] for name in sorted(NAMES)]
    large.program(program.replace("OLD", "NEW"))
    # All but the last one are written, and the engine is told.
    large.killed_at(f"POST {lines[-1]}", done=True)

    large.roll_out(program, "--target", large.urns()["line-5"])
    large.roll_out(program)

    told = [live.section(large.sandbox, line)["abbreviation"] for line in lines]
    assert told == ["OLD"] * len(lines)


def test_a_journal_in_memory_is_refused_before_anything_is_sent(
    large: Stack, sandbox: Sandbox
) -> None:
    sandbox.forget()
    large.program(LINES)
    with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
        for command in ("preview", "up"):
            run = large.run(*COMMANDS[command], fails=True, env={"LIVEVOX_JOURNAL": folder})
            error, *_ = run.errors
            assert f"the journal's folder {folder} lies in memory (tmpfs)" in error
            assert "Traceback" not in run.output
    assert sandbox.requests() == []


def test_a_journal_that_can_not_be_written_is_refused_by_a_destroy_too(
    large: Stack, sandbox: Sandbox
) -> None:
    large.roll_out(LINES)
    in_the_way = large.folder / "in the way"
    in_the_way.write_text("")
    before = live.names(sandbox)

    run = large.destroy(fails=True, env={"LIVEVOX_JOURNAL": str(in_the_way)})

    assert f"{in_the_way} can't be written to" in run.output
    assert live.names(sandbox) == before


def test_checkpoints_that_are_not_skipped_after_all_are_told(stack: Stack) -> None:
    alone, told = {"PULUMI_SKIP_CHECKPOINTS": "1"}, "and the engine ignores it"
    assert told in stack.roll_out(LINES, env=alone).output
    assert told not in stack.up().output
    assert told in stack.destroy(env=alone).output


def test_a_half_written_record_is_told_and_read_as_if_it_were_not_there(large: Stack) -> None:
    large.roll_out(LINES)
    record, *_ = Path(large.env["LIVEVOX_JOURNAL"]).glob("*.commit.json")
    record.write_text(record.read_text()[:40])

    told = large.preview().output

    assert f"the record {record} can't be read" in told
