"""The command, run as users run it: with a terminal, or without one."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.rig import PYTHON, canned, sandbox

COMMAND = str(PYTHON / "pulumi-livevox")
Account = Mapping[str, str]
"""Whose services a command works on: variables of its environment."""

_SHADES = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said where."""

    code: int
    output: str
    errors: str

    @property
    def lines(self) -> list[str]:
        return self.output.splitlines()


def on_sandbox(running: sandbox.Sandbox) -> Account:
    """The sandbox's account."""
    return _account(running.url, sandbox.CLIENT, sandbox.USER, (sandbox.PASSWORD, sandbox.TOKEN))


def on_canned(api: canned.Api) -> Account:
    """The account of a server that answers what it is told."""
    return _account(api.root, "ACME", "deployer", (canned.PASSWORD, canned.API_TOKEN))


def run(account: Account, *arguments: str, folder: Path | None = None, **env: str) -> Ended:
    """Run a command without a terminal."""
    done = subprocess.run(
        [COMMAND, *arguments],
        cwd=folder,
        env=environment(account, **env),
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    return Ended(done.returncode, done.stdout, done.stderr)


def in_terminal(columns: int, account: Account, *arguments: str) -> Ended:
    """Run a command in a terminal of a width; bold is left out of what it printed."""
    terminal, end = pty.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [COMMAND, *arguments],
        env=environment(account, TERM="xterm"),
        stdin=end,
        stdout=end,
        stderr=subprocess.PIPE,
    )
    os.close(end)
    printed = b""
    with suppress(OSError):  # the other end is closed
        while chunk := os.read(terminal, 65536):
            printed += chunk
    os.close(terminal)
    _, errors = process.communicate(timeout=60)
    text = _SHADES.sub("", printed.decode().replace("\r\n", "\n"))
    return Ended(process.returncode, text, errors.decode())


def environment(account: Account, **more: str) -> dict[str, str]:
    """The environment of a command: nothing of this one's account, terminal or language."""
    kept = ("HOME", "PATH", "PYTHONPATH")
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        "LC_ALL": "C.UTF-8",
        **account,
        **more,
    }


def _account(url: str, client: str, user: str, secrets: tuple[str, str]) -> Account:
    names = ("BASE_URL", "CLIENT_NAME", "USERNAME", "PASSWORD", "API_TOKEN")
    values = (url, client, user, *secrets)
    return {f"LIVEVOX_{name}": value for name, value in zip(names, values, strict=True)}
