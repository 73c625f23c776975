"""Who is measured, and a stack and a sandbox for each of them."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.engine.harness import Sandbox, Stack

PROGRAMS = Path(__file__).parent / "programs"


@dataclass(frozen=True)
class Contender:
    """A program that rolls the same lines out, and how the engine is set meanwhile."""

    name: str
    program: str
    resources_a_service: int
    options: tuple[str, ...] = ()
    env: Mapping[str, str] = field(default_factory=dict)


def _set(name: str, *options: str, **env: str) -> Contender:
    return Contender(name, "ours", OURS.resources_a_service, options, env)


OURS = Contender("ours", "ours", 5)
FLOOR = Contender("floor", "floor", 5)
NAIVE = Contender("naive", "naive", 12)

DEFAULTS = _set("defaults")
SETTINGS = (
    DEFAULTS,
    _set("--parallel 4", "--parallel", "4"),
    _set("--parallel 16", "--parallel", "16"),
    _set("--parallel 32", "--parallel", "32"),
    _set("no checkpoint backups", PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS="true"),
    _set("state in zstd", PULUMI_DIY_BACKEND_ZSTD="true"),
    _set("GOGC=400", GOGC="400"),
)
"""Our program with one setting of the engine changed at a time."""

_BACKEND = "PULUMI_BACKEND_URL"


def with_backend(url: str) -> Contender:
    """Our program with its state elsewhere; it is named after the kind of place alone."""
    return _set(f"backend {url.partition(':')[0]}", **{_BACKEND: url})


@dataclass(frozen=True)
class Place:
    """Where a contender runs."""

    contender: Contender
    stack: Stack
    sandbox: Sandbox


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
        stack.config("services", str(services))
        stack.env |= {"LIVEVOX_JOURNAL": str(home / "journal"), **contender.env}
        if _BACKEND in contender.env:
            stack.run("stack", "init", "dev")
        yield Place(contender, stack, sandbox)
        if _BACKEND in contender.env:
            stack.run("stack", "rm", "--yes", "dev")
    finally:
        sandbox.kill()
