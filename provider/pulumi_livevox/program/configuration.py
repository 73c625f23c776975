"""The configuration of the running program: judged and resolved once a run."""

from __future__ import annotations

import os

import pulumi
from pulumi.runtime import is_config_secret

from pulumi_livevox import config
from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.program.running import is_mocked, once_a_run
from pulumi_livevox.run import checkpoints
from pulumi_livevox.run.commits import Commits
from pulumi_livevox.run.journal import Journal


def require() -> None:
    """Refuse a program whose configuration is incomplete, or keeps a secret in plain text.

    A unit test with mocks needs none. Raises pulumi.RunError.
    """
    if not is_mocked() and (refusal := _refusal()):
        raise pulumi.RunError(refusal)


@once_a_run
def _refusal() -> str:
    """Return what is wrong with the configuration, "" where nothing is."""
    if told := _plain_secret():
        return told
    try:
        checkpoints.require_lasting_journal(resolved().journal_folder, os.environ)
    except LiveVoxError as error:
        return str(error)
    return ""


def _plain_secret() -> str:
    stack = pulumi.Config(config.NAMESPACE)
    for key in config.SECRETS:
        full = f"{config.NAMESPACE}:{key}"
        if stack.get(key) and not is_config_secret(full):
            return (
                f"{full} is plain configuration, which the engine keeps readable in files and "
                f"state: set it with `pulumi config set --secret {full}`, or remove it with "
                f"`pulumi config rm {full}` and set {config.VARIABLES[key]}"
            )
    return ""


@once_a_run
def resolved() -> config.Configuration:
    """Return the configuration of the running program. Raises LiveVoxError."""
    stack = pulumi.Config(config.NAMESPACE)
    return config.resolve(
        lambda key: stack.get(key.removeprefix(f"{config.NAMESPACE}:")), os.environ
    )


def journal() -> Journal:
    """Return the journal of the running program. Raises LiveVoxError."""
    configuration = resolved()
    return Journal(configuration.journal_folder, configuration.account.base_url)


@once_a_run
def commits() -> Commits:
    """Return the commits on record of the running program's project. Raises LiveVoxError."""
    return Commits(journal(), os.getcwd())
