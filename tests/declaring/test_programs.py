"""What is kept for one run of a program, of all the runs in a process."""

import os
from collections.abc import Callable, Mapping

import pulumi
import pytest

from pulumi_livevox import config
from pulumi_livevox.program import configuration, running
from pulumi_livevox.program.running import once_a_run
from tests.declaring.test_start_up import ACCOUNT


class Stack:
    """What the SDK makes for each run."""


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[[Stack | None], None]:
    """Have a program run, or none."""
    # Mocks of other tests stay in the process.
    monkeypatch.setattr(running, "get_monitor", lambda: None)
    return lambda stack: monkeypatch.setattr(running, "stack", lambda: stack)


@pytest.fixture
def resolved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where the environment leads, each time that it is resolved; credentials stand in it."""
    for name in config.VARIABLES.values():
        monkeypatch.setenv(name, ACCOUNT.get(name, ""))
    environments: list[str] = []
    resolve = config.resolve

    def noted(
        configured: Callable[[str], object | None], environ: Mapping[str, str]
    ) -> config.Configuration:
        environments.append(environ["LIVEVOX_ENVIRONMENT"])
        return resolve(configured, environ)

    monkeypatch.setattr(config, "resolve", noted)
    return environments


def test_what_is_made_once_a_run_is_made_anew_for_each(run: Callable[[Stack | None], None]) -> None:
    made = once_a_run(object)
    one, other = Stack(), Stack()
    run(one)
    first = made()
    assert made() is first
    run(other)
    assert made() is not first
    run(one)
    assert made() is first
    run(None)
    assert made() is not made()


def test_a_program_resolves_its_own_configuration_once(
    run: Callable[[Stack | None], None], resolved: list[str]
) -> None:
    programs = {"na3": Stack(), "na4": Stack()}
    for _ in range(3):
        for environment, program in programs.items():
            run(program)
            os.environ["LIVEVOX_ENVIRONMENT"] = environment
            configuration.require()
            assert configuration.resolved().account.base_url == config.ENVIRONMENTS[environment]
    assert resolved == ["na3", "na4"]


def test_what_is_wrong_is_resolved_once_and_told_of_each_resource(
    run: Callable[[Stack | None], None], resolved: list[str]
) -> None:
    program = Stack()
    run(program)
    os.environ["LIVEVOX_ENVIRONMENT"] = "na7"
    for _ in range(3):
        with pytest.raises(pulumi.RunError, match='livevox:environment was "na7"; it may be'):
            configuration.require()
    assert resolved == ["na7"]
