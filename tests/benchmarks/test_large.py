"""What large rollouts may take, whether they do, and where that is written."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from benchmarks import __main__ as benchmark
from benchmarks import large, results
from benchmarks.contenders import LARGE, PAIRS, Contender, large_at
from benchmarks.measuring import OPERATIONS, Sample
from benchmarks.results import Results
from benchmarks.watching import PARTS
from tests.benchmarks.samples import sample

WIDE = PAIRS[1]
SKIPPED = {"PULUMI_EXPERIMENTAL": "1", "PULUMI_SKIP_CHECKPOINTS": "1"}


def taken(contender: Contender, operation: str = "create", **others: Any) -> Sample:
    return sample(
        contender.name,
        operation=operation,
        places=contender.places,
        cpu_seconds=dict.fromkeys(PARTS, 0.5),
        **others,
    )


@pytest.mark.parametrize(
    ("operation", "seconds"),
    [
        ("preview", 12.0),
        ("create", 20.0 + 50.0),
        ("no-op", 12.0),
        ("refresh", 15.0 + 50.0),
        ("update", 15.0 + 50.0),
        ("destroy", 15.0 + 50.0),
    ],
)
def test_ours_may_take_so_many_times_the_floor_and_the_time_of_its_requests(
    operation: str, seconds: float
) -> None:
    ours = sample("ours", operation=operation, requests=8000, delay_ms=50, places=8)
    floor = sample("floor", 10.0, operation=operation)
    assert large.allowance(ours, floor) == pytest.approx(seconds)


def test_with_more_places_the_requests_may_take_less() -> None:
    floor = sample("floor", 10.0)
    wide = sample("ours", requests=8000, delay_ms=50, places=32)
    assert large.allowance(wide, floor) == pytest.approx(20.0 + 12.5)


def test_places_are_four_a_core_or_what_the_engine_is_told() -> None:
    cores = subprocess.run(["nproc"], check=True, stdout=subprocess.PIPE, text=True).stdout
    assert LARGE.ours.places == LARGE.floor.places == 4 * int(cores)
    assert WIDE.ours.places == WIDE.floor.places == 32


def test_a_page_says_what_is_kept_and_by_how_much_the_rest_is_missed() -> None:
    figures = Results(
        [
            *(taken(LARGE.ours, seconds=20.0, requests=160), taken(LARGE.floor, seconds=10.0)),
            taken(LARGE.ours, "no-op", seconds=15.0, requests=0),
            taken(LARGE.floor, "no-op", seconds=10.0, requests=0),
        ]
    )
    allowed = 20 + 160 * 0.05 / LARGE.ours.places
    kept = {row[0]: row[-3:-1] for row in large.judged(figures, LARGE, 5).rows}
    assert kept == {"create": [f"{allowed:.2f}", "yes"], "no-op": ["12.00", "no: 3.00 s over"]}


def test_ours_is_judged_by_the_floor_under_the_same_options() -> None:
    figures = Results(
        [
            *(taken(LARGE.ours, seconds=90.0), taken(LARGE.floor, seconds=9.0)),
            *(taken(WIDE.ours, seconds=80.0), taken(WIDE.floor, seconds=4.0)),
        ]
    )
    ratios = {pair.conditions: large.judged(figures, pair, 5).rows[0][3] for pair in PAIRS}
    assert ratios == {"": "10.00", ", --parallel 32": "20.00"}


def test_what_was_not_measured_has_no_table() -> None:
    figures = Results([taken(LARGE.ours), taken(LARGE.floor), taken(WIDE.ours)])
    titles = [each.title for each in large.sheets(figures)]
    assert titles[:2] == ["5 services", "5 services: seconds of the processors"]
    assert not any("--parallel" in title for title in titles)


def test_an_empty_stack_has_nothing_a_service() -> None:
    figures = Results([taken(each, services=0) for each in (LARGE.ours, LARGE.floor)])
    assert large.by_size(figures).rows == []


def test_the_most_services_are_measured_under_more_options_than_the_others() -> None:
    names = {size: [each.name for each in large_at(size, [100, 1000])] for size in (100, 1000)}
    few = ["ours", "floor"]
    assert names == {100: few, 1000: [*few, "ours --parallel 32", "floor --parallel 32"]}


def test_every_command_skips_checkpoints() -> None:
    assert all(each.env == SKIPPED for each in large_at(5, [5]))


@contextmanager
def place(contender: Contender, *conditions: object) -> Iterator[SimpleNamespace]:
    yield SimpleNamespace(contender=contender, services=conditions[2])


def measure(at: SimpleNamespace, run: str, round_number: int, operation: str) -> Sample:
    return taken(at.contender, operation, services=at.services, run=run, round=round_number)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a benchmark that measures nothing writes."""
    replaced = {
        "find_engine": lambda build: tmp_path,
        "conditions": lambda engine: "today",
        "place": place,
        "measure": measure,
        "FIGURES": tmp_path,
        "LARGE_FIGURES": tmp_path / "large.json",
        "PAGES": tmp_path / "docs",
    }
    for name, value in replaced.items():
        monkeypatch.setattr(benchmark, name, value)
    (tmp_path / "docs").mkdir()
    return tmp_path


def test_large_rollouts_have_figures_a_page_and_a_picture_of_their_own(folder: Path) -> None:
    app = typer.Typer()
    app.command()(benchmark.main)

    done = CliRunner().invoke(app, ["--large", "--services", "5,2"])

    assert done.exit_code == 0, done.output
    samples = results.read(folder / "large.json").samples
    assert len(samples) == 6 * (2 + 4)
    assert {each.operation for each in samples} == set(OPERATIONS)
    assert all(each.cpu_seconds == dict.fromkeys(PARTS, 0.5) for each in samples)
    written = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    assert written == {
        "large.json",
        "docs/large-rollouts-benchmark.md",
        "docs/large-rollouts.png",
    }
    page = (folder / "docs/large-rollouts-benchmark.md").read_text()
    assert page.index("## 5 services, --parallel 32") < page.index("## 2 services")
    assert "(large-rollouts.png)" in page
