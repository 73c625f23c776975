"""The journal of commits: which services a run was making when it may have been killed.

Between the call that gives a service its final name and the engine's next checkpoint, a kill
leaves a finished service that no state knows. One small file for each such service, written
to disk before the copy is asked for and again before the name is given, lets the next run of
the same project know the service as its own. Nothing secret stands in it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pulumi_livevox.resources.errors import ProviderError


@dataclass(frozen=True)
class Commit:
    """One service about to be copied, or about to get its final name.

    `marker` is the resource's place in the world (see markers), `directory` the project's.
    `service_id` is None while the copy is asked for; `name` is the name about to be given.
    """

    base_url: str
    client_id: int
    directory: str
    marker: str
    service_id: int | None
    name: str


def journal_folder(environ: Mapping[str, str]) -> Path:
    """Return where the journal lies: LIVEVOX_JOURNAL, else a folder in PULUMI_HOME."""
    if environ.get("LIVEVOX_JOURNAL"):
        return Path(environ["LIVEVOX_JOURNAL"])
    home = environ.get("PULUMI_HOME") or Path.home() / ".pulumi"
    return Path(home) / "livevox-journal"


class Journal:
    """The commits on record for one account and one project directory."""

    def __init__(self, folder: Path, base_url: str, directory: str) -> None:
        self._folder = folder
        self._base_url = base_url
        self._directory = directory
        self._lock = threading.Lock()
        self._names: set[str] | None = None

    def record(self, client_id: int, marker: str, service_id: int | None, name: str) -> None:
        """Put a copy (no id yet) or a commit on record; it is on disk when this returns."""
        commit = Commit(self._base_url, client_id, self._directory, marker, service_id, name)
        try:
            self._write(self._path(marker), commit)
        except OSError as error:
            raise ProviderError(
                f"the journal of commits can't be written in {self._folder} ({error.strerror}). "
                "Set LIVEVOX_JOURNAL to a folder that can be written to."
            ) from None

    def find(self, client_id: int, marker: str) -> Commit | None:
        """Return the commit on record for a marker of this account and project, if any."""
        found = _read(self._path(marker))
        if found is None:
            return None
        mine = (self._base_url, client_id, self._directory, marker)
        same = (found.base_url, found.client_id, found.directory, found.marker) == mine
        return found if same else None

    def forget(self, marker: str, service_id: int | None = None) -> None:
        """Take a marker's commit off the record; with an id only if it is of that service."""
        path = self._path(marker)
        with self._lock:
            if path.name not in self._on_record():
                return
            commit = _read(path)
            if service_id is not None and commit is not None and commit.service_id != service_id:
                return
            self._on_record().discard(path.name)
        # A record that stays is compared with the platform before it is believed.
        with contextlib.suppress(OSError):
            path.unlink()

    def _path(self, marker: str) -> Path:
        place = json.dumps([self._base_url, self._directory, marker])
        return self._folder / f"{hashlib.sha256(place.encode()).hexdigest()[:32]}.json"

    def _on_record(self) -> set[str]:
        if self._names is None:
            exists = self._folder.is_dir()
            self._names = {path.name for path in self._folder.glob("*.json")} if exists else set()
        return self._names

    def _write(self, path: Path, commit: Commit) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}.{threading.get_ident()}.tmp")
        with unfinished.open("w", encoding="utf-8") as file:
            json.dump(asdict(commit), file)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        self._sync_folder()
        with self._lock:
            self._on_record().add(path.name)

    def _sync_folder(self) -> None:
        handle = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _read(path: Path) -> Commit | None:
    try:
        return Commit(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
