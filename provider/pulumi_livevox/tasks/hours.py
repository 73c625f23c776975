"""Hours of services, of a stack, of a preview or of an export, as a picture of them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pulumi_livevox.hours.pictures.picture import Line, Picture
from pulumi_livevox.hours.zones import today
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.files import reading_from
from pulumi_livevox.tasks.picturing.services import line_of, read_lines
from pulumi_livevox.tasks.progress import OnProgress

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient
    from pulumi_livevox.tasks.selection import Selection
    from pulumi_livevox.tasks.stacks.stack import Stack


@dataclass(frozen=True)
class Gathered:
    """Lines whose hours are to be looked at, and what is to be said of how they were gathered."""

    title: str
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    """What can't be told, in sentences; nothing is wrong."""
    remarks: tuple[str, ...] = ()
    """What was asked for and is not there, or not to be seen, in sentences."""
    unread: int = 0
    """Of how many lines the hours could not be read; the lines say why."""

    @property
    def is_complete(self) -> bool:
        """Tell whether all that was asked for was read."""
        return not (self.remarks or self.unread)

    def picture(self, year: int | None = None, zone: str | None = None) -> Picture:
        """Return the picture of the lines, as of today.

        `year` is that of its calendar, by default this one; `zone` that in which all hours are
        read, by default each line's own.
        """
        lines = self.lines
        if zone is not None:
            lines = tuple(replace(each, time_zone=zone) for each in lines)
        now = today()
        return Picture(self.title, lines, now.year if year is None else year, now)


def of_services(
    client: LiveVoxClient,
    selection: Selection,
    on_progress: OnProgress = lambda done, total: None,
) -> Gathered:
    """Read the hours of services as they live: what `select` asks, and Read Inbound Hours of each.

    A service without entries is a line that says so, and one whose hours can't be read says why.
    Raises CallFailed where services can't be found.
    """
    from pulumi_livevox.tasks.selection import select

    selected = select(client, selection)
    lines, unread = read_lines(client, selected.services, on_progress)
    remarks = list(selected.remarks)
    if selected.gone:
        gone = ", ".join(map(str, selected.gone))
        remarks.append(f"There is no service {gone}, or none that this user may see.")
    return Gathered(_title(selection, lines), tuple(lines), selected.notes, tuple(remarks), unread)


def of_folder(folder: Path) -> Gathered:
    """Return the hours of an exported folder, as the export read them; nothing is asked.

    Raises TaskError where the folder holds no export, or can't be read.
    """
    from pulumi_livevox.tasks.exporting.record import read_record
    from pulumi_livevox.tasks.selection import FoundService

    with reading_from(folder):
        record = read_record(folder)
    if record is None:
        raise TaskError(
            f"{folder} holds no export: name a folder that `pulumi-livevox export` wrote"
        )
    services = sorted(record.services, key=lambda each: (each.call_center_id, each.id))
    lines = [
        line_of(FoundService.of(each.general), each.unreadable.get("hours", each.hours))
        for each in services
    ]
    unread = sum("hours" in each.unreadable for each in services)
    return Gathered(f"Export {folder.resolve().name}", tuple(lines), unread=unread)


def of_stack(stack: Stack) -> Gathered:
    """Return the hours of a stack as its state has them; the platform is asked nothing.

    Raises TaskError where Pulumi refuses.
    """
    from pulumi_livevox.tasks.picturing.declared import declared_lines

    return _of_stack(f"Stack {stack.name}", declared_lines(stack.state(), today()))


def of_preview(stack: Stack) -> Gathered:
    """Return the hours of a stack before and after what `pulumi up` would do.

    Of lines that it does not change there is no before. Nothing is changed; the preview reads what
    the program looks up or takes over. Raises TaskError where Pulumi refuses, or the program fails.
    """
    from pulumi_livevox.tasks.picturing.declared import declared_lines

    title = f"Stack {stack.name}, before and after `pulumi up`"
    return _of_stack(title, declared_lines(stack.preview({}), today()))


def next_rollout(stack: Stack) -> datetime.date | None:
    """Return the Eastern day on which a stack is to be rolled out next for its weeks to stay right.

    It may have passed: then some week is wrong already. None where each stays right. Raises
    TaskError where Pulumi refuses.
    """
    from pulumi_livevox.tasks.picturing.declared import next_rollout

    return next_rollout(stack.state())


def _of_stack(title: str, lines: list[Line]) -> Gathered:
    remarks = () if lines else ("The stack has no services and no hours.",)
    return Gathered(title, tuple(lines), remarks=remarks)


def _title(selection: Selection, lines: list[Line]) -> str:
    if len(lines) == 1:
        return lines[0].name
    centers = selection.call_center_ids
    if selection.service_ids or not centers:
        return "Services"
    return f"Call center{'s' if len(centers) > 1 else ''} {', '.join(map(str, centers))}"
