"""The folder of an export: what may be written there, and how that is done.

A file that nobody edited since an export wrote it is the exporter's; any other is its editor's.
"""

from __future__ import annotations

import ast
import difflib
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.run.files import write_whole
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.exporting.record import RECORD, ExportRecord, digest
from pulumi_livevox.tasks.exporting.stale_entries import without
from pulumi_livevox.tasks.files import writing_to
from pulumi_livevox.tasks.project import Project
from pulumi_livevox.tasks.stack_file import read_adopted, write_adopted

WORK: Final = ".livevox-export"
"""The folder within it where an export keeps what it has, until it is complete."""

_NAMED_FOREIGN: Final = 3
"""How many foreign files are named."""


@dataclass(frozen=True)
class KeptFile:
    """A file that was edited since it was exported, and stays as it is."""

    path: str
    difference: str
    """What the export would have changed in it, as a unified diff; "" where it would remove it."""


@dataclass
class Plan:
    """What is going to happen to the files of a folder."""

    digests: Mapping[str, str]
    """Of every file as the export has it."""
    write: dict[str, str] = field(default_factory=dict)
    """The texts of new files, and of those that change."""
    remove: list[str] = field(default_factory=list)
    kept: list[KeptFile] = field(default_factory=list)
    adopt: Mapping[str, int] = field(default_factory=dict)
    """Entries of `livevox:adopt` to be written into a stack's file; the rest of it stays."""
    awaited: Mapping[str, int] = field(default_factory=dict)
    """Entries that belong to what would change in files that are kept."""
    stale: Sequence[str] = ()
    """Entries that exports wrote there, of resources that the program no longer has."""
    without_stale: str | None = None
    """The text of that file without them, None where they can't be taken out."""
    entries_left: Mapping[str, int] = field(default_factory=dict)
    """Entries that exports wrote there, and that stay: they are to be known by the next one."""


