"""Password, API token and session stand nowhere, whatever is asked for and whatever fails."""

import base64
import subprocess
from pathlib import Path

import pytest

from tests.rig import live
from tests.rig.call_center import CALL_CENTER, edited
from tests.rig.sandbox import CLIENT, PASSWORD, TOKEN, USER, Sandbox
from tests.rig.stack import Stack

LOGS = ("-v=9", "--logtostderr", "--logflow")
CHATTY = "import logging; logging.basicConfig(level=logging.DEBUG)"
"""Run by every Python of the stack as it starts: all that its libraries have to say is shown."""


def found_in(folder: Path, *secrets: str) -> list[str]:
    """The files below a folder that hold one of the secrets."""
    patterns = [option for secret in secrets for option in ("-e", secret)]
    found = subprocess.run(
        ["grep", "-rlaF", *patterns, folder], capture_output=True, text=True, timeout=60
    )
    # 0 is found, 1 is not found; anything else has not looked.
    assert found.returncode in (0, 1), found.stderr
    return found.stdout.splitlines()


def secrets_of(sandbox: Sandbox) -> list[str]:
    """Password and token, and the session that the sandbox gives for them."""
    login = {"clientName": CLIENT, "userName": USER, "password": PASSWORD}
    return [PASSWORD, TOKEN, sandbox.api("POST", "/session/login", login)["sessionId"]]


@pytest.fixture
def stack(stack: Stack) -> Stack:
    """A stack whose file does not name the sandbox's password, as a comment of it does."""
    file = stack.project / "Pulumi.dev.yaml"
    lines = file.read_text().splitlines()
    file.write_text("\n".join(line for line in lines if not line.startswith("#")))
    return stack


def test_no_secret_is_written_anywhere(stack: Stack, sandbox: Sandbox) -> None:
    for setting in ("password", "apiToken"):
        stack.run("config", "rm", f"livevox:{setting}")
    stack.env |= {"LIVEVOX_PASSWORD": PASSWORD, "LIVEVOX_API_TOKEN": TOKEN}
    stack.env |= {"GRPC_VERBOSITY": "debug", "PYTHONPATH": str(stack.folder)}
    (stack.folder / "sitecustomize.py").write_text(CHATTY)
    log, plan = stack.folder / "requests.jsonl", stack.folder / "plan.json"
    stack.env["LIVEVOX_LOG_FILE"] = str(log)
    outputs = []

    stack.program(CALL_CENTER)
    outputs.append(stack.preview(*LOGS, "--save-plan", str(plan)).output)
    outputs.append(stack.up(*LOGS).output)
    providers = [base64.b64decode(each["inputs"]["__provider"]) for each in stack.resources()]
    support = live.names(sandbox)["Support Line"]
    stack.program(edited(('"INBOUND_TEMPLATE_ID": 14206', '"OTHER_ID": 7')))
    outputs.append(stack.up(*LOGS, fails=True).output)
    sandbox.api("POST", "/sandbox/campaigns", params={"service": support})
    outputs.append(stack.destroy(*LOGS, fails=True).output)
    stack.env["LIVEVOX_USERNAME"] = "nobody"
    stack.run("config", "rm", "livevox:username")
    outputs.append(stack.roll_out(CALL_CENTER, *LOGS, fails=True).output)
    outputs.append(stack.run("stack", "export", "--show-secrets").output)
    outputs.append(stack.run("stack", "history", "--show-secrets").output)

    secrets = secrets_of(sandbox)
    assert all(secret not in output for output in outputs for secret in secrets)
    assert "DEBUG:httpcore" in outputs[1]
    assert log.stat().st_size > 0
    assert plan.stat().st_size > 0
    assert len(providers) == 5
    assert all(secret.encode() not in each for each in providers for secret in secrets)
    assert found_in(stack.folder, *secrets) == []
    assert found_in(sandbox.data / "access.jsonl", *secrets) == []


def test_secret_configuration_is_kept_encrypted(stack: Stack, sandbox: Sandbox) -> None:
    outputs = [stack.roll_out(CALL_CENTER).output, stack.run("stack", "export").output]
    secrets = secrets_of(sandbox)
    assert all(secret not in output for output in outputs for secret in secrets)
    assert found_in(stack.folder, *secrets) == []
