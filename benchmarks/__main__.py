"""`make bench`: this provider, as many resources that do nothing and a naive one, side by side.

With `--settings` also this provider under different settings of the engine.
"""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks import chart, report, results, startup
from benchmarks.contenders import (
    ALL_UP_TO,
    FILLED,
    FLOOR,
    SETTINGS,
    Contender,
    Place,
    compared_at,
    place,
    with_backend,
)
from benchmarks.engine import engine_at_hand
from benchmarks.measuring import OPERATIONS, Sample, measure, sandbox_cost
from benchmarks.results import Results
from tests.engine.harness import ROOT, Sandbox, interruptible

FIGURES = ROOT / "docs" / "benchmark.json"
SETTINGS_FIGURES = ROOT / "docs" / "benchmark-settings.json"
PAGE = ROOT / "docs" / "benchmark.md"
SMALL = "0,5,25,100"

Work = list[tuple[int, list[Contender]]]
"""The rounds to be done: a number of services, and who is measured."""


class Bench:
    """A run of the benchmark. What it measured is written after every operation."""

    def __init__(self, engine: Path, delay_ms: int, console: Console) -> None:
        self._engine = engine
        self._delay_ms = delay_ms
        self._console = console
        self._startup = startup.measure()
        self._sandbox_ms = round(cost_of_a_sandbox(), 2)
        self._compared = results.read(FIGURES, delay_ms)
        self._by_setting = results.read(SETTINGS_FIGURES, delay_ms)

    def compare(self, work: Work) -> None:
        """Measure contenders; what start-up costs is kept beside them."""
        self._keep_compared()
        for so_far in self._rounds(work, self._compared):
            self._compared = so_far
            self._keep_compared()

    def try_settings(self, work: Work) -> None:
        """Measure settings of the engine."""
        for so_far in self._rounds(work, self._by_setting):
            self._by_setting = so_far
            results.write(SETTINGS_FIGURES, so_far, sandbox_ms_a_request=self._sandbox_ms)

    def show(self) -> None:
        """Print the figures, and write the picture and the page."""
        told = self._console.print
        for size in self._compared.sizes():
            told(report.comparison(self._compared, size).on_terminal())
            told(report.resources_line(self._compared, size))
        for other in (FLOOR, FILLED):
            told(report.growth(self._compared, other).on_terminal())
        for size in self._by_setting.sizes():
            told(report.by_setting(self._by_setting, size).on_terminal())
        told(report.imports(self._startup).on_terminal())
        told(report.questions(self._startup).on_terminal())
        told(f"The sandbox takes {self._sandbox_ms} ms a request, besides {self._delay_ms} ms.")
        chart.draw(self._compared, FIGURES.with_suffix(""), self._delay_ms)
        figures = self._compared, self._by_setting, self._startup
        PAGE.write_text(report.page(*figures, self._delay_ms, self._sandbox_ms))
        told(f"Page, figures and picture: {PAGE.relative_to(ROOT).with_suffix('.*')}")

    def _keep_compared(self) -> None:
        about_startup = asdict(self._startup)
        results.write(
            FIGURES, self._compared, sandbox_ms_a_request=self._sandbox_ms, startup=about_startup
        )

    def _rounds(self, work: Work, older: Results) -> Iterator[Results]:
        """Do round after round; after each operation, give all that has been measured so far."""
        samples: list[Sample] = []
        for number, (services, contenders) in enumerate(work, 1):
            for measured in self._round(number, services, contenders):
                samples = [*samples, *measured]
                yield Results(samples).over(older)

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
        sample = measure(at, number, operation)
        self._console.print(
            f"{sample.services:5} {operation:8} {sample.contender:21} {sample.seconds:8.2f} s"
            f" {sample.requests:6} requests {sample.provider_mb:5.0f} MB"
        )
        return sample


def cost_of_a_sandbox() -> float:
    """Milliseconds a request of a sandbox that waits for nothing."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        sandbox = Sandbox(Path(folder))
        sandbox.start()
        try:
            return sandbox_cost(sandbox)
        finally:
            sandbox.kill()


def main(
    services: Annotated[str, typer.Option(help="Numbers of services.")] = SMALL,
    settings: Annotated[str, typer.Option(help="Likewise, for settings of the engine.")] = "",
    backend: Annotated[
        list[str] | None, typer.Option(help="A backend's URL, to be tried with the settings.")
    ] = None,
    rounds: Annotated[
        int, typer.Option(min=1, help=f"Rounds of each number; above {ALL_UP_TO} there is one.")
    ] = 3,
    delay_ms: Annotated[int, typer.Option(min=0, help="Milliseconds before every answer.")] = 50,
) -> None:
    """Measure rollouts side by side; print the figures, and write them, a picture and a page.

    Sizes that are not measured this time keep the figures that they had with the same delay.
    """
    console = Console(width=140)
    work = [
        (size, compared_at(size))
        for size in _sizes("--services", services)
        for _ in range(rounds if size <= ALL_UP_TO else 1)
    ]
    ways = [*SETTINGS, *map(with_backend, backend or [])]
    tried = [(size, ways) for size in _sizes("--settings", settings) for _ in range(rounds)]
    with interruptible():
        bench = Bench(engine_at_hand(), delay_ms, console)
        try:
            bench.compare(work)
            bench.try_settings(tried)
        finally:  # an interruption, or a command that fails, takes the operation under way alone
            bench.show()


def _sizes(option: str, text: str) -> list[int]:
    parts = [part for part in text.split(",") if part]
    if not all(part.isdecimal() for part in parts):
        raise typer.BadParameter(
            f'it was "{text}"; it may be numbers of services, such as 5,25,100', param_hint=option
        )
    return [int(part) for part in parts]


if __name__ == "__main__":
    typer.run(main)
