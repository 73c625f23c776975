"""Start the sandbox of the dev stack at a port, where none answers yet.

    sandbox_up.py PORT                in the background
    sandbox_up.py PORT --foreground   until Ctrl-C, showing every request

Where the port is not the one of stacks/Pulumi.dev.yaml, a copy of that file that names it is
written beside the sandbox's data.
"""

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import psutil

CONFIGURATION = Path("stacks/Pulumi.dev.yaml")
CONFIGURED_PORT = 8730  # the one in there
DATA = Path(".sandbox")
COMMAND = Path(sys.executable).with_name("pulumi-livevox")
LOG = DATA / "sandbox.log"
LAST_PORT = DATA / "port"
PATIENCE = 30.0


class Refusal(Exception):
    """Why there is no sandbox, and what to do."""


@dataclass(frozen=True)
class Answer:
    """What a sandbox says of itself."""

    data: Path
    pid: int

    @property
    def is_ours(self) -> bool:
        """Tell whether it is the one of this folder."""
        return self.data == DATA.resolve()


def url_of(port: int) -> str:
    """Return where the sandbox of a port is."""
    return f"http://127.0.0.1:{port}"


def ask(port: int) -> Answer | None:
    """Return what the sandbox there says, None where there is none."""
    # Whatever proxies the environment names: they don't lead to this machine.
    direct = build_opener(ProxyHandler({}))
    try:
        with direct.open(f"{url_of(port)}/sandbox/health", timeout=2) as answer:
            told = json.load(answer)
        return Answer(Path(told["data"]), int(told["pid"]))
    except (OSError, HTTPException, ValueError, KeyError, TypeError):
        return None


def is_taken(port: int) -> bool:
    """Tell whether anything listens there."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2):
            return True
    except OSError:
        return False


def listener(port: int) -> str:
    """Say which process listens there, as far as this user may see it."""
    with contextlib.suppress(psutil.Error):
        for each in psutil.net_connections("tcp"):
            at = each.laddr[1:] if each.status == psutil.CONN_LISTEN else ()
            if each.pid and at == (port,):
                return described(each.pid)
    return "a process that only its user, or root, may see"


def described(pid: int) -> str:
    """Name a process by its id, its program and its folder."""
    try:
        process = psutil.Process(pid)
        return f"process {pid} ({process.name()}) in {process.cwd()}"
    except psutil.Error:
        return f"process {pid}"


def port_of(typed: str) -> int:
    """Read a port."""
    if not (typed.isascii() and typed.isdigit() and 0 < int(typed) < 65536):
        raise Refusal(f'PORT was "{typed}"; it may be a number from 1 to 65535.')
    return int(typed)


def last_port() -> int | None:
    """Return the port that this folder's sandbox had last."""
    try:
        return port_of(LAST_PORT.read_text().strip())
    except (OSError, Refusal):
        return None


def require_free(port: int) -> None:
    """Refuse a port that somebody has, and a second sandbox on the same data."""
    for each in {last_port() or port, port}:
        if (there := ask(each)) is not None and there.is_ours:
            raise Refusal(
                f"This project's sandbox answers at {url_of(each)} already: go on with that one "
                f"(PORT={each}), or stop it first (kill {there.pid})."
            )
    if not is_taken(port):
        return
    if (other := ask(port)) is not None:
        who = f"another project's sandbox, process {other.pid}, with its data in {other.data}"
    else:
        who = f"{listener(port)}, which is no sandbox"
    free = next((each for each in range(port + 11, 65536) if not is_taken(each)), CONFIGURED_PORT)
    raise Refusal(
        f"Port {port} is taken by {who}. Stop that, or run this with another port: PORT={free}."
    )


def start(port: int) -> None:
    """Start one that outlives this command and its terminal, and wait for its first answer."""
    with LOG.open("ab") as log:
        sandbox = subprocess.Popen(
            command(port),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    deadline = time.monotonic() + PATIENCE
    while sandbox.poll() is None and time.monotonic() < deadline:
        if ask(port) is not None:
            print(f"Sandbox at {url_of(port)}, its log in {LOG}; `kill {sandbox.pid}` stops it.")
            return
        time.sleep(0.1)
    sandbox.terminate()
    end = LOG.read_text(errors="replace").splitlines()[-10:]
    raise Refusal(
        "\n".join([f"The sandbox did not start at {url_of(port)}; the end of {LOG}:", *end])
    )


def command(port: int) -> list[str]:
    """Return the command that serves at a port."""
    return [str(COMMAND), "sandbox", "--port", str(port), "--data", str(DATA)]


def remember(port: int) -> None:
    """Let the next command find the sandbox at the same port, and the dev stack as well."""
    before = last_port()
    if before not in (None, port):
        print(
            f"The sandbox was at port {before} before. What the dev stack has there stays there: "
            f"take that up again with PORT={before}.",
            flush=True,
        )
    LAST_PORT.write_text(f"{port}\n")
    if port != CONFIGURED_PORT:
        text = CONFIGURATION.read_text().replace(f":{CONFIGURED_PORT}", f":{port}")
        (DATA / CONFIGURATION.name).write_text(text)


def main(typed: str, *options: str) -> int:
    """Return once the sandbox answers."""
    in_foreground = "--foreground" in options
    try:
        port = port_of(typed)
        DATA.mkdir(exist_ok=True)
        there = ask(port)
        if in_foreground or there is None or not there.is_ours:
            require_free(port)
        if there is None and not in_foreground:
            start(port)
        remember(port)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    if in_foreground:
        os.execv(COMMAND, command(port))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
