"""Whose account a command works on: `--stack`, or the environment alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pulumi_livevox.config import ConfigurationError
from pulumi_livevox.tasks.account import connect
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.stacks import Stack, find_project

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


def _stack_names(incomplete: str) -> list[str]:
    """Return the stacks that have a file of configuration in the project, for completion."""
    try:
        project = find_project(Path.cwd())
    except (OSError, TaskError):
        return []
    files = (*project.glob("Pulumi.*.yaml"), *project.glob("*/Pulumi.*.yaml"))
    names = {file.name.removeprefix("Pulumi.").removesuffix(".yaml") for file in files}
    return sorted(name for name in names if name.startswith(incomplete))


StackOption = Annotated[
    str | None,
    typer.Option(
        "--stack",
        metavar="NAME",
        autocompletion=_stack_names,
        help="Stack of this folder's project whose configuration is used, then the environment; "
        "without it the environment (LIVEVOX_...) alone.",
    ),
]
"""`--stack` of every command that speaks to the API."""


def connected(stack_name: str | None) -> LiveVoxClient:
    """Make the client of a stack of this folder's project, or of the environment.

    Raises ConfigurationError where a setting is missing or wrong, TaskError where there is no such
    project or stack.
    """
    if stack_name is not None:
        return connect(Stack(find_project(Path.cwd()), stack_name), os.environ)
    try:
        return connect(None, os.environ)
    except ConfigurationError as error:
        raise ConfigurationError(
            f"{error}. The environment alone was asked: --stack NAME asks a stack's configuration"
        ) from None
