"""A sandbox for all these tests, put back to its seed before each, and exports of it."""

import os
from pathlib import Path

import pytest

from tests.export.exporting import Exports
from tests.rig.fixtures import api, platform, running_sandbox
from tests.rig.platform import Platform

__all__ = ["api", "platform", "running_sandbox"]


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What this machine says of proxies and accounts is no part of a test."""
    for name in os.environ:
        if name.startswith("LIVEVOX_") or name.upper().endswith("_PROXY"):
            monkeypatch.delenv(name)


@pytest.fixture
def exports(platform: Platform, tmp_path: Path) -> Exports:
    return Exports(platform, tmp_path / "atlanta")
