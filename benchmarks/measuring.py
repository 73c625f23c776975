"""What one command of the engine takes: time, requests, memory."""

import contextlib
import importlib.metadata
import os
import platform
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from benchmarks.contenders import Place
from tests.rig.processes import PROVIDER
from tests.rig.sandbox import CLIENT, PASSWORD, TOKEN, USER, Sandbox
from tests.rig.stack import COMMANDS, Stack
from tests.rig.stamp import stamp

OPERATIONS = ("preview", "create", "no-op", "refresh", "update", "destroy")
"""In the order in which they are done to a stack: the preview is of the create."""

_LEVELS = {"preview": 30, "update": 40}
_SECONDS_AT_MOST = 3 * 3600.0
_SECONDS_TO_END = 60.0
_SECONDS_BETWEEN_LOOKS = 0.25


@dataclass(frozen=True)
class Sample:
    """One command of one contender."""

    contender: str
    services: int
    delay_ms: int
    run: str
    """The conditions that it was measured under, in words."""

    round: int
    """Samples of one round were taken in turn; the number is the run's own."""

    operation: str
    seconds: float
    requests: int
    resources: int
    """How many resources the command went through."""

    provider_mb: float
    """The most resident memory of the provider's process, shared pages included, in megabytes."""

    state_bytes: int | None
    """The size of the stack's state afterwards, where that is a plain file on this machine."""


def conditions(engine: Path) -> str:
    """The day, the code, the machine, the software, and what a request costs the sandbox itself."""
    version = subprocess.check_output([engine / "pulumi", "version"], text=True).strip()
    sdk = importlib.metadata.version("pulumi")
    return (
        f"{stamp()}, {os.cpu_count()} cores, Pulumi {version}, its SDK {sdk}, Python "
        f"{platform.python_version()}; the sandbox itself {_cost_of_a_sandbox():.1f} ms a request"
    )


def measure(place: Place, run: str, round_number: int, operation: str) -> Sample:
    """Do one operation. A command that fails ends the benchmark with what it printed."""
    if operation in _LEVELS:
        place.stack.config("level", str(_LEVELS[operation]))
    place.sandbox.forget()
    command = COMMANDS.get(operation, COMMANDS["up"])
    began = time.perf_counter()
    process = place.stack.start(*command, *place.contender.options)
    memory = _wait(place.stack, process)
    seconds = time.perf_counter() - began
    done = place.stack.finish(process, 0)
    if not done.ok:
        raise SystemExit(f"{place.contender.name}: {operation} ended with\n{done.output}")
    return Sample(
        contender=place.contender.name,
        services=place.services,
        delay_ms=place.delay_ms,
        run=run,
        round=round_number,
        operation=operation,
        seconds=round(seconds, 3),
        requests=len(place.sandbox.requests()),
        resources=len(done.operations),
        provider_mb=round(memory / 1e6, 1),
        state_bytes=_state_bytes(place),
    )


def _wait(stack: Stack, process: subprocess.Popen[bytes]) -> int:
    """Wait for a command; the most memory of its provider meanwhile.

    It is looked at seldom, so that looking costs next to nothing.
    """
    most = 0
    ends = time.monotonic() + _SECONDS_AT_MOST
    try:
        while time.monotonic() < ends:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_SECONDS_BETWEEN_LOOKS)
                return most
            most = max(most, _memory_of_provider(process.pid))
    except KeyboardInterrupt:
        # An engine has a process group of its own. Told, it ends its provider and its lock.
        process.send_signal(signal.SIGINT)
        stack.finish(process, _SECONDS_TO_END)
        raise
    stack.cut_off(process)
    raise SystemExit(f"no end in {_SECONDS_AT_MOST:g} s:\n{stack.output()}")


def _memory_of_provider(engine: int) -> int:
    most = 0
    with contextlib.suppress(psutil.NoSuchProcess):
        for process in psutil.Process(engine).children(recursive=True):
            if any(PROVIDER in part for part in process.cmdline()):
                most = max(most, process.memory_info().rss)
    return most


def _state_bytes(place: Place) -> int | None:
    if place.contender.env:  # it may compress the state, or keep it elsewhere
        return None
    stacks = place.stack.folder / "state" / ".pulumi" / "stacks"
    return sum(file.stat().st_size for file in stacks.rglob("dev.json"))


def _cost_of_a_sandbox() -> float:
    """Milliseconds a request of a sandbox that waits for nothing."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        sandbox = Sandbox(Path(folder))
        sandbox.start()
        try:
            return _asked(sandbox)
        finally:
            sandbox.kill()


def _asked(sandbox: Sandbox, requests: int = 300) -> float:
    """Read and write in turn."""
    login = {"clientName": CLIENT, "userName": USER, "password": PASSWORD}
    service = "/configuration/services/53661"
    with httpx.Client(base_url=sandbox.url, headers={"LV-Access": TOKEN}, trust_env=False) as http:
        session = http.post("/session/login", json=login).raise_for_status().json()
        http.headers["LV-Session"] = session["sessionId"]
        began = time.perf_counter()
        for number in range(requests):
            http.get(service).raise_for_status()
            http.post(service, json={"abbreviation": f"T{number}"}).raise_for_status()
        return (time.perf_counter() - began) * 1000 / (2 * requests)
