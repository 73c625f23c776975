"""A large rollout that is killed three times and goes on: `python -m benchmarks.killed`.

Each run is killed when it has asked for a third of the services: the first with all its processes;
of the second the engine alone, whose provider has to end by itself. The third loses power: all its
processes are killed, and the state is as it was before that run; the journal is kept. The run after
that has to end with every service once, and a refresh has to find everything as declared.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from benchmarks.contenders import LARGE, OURS, Place, place
from benchmarks.programs import line
from tests.rig.engine import find_engine, interruptible
from tests.rig.faults import under_way
from tests.rig.processes import PROVIDER, end_all_of, processes_of
from tests.rig.requests import SERVICES
from tests.rig.stack import COMMANDS, Stack

SECONDS_BETWEEN_LOOKS = 0.2
SECONDS_TO_END = 30.0
SECONDS_AT_MOST = 6 * 3600.0

Engine = subprocess.Popen[bytes]


def all_processes(stack: Stack, engine: Engine) -> None:
    """Kill the engine, its language host, program and provider."""
    end_all_of(stack.folder)
    engine.wait()


def engine_alone(stack: Stack, engine: Engine) -> None:
    """Kill the engine, and wait until its provider has ended; what else is left goes then."""
    os.kill(engine.pid, signal.SIGKILL)
    engine.wait()
    ends = time.monotonic() + SECONDS_TO_END
    while processes_of(stack.folder, PROVIDER):
        if time.monotonic() > ends:
            raise SystemExit(f"the provider has not ended {SECONDS_TO_END:g} s after its engine")
        time.sleep(SECONDS_BETWEEN_LOOKS)
    end_all_of(stack.folder)


@contextmanager
def state_put_back(stack: Stack) -> Iterator[None]:
    """Whatever is done meanwhile, the state is as before."""
    state, before = stack.folder / "state", stack.folder / "state-before"
    shutil.copytree(state, before)
    yield
    shutil.rmtree(state)
    before.rename(state)


def killed_at(at: Place, copies: int, kill: Callable[[Stack, Engine], None]) -> None:
    """A run that is killed when it has asked for so many services.

    The last of them is made, but not answered, and so are those that are asked for meanwhile: fewer
    than `copies` are finished, however long it takes to kill.
    """
    copy = under_way(done=True) | {"method": "POST", "path": SERVICES}
    unanswered = [copy | {"at": copies + more} for more in range(at.contender.places)]
    with at.sandbox.faulty(*unanswered):
        run = at.stack.start(*COMMANDS["up"])
        ends = time.monotonic() + SECONDS_AT_MOST
        while not at.sandbox.has_struck:
            if run.poll() is not None or time.monotonic() > ends:
                errors = at.stack.finish(run).errors
                raise SystemExit("\n".join(["the run was not to be killed on its way", *errors]))
            time.sleep(SECONDS_BETWEEN_LOOKS)
        kill(at.stack, run)
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


@contextmanager
def timed(console: Console, what: str) -> Iterator[None]:
    """Print how long something took."""
    began = time.perf_counter()
    yield
    console.print(f"{time.perf_counter() - began:6.1f} s  {what}")


def kill_thrice(at: Place, copies: int, console: Console) -> None:
    """Three runs that are killed, each when it has asked for so many services."""
    with timed(console, f"a run of which all is killed at {copies} services"):
        killed_at(at, copies, all_processes)
    with timed(console, f"a run whose engine is killed at {copies} more; its provider ended"):
        killed_at(at, copies, engine_alone)
    with timed(console, f"a run that loses power at {copies} more"), state_put_back(at.stack):
        killed_at(at, copies, all_processes)
    console.print(f"{len(at.stack.resources())} resources in the state by then")


def main(
    services: Annotated[
        int, typer.Option(min=3, help="How many services, each with its children.")
    ] = 1000,
    delay_ms: Annotated[int, typer.Option(min=0, help="Milliseconds before every answer.")] = 50,
    checkpoints: Annotated[
        bool, typer.Option("--checkpoints", help="With the engine's checkpoints.")
    ] = False,
) -> None:
    """Make services in four runs, three of them killed; fail where one is there twice, or not."""
    console = Console(width=140)
    contender = OURS if checkpoints else LARGE.ours
    with (
        interruptible(),
        tempfile.TemporaryDirectory(prefix="killed-") as folder,
        place(contender, Path(folder), find_engine(build=False), services, delay_ms) as at,
    ):
        at.stack.config("level", "30")
        before = at.sandbox.dump()["services"]
        kill_thrice(at, services // 3, console)
        with timed(console, "the run after that"):
            run = at.stack.finish(at.stack.start(*COMMANDS["up"]), SECONDS_AT_MOST)
        if not run.ok:
            raise SystemExit(run.output)
        told = name_problems(before, at.sandbox.dump()["services"], services)
        with timed(console, "a preview with a refresh"):
            preview = at.stack.start(*COMMANDS["preview"], "--refresh")
            shown = at.stack.finish(preview, SECONDS_AT_MOST)
        told += shown.differences(resources(services))
    if told:
        raise SystemExit("\n".join(told))
    console.print(f"{services} services, each once; a preview with a refresh shows nothing")


if __name__ == "__main__":
    typer.run(main)
