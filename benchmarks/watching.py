"""The processes of a command while it runs: their memory, and what they take of the processors."""

import contextlib

import psutil

from tests.rig.processes import PROGRAM, PROVIDER

PARTS = ("engine", "program", "provider", "sandbox")
"""Whose time is told apart. The engine's is that of all its processes but program and provider."""


class Watch:
    """Looks at an engine's process and all below it, and at a sandbox's.

    Of a process that ended, what it took since the last look is not known.
    """

    def __init__(self, engine: int, sandbox: int) -> None:
        self.provider_bytes = 0
        """The most resident memory of a provider's process that was seen."""

        self._engine = psutil.Process(engine)
        self._sandbox = psutil.Process(sandbox)
        self._sandbox_before = _seconds(self._sandbox)
        self._seen: dict[psutil.Process, tuple[str, float]] = {}

    def look(self) -> None:
        """Look once; it reads the table of all processes, so that it had better be done seldom."""
        with contextlib.suppress(psutil.NoSuchProcess):
            for process in (self._engine, *self._engine.children(recursive=True)):
                self._look_at(process)

    def cpu_seconds(self) -> dict[str, float]:
        """User and system time of each of PARTS since the watch began, in seconds."""
        taken = dict.fromkeys(PARTS, 0.0)
        for part, seconds in self._seen.values():
            taken[part] += seconds
        taken["sandbox"] = _seconds(self._sandbox) - self._sandbox_before
        return {part: round(seconds, 2) for part, seconds in taken.items()}

    def _look_at(self, process: psutil.Process) -> None:
        with contextlib.suppress(psutil.NoSuchProcess):
            command = " ".join(process.cmdline())
            if not command:  # it is about to end
                return
            part = _part(command)
            self._seen[process] = part, _seconds(process)
            if part == "provider":
                self.provider_bytes = max(self.provider_bytes, process.memory_info().rss)


def _part(command: str) -> str:
    if PROVIDER in command:
        return "provider"
    return "program" if PROGRAM in command else "engine"


def _seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system
