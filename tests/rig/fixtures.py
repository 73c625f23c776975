"""Servers that tests share; a room's conftest takes the fixtures that it needs."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from pulumi_livevox.sandbox.platform import Options
from pulumi_livevox.sandbox.server import Sandbox, running
from tests.rig.canned import Api
from tests.rig.platform import Platform


@pytest.fixture(scope="session")
def running_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """A sandbox of this process, which takes a name that another service has."""
    options = Options(
        data=tmp_path_factory.mktemp("sandbox"), quiet=True, allow_duplicate_names=True
    )
    with running(options) as sandbox:
        yield sandbox


@pytest.fixture
def platform(running_sandbox: Sandbox) -> Iterator[Platform]:
    """The sandbox, put back to its seed."""
    running_sandbox.platform.reset()
    with closing(Platform(running_sandbox)) as platform:
        yield platform


@pytest.fixture
def api() -> Iterator[Api]:
    """A server that answers what it is told."""
    with closing(Api()) as api:
        yield api
