"""What a run that ended early left on the platform and nobody declares any more.

Only the resource that it was made for finds it again. So a program that does not declare that
resource says so at its end, when the engine has deleted what the state knew.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from typing import Final

import pulumi

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.resources import program, run
from pulumi_livevox.resources.journal import Commit, Journal
from pulumi_livevox.resources.markers import marker_name, of_one_stack, resource_name
from pulumi_livevox.resources.notices import warn
from pulumi_livevox.resources.records import journal_folder
from pulumi_livevox.resources.writes import Operation, Write, Writes, Written

_OWN: Final = (Written.SERVICE, Written.CALLER_ID, Written.INBOUND_HOURS)
"""What a resource of its own declares."""


def tell(this_run: run.Run) -> None:
    """Tell, at the end of an update, what is on record and this program does not declare."""
    if pulumi.runtime.is_dry_run():
        return
    with contextlib.suppress(LiveVoxError):
        folder, base_url = journal_folder(os.environ), program.base_url()
        _tell_of_services(Journal(folder, base_url, os.getcwd()), this_run)
        _tell_of_writes(Writes(folder, base_url), this_run)


def _tell_of_services(journal: Journal, this_run: run.Run) -> None:
    left = (each for each in journal.all() if ("identity", each.marker) not in this_run.declared)
    stack = program.identity("", None)
    for told in _left(left, stack, "that this program does not declare", journal):
        pulumi.log.warn(told)


def _tell_of_writes(writes: Writes, this_run: run.Run) -> None:
    """Tell of what was brought about and is nobody's; forget what the state knows by now."""
    for write in writes.of_stack(program.identity("", None)):
        made = write.operation is Operation.CREATE and write.target.kind in _OWN
        if made and not write.returned and _thing(write) not in this_run.declared:
            pulumi.log.warn(_told_of(write, str(writes.path(write))))
        # What an earlier run told the engine is in the state, or is gone, by the end of this one.
        if write.returned and write.at < this_run.began:
            writes.drop(write)


def _thing(write: Write) -> tuple[str, ...]:
    """Return what a write is about as programs declare it."""
    target = write.target
    if target.kind is Written.SERVICE:
        return "identity", write.marker
    thing = (target.kind, str(target.service_id), target.number)
    return tuple(part for part in thing if part)


def tell_before_a_deletion(journal: Journal, marker: str) -> None:
    """Tell, once, what a destroy is not going to delete: the state does not know of it."""
    left = journal.left_by_others()
    for told in _left(left, marker, "and the state does not know it", journal):
        warn(told)


def _left(left: Iterable[Commit], stack: str, why: str, journal: Journal) -> list[str]:
    """Return a warning of each service that was left by the stack that a marker names."""
    return [
        _told(commit, why, str(journal.path(commit.marker)))
        for commit in left
        if of_one_stack(commit.marker, stack)
    ]


def _told(commit: Commit, why: str, record: str) -> str:
    resource, unfinished = resource_name(commit.marker), marker_name(commit.marker)
    if commit.service_id is None:
        return (
            f'a run that ended early may have left a copy named "{unfinished}", for the resource '
            f'"{resource}" {why}: delete it in the console if it is there, and then the record '
            f"{record}"
        )
    unless = (
        ". Where `pulumi stack --show-ids` does not list it, nor that of another stack:"
        if commit.returned
        else ":"
    )
    return (
        f'service {commit.service_id}, named "{commit.name}" or still "{unfinished}", was made for '
        f'the resource "{resource}" {why}{unless} declare adopt_id={commit.service_id} to manage '
        "it, or delete it in the console if nobody needs it. If it is gone, or was kept on "
        f"purpose, delete the record {record}"
    )


def _told_of(write: Write, record: str) -> str:
    told = f'{write.target} for the resource "{resource_name(write.marker)}"'
    if write.target.kind is Written.SERVICE:
        return (
            f"a run that broke off was about to take over {told}, which this program does not "
            f"declare: what it wrote of {', '.join(write.paths) or 'it'} stays as it is. When you "
            f"have seen to it, delete the record {record}"
        )
    mended = (
        "declare it as it was and run `pulumi up`, then take it out and run `pulumi up` again, or "
        "take it away in the console"
    )
    return (
        f"a run that broke off was about to bring {told} about, and this program does not declare "
        f"it: it may stand. To be rid of it, {mended}. If nothing is there, or it was kept on "
        f"purpose, delete the record {record}"
    )
