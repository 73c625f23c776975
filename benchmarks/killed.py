"""A large rollout that is killed on the way and goes on: `python -m benchmarks.killed`.

The engine is killed where a third and two thirds of the services have been asked for, and its
provider ends with it; the run after that has to end with every service once, and a refresh has to
find everything as declared.
"""

import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from benchmarks.contenders import OURS, Place, place
from benchmarks.programs import line
from tests.rig.engine import find_engine, interruptible
from tests.rig.requests import SERVICES
from tests.rig.stack import COMMANDS

COPY = f"POST {SERVICES}"
SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_AT_MOST = 6 * 3600.0


def copies(at: Place) -> int:
    """How many services have been asked for so far, in all runs."""
    return sum(str(request) == COPY for request in at.sandbox.requests())


def killed_after(at: Place, number: int) -> None:
    """A run whose engine is killed when so many services have been asked for."""
    run = at.stack.start(*COMMANDS["up"])
    time.sleep(SECONDS_BETWEEN_LOOKS)
    while copies(at) < number:
        if run.poll() is not None:
            raise SystemExit(f"the run ended before it was killed:\n{at.stack.output()}")
        time.sleep(SECONDS_BETWEEN_LOOKS)
    at.stack.cut_off(run)
    at.stack.run("cancel", "--yes")


def name_problems(before: list[Any], after: list[Any], services: int) -> list[str]:
    """Which services are there too often, or unfinished under another name, or not at all."""
    known = {service["id"] for service in before}
    found = Counter(service["name"] for service in after if service["id"] not in known)
    wanted = Counter(line.NAME.format(number=number) for number in range(services))
    told = [f"too many: {name}" for name in found - wanted]
    return told + [f"not there: {name}" for name in wanted - found]


def resources(services: int) -> list[str]:
    """What the program declares, as a run names it."""
    children = [f"CallerId:line-{{0}}-{digit}" for digit in range(len(line.NUMBERS))]
    of_a_service = ["Service:line-{0}", *children, "InboundHours:line-{0}-hours"]
    return [each.format(number) for number in range(services) for each in of_a_service]


def main(
    services: Annotated[
        int, typer.Option(min=3, help="How many services, each with its children.")
    ] = 1000,
    delay_ms: Annotated[int, typer.Option(min=0, help="Milliseconds before every answer.")] = 50,
) -> None:
    """Make services in three runs, two of them killed; fail where one is twice there or missing."""
    console = Console(width=140)
    with (
        interruptible(),
        tempfile.TemporaryDirectory(prefix="killed-") as folder,
        place(OURS, Path(folder), find_engine(build=False), services, delay_ms) as at,
    ):
        at.stack.config("level", "30")
        before = at.sandbox.dump()["services"]
        for number in (services // 3, 2 * services // 3):
            began = time.perf_counter()
            killed_after(at, number)
            console.print(f"killed after {time.perf_counter() - began:.0f} s")
        began = time.perf_counter()
        run = at.stack.finish(at.stack.start(*COMMANDS["up"]), SECONDS_AT_MOST)
        console.print(f"the run after that: {time.perf_counter() - began:.0f} s")
        if not run.ok:
            raise SystemExit(run.output)
        told = name_problems(before, at.sandbox.dump()["services"], services)
        preview = at.stack.start(*COMMANDS["preview"], "--refresh")
        told += at.stack.finish(preview, SECONDS_AT_MOST).differences(resources(services))
    if told:
        raise SystemExit("\n".join(told))
    console.print(f"{services} services, each once; a preview with a refresh shows nothing")


if __name__ == "__main__":
    typer.run(main)
