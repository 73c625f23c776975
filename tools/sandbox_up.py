"""Start the sandbox of the dev stack where none answers yet.

At a port that is told, or else where it was last, or else where stacks/Pulumi.dev.yaml has it.
Where that is another one than in there, a copy of the file that names it is written beside the
sandbox's data; of an example's file there always is one.
"""

import argparse
import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import time
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple
from urllib.request import ProxyHandler, build_opener

import psutil

CONFIGURATION = Path("stacks/Pulumi.dev.yaml")
DATA = Path(".sandbox")
COPY = DATA / CONFIGURATION.name
COMMAND = Path(sys.executable).with_name("pulumi-livevox")
LOG = DATA / "sandbox.log"
LAST_PORT = DATA / "port"
PATIENCE_SECONDS = 30.0


class Refusal(Exception):
    """Why there is no sandbox, and what to do."""


class Answer(NamedTuple):
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
    """Name the process that listens there, with its folder, as far as this user may see it."""
    with contextlib.suppress(psutil.Error):
        for each in psutil.net_connections("tcp"):
            if each.status == psutil.CONN_LISTEN and each.laddr[1:] == (port,) and each.pid:
                with contextlib.suppress(psutil.Error):
                    process = psutil.Process(each.pid)
                    return f"process {each.pid} ({process.name()}) in {process.cwd()}"
                return f"process {each.pid}"
    return "a process that only its user, or root, may see"


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


def configured_port(configuration: Path = CONFIGURATION) -> int:
    """Return the port that a stack is configured for, the dev stack by default."""
    address = re.search(r"livevox:baseUrl: http://127\.0\.0\.1:(\d+)", configuration.read_text())
    assert address, f"{configuration} does not name the sandbox's address"
    return int(address[1])


def configure(configuration: Path, copy: Path, port: int) -> None:
    """Write a stack's configuration once more, with the address of the sandbox of a port."""
    text = configuration.read_text()
    copy.write_text(text.replace(f":{configured_port(configuration)}", f":{port}"))


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
    free = next((each for each in range(port + 11, 65536) if not is_taken(each)), configured_port())
    raise Refusal(
        f"Port {port} is taken by {who}. Stop that, or run this with another port: PORT={free}."
    )


def start(port: int, command: list[str]) -> None:
    """Start one that outlives this command and its terminal, and wait for its first answer."""
    with LOG.open("ab") as log:
        sandbox = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    deadline = time.monotonic() + PATIENCE_SECONDS
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
    if port == configured_port():
        COPY.unlink(missing_ok=True)
    else:
        configure(CONFIGURATION, COPY, port)


def main() -> None:
    """Return once the sandbox answers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("port", nargs="?")
    parser.add_argument("--foreground", action="store_true", help="until Ctrl-C, with its log")
    parser.add_argument("--example", type=Path, help="the folder of an example that is to use it")
    asked = parser.parse_args()

    port = port_of(asked.port) if asked.port is not None else last_port() or configured_port()
    command = [str(COMMAND), "sandbox", "--port", str(port), "--data", str(DATA)]
    DATA.mkdir(exist_ok=True)
    there = ask(port)
    if asked.foreground or there is None or not there.is_ours:
        require_free(port)
    if there is None and not asked.foreground:
        start(port, command)
    remember(port)
    if asked.example is not None:
        copy = DATA / f"Pulumi.{asked.example.name}.yaml"
        configure(asked.example / CONFIGURATION.name, copy, port)
    if asked.foreground:
        os.execv(COMMAND, command)


if __name__ == "__main__":
    try:
        main()
    except Refusal as refusal:
        sys.exit(str(refusal))
