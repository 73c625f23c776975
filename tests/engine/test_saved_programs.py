"""A service saved as a program: it changes nothing, and brings everything back after a change."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from pulumi_livevox.client import Account, Limits, LiveVoxClient
from pulumi_livevox.resources.service.as_program import saved_program
from pulumi_livevox.resources.service.whole import read_whole
from pulumi_livevox.wire.enumerations import CallDirection
from pulumi_livevox.wire.general import GeneralUpdate
from tests.rig import live
from tests.rig.sandbox import CLIENT, PASSWORD, TOKEN, USER, Sandbox
from tests.rig.stack import Stack

NAME = "Atlanta_FS_Inbound_8773402031 (6)"

CHANGED = f"""
    main = livevox.Service(
        "main",
        name="{NAME}",
        adopt_id=20575,
        abbreviation="X",
        settings={{"voice_id": 7, "lcid_package_id": 5}},
        messaging={{"INBOUND_TEMPLATE_ID": 1}},
    )
    livevox.CallerId("main-8886542232", service=main, phone_number="8886542232", default=True)
    livevox.InboundHours(
        "main-hours",
        service=main,
        week={{"SUNDAY": "10:00-12:00", "WEEKDAY": "10:00-12:00"}},
        dates={{"2099-12-25": "10:00-12:00"}},
    )
"""


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[LiveVoxClient]:
    account = Account(sandbox.url, CLIENT, USER, PASSWORD, TOKEN)
    with closing(LiveVoxClient(account, Limits())) as client:
        yield client


def standing(sandbox: Sandbox) -> dict[str, Any]:
    return live.comparable(live.by_id(sandbox.dump())[20575], {})


def test_a_saved_program_changes_nothing_and_undoes_what_was_changed_after_it_was_saved(
    stack: Stack, sandbox: Sandbox, client: LiveVoxClient
) -> None:
    stood = standing(sandbox)
    stack.program(saved_program(read_whole(client, 20575), "main"))
    assert "nothing changes there" in stack.preview().output

    stack.roll_out(CHANGED)
    assert standing(sandbox) != stood
    (saved,) = (stack.folder / "home" / "livevox-journal" / "taken-over").iterdir()
    stack.roll_out(saved.read_text())
    assert standing(sandbox) == stood
    assert set(stack.preview().operations.values()) == {"same"}


def test_hours_of_an_outbound_service_come_back_with_it(
    stack: Stack, sandbox: Sandbox, client: LiveVoxClient
) -> None:
    client.update_general(20575, GeneralUpdate(call_direction=CallDirection.OUTBOUND))
    stood = standing(sandbox)
    stack.roll_out(CHANGED.replace("adopt_id=20575", 'adopt_id=20575, call_direction="INBOUND"'))
    (saved,) = (stack.folder / "home" / "livevox-journal" / "taken-over").iterdir()

    # As its comment says where the API refuses hours of an OUTBOUND service.
    stack.roll_out(saved.read_text().replace('"OUTBOUND"', '"INBOUND"'))
    stack.roll_out(saved.read_text())

    assert standing(sandbox) == stood
    assert set(stack.preview().operations.values()) == {"same"}
