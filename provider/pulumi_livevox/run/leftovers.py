"""What a run that ended early left on the platform, told where nobody declares it any more.

Only the resource that it was made for finds it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pulumi_livevox.run.commits import Commit, Commits
from pulumi_livevox.run.identity import of_one_stack, resource_name, stack_of, unfinished_name
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.saved import SAVED
from pulumi_livevox.run.target import Kind
from pulumi_livevox.run.writes import Write


def tell_of_an_earlier_run(run: Run, identity: str) -> None:
    """Tell, once, what an earlier run made before the state knew of it, and what becomes of it.

    The state does not have the resource: where something was made for it, a run ended early.
    """
    commit = run.commits.of_resource(identity)
    if commit is None:
        return
    left = [
        each
        for each in run.commits.left_by(commit.unsaved_run)
        if of_one_stack(each.identity, identity)
    ]
    if left:
        run.warn(
            f"an earlier run ended early. On record in {run.commits.folder}: services and copies "
            f"that it was making ({len(left)}). Those that the state does not know are taken over "
            "where they are finished and still declared, and made anew where they are not finished"
        )


def tell_before_a_deletion(run: Run, identity: str, service_id: int) -> None:
    """Tell, once, what a destroy is not going to delete: the state does not know of it.

    What it knows of a run whose state was written at its end says that it knows all of that run.
    """
    deleted, stack = run.commits.of_service(service_id), stack_of(identity)
    known_run = "" if deleted is None else deleted.unsaved_run
    left = run.commits.left_by_others()
    told = [each for each in left if not each.unsaved_run]
    for warning in told_of_services(told, stack, "and the state does not know it", run.commits):
        run.warn(warning)
    unsaved = [each for each in left if each.unsaved_run not in ("", known_run)]
    if count := sum(stack_of(each.identity) == stack for each in unsaved):
        run.warn(
            f"runs without checkpoints put services on record in {run.commits.folder} ({count}). "
            "Of a run that came to its end they are deleted with the rest; of one that was killed "
            "the state does not know them, and they stay: run `pulumi up`, then `pulumi destroy`"
        )


def told_of_services(left: Iterable[Commit], stack: str, why: str, commits: Commits) -> list[str]:
    """Return a warning of each service that was left by a stack ("project/stack")."""
    return [
        _told(commit, why, str(commits.path(commit)))
        for commit in left
        if stack_of(commit.identity) == stack
    ]


def _told(commit: Commit, why: str, record: str) -> str:
    resource, unfinished = resource_name(commit.identity), unfinished_name(commit.identity)
    if commit.service_id is None:
        return (
            f'a run that ended early may have left a copy named "{unfinished}", for the resource '
            f'"{resource}" {why}: delete it in the console if it is there, and then the record '
            f"{record}"
        )
    unless = (
        ". Where `pulumi stack --show-ids` does not list it, nor that of another stack:"
        if commit.returned or commit.unsaved_run
        else ":"
    )
    return (
        f'service {commit.service_id}, named "{commit.name}" or still "{unfinished}", was made for '
        f'the resource "{resource}" {why}{unless} declare adopt_id={commit.service_id} to manage '
        "it, or delete it in the console if nobody needs it. If it is gone, or was kept on "
        f"purpose, delete the record {record}"
    )


def told_of_write(write: Write, record: str) -> str:
    """Return a warning of what a run was about to bring about and nobody declares."""
    told = f'{write.target} for the resource "{resource_name(write.identity)}"'
    if write.target.kind is Kind.SERVICE:
        return (
            f"a run that broke off was about to take over {told}, which this program does not "
            f"declare: what it wrote of {', '.join(write.paths) or 'it'} stays as it is. When you "
            f"have seen to it, delete the record {record}"
        )
    mended = (
        "declare it as it was and run `pulumi up`, then take it out and run `pulumi up` again, or "
        "take it away in the console; what stood before, where anything did, is saved in "
        f"{Path(record).parent / SAVED}: declare that to bring it back"
    )
    by, may_stand = "a run that broke off", "it may stand"
    if write.unsaved_run:
        by, may_stand = "a run without checkpoints", "if that run was killed, it may stand"
    return (
        f"{by} was about to bring {told} about, and this program does not declare it: {may_stand}. "
        f"To be rid of it, {mended}. If nothing is there, or it was kept on purpose, delete the "
        f"record {record}"
    )
