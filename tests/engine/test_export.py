"""What is exported is what stands: it is taken over without a write, and managed from then on."""

import subprocess
from pathlib import Path

import pytest

from tests.rig import PYTHON
from tests.rig.sandbox import CLIENT, PASSWORD, TOKEN, USER, Sandbox
from tests.rig.stack import Stack


@pytest.fixture
def exported(tmp_path: Path, engine: Path, sandbox: Sandbox) -> Stack:
    """The project of an export of two call centers, with its stack."""
    folder = tmp_path / "exported"
    (folder / "state").mkdir(parents=True)
    secrets = {"LIVEVOX_PASSWORD": PASSWORD, "LIVEVOX_API_TOKEN": TOKEN}
    account = {
        "LIVEVOX_BASE_URL": sandbox.url,
        "LIVEVOX_CLIENT_NAME": CLIENT,
        "LIVEVOX_USERNAME": USER,
    }
    call_centers = ("--call-center", "433", "--call-center", "2829")
    subprocess.run(
        [str(PYTHON / "pulumi-livevox"), "export", "project", *call_centers],
        cwd=folder,
        env={**secrets, **account},
        check=True,
    )
    stack = Stack(folder, engine, sandbox)
    stack.env |= secrets
    stack.run("stack", "init", "live")
    sandbox.forget()
    return stack


def test_an_export_is_taken_over_and_managed(exported: Stack, sandbox: Sandbox) -> None:
    before = sandbox.dump()
    assert set(exported.up().operations.values()) == {"create"}
    assert {each.verb for each in sandbox.requests() if "/session/" not in each.path} == {"GET"}
    assert sandbox.dump() == before

    exported.preview("--refresh", "--expect-no-changes")

    program = exported.project / "shared.py"
    text = program.read_text()
    assert '"service_level_seconds": 20' in text
    module = exported.project / "call_center_2829.py"
    lines = module.read_text().replace("settings=SETTINGS", "settings=SETTINGS | EDITED", 1)
    edit = '\nEDITED = {"service_level_seconds": 30}\n\ncalifornia'
    module.write_text(lines.replace("\ncalifornia", edit, 1))
    sandbox.forget()
    exported.up()
    (write,) = [each for each in sandbox.requests() if each.verb == "POST" and each.body]
    assert write.path.endswith("/settings")
    assert write.body == {"serviceLevelSeconds": 30}
