"""A benchmark takes hours: what ends it takes the operation under way alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console

from benchmarks import __main__ as benchmark
from benchmarks import results, startup
from benchmarks.contenders import FLOOR, OURS, Contender
from benchmarks.measuring import OPERATIONS, Sample
from benchmarks.startup import Startup
from tests.benchmarks.samples import sample


@contextmanager
def place(contender: Contender, *conditions: object) -> Iterator[SimpleNamespace]:
    yield SimpleNamespace(contender=contender)


def measure(at: SimpleNamespace, round_number: int, operation: str) -> Sample:
    if (at.contender, round_number, operation) == (FLOOR, 2, "refresh"):
        raise KeyboardInterrupt
    return sample(at.contender.name, round_number=round_number, operation=operation)


def test_an_interruption_takes_the_operation_under_way_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = tmp_path / "benchmark.json"
    results.write(figures, results.Results([sample(services=100)]))
    monkeypatch.setattr(benchmark, "FIGURES", figures)
    monkeypatch.setattr(benchmark, "place", place)
    monkeypatch.setattr(benchmark, "measure", measure)
    monkeypatch.setattr(benchmark, "cost_of_a_sandbox", lambda: 1.0)
    monkeypatch.setattr(startup, "measure", lambda: Startup({}, {}))
    bench = benchmark.Bench(tmp_path, 50, Console(quiet=True))
    with pytest.raises(KeyboardInterrupt):
        bench.compare([(5, [OURS, FLOOR])] * 3)
    done = [(1, each) for each in OPERATIONS] + [(2, each) for each in OPERATIONS[:3]]
    whole = [
        sample(name, operation=operation, round_number=number)
        for number, operation in done
        for name in ("ours", "floor")
    ]
    assert results.read(figures, 50).samples == [sample(services=100), *whole]
