"""Whose account a command works on: that of a stack, or of the environment alone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pulumi_livevox import config
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.stacks.stack import Stack, find_project

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


def stack_of(name: str | None, *, may_be_missing: bool = False) -> Stack | None:
    """Return the stack of this folder's project that `--stack` names, None where it names none.

    None as well where no such stack stands here, and that may be. Raises TaskError where there is
    no project.
    """
    if name is None:
        return None
    try:
        stack = Stack(find_project(Path.cwd()), name)
    except TaskError:
        if may_be_missing:
            return None
        raise
    return None if may_be_missing and not stack.file.exists() else stack


def stack_or_selected(name: str | None) -> Stack:
    """Return the stack that `--stack` names, else the selected one, as for `pulumi`.

    Raises TaskError where there is no project, or none is selected.
    """
    return stack_of(name) or Stack.selected(find_project(Path.cwd()))


def configuration(stack: Stack | None) -> config.Configuration:
    """Return the configuration of a stack, then of the environment; nothing is sent.

    Raises ConfigurationError where a setting is missing or wrong, TaskError where the stack's
    configuration can't be read.
    """
    configured = {} if stack is None else stack.configuration()
    try:
        return config.resolve(configured.get, os.environ)
    except config.ConfigurationError as error:
        if stack is not None:
            raise
        raise config.ConfigurationError(
            f"{error}. The environment alone was asked: --stack NAME asks the configuration of a "
            "stack that stands here"
        ) from None


def connected(configuration: config.Configuration) -> LiveVoxClient:
    """Make the client of an account; it sends nothing yet."""
    return config.connect(configuration, Path.cwd())
