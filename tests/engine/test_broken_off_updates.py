"""An update that broke off, kept or taken back: `up` alone ends with what the program says."""

from collections.abc import Callable

import pytest

from tests.rig import live
from tests.rig.call_center import edited
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

PROGRAM = """
support = livevox.Service(
    "support",
    name="Support Line",
    template_id=53661,
    abbreviation="SUP",
    inherit_caller_ids=False,
    phone={"callback_phone": "(877) 340-2042"},
    settings={"service_level_seconds": 30},
    messaging={"INBOUND_TEMPLATE_ID": 14206},
)
livevox.InboundHours("hours", service=support, week={"WEEKDAY": "08:00-20:59"})
livevox.CallerId("main", service=support, phone_number="877-340-2031", default=True)
livevox.CallerId("spare", service=support, phone_number="877-340-2032")
"""

EDITED = edited(
    ('"SUP"', '"HLP"'),
    ("340-2042", "340-2043"),
    ('"service_level_seconds": 30', '"service_level_seconds": 40'),
    ("14206", "14207"),
    ('"08:00-20:59"', '"09:00-20:59"'),
    ("-2031", "-2032"),
    ('"spare", service=support, phone_number="877-340-2032"',
     '"spare", service=support, phone_number="877-340-2033"'),
    program=PROGRAM,
)  # fmt: skip
"""Each section, the hours, a number and which is the default one."""


REFUSED = edited(('"INBOUND_TEMPLATE_ID"', '"NEW_ID": 1, "INBOUND_TEMPLATE_ID"'), program=EDITED)


def refused(stack: Stack, sandbox: Sandbox) -> None:
    stack.roll_out(REFUSED, "--continue-on-error", fails=True)


def lost(stack: Stack, sandbox: Sandbox) -> None:
    stack.program(EDITED)
    paths = (f"{SERVICES}/*", f"{SERVICES}/*/*", f"{SERVICES}/*/*/*")
    faults = ({"kind": "answer-lost", "method": "POST", "path": path} for path in paths)
    with sandbox.faulty(*faults):
        stack.up("--continue-on-error", fails=True, env={"LIVEVOX_MAX_RETRIES": "0"})


def killed(*paths: str) -> Callable[[Stack, Sandbox], None]:
    def breaks(stack: Stack, sandbox: Sandbox) -> None:
        stack.program(EDITED)
        requests = ({"method": "POST", "path": f"{SERVICES}/*/{path}"} for path in paths)
        stack.killed_at(sandbox, *requests, done=True)

    return breaks


BREAKS: dict[str, Callable[[Stack, Sandbox], None]] = {
    "refused": refused,
    "lost": lost,
    "killed at the service": killed("settings"),
    "killed at its hours and numbers": killed("inboundHours/*", "phone/8773402033"),
}


@pytest.mark.parametrize("then", ["kept", "taken back"])
@pytest.mark.parametrize("way", BREAKS)
def test_the_next_up_ends_with_what_the_program_says(
    stack: Stack, sandbox: Sandbox, way: str, then: str
) -> None:
    stack.roll_out(PROGRAM)
    stack.up()
    before = live.whole(sandbox, "Support Line")
    BREAKS[way](stack, sandbox)
    assert live.whole(sandbox, "Support Line") != before

    stack.program(PROGRAM if then == "taken back" else EDITED)
    preview = stack.preview()
    assert "a run that broke off was about to write to" in preview.output
    told = stack.up().output

    found = live.whole(sandbox, "Support Line")
    if then == "taken back":
        # The new number of a resource is in nobody's state: that is told, and mended by hand.
        service_id = found["general"]["serviceId"]
        if "8773402033" in live.caller_ids(sandbox, service_id)[0]:
            assert f"about to bring caller ID 8773402033 of service {service_id}" in told
            sandbox.api("DELETE", f"{SERVICES}/{service_id}/phone/8773402033")
            found = live.whole(sandbox, "Support Line")
        assert found == before
    else:
        assert found["general"]["abbreviation"] == "HLP"
        assert found["phone"]["callbackPhone"] == "8773402043"
        assert found["settings"]["serviceLevelSeconds"] == 40
        assert {"key": "inbound_template_id", "value": "14207"} in found["messaging"]["property"]
        service_id = found["general"]["serviceId"]
        assert live.hours(sandbox, service_id) == {"WEEKDAY": ["09:00-20:59"]}
        assert live.caller_ids(sandbox, service_id) == (["8773402032", "8773402033"], "8773402032")
    again = stack.preview("--refresh")
    assert set(again.operations.values()) == {"refresh+same"}
    assert "may differ from the state" not in again.output


def test_a_number_and_hours_whose_creation_broke_off_are_told_when_they_left_the_program(
    stack: Stack, sandbox: Sandbox
) -> None:
    service = 'livevox.CallerId("plain", service=33133, '
    service += 'phone_number="877-340-2031")\n'
    stack.roll_out(service)
    stack.program(
        service
        + 'livevox.CallerId("other", service=33133, phone_number="877-340-2035")\n'
        + 'livevox.InboundHours("hours", service=33133, week={"SUNDAY": "09:00-12:00"})\n'
    )
    paths = ("33133/phone/8773402035", "33133/inboundHours")
    requests = ({"method": "POST", "path": f"{SERVICES}/{path}"} for path in paths)
    stack.killed_at(sandbox, *requests, done=True)

    told = stack.roll_out(service).output
    assert 'about to bring caller ID 8773402035 of service 33133 for the resource "other"' in told
    assert 'about to bring inbound hours of service 33133 for the resource "hours"' in told

    for record in (stack.folder / "home" / "livevox-journal").glob("*.write.json"):
        assert str(record) in told
        record.unlink()
    assert "broke off" not in stack.up().output


def test_what_a_killed_run_left_is_told_to_a_program_that_declares_nothing_any_more(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program('livevox.CallerId("plain", service=33133, phone_number="877-340-2031")\n')
    number = f"{SERVICES}/33133/phone/8773402031"
    stack.killed_at(sandbox, {"method": "POST", "path": number}, done=True)
    stack.program("# nothing any more")
    assert "caller ID 8773402031 of service 33133" in stack.up().output


def test_what_a_takeover_that_broke_off_may_have_written_is_told_when_it_is_taken_back(
    stack: Stack, sandbox: Sandbox
) -> None:
    name = live.section(sandbox, 20575)["name"]
    stack.program(
        f'livevox.Service("main", name="{name}", adopt_id=20575, settings={{"voice_id": 7}})\n'
    )
    settings = {"method": "POST", "path": f"{SERVICES}/20575/settings"}
    stack.killed_at(sandbox, settings, done=True)
    told = stack.roll_out("# nothing any more").output
    assert 'was about to take over service 20575 for the resource "main"' in told
    assert "what it wrote of settings.voice_id stays as it is" in told


def test_a_number_that_left_the_program_after_it_was_made_is_not_told(
    stack: Stack, sandbox: Sandbox
) -> None:
    program = """
        livevox.CallerId("plain", service=33133, phone_number="877-340-2031")
        livevox.CallerId("other", service=33133, phone_number="877-340-2035")
    """
    stack.roll_out(program)
    stack.program(program.replace('livevox.CallerId("other"', "# "))
    assert "broke off" not in stack.up().output
    assert live.caller_ids(sandbox, 33133)[0].count("8773402035") == 0
    assert "broke off" not in stack.up().output
