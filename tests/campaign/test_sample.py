"""A sample of the campaign: each kind of fault and of kill, spread over phases and requests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pulumi_livevox.sandbox.faults.kinds import KINDS
from tests.campaign.cells import Cell, Request
from tests.campaign.faults import FAULTS
from tests.campaign.program import PHASES
from tests.campaign.run import run_cell
from tests.campaign.snapshot import Snapshots
from tests.engine.harness import find_engine, interruptible
from tests.engine.live import SERVICES

_SUPPORT = f"{SERVICES}/1100001"
_CALLBACKS = f"{SERVICES}/1100002"
_NUMBER_THAT_LEAVES = Request("DELETE", f"{_CALLBACKS}/phone/8773402037", "", 1)
_COPY_OF_SUPPORT = Request("POST", SERVICES, "service=53661", 1)
_COMMIT = Request("POST", _SUPPORT, "", 1)

SAMPLE = [
    ("create", _COPY_OF_SUPPORT, "answer-lost, list-lags"),
    ("create", Request("POST", SERVICES, "service=53662", 1), "late, done last"),
    ("create", Request("POST", f"{_SUPPORT}/inboundHours", "", 1), "truncated-json"),
    ("create", Request("DELETE", f"{_SUPPORT}/phone/4045550111", "", 1), "status-503, done"),
    ("create", Request("POST", f"{_SUPPORT}/phone/8773402031", "default=true", 1), "status-202"),
    ("create", _COMMIT, "kill engine, done"),
    ("create", _COMMIT, "kill both, done, journal lost"),
    ("update", Request("POST", _SUPPORT, "", 1), "html-200, done"),
    ("update", Request("POST", f"{_SUPPORT}/settings", "", 1), "late, done first"),
    ("update", Request("POST", f"{_SUPPORT}/inboundHours", "", 1), "answer-lost, no retry"),
    ("update", Request("POST", f"{_SUPPORT}/inboundHours/*", "", 1), "kill provider"),
    ("update", Request("DELETE", f"{_SUPPORT}/inboundHours/*", "", 1), "reset-in-body"),
    ("update", Request("DELETE", f"{_SUPPORT}/phone/8773402033", "", 1), "kill both, done"),
    ("update", Request("POST", "/session/login", "", 1), "html-502"),
    ("update, taken back", Request("POST", f"{_SUPPORT}/settings", "", 1), "kill both, done"),
    ("update, taken back", Request("POST", _SUPPORT, "", 1), "answer-lost, no retry"),
    ("update, taken back", Request("POST", f"{_SUPPORT}/phone", "", 1), "kill engine, done"),
    ("update, taken back", Request("POST", f"{_SUPPORT}/inboundHours/*", "", 1), "kill provider"),
    ("update, taken back", _NUMBER_THAT_LEAVES, "kill both, done"),
    ("leave", Request("DELETE", f"{_SUPPORT}/phone/8773402033", "", 1), "connection-cut, no retry"),
    ("leave", Request("DELETE", _CALLBACKS, "", 1), "kill engine, done"),
    ("leave", Request("DELETE", f"{_SUPPORT}/inboundHours/*", "", 1), "status-503"),
    ("rename", Request("POST", f"{_SUPPORT}/phone/8773402031", "", 1), "connection-cut"),
    ("rename", Request("POST", "/session/login", "", 1), "rate-limited, date"),
    ("refresh", Request("GET", f"{_SUPPORT}/phone", "", 1), "session-expired"),
    ("refresh", Request("GET", f"{_SUPPORT}/settings", "", 1), "rate-limited"),
    ("destroy", Request("DELETE", _SUPPORT, "", 1), "status-500, done"),
    ("destroy", Request("DELETE", _SUPPORT, "", 1), "kill provider, done"),
    ("destroy, refreshed", Request("DELETE", _CALLBACKS, "", 1), "kill both"),
]


def test_the_sample_has_every_kind_of_cell() -> None:
    assert {phase for phase, _, _ in SAMPLE} == set(PHASES)
    faults = [FAULTS[name] for _, _, name in SAMPLE]
    kinds = {each["kind"] for fault in faults for each in (fault.strike, *fault.beside)}
    assert kinds == set(KINDS)
    assert {fault.kill for fault in faults} == {None, "provider", "engine", "both"}


@pytest.fixture(scope="module")
def snapshots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshots]:
    with interruptible():
        made = Snapshots(tmp_path_factory.mktemp("snapshots"), find_engine())
        made.make()
        yield made


@pytest.mark.engine
@pytest.mark.parametrize(
    ("phase", "request_", "fault"),
    SAMPLE,
    ids=[" | ".join((phase, request.label, fault)) for phase, request, fault in SAMPLE],
)
def test_a_cell_converges(
    phase: str, request_: Request, fault: str, snapshots: Snapshots, tmp_path: Path
) -> None:
    cell = Cell(PHASES[phase], request_, FAULTS[fault])
    result, _ = run_cell(cell, snapshots, tmp_path / "cell")
    assert result.problems == [], result
