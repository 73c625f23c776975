"""The hours of services as they live, or as an export read them, each as a line of a picture."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from pulumi_livevox.client import LiveVoxError, LoginRefused
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.entries import odd_by_day
from pulumi_livevox.hours.pictures.picture import Line
from pulumi_livevox.hours.timetable import Doubt, Timetable
from pulumi_livevox.run.at_once import at_once
from pulumi_livevox.tasks.progress import OnProgress
from pulumi_livevox.tasks.selection import FoundService
from pulumi_livevox.wire.enumerations import CallDirection
from pulumi_livevox.wire.inbound_hours import HoursEntry

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


def read_lines(
    client: LiveVoxClient,
    services: Sequence[FoundService],
    on_progress: OnProgress = lambda done, total: None,
) -> tuple[list[Line], int]:
    """Read the hours of services, side by side; return their lines, and how many can't be read.

    Read Inbound Hours, and Read Service General of one that has none and whose direction is not
    known. A line whose hours can't be read says why. Raises LoginRefused.
    """
    lock = threading.Lock()
    done = 0

    def read(service: FoundService) -> tuple[Line, bool]:
        nonlocal done
        try:
            entries = client.read_inbound_hours(service.id)
            return line_of(service if entries else _directed(client, service), entries), True
        except LoginRefused:
            # So is every other read.
            raise
        except LiveVoxError as error:
            return line_of(service, error), False
        finally:
            with lock:
                done += 1
                on_progress(done, len(services))

    answers = at_once({each.id: partial(read, each) for each in services})
    lines = [answers[each.id] for each in services]
    return [line for line, _ in lines], sum(not is_read for _, is_read in lines)


def _directed(client: LiveVoxClient, service: FoundService) -> FoundService:
    """Return a service with its direction, which lists of a call center do not have."""
    if service.call_direction is None:
        with suppress(LiveVoxError):
            return FoundService.of(client.read_general(service.id))
    return service


def line_of(service: FoundService, read: Sequence[HoursEntry] | LiveVoxError | str) -> Line:
    """Return the line of a service, given its entries, or why they can't be read."""
    line = Line(
        service.name, f"service {service.id}", group=f"call center {service.call_center_id}"
    )
    if isinstance(read, LiveVoxError | str):
        return replace(line, without=f"can't be read: {read}")
    if not read:
        kind = "is OUTBOUND and " if service.call_direction == CallDirection.OUTBOUND else ""
        return replace(line, without=f"{kind}has no inbound hours")
    hours = Timetable.of(DeclaredHours.as_found(read))
    # What stands and can't be declared is in no declaration, and so in no timetable.
    told = [Doubt(day, text) for day, text in odd_by_day(read)]
    return replace(line, hours=replace(hours, doubts=(*hours.doubts, *told)))
