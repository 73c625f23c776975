"""The one door to Pulumi's Automation API: a stack of a project on this machine.

Pulumi takes its own settings (PULUMI_CONFIG_PASSPHRASE and the like) from the environment.
"""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Final

from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.stacks.engine_words import refusal
from pulumi_livevox.tasks.stacks.steps import Step, read_state, read_steps

if TYPE_CHECKING:
    from pulumi import automation

_PROJECT_FILES: Final = ("Pulumi.yaml", "Pulumi.yml", "Pulumi.json")

OnOutput = Callable[[str], None]
"""Takes each line that the engine prints."""


def find_project(start: Path) -> Path:
    """Return the folder of the project that a folder is in, as Pulumi finds it.

    Raises TaskError where there is none.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        if _project_file(folder) is not None:
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

    @classmethod
    def selected(cls, project: Path) -> Stack:
        """Return the stack that commands without --stack work on, as Pulumi chooses it."""
        # Any name would do here: the question is which it is.
        stack = cls(project, "")
        stack.name = stack._ask(("stack", "--show-name"), "tell which stack is selected").strip()
        return stack

    @property
    def file(self) -> Path:
        """The file of the stack's configuration, `Pulumi.<stack>.yaml`; it need not be there."""
        project_file, settings = self._project_settings
        # `config` was its name before; it may also be configuration.
        folder = settings.get("stackConfigDir") or settings.get("config")
        within = folder if isinstance(folder, str) else ""
        # A name may have the organization and the project before it.
        name = self.name.rpartition("/")[2]
        return self.project / within / f"Pulumi.{name}{project_file.suffix}"

    @property
    def program_folder(self) -> Path:
        """The folder in which Pulumi runs the project's program."""
        main = (self.project / str(self._project_settings[1].get("main") or "")).resolve()
        return main.parent if main.is_file() else main

    def configuration(self) -> dict[str, str]:
        """Return the stack's configuration by full key (`livevox:baseUrl`), secrets in clear."""
        from pulumi import automation

        try:
            values = self._workspace.get_all_config(self.name)
        except automation.CommandError as error:
            raise refusal(f"read the configuration of stack {self.name}", str(error)) from None
        return {key: each.value for key, each in values.items()}

    def state(self) -> list[Step]:
        """Return what the state has, each resource as a step that leaves it as it is."""
        arguments = ("stack", "export", "--stack", self.name)
        return read_state(self._ask(arguments, f"read the state of stack {self.name}"))

    def preview(self, environ: Mapping[str, str]) -> list[Step]:
        """Return what `pulumi up` would do, step by step; nothing is changed.

        `environ` adds to the environment of the engine.
        """
        arguments = ("preview", "--json", "--show-sames", "--stack", self.name)
        return read_steps(self._ask(arguments, f"preview stack {self.name}", environ))

    def up(self, environ: Mapping[str, str], on_output: OnOutput) -> None:
        """Bring about what the program declares (`pulumi up`), without another preview.

        `environ` adds to the environment of the engine. Raises KeyboardInterrupt where it was
        interrupted, after the engine has come to its end.
        """
        arguments = ("up", "--yes", "--skip-preview", "--stack", self.name)
        with _interrupted_after_the_engine():
            self._ask(arguments, f"roll stack {self.name} out", environ, on_output)

    def _ask(
        self,
        arguments: Sequence[str],
        what: str,
        environ: Mapping[str, str] | None = None,
        on_output: OnOutput | None = None,
    ) -> str:
        """Run a command of Pulumi and return what it printed; errors say `what` it can't do."""
        from pulumi import automation

        printed: list[str] = []
        told: list[str] = []

        def take(line: str) -> None:
            printed.append(line)
            passing(line)

        def take_error(line: str) -> None:
            told.append(line)
            passing(line)

        passing = _never_failing(on_output)
        command = self._workspace.pulumi_command
        try:
            command.run(list(arguments), str(self.project), environ or {}, take, take_error)
        except automation.CommandError:
            raise refusal(what, "\n".join(told), "\n".join(printed)) from None
        return "\n".join(printed)

    @cached_property
    def _project_settings(self) -> tuple[Path, dict[str, Any]]:
        """The project's file, and what stands in it."""
        from ruamel.yaml import YAML
        from ruamel.yaml.error import YAMLError

        file = _project_file(self.project)
        if file is None:
            raise TaskError(f"there is no Pulumi.yaml in {self.project}")
        try:
            settings = YAML(typ="safe", pure=True).load(file)
        except (OSError, YAMLError) as error:
            raise TaskError(f"{file} can't be read: {error}") from None
        return file, settings if isinstance(settings, dict) else {}

    @cached_property
    def _workspace(self) -> automation.LocalWorkspace:
        from pulumi import automation

        try:
            return automation.LocalWorkspace(work_dir=str(self.project))
        except FileNotFoundError:
            raise TaskError(
                "there is no pulumi on the PATH: install the Pulumi CLI, 3.259 or later "
                "(https://www.pulumi.com/docs/install), or put its folder on the PATH"
            ) from None
        except (automation.InvalidVersionError, subprocess.CalledProcessError, OSError) as error:
            raise TaskError(f"the pulumi on the PATH can't be used: {error}") from None


def _project_file(folder: Path) -> Path | None:
    files = (folder / name for name in _PROJECT_FILES)
    return next((file for file in files if file.is_file()), None)


def _never_failing(on_output: OnOutput | None) -> OnOutput:
    """Return what takes lines and never fails: an engine that nobody reads stands still."""
    listening = on_output is not None

    def pass_on(line: str) -> None:
        nonlocal listening
        if on_output is None or not listening:
            return
        try:
            on_output(line)
        except Exception:
            listening = False

    return pass_on


@contextmanager
def _interrupted_after_the_engine() -> Iterator[None]:
    """Let Ctrl-C end the engine in its own way, which writes the state, and this process after it.

    The terminal tells both; without the reader of its output the engine would die at once.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    interrupted = False

    def note(_signal: int, _frame: FrameType | None) -> Any:
        nonlocal interrupted
        interrupted = True

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if interrupted:
            raise KeyboardInterrupt
