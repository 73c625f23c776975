"""A sandbox for all these tests, put back to its seed before each, and a client of it."""

from collections.abc import Iterator

import pytest

from pulumi_livevox.client import Account, Limits, LiveVoxClient
from tests.rig.fixtures import api, platform, running_sandbox
from tests.rig.line import Line
from tests.rig.platform import Platform
from tests.rig.sandbox import CLIENT, PASSWORD, TOKEN, USER

__all__ = ["api", "platform", "running_sandbox"]


@pytest.fixture
def line() -> Line:
    """What the client sends goes over it."""
    return Line()


@pytest.fixture
def client(platform: Platform, line: Line) -> Iterator[LiveVoxClient]:
    account = Account(platform.url, CLIENT, USER, PASSWORD, TOKEN)
    with LiveVoxClient(account, Limits(timeout_seconds=5, deadline_seconds=10), line) as client:
        yield client
