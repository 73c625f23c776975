"""Starting the sandbox of the dev stack at a port that may be somebody else's."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from pulumi_livevox.sandbox.platform import Options
from pulumi_livevox.sandbox.server import running
from tests.rig import ROOT
from tests.rig.sandbox import free_port


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    """A folder with the dev stack's configuration; a sandbox left in it is stopped."""
    folder = tmp_path / "project"
    (folder / "stacks").mkdir(parents=True)
    shutil.copy(ROOT / "stacks" / "Pulumi.dev.yaml", folder / "stacks")
    yield folder
    with contextlib.suppress(FileNotFoundError):
        port = int((folder / ".sandbox" / "port").read_text())
        if (there := pid_at(port)) is not None:
            os.kill(there, signal.SIGTERM)


def pid_at(port: int) -> int | None:
    """The process of the sandbox at a port."""
    with contextlib.suppress(httpx.TransportError):
        told = httpx.get(f"http://127.0.0.1:{port}/sandbox/health", trust_env=False).json()
        return int(told["pid"])
    return None


def started(folder: Path, *port: object, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "sandbox_up.py", *map(str, port)],
        cwd=folder,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=60,
    )


def refusal(folder: Path, port: object) -> str:
    """What is said where it does not start."""
    refused = started(folder, port)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    return refused.stderr


def test_it_starts_once_and_the_dev_stack_follows_its_port(project: Path) -> None:
    port = free_port()
    first, second, where_it_is = started(project, port), started(project, port), started(project)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert f"Sandbox at http://127.0.0.1:{port}" in first.stdout
    assert f"`kill {pid_at(port)}`" in first.stdout
    assert second.stdout == ""
    assert (where_it_is.returncode, where_it_is.stdout) == (0, "")
    assert (project / ".sandbox" / "port").read_text().strip() == str(port)
    configured = (project / ".sandbox" / "Pulumi.dev.yaml").read_text()
    assert f"baseUrl: http://127.0.0.1:{port}\n" in configured
    assert configured.replace(f":{port}", ":8730") == (ROOT / "stacks/Pulumi.dev.yaml").read_text()

    other = free_port()
    assert f"answers at http://127.0.0.1:{port} already" in refusal(project, other)
    assert pid_at(other) is None

    os.kill(pid_at(port) or 0, signal.SIGTERM)
    deadline = time.monotonic() + 10
    while pid_at(port) is not None and time.monotonic() < deadline:
        time.sleep(0.05)
    moved = started(project, other)
    assert moved.returncode == 0, moved.stderr
    assert f"take that up again with PORT={port}" in moved.stdout


def test_a_port_of_another_projects_sandbox_is_refused_with_its_process_and_folder(
    project: Path, tmp_path: Path
) -> None:
    with running(Options(data=tmp_path / "other", quiet=True)) as sandbox:
        port = int(sandbox.url.rpartition(":")[2])
        told = refusal(project, port)
    assert f"Port {port} is taken by another project's sandbox, process {os.getpid()}" in told
    assert f"its data in {tmp_path / 'other'}" in told
    assert "another port: PORT=" in told


@pytest.mark.parametrize(
    "greeting", [b"SSH-2.0-OpenSSH_9.6\r\n", b"HTTP/1.0 200 OK\r\n\r\n[]", b""]
)
def test_a_port_of_another_program_is_refused_with_its_process_and_folder(
    project: Path, greeting: bytes
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        threading.Thread(target=greet, args=(other, greeting), daemon=True).start()
        port = int(other.getsockname()[1])
        told = refusal(project, port)
    assert f"Port {port} is taken by process {os.getpid()} (" in told
    assert f") in {os.getcwd()}, which is no sandbox." in told


def greet(other: socket.socket, greeting: bytes) -> None:
    with contextlib.suppress(OSError):
        while True:
            connection, _ = other.accept()
            with connection:
                connection.sendall(greeting)


@pytest.mark.parametrize("port", ["", "x", "0", "65536", "-1", "8730.5"])
def test_what_is_no_port_is_told(project: Path, port: str) -> None:
    assert refusal(project, port) == f'PORT was "{port}"; it may be a number from 1 to 65535.\n'


def test_no_proxy_is_asked_for_it(project: Path) -> None:
    port = free_port()
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        address = f"http://127.0.0.1:{proxy.getsockname()[1]}"
        done = started(project, port, http_proxy=address, HTTP_PROXY=address, ALL_PROXY=address)
        assert done.returncode == 0, done.stderr
        proxy.settimeout(0.1)
        with pytest.raises(TimeoutError):
            proxy.accept()


def test_a_misspelt_stack_is_told_with_those_that_are_there() -> None:
    done = subprocess.run(
        ["make", "-C", ROOT, "preview", "STACK=pord"], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert 'STACK was "pord"; it may be one of these' in done.stderr
    assert ": dev prod prod-west staging\n" in done.stderr
    assert "No rule" not in done.stderr
