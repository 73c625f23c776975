"""What a run that ended early left on the platform and nobody declares any more.

Only the resource that it was made for finds it again. So a program that does not declare that
resource says so at its end, when the engine has deleted what the state knew.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable

import pulumi

from pulumi_livevox.resources import program, run
from pulumi_livevox.resources.journal import Commit, Journal
from pulumi_livevox.resources.markers import marker_name, of_one_stack, resource_name
from pulumi_livevox.resources.notices import warn
from pulumi_livevox.resources.records import journal_folder
from pulumi_livevox.resources.writes import Operation, Write, Writes, Written


def expect_service(identity: str) -> None:
    """Note that the program declares a service; the rest of the journal is told at its end."""
    _expecting().services.add(identity)


def expect_child(kind: Written, service: str, number: str = "") -> None:
    """Note that the program declares hours or a caller ID of a service, by the service's id."""
    _expecting().children.add((kind, service, number))


def _expecting() -> run.Run:
    this_run = run.current()
    begun = this_run.services or this_run.children
    if not (begun or run.is_mocked() or pulumi.runtime.is_dry_run()):
        folder, base_url = journal_folder(os.environ), program.base_url()
        journal, writes = Journal(folder, base_url, os.getcwd()), Writes(folder, base_url)
        stack = program.identity("", None)
        this_run.after_its_end(functools.partial(_tell, journal, writes, stack, this_run))
    return this_run


def _tell(journal: Journal, writes: Writes, stack: str, this_run: run.Run) -> None:
    left = (commit for commit in journal.all() if commit.marker not in this_run.services)
    for told in _left(left, stack, "that this program does not declare", journal):
        pulumi.log.warn(told)
    for write in writes.all():
        if of_one_stack(write.marker, stack):
            _settle(writes, write, this_run)


def _settle(writes: Writes, write: Write, this_run: run.Run) -> None:
    """Tell of what was brought about and is nobody's; forget what the engine has deleted by now."""
    target = write.target
    child = target.kind, str(target.service_id), target.number
    if write.operation is Operation.CREATE and child not in this_run.children:
        pulumi.log.warn(_told_of_child(write, str(writes.path(write))))
    elif write.ended:
        writes.drop(write)


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
    unless = " Where `pulumi stack --show-ids` does not list it:" if commit.returned else ":"
    return (
        f'service {commit.service_id}, named "{commit.name}" or still "{unfinished}", was made for '
        f'the resource "{resource}" {why}{unless} declare adopt_id={commit.service_id} to manage '
        "it, or delete it in the console if nobody needs it. If it is gone, or was kept on "
        f"purpose, delete the record {record}"
    )


def _told_of_child(write: Write, record: str) -> str:
    return (
        f"a run that broke off was about to bring {write.target} about, for the resource "
        f'"{resource_name(write.marker)}", and this program does not declare it: it may stand. '
        "Declare it as it was and run `pulumi up`, then take it out and run `pulumi up` again, or "
        "take it away in the console. If nothing is there, or it was kept on purpose, delete the "
        f"record {record}"
    )
