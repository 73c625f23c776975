"""What lives on the platform, as a Pulumi project that declares it and takes it over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pulumi_livevox.client import NotFound
from pulumi_livevox.config import same_account, user_of, who
from pulumi_livevox.resources.service.whole import WholeService, read_whole
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.exporting.changes import ServiceChange, changed
from pulumi_livevox.tasks.exporting.choices import ExportOptions, choose
from pulumi_livevox.tasks.exporting.folder import ExportFolder, Plan
from pulumi_livevox.tasks.exporting.kept_reads import KEPT_HOURS, KeptReads
from pulumi_livevox.tasks.exporting.reading import read_services
from pulumi_livevox.tasks.exporting.record import Choices, ExportRecord
from pulumi_livevox.tasks.exporting.services import gather
from pulumi_livevox.tasks.exporting.text import LeftOut, Project, ProjectOptions, render
from pulumi_livevox.tasks.exporting.unseen import Unseen, look_for_unseen
from pulumi_livevox.tasks.progress import OnProgress
from pulumi_livevox.tasks.selection import FoundService, Selected, chooses, select

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


@dataclass(frozen=True)
class Exported:
    """What an export did, and what it could not do."""

    folder: Path
    account: str
    """Whose services they are, in words."""
    choices: Choices
    """What it was asked for, with what held where nothing was said."""
    is_again: bool
    """Whether the folder held an export before."""
    services: int
    taken_up: int
    """How many of them an earlier run had read, and this one did not read again."""
    plan: Plan
    """What happened to the files; the names of all are the keys of its digests."""
    changes: Sequence[ServiceChange]
    """What changed on the platform since the export before."""
    no_longer_chosen: Sequence[FoundService]
    """What the export before had, and is not asked for any more: out of the program."""
    left_out: Sequence[LeftOut]
    """What can't be declared, and why; it stands as a comment in the program."""
    notes: Sequence[str]
    """What can't be told, in sentences; nothing is wrong."""
    remarks: Sequence[str]
    """What was asked for and is not there, or not as it stands now, in sentences."""

    @property
    def is_complete(self) -> bool:
        """Whether all that was asked for is in the files, as it stands on the platform."""
        entries = self.plan.entries
        is_stale = bool(entries.stale) and entries.without_stale is None
        told = self.no_longer_chosen, self.left_out, self.remarks, self.plan.kept
        return not (any(told) or is_stale)


def export(
    client: LiveVoxClient,
    folder: Path,
    options: ExportOptions,
    on_progress: OnProgress = lambda done, total: None,
) -> Exported:
    """Write a project that declares services as they stand, and takes them over.

    What was read is kept in the folder until all is written, so that a run after an interruption
    reads only what is missing. Raises TaskError where the folder can't be used, nothing is found,
    or a name or id is wrong; nothing is written then. No error leaves half a file.
    """
    destination = ExportFolder(folder)
    before = destination.record
    if before is not None:
        _refuse_another_account(folder, before, options)
    choices = choose(options, folder, None if before is None else before.choices)
    selected = _selected(client, choices, options)
    template, template_gone = _read_template(client, choices.template_id, before)
    kept = KeptReads(destination.work, user_of(options.configuration))
    dropped = kept.begin()
    unseen = look_for_unseen(client, selected, choices, before)
    found = [*selected.services, *unseen.living]
    read = read_services(client, [each.id for each in found], kept, on_progress)
    gathered = gather(client, found, unseen, read, before)
    if not gathered.services:
        raise TaskError(" ".join(["Nothing is exported.", *gathered.remarks]))
    record = ExportRecord(
        configuration=options.configuration,
        choices=choices,
        services=gathered.services,
        template=template,
        # A resource keeps its name: the state of a stack knows it by that.
        adopted={} if before is None else before.adopted,
    )
    project = _project(record)
    plan = _write(destination, record, project, overwrite=options.overwrite)
    if all(isinstance(error, NotFound) for error in read.failed.values()):
        kept.drop()
    is_again = before is not None and bool(before.written)
    changes, brought = (
        _compared(before, gathered.services, unseen) if before and is_again else ((), [])
    )
    return Exported(
        folder=folder,
        account=who(options.configuration),
        choices=choices,
        is_again=is_again,
        services=len(gathered.services),
        taken_up=read.taken_up,
        plan=plan,
        changes=changes,
        no_longer_chosen=[FoundService.of(each.general) for each in unseen.no_longer_chosen],
        left_out=project.left_out,
        notes=[*_begun_with(kept, dropped, read.taken_up), *brought, *selected.notes],
        remarks=[*selected.remarks, *template_gone, *gathered.remarks],
    )


