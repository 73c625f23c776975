"""The cells of the campaign: every request of every phase, and everything that may happen at it."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.campaign.modes import MODES, USUAL, Mode
from tests.campaign.program import PHASES, Phase
from tests.rig.faults import FAULTS, Fault
from tests.rig.requests import SERVICES, Request

_NAMES = {"1100001": "support", "1100002": "callbacks"}
"""What a new sandbox numbers the program's services with: for people who read labels."""


@dataclass(frozen=True)
class Point:
    """Where something may happen: one request of a phase, the n-th of those that are alike."""

    verb: str
    path: str
    query: str = ""
    at: int = 1

    @property
    def label(self) -> str:
        path = self.path.removeprefix(SERVICES).split("/")
        told = "/".join(_NAMES.get(part, part) for part in path)
        place = told if self.path.startswith("/session/") else f"services{told}"
        query = f"?{self.query}" if self.query else ""
        number = f" #{self.at}" if self.at > 1 else ""
        return f"{self.verb} {place}{query}{number}"

    def struck_by(self, fault: Fault) -> list[dict[str, Any]]:
        """The fault as the sandbox takes it: at this request, and once."""
        here: dict[str, Any] = {"method": self.verb, "path": self.path, "at": self.at}
        query = {"query": self.query} if self.query else {}
        return [fault.strike | here | query, *fault.beside]


def told_apart(seen: Iterable[Request]) -> list[Point]:
    """The requests of a run, each with what tells it from the others."""
    count: Counter[tuple[str, str, str]] = Counter()
    requests = []
    for request in seen:
        # The ids of hours are given out as they arrive, which is another order each time.
        path = re.sub("(?<=/inboundHours/).+", "*", request.path)
        # The first parameter tells the requests to one path apart.
        key = request.verb, path, "=".join(next(iter(request.query.items()), ()))
        count[key] += 1
        requests.append(Point(*key, at=count[key]))
    return requests


@dataclass(frozen=True)
class Cell:
    """One fault at one request of one phase; without both, a phase as it should be."""

    phase: Phase
    request: Point | None = None
    fault: Fault | None = None
    mode: Mode = USUAL

    @property
    def key(self) -> str:
        parts = [self.phase.name]
        if self.request is not None and self.fault is not None:
            parts += [self.request.label, self.fault.name]
        if self.mode is not USUAL:
            parts.append(self.mode.name)
        return " | ".join(parts)

    @property
    def number(self) -> str:
        """A name for a folder; also the order of a run, which spreads over all there is."""
        return hashlib.sha256(self.key.encode()).hexdigest()[:12]


def every(requests: dict[str, list[Point]]) -> list[Cell]:
    """All cells, in an order that mixes all that tells them apart, the same each time."""
    cells = [
        Cell(PHASES[phase], request, fault, mode)
        for mode in MODES.values()
        for phase, found in requests.items()
        for request in found
        for fault in mode.faults
        # A read is carried out or not: nobody can tell.
        if (fault.of_reads or request.verb != "GET") and mode.lets_happen(fault, phase)
    ]
    return sorted(cells, key=lambda cell: cell.number)


def selected(
    cells: Sequence[Cell],
    phase: str | None = None,
    request: str | None = None,
    fault: str | None = None,
    mode: str | None = None,
) -> list[Cell]:
    """Those of phase, request, fault and mode that are named: in full, or by a part of the name."""

    def fits(wanted: str | None, names: set[str]) -> set[str]:
        if wanted is None:
            return names
        return {wanted} & names or {name for name in names if wanted in name}

    phases = fits(phase, set(PHASES))
    labels = fits(request, {cell.request.label for cell in cells if cell.request})
    faults = fits(fault, set(FAULTS))
    modes = fits(mode, set(MODES))
    return [
        cell
        for cell in cells
        if cell.request
        and cell.fault
        and cell.phase.name in phases
        and cell.request.label in labels
        and cell.fault.name in faults
        and cell.mode.name in modes
    ]
