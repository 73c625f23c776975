"""A run that is interrupted lets the calls under way finish, and the next one goes on."""

import os
import signal

import pytest

from tests.rig import live
from tests.rig.call_center import CALL_CENTER, EVERYTHING
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack


@pytest.mark.parametrize(
    ("interrupt", "whole_group"),
    [(signal.SIGINT, True), (signal.SIGTERM, False)],
    ids=["ctrl-c on a terminal", "SIGTERM in a pipeline"],
)
def test_the_first_interruption_finishes_what_is_under_way(
    stack: Stack, sandbox: Sandbox, interrupt: signal.Signals, whole_group: bool
) -> None:
    sandbox.slow_down(300)
    stack.program(CALL_CENTER)
    run = stack.start("up", "--yes", "--skip-preview")
    sandbox.wait_for("settings")
    (os.killpg if whole_group else os.kill)(run.pid, interrupt)
    assert run.wait(60) != 0

    output = stack.output()
    assert "update canceled" in output
    assert "Traceback" not in output
    assert "KeyboardInterrupt" not in output
    (support,) = [int(r["id"]) for r in stack.resources()]
    assert live.names(sandbox)["Support Line"] == support

    assert stack.up().operations["Service:support"] == "same"
    assert live.names(sandbox)["Support Line"] == support
    assert stack.preview().operations == dict.fromkeys(EVERYTHING, "same")
