"""Who is measured, and a stack and a sandbox for each of them."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from pulumi_livevox.run import checkpoints
from tests.rig.processes import end_all_of
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

PROGRAMS = Path(__file__).parent / "programs"
_PARALLEL = "--parallel"


@dataclass(frozen=True)
class Contender:
    """A program that rolls the same lines out, and how the engine is set meanwhile."""

    name: str
    program: str
    options: tuple[str, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)

    @property
    def places(self) -> int:
        """How many operations the engine carries out at once: what it is told, or four a core.

        Cores are those that this process may use, as the engine counts them.
        """
        if _PARALLEL in self.options:
            return int(self.options[self.options.index(_PARALLEL) + 1])
        return 4 * len(os.sched_getaffinity(0))

    def without_checkpoints(self, *options: str) -> "Contender":
        """The same as it is rolled out in large; options are part of its name."""
        name = " ".join((self.name, *options))
        return replace(self, name=name, options=options, env=checkpoints.VARIABLES)


OURS = Contender("ours", "ours")
FLOOR = Contender("floor", "floor")
FILLED = Contender("filled", "filled")
NAIVE = Contender("naive", "naive")
OTHERS = (FLOOR, FILLED, NAIVE)
COMPARED = (OURS, *OTHERS)
BESIDE_GROWTH = (FLOOR, FILLED)
"""What grows as the engine does."""

ALL_UP_TO = 100
"""The largest number of services that all are measured with, and in more than one round."""


def compared_at(services: int) -> list[Contender]:
    """Who is measured with so many services: fewer where that takes hours."""
    return list(COMPARED) if services <= ALL_UP_TO else [OURS, *BESIDE_GROWTH]


def _ours_with(name: str, *options: str, **env: str) -> Contender:
    return Contender(name, OURS.program, options, env)


@dataclass(frozen=True)
class Pair:
    """Ours and the resources that it may be measured by, under the same options of the engine."""

    ours: Contender
    floor: Contender

    @classmethod
    def under(cls, *options: str) -> "Pair":
        """Without checkpoints, and with these options."""
        return cls(OURS.without_checkpoints(*options), FLOOR.without_checkpoints(*options))

    @property
    def conditions(self) -> str:
        """The options in words, to stand behind a number of services; empty for none."""
        return f", {' '.join(self.ours.options)}" if self.ours.options else ""


LARGE = Pair.under()
PAIRS = (LARGE, Pair.under(_PARALLEL, "32"))


def large_at(services: int, sizes: Iterable[int]) -> list[Contender]:
    """Who is measured in large with so many services: all pairs with the most, else the first."""
    pairs = PAIRS if services == max(sizes) else (LARGE,)
    return [contender for pair in pairs for contender in (pair.ours, pair.floor)]


DEFAULTS = _ours_with("defaults")
SETTINGS = (
    DEFAULTS,
    _ours_with("--parallel 4", _PARALLEL, "4"),
    _ours_with("--parallel 16", _PARALLEL, "16"),
    _ours_with("--parallel 32", _PARALLEL, "32"),
    _ours_with("no checkpoint backups", PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS="true"),
    _ours_with("state in zstd", PULUMI_DIY_BACKEND_ZSTD="true"),
    _ours_with("GOGC=400", GOGC="400"),
)
"""Our program with one setting of the engine changed at a time."""

_BACKEND = "PULUMI_BACKEND_URL"


def with_backend(url: str) -> Contender:
    """Our program with its state elsewhere; it is named after the kind of place alone."""
    return _ours_with(f"backend {url.partition(':')[0]}", **{_BACKEND: url})


@dataclass(frozen=True)
class Place:
    """Where a contender runs, and under which conditions."""

    contender: Contender
    stack: Stack
    sandbox: Sandbox
    services: int
    delay_ms: int


@contextmanager
def place(
    contender: Contender, folder: Path, engine: Path, services: int, delay_ms: int
) -> Iterator[Place]:
    """A new stack with the contender's program, and a sandbox of its own."""
    home = folder / contender.name.replace(" ", "-")
    home.mkdir(parents=True)
    sandbox = Sandbox(home / "sandbox")
    sandbox.start("--delay-ms", str(delay_ms))
    try:
        stack = Stack(home, engine, sandbox)
        shutil.copytree(PROGRAMS / contender.program, stack.project, dirs_exist_ok=True)
        for module in PROGRAMS.glob("*.py"):  # what several programs use
            shutil.copy(module, stack.project)
        stack.config("services", str(services))
        stack.env |= {"LIVEVOX_JOURNAL": str(home / "journal"), **contender.env}
        elsewhere = _BACKEND in contender.env
        with _kept_elsewhere(stack) if elsewhere else nullcontext():
            yield Place(contender, stack, sandbox, services, delay_ms)
    finally:
        end_all_of(home)  # of a benchmark that was interrupted
        sandbox.kill()


@contextmanager
def _kept_elsewhere(stack: Stack) -> Iterator[None]:
    """A stack whose state outlasts its folder: it is removed, whatever became of it."""
    stack.run("stack", "init", "dev")
    try:
        yield
    finally:
        stack.run("cancel", "--yes")  # an engine that was killed leaves its lock
        stack.run("stack", "rm", "--yes", "--force", "dev")
