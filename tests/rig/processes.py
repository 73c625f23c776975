"""The processes that a stack's commands started: the engine's, and its provider's."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

import psutil

PROVIDER = "pulumi.dynamic"
"""What the command line of a provider's process has in it."""

PROGRAM = "pulumi-language-python-exec"
"""What the command line of a program's process has in it."""


def processes_of(folder: Path, of: str = "") -> list[psutil.Process]:
    """The processes that a stack's commands started, by a part of their command line."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("HOME") == str(folder) and of in " ".join(process.cmdline()):
                found.append(process)
        except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
            continue
    return found


def kill_all(processes: Iterable[psutil.Process]) -> None:
    for process in processes:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()


def end_all_of(folder: Path) -> None:
    """Kill what a stack's commands started, until nothing of it runs."""
    while left := processes_of(folder):
        kill_all(left)
        psutil.wait_procs(left, timeout=1)
