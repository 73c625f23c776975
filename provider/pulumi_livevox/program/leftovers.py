"""What a run that ended early left and this program does not declare, told when it has ended.

The engine has then deleted what the state knew.
"""

from __future__ import annotations

import contextlib
from typing import Final

import pulumi

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.program.configuration import commits, journal
from pulumi_livevox.program.options import stack_name
from pulumi_livevox.program.siblings import Siblings
from pulumi_livevox.run.commits import Commits
from pulumi_livevox.run.leftovers import told_of_services, told_of_write
from pulumi_livevox.run.target import Kind
from pulumi_livevox.run.writes import Operation, Write, Writes

_OWN: Final = (Kind.SERVICE, Kind.CALLER_ID, Kind.INBOUND_HOURS)
"""What a resource of its own declares."""


def tell(siblings: Siblings, began: float) -> None:
    """Tell, at the end of an update, what is on record and this program does not declare.

    `began` is when the program did (seconds since the epoch).
    """
    if pulumi.runtime.is_dry_run():
        return
    with contextlib.suppress(LiveVoxError):
        _tell_of_services(commits(), siblings)
        _tell_of_writes(Writes(journal()), siblings, began)


def _tell_of_services(commits: Commits, siblings: Siblings) -> None:
    left = (
        each for each in commits.all() if (Kind.SERVICE, each.identity) not in siblings.declared
    )
    for told in told_of_services(left, stack_name(), "that this program does not declare", commits):
        pulumi.log.warn(told)


def _tell_of_writes(writes: Writes, siblings: Siblings, began: float) -> None:
    """Tell of what was brought about and is nobody's; forget what the state knows by now."""
    for write in writes.of_stack(stack_name()):
        made = write.operation is Operation.CREATE and write.target.kind in _OWN
        if made and not write.returned and _thing(write) not in siblings.declared:
            pulumi.log.warn(told_of_write(write, str(writes.path(write))))
        # What an earlier run told the engine is in the state, or is gone, by the end of this one.
        if write.returned and write.at < began:
            writes.drop(write)


def _thing(write: Write) -> tuple[str, ...]:
    """Return what a write is about as programs declare it."""
    target = write.target
    if target.kind is Kind.SERVICE:
        return Kind.SERVICE, write.identity
    thing = (target.kind, str(target.service_id), target.part)
    return tuple(part for part in thing if part)
