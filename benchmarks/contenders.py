"""Who is measured, and a stack and a sandbox for each of them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.engine.harness import Sandbox, Stack

PROGRAMS = Path(__file__).parent / "programs"


@dataclass(frozen=True)
class Contender:
    """A program that rolls the same lines out."""

    name: str
    resources_a_service: int


OURS = Contender("ours", 5)
FLOOR = Contender("floor", 5)
NAIVE = Contender("naive", 12)


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
    home = folder / contender.name
    home.mkdir(parents=True)
    sandbox = Sandbox(home / "sandbox")
    sandbox.start("--delay-ms", str(delay_ms))
    try:
        stack = Stack(home, engine, sandbox)
        shutil.copytree(PROGRAMS / contender.name, stack.project, dirs_exist_ok=True)
        stack.config("services", str(services))
        stack.env["LIVEVOX_JOURNAL"] = str(home / "journal")
        yield Place(contender, stack, sandbox)
    finally:
        sandbox.kill()
