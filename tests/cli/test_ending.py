"""How commands end: a code, one message where something went wrong, and never a traceback."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from pulumi_livevox.tasks import selection
from tests.cli.command import COMMAND, Account, environment, on_canned, run
from tests.rig.canned import API_TOKEN, PASSWORD, SERVICE, Api, answer, late


def test_an_error_of_the_api_is_one_message_with_its_words(api: Api) -> None:
    api.on_login = answer(401, {"code": 401, "message": "Account is locked"})
    ended = run(on_canned(api), "services")
    assert (ended.code, ended.output) == (1, "")
    (message,) = ended.errors.splitlines()
    assert "Account is locked" in message
    assert "Check the client name" in message
    assert PASSWORD not in message


def test_a_setting_that_is_missing_is_told_with_the_way_to_a_stacks_settings() -> None:
    ended = run({}, "show", "5")
    (message,) = ended.errors.splitlines()
    assert ended.code == 1
    assert "LIVEVOX_ENVIRONMENT" in message
    assert "--stack NAME" in message


def test_a_stack_outside_of_a_project_is_told(tmp_path: Path) -> None:
    ended = run({}, "show", "5", "--stack", "dev", folder=tmp_path)
    assert ended.code == 1
    assert ended.errors.startswith(f"there is no Pulumi.yaml in {tmp_path}")


@pytest.mark.parametrize(
    "arguments",
    [
        ("servces",),
        ("services", "--call-center", "x"),
        ("services", "--direction", "UP"),
        ("services", "--call-center", "0"),
        ("show",),
        ("show", "Main"),
        ("show", "0"),
    ],
)
def test_wrong_usage_ends_with_2_and_the_way_to_help(arguments: tuple[str, ...]) -> None:
    ended = run({}, *arguments)
    assert (ended.code, ended.output) == (2, "")
    assert "--help" in ended.errors
    assert "Error: " in ended.errors


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> Callable[[Exception], Account]:
    """An account for whose services the command raises an error."""

    def failing(error: Exception) -> Account:
        def select(*given: object, **options: object) -> None:
            password = PASSWORD  # noqa: F841
            raise error

        monkeypatch.setattr(selection, "select", select)
        return {
            "LIVEVOX_BASE_URL": "http://127.0.0.1:9",
            "LIVEVOX_CLIENT_NAME": "ACME",
            "LIVEVOX_USERNAME": "deployer",
            "LIVEVOX_PASSWORD": PASSWORD,
            "LIVEVOX_API_TOKEN": API_TOKEN,
        }

    return failing


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KeyError(PASSWORD), "An error that is not foreseen: KeyError at "),
        (OSError(28, "No space left on device", "a.py"), "a.py: No space left on device."),
    ],
)
def test_an_error_that_nobody_thought_of_is_one_sentence(
    nobody: Callable[[Exception], Account], error: Exception, told: str
) -> None:
    ended = run(nobody(error), "services")
    assert (ended.code, ended.output) == (1, "")
    assert told in ended.errors
    assert PASSWORD not in ended.errors
    assert len(ended.errors.splitlines()) == 1


@pytest.mark.parametrize("arguments", [("--debug", "services"), ("services", "--debug")])
def test_debug_shows_how_it_came_about_without_values(
    nobody: Callable[[Exception], Account], arguments: tuple[str, ...]
) -> None:
    ended = run(nobody(KeyError(1)), *arguments)
    assert ended.code == 1
    assert "Traceback (most recent call last)" in ended.errors
    assert "KeyError: 1" in ended.errors
    assert PASSWORD not in ended.errors
    assert API_TOKEN not in ended.errors


def test_an_interruption_ends_at_once_with_one_line(api: Api) -> None:
    slow = late(30, answer(200, {}))
    for section in ("", "/phone", "/settings"):
        api.on("GET", f"{SERVICE}{section}", slow)
    process = subprocess.Popen(
        [COMMAND, "show", "5"],
        env=environment(on_canned(api)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    deadline = time.monotonic() + 30
    while len(api.requests) < 7 and time.monotonic() < deadline:
        time.sleep(0.05)
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=30)
    assert (process.returncode, output, errors) == (130, "", "Interrupted.\n")
    assert time.monotonic() - began < 5


def test_a_reader_that_leaves_ends_it_quietly(account: Account) -> None:
    process = subprocess.Popen(
        [COMMAND, "show", "20575"],
        env=environment(account),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(30) == 141
    process.stderr.close()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
def test_output_that_can_not_be_written_is_told(account: Account) -> None:
    with open("/dev/full", "w") as full:
        ended = subprocess.run(
            [COMMAND, "show", "20575"],
            env=environment(account),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    assert ended.returncode == 1
    assert ended.stderr == "The system refused it: No space left on device.\n"


def test_every_request_of_a_command_is_logged_where_that_is_wished(
    account: Account, tmp_path: Path
) -> None:
    run(account, "show", "20575", folder=tmp_path, LIVEVOX_LOG_FILE="requests.jsonl")
    text = (tmp_path / "requests.jsonl").read_text()
    paths = [json.loads(line)["path"] for line in text.splitlines()]
    assert "/configuration/services/20575/pacing" in paths
    assert account["LIVEVOX_PASSWORD"] not in text
