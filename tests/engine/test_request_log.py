"""LIVEVOX_LOG_FILE: what was asked of the API, for whoever looks into a failure."""

import json

from tests.rig.call_center import CALL_CENTER
from tests.rig.sandbox import PASSWORD, TOKEN, Sandbox
from tests.rig.stack import IMPORTS, Stack


def test_each_try_of_each_request_is_one_line(stack: Stack, sandbox: Sandbox) -> None:
    file = stack.folder / "requests.jsonl"
    stack.env["LIVEVOX_LOG_FILE"] = str(file)
    path = "/configuration/services/*/phone/*"
    fault = {"kind": "status-503", "method": "POST", "path": path, "limit": 1}
    with sandbox.faulty(fault):
        stack.roll_out(CALL_CENTER)

    text = file.read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    logged = sorted(line["path"].partition("?")[0] for line in lines)
    assert logged == sorted(request.path for request in sandbox.requests())
    (number,) = (line["resource"] for line in lines if line["status"] == 503)
    failed, repeated = [line for line in lines if line["resource"] == number]
    assert (failed["status"], failed["try"], failed["code"]) == (503, 1, 503)
    assert (repeated["status"], repeated["try"], repeated["code"]) == (204, 2, None)
    kinds = {line["resource"].split()[0] for line in lines}
    assert kinds == {"Service", "CallerId", "InboundHours"}
    assert PASSWORD not in text
    assert TOKEN not in text


def test_a_log_lies_where_the_user_stands_wherever_the_program_is(stack: Stack) -> None:
    program, below = stack.project / "program", stack.project / "below"
    for folder in (program, below):
        folder.mkdir()
    with (stack.project / "Pulumi.yaml").open("a") as settings:
        settings.write("main: program/\n")
    looking_up = "livevox.get_services(433)\n"
    (program / "__main__.py").write_text(IMPORTS + looking_up + CALL_CENTER)
    stack.env["LIVEVOX_LOG_FILE"] = "requests.jsonl"

    stack.standing = below
    stack.up()
    assert list(stack.folder.rglob("requests.jsonl")) == [below / "requests.jsonl"]
    # The program's process and the provider's write one file.
    lines = (below / "requests.jsonl").read_text().splitlines()
    resources = [str(json.loads(line)["resource"]) for line in lines]
    assert "get_services(call_center_id=433)" in resources
    assert any(each.startswith("CallerId ") for each in resources)

    # With -C the user stands there, as for any other file.
    stack.standing = stack.folder
    (below / "requests.jsonl").unlink()
    stack.run("-C", str(stack.project), "destroy", "--yes", "--skip-preview")
    assert list(stack.folder.rglob("requests.jsonl")) == [stack.project / "requests.jsonl"]


def test_a_log_that_can_not_be_written_is_told_before_anything_is_sent(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program(CALL_CENTER)
    stack.env["LIVEVOX_LOG_FILE"] = str(stack.folder)
    assert "LIVEVOX_LOG_FILE was" in stack.up(fails=True).output
    assert sandbox.requests() == []