def _compared(
    before: ExportRecord, services: Sequence[WholeService], unseen: Unseen
) -> tuple[Sequence[ServiceChange], list[str]]:
    """Return what changed on the platform, and a note of what another choice brought."""
    dropped = {each.id for each in unseen.no_longer_chosen}
    stood = {each.id: each for each in before.services if each.id not in dropped}
    chosen = before.choices.selection
    same = [
        each
        for each in services
        if each.id in stood or chooses(chosen, FoundService.of(each.general))
    ]
    more = len(services) - len(same)
    notes = [f"{more} services are chosen now that were not at the export before."] if more else []
    return changed(list(stood.values()), same), notes


def _selected(client: LiveVoxClient, choices: Choices, options: ExportOptions) -> Selected:
    """Find the services that are chosen. Raises TaskError where there are none."""
    selected = select(client, choices.selection)
    # What was chosen once may be gone by now, which is then among the changes.
    if selected.gone and options.selection is not None:
        raise TaskError(
            f"there is no service {', '.join(map(str, selected.gone))}, or this user may not see "
            "it (the API answers 404 to both); nothing was done: check the id, and whose account "
            "this is"
        )
    if not selected.services:
        raise TaskError(" ".join(["Nothing is exported.", *selected.remarks, *selected.notes]))
    return selected


def _write(
    folder: ExportFolder, record: ExportRecord, project: Project, *, overwrite: bool
) -> Plan:
    # An edited file is compared with what it began as, which the same services give again.
    before = folder.record
    earlier = _project(before).files if before is not None and before.written else {}
    plan = folder.plan(project, record.services, earlier, overwrite=overwrite)
    folder.carry_out(plan, replace(record, adopted=project.adopted))
    return plan


def _project(record: ExportRecord) -> Project:
    """Return the program of a record: the same for the same record."""
    choices = record.choices
    return render(
        record.services,
        ProjectOptions(
            project_name=choices.project_name,
            stack_name=choices.stack_name,
            configuration=record.configuration,
            template=record.template,
            protect=choices.protect,
            settings=choices.settings,
            resource_names={id: name for name, id in record.adopted.items()},
        ),
    )


def _read_template(
    client: LiveVoxClient, template_id: int | None, before: ExportRecord | None
) -> tuple[WholeService | None, list[str]]:
    """Return the template, where there is one, and remarks where it can't be read whole."""
    if template_id is None:
        return None, []
    stood = None if before is None else before.template
    if stood is not None and stood.id != template_id:
        stood = None
    try:
        template = read_whole(client, template_id, shared=True)
        how = "in full" if stood is None else "by how it stood at the export before"
        remarks = [
            f"The template {template_id}: its {section} could not be read, and what copies have of "
            f"it is declared {how}: {reason}"
            for section, reason in template.unreadable.items()
        ]
        return template if stood is None else template.completed_by(stood), remarks
    except NotFound:
        if stood is not None:
            return stood, [
                f"The template {template_id} is gone, or not to be seen any more: it is taken as "
                "it stood at the export before."
            ]
        raise TaskError(
            f"there is no service {template_id} to be the template, or this user may not see it; "
            "nothing is exported"
        ) from None


def _refuse_another_account(folder: Path, before: ExportRecord, options: ExportOptions) -> None:
    stood, asked = before.configuration, options.configuration
    if not same_account(stood, asked):
        raise TaskError(
            f"{folder} holds an export of {who(stood)}, and this is {who(asked)}: export "
            "into another folder"
        )


def _begun_with(kept: KeptReads, dropped: int, taken_up: int) -> list[str]:
    """Say what an export that was not finished had left."""
    notes = []
    if dropped:
        notes.append(
            f"What an unfinished export had read as another user or of another account ({dropped} "
            "services) was thrown away."
        )
    if taken_up:
        notes.append(
            f"{taken_up} services had been read by an earlier run, not more than {KEPT_HOURS} "
            f"hours ago, and are as they stood then: without {kept.folder} all are read anew."
        )
    return notes
