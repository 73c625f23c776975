"""The cells of the campaign: every request of every phase, and everything that may happen at it."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

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

    @property
    def key(self) -> str:
        if self.request is None or self.fault is None:
            return self.phase.name
        return f"{self.phase.name} | {self.request.label} | {self.fault.name}"

    @property
    def number(self) -> str:
        """A name for a folder; also the order of a run, which spreads over all there is."""
        return hashlib.sha256(self.key.encode()).hexdigest()[:12]


def every(requests: dict[str, list[Point]]) -> list[Cell]:
    """All cells, in an order that mixes phases, requests and faults, the same each time."""
    cells = [
        Cell(PHASES[phase], request, fault)
        for phase, found in requests.items()
        for request in found
        for fault in FAULTS.values()
        if _is_of_its_own(phase, request, fault)
    ]
    return sorted(cells, key=lambda cell: cell.number)


def _is_of_its_own(phase: str, request: Point, fault: Fault) -> bool:
    # A read is carried out or not: nobody can tell.
    if request.verb == "GET" and not fault.of_reads:
        return False
    return phase == "create" or not fault.of_creating


def selected(
    cells: Sequence[Cell], phase: str | None, request: str | None, fault: str | None
) -> list[Cell]:
    """Those of the phase, request and fault that are named: in full, or by a part of the name."""

    def fits(wanted: str | None, names: set[str]) -> set[str]:
        if wanted is None:
            return names
        return {wanted} & names or {name for name in names if wanted in name}

    phases = fits(phase, set(PHASES))
    labels = fits(request, {cell.request.label for cell in cells if cell.request})
    faults = fits(fault, set(FAULTS))
    return [
        cell
        for cell in cells
        if cell.request
        and cell.fault
        and cell.phase.name in phases
        and cell.request.label in labels
        and cell.fault.name in faults
    ]
