"""Writes on record: what a run was about to write when it may have been killed or refused.

Before an object that stands is written to, or a caller ID or hours are brought about, a small
record says that the platform may differ from the state. The write has a token of its own, which
goes into the object's outputs: a later run that finds it in the state knows that the engine heard
of the write, and the record goes. Where it does not, the object is compared with the platform anew.
No credentials and no values of settings stand in a record.
"""

from __future__ import annotations

import time
import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from pulumi_livevox.run.identity import stack_of
from pulumi_livevox.run.journal import Journal
from pulumi_livevox.run.records import Records, validated
from pulumi_livevox.run.state import Location, Standing
from pulumi_livevox.run.target import Kind, Target

_INSTEAD: Final = "What a killed run wrote shows in `pulumi preview --refresh`"

_KEPT_SECONDS: Final = 90 * 24 * 3600
"""For how long a record is of use: what is in nobody's state any more is met by nobody."""


class Operation(StrEnum):
    """What a write does to its object."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True)
class Write:
    """One write that was about to be sent.

    `identity` is the resource's, `paths` are the properties that it may have written. `before` is
    the token that the state had then. `returned` says that the engine was told of it, `at` is when
    it was begun or returned, in seconds since the epoch. `unsaved_run` names the run where its
    state is written at its end alone, so that being told says nothing (see checkpoints).
    """

    base_url: str
    client_id: int
    target: Target
    operation: Operation
    identity: str
    token: str
    at: float
    before: str = ""
    paths: Sequence[str] = ()
    returned: bool = False
    words: Sequence[str] = ()
    """What it was about to change, where words say it."""
    unsaved_run: str = ""

    @property
    def stack(self) -> str:
        """The project and stack that it belongs to: each knows its own state alone."""
        return stack_of(self.identity)

    @property
    def service_id(self) -> int:
        """The service that it is about, or whose number or hours."""
        return self.target.service_id

    @property
    def place(self) -> tuple[str, ...]:
        """There is one of each object and stack."""
        return _place(self.base_url, self.client_id, self.target, self.identity)

    def to_document(self) -> dict[str, Any]:
        """Return what its file holds."""
        document = asdict(self)
        target = document["target"]
        target["number"] = target.pop("part")
        return document | {"marker": document.pop("identity")}

    @classmethod
    def from_document(cls, document: Any) -> Write:
        """Return the write that a file holds. Raises ValueError where it holds none."""
        target = document.get("target") if isinstance(document, dict) else None
        if not isinstance(target, dict):
            raise ValueError("no write")
        known = target | {"part": target.get("number")}
        return validated(cls, document | {"target": known}, identity="marker")


def _place(base_url: str, client_id: int, target: Target, identity: str) -> tuple[str, ...]:
    account = base_url, str(client_id), stack_of(identity)
    return *account, target.kind, str(target.service_id), target.part


class Writes:
    """The writes on record for one base URL."""

    def __init__(self, journal: Journal) -> None:
        self._records: Records[Write] = Records(journal, ".write", _INSTEAD, self._as_own)
        self._base_url = journal.base_url
        self._unsaved_run = journal.unsaved_run
        self._begun: defaultdict[str, list[tuple[Write, Write | None]]] = defaultdict(list)

    def begin(
        self,
        operation: Operation,
        standing: Standing[Any],
        *targets: Target,
        paths: Sequence[str] = (),
        words: Sequence[str] = (),
    ) -> str:
        """Put a write to an object on record, once for each thing it is about; return its token.

        The record is on disk when this returns. Raises ProviderError where the journal can't be
        written.
        """
        token, location = uuid.uuid4().hex, standing.location
        for target in targets:
            before = self.find(target, standing)
            about = location.base_url, location.client_id, target, operation, standing.identity
            write = Write(
                *about,
                token,
                time.time(),
                standing.write,
                tuple(paths),
                words=tuple(words),
                unsaved_run=self._unsaved_run,
            )
            self._records.keep(write)
            self._begun[token].append((write, before))
        return token

    def find(self, target: Target, standing: Standing[Any]) -> Write | None:
        """Return the write on record of a target, by the stack of the resource that has it."""
        location = standing.location
        place = _place(location.base_url, location.client_id, target, standing.identity)
        return self._records.of(*place)

    def unsettled(self, target: Target, standing: Standing[Any]) -> Write | None:
        """Return the write on record of a target of which the state does not know.

        One that the state knows goes off the record, and one of the resource itself that ended
        well and that others, with another journal, have gone on from. What was created may be in
        no state, whatever the state has in its place: that is in doubt until the state knows it.
        """
        found = self.find(target, standing)
        if found is None:
            return None
        own = found.identity == standing.identity
        ended_well = own and found.returned and found.operation is not Operation.CREATE
        if standing.write == found.token or (ended_well and standing.write != found.before):
            self.drop(found)
            return None
        return found

    def withdraw(self, token: str) -> None:
        """Take back a write that was surely not carried out; what it replaced is back on record."""
        for write, before in self._begun.pop(token, ()):
            if before is None:
                self.drop(write)
            else:
                self._records.amend(before)

    def note_returned(self, token: str) -> None:
        """Note that the engine is about to be told of a write that was carried out."""
        for write, _ in self._begun.pop(token, ()):
            if not write.unsaved_run:
                self._records.amend(replace(write, returned=True, at=time.time()))

    def forget_children(self, service_id: int, location: Location) -> None:
        """Take the writes to what belonged to a service that is gone off the record."""
        for write in self._records.of_service(service_id):
            if write.client_id == location.client_id and write.target.kind is not Kind.SERVICE:
                self.drop(write)

    def forget_deletions(self, identity: str) -> None:
        """Take deletions of earlier runs for a resource off the record: the state lacks it."""
        for write in self._earlier_deletions.pop(identity, ()):
            if self._records.of(*write.place) is write:
                self.drop(write)

    def drop(self, write: Write) -> None:
        """Take a write off the record."""
        self._records.drop(write)

    def of_stack(self, stack: str) -> list[Write]:
        """Return the writes on record of a stack ("project/stack")."""
        # What belongs to services had no identity in older states.
        return [write for write in self._records.all() if write.stack in ("", stack)]

    def path(self, write: Write) -> Path:
        """Return the file of a write."""
        return self._records.path(write)

    @cached_property
    def _earlier_deletions(self) -> dict[str, list[Write]]:
        found: defaultdict[str, list[Write]] = defaultdict(list)
        for write in self._records.all():
            if write.operation is Operation.DELETE:
                found[write.identity].append(write)
        return found

    def _as_own(self, document: Any) -> Write | None:
        """Return the write that a file holds, None where it is of no use, or no more."""
        write = Write.from_document(document)
        if write.base_url != self._base_url:
            return None
        if write.at < time.time() - _KEPT_SECONDS:
            self.drop(write)
            return None
        return write
