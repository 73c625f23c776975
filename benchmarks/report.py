"""What the samples come to: tables for people, a page, and figures as data."""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from rich.table import Table

from benchmarks.contenders import DEFAULTS, FLOOR, NAIVE, OURS
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
        """Read like `5.31 (5.20-5.44)`; a single figure stands alone."""
        if self.least == self.most:
            return f"{self.middle:.2f}"
        return f"{self.middle:.2f} ({self.least:.2f}-{self.most:.2f})"


class Results:
    """All samples of a benchmark. Those of one round belong together."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self.samples = samples

    def sizes(self) -> list[int]:
        """Return the numbers of services that were measured."""
        return sorted({sample.services for sample in self.samples})

    def names(self, services: int) -> list[str]:
        """Return who was measured at a size, in that order."""
        found = (each.contender for each in self.samples if each.services == services)
        return list(dict.fromkeys(found))

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

    def over(self, older: "Results") -> "Results":
        """Return these samples, and the older ones of sizes that were not measured anew."""
        kept = [sample for sample in older.samples if sample.services not in self.sizes()]
        return Results([*kept, *self.samples])


@dataclass(frozen=True)
class Sheet:
    """A table, before it is shown anywhere."""

    title: str
    headings: list[str]
    rows: list[list[str]]

    def on_terminal(self) -> Table:
        """Return it for a terminal."""
        shown = Table(*self.headings, title=self.title, title_justify="left")
        for row in self.rows:
            shown.add_row(*row)
        return shown

    def in_markdown(self) -> str:
        """Return it for a page."""
        lines = [self.headings, ["---"] * len(self.headings), *self.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return f"## {self.title}\n\n{table}\n"


def comparison(results: Results, services: int) -> Sheet:
    """Return one size, contender beside contender."""
    headings = ["", "ours [s]", "floor [s]", "naive [s]", "ours / floor", "ours / naive"]
    headings += ["requests", "naive's", "provider [MB]"]
    rows = []
    for operation in OPERATIONS:
        times = [results.seconds(each.name, services, operation) for each in (OURS, FLOOR, NAIVE)]
        ratios = [
            results.ratio(OURS.name, each.name, services, operation) for each in (FLOOR, NAIVE)
        ]
        if times[0] is None:
            continue
        ours = results.of(OURS.name, services, operation)
        naive = results.of(NAIVE.name, services, operation)
        rows.append(
            [
                operation,
                *("" if each is None else str(each) for each in (*times, *ratios)),
                str(max(each.requests for each in ours)),
                str(max((each.requests for each in naive), default="")),
                f"{max(each.provider_mb for each in ours):.0f}",
            ]
        )
    return Sheet(f"{services} services", headings, rows)


def growth(results: Results) -> Sheet:
    """Return what is ours of the time, a service: equal at all sizes where it grows in a line."""
    rows = []
    for services in results.sizes():
        cells = []
        for operation in OPERATIONS:
            ours, floor = (results.of(each.name, services, operation) for each in (OURS, FLOOR))
            more = [our.seconds - other.seconds for our, other in zip(ours, floor, strict=False)]
            cells.append(
                f"{median(more):.2f} ({median(more) * 1000 / services:.0f})" if more else ""
            )
        rows.append([str(services), *cells])
    title = "What ours takes more than the floor: seconds (milliseconds a service)"
    return Sheet(title, ["services", *OPERATIONS], rows)


def by_setting(results: Results, services: int) -> Sheet:
    """Return what each setting of the engine makes of the time that the defaults take."""
    rows = []
    for setting in results.names(services):
        cells = []
        for operation in OPERATIONS:
            seconds = results.seconds(setting, services, operation)
            ratio = results.ratio(setting, DEFAULTS.name, services, operation)
            cells.append(f"{seconds.middle:.1f} ({ratio.middle:.2f})" if seconds and ratio else "")
        rows.append([setting, *cells])
    title = f"Settings of the engine, {services} services: seconds (by the defaults')"
    return Sheet(title, ["", *OPERATIONS], rows)


def state_line(results: Results, services: int) -> str:
    """Say how large a resource is in the state, beside the floor's."""
    sizes = []
    for contender in (OURS, FLOOR, NAIVE):
        for sample in results.of(contender.name, services, "create")[-1:]:
            resources = contender.resources_a_service * services
            sizes.append(f"{contender.name} {sample.state_bytes / resources:.0f}")
    return f"{services} services, bytes of state a resource: {', '.join(sizes)}"


def page(compared: Results, settings: Results, delay_ms: int, sandbox_ms: float) -> str:
    """Return the page: every table, in Markdown."""
    parts = [
        f"""# The benchmark

Written by `make bench`; what follows from it is told in [performance.md](performance.md). One line
has settings, messaging, three caller IDs and eight hours: {OURS.resources_a_service} resources of
ours, as many empty ones for the *floor*, {NAIVE.resources_a_service} of the *naive* provider, which
is written as a user would write it in a day (a resource an hours entry, reading its object after
writing it, deleting every child itself). The contenders took turns on a machine of
{os.cpu_count()} cores, each with a sandbox that waits {delay_ms} ms before every answer; its own
cost a request was {sandbox_ms:.1f} ms. Median (least-most) of the rounds; ratios are of one round.

![Seconds by number of services](benchmark.png)
"""
    ]
    for size in compared.sizes():
        parts += [comparison(compared, size).in_markdown(), state_line(compared, size) + ".\n"]
    parts.append(growth(compared).in_markdown())
    parts += [by_setting(settings, size).in_markdown() for size in settings.sizes()]
    return "\n".join(parts)


def write(path: Path, results: Results, delay_ms: int, sandbox_ms: float) -> None:
    """Write the figures as data."""
    figures = {
        "delay_ms": delay_ms,
        "sandbox_ms_a_request": round(sandbox_ms, 2),
        "samples": [asdict(sample) for sample in results.samples],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(figures, indent=1) + "\n")


def read(path: Path) -> Results:
    """Return what was measured before."""
    if not path.exists():
        return Results([])
    return Results([Sample(**each) for each in json.loads(path.read_text())["samples"]])
