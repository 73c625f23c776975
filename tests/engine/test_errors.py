"""What a failed operation prints: one message, no trace, no credential, with every SDK."""

from pathlib import Path

import pytest

from tests.rig import live
from tests.rig.call_center import CALL_CENTER, EVERYTHING, edited
from tests.rig.sandbox import PASSWORD, TOKEN, Sandbox
from tests.rig.stack import Run, Stack


@pytest.fixture(params=["newest", "lowest"])
def stack_of_sdk(request: pytest.FixtureRequest, stack: Stack) -> Stack:
    """A stack run with the newest SDK, and with the lowest versions that are supported."""
    if request.param == "lowest":
        python: Path = request.getfixturevalue("lowest")
        stack.python = python
    return stack


def assert_one_message(run: Run, *words: str) -> None:
    for word in words:
        assert word in run.output
    for trace in ("Traceback", 'File "', "site-packages", "pulumi_livevox.resources"):
        assert trace not in run.output
    assert PASSWORD not in run.output
    assert TOKEN not in run.output


def test_failures_of_every_operation_print_one_message(
    stack_of_sdk: Stack, sandbox: Sandbox
) -> None:
    stack = stack_of_sdk
    stack.program(edited(("template_id=53661", "template_id=999")))
    assert_one_message(
        stack.up(fails=True), "template_id 999 names a service that does not exist, or that this"
    )
    stack.roll_out(CALL_CENTER)
    support = live.names(sandbox)["Support Line"]

    stack.program(edited(('"INBOUND_TEMPLATE_ID": 14206', '"OTHER_ID": 7')))
    assert_one_message(stack.up(fails=True), "was answered 400", "take the change back, and run")

    sandbox.api("POST", "/sandbox/campaigns", params={"service": support})
    assert_one_message(stack.destroy(fails=True), f"service {support} was not deleted")
    sandbox.stop()
    gone = stack.refresh(fails=True, env={"LIVEVOX_MAX_RETRIES": "0"})
    assert_one_message(gone, "POST /session/login")
    sandbox.start()


def test_a_refused_login_prints_one_message(stack_of_sdk: Stack, sandbox: Sandbox) -> None:
    stack = stack_of_sdk
    stack.config("livevox:password", "wrong-password", secret=True)
    up = stack.roll_out(CALL_CENTER, fails=True)
    assert_one_message(up, "POST /session/login", "401")
    assert "wrong-password" not in up.output


def test_what_all_resources_lack_is_told_in_full_once(stack: Stack, sandbox: Sandbox) -> None:
    stack.run("config", "rm", "livevox:password")
    stack.roll_out(CALL_CENTER, env={"LIVEVOX_PASSWORD": PASSWORD})
    sandbox.forget()

    for password, clause, advice in (
        ("", "livevox:password is not set", "or in LIVEVOX_PASSWORD"),
        ("wrong-password", "POST /session/login was answered 401", "Check the client name"),
    ):
        refresh = stack.refresh(fails=True, env={"LIVEVOX_PASSWORD": password})
        assert refresh.operations == {}
        told = [error for error in refresh.errors if clause in error]
        assert len(told) > 1
        (full,) = [error for error in told if advice in error]
        short = f"Failure: {clause} (in full at another resource)"
        assert {error for error in told if error != full} == {short}
    assert {str(request) for request in sandbox.requests()} == {"POST /session/login"}
    assert len(stack.resources()) == len(EVERYTHING)
