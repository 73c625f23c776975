"""States live on: a state of each release, opened with the code and the SDK of today."""

from pathlib import Path

import pytest

from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

RELEASES = sorted((Path(__file__).parent / "states").iterdir())


@pytest.mark.parametrize("release", RELEASES, ids=[release.name for release in RELEASES])
def test_a_state_of_a_release_shows_no_change(
    stack: Stack, sandbox: Sandbox, release: Path
) -> None:
    stack.run("stack", "import", "--file", str(release / "state.json"))
    stack.config("livevox:baseUrl", "http://127.0.0.1:8730")
    stack.program((release / "program.py").read_text())
    operations = stack.preview().operations
    assert len(operations) == len(stack.resources()) > 0
    assert set(operations.values()) == {"same"}
    assert sandbox.requests() == []
