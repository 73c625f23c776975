"""The journal of commits: which services a run was making when it may have been killed.

Between the call that gives a service its final name and the engine's next checkpoint, a kill
leaves a finished service that no state knows. One small file for each such service, written
to disk before the copy is asked for and again before the name is given, lets the next run of
the same project know the service as its own. Nothing secret stands in it.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from pulumi_livevox.run.records import Records


@dataclass(frozen=True)
class Commit:
    """One service about to be copied, or about to get its final name.

    `marker` is the resource's place in the world (see markers), `directory` the project's.
    `service_id` is None while the copy is asked for; `name` is the name about to be given,
    `earlier_names` are those that it may still have. `declaration` is the declaration's digest.
    `returned` says that the engine was told of the service: its state has it, but for a
    kill in the moment between.
    """

    base_url: str
    client_id: int
    directory: str
    marker: str
    service_id: int | None
    name: str
    earlier_names: Sequence[str] = ()
    declaration: str = ""
    returned: bool = False


def digest(declared: Mapping[str, Any]) -> str:
    """Return what tells one declaration from another."""
    text = json.dumps(declared, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class Journal:
    """The commits on record for one base URL and one project directory.

    What other runs wrote is read once, when it is first asked for.
    """

    def __init__(self, folder: Path, base_url: str, directory: str) -> None:
        self._records = Records(folder, ".commit")
        self._base_url = base_url
        self._directory = directory
        self._lock = threading.Lock()
        self._by_marker: dict[str, Commit] | None = None
        self._marker_of: dict[int, str] = {}
        self._own: set[str] = set()
        self._left_is_told = False

    def record(
        self,
        client_id: int,
        marker: str,
        service_id: int | None,
        name: str,
        *,
        earlier_names: Sequence[str] = (),
        declaration: str = "",
    ) -> None:
        """Put a copy (no id yet) or a commit on record; it is on disk when this returns."""
        place = self._base_url, client_id, self._directory, marker
        commit = Commit(*place, service_id, name, list(earlier_names), declaration)
        self._records.keep(self.path(marker), asdict(commit))
        with self._lock:
            self._keep(self._commits(), commit)
            self._own.add(marker)

    def note_returned(self, marker: str) -> None:
        """Note that the engine is about to be told of what is on record for a marker."""
        with self._lock:
            commit = self._commits().get(marker)
            if commit is None:
                return
            commit = self._commits()[marker] = replace(commit, returned=True)
        # Where it can't be noted the record reads as that of a run that ended early.
        self._records.amend(self.path(marker), asdict(commit))

    def find(self, client_id: int, marker: str) -> Commit | None:
        """Return the commit on record for a marker of this account, if any."""
        with self._lock:
            found = self._commits().get(marker)
        return found if found is not None and found.client_id == client_id else None

    def of_service(self, service_id: int) -> Commit | None:
        """Return the commit on record of a service, if any."""
        with self._lock:
            commits = self._commits()
            found = commits.get(self._marker_of.get(service_id, ""))
        return found if found is not None and found.service_id == service_id else None

    def all(self) -> list[Commit]:
        """Return every commit on record."""
        with self._lock:
            return list(self._commits().values())

    def left_by_others(self) -> list[Commit]:
        """Return what earlier runs put on record and ended before they told the engine of it.

        It is returned once: whoever asks first is to tell of it.
        """
        with self._lock:
            if self._left_is_told:
                return []
            self._left_is_told = True
            found = self._commits().values()
            return [each for each in found if not each.returned and each.marker not in self._own]

    def forget(self, marker: str) -> None:
        """Take a marker's commit off the record."""
        with self._lock:
            known = self._commits().pop(marker, None) is not None
        if known:
            self._records.drop(self.path(marker))

    def forget_service(self, service_id: int) -> None:
        """Take the commit of a service that the state knows, or that is gone, off the record."""
        if commit := self.of_service(service_id):
            self.forget(commit.marker)

    def path(self, marker: str) -> Path:
        """Return the file of a marker's commit."""
        return self._records.path(self._base_url, self._directory, marker)

    def _commits(self) -> dict[str, Commit]:
        if self._by_marker is None:
            found = map(_as_commit, self._records.all())
            commits: dict[str, Commit] = {}
            for each in found:
                if each is not None and self._is_own(each):
                    self._keep(commits, each)
            self._by_marker = commits
        return self._by_marker

    def _keep(self, commits: dict[str, Commit], commit: Commit) -> None:
        commits[commit.marker] = commit
        if commit.service_id is not None:
            self._marker_of[commit.service_id] = commit.marker

    def _is_own(self, commit: Commit) -> bool:
        return (commit.base_url, commit.directory) == (self._base_url, self._directory)


def _as_commit(record: Mapping[str, Any]) -> Commit | None:
    try:
        return Commit(**record)
    except TypeError:
        return None
