"""An update that broke off, kept or taken back: `up` alone ends with what the program says."""

from collections.abc import Callable

import pytest

from tests.rig import live
from tests.rig.call_center import LINE, edited
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

PROGRAM = edited(("template_id", "inherit_caller_ids=False, template_id"), program=LINE)
EDITED = edited(
    ('"SUP"', '"HLP"'),
    ("340-2041", "340-2042"),
    ('"service_level_seconds": 30', '"service_level_seconds": 40'),
    ("14206", "14207"),
    ('"07:00-20:59"', '"09:00-20:59"'),
    ("-2033", "-2035"),
    ("-2031", "-2033"),
    program=PROGRAM,
)
"""Each section, the hours, a number and which is the default one."""

REFUSED = edited(('"INBOUND_TEMPLATE_ID"', '"NEW_ID": 1, "INBOUND_TEMPLATE_ID"'), program=EDITED)


def lost(stack: Stack) -> None:
    paths = (f"{SERVICES}/*", f"{SERVICES}/*/*", f"{SERVICES}/*/*/*")
    faults = ({"kind": "answer-lost", "method": "POST", "path": path} for path in paths)
    once = {"LIVEVOX_MAX_RETRIES": "0"}
    with stack.sandbox.faulty(*faults):
        stack.roll_out(EDITED, "--continue-on-error", fails=True, env=once)


def killed(*requests: str) -> Callable[[Stack], None]:
    def breaks(stack: Stack) -> None:
        stack.program(EDITED)
        stack.killed_at(*requests, done=True)

    return breaks


BREAKS: dict[str, Callable[[Stack], object]] = {
    "refused": lambda stack: stack.roll_out(REFUSED, "--continue-on-error", fails=True),
    "lost": lost,
    "killed at the service": killed("POST */settings"),
    "killed at its hours and numbers": killed("POST */inboundHours/*", "POST */phone/8773402035"),
}


@pytest.mark.parametrize("then", ["kept", "taken back"])
@pytest.mark.parametrize("way", BREAKS)
def test_the_next_up_ends_with_what_the_program_says(
    stack: Stack, sandbox: Sandbox, way: str, then: str
) -> None:
    stack.roll_out(PROGRAM)
    stack.up()
    before = live.whole(sandbox, "Support Line")
    BREAKS[way](stack)
    assert live.whole(sandbox, "Support Line") != before

    stack.program(PROGRAM if then == "taken back" else EDITED)
    assert "a run that broke off was about to write to" in stack.preview().output
    told = stack.up().output

    found = live.whole(sandbox, "Support Line")
    if then == "taken back":
        # The new number of a resource is in nobody's state: that is told, and mended by hand.
        service_id = found["general"]["serviceId"]
        if "8773402035" in found["callerIds"]:
            assert f"about to bring caller ID 8773402035 of service {service_id}" in told
            sandbox.api("DELETE", f"{SERVICES}/{service_id}/phone/8773402035")
            found = live.whole(sandbox, "Support Line")
        assert found == before
    else:
        assert found["general"]["abbreviation"] == "HLP"
        assert found["phone"]["operatorPhone"] == "8773402042"
        assert found["phone"]["defaultCallerId"] == "8773402033"
        assert sorted(found["callerIds"]) == ["8773402033", "8773402035"]
        assert found["settings"]["serviceLevelSeconds"] == 40
        assert {"key": "inbound_template_id", "value": "14207"} in found["messaging"]["property"]
        assert found["inboundHours"] == before["inboundHours"] | {"WEEKDAY": ["09:00-20:59"]}
    again = stack.preview("--refresh")
    assert set(again.operations.values()) == {"refresh+same"}
    assert "may differ from the state" not in again.output


PLAIN = 'livevox.CallerId("plain", service=33133, phone_number="877-340-2031")\n'
OTHER = 'livevox.CallerId("other", service=33133, phone_number="877-340-2035")\n'


def test_a_number_and_hours_whose_creation_broke_off_are_told_when_they_left_the_program(
    stack: Stack,
) -> None:
    stack.roll_out(PLAIN)
    hours = 'livevox.InboundHours("hours", service=33133, week={"SUNDAY": "09:00-12:00"})\n'
    stack.program(PLAIN + OTHER + hours)
    stack.killed_at("POST 33133/phone/8773402035", "POST 33133/inboundHours", done=True)

    told = stack.roll_out(PLAIN).output
    assert 'about to bring caller ID 8773402035 of service 33133 for the resource "other"' in told
    assert 'about to bring inbound hours of service 33133 for the resource "hours"' in told

    for record in (stack.folder / "home" / "livevox-journal").glob("*.write.json"):
        assert str(record) in told
        record.unlink()
    assert "broke off" not in stack.up().output


def test_what_a_killed_run_left_is_told_to_a_program_that_declares_nothing_any_more(
    stack: Stack,
) -> None:
    stack.program(PLAIN)
    stack.killed_at("POST 33133/phone/8773402031", done=True)
    told = stack.roll_out("# nothing any more").output
    assert "caller ID 8773402031 of service 33133" in told


def test_what_a_takeover_that_broke_off_may_have_written_is_told_when_it_is_taken_back(
    stack: Stack, sandbox: Sandbox
) -> None:
    name = live.section(sandbox, 20575)["name"]
    stack.program(
        f'livevox.Service("main", name="{name}", adopt_id=20575, settings={{"voice_id": 7}})\n'
    )
    stack.killed_at("POST 20575/settings", done=True)
    told = stack.roll_out("# nothing any more").output
    assert 'was about to take over service 20575 for the resource "main"' in told
    assert "what it wrote of settings.voice_id stays as it is" in told


def test_a_number_that_left_the_program_after_it_was_made_is_not_told(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(PLAIN + OTHER)
    assert "broke off" not in stack.roll_out(PLAIN).output
    assert "8773402035" not in live.caller_ids(sandbox, 33133)[0]
    assert "broke off" not in stack.up().output
