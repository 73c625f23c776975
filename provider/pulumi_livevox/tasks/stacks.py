"""The one door to Pulumi's Automation API: a stack of a project on this machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from pulumi_livevox.tasks.errors import TaskError

if TYPE_CHECKING:
    from pulumi import automation

T = TypeVar("T")

_PROJECT_FILES: Final = ("Pulumi.yaml", "Pulumi.yml", "Pulumi.json")


def find_project(start: Path) -> Path:
    """Return the folder of the project that a folder is in, as Pulumi finds it.

    Raises TaskError where there is none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if any((folder / name).is_file() for name in _PROJECT_FILES):
            return folder
    raise TaskError(
        f"there is no Pulumi.yaml in {start.resolve()} nor above it: go to the folder of the "
        "project"
    )


class Stack:
    """A stack of a project. Any method raises TaskError where Pulumi refuses or fails."""

    def __init__(self, project: Path, name: str) -> None:
        self.project = project
        self.name = name

    def configuration(self) -> dict[str, str]:
        """Return the stack's configuration by full key (`livevox:baseUrl`), secrets in clear."""
        values = self._asked(lambda workspace: workspace.get_all_config(self.name))
        return {key: each.value for key, each in values.items()}

    def _asked(
        self,
        question: Callable[[automation.LocalWorkspace], T],
    ) -> T:
        # Other commands need no engine.
        from pulumi import automation

        try:
            return question(automation.LocalWorkspace(work_dir=str(self.project)))
        except automation.CommandError as error:
            raise TaskError(f"pulumi can't read stack {self.name}: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    """Return the engine's own words of an error of the Automation API, as one line."""
    told = [line.removeprefix("error: ").strip() for line in str(error).splitlines()]
    return next((line for line in reversed(told) if line), type(error).__name__)
