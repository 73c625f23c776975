"""What a run that ended early left on the platform and nobody declares any more.

Only the resource that it was made for finds it again. So a program that does not declare that
resource says so at its end, when the engine has deleted what the state knew.
"""

from __future__ import annotations

import atexit
import functools
import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field

import pulumi

from pulumi_livevox.resources import program
from pulumi_livevox.resources.journal import Commit, Journal
from pulumi_livevox.resources.markers import marker_name, of_one_stack, resource_name
from pulumi_livevox.resources.notices import warn
from pulumi_livevox.resources.records import journal_folder
from pulumi_livevox.resources.writes import Operation, Write, Writes, Written


@dataclass
class _Declared:
    """What a program declares: the identities of services, and what belongs to which service."""

    services: set[str] = field(default_factory=set)
    children: set[tuple[Written, str, str]] = field(default_factory=set)


def expect_service(identity: str) -> None:
    """Note that the program declares a service; the rest of the journal is told at its end."""
    _declared().services.add(identity)


def expect_child(kind: Written, service: str, number: str = "") -> None:
    """Note that the program declares hours or a caller ID of a service, by the service's id."""
    _declared().children.add((kind, service, number))


@functools.cache
def _declared() -> _Declared:
    declared = _Declared()
    if not pulumi.runtime.is_dry_run():
        folder, base_url = journal_folder(os.environ), program.base_url()
        journal, writes = Journal(folder, base_url, os.getcwd()), Writes(folder, base_url)
        atexit.register(_tell, journal, writes, program.identity("", None), declared)
    return declared


def _tell(journal: Journal, writes: Writes, stack: str, declared: _Declared) -> None:
    # The script that runs a program for the engine keeps there how it ended. One that broke off
    # may not have come to declare what is on record.
    if getattr(sys.modules["__main__"], "exit_code", 0) != 0:
        return
    left = (commit for commit in journal.all() if commit.marker not in declared.services)
    _warn_of(left, stack, "that this program does not declare", journal)
    for write in writes.all():
        if of_one_stack(write.marker, stack):
            _settle(writes, write, declared)


def _settle(writes: Writes, write: Write, declared: _Declared) -> None:
    """Tell of what was brought about and is nobody's; forget what the engine has deleted by now."""
    target = write.target
    child = target.kind, str(target.service_id), target.number
    if write.operation is Operation.CREATE and child not in declared.children:
        warn(_told_of_child(write, str(writes.path(write))))
    elif write.ended:
        writes.drop(write)


def tell_before_a_deletion(journal: Journal, marker: str) -> None:
    """Tell, once, what a destroy is not going to delete: the state does not know of it."""
    _warn_of(journal.left_by_others(), marker, "and the state does not know it", journal)


def _warn_of(left: Iterable[Commit], stack: str, why: str, journal: Journal) -> None:
    """Warn of what was left by the stack that a marker names."""
    for commit in left:
        if of_one_stack(commit.marker, stack):
            warn(_told(commit, why, str(journal.path(commit.marker))))


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
