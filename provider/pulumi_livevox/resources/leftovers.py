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
from pulumi_livevox.resources.journal import Commit, Journal, journal_folder
from pulumi_livevox.resources.markers import marker_name, of_one_stack, resource_name
from pulumi_livevox.resources.notices import warn


def expect(identity: str) -> None:
    """Note that the program declares a service; the rest of the journal is told at its end."""
    this_run = run.current()
    if not (this_run.services or run.is_mocked() or pulumi.runtime.is_dry_run()):
        journal = Journal(journal_folder(os.environ), program.base_url(), os.getcwd())
        stack = program.identity("", None)
        this_run.after_its_end(functools.partial(_tell, journal, stack, this_run.services))
    this_run.services.add(identity)


def _tell(journal: Journal, stack: str, declared: set[str]) -> None:
    left = (commit for commit in journal.all() if commit.marker not in declared)
    for told in _left(left, stack, "that this program does not declare", journal):
        pulumi.log.warn(told)


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
