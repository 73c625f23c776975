"""`make campaign`: everything that may happen, at every request; see docs/campaign.md."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tests.campaign import cells, table
from tests.campaign.cells import Cell, Point
from tests.campaign.modes import MODES
from tests.campaign.program import PHASES
from tests.campaign.results import Records, version
from tests.campaign.run import Result, run_cell
from tests.campaign.snapshot import Snapshots
from tests.rig import ROOT
from tests.rig.engine import find_engine, interruptible
from tests.rig.stamp import stamp

PAGE = ROOT / "docs" / "campaign.md"


class Campaign:
    """A run of the campaign over some cells."""

    def __init__(self, jobs: int, console: Console) -> None:
        self.records = Records(version())
        self.console = console
        self._jobs = jobs
        self._snapshots = Snapshots(self.records.folder / "snapshots", find_engine())
        # The package as it is now, for every process from here on.
        os.environ["PYTHONPATH"] = str(self.records.package())

    def requests(self) -> dict[str, list[Point]]:
        """The requests of every phase, counted once in a run in which nothing happens."""
        known = self.records.requests()
        if known is not None:
            return known
        self.console.print("Making the snapshots and counting the requests ...")
        self._snapshots.make()
        requests: dict[str, list[Point]] = {}
        for phase in PHASES.values():
            cell = Cell(phase)
            result, requests[phase.name] = run_cell(cell, self._snapshots, self._folder(cell))
            if result.mark != "1":
                raise SystemExit(f"{phase.name} fails where nothing happens: {result}")
        self.records.keep_requests(requests)
        return requests

    def run(self, wanted: list[Cell]) -> Iterator[tuple[Cell, Result]]:
        """Run cells side by side; give each result as it comes."""
        with ThreadPoolExecutor(self._jobs) as pool:
            running = {pool.submit(self._one, cell): cell for cell in wanted}
            try:
                for future in as_completed(running):
                    yield running[future], future.result()
            finally:
                pool.shutdown(cancel_futures=True)

    def _one(self, cell: Cell) -> Result:
        try:
            result, _ = run_cell(cell, self._snapshots, self._folder(cell))
        except Exception as error:  # whatever it was, the other cells go on
            return Result(cell.key, problems=[f"{type(error).__name__}: {error}"[:2000]])
        self.records.keep(result)
        return result

    def _folder(self, cell: Cell) -> Path:
        return self.records.folder / "cells" / cell.number


def main(
    phase: Annotated[str | None, typer.Option(help=f"One of {'; '.join(PHASES)}.")] = None,
    fault: Annotated[str | None, typer.Option(help="A fault's name, or a part of it.")] = None,
    request: Annotated[str | None, typer.Option(help="A request, or a part of it.")] = None,
    mode: Annotated[str | None, typer.Option(help=f"One of {'; '.join(MODES)}.")] = None,
    jobs: Annotated[int, typer.Option(help="Cells at once.")] = os.cpu_count() or 1,
    again: Annotated[bool, typer.Option("--again", help="Also cells with a result.")] = False,
) -> None:
    """Let everything happen at every request, and see that it converges."""
    console = Console()
    with interruptible():
        campaign = Campaign(jobs, console)
        tried = f"{stamp()}, version `{campaign.records.version}`"
        requests = campaign.requests()
        every = cells.every(requests)
        chosen = cells.selected(every, phase, request, fault, mode)
        known = {} if again else campaign.records.results()
        ended = _show(campaign, [cell for cell in chosen if cell.key not in known], console)
    results = campaign.records.results() | ended
    PAGE.write_text(table.page(requests, every, results, tried))
    for cell in chosen:
        if cell.key in results and results[cell.key].problems:
            _tell_miss(campaign, cell, results[cell.key], console)
    console.print(table.totals(chosen, results), markup=False, highlight=False)
    console.print(f"The table is in {PAGE.relative_to(ROOT)}.")
    converged = all(cell.key in results and not results[cell.key].problems for cell in chosen)
    raise typer.Exit(not converged)


def _show(campaign: Campaign, wanted: list[Cell], console: Console) -> dict[str, Result]:
    """Run cells and show how far it is; an interruption ends it when the cells under way end."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    ended: dict[str, Result] = {}
    with Progress(*columns, TimeRemainingColumn(), console=console) as progress:
        task = progress.add_task("0 missed", total=len(wanted))
        try:
            for cell, result in campaign.run(wanted):
                ended[cell.key] = result
                misses = sum(bool(each.problems) for each in ended.values())
                if result.problems:
                    progress.console.print(f"[red]missed[/] {escape(cell.key)}")
                progress.update(task, advance=1, description=f"{misses} missed")
        except KeyboardInterrupt:
            progress.console.print("Interrupted; the same command goes on from here.")
    return ended


def _tell_miss(campaign: Campaign, cell: Cell, result: Result, console: Console) -> None:
    if cell.request is None or cell.fault is None:
        return
    folder = campaign.records.folder / "cells" / cell.number
    alone = f"--phase '{cell.phase.name}' --request '{cell.request.label}' --mode {cell.mode.name}"
    told = f"""{cell.key}
  {"; ".join(result.problems)}
  kept in {folder.relative_to(ROOT)}; alone:
  make campaign ARGS="{alone} --fault '{cell.fault.name}' --again"
"""
    console.print(told, markup=False, highlight=False, soft_wrap=True)


if __name__ == "__main__":
    typer.run(main)
