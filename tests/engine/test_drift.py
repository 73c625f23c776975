"""What somebody changed behind the stack's back: shown by a refresh, put right by an update."""

from tests.rig import live
from tests.rig.call_center import CALL_CENTER, EVERYTHING, HOURS, NUMBERS
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack


def test_what_was_removed_is_shown_as_gone_and_made_again(stack: Stack, sandbox: Sandbox) -> None:
    stack.roll_out(CALL_CENTER)
    services = live.names(sandbox)
    support, callbacks = services["Support Line"], services["Support Callbacks"]
    sandbox.api("DELETE", f"{SERVICES}/{callbacks}")
    sandbox.api("DELETE", f"{SERVICES}/{support}/phone/8773402033")
    for entry in live.section(sandbox, support, "inboundHours")["inboundHour"]:
        if entry["dayOfWeek"] == "WEEKDAY":
            sandbox.api("DELETE", f"{SERVICES}/{support}/inboundHours/{entry['id']}")

    stack.refresh()
    assert stack.urns().keys() == {"support", "support-hours", "main"}
    preview = stack.preview().operations
    assert preview["Service:callbacks"] == "create"
    assert preview["CallerId:spare"] == "create"
    assert preview["InboundHours:support-hours"] == "update"
    stack.up()
    assert live.names(sandbox)["Support Callbacks"] != callbacks
    assert live.caller_ids(sandbox, support) == NUMBERS
    assert live.hours(sandbox, support) == HOURS


def test_a_service_that_was_deleted_is_made_again_with_all_its_children(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(CALL_CENTER)
    sandbox.api("DELETE", f"{SERVICES}/{live.names(sandbox)['Support Line']}")
    stack.refresh()
    assert stack.urns().keys() == {"callbacks"}
    stack.up()
    services = live.names(sandbox)
    support = services["Support Line"]
    assert live.hours(sandbox, support) == HOURS
    assert live.section(sandbox, services["Support Callbacks"])["inboundService"] == support


def test_changed_values_and_added_hours_are_drift_and_put_right(
    stack: Stack, sandbox: Sandbox, support: int
) -> None:
    path = f"{SERVICES}/{support}"
    sandbox.api("POST", f"{path}/settings", {"serviceLevelSeconds": 99, "voiceId": 7})
    sandbox.api("POST", f"{path}/phone", {"defaultCallerId": "8773402033"})
    sunday = {"dayOfWeek": "SUNDAY", "startTime": 50400000, "endTime": 61200000}
    sandbox.api("POST", f"{path}/inboundHours", sunday)

    stack.refresh()
    preview = stack.preview("--diff")
    assert "service_level_seconds" in preview.output
    assert "99 => 20" in preview.output
    assert "- SUNDAY" in preview.output
    assert f"hours of service {support}: Sunday: closed instead of 09:00-12:00" in preview.output
    assert "voice" not in preview.output
    changed = {"Service:support", "InboundHours:support-hours", "CallerId:main"}
    same = dict.fromkeys(EVERYTHING, "same")
    assert preview.operations == same | dict.fromkeys(changed, "update")

    stack.up()
    settings = live.section(sandbox, support, "settings")
    assert (settings["serviceLevelSeconds"], settings["voiceId"]) == (20, 7)
    assert live.caller_ids(sandbox, support)[1] == "8773402031"
    assert live.hours(sandbox, support) == HOURS


def test_an_undeclared_value_that_changed_is_no_change(
    stack: Stack, sandbox: Sandbox, support: int
) -> None:
    path = f"{SERVICES}/{support}"
    sandbox.api("POST", f"{path}/settings", {"voiceId": 7})
    sandbox.api("POST", path, {"abbreviation": "XYZ"})
    sandbox.api("POST", f"{path}/phone/7347324396")
    stack.refresh()
    assert stack.preview().operations == dict.fromkeys(EVERYTHING, "same")
