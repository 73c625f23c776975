"""Two at once: runs of one stack, stacks of one call center, a person in the console."""

from tests.rig import live
from tests.rig.call_center import CALL_CENTER, EVERYTHING, HOURS, edited
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack


def test_of_two_runs_of_one_stack_the_second_is_told_of_the_lock(
    stack: Stack, sandbox: Sandbox
) -> None:
    sandbox.slow_down(500)
    stack.program(CALL_CENTER)
    first = stack.start("up", "--yes", "--skip-preview")
    sandbox.wait_for("session")
    assert "the stack is currently locked" in stack.up(fails=True).output
    assert first.wait(120) == 0
    assert stack.preview().operations == dict.fromkeys(EVERYTHING, "same")


def test_of_two_stacks_that_declare_one_name_the_second_is_told_with_the_id(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(CALL_CENTER)
    services = live.names(sandbox)
    stack.another("other")
    output = stack.up("--stack", "other", fails=True).output
    assert f"is taken in call center 433 by service {services['Support Line']}" in output
    assert live.names(sandbox) == services


def test_what_somebody_changes_in_the_console_meanwhile_is_left_alone_and_told_by_a_refresh(
    stack: Stack, sandbox: Sandbox, support: int
) -> None:
    path = f"{SERVICES}/{support}"
    sandbox.api("POST", f"{path}/settings", {"serviceLevelSeconds": 99, "voiceId": 7})
    stack.roll_out(edited(('"call_recording_enabled": True', '"call_recording_enabled": False')))
    settings = live.section(sandbox, support, "settings")
    assert (settings["serviceLevelSeconds"], settings["voiceId"]) == (99, 7)
    assert settings["callRecordingEnabled"] is False

    stack.refresh()
    assert "99 => 20" in stack.preview("--diff").output


def test_a_service_deleted_between_preview_and_update_is_told_and_not_made_again_unasked(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(CALL_CENTER)
    services = live.names(sandbox)
    stack.program(edited(('"service_level_seconds": 20', '"service_level_seconds": 30')))
    stack.preview()
    sandbox.api("DELETE", f"{SERVICES}/{services['Support Line']}")
    output = stack.up(fails=True).output
    assert f"service {services['Support Line']} is not on the platform any more" in output
    assert "`pulumi up --refresh` makes it again" in output
    assert "Support Line" not in live.names(sandbox)

    stack.up("--refresh")
    assert live.hours(sandbox, live.names(sandbox)["Support Line"]) == HOURS
