"""A sandbox for all these tests, put back to its seed before each, and clients of it."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pulumi_livevox.client import LiveVoxClient
from pulumi_livevox.sandbox.platform import Options
from pulumi_livevox.sandbox.server import Sandbox, running
from tests.export.exporting import Exports
from tests.export.platform import Platform
from tests.rig.canned import Api


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this machine says of proxies and accounts is no part of a test."""
    for name in os.environ:
        if name.startswith("LIVEVOX_") or name.upper().endswith("_PROXY"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def running_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    with running(Options(data=tmp_path_factory.mktemp("sandbox"), quiet=True)) as sandbox:
        yield sandbox


@pytest.fixture
def platform(running_sandbox: Sandbox) -> Iterator[Platform]:
    running_sandbox.platform.reset()
    with closing(Platform(running_sandbox)) as platform:
        yield platform


@pytest.fixture
def client(platform: Platform) -> LiveVoxClient:
    return platform.client()


@pytest.fixture
def exports(platform: Platform, tmp_path: Path) -> Exports:
    return Exports(platform, tmp_path / "atlanta")


@pytest.fixture
def api() -> Iterator[Api]:
    with closing(Api()) as api:
        yield api
