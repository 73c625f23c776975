"""The command as users run it: with a terminal, or without one."""

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout, suppress
from contextvars import copy_context
from dataclasses import dataclass
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

import pytest

from pulumi_livevox.cli import main
from tests.rig import PYTHON, canned

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


def on_canned(api: canned.Api) -> Account:
    """The account of a server that answers what it is told."""
    return {
        "LIVEVOX_BASE_URL": api.root,
        "LIVEVOX_CLIENT_NAME": "ACME",
        "LIVEVOX_USERNAME": "deployer",
        "LIVEVOX_PASSWORD": canned.PASSWORD,
        "LIVEVOX_API_TOKEN": canned.API_TOKEN,
    }


def run(account: Account, *arguments: str, folder: Path = Path(), **env: str) -> Ended:
    """Run a command without a terminal, where nobody answers; in this process, which is quicker."""
    output, errors = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        chdir(folder),
        patch.dict(os.environ, environment(account, COLUMNS="80", **env), clear=True),
        patch.multiple(sys, argv=[COMMAND, *arguments], stdin=StringIO()),
        redirect_stdout(output),
        redirect_stderr(errors),
        pytest.raises(SystemExit) as end,
    ):
        # What a command sets in its context is gone with it, as with its process.
        copy_context().run(main)
    texts = []
    for stream in (output, errors):
        stream.seek(0)
        texts.append(stream.read())
    assert "--debug" in arguments or "Traceback" not in texts[1]
    return Ended(int(end.value.code or 0), *texts)


def run_process(account: Account, *arguments: str, folder: Path = Path(), **env: str) -> Ended:
    """Run a command likewise, as a process of its own."""
    done = subprocess.run(
        [COMMAND, *arguments],
        cwd=folder,
        env=environment(account, **env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "Traceback" not in done.stderr
    return Ended(done.returncode, done.stdout, done.stderr)


def in_terminal(
    columns: int, account: Account, *arguments: str, folder: Path = Path(), answer: str = ""
) -> Ended:
    """Run a command in a terminal of a width; its question, if it asks one, gets the answer.

    Bold is left out of what it printed.
    """
    terminal, end = pty.openpty()
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [COMMAND, *arguments],
        cwd=folder,
        env=environment(account, TERM="xterm"),
        stdin=end,
        stdout=end,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=_in_the_foreground,
    )
    os.close(end)
    printed = b""
    with suppress(OSError):  # the other end is closed
        while chunk := os.read(terminal, 65536):
            printed += chunk
            if printed.endswith(b"[y/N]:"):
                os.write(terminal, answer.encode())
    os.close(terminal)
    _, errors = process.communicate(timeout=60)
    text = _SHADES.sub("", printed.decode().replace("\r\n", "\n"))
    return Ended(process.returncode, text, errors.decode())


def _in_the_foreground() -> None:
    """Have Ctrl-C in the terminal reach the process."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def environment(account: Account, **more: str) -> dict[str, str]:
    """The environment of a command: nothing of this one's account, terminal or language."""
    kept = ("HOME", "PATH", "PYTHONPATH")
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        "LC_ALL": "C.UTF-8",
        **account,
        **more,
    }
