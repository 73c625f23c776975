"""Rolling a program out, and rolling out exactly what changed in it."""

from tests.rig import live
from tests.rig.call_center import CALL_CENTER, EVERYTHING, HOURS, NUMBERS, edited
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack


def test_everything_declared_is_previewed_created_and_then_unchanged(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program(CALL_CENTER)
    assert stack.preview().operations == dict.fromkeys(EVERYTHING, "create")
    assert sandbox.requests() == []

    up = stack.up()
    assert up.operations == dict.fromkeys(EVERYTHING, "create")
    assert "warning" not in up.output
    services = live.names(sandbox)
    support, callbacks = services["Support Line"], services["Support Callbacks"]
    assert live.hours(sandbox, support) == HOURS
    assert live.caller_ids(sandbox, support) == NUMBERS
    assert live.section(sandbox, support, "settings")["serviceLevelSeconds"] == 20
    assert live.section(sandbox, callbacks)["inboundService"] == support
    messages = live.section(sandbox, callbacks, "messaging")["property"]
    assert {"key": "inbound_template_id", "value": "14206"} in messages

    sandbox.forget()
    assert stack.preview().operations == dict.fromkeys(EVERYTHING, "same")
    assert stack.up().operations == dict.fromkeys(EVERYTHING, "same")
    assert sandbox.requests() == []
    assert stack.refresh().operations == dict.fromkeys(EVERYTHING, "same")
    assert stack.preview().operations == dict.fromkeys(EVERYTHING, "same")


def test_a_changed_opening_time_is_one_change_in_those_words_and_one_write(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(CALL_CENTER)
    sandbox.forget()
    stack.program(edited(('"07:00-20:59"', '"08:00-20:59"')))

    preview = stack.preview("--diff")
    assert 'WEEKDAY : "07:00-20:59" => "08:00-20:59"' in preview.output
    unchanged = dict.fromkeys(EVERYTHING - {"InboundHours:support-hours"}, "same")
    assert preview.operations == unchanged | {"InboundHours:support-hours": "update"}
    assert sandbox.requests() == []

    stack.up()
    writes = [r for r in sandbox.requests() if r.verb == "POST" and "session" not in r.path]
    assert [write.body for write in writes] == [{"startTime": 46800000}]


def test_a_property_taken_out_stays_as_it_is_and_the_update_says_so(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(CALL_CENTER)
    sandbox.forget()
    stack.program(edited((', "call_recording_enabled": True', "")))
    assert "- call_recording_enabled: true" in stack.preview("--diff").output
    up = stack.up()
    assert "settings.call_recording_enabled is no longer declared and stays" in up.output
    assert [r for r in sandbox.requests() if "settings" in r.path] == []
    assert stack.preview().operations == dict.fromkeys(EVERYTHING, "same")


def test_a_later_template_is_recorded_with_a_warning_and_nothing_is_sent(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(CALL_CENTER)
    sandbox.forget()
    up = stack.roll_out(edited(("template_id=53661", "template_id=20575")))
    assert up.operations["Service:support"] == "update"
    assert "template_id counts when a service is made" in up.output
    assert [str(r) for r in sandbox.requests()] in ([], ["POST /session/login"])
    assert stack.preview().operations == dict.fromkeys(EVERYTHING, "same")
