"""Password, API token and session stand nowhere, whatever is asked for and whatever fails."""

import subprocess
from pathlib import Path

from tests.engine import live
from tests.engine.harness import PASSWORD, TOKEN, Sandbox, Stack
from tests.engine.programs import CALL_CENTER, edited

LOGS = ("-v=9", "--logtostderr", "--logflow")
DEBUG = {"HTTPX_LOG_LEVEL": "trace", "GRPC_VERBOSITY": "debug"}


def found_in(folder: Path, *secrets: str) -> list[str]:
    """The files below a folder that hold one of the secrets."""
    patterns = [option for secret in secrets for option in ("-e", secret)]
    found = subprocess.run(
        ["grep", "-rlaF", *patterns, folder], capture_output=True, text=True, timeout=60
    )
    return found.stdout.splitlines()


def sessions_of(sandbox: Sandbox) -> list[str]:
    """The sessions that the sandbox has given."""
    login = {"clientName": "SANDBOX", "userName": "sandbox", "password": PASSWORD}
    return [sandbox.api("POST", "/session/login", login)["sessionId"]]


def test_no_secret_is_written_anywhere(stack: Stack, sandbox: Sandbox) -> None:
    # The stack's file names the sandbox's password in a comment.
    file = stack.project / "Pulumi.dev.yaml"
    lines = file.read_text().splitlines()
    file.write_text("\n".join(line for line in lines if not line.startswith("#")))
    for setting in ("password", "apiToken"):
        stack.run("config", "rm", f"livevox:{setting}")
    stack.env |= {"LIVEVOX_PASSWORD": PASSWORD, "LIVEVOX_API_TOKEN": TOKEN} | DEBUG
    outputs = []

    stack.program(CALL_CENTER)
    outputs.append(stack.preview(*LOGS, "--save-plan", str(stack.folder / "plan.json")).output)
    outputs.append(stack.up(*LOGS).output)
    support = live.names(sandbox)["Support Line"]
    stack.program(edited(('"INBOUND_TEMPLATE_ID": 14206', '"OTHER_ID": 7')))
    outputs.append(stack.up(*LOGS, fails=True).output)
    sandbox.api("POST", "/sandbox/campaigns", params={"service": support})
    outputs.append(stack.destroy(*LOGS, fails=True).output)
    stack.env["LIVEVOX_USERNAME"] = "nobody"
    stack.run("config", "rm", "livevox:username")
    stack.program(CALL_CENTER)
    outputs.append(stack.up(*LOGS, fails=True).output)
    outputs.append(stack.run("stack", "export", "--show-secrets").output)
    outputs.append(stack.run("stack", "history", "--show-secrets").output)

    secrets = (PASSWORD, TOKEN, *sessions_of(sandbox))
    for output in outputs:
        for secret in secrets:
            assert secret not in output
    assert found_in(stack.folder, *secrets) == []
    assert found_in(sandbox.data / "access.jsonl", *secrets) == []


def test_secret_configuration_is_kept_encrypted(stack: Stack, sandbox: Sandbox) -> None:
    file = stack.project / "Pulumi.dev.yaml"
    lines = file.read_text().splitlines()
    file.write_text("\n".join(line for line in lines if not line.startswith("#")))
    stack.program(CALL_CENTER)
    outputs = [stack.up().output, stack.run("stack", "export").output]
    secrets = (PASSWORD, TOKEN, *sessions_of(sandbox))
    for output in outputs:
        for secret in secrets:
            assert secret not in output
    assert found_in(stack.folder, *secrets) == []
