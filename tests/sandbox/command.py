"""The sandbox's command, run as users run it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

COMMAND = [sys.executable, "-c", "from pulumi_livevox.cli import main; main()", "sandbox"]


@contextmanager
def serving(data: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str, httpx.Client]]:
    """A sandbox on a free port: its process, its first line, and a connection to it."""
    process = subprocess.Popen(
        [*COMMAND, "--port", "0", "--data", str(data), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    welcome = process.stdout.readline()
    url = next(word for word in welcome.split() if word.startswith("http://127.0.0.1:"))
    with process, httpx.Client(base_url=url.rstrip(";")) as http:
        try:
            yield process, welcome, http
        finally:
            process.kill()


def refusal(data: Path, *options: str) -> str:
    """What the command says of options that it does not serve with."""
    result = subprocess.run(
        [*COMMAND, "--data", str(data), *options], capture_output=True, text=True, timeout=60
    )
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    return result.stderr
