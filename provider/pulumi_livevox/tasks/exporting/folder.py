"""The folder of an export: what may be written there, and how that is done.

A file that nobody edited since an export wrote it is the exporter's; any other is its editor's.
"""

from __future__ import annotations

import ast
import difflib
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.run.files import write_whole
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.exporting.entries import EntriesPlan, plan_entries
from pulumi_livevox.tasks.exporting.record import RECORD, ExportRecord, digest, read_record
from pulumi_livevox.tasks.exporting.text import Project
from pulumi_livevox.tasks.files import reading_from, writing_to
from pulumi_livevox.tasks.stacks.stack_file import write_adopted

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
    began_as: str | None = None
    """What an export last wrote there; None where that is not known, or does not matter."""


@dataclass(frozen=True)
class Plan:
    """What is going to happen to the files of a folder."""

    digests: Mapping[str, str]
    """Of every file as the export has it, but of one that is kept as it was last written."""
    write: Mapping[str, str]
    """The texts of new files, and of those that change."""
    remove: Sequence[str]
    kept: Sequence[KeptFile]
    stack_file: str
    entries: EntriesPlan


class ExportFolder:
    """A folder that is empty, or holds an export. Hidden entries (`.git`) may stand in either.

    Any method raises TaskError where the folder can't be used, in one sentence.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.work = path / WORK
        if path.exists() and not path.is_dir():
            raise TaskError(f"{path} is a file: export into a folder")
        with reading_from(path):
            self.record = read_record(path)
            if self.record is None:
                self._refuse_foreign()

    def plan(
        self,
        project: Project,
        services: Sequence[WholeService],
        earlier: Mapping[str, str],
        *,
        overwrite: bool,
    ) -> Plan:
        """Say what happens to each file.

        `services` are those that stand, and `earlier` the texts of the export before, as far as
        they are known. Of a stack's file that was edited only the entries of `livevox:adopt` are
        brought up to date.
        """
        with reading_from(self.path):
            write, edited = self._to_write(project, earlier, overwrite=overwrite)
            remove, edited_and_gone = self._to_remove(project, overwrite=overwrite)
            kept = sorted([*edited, *edited_and_gone], key=lambda each: each.path)
            name = project.stack_file
            standing, text = self._standing(name), project.files[name]
            entries = EntriesPlan()
            if standing is None or (self._is_ours(name, standing) and not kept):
                write |= {name: text} if standing != text.encode() else {}
            elif standing != text.encode():
                entries = plan_entries(
                    self.path / name,
                    project.adopted,
                    self._adopted,
                    self._named_in_program(project, write),
                    {each.id for each in services},
                )
        digests = {path: digest(text.encode()) for path, text in project.files.items()}
        for path in (each.path for each in kept):
            # Until an edited file is as the export has it, each export names it.
            digests.pop(path, None)
            digests |= {path: self._written[path]} if path in self._written else {}
        return Plan(digests, write, remove, kept, name, entries)

    def carry_out(self, plan: Plan, record: ExportRecord) -> None:
        """Write what is planned, each file whole or not at all, and the record of it.

        Where it breaks off, the record tells what was written from what a person edited, so that
        another export goes on.
        """
        entries = plan.entries
        done = replace(
            record,
            adopted={**entries.left, **record.adopted},
            written=plan.digests,
            edited={each.path: each.began_as for each in plan.kept if each.began_as is not None},
        )
        texts = dict(plan.write)
        if entries.without_stale is not None:
            texts[plan.stack_file] = entries.without_stale
        with writing_to(self.path):
            # All of it is on disk before anything that stands is touched.
            staged = self._staged({**texts, RECORD: done.to_text()})
            if texts:
                before = self.record or replace(record, services=(), adopted={})
                begun = replace(before, under_way=plan.digests)
                self._put(self._staged({RECORD: begun.to_text()})[RECORD], RECORD)
            for path in texts:
                self._put(staged[path], path)
        if entries.adopt:
            write_adopted(self.path / plan.stack_file, entries.adopt)
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

    def _to_write(
        self, project: Project, earlier: Mapping[str, str], *, overwrite: bool
    ) -> tuple[dict[str, str], list[KeptFile]]:
        """Return the texts that are written, and what is kept instead; not of the stack's file."""
        write, kept = {}, []
        for path in sorted(project.files.keys() - {project.stack_file}):
            text, standing = project.files[path], self._standing(path)
            if standing == text.encode():
                continue
            if standing is None or overwrite or self._is_ours(path, standing):
                write[path] = text
            elif digest(text.encode()) != self._written.get(path):
                kept.append(self._kept(path, earlier, standing, text))
        return write, kept

    def _to_remove(self, project: Project, *, overwrite: bool) -> tuple[list[str], list[KeptFile]]:
        """Return which files of the export before go, and which are kept instead."""
        remove, kept = [], []
        for path in sorted(self._written.keys() - project.files.keys()):
            standing = self._standing(path)
            # The file of another stack is that stack's, whatever this export is for.
            if standing is None or (path.startswith("Pulumi.") and path != "Pulumi.yaml"):
                continue
            if overwrite or self._is_ours(path, standing):
                remove.append(path)
            else:
                kept.append(KeptFile(path, ""))
        return remove, kept

    def _named_in_program(self, project: Project, write: Mapping[str, str]) -> set[str] | None:
        """Return the texts of the program as it is going to stand, any of which may be a name.

        None where it is no Python.
        """
        named: set[str] = set()
        for path in project.files:
            if path.endswith(".py"):
                program = write[path].encode() if path in write else self._standing(path)
                try:
                    named.update(_texts(program or b""))
                except (SyntaxError, ValueError, RecursionError):
                    return None
        return named

    def _kept(self, path: str, earlier: Mapping[str, str], standing: bytes, text: str) -> KeptFile:
        """Say what would change in an edited file: in what it began as, or else in what stands."""
        edited = {} if self.record is None else self.record.edited
        for before in (edited.get(path), earlier.get(path)):
            if before is not None and digest(before.encode()) == self._written.get(path):
                return KeptFile(path, _difference(path, before, text), before)
        return KeptFile(path, _difference(path, standing.decode(errors="replace"), text))

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


def _difference(path: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"{path} (before)", f"{path} (now)", lineterm=""
    )
    return "\n".join(lines)