class ExportFolder:
    """A folder that is empty, or holds an export. Hidden entries (`.git`) may stand in either.

    Any method raises TaskError where the folder can't be used, in one sentence.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.work = path / WORK
        if path.exists() and not path.is_dir():
            raise TaskError(f"{path} is a file: export into a folder")
        with _reading(path):
            self.record = self._read_record()
            if self.record is None:
                self._refuse_foreign()

    def plan(
        self,
        project: Project,
        services: Sequence[WholeService],
        earlier: Mapping[str, str],
        stack_file: str,
        *,
        overwrite: bool,
    ) -> Plan:
        """Say what happens to each file.

        `services` are those that stand, and `earlier` the texts of the export before, as far as
        they are known. Of a stack's file
        that was edited only the entries of `livevox:adopt` are brought up to date.
        """
        plan = Plan({path: digest(text.encode()) for path, text in project.files.items()})
        with _reading(self.path):
            for path in project.files.keys() - {stack_file}:
                self._plan_file(plan, path, project.files[path], earlier, overwrite)
            for path in self._written.keys() - project.files.keys():
                self._plan_removal(plan, path, overwrite)
            self._plan_stack_file(plan, project, services, stack_file)
        plan.kept.sort(key=lambda kept: kept.path)
        return plan

    def carry_out(self, plan: Plan, record: ExportRecord, stack_file: str) -> None:
        """Write what is planned, each file whole or not at all, and the record of it.

        Where it breaks off, the record tells what was written from what a person edited, so that
        another export goes on.
        """
        done = replace(
            record, adopted={**plan.entries_left, **record.adopted}, written=plan.digests
        )
        texts = dict(plan.write)
        if plan.without_stale is not None:
            texts[stack_file] = plan.without_stale
        with writing_to(self.path):
            # All of it is on disk before anything that stands is touched.
            staged = self._staged({**texts, RECORD: done.to_text()})
            if texts:
                before = self.record or replace(record, services=(), adopted={})
                begun = replace(before, under_way=plan.digests)
                self._put(self._staged({RECORD: begun.to_text()})[RECORD], RECORD)
            for path in texts:
                self._put(staged[path], path)
        if plan.adopt:
            write_adopted(self.path / stack_file, plan.adopt)
        with writing_to(self.path):
            for path in plan.remove:
                (self.path / path).unlink(missing_ok=True)
            if self._standing(RECORD) == staged[RECORD].read_bytes():
                staged[RECORD].unlink()
            else:
                self._put(staged[RECORD], RECORD)

    @property
    def _written(self) -> Mapping[str, str]:
        return {} if self.record is None else self.record.written

    @property
    def _adopted(self) -> Mapping[str, int]:
        return {} if self.record is None else self.record.adopted

    def _read_record(self) -> ExportRecord | None:
        try:
            return ExportRecord.from_bytes((self.path / RECORD).read_bytes())
        except FileNotFoundError:
            return None

    def _refuse_foreign(self) -> None:
        if not self.path.exists():
            return
        foreign = sorted(each.name for each in self.path.iterdir() if not each.name.startswith("."))
        if foreign:
            named = ", ".join(foreign[:_NAMED_FOREIGN])
            more = len(foreign) - _NAMED_FOREIGN
            others = f" and {more} more" if more > 0 else ""
            raise TaskError(
                f"{self.path} holds files that no export wrote ({named}{others}): export into an "
                "empty folder, a new one, or one that an export made"
            )

    def _standing(self, path: str) -> bytes | None:
        try:
            return (self.path / path).read_bytes()
        except FileNotFoundError:
            return None

    def _is_ours(self, path: str, standing: bytes) -> bool:
        return self.record is not None and self.record.is_ours(path, standing)

    def _plan_file(
        self, plan: Plan, path: str, text: str, earlier: Mapping[str, str], overwrite: bool
    ) -> None:
        standing = self._standing(path)
        if standing == text.encode():
            return
        if standing is None or overwrite or self._is_ours(path, standing):
            plan.write[path] = text
        elif plan.digests[path] != self._written.get(path):
            before = self._text_before(path, earlier, standing)
            plan.kept.append(KeptFile(path, _difference(path, before, text)))

    def _plan_removal(self, plan: Plan, path: str, overwrite: bool) -> None:
        standing = self._standing(path)
        # The file of another stack is that stack's, whatever this export is for.
        if standing is None or (path.startswith("Pulumi.") and path != "Pulumi.yaml"):
            return
        if overwrite or self._is_ours(path, standing):
            plan.remove.append(path)
        else:
            plan.kept.append(KeptFile(path, ""))

    def _plan_stack_file(
        self, plan: Plan, project: Project, services: Sequence[WholeService], path: str
    ) -> None:
        """Plan what becomes of a stack's file, to which users add their configuration.

        An entry of `livevox:adopt` has to name a resource of the program as it is going to stand.
        """
        standing, text = self._standing(path), project.files[path]
        if standing == text.encode():
            return
        if standing is None or (self._is_ours(path, standing) and not plan.kept):
            plan.write[path] = text
            return
        adopted = read_adopted(self.path / path)
        named = self._named_in_program(plan, project)
        new = {name: id for name, id in project.adopted.items() if adopted.get(name) != id}
        plan.adopt = {name: id for name, id in new.items() if name in named}
        plan.awaited = {name: id for name, id in new.items() if name not in named}
        # An entry of a service that still stands is never taken out: a person may have moved it.
        standing_ids = {each.id for each in services}
        plan.stale = [
            name
            for name, service_id in adopted.items()
            if name in self._adopted and name not in named and service_id not in standing_ids
        ]
        if plan.stale:
            plan.without_stale = without(standing.decode(), plan.stale)
        goes = () if plan.without_stale is None else plan.stale
        plan.entries_left = {
            name: id for name, id in self._adopted.items() if name in adopted and name not in goes
        }

    def _named_in_program(self, plan: Plan, project: Project) -> set[str]:
        """Return the texts of the program as it is going to stand, any of which may be a name.

        What is no Python may name all that exports wrote.
        """
        named: set[str] = set()
        for path, text in project.files.items():
            if path.endswith(".py"):
                program = text.encode() if path in plan.write else self._standing(path) or b""
                try:
                    named.update(_texts(program))
                except (SyntaxError, ValueError, RecursionError):
                    return set(self._adopted)
        return named

    def _text_before(self, path: str, earlier: Mapping[str, str], standing: bytes) -> str:
        """Return the text that an edited file began as; where that is not known, what stands."""
        before = earlier.get(path)
        if before is not None and digest(before.encode()) == self._written.get(path):
            return before
        return standing.decode(errors="replace")

    def _staged(self, texts: Mapping[str, str]) -> dict[str, Path]:
        """Write texts beside the files that they are going to be."""
        staged = {}
        for path, text in texts.items():
            staged[path] = self.work / f"{uuid4()}.new"
            write_whole(staged[path], text)
        return staged

    def _put(self, staged: Path, path: str) -> None:
        target = self.path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(target)


def _texts(program: bytes) -> Iterator[str]:
    with warnings.catch_warnings(action="ignore"):
        tree = ast.parse(program)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@contextmanager
def _reading(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise TaskError(
            f"{error.filename or folder} can't be read ({error.strerror or error}): export into a "
            "folder that can be read and written"
        ) from None


def _difference(path: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"{path} (before)", f"{path} (now)", lineterm=""
    )
    return "\n".join(lines)
