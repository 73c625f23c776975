"""`make bench`: this provider, resources that do nothing and a naive provider, side by side.

With `--settings` also this provider under different settings of the engine. With `--large` instead
this provider and resources that do nothing, with the engine's checkpoints skipped.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks import chart, large, report, results, startup
from benchmarks.contenders import (
    ALL_UP_TO,
    SETTINGS,
    Contender,
    Place,
    compared_at,
    large_at,
    place,
    with_backend,
)
from benchmarks.measuring import OPERATIONS, Sample, conditions, measure
from benchmarks.report import Sheet
from benchmarks.results import Results
from benchmarks.startup import Startup
from tests.rig import ROOT
from tests.rig.engine import find_engine, interruptible

FIGURES = ROOT / ".bench"
COMPARED_FIGURES = FIGURES / "compared.json"
SETTINGS_FIGURES = FIGURES / "settings.json"
STARTUP_FIGURES = FIGURES / "startup.json"
LARGE_FIGURES = FIGURES / "large.json"
PAGES = ROOT / "docs"
PAGE = "benchmark.md"
LARGE_PAGE = "large-rollouts-benchmark.md"
SMALL_SIZES = "0,5,25,100"
LARGE_SIZES = "25,100,250,500,1000"

Work = list[tuple[int, list[Contender]]]
"""The rounds to be done: a number of services, and who is measured."""


class Bench:
    """A run of the benchmark. What it measured is written after every operation."""

    def __init__(self, engine: Path, delay_ms: int, run: str, console: Console) -> None:
        self._engine = engine
        self._delay_ms = delay_ms
        self._run = run
        self._console = console

    def measure(self, work: Work, figures: Path) -> None:
        """Do round after round; what was measured before and is not now stays."""
        older = results.read(figures)
        samples: list[Sample] = []
        for number, (services, contenders) in enumerate(work, 1):
            # Nobody is always the first.
            first = number % len(contenders)
            turns = [*contenders[first:], *contenders[:first]]
            for measured in self._round(number, services, turns):
                samples += measured
                results.write(figures, Results(samples).over(older).samples)

    def show(self, about_startup: Startup) -> None:
        """Print what was measured side by side, and write the picture and the page."""
        compared = results.read(COMPARED_FIGURES).at(self._delay_ms)
        by_setting = results.read(SETTINGS_FIGURES).at(self._delay_ms)
        tables = report.sheets(compared, by_setting, about_startup)
        pictures = PAGES / report.PICTURE, FIGURES / "benchmark.svg"
        chart.draw(compared, pictures, self._delay_ms)
        self._publish(tables, PAGES / PAGE, report.page(tables, self._delay_ms))

    def show_large(self) -> None:
        """Likewise what was measured of large rollouts."""
        measured = results.read(LARGE_FIGURES).at(self._delay_ms)
        tables = large.sheets(measured)
        chart.draw(measured, [PAGES / large.PICTURE], self._delay_ms, straight=True)
        self._publish(tables, PAGES / LARGE_PAGE, large.page(tables, self._delay_ms))

    def _publish(self, tables: list[Sheet], page: Path, text: str) -> None:
        for table in tables:
            self._console.print(table.on_terminal(), *table.notes, sep="\n")
        results.write_whole(page, text)
        self._console.print(f"Page, with its picture beside it: {page}; figures: {FIGURES}")

    def _round(
        self, number: int, services: int, contenders: list[Contender]
    ) -> Iterator[list[Sample]]:
        """Do every operation once, the contenders in turn."""
        with tempfile.TemporaryDirectory(prefix="bench-") as folder, ExitStack() as open_places:
            places = [
                open_places.enter_context(
                    place(each, Path(folder), self._engine, services, self._delay_ms)
                )
                for each in contenders
            ]
            for operation in OPERATIONS:
                yield [self._measured(each, number, operation) for each in places]

    def _measured(self, at: Place, number: int, operation: str) -> Sample:
        sample = measure(at, self._run, number, operation)
        self._console.print(
            f"{sample.services:5} {operation:8} {sample.contender:21} {sample.seconds:8.2f} s"
            f" {sample.requests:6} requests {sample.provider_mb:5.0f} MB"
        )
        return sample


def main(
    services: Annotated[
        str | None,
        typer.Option(
            help=f"Numbers of services; {SMALL_SIZES} or, in large, {LARGE_SIZES}.",
            show_default=False,
        ),
    ] = None,
    settings: Annotated[str, typer.Option(help="Likewise, for settings of the engine.")] = "",
    backend: Annotated[
        list[str] | None, typer.Option(help="A backend's URL, to be tried with the settings.")
    ] = None,
    rounds: Annotated[
        int,
        typer.Option(
            min=1, help=f"Rounds of each number; above {ALL_UP_TO}, and in large, there is one."
        ),
    ] = 3,
    delay_ms: Annotated[int, typer.Option(min=0, help="Milliseconds before every answer.")] = 50,
    in_large: Annotated[
        bool,
        typer.Option(
            "--large",
            help="Ours and empty resources alone, with the engine's checkpoints skipped; with the "
            "largest number of services also under --parallel 32.",
        ),
    ] = False,
) -> None:
    """Measure rollouts side by side; print the figures, and write them, a picture and a page.

    What is not measured this time keeps its figures.
    """
    if in_large and (settings or backend):
        raise typer.BadParameter("it goes without --settings and --backend", param_hint="--large")
    default = LARGE_SIZES if in_large else SMALL_SIZES
    sizes = _sizes("--services", default if services is None else services)
    sizes_of_settings = _sizes("--settings", settings)
    with interruptible():
        engine = find_engine(build=False)
        run = conditions(engine)
        bench = Bench(engine, delay_ms, run, Console(width=140))
        if in_large:
            _measure_large(bench, sizes)
        else:
            ways = [*SETTINGS, *map(with_backend, backend or [])]
            tried = _work(sizes_of_settings, lambda _: ways, rounds)
            _compare(bench, run, _work(sizes, compared_at, rounds), tried)


def _compare(bench: Bench, run: str, compared: Work, tried: Work) -> None:
    """Measure all contenders, and ours under settings of the engine."""
    about_startup = startup.measure(run)
    results.write(STARTUP_FIGURES, about_startup)
    try:
        bench.measure(compared, COMPARED_FIGURES)
        bench.measure(tried, SETTINGS_FIGURES)
    finally:  # an interruption, or a command that fails, takes the operation under way alone
        bench.show(about_startup)


def _measure_large(bench: Bench, sizes: list[int]) -> None:
    """Measure large rollouts."""
    try:
        bench.measure(_work(sizes, lambda size: large_at(size, sizes)), LARGE_FIGURES)
    finally:
        bench.show_large()


def _sizes(option: str, text: str) -> list[int]:
    """The numbers of services that an option names."""
    parts = [part for part in text.split(",") if part]
    if not all(part.isdecimal() for part in parts):
        raise typer.BadParameter(
            f'it was "{text}"; it may be numbers of services, such as 5,25,100', param_hint=option
        )
    return [int(part) for part in parts]


def _work(
    sizes: list[int], contenders_at: Callable[[int], list[Contender]], rounds: int = 1
) -> Work:
    """The rounds of these sizes."""
    return [
        (size, contenders_at(size))
        for size in sizes
        for _ in range(rounds if size <= ALL_UP_TO else 1)
    ]


if __name__ == "__main__":
    typer.run(main)
