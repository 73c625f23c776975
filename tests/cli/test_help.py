"""What the commands say of themselves: help with examples that work, and completion."""

import re
import shlex
from pathlib import Path

import pytest

from pulumi_livevox.cli import services, show
from pulumi_livevox.cli.exit_codes import ExitCode
from tests.cli.command import Account, run
from tests.rig import ROOT

PAGE = (ROOT / "docs" / "command-line.md").read_text()


@pytest.mark.parametrize(
    "example", re.findall(r"^    pulumi-livevox (.*)", services.HELP + show.HELP, re.MULTILINE)
)
def test_the_examples_of_the_help_work(account: Account, example: str) -> None:
    arguments = shlex.split(example.replace("--stack dev", ""))
    ended = run(account, *arguments)
    assert ended.code == 0
    assert ended.output != ""


def test_the_help_of_a_command_has_its_examples_line_by_line() -> None:
    told = run({}, "show", "--help")
    assert told.code == 0
    assert '\n      pulumi-livevox show "Template Inbound" --call-center 433\n' in told.output


def test_the_page_and_the_help_name_every_code() -> None:
    told = run({}, "--help").output
    for code in ExitCode:
        assert re.search(rf"^    +{code.value} ", told, re.MULTILINE), code
        assert code.meaning in told
        assert f"| {code.value} | {code.meaning} |" in PAGE.replace("`", "").replace("\\|", "|")


def test_the_page_has_every_command_and_option() -> None:
    commands = re.findall(
        r"^  (\w+)  ", run({}, "--help").output.partition("Commands:")[2], re.MULTILINE
    )
    assert {"services", "show", "sandbox"} <= set(commands)
    for command in commands:
        assert f"pulumi-livevox {command}" in PAGE
    for command in ("services", "show"):
        for option in re.findall(
            r"^  (--\w[\w-]*)", run({}, command, "--help").output, re.MULTILINE
        ):
            assert option in PAGE


@pytest.mark.parametrize(
    ("typed", "completed"),
    [("pulumi-livevox s", "services"), ("pulumi-livevox services --stack p", "prod")],
)
def test_a_shell_completes_commands_and_stacks(tmp_path: Path, typed: str, completed: str) -> None:
    (tmp_path / "Pulumi.yaml").touch()
    (tmp_path / "stacks").mkdir()
    for stack in ("dev", "prod"):
        (tmp_path / "stacks" / f"Pulumi.{stack}.yaml").touch()
    asked = {"COMP_WORDS": typed, "COMP_CWORD": str(len(typed.split()) - 1)}
    ended = run({}, folder=tmp_path, _PULUMI_LIVEVOX_COMPLETE="complete_bash", **asked)
    assert completed in ended.lines
    assert "dev" not in ended.lines
