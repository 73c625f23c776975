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

    def __init__(self, jobs: int, tries: int, console: Console) -> None:
        self.console = console
        self.jobs = jobs
        self.tries = tries
        self.has_missed = False
        self._engine = find_engine()
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / ".gitignore").write_text("*\n")

    def run(self, seeds: Iterator[int], until: float) -> Iterator[tuple[int, End]]:
        """Live the lives of seeds until a time; give what each came to."""
        with ThreadPoolExecutor(self.jobs) as pool:
            running: dict[Future[End], int] = {}
            while running or time.monotonic() < until:
                while len(running) < self.jobs and time.monotonic() < until:
                    seed = next(seeds)
                    running[pool.submit(self.one, draw(seed), str(seed))] = seed
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield running.pop(future), future.result()

    def one(self, life: Life, name: str) -> End:
        return live(life, FOLDER / name, self._engine)

    def tell(self, life: Life, end: End, name: str) -> None:
        """Tell what a life came to; a miss with its shortest life, and how it is lived again."""
        if not end.problems:
            self.say(f"{name}: as it has to be, after {end.commands} commands")
            return
        self.has_missed = True

        def misses(shorter: Life) -> bool:
            return self.one(shorter, f"{name}-shorter").kind == end.kind

        shortest = shrink(Life(steps=life.steps[: end.steps]), misses, self.tries)
        file = FOLDER / f"{name}.json"
        file.write_text(shortest.model_dump_json(indent=1, exclude_defaults=False))
        again = self.one(shortest, f"{name}-shortest")
        self.say(f"\n{name} missed:\n{shortest}\n at {again.at or end.at}")
        self.say("\n".join(f"  - {problem}" for problem in again.problems or end.problems))
        args = f"--replay {file.relative_to(ROOT)}"
        self.say(f'  make lives ARGS="{args}"; kept in {FOLDER / name}-shortest')

    def say(self, text: str) -> None:
        self.console.print(text, markup=False, highlight=False, soft_wrap=True)


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
    if show:
        print(draw(seed or 0))
        return
    with interruptible():
        lives = Lives(jobs, tries, Console())
        if replay is not None:
            life = Life.model_validate_json(replay.read_text())
            lives.tell(life, lives.one(life, replay.stem), replay.stem)
        elif seed is not None:
            life = draw(seed)
            lives.tell(life, lives.one(life, str(seed)), str(seed))
        else:
            _many(lives, minutes)
    raise typer.Exit(lives.has_missed)


def _many(lives: Lives, minutes: float) -> None:
    first = random.SystemRandom().randrange(10**6)
    seeds = itertools.count(first)
    lives.console.print(f"Seeds from {first} on, for {minutes:g} minutes.")
    columns = TextColumn("{task.description}"), TimeElapsedColumn()
    misses: list[tuple[int, End]] = []
    with Progress(*columns, console=lives.console) as progress:
        task = progress.add_task("0 lived", total=None)
        ends = lives.run(seeds, time.monotonic() + minutes * 60)
        for lived, (seed, end) in enumerate(ends, 1):
            if end.problems:
                misses.append((seed, end))
                progress.console.print(f"[red]missed[/] {seed}: {end.at}", highlight=False)
            progress.update(task, description=f"{lived} lived, {len(misses)} missed")
    kinds: dict[str, list[tuple[int, End]]] = {}
    for seed, end in misses:
        kinds.setdefault(end.kind, []).append((seed, end))
    for alike in kinds.values():
        seed, end = min(alike, key=lambda miss: miss[1].steps)
        lives.tell(draw(seed), end, str(seed))
        others = ", ".join(str(other) for other, _ in alike if other != seed)
        if others:
            lives.console.print(f"  in the same way: {others}", highlight=False)


if __name__ == "__main__":
    typer.run(main)
