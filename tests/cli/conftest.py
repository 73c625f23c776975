"""A sandbox that the commands of a module share, and a server that answers what it is told."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.cli.command import Account, on_sandbox
from tests.rig.canned import Api
from tests.rig.sandbox import Sandbox


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    sandbox = Sandbox(tmp_path_factory.mktemp("sandbox"))
    sandbox.start()
    yield sandbox
    sandbox.kill()


@pytest.fixture(scope="module")
def account(sandbox: Sandbox) -> Account:
    return on_sandbox(sandbox)


@pytest.fixture
def api() -> Iterator[Api]:
    with closing(Api()) as api:
        yield api
