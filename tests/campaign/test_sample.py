"""A sample of the campaign: each kind of fault and of kill, spread over phases and requests."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pulumi_livevox.sandbox.faults.kinds import KINDS
from tests.campaign.cells import Cell, Point
from tests.campaign.modes import LARGE, USUAL
from tests.campaign.program import PHASES
from tests.campaign.run import run_cell
from tests.campaign.snapshot import Snapshots
from tests.rig.engine import find_engine, interruptible
from tests.rig.faults import FAULTS
from tests.rig.requests import SERVICES

_SUPPORT = f"{SERVICES}/1100001"
_CALLBACKS = f"{SERVICES}/1100002"
_COMMIT = Point("POST", _SUPPORT)

SAMPLE = [
    ("create", Point("POST", SERVICES, "service=53661"), "answer-lost, list-lags"),
    ("create", Point("POST", SERVICES, "service=53662"), "late, done last"),
    ("create", Point("POST", f"{_SUPPORT}/inboundHours"), "truncated-json"),
    ("create", Point("DELETE", f"{_SUPPORT}/phone/4045550111"), "status-503, done"),
    ("create", Point("POST", f"{_SUPPORT}/phone/8773402031", "default=true"), "status-202"),
    ("create", _COMMIT, "kill engine, done"),
    ("create", _COMMIT, "kill both, done, journal lost"),
    ("update", Point("POST", _SUPPORT), "html-200, done"),
    ("update", Point("POST", f"{_SUPPORT}/settings"), "late, done first"),
    ("update", Point("POST", f"{_SUPPORT}/inboundHours"), "answer-lost, no retry"),
    ("update", Point("POST", f"{_SUPPORT}/inboundHours/*"), "kill provider"),
    ("update", Point("DELETE", f"{_SUPPORT}/inboundHours/*"), "reset-in-body"),
    ("update", Point("DELETE", f"{_SUPPORT}/phone/8773402033"), "kill both, done"),
    ("update", Point("POST", "/session/login"), "html-502"),
    ("update, taken back", Point("POST", f"{_SUPPORT}/settings"), "kill both, done"),
    ("update, taken back", Point("POST", _SUPPORT), "answer-lost, no retry"),
    ("update, taken back", Point("POST", f"{_SUPPORT}/phone"), "kill engine, done"),
    ("update, taken back", Point("POST", f"{_SUPPORT}/inboundHours/*"), "kill provider"),
    ("update, taken back", Point("DELETE", f"{_CALLBACKS}/phone/8773402037"), "kill both, done"),
    ("leave", Point("DELETE", f"{_SUPPORT}/phone/8773402033"), "connection-cut, no retry"),
    ("leave", Point("DELETE", _CALLBACKS), "kill engine, done"),
    ("leave", Point("DELETE", f"{_SUPPORT}/inboundHours/*"), "status-503"),
    ("rename", Point("GET", f"{_SUPPORT}/phone"), "connection-cut"),
    ("rename", Point("POST", "/session/login"), "rate-limited, date"),
    ("refresh", Point("GET", f"{_SUPPORT}/phone"), "session-expired"),
    ("refresh", Point("GET", f"{_SUPPORT}/settings"), "rate-limited"),
    ("destroy", Point("DELETE", _SUPPORT), "status-500, done"),
    ("destroy", Point("DELETE", _SUPPORT), "kill provider, done"),
    ("destroy, refreshed", Point("DELETE", _CALLBACKS), "kill both"),
]

LARGE_SAMPLE = [
    ("create", Point("POST", SERVICES, "service=53662"), "kill both, done"),
    ("create", _COMMIT, "kill both, done, journal lost"),
    ("update", Point("POST", f"{_SUPPORT}/inboundHours/*"), "kill provider, done"),
    ("update, taken back", Point("POST", f"{_SUPPORT}/settings"), "kill both, done, journal lost"),
    ("update, taken back", Point("POST", _SUPPORT), "kill engine"),
    ("rename", Point("POST", f"{_SUPPORT}/phone"), "kill both, done"),
    ("leave", Point("DELETE", _CALLBACKS), "kill engine, done"),
    ("refresh", Point("GET", f"{_SUPPORT}/phone"), "kill both"),
    ("destroy", Point("DELETE", _SUPPORT), "kill both, done, journal lost"),
    ("destroy, refreshed", Point("DELETE", _CALLBACKS), "kill provider"),
]

CELLS = [
    Cell(PHASES[phase], request, FAULTS[fault], mode)
    for mode, sample in ((USUAL, SAMPLE), (LARGE, LARGE_SAMPLE))
    for phase, request, fault in sample
]


def test_the_sample_has_every_kind_of_cell() -> None:
    assert {phase for phase, _, _ in SAMPLE} == set(PHASES)
    faults = [FAULTS[name] for _, _, name in SAMPLE]
    kinds = {each["kind"] for fault in faults for each in (fault.strike, *fault.beside)}
    assert kinds == set(KINDS)
    assert {fault.kill for fault in faults} == {None, "provider", "engine", "both"}


def test_the_sample_has_every_kind_of_kill_without_checkpoints() -> None:
    assert {phase for phase, _, _ in LARGE_SAMPLE} == set(PHASES)
    assert {FAULTS[name].kill for _, _, name in LARGE_SAMPLE} == {"provider", "engine", "both"}
    lost = {phase for phase, _, name in LARGE_SAMPLE if FAULTS[name].loses_journal}
    assert lost == {"create", "update, taken back", "destroy"}


@pytest.fixture(scope="module")
def snapshots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshots]:
    with interruptible():
        made = Snapshots(tmp_path_factory.mktemp("snapshots"), find_engine())
        made.make()
        yield made


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder on a disk, as a journal asks for that stands in for checkpoints."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as temporary:
        yield Path(temporary)


@pytest.mark.engine
@pytest.mark.parametrize("cell", CELLS, ids=[cell.key for cell in CELLS])
def test_a_cell_converges(cell: Cell, snapshots: Snapshots, folder: Path) -> None:
    result, _ = run_cell(cell, snapshots, folder / "cell")
    assert result.problems == [], result
