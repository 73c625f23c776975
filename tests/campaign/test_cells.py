"""The cells of both modes: which there are, how they are told apart, what the page says of them."""

from tests.campaign.cells import Cell, Point, every, selected
from tests.campaign.modes import LARGE, MODES, USUAL
from tests.campaign.program import PHASES
from tests.campaign.run import Result
from tests.campaign.table import page, totals
from tests.rig.faults import FAULTS
from tests.rig.requests import SERVICES

READ = Point("GET", f"{SERVICES}/1100001/phone")
WRITE = Point("POST", f"{SERVICES}/1100001")
KILLS = {
    f"kill {target}{when}" for target in ("provider", "engine", "both") for when in ("", ", done")
}
LOST = {"kill both, journal lost", "kill both, done, journal lost"}
CELLS = every({phase: [READ, WRITE] for phase in PHASES})


def faults(mode: str, phase: str, request: Point) -> set[str]:
    found = selected(CELLS, phase=phase, request=request.label, mode=mode)
    return {cell.fault.name for cell in found if cell.fault}


def test_without_checkpoints_every_kill_strikes_in_every_phase_with_the_journal_lost_too() -> None:
    for phase in PHASES:
        assert faults("large", phase, WRITE) == KILLS | LOST


def test_a_read_is_not_carried_out_or_not() -> None:
    assert faults("large", "leave", READ) == {
        *("kill provider", "kill engine", "kill both", "kill both, journal lost")
    }


def test_with_checkpoints_the_journal_is_lost_where_services_are_made() -> None:
    assert faults("usual", "create", WRITE) == set(FAULTS)
    assert not faults("usual", "update", WRITE) & LOST
    assert faults("usual", "update", WRITE) >= KILLS


def test_every_cell_has_a_key_of_its_own_and_only_the_second_mode_is_named_in_it() -> None:
    assert len({cell.number for cell in CELLS}) == len(CELLS)
    cell = Cell(PHASES["create"], WRITE, FAULTS["kill both"])
    assert cell.key == "create | POST services/support | kill both"
    assert Cell(cell.phase, WRITE, cell.fault, LARGE).key == f"{cell.key} | large"


def test_the_page_has_a_table_of_each_mode_in_every_phase() -> None:
    asked = {"destroy": [READ, WRITE]}
    cells = every(asked)
    results = {cell.key: Result(cell.key, runs=2, adopted=cell.mode is LARGE) for cell in cells[1:]}
    text = page(asked, cells, results, "today")
    for mode in MODES.values():
        assert f"{mode.told}:\n\n| | 1 | 2 |\n" in text
    large = text.split(f"{LARGE.told}:\n")[-1]
    assert "2a" in large
    assert "list-lags" not in large


def test_the_totals_are_told_of_each_mode_that_is_asked_for() -> None:
    count = sum(cell.mode is LARGE for cell in CELLS)
    told = totals(CELLS, {})
    assert f"{LARGE.told}: 0 of {count} cells run" in told
    assert f"{USUAL.told}: 0 of {len(CELLS) - count} cells run" in told
    assert USUAL.told not in totals(selected(CELLS, mode="large"), {})
