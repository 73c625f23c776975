"""What the commands say of themselves: help with examples that work, and completion."""

import re
import shlex
from pathlib import Path

import pytest

from pulumi_livevox.cli.app import app
from pulumi_livevox.cli.exit_codes import ExitCode
from tests.cli.command import Account, run
from tests.rig import ROOT

DOCS = ROOT / "docs"
PAGE = (DOCS / "command-line.md").read_text()
PAGES = {
    "services": PAGE,
    "show": PAGE,
    "hours": PAGE,
    "export": (DOCS / "export.md").read_text(),
    "adopt": (DOCS / "taking-over.md").read_text(),
}
"""Where the options of a command are told; those of the sandbox are in its help alone."""
HELPS = {str(each.name): each.help or "" for each in app.registered_commands}


def examples(*commands: str) -> list[str]:
    helps = "\n".join(HELPS[each] for each in commands)
    return re.findall(r"^    pulumi-livevox (.*)", helps, re.MULTILINE)


@pytest.mark.parametrize("example", examples("services", "show", "export"))
def test_the_examples_of_the_help_work(account: Account, tmp_path: Path, example: str) -> None:
    arguments = shlex.split(example.replace("--stack dev", ""))
    ended = run(account, *arguments, folder=tmp_path)
    # That service lacks a message that the template has, which is a remark.
    assert ended.code == (ExitCode.REMARKS if "--template" in example else ExitCode.DONE)
    assert ended.output != ""


@pytest.mark.parametrize("example", examples("hours"))
def test_the_examples_of_hours_work_or_get_as_far_as_the_project(
    account: Account, tmp_path: Path, example: str
) -> None:
    if "--folder" in example:
        run(account, "export", "atlanta", "--call-center", "433", folder=tmp_path)
    arguments = shlex.split(example.replace("--stack dev", ""))
    ended = run(account, "hours", *arguments[1:], folder=tmp_path)
    if "--stack prod" in example:
        assert ended.errors.startswith("there is no Pulumi.yaml")
    else:
        assert (ended.code, ended.output != "") == (ExitCode.DONE, True)


@pytest.mark.parametrize("example", examples("adopt"))
def test_the_examples_of_taking_over_get_as_far_as_the_project(
    tmp_path: Path, example: str
) -> None:
    arguments = shlex.split(example)
    if not {"--dry-run", "--yes"} & {*arguments}:
        arguments.append("--dry-run")
    ended = run({}, *arguments, folder=tmp_path)
    assert ended.errors.startswith("there is no Pulumi.yaml")


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


def test_the_page_has_every_command() -> None:
    told = run({}, "--help").output.partition("Commands:")[2]
    commands = re.findall(r"^  (\w+)  ", told, re.MULTILINE)
    assert set(commands) == {*PAGES, "sandbox"} == set(HELPS)
    assert not [each for each in commands if f"pulumi-livevox {each}" not in PAGE]


@pytest.mark.parametrize("command", PAGES)
def test_the_page_of_a_command_has_every_option(command: str) -> None:
    told = run({}, command, "--help").output
    rows = re.findall(r"^  (?:-\w, )?(--.*?)(?:  |$)", told, re.MULTILINE)
    options = {option for row in rows for option in re.findall(r"--[\w-]+", row)}
    assert {"--debug", "--help", "--stack"} <= options
    assert options - set(re.findall(r"--[\w-]+", PAGES[command])) <= {"--debug", "--help"}


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
