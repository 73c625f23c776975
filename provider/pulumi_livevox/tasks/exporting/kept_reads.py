"""What was read of services, kept until an export is complete: one file a service.

An interruption then costs the reads that were under way. A file is written whole or not at all; one
that is half there, or older than KEPT_HOURS, counts as not there.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.run.files import write_whole
from pulumi_livevox.tasks.exporting.record import from_document, to_document
from pulumi_livevox.tasks.files import writing_to

KEPT_HOURS: Final = 2
"""How long a read may be taken up again, in hours; later the service is read anew."""

_VERSION: Final = 1


class KeptReads:
    """The reads of one account in one folder. Threads share it."""

    def __init__(self, folder: Path, account: Mapping[str, str]) -> None:
        self.folder = folder
        self._account = dict(account)

    def begin(self) -> int:
        """Make the folder ready; return how many reads of another account were thrown away.

        Raises TaskError where it can't be written.
        """
        kept = self._whose()
        dropped = 0
        if kept is not None and kept != self._about():
            dropped = len(list(self.folder.glob("[0-9]*.json")))
            self.drop()
        with writing_to(self.folder):
            self._write("account.json", self._about())
        return dropped

    def of(self, service_ids: Iterable[int]) -> dict[int, WholeService]:
        """Return those of some services that were read, whole and not long ago."""
        found = {each: self._read(each) for each in service_ids}
        return {id: service for id, service in found.items() if service is not None}

    def keep(self, service: WholeService) -> None:
        """Keep what was read of a service. Raises TaskError where that can't be written."""
        document = {"readAt": datetime.now(UTC).isoformat(), **to_document(service)}
        with writing_to(self.folder):
            self._write(_name(service.id), document)

    def drop(self) -> None:
        """Take all of it away."""
        with writing_to(self.folder), suppress(FileNotFoundError):
            shutil.rmtree(self.folder)

    def _about(self) -> dict[str, Any]:
        return {"version": _VERSION, "account": self._account}

    def _whose(self) -> Any:
        """Return what a folder says of its reads: None where there is none, or it says nothing."""
        return self._document("account.json") if self.folder.is_dir() else None

    def _read(self, service_id: int) -> WholeService | None:
        document = self._document(_name(service_id))
        with suppress(ValueError, KeyError, TypeError):
            age = datetime.now(UTC) - datetime.fromisoformat(document["readAt"])
            if timedelta() <= age < timedelta(hours=KEPT_HOURS):
                return from_document(document)
        return None

    def _document(self, name: str) -> Any:
        with suppress(OSError, ValueError):
            return json.loads((self.folder / name).read_text(encoding="utf-8"))
        return None

    def _write(self, name: str, document: Mapping[str, Any]) -> None:
        # Whole also where the process is killed; after a loss of power it may be missing.
        write_whole(self.folder / name, json.dumps(document), synced=False)


def _name(service_id: int) -> str:
    return f"{service_id}.json"
