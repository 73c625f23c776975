"""The samples of a benchmark: what they come to, and how they are kept."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from benchmarks.measuring import Sample


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

    def pairs(
        self, one: str, other: str, services: int, operation: str
    ) -> list[tuple[Sample, Sample]]:
        """Return the samples of two contenders in the rounds that have both."""
        others = {each.round: each for each in self.of(other, services, operation)}
        return [
            (each, others[each.round])
            for each in self.of(one, services, operation)
            if each.round in others
        ]

    def seconds(self, contender: str, services: int, operation: str) -> Spread | None:
        """Return the wall times of a cell; none where it was not measured."""
        found = self.of(contender, services, operation)
        return Spread.of(each.seconds for each in found) if found else None

    def ratio(self, of: str, to: str, services: int, operation: str) -> Spread | None:
        """Return one's wall times by another's of the same round."""
        pairs = self.pairs(of, to, services, operation)
        return Spread.of(one.seconds / other.seconds for one, other in pairs) if pairs else None

    def at(self, delay_ms: int) -> "Results":
        """Return what was measured with a delay."""
        return Results([each for each in self.samples if each.delay_ms == delay_ms])

    def runs(self, services: int) -> list[str]:
        """Return the runs that a size was measured in."""
        found = (each.run for each in self.samples if each.services == services)
        return list(dict.fromkeys(found))

    def rounds(self, services: int) -> int:
        """Return how many rounds a size has at least, whatever the operation."""
        of_size = [each for each in self.samples if each.services == services]
        cells = Counter((each.contender, each.operation) for each in of_size)
        return min(cells.values(), default=0)

    def over(self, older: "Results") -> "Results":
        """Return these samples, and older ones of what was not measured anew."""
        anew = {_measured(each) for each in self.samples}
        kept = [each for each in older.samples if _measured(each) not in anew]
        return Results([*kept, *self.samples])


def _measured(sample: Sample) -> tuple[int, int, str]:
    return sample.delay_ms, sample.services, sample.operation


def read(path: Path) -> Results:
    """Return what was measured before."""
    if not path.exists():
        return Results([])
    return Results([Sample(**each) for each in json.loads(path.read_text())])


def write(path: Path, figures: object) -> None:
    """Write samples, or a dataclass of figures, as data."""
    write_whole(path, json.dumps(figures, default=asdict, indent=1) + "\n")


def write_whole(path: Path, text: str) -> None:
    """Write a file; whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_text(text)
    unfinished.replace(path)
