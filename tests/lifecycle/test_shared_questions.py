"""What several resources need to know is asked once for all of them, and fails once for all."""

import copy
import time
from collections.abc import Callable
from contextlib import suppress

import httpx
import pytest

from pulumi_livevox.client import Forbidden, LiveVoxError
from pulumi_livevox.run.errors import NameTaken, NotVisible, PartlyWritten
from pulumi_livevox.run.run import Run
from tests.lifecycle.world import CALL_CENTER, INBOUND, LOOKS, World
from tests.rig.line import Send, refused
from tests.rig.threads import at_once

QUESTIONS: dict[str, tuple[str, Callable[[Run, World], object]]] = {
    "the names of a call center": ("", lambda run, world: run.names.of(CALL_CENTER)),
    "where a service lives": (f"/{INBOUND}", lambda run, world: run.location_of(INBOUND)),
    "whether a service is gone": ("", lambda run, world: run.confirm_gone(INBOUND, world.here())),
}

question = pytest.mark.parametrize(("path", "ask"), QUESTIONS.values(), ids=QUESTIONS)


def refused_after_a_while(send: Send) -> httpx.Response:
    time.sleep(0.2)
    return refused(403)(send)


def answered_after_a_while(send: Send) -> httpx.Response:
    time.sleep(0.1)
    return send()


@question
def test_a_refusal_is_that_of_all_who_waited(
    world: World, path: str, ask: Callable[[Run, World], object]
) -> None:
    run = world.run()
    world.line.fail("GET", path, refused_after_a_while)

    asked = at_once(8, lambda: ask(run, world))

    assert [type(each.exception()) for each in asked] == [Forbidden] * 8
    assert world.line.calls == [f"GET {path}"]


@question
def test_whoever_comes_after_a_failure_asks_again(
    world: World, path: str, ask: Callable[[Run, World], object]
) -> None:
    run = world.run()
    world.line.fail("GET", path, refused(403), times=1)

    for _ in range(2):
        with suppress(LiveVoxError):
            ask(run, world)

    assert world.line.calls[:2] == [f"GET {path}"] * 2


def test_resources_of_a_service_that_is_still_listed_wait_for_the_same_looks(world: World) -> None:
    run = world.run()
    world.line.fail("GET", "", answered_after_a_while)

    asked = at_once(5, lambda: run.confirm_gone(INBOUND, world.here()))

    assert [type(each.exception()) for each in asked] == [NotVisible] * 5
    assert world.line.calls == ["GET "] * LOOKS


ERRORS = (
    NameTaken("Support Line", 5, CALL_CENTER, "; choose another name"),
    PartlyWritten(["phone"], {"settings": NotVisible("It does not show.")}),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_each_who_waited_can_raise_an_error_of_its_own(error: LiveVoxError) -> None:
    twin = copy.copy(error)

    assert (type(twin), str(twin), vars(twin)) == (type(error), str(error), vars(error))
    assert twin is not error
