"""A sandbox for all these tests, put back to its seed before each, and a client of it."""

from collections.abc import Iterator

import pytest

from pulumi_livevox.client import Account, Limits, LiveVoxClient
from pulumi_livevox.sandbox.platform import Options
from pulumi_livevox.sandbox.server import Sandbox, running
from tests.rig.line import Line
from tests.rig.sandbox import CLIENT, PASSWORD, TOKEN, USER


@pytest.fixture(scope="session")
def running_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """Takes a name that another service has."""
    options = Options(
        data=tmp_path_factory.mktemp("sandbox"), quiet=True, allow_duplicate_names=True
    )
    with running(options) as sandbox:
        yield sandbox


@pytest.fixture
def line() -> Line:
    """What the client sends goes over it."""
    return Line()


@pytest.fixture
def client(running_sandbox: Sandbox, line: Line) -> Iterator[LiveVoxClient]:
    running_sandbox.platform.reset()
    account = Account(running_sandbox.url, CLIENT, USER, PASSWORD, TOKEN)
    with LiveVoxClient(account, Limits(timeout_seconds=5, deadline_seconds=10), line) as client:
        yield client
