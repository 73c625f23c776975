"""What an export is asked for, and what holds where nothing is said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pulumi_livevox.config import NAMESPACE
from pulumi_livevox.declaring.sentences import was
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.exporting.record import Choices
from pulumi_livevox.tasks.selection import Selection

DEFAULT_STACK: Final = "live"
"""The name of the exported stack where no environment gives it one."""

_NAME: Final = re.compile(r"[A-Za-z0-9_.-]{1,100}")
"""What Pulumi takes as the name of a project or a stack."""

_MAY_BE: Final = 'up to 100 letters, digits, "-", "_" and "."'


@dataclass(frozen=True)
class ExportOptions:
    """What an export is asked for. None means: as in the export before, or else the default."""

    configuration: Mapping[str, str]
    """The plain configuration of the account, by full key: see config.plain()."""
    selection: Selection | None = None
    """Which services; by default all that the user sees."""
    template_id: int | None = None
    """The service of which only what differs is declared; by default all that can be is."""
    without_template: bool = False
    """Whether there is no template any more, whatever the export before had."""
    settings: bool | None = None
    """Whether settings and messages are declared; by default they are."""
    protect: bool | None = None
    """Whether resources are protected from deletion; by default they are."""
    stack_name: str | None = None
    """By default the account's environment, or "live" for one that is given by its URL."""
    project_name: str | None = None
    """By default made of the folder's name."""
    overwrite: bool = False
    """Whether files that a person edited since are replaced; never a stack's configuration."""


def choose(options: ExportOptions, folder: Path, before: Choices | None) -> Choices:
    """Settle what an export is asked for. Raises TaskError where a name can't be."""
    stack, project = options.stack_name, options.project_name
    if before is None:
        environment = options.configuration.get(f"{NAMESPACE}:environment", DEFAULT_STACK)
        before = Choices(environment, project_name(folder))
    template_id = before.template_id if options.template_id is None else options.template_id
    choices = Choices(
        # Of "organization/project/stack" the last one names the file.
        before.stack_name if stack is None else stack.rpartition("/")[2],
        before.project_name if project is None else project,
        before.selection if options.selection is None else options.selection,
        None if options.without_template else template_id,
        before.protect if options.protect is None else options.protect,
        before.settings if options.settings is None else options.settings,
    )
    named = ("the name of the stack", stack), ("the name of the project", project)
    for (what, typed), name in zip(named, (choices.stack_name, choices.project_name), strict=True):
        if not _NAME.fullmatch(name):
            raise TaskError(was(what, typed or name, _MAY_BE))
    return choices


def project_name(folder: Path) -> str:
    """Return a name of a project that Pulumi takes, made of a folder's name."""
    words = re.sub(r"[^A-Za-z0-9_.-]+", "-", folder.resolve().name).strip("-.")
    return words[:100] or "call-center"
