"""Commands of the engine on a place, what strikes while one runs, and a log of what they said."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from typing import Any

import psutil

from tests.rig.faults import Fault
from tests.rig.place import Place
from tests.rig.processes import PROVIDER, kill_all, processes_of
from tests.rig.stack import Run

SECONDS_A_COMMAND = 90.0
_SECONDS_TO_END = 5.0


def _was_asked(process: psutil.Process) -> bool:
    """Whether a provider's process was asked anything: until then it has nothing of the package.

    Where a run refreshes first the engine starts a second one, and may be killed right then.
    """
    with contextlib.suppress(psutil.NoSuchProcess):
        return any("pydantic_core" in each.path for each in process.memory_maps())
    return False


class Commands:
    """Runs the engine on one place. `problems` are those that only show while a command runs."""

    def __init__(self, place: Place) -> None:
        self.problems: list[str] = []
        self._place = place
        self._stack = place.stack
        self._sandbox = place.sandbox
        self._log = place.folder / "commands.log"

    def run(self, *command: str) -> Run:
        """A command that nothing happens to; it may end as it likes."""
        return self._finish(self._stack.start(*command), command)

    def beside(self, *command: str) -> Run:
        """A command of `pulumi-livevox` on the stack; it may end as it likes."""
        done = subprocess.run(
            [self._stack.python / "pulumi-livevox", *command],
            cwd=self._stack.project,
            env=self._stack.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SECONDS_A_COMMAND,
        )
        run = Run(done.returncode, done.stdout, [])
        self._note_run(f"pulumi-livevox {' '.join(command)}", run)
        return run

    def struck(self, command: tuple[str, ...], fault: Fault, faults: list[dict[str, Any]]) -> Run:
        """A command while faults, as the sandbox takes them, are set; the first is `fault`."""
        self._sandbox.api("PUT", "/sandbox/faults", json={"faults": faults})
        process = self._stack.start(*command, env=fault.env)
        if fault.kill is not None:
            self._kill(process, fault)
        return self._finish(process, command)

    def unlock(self) -> None:
        """Take away the lock that a killed engine left, if there is one."""
        if list((self._stack.folder / "state" / ".pulumi" / "locks").rglob("*.json")):
            self.run("cancel", "--yes")

    def note(self, text: str) -> None:
        """Write into the log."""
        with self._log.open("a") as log:
            log.write(f"{text}\n")

    def _kill(self, process: subprocess.Popen[bytes], fault: Fault) -> None:
        deadline = time.monotonic() + SECONDS_A_COMMAND
        while not self._sandbox.has_struck:
            if process.poll() is not None or time.monotonic() > deadline:
                return
            time.sleep(0.1)  # the request waits; asking more often takes time from those who work
        providers = processes_of(self._stack.folder, PROVIDER)
        if fault.kill in ("engine", "both"):
            os.kill(process.pid, signal.SIGKILL)
        if fault.kill in ("provider", "both"):
            kill_all(providers)
        _, alive = psutil.wait_procs(providers, timeout=_SECONDS_TO_END)
        if any(map(_was_asked, alive)):
            self.problems.append("the provider's process outlives its engine")
        kill_all(alive)
        if fault.loses_journal:
            shutil.rmtree(self._place.journal, ignore_errors=True)

    def _finish(self, process: subprocess.Popen[bytes], command: tuple[str, ...]) -> Run:
        run = self._stack.finish(process, SECONDS_A_COMMAND)
        self._note_run(f"pulumi {' '.join(command)}", run)
        return run

    def _note_run(self, command: str, run: Run) -> None:
        self.note(f"$ {command}\n{run.output}\n[ended with {run.code}]\n")
