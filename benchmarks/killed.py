"""A large rollout that is killed on the way and goes on: `python -m benchmarks.killed`.

The engine is killed where a third and two thirds of the services have been asked for, and its
provider ends with it; the run after that has to end with every service once and as declared.
"""

import os
import signal
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from benchmarks.contenders import OURS, Place, place
from tests.engine.harness import COMMANDS, find_engine, interruptible
from tests.engine.live import SERVICES

COPY = f"POST {SERVICES}"
NUMBERS = {"8773402000", "8773402001", "8773402002"}
ENTRIES = 8
SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_AT_MOST = 6 * 3600.0


def copies(at: Place) -> int:
    """How many services have been asked for since the last forget()."""
    return sum(request.call == COPY for request in at.sandbox.requests())


def killed_after(at: Place, number: int) -> None:
    """A run whose engine is killed when so many services have been asked for."""
    at.sandbox.forget()
    run = at.stack.start(*COMMANDS["up"])
    while copies(at) < number:
        if run.poll() is not None:
            raise SystemExit(f"the run ended before it was killed:\n{at.stack.output()}")
        time.sleep(SECONDS_BETWEEN_LOOKS)
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    at.stack.run("cancel", "--yes")


def problems(before: list[Any], after: list[Any], services: int) -> list[str]:
    """What is not as declared."""
    known = {service["id"] for service in before}
    made = [service for service in after if service["id"] not in known]
    found = Counter(service["name"] for service in made)
    wanted = Counter(f"Line {number}" for number in range(services))
    told = [f"too many: {name}" for name in found - wanted]
    told += [f"not there: {name}" for name in wanted - found]
    for service in made:
        if not set(service["callerIds"]) >= NUMBERS or len(service["inboundHours"]) != ENTRIES:
            told.append(f"not whole: {service['name']}")
    return told


def main(
    services: Annotated[
        int, typer.Option(help="How many services, each with its children.")
    ] = 1000,
    delay_ms: Annotated[int, typer.Option(help="Milliseconds before every answer.")] = 50,
) -> None:
    """Make services in three runs, two of them killed; fail where one is twice there or missing."""
    console = Console(width=140)
    with (
        interruptible(),
        tempfile.TemporaryDirectory(prefix="killed-") as folder,
        place(OURS, Path(folder), find_engine(), services, delay_ms) as at,
    ):
        at.stack.config("level", "30")
        before = at.sandbox.dump()["services"]
        for _ in range(2):
            began = time.perf_counter()
            killed_after(at, services // 3)
            console.print(f"killed after {time.perf_counter() - began:.0f} s")
        began = time.perf_counter()
        run = at.stack.finish(at.stack.start(*COMMANDS["up"]), SECONDS_AT_MOST)
        console.print(f"the run after that: {time.perf_counter() - began:.0f} s")
        if not run.ok:
            raise SystemExit(run.output)
        told = problems(before, at.sandbox.dump()["services"], services)
        preview = at.stack.finish(at.stack.start(*COMMANDS["preview"]), SECONDS_AT_MOST)
        if set(preview.operations.values()) != {"same"}:
            told.append("the preview shows changes")
    if told:
        raise SystemExit("\n".join(told))
    console.print(f"{services} services, each once and whole; a preview shows nothing")


if __name__ == "__main__":
    typer.run(main)
