"""`pulumi-livevox adopt --up` rolls out what it shows, and nothing else."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from pulumi_livevox.tasks.stacks.steps import SERVICE
from tests.cli.command import Account, Ended, run_process

TEMPLATE = 53662
LINE_ID = 17797
"""A live service of the template's call center."""

PULUMI = """\
#!/bin/sh
case " $* " in
    *" version "*) echo v3.259.0 ;;
    *" config "*) echo "{}" ;;
    *" preview "*) cat preview.json ;;
    *" up "*) touch rolled-out ;;
esac
"""
"""An engine whose preview is what a test says."""


def step(resource: str, operation: str, **inputs: Any) -> Mapping[str, Any]:
    urn = f"urn:pulumi:dev::shop::{SERVICE}::{resource}"
    state = {"type": SERVICE, "urn": urn, "custom": True, "inputs": inputs}
    return {"op": operation, "urn": urn, "oldState" if operation == "delete" else "newState": state}


LINE = step("line", "create", name="Atlanta_FS_Manual_VOIP (4)", template_id=TEMPLATE)
NEW = step("new", "create", name="New", template_id=TEMPLATE)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "Pulumi.yaml").write_text("name: shop\nruntime: python\n")
    (tmp_path / "pulumi").write_text(PULUMI)
    (tmp_path / "pulumi").chmod(0o755)
    return tmp_path


def adopt(account: Account, project: Path, *steps: Mapping[str, Any]) -> Ended:
    (project / "preview.json").write_text(json.dumps({"steps": steps}))
    found_first = {"PATH": f"{project}:/usr/bin:/bin", "HOME": str(project)}
    options = ("--stack", "dev", "--yes", "--up")
    return run_process({**account, **found_first}, "adopt", *options, folder=project)


def was_rolled_out(project: Path) -> bool:
    return (project / "rolled-out").exists()


def entries(project: Path) -> str:
    return (project / "Pulumi.dev.yaml").read_text()


def test_takeovers_and_what_is_not_found_are_rolled_out(account: Account, project: Path) -> None:
    done = adopt(account, project, LINE, NEW)

    assert (done.code, was_rolled_out(project)) == (0, True), done.output + done.errors
    assert "so that pulumi up makes them:\n  new\n" in done.output


def test_what_else_is_pending_is_told_and_not_rolled_out(account: Account, project: Path) -> None:
    deleted = [step(f"old-{at:02}", "delete") for at in range(23)]

    done = adopt(account, project, LINE, *deleted)

    assert (done.code, was_rolled_out(project)) == (1, False), done.output + done.errors
    told = done.output.split("Pending besides, which pulumi up does as well:\n")[1].splitlines()
    assert told[0] == "  delete  Service old-00"
    assert told[19:21] == ["  delete  Service old-19", "  …       and 3 more"]
    assert "Look at `pulumi preview`, and run `pulumi up`." in done.errors
    assert f"    line: {LINE_ID}\n" in entries(project)


def test_a_service_without_a_template_is_left_to_the_user(account: Account, project: Path) -> None:
    done = adopt(account, project, LINE, step("copy", "create", name="Copy", template_id=4711))

    assert (done.code, was_rolled_out(project)) == (1, False), done.output + done.errors
    assert "Left to you:\n  copy  no live service has its name, and template_id 4711" in done.output
    assert "Not found" not in done.output
    assert f"    line: {LINE_ID}\n" in entries(project)


def test_an_empty_configuration_above_a_salt_gets_the_entries(
    account: Account, project: Path
) -> None:
    (project / "Pulumi.dev.yaml").write_text("config:\nencryptionsalt: v1:abc\n")

    done = adopt(account, project, LINE)

    assert (done.code, was_rolled_out(project)) == (0, True), done.output + done.errors
    assert entries(project) == (
        f"config:\n  livevox:adopt:\n    line: {LINE_ID}\nencryptionsalt: v1:abc\n"
    )


def test_where_nothing_is_taken_over_nothing_is_rolled_out(account: Account, project: Path) -> None:
    done = adopt(account, project, step("old", "update", name="Old"))

    assert (done.code, was_rolled_out(project)) == (0, False), done.output + done.errors
    assert "Nothing was rolled out, as nothing is taken over." in done.output
