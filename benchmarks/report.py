"""What the samples come to: tables for people, figures as data."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from rich.table import Table

from benchmarks.contenders import DEFAULTS, FLOOR, NAIVE, OURS, SETTINGS
from benchmarks.measuring import OPERATIONS, Sample


@dataclass(frozen=True)
class Spread:
    """The least, the middle and the most of some figures."""

    least: float
    middle: float
    most: float

    @classmethod
    def of(cls, figures: Iterable[float]) -> "Spread":
        """Summarize figures, of which there has to be one."""
        ordered = sorted(figures)
        return cls(ordered[0], median(ordered), ordered[-1])

    def __str__(self) -> str:
        """Read like `5.31 (5.20-5.44)`."""
        return f"{self.middle:.2f} ({self.least:.2f}-{self.most:.2f})"


class Results:
    """All samples of a benchmark. Those of one round belong together."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self.samples = samples

    def sizes(self) -> list[int]:
        """Return the numbers of services that were measured."""
        return sorted({sample.services for sample in self.samples})

    def of(self, contender: str, services: int, operation: str) -> list[Sample]:
        """Return the samples of one cell, one a round."""
        wanted = (contender, services, operation)
        return [
            each
            for each in self.samples
            if (each.contender, each.services, each.operation) == wanted
        ]

    def seconds(self, contender: str, services: int, operation: str) -> Spread | None:
        """Return the wall times of a cell; none where it was not measured."""
        found = self.of(contender, services, operation)
        return Spread.of(each.seconds for each in found) if found else None

    def ratio(self, of: str, to: str, services: int, operation: str) -> Spread | None:
        """Return one's wall times by another's of the same round."""
        ours, others = (self.of(each, services, operation) for each in (of, to))
        pairs = list(zip(ours, others, strict=False))
        return Spread.of(our.seconds / other.seconds for our, other in pairs) if pairs else None


def table(results: Results, services: int) -> Table:
    """Return the table of one size."""
    shown = Table(title=f"{services} services", title_justify="left")
    for heading in ("", "ours [s]", "floor [s]", "naive [s]", "ours / floor", "ours / naive"):
        shown.add_column(heading)
    for heading in ("requests", "naive's", "provider [MB]"):
        shown.add_column(heading, justify="right")
    for operation in OPERATIONS:
        times = [results.seconds(each.name, services, operation) for each in (OURS, FLOOR, NAIVE)]
        ratios = [
            results.ratio(OURS.name, each.name, services, operation) for each in (FLOOR, NAIVE)
        ]
        if times[0] is None:
            continue
        ours = results.of(OURS.name, services, operation)
        naive = results.of(NAIVE.name, services, operation)
        shown.add_row(
            operation,
            *("" if each is None else str(each) for each in (*times, *ratios)),
            str(max(each.requests for each in ours)),
            str(max((each.requests for each in naive), default="")),
            f"{max(each.provider_mb for each in ours):.0f}",
        )
    return shown


def settings_table(results: Results, services: int) -> Table:
    """Return what each setting of the engine makes of the time that the defaults take."""
    shown = Table(title=f"{services} services, seconds (by the defaults')", title_justify="left")
    shown.add_column("")
    for operation in OPERATIONS:
        shown.add_column(operation)
    for setting in SETTINGS:
        cells = []
        for operation in OPERATIONS:
            seconds = results.seconds(setting.name, services, operation)
            ratio = results.ratio(setting.name, DEFAULTS.name, services, operation)
            cells.append(f"{seconds.middle:.1f} ({ratio.middle:.2f})" if seconds and ratio else "")
        shown.add_row(setting.name, *cells)
    return shown


def state_line(results: Results, services: int) -> str:
    """Say how large a resource is in the state, beside the floor's."""
    sizes = []
    for contender in (OURS, FLOOR, NAIVE):
        for sample in results.of(contender.name, services, "create")[-1:]:
            resources = contender.resources_a_service * services
            sizes.append(f"{contender.name} {sample.state_bytes / resources:.0f}")
    return f"bytes of state a resource: {', '.join(sizes)}"


def write(path: Path, results: Results, delay_ms: int, sandbox_ms: float) -> None:
    """Write the figures as data."""
    figures = {
        "delay_ms": delay_ms,
        "sandbox_ms_a_request": round(sandbox_ms, 2),
        "samples": [asdict(sample) for sample in results.samples],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(figures, indent=1) + "\n")
