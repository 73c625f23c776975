"""What one command of the engine takes: time, requests, memory."""

import contextlib
import importlib.metadata
import os
import platform
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from benchmarks.contenders import Place
from benchmarks.watching import Watch
from pulumi_livevox.run import checkpoints
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

    places: int = 0
    """How many operations the engine carried out at once; 0 in figures that do not tell."""

    cpu_seconds: Mapping[str, float] = field(default_factory=dict)
    """User and system time by process (`watching.PARTS`); empty in figures that do not tell."""


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
    watch = Watch(process.pid, place.sandbox.pid)
    _wait(place.stack, process, watch)
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
        provider_mb=round(watch.provider_bytes / 1e6, 1),
        state_bytes=_state_bytes(place),
        places=place.contender.places,
        cpu_seconds=watch.cpu_seconds(),
    )


def _wait(stack: Stack, process: subprocess.Popen[bytes], watch: Watch) -> None:
    """Wait for a command, and look at its processes meanwhile."""
    ends = time.monotonic() + _SECONDS_AT_MOST
    try:
        while time.monotonic() < ends:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_SECONDS_BETWEEN_LOOKS)
                return
            watch.look()
    except KeyboardInterrupt:
        # An engine has a process group of its own. Told, it ends its provider and its lock.
        process.send_signal(signal.SIGINT)
        stack.finish(process, _SECONDS_TO_END)
        raise
    stack.cut_off(process)
    raise SystemExit(f"no end in {_SECONDS_AT_MOST:g} s:\n{stack.output()}")


def _state_bytes(place: Place) -> int | None:
    other = place.contender.env.keys() - checkpoints.VARIABLES.keys()
    if other:  # the state may be compressed, or elsewhere
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
