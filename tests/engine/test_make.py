"""`make`, in a checkout of one's own, as the README has it."""

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.rig import PYTHON, ROOT, live
from tests.rig.requests import SERVICES
from tests.rig.sandbox import PASSWORD, TOKEN, Sandbox

OF_A_REAL_ACCOUNT = {
    "LIVEVOX_PASSWORD": PASSWORD,
    "LIVEVOX_API_TOKEN": TOKEN,
    "PULUMI_CONFIG_PASSPHRASE": "a passphrase",
}


class Checkout:
    """A copy of what `make` needs, with the Python and the engine of this one."""

    def __init__(self, folder: Path, engine: Path) -> None:
        self.folder = folder
        for name in ("Makefile", "Pulumi.yaml", "requirements.lock"):
            shutil.copy(ROOT / name, folder)
        for name in ("examples", "stacks", "tools"):
            shutil.copytree(ROOT / name, folder / name)
        (folder / ".venv").symlink_to(PYTHON.parent)
        (folder / ".engine").symlink_to(engine.parent)

    def run(self, *command: str, **environ: str) -> subprocess.CompletedProcess[str]:
        inherited = ("PATH", "LANG", "SSL_CERT_FILE")
        env = {name: os.environ[name] for name in inherited if name in os.environ}
        env |= {"HOME": str(self.folder), "PULUMI_HOME": str(self.folder / "home")}
        return subprocess.run(
            command,
            cwd=self.folder,
            env=env | environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=180,
        )

    def make(self, *args: str, **environ: str) -> subprocess.CompletedProcess[str]:
        # What is installed is not looked after here.
        return self.run("make", "--old-file", ".venv/installed", *args, **environ)

    def selected(self) -> str:
        return self.run("tools/pulumi", "stack", "--show-name").stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path, engine: Path) -> Iterator[Checkout]:
    made = Checkout(tmp_path, engine)
    yield made
    with contextlib.suppress(FileNotFoundError, httpx.TransportError):
        port = (tmp_path / ".sandbox" / "port").read_text().strip()
        health = httpx.get(f"http://127.0.0.1:{port}/sandbox/health", trust_env=False)
        os.kill(health.json()["pid"], signal.SIGTERM)


def test_the_dev_stack_follows_its_sandbox_to_another_port(checkout: Checkout) -> None:
    sandbox = Sandbox(checkout.folder / ".sandbox")
    committed = (checkout.folder / "stacks" / "Pulumi.dev.yaml").read_text()

    up = checkout.make("up", f"PORT={sandbox.port}")
    assert up.returncode == 0, up.stdout
    assert f"Sandbox at {sandbox.url}" in up.stdout
    made = {"Support Line", "Support Callbacks"}
    assert made <= live.names(sandbox).keys()
    assert checkout.selected() == "dev"

    # The port is remembered, the state is where it was, and a preview of drift changes neither.
    sandbox.api("POST", f"{SERVICES}/1100001/settings", {"serviceLevelSeconds": 99})
    state = checkout.folder / ".state/.pulumi/stacks/call-center/dev.json"
    before = state.read_text()
    drift = checkout.make("drift")
    assert drift.returncode == 0, drift.stdout
    assert "99 => 20" in drift.stdout
    assert state.read_text() == before

    for target in ("preview", "refresh"):
        done = checkout.make(target)
        assert done.returncode == 0, done.stdout
    assert checkout.make("destroy").returncode == 0
    assert not made & live.names(sandbox).keys()
    assert (checkout.folder / "stacks" / "Pulumi.dev.yaml").read_text() == committed


def test_other_stacks_ask_before_anything_is_done_and_are_not_selected(checkout: Checkout) -> None:
    checkout.run("tools/pulumi", "stack", "init", "staging", **OF_A_REAL_ACCOUNT)
    preview = checkout.make("preview", "STACK=prod", **OF_A_REAL_ACCOUNT)
    assert preview.returncode == 0, preview.stdout
    assert "+ 7 to create" in preview.stdout
    for target in ("up", "destroy"):
        refused = checkout.make(target, "STACK=prod", **OF_A_REAL_ACCOUNT)
        assert refused.returncode != 0
        assert "--yes" in refused.stdout
        assert "non-interactive mode" in refused.stdout
    assert checkout.selected() == "staging"
    assert not (checkout.folder / ".sandbox").exists()


def test_an_example_is_rolled_out_by_one_command_and_taken_away_by_another(
    checkout: Checkout,
) -> None:
    sandbox = Sandbox(checkout.folder / ".sandbox")
    example = checkout.folder / "examples" / "night_line"
    files = {file: file.read_text() for file in example.iterdir() if file.is_file()}

    made = checkout.make("example", "NAME=night_line", f"PORT={sandbox.port}")
    assert made.returncode == 0, made.stdout
    assert "+ 3 to create" in made.stdout
    assert "Night Line" in live.names(sandbox)
    assert {file: file.read_text() for file in example.iterdir() if file.is_file()} == files

    away = checkout.make("example-away", "NAME=night_line")
    assert away.returncode == 0, away.stdout
    assert "Night Line" not in live.names(sandbox)


def test_an_example_that_there_is_none_is_told_with_those_that_there_are(
    checkout: Checkout,
) -> None:
    refused = checkout.make("example", "NAME=night_lines")
    assert refused.returncode != 0
    assert 'NAME was "night_lines"; it may be one of these: clinic_chain manila' in refused.stdout
    assert not (checkout.folder / ".sandbox").exists()
