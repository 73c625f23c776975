"""`make lives`: random lives of a program on the real engine; see docs/lives.md."""

import itertools
import random
import time
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from tests.lives.drawing import draw
from tests.lives.living import End, live
from tests.lives.shrinking import shrink
from tests.lives.steps import Life
from tests.rig import ROOT
from tests.rig.engine import find_engine, interruptible

FOLDER = ROOT / ".lives"


class Lives:
    """Lives many lives, some at once."""

    def __init__(self, jobs: int, console: Console) -> None:
        self.console = console
        self.jobs = jobs
        self.missed: list[int] = []
        self.lived = 0
        self._engine = find_engine()
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / ".gitignore").write_text("*\n")

    def run(self, seeds: Iterator[int], until: float) -> Iterator[tuple[int, End]]:
        """Live the lives of seeds until a time; give what each came to."""
        with ThreadPoolExecutor(self.jobs) as pool:
            running: dict[Future[End], int] = {}
            while running or time.monotonic() < until:
                while len(running) < self.jobs and time.monotonic() < until:
                    seed = next(seeds, None)
                    if seed is None:
                        until = 0
                        break
                    running[pool.submit(self.one, draw(seed), str(seed))] = seed
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    self.lived += 1
                    yield running.pop(future), future.result()

    def one(self, life: Life, name: str) -> End:
        return live(life, FOLDER / name, self._engine)

    def shortest(self, life: Life, end: End, name: str, tries: int) -> Life:
        """The shortest life that misses in the same way."""
        cut = Life(steps=life.steps[: end.steps])

        def misses(shorter: Life) -> bool:
            return self.one(shorter, f"{name}-shorter").kind == end.kind

        return shrink(cut, misses, tries)


def main(
    seed: Annotated[int | None, typer.Option(help="Live the life of one seed.")] = None,
    replay: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="Live the life that a file has."),
    ] = None,
    minutes: Annotated[float, typer.Option(help="For how long to begin new lives.")] = 3,
    jobs: Annotated[int, typer.Option(help="Lives at once.")] = 2,
    tries: Annotated[int, typer.Option(help="Lives for shortening one that misses.")] = 40,
    show: Annotated[bool, typer.Option("--show", help="Tell the life of the seed only.")] = False,
) -> None:
    """Live random lives of a program, and see that what stands is what has to."""
    console = Console()
    if show:
        console.print(str(draw(seed or 0)), markup=False, highlight=False, soft_wrap=True)
        return
    with interruptible():
        lives = Lives(jobs, console)
        if replay is not None:
            life = Life.model_validate_json(replay.read_text())
            _tell(lives, life, lives.one(life, replay.stem), replay.stem, tries)
        elif seed is not None:
            life = draw(seed)
            _tell(lives, life, lives.one(life, str(seed)), str(seed), tries)
        else:
            _many(lives, minutes, tries)
    raise typer.Exit(bool(lives.missed))


def _many(lives: Lives, minutes: float, tries: int) -> None:
    first = random.SystemRandom().randrange(10**6)
    seeds = itertools.count(first)
    lives.console.print(f"Seeds from {first} on, for {minutes:g} minutes.")
    columns = TextColumn("{task.description}"), TimeElapsedColumn()
    misses: list[tuple[int, End]] = []
    with Progress(*columns, console=lives.console) as progress:
        task = progress.add_task("0 lived", total=None)
        for seed, end in lives.run(seeds, time.monotonic() + minutes * 60):
            if end.problems:
                misses.append((seed, end))
                progress.console.print(f"[red]missed[/] {seed}: {end.at}", highlight=False)
            progress.update(task, description=f"{lives.lived} lived, {len(misses)} missed")
    kinds: dict[str, list[tuple[int, End]]] = {}
    for seed, end in misses:
        kinds.setdefault(end.kind, []).append((seed, end))
    for alike in kinds.values():
        seed, end = min(alike, key=lambda miss: miss[1].steps)
        _tell(lives, draw(seed), end, str(seed), tries)
        others = ", ".join(str(other) for other, _ in alike if other != seed)
        if others:
            lives.console.print(f"  in the same way: {others}", highlight=False)


def _tell(lives: Lives, life: Life, end: End, name: str, tries: int) -> None:
    """Tell a miss with its shortest life, and how it is lived again."""

    def say(text: str) -> None:
        lives.console.print(text, markup=False, highlight=False, soft_wrap=True)

    if not end.problems:
        say(f"{name}: as it has to be, after {end.commands} commands")
        return
    lives.missed.append(len(lives.missed))
    shortest = lives.shortest(life, end, name, tries)
    file = FOLDER / f"{name}.json"
    file.write_text(shortest.model_dump_json(indent=1, exclude_defaults=False))
    again = lives.one(shortest, f"{name}-shortest")
    say(f"\n{name} missed:\n{shortest}\n at {again.at or end.at}")
    say("\n".join(f"  - {problem}" for problem in again.problems or end.problems))
    say(f'  make lives ARGS="--replay {file.relative_to(ROOT)}"; kept in {FOLDER / name}-shortest')


if __name__ == "__main__":
    typer.run(main)
