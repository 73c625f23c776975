"""A benchmark takes hours: what ends it takes the operation under way alone."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console

from benchmarks import __main__ as benchmark
from benchmarks import results
from benchmarks.contenders import FLOOR, OURS, Contender
from benchmarks.measuring import OPERATIONS, Sample
from tests.benchmarks.samples import sample


@contextmanager
def place(contender: Contender, *conditions: object) -> Iterator[SimpleNamespace]:
    yield SimpleNamespace(contender=contender)


def measure(at: SimpleNamespace, run: str, round_number: int, operation: str) -> Sample:
    if (at.contender, round_number, operation) == (FLOOR, 2, "refresh"):
        raise KeyboardInterrupt
    return sample(at.contender.name, run=run, round=round_number, operation=operation)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> benchmark.Bench:
    monkeypatch.setattr(benchmark, "place", place)
    monkeypatch.setattr(benchmark, "measure", measure)
    return benchmark.Bench(tmp_path, 50, "today", Console(quiet=True))


def test_an_interruption_takes_the_operation_under_way_alone(
    bench: benchmark.Bench, tmp_path: Path
) -> None:
    figures = tmp_path / "benchmark.json"
    older = [sample(services=100), sample(delay_ms=10), sample(run="yesterday")]
    undone = sample(operation="destroy", services=25)
    results.write(figures, [*older, undone])

    with pytest.raises(KeyboardInterrupt):
        bench.measure([(5, [OURS, FLOOR])] * 3, figures)

    done = [(1, each) for each in OPERATIONS] + [(2, each) for each in OPERATIONS[:3]]
    turns = {1: ("floor", "ours"), 2: ("ours", "floor")}
    whole = [
        sample(name, operation=operation, round=number)
        for number, operation in done
        for name in turns[number]
    ]
    assert results.read(figures).samples == [*older[:2], undone, *whole]


def test_nobody_is_always_the_first(bench: benchmark.Bench, tmp_path: Path) -> None:
    figures = tmp_path / "benchmark.json"

    with suppress(KeyboardInterrupt):
        bench.measure([(5, [OURS, FLOOR])] * 3, figures)

    of_rounds = {each.round: each.contender for each in reversed(results.read(figures).samples)}
    assert of_rounds == {1: "floor", 2: "ours"}
