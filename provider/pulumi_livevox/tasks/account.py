"""The account that a command works on: that of a stack, or of the environment."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pulumi_livevox import config
from pulumi_livevox.tasks.stacks import Stack

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


def connect(stack: Stack | None, environ: Mapping[str, str]) -> LiveVoxClient:
    """Make a client with a stack's configuration, then the environment's; it sends nothing yet.

    Raises ConfigurationError where a setting is missing or wrong, TaskError where the stack's
    configuration can't be read.
    """
    configured = {} if stack is None else stack.configuration()
    return config.connect(config.resolve(configured.get, environ), Path.cwd())
