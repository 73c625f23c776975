"""Services that are there already, taken under management."""

from tests.rig import live
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

ADOPT = """
    livevox.Service("main", name="Main Line", adopt_id=20575, settings={"voice_id": 7})
    livevox.CallerId("number", service=20575, phone_number="8886542232")
    livevox.InboundHours("hours", service=20575, week={"WEEKDAY": "07:00-20:59"})
"""


def test_an_adopted_service_gets_what_is_declared_and_keeps_the_rest(
    stack: Stack, sandbox: Sandbox
) -> None:
    before = live.section(sandbox, 20575)
    services = set(live.names(sandbox).values())
    stack.roll_out(ADOPT)
    assert live.section(sandbox, 20575) == before | {"name": "Main Line"}
    assert live.section(sandbox, 20575, "settings")["voiceId"] == 7
    assert "8886542232" in live.caller_ids(sandbox, 20575)[0]
    assert set(live.names(sandbox).values()) == services
    assert set(stack.preview().operations.values()) == {"same"}


def test_a_taken_name_is_told_with_the_words_to_adopt_it_which_then_work(
    stack: Stack, sandbox: Sandbox
) -> None:
    services = live.names(sandbox)
    name, service_id = next(iter(services.items()))
    program = f'livevox.Service("line", name="{name}", template_id=53661)'
    stack.program(program)
    assert f"adopt_id={service_id}" in stack.up(fails=True).output
    assert live.names(sandbox) == services

    adopting = program.replace("template_id", f"adopt_id={service_id}, template_id")
    stack.roll_out(adopting)
    assert live.names(sandbox) == services

    # For one run: afterwards the id is in the state.
    stack.roll_out(program)
    assert set(stack.preview().operations.values()) == {"same"}
    assert live.names(sandbox) == services


def test_a_service_of_nobodys_stack_that_does_not_exist_is_refused(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program("""
        livevox.Service("main", name="Main Line", adopt_id=999)
        livevox.CallerId("number", service=998, phone_number="8886542232")
    """)
    output = stack.up("--continue-on-error", fails=True).output
    assert "adopt_id 999 names a service that does not exist, or that this user may not" in output
    assert "service 998 does not exist, or this user may not see it" in output
