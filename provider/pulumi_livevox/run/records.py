"""Records: small files that outlive a process which is killed, each written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pulumi_livevox.run.errors import ProviderError


class Records:
    """The files of one kind in the journal's folder; the kind is how their names end."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder = folder
        self._kind = kind

    def path(self, *place: str) -> Path:
        """Return the file of the record of a place: what tells one record from another."""
        digest = hashlib.sha256(json.dumps(place).encode()).hexdigest()[:32]
        return self.folder / f"{digest}{self._kind}.json"

    def all(self) -> Iterator[dict[str, Any]]:
        """Read every record; what is no whole record is left out."""
        for path in self.folder.glob(f"*{self._kind}.json"):
            with contextlib.suppress(OSError, ValueError):
                record = json.loads(path.read_text(encoding="utf-8"))
                if isinstance(record, dict):
                    yield record

    def keep(self, path: Path, record: Mapping[str, Any]) -> None:
        """Write a record; it is on disk when this returns.

        Raises ProviderError where it can't be written: nothing may be sent then.
        """
        try:
            self._write(path, record, synced=True)
        except OSError as error:
            raise ProviderError(
                f"the journal can't be written in {self.folder} ({error.strerror}), and without it "
                "a run that is killed could not be taken up: nothing was sent for this resource. "
                "Set LIVEVOX_JOURNAL to a folder that can be written to."
            ) from None

    def amend(self, path: Path, record: Mapping[str, Any]) -> None:
        """Write a record anew where that can be done; it need not be on disk yet."""
        with contextlib.suppress(OSError):
            self._write(path, record, synced=False)

    def drop(self, path: Path) -> None:
        """Take a record away. One that stays costs a look at the platform, or a warning."""
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)

    def _write(self, path: Path, record: Mapping[str, Any], *, synced: bool) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}.{threading.get_ident()}.tmp")
        with unfinished.open("w", encoding="utf-8") as file:
            json.dump(record, file)
            if synced:
                file.flush()
                os.fsync(file.fileno())
        unfinished.replace(path)
        if synced:
            self._sync_folder()

    def _sync_folder(self) -> None:
        handle = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
