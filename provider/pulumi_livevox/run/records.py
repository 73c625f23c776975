"""Records: small files that outlive a process which is killed, each written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.files import write_whole
from pulumi_livevox.run.journal import Journal

if TYPE_CHECKING:
    from pydantic import TypeAdapter


class Record(Protocol):
    """What is on record: about one service, or what belongs to it, for one resource."""

    @property
    def place(self) -> tuple[str, ...]:
        """What tells it from every other record of its kind."""

    @property
    def service_id(self) -> int | None:
        """The service that it is about, None while that is not known."""

    def to_document(self) -> dict[str, Any]:
        """Return what its file holds; files of earlier versions are read as well."""


RecordT = TypeVar("RecordT", bound=Record)


def validated(kind: type[RecordT], document: Any, **other_names: str) -> RecordT:
    """Return the record that a file holds, where a field may have another name there.

    Raises ValueError where it holds none.
    """
    if not isinstance(document, dict):
        raise ValueError("no document")
    values = {name: value for name, value in document.items() if name not in other_names.values()}
    values |= {name: document.get(other) for name, other in other_names.items()}
    record: RecordT = _adapter(kind).validate_python(values)
    return record


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # takes a while; a program may need no record

    return TypeAdapter(kind)


class Records(Generic[RecordT]):
    """The records of one kind in the journal's folder; the kind is how their names end.

    What other runs wrote is read once, when it is first asked for. `read` makes a record of what
    a file holds, or None of what is none of this run's, and raises ValueError where it is no
    record; `instead` says what finds what a file was about that can't be read. Threads share it.
    """

    def __init__(
        self,
        journal: Journal,
        kind: str,
        instead: str,
        read: Callable[[Any], RecordT | None],
    ) -> None:
        self.folder = journal.folder
        self._kind = kind
        self._instead = instead
        self._read = read
        self._warn = journal.warn
        self._lock = threading.RLock()
        self._known: dict[tuple[str, ...], RecordT] | None = None
        self._of_service: dict[int | None, dict[tuple[str, ...], RecordT]] = {}

    def path(self, record: RecordT) -> Path:
        """Return the file of a record."""
        digest = hashlib.sha256(json.dumps(record.place).encode()).hexdigest()[:32]
        return self.folder / f"{digest}{self._kind}.json"

    def all(self) -> list[RecordT]:
        """Return every record."""
        with self._lock:
            return list(self._all().values())

    def of(self, *place: str) -> RecordT | None:
        """Return the record of a place, if there is one."""
        with self._lock:
            return self._all().get(place)

    def of_service(self, service_id: int) -> list[RecordT]:
        """Return the records about a service and what belongs to it."""
        with self._lock:
            self._all()
            return list(self._of_service.get(service_id, {}).values())

    def keep(self, record: RecordT) -> None:
        """Put a record in the place of an earlier one; it is on disk when this returns.

        Raises ProviderError where it can't be written: nothing may be sent then.
        """
        try:
            self._write(record)
        except OSError as error:
            raise ProviderError(
                f"the journal can't be written in {self.folder} ({error.strerror}), and without it "
                "a run that is killed could not be taken up: nothing was sent for this resource. "
                "Set LIVEVOX_JOURNAL to a folder that can be written to."
            ) from None
        self._note(record)

    def amend(self, record: RecordT) -> None:
        """Write a record anew where that can be done; else the earlier one stays."""
        with contextlib.suppress(OSError):
            self._write(record)
        self._note(record)

    def drop(self, record: RecordT) -> None:
        """Take a record away. One that stays costs a look at the platform, or a warning."""
        with self._lock:
            known = self._all().pop(record.place, None)
            if known is not None:
                self._of_service[known.service_id].pop(record.place, None)
        with contextlib.suppress(OSError):
            self.path(record).unlink(missing_ok=True)

    def _note(self, record: RecordT) -> None:
        with self._lock:
            before = self._all().get(record.place)
            if before is not None:
                self._of_service[before.service_id].pop(record.place, None)
            self._all()[record.place] = record
            self._of_service.setdefault(record.service_id, {})[record.place] = record

    def _all(self) -> dict[tuple[str, ...], RecordT]:
        if self._known is None:
            self._known = {}
            for path in self.folder.glob(f"*{self._kind}.json"):
                try:
                    record = self._read(json.loads(path.read_text(encoding="utf-8")))
                except FileNotFoundError:  # another run has dropped it
                    continue
                except (OSError, ValueError):
                    self._tell_of_unreadable(path)
                    continue
                if record is not None:
                    self._note(record)
        return self._known

    def _tell_of_unreadable(self, path: Path) -> None:
        self._warn(
            f"the record {path} can't be read, as where it is half written: this run goes on as if "
            f"it were not there. {self._instead}. Once `pulumi preview --refresh` shows no "
            "difference, the file can be deleted"
        )

    def _write(self, record: RecordT) -> None:
        write_whole(self.path(record), json.dumps(record.to_document()))
