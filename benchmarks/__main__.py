"""`make bench`: this provider, as many empty resources and a naive provider, side by side.

With `--settings` also this provider under different settings of the engine.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks import chart, report
from benchmarks.contenders import FLOOR, NAIVE, OURS, SETTINGS, Contender, place, with_backend
from benchmarks.measuring import OPERATIONS, Sample, measure, sandbox_cost
from benchmarks.report import Results
from tests.engine.harness import ROOT, Sandbox, find_engine, interruptible

FIGURES = ROOT / "docs" / "benchmark.json"
SETTINGS_FIGURES = ROOT / "docs" / "benchmark-settings.json"
PAGE = ROOT / "docs" / "benchmark.md"
SMALL = "5,25,100"


def one_round(
    contenders: list[Contender], services: int, delay_ms: int, engine: Path, console: Console
) -> Iterator[Sample]:
    """Do every operation once, the contenders in turn."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, ExitStack() as open_places:
        places = [
            open_places.enter_context(place(each, Path(folder), engine, services, delay_ms))
            for each in contenders
        ]
        for operation in OPERATIONS:
            for each in places:
                sample = measure(each, services, operation)
                console.print(
                    f"{services:5} {operation:8} {sample.contender:21} {sample.seconds:8.2f} s"
                    f" {sample.requests:6} requests {sample.provider_mb:5.0f} MB"
                )
                yield sample


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
    services: Annotated[str, typer.Option(help="Numbers of services, for all three.")] = SMALL,
    large: Annotated[str, typer.Option(help="Likewise, without the naive provider.")] = "",
    settings: Annotated[str, typer.Option(help="Likewise, for settings of the engine.")] = "",
    backend: Annotated[
        list[str] | None, typer.Option(help="A backend's URL, to be tried with the settings.")
    ] = None,
    rounds: Annotated[int, typer.Option(help="Rounds of each, but for --large.")] = 3,
    delay_ms: Annotated[int, typer.Option(help="Milliseconds before every answer.")] = 50,
) -> None:
    """Measure rollouts side by side; print the figures, and write them, a picture and a page.

    Sizes that are not measured this time keep the figures they had.
    """
    console = Console(width=140)
    if not (ROOT / ".engine" / "bin" / "pins").exists() and shutil.which("pulumi") is None:
        console.print("The Pulumi engine is not here yet: run `make engine` first.")
        raise typer.Exit(1)
    work = [(size, [OURS, FLOOR, NAIVE]) for size in _numbers(services) for _ in range(rounds)]
    work += [(size, [OURS, FLOOR]) for size in _numbers(large)]
    ways = [*SETTINGS, *map(with_backend, backend or [])]
    tried = [(size, ways) for size in _numbers(settings) for _ in range(rounds)]
    with interruptible():
        engine, sandbox_ms = find_engine(), cost_of_a_sandbox()

        def results_of(work: list[tuple[int, list[Contender]]]) -> Results:
            samples: list[Sample] = []
            for size, contenders in work:
                samples += one_round(contenders, size, delay_ms, engine, console)
            return Results(samples)

        compared = results_of(work).over(report.read(FIGURES))
        by_setting = results_of(tried).over(report.read(SETTINGS_FIGURES))
    for size in compared.sizes():
        console.print(report.comparison(compared, size).on_terminal())
        console.print(report.state_line(compared, size))
    console.print(report.growth(compared).on_terminal())
    for size in by_setting.sizes():
        console.print(report.by_setting(by_setting, size).on_terminal())
    console.print(f"a request of the sandbox takes {sandbox_ms:.1f} ms, besides its {delay_ms} ms")
    report.write(FIGURES, compared, delay_ms, sandbox_ms)
    report.write(SETTINGS_FIGURES, by_setting, delay_ms, sandbox_ms)
    chart.draw(compared, FIGURES.with_suffix(""), delay_ms)
    PAGE.write_text(report.page(compared, by_setting, delay_ms, sandbox_ms))
    console.print(f"Page, figures and picture: {PAGE.relative_to(ROOT).with_suffix('.*')}")


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part]


if __name__ == "__main__":
    typer.run(main)
