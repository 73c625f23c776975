"""Commits on record: which services a run was making when it may have been killed.

Between the call that gives a service its final name and the engine's next checkpoint, a kill
leaves a finished service that no state knows. One small file for each such service, written
to disk before the copy is asked for and again before the name is given, lets the next run of
the same project know the service as its own. No credentials and no values of settings stand in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any, Final

from pulumi_livevox.run.journal import Journal
from pulumi_livevox.run.records import Records, validated

_INSTEAD: Final = "Where a name turns out to be taken, `pulumi-livevox adopt` finds the service"


@dataclass(frozen=True)
class Commit:
    """One service about to be copied, or about to get its final name.

    `identity` is the resource's, `directory` the project's. `service_id` is None while the copy is
    asked for; `name` is the name about to be given, `earlier_names` are those that it may still
    have. `declaration` is the declaration's digest. `returned` says that the engine was told of the
    service: its state has it, but for a kill in the moment between. `unsaved_run` names the run
    where its state is written at its end alone, so that being told says nothing (see checkpoints).
    `inherits` says that the service has its template's caller IDs.
    """

    base_url: str
    client_id: int
    directory: str
    identity: str
    service_id: int | None
    name: str
    earlier_names: Sequence[str] = ()
    declaration: str = ""
    returned: bool = False
    unsaved_run: str = ""
    inherits: bool = True

    @property
    def place(self) -> tuple[str, ...]:
        """One resource of a project makes one service."""
        return self.base_url, self.directory, self.identity

    def to_document(self) -> dict[str, Any]:
        """Return what its file holds."""
        document = asdict(self)
        return document | {"marker": document.pop("identity")}

    @classmethod
    def from_document(cls, document: Any) -> Commit:
        """Return the commit that a file holds. Raises ValueError where it holds none."""
        return validated(cls, document, identity="marker")


def digest(inputs: Mapping[str, Any]) -> str:
    """Return what tells one declaration from another."""
    text = json.dumps(inputs, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class Commits:
    """The commits on record for one base URL and one project directory."""

    def __init__(self, journal: Journal, directory: str) -> None:
        self._records: Records[Commit] = Records(journal, ".commit", _INSTEAD, self._as_own)
        self._base_url = journal.base_url
        self._directory = directory
        self._unsaved_run = journal.unsaved_run
        self._lock = Lock()
        self._recorded: set[str] = set()
        self._told_runs: set[str] = set()

    def record(
        self,
        client_id: int,
        identity: str,
        service_id: int | None,
        name: str,
        *,
        earlier_names: Sequence[str] = (),
        declaration: str = "",
        inherits: bool = True,
    ) -> None:
        """Put a copy (no id yet) or a commit on record; it is on disk when this returns."""
        place = self._base_url, client_id, self._directory, identity
        about = service_id, name, list(earlier_names), declaration
        commit = Commit(*place, *about, unsaved_run=self._unsaved_run, inherits=inherits)
        # Before anybody can meet it: it is not left by an earlier run.
        with self._lock:
            self._recorded.add(identity)
        self._records.keep(commit)

    def note_returned(self, identity: str) -> None:
        """Note that the engine is about to be told of what is on record for a resource.

        Where it can't be noted, or says nothing, the record reads as of a run that ended early.
        """
        if not self._unsaved_run and (commit := self.of_resource(identity)):
            self._records.amend(replace(commit, returned=True))

    def find(self, client_id: int, identity: str) -> Commit | None:
        """Return the commit on record for a resource of this account, if any."""
        found = self.of_resource(identity)
        return found if found is not None and found.client_id == client_id else None

    def of_resource(self, identity: str) -> Commit | None:
        """Return the commit on record for a resource, whatever the account, if any."""
        return self._records.of(self._base_url, self._directory, identity)

    def of_service(self, service_id: int) -> Commit | None:
        """Return the commit on record of a service, if any."""
        return next(iter(self._records.of_service(service_id)), None)

    def all(self) -> list[Commit]:
        """Return every commit on record."""
        return self._records.all()

    def left_by(self, unsaved_run: str) -> list[Commit]:
        """Return what a run put on record and ended before it told the engine of it.

        All runs with checkpoints are one. It is returned once: whoever asks first is to tell of it.
        """
        with self._lock:
            if unsaved_run in self._told_runs:
                return []
            self._told_runs.add(unsaved_run)
            left = [each for each in self.all() if each.identity not in self._recorded]
        return [each for each in left if each.unsaved_run == unsaved_run and not each.returned]

    def left_by_others(self) -> list[Commit]:
        """Return likewise what all earlier runs put on record."""
        runs = {each.unsaved_run for each in self.all()}
        return [each for run in sorted(runs) for each in self.left_by(run)]

    def forget(self, identity: str) -> None:
        """Take a resource's commit off the record."""
        if commit := self.of_resource(identity):
            self._records.drop(commit)

    def forget_service(self, service_id: int) -> None:
        """Take the commit of a service that the state knows, or that is gone, off the record."""
        if commit := self.of_service(service_id):
            self._records.drop(commit)

    @property
    def folder(self) -> Path:
        """The journal's folder."""
        return self._records.folder

    def path(self, commit: Commit) -> Path:
        """Return the file of a commit."""
        return self._records.path(commit)

    def _as_own(self, document: Any) -> Commit | None:
        """Return the commit that a file holds, None where it is none of this project's."""
        commit = Commit.from_document(document)
        own = self._base_url, self._directory
        return commit if (commit.base_url, commit.directory) == own else None
