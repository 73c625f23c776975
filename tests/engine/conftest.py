"""Fixtures of the tests that run the real engine; every test in this folder is marked `engine`."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rig import ROOT, live
from tests.rig.call_center import CALL_CENTER
from tests.rig.engine import find_engine, interruptible
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("engine")


@pytest.fixture(scope="session")
def engine() -> Iterator[Path]:
    """The folder of the `pulumi` to test with, built where there is none."""
    with interruptible():
        yield find_engine()


@pytest.fixture(scope="session")
def lowest() -> Path:
    """The folder of a Python with the lowest versions that are supported: for `stack.python`."""
    venv = ROOT / ".venv-lowest"
    subprocess.run(["make", "-C", ROOT, f"{venv.name}/installed"], check=True, timeout=600)
    return venv / "bin"


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[Sandbox]:
    sandbox = Sandbox(tmp_path / "sandbox")
    sandbox.start()
    yield sandbox
    sandbox.stop()


@pytest.fixture
def stack(tmp_path: Path, engine: Path, sandbox: Sandbox) -> Stack:
    folder = tmp_path / "stack"
    folder.mkdir()
    return Stack(folder, engine, sandbox)


@pytest.fixture
def support(stack: Stack, sandbox: Sandbox) -> int:
    """The id of the support line of the call center, which is rolled out."""
    stack.roll_out(CALL_CENTER)
    return live.names(sandbox)["Support Line"]
