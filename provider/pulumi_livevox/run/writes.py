"""Writes on record: what a run was about to write when it may have been killed or refused.

Before an object that stands is written to, or a caller ID or hours are brought about, a small
record says that the platform may differ from the state. The write has a token of its own, which
goes into the object's outputs: a later run that finds it in the state knows that the engine heard
of the write, and the record goes. Where it does not, the object is compared with the platform anew.
Nothing secret stands in a record.
"""

from __future__ import annotations

import threading
import time
import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pulumi_livevox.run.markers import stack_of
from pulumi_livevox.run.records import Records

if TYPE_CHECKING:
    from pulumi_livevox.run.location import Location


_KEPT_SECONDS: Final = 90 * 24 * 3600
"""For how long a record is of use: what is in nobody's state any more is met by nobody."""


class Written(StrEnum):
    """The kinds of object that are written to."""

    SERVICE = "service"
    CALLER_ID = "caller ID"
    DEFAULT_CALLER_ID = "default caller ID"
    INBOUND_HOURS = "inbound hours"


class Operation(StrEnum):
    """What a write does to its object."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True)
class Target:
    """What a write is about: a service, or what belongs to one; `number` is a caller ID's."""

    kind: Written
    service_id: int
    number: str = ""

    def __str__(self) -> str:
        """Name it as a message does."""
        if self.kind is Written.SERVICE:
            return f"service {self.service_id}"
        told = f"{self.kind} {self.number}" if self.number else self.kind
        return f"{told} of service {self.service_id}"


@dataclass(frozen=True)
class Write:
    """One write that was about to be sent.

    `marker` is the resource's place in the world (see markers), `paths` are the properties that
    it may have written. `before` is the token that the state had then. `returned` says that the
    engine was told of it, `at` is when it was begun or returned, in seconds since the epoch.
    """

    base_url: str
    client_id: int
    target: Target
    operation: Operation
    marker: str
    token: str
    at: float
    before: str = ""
    paths: Sequence[str] = ()
    returned: bool = False

    @property
    def stack(self) -> str:
        """The project and stack that it belongs to: each knows its own state alone."""
        return stack_of(self.marker)


class Writes:
    """The writes on record for one base URL; what other runs wrote is read when first asked for."""

    def __init__(self, folder: Path, base_url: str) -> None:
        self._records = Records(folder, ".write")
        self._base_url = base_url
        self._lock = threading.Lock()
        self._by_service: dict[tuple[int, int], dict[tuple[str, Target], Write]] | None = None
        self._begun: defaultdict[str, list[tuple[Write, Write | None]]] = defaultdict(list)

    def begin(
        self,
        targets: Sequence[Target],
        location: Location,
        operation: Operation,
        marker: str,
        paths: Sequence[str] = (),
        *,
        known: str = "",
    ) -> str:
        """Put a write on record, once for each thing it is about; return its token.

        `known` is the token of the last write that the state knows. The record is on disk when
        this returns. Raises ProviderError where the journal can't be written.
        """
        token = uuid.uuid4().hex
        for target in targets:
            before = self.find(target, location, marker)
            place = location.base_url, location.client_id, target, operation, marker
            write = Write(*place, token, time.time(), known, tuple(paths))
            self._records.keep(self.path(write), asdict(write))
            with self._lock:
                self._begun[token].append((write, before))
                self._of(write)[write.stack, target] = write
        return token

    def find(self, target: Target, location: Location, marker: str) -> Write | None:
        """Return the write on record of an object, by the stack that a marker names."""
        with self._lock:
            writes = self._known().get((location.client_id, target.service_id), {})
            return writes.get((stack_of(marker), target))

    def unsettled(
        self, target: Target, location: Location, marker: str, token: str
    ) -> Write | None:
        """Return the write on record of which the state does not know; `token` is the state's.

        One that the state knows goes off the record, and one that ended well and that others,
        with another journal, have gone on from.
        """
        found = self.find(target, location, marker)
        if found is None:
            return None
        if token == found.token or (found.returned and token != found.before):
            self.drop(found)
            return None
        return found

    def withdraw(self, token: str) -> None:
        """Take back a write that was surely not carried out; what it replaced is back on record."""
        for write, before in self._begun.pop(token, ()):
            if before is None:
                self.drop(write)
            else:
                self._amend(before)

    def note_returned(self, token: str) -> None:
        """Note that the engine is about to be told of a write that was carried out."""
        for write, _ in self._begun.pop(token, ()):
            self._amend(replace(write, returned=True, at=time.time()))

    def forget_children(self, service_id: int, location: Location) -> None:
        """Take the writes to what belonged to a service that is gone off the record."""
        with self._lock:
            writes = self._known().get((location.client_id, service_id), {}).values()
            children = [write for write in writes if write.target.kind != Written.SERVICE]
        for write in children:
            self.drop(write)

    def drop(self, write: Write) -> None:
        """Take a write off the record."""
        with self._lock:
            self._of(write).pop((write.stack, write.target), None)
        self._records.drop(self.path(write))

    def of_stack(self, marker: str) -> list[Write]:
        """Return the writes on record of the stack that a marker names."""
        with self._lock:
            every = [write for writes in self._known().values() for write in writes.values()]
        # Children in older states have no marker.
        return [write for write in every if write.stack in ("", stack_of(marker))]

    def path(self, write: Write) -> Path:
        """Return the file of a write's record: one for each object and stack."""
        target = write.target
        account = write.base_url, str(write.client_id), write.stack
        return self._records.path(*account, target.kind, str(target.service_id), target.number)

    def _amend(self, write: Write) -> None:
        with self._lock:
            self._of(write)[write.stack, write.target] = write
        self._records.amend(self.path(write), asdict(write))

    def _of(self, write: Write) -> dict[tuple[str, Target], Write]:
        return self._known().setdefault((write.client_id, write.target.service_id), {})

    def _known(self) -> dict[tuple[int, int], dict[tuple[str, Target], Write]]:
        if self._by_service is None:
            self._by_service = {}
            for write in map(_as_write, self._records.all()):
                if write is None or write.base_url != self._base_url:
                    continue
                if write.at < time.time() - _KEPT_SECONDS:
                    self._records.drop(self.path(write))
                else:
                    self._of(write)[write.stack, write.target] = write
        return self._by_service


def _as_write(record: Mapping[str, Any]) -> Write | None:
    try:
        target = record["target"]
        return Write(
            **{
                **record,
                "target": Target(Written(target["kind"]), target["service_id"], target["number"]),
                "operation": Operation(record["operation"]),
            }
        )
    except (KeyError, TypeError, ValueError):
        return None
