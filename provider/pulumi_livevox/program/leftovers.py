"""What a run that ended early left and this program does not declare, told when it has ended.

The engine has then deleted what the state knew.
"""

from __future__ import annotations

import contextlib
import os
from typing import Final

import pulumi

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.config import journal_folder
from pulumi_livevox.program import program, siblings
from pulumi_livevox.run.journal import Journal
from pulumi_livevox.run.leftovers import told_of_services, told_of_write
from pulumi_livevox.run.target import Kind
from pulumi_livevox.run.writes import Operation, Write, Writes

_OWN: Final = (Kind.SERVICE, Kind.CALLER_ID, Kind.INBOUND_HOURS)
"""What a resource of its own declares."""


def tell(this_run: siblings.Run) -> None:
    """Tell, at the end of an update, what is on record and this program does not declare."""
    if pulumi.runtime.is_dry_run():
        return
    with contextlib.suppress(LiveVoxError):
        folder, base_url = journal_folder(os.environ), program.base_url()
        _tell_of_services(Journal(folder, base_url, os.getcwd()), this_run)
        _tell_of_writes(Writes(folder, base_url), this_run)


def _tell_of_services(journal: Journal, this_run: siblings.Run) -> None:
    left = (each for each in journal.all() if ("identity", each.identity) not in this_run.declared)
    stack = program.identity("", None)
    for told in told_of_services(left, stack, "that this program does not declare", journal):
        pulumi.log.warn(told)


def _tell_of_writes(writes: Writes, this_run: siblings.Run) -> None:
    """Tell of what was brought about and is nobody's; forget what the state knows by now."""
    for write in writes.of_stack(program.identity("", None)):
        made = write.operation is Operation.CREATE and write.target.kind in _OWN
        if made and not write.returned and _thing(write) not in this_run.declared:
            pulumi.log.warn(told_of_write(write, str(writes.path(write))))
        # What an earlier run told the engine is in the state, or is gone, by the end of this one.
        if write.returned and write.at < this_run.began:
            writes.drop(write)


def _thing(write: Write) -> tuple[str, ...]:
    """Return what a write is about as programs declare it."""
    target = write.target
    if target.kind is Kind.SERVICE:
        return "identity", write.identity
    thing = (target.kind, str(target.service_id), target.part)
    return tuple(part for part in thing if part)
