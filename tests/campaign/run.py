"""Running one cell: a fault at a request, then on as a user would, then judged."""

import json
import re
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.campaign.cells import Cell, Point, told_apart
from tests.campaign.judge import platform_problems
from tests.campaign.program import ROLLED_OUT, adopting
from tests.campaign.snapshot import Snapshots
from tests.rig.commands import Commands
from tests.rig.live import by_id
from tests.rig.place import Place
from tests.rig.processes import PROVIDER, processes_of
from tests.rig.stack import Run

RUNS_AT_MOST = 3
_TAKEN = re.compile(r'the name "([^"]+)" is taken .*? adopt_id=(\d+)', re.DOTALL)


@dataclass
class Result:
    """What a cell came to."""

    key: str
    runs: int = 0
    adopted: bool = False
    problems: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """What the user read of the runs that failed."""

    seconds: float = 0.0

    @property
    def mark(self) -> str:
        """What the table says: in how many runs it converged."""
        return "miss" if self.problems else f"{self.runs}{'a' if self.adopted else ''}"


def run_cell(cell: Cell, snapshots: Snapshots, folder: Path) -> tuple[Result, list[Point]]:
    """Run a cell in a folder, which is kept where it misses. The requests are the first run's."""
    began = time.monotonic()
    with snapshots.copied(cell.phase.begins, folder) as place:
        attempt = _Attempt(cell, place)
        attempt.run()
    result = attempt.result
    result.seconds = round(time.monotonic() - began, 1)
    if not result.problems:
        shutil.rmtree(folder, ignore_errors=True)
    return result, attempt.requests


class _Attempt:
    def __init__(self, cell: Cell, place: Place) -> None:
        self.cell = cell
        self.result = Result(cell.key)
        self.requests: list[Point] = []
        self._phase = cell.phase
        self._place = place
        self._stack = place.stack
        self._stack.env |= cell.mode.env
        self._sandbox = place.sandbox
        self._commands = Commands(place)

    def run(self) -> None:
        before = by_id(self._sandbox.dump())
        self._stack.program(self._phase.program)
        run = self._first()
        struck = time.monotonic()
        self._run_on(run if self._phase.taken_back is None else self._taken_back(run))
        fault = self.cell.fault
        if fault is not None:
            time.sleep(max(0.0, struck + fault.settles - time.monotonic()))
            self._sandbox.api("DELETE", "/sandbox/faults")
        standing = {line.name for line in ROLLED_OUT} if self._phase.begins == "standing" else set()
        after = by_id(self._sandbox.dump())
        problems = platform_problems(self._phase, before, after, frozenset(standing))
        self.result.problems += [*self._commands.problems, *problems, *self._state_problems()]
        if processes_of(self._stack.folder, PROVIDER):
            self.result.problems.append("a provider's process is left behind")
        for entry in self._place.journal.glob("*.json"):
            # What was deleted is met in no state: it is forgotten later.
            if json.loads(entry.read_text()).get("operation") != "delete":
                self.result.problems.append(f"the journal still has {entry.read_text()}")

    def _first(self) -> Run:
        """The run that meets the fault."""
        request, fault = self.cell.request, self.cell.fault
        if request is None or fault is None:
            run = self._commands.run(*self._phase.command)
            self.requests = told_apart(self._sandbox.requests())
            return run
        run = self._commands.struck(self._phase.command, fault, request.struck_by(fault))
        if not self._sandbox.has_struck:
            self.result.problems.append("the fault never struck")
        return run

    def _taken_back(self, run: Run) -> Run:
        """Go on with the program as it was before the edit, whatever became of that."""
        if not run.ok:
            self._note(run)
        self._stack.program(self._phase.taken_back or "")
        return self._again(run)

    def _run_on(self, run: Run) -> None:
        """Run again as a user would, until a run succeeds."""
        self.result.runs = 1
        while not run.ok:
            self._note(run)
            if self.result.runs >= RUNS_AT_MOST:
                self.result.problems.append(f"{RUNS_AT_MOST} runs failed: {self.result.told[-1]}")
                return
            run = self._again(run)
            self.result.runs += 1

    def _again(self, failed: Run) -> Run:
        self._commands.unlock()
        lost = self.cell.fault is not None and self.cell.fault.loses_journal
        if lost and (taken := _TAKEN.search(failed.output)):
            self.result.adopted = True
            self.result.runs += 1
            adopted = self._adopt_all() if self.cell.mode.loses_state else self._adopt(taken)
            if not adopted.ok:
                self._note(adopted)
                self.result.problems.append("what is taken could not be taken over")
        if lost and self._phase.taken_back is not None:
            # Nobody knows what was written; the advice is to read everything.
            return self._commands.run(*self._phase.command, "--refresh")
        return self._commands.run(*self._phase.command)

    def _adopt(self, taken: re.Match[str]) -> Run:
        """Follow the advice for one service, for one run; then the program is as it was."""
        self._stack.program(adopting(self._phase.program, taken[1], int(taken[2])))
        run = self._commands.run(*self._phase.command)
        self._stack.program(self._phase.program)
        return run

    def _adopt_all(self) -> Run:
        """Follow the advice for all services at once."""
        return self._commands.beside("adopt", "--yes", "--up")

    def _note(self, run: Run) -> None:
        self.result.told.append("; ".join(run.errors)[:600] or f"ended with {run.code}")
        if "Traceback" in run.output:
            self.result.problems.append("a traceback was printed")

    def _state_problems(self) -> list[str]:
        if not self._phase.resources:
            return self._stack.left()
        return self._commands.run("preview", "--refresh").differences(self._phase.resources)
