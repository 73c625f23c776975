"""What a killed run finished and its state never knew is told, or taken up by another name."""

import json

import pytest

from tests.rig import live
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

SALES = 'livevox.Service("sales", name="Sales Line", template_id=53661)\n'
SUPPORT = 'livevox.Service("support", name="Support Line", template_id=53661)\n'
RENAMED = SUPPORT.replace('"support"', '"helpline"')


@pytest.fixture
def support(stack: Stack, sandbox: Sandbox) -> int:
    """The id of a service that was made, and that the state does not know."""
    stack.roll_out(SALES + SUPPORT)
    stack.run("state", "delete", "--yes", stack.urns()["support"])
    return live.names(sandbox)["Support Line"]


def test_a_service_whose_resource_was_taken_out_is_told_at_the_end_of_the_run(
    stack: Stack, support: int
) -> None:
    told = stack.roll_out(SALES).output
    assert f'service {support}, named "Support Line"' in told
    assert f"declare adopt_id={support} to manage it" in told


def test_a_service_whose_resource_was_renamed_is_told_with_the_words_that_take_it_up(
    stack: Stack, sandbox: Sandbox, support: int
) -> None:
    refused = stack.roll_out(SALES + RENAMED, fails=True).output
    assert 'which this project made for the resource "support"' in refused
    stack.roll_out(SALES + RENAMED.replace("template_id=53661", f"adopt_id={support}"))
    assert "Support Line" not in stack.roll_out(SALES).output
    assert "Support Line" not in live.names(sandbox)


def test_a_destroy_tells_of_what_a_killed_run_left(stack: Stack, support: int) -> None:
    for file in (stack.folder / "home" / "livevox-journal").glob("*.json"):
        record = json.loads(file.read_text())
        if record["service_id"] == support:
            # As a run that was killed before it told the engine leaves it.
            file.write_text(json.dumps(record | {"returned": False}))
    destroyed = stack.destroy().output
    assert f'service {support}, named "Support Line"' in destroyed
    assert "the state does not know it" in destroyed


def test_a_destroy_of_what_the_state_knows_tells_of_nothing(stack: Stack) -> None:
    stack.roll_out(SALES + SUPPORT)
    assert "the state does not know it" not in stack.destroy().output


def test_a_program_that_breaks_off_tells_of_nothing(stack: Stack, support: int) -> None:
    assert str(support) not in stack.roll_out(SALES + "raise RuntimeError", fails=True).output


def test_a_service_that_somebody_deleted_is_not_told(stack: Stack, sandbox: Sandbox) -> None:
    stack.roll_out(SALES + SUPPORT)
    support = live.names(sandbox)["Support Line"]
    sandbox.api("DELETE", f"{SERVICES}/{support}")
    stack.refresh()
    assert str(support) not in stack.roll_out(SALES).output


def test_a_service_that_leaves_the_program_right_after_it_was_made_is_not_told(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(SALES + SUPPORT)
    assert "Support Line" not in stack.roll_out(SALES).output
    assert "Support Line" not in live.names(sandbox)
