"""Two sandboxes for all these tests, put back to their seed before each."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from pulumi_livevox.sandbox.platform import Options
from pulumi_livevox.sandbox.server import Sandbox, running
from tests.lifecycle.standing_resources import lay_out
from tests.lifecycle.world import World


@pytest.fixture(scope="session")
def strict_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """Refuses a name that is taken."""
    with running(Options(data=tmp_path_factory.mktemp("strict"), quiet=True)) as sandbox:
        yield sandbox


@pytest.fixture(scope="session")
def lenient_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """Takes a name that another service has."""
    options = Options(
        data=tmp_path_factory.mktemp("lenient"), quiet=True, allow_duplicate_names=True
    )
    with running(options) as sandbox:
        yield sandbox


@pytest.fixture
def world(strict_sandbox: Sandbox, tmp_path: Path) -> Iterator[World]:
    yield from _world(strict_sandbox, tmp_path)


@pytest.fixture
def lenient_world(lenient_sandbox: Sandbox, tmp_path: Path) -> Iterator[World]:
    """A world in which names may stand twice."""
    yield from _world(lenient_sandbox, tmp_path)


@pytest.fixture
def laid_out(world: World) -> World:
    """A world in which the resources of `standing_resources` stand as they are declared."""
    lay_out(world)
    return world


def _world(sandbox: Sandbox, folder: Path) -> Iterator[World]:
    sandbox.platform.reset()
    certificates = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    with httpx.Client(base_url=sandbox.url, trust_env=False, verify=certificates) as outside:
        world = World(sandbox, outside, folder / "journal")
        yield world
        world.close()
        world.line.close()
