"""Many services read whole, side by side, with what was read before taken up."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pulumi_livevox.client import LiveVoxError, LoginRefused, NotFound, Unauthenticated
from pulumi_livevox.resources.service.whole import WholeService, read_whole
from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.exporting.kept_reads import KeptReads
from pulumi_livevox.tasks.progress import OnProgress

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

SERVICES_AT_ONCE: Final = 8
"""How many services are read side by side, each with five calls."""

_FOR_ALL: Final = (LoginRefused, Unauthenticated)
"""What fails for one service and would for all."""


@dataclass
class Read:
    """What came of reading services."""

    services: dict[int, WholeService] = field(default_factory=dict)
    taken_up: int = 0
    """How many of them an earlier run had read."""
    failed: dict[int, LiveVoxError] = field(default_factory=dict)
    """The services that could not be read, also those that may be gone (NotFound)."""


def read_services(
    client: LiveVoxClient,
    service_ids: Sequence[int],
    kept: KeptReads,
    on_progress: OnProgress = lambda done, total: None,
) -> Read:
    """Read services whole, and keep each as it comes.

    Read Service General, Phone, Settings, Messaging and Inbound Hours. A service that can't be read
    does not stop the others; a login that is refused does, and so do as many failures in a row (404
    is none) as services are read at once: then it is not the services. Raises TaskError for that,
    which says how far it came; another run takes that up.
    """
    read = Read(kept.of(service_ids))
    read.taken_up = len(read.services)
    total = len(service_ids)
    on_progress(read.taken_up, total)
    pool = ThreadPoolExecutor(SERVICES_AT_ONCE, "read")
    try:
        under_way = {
            pool.submit(_read_and_keep, client, each, kept): each
            for each in service_ids
            if each not in read.services
        }
        in_a_row = 0
        for future in as_completed(under_way):
            failure = _note(read, under_way[future], future)
            in_a_row = in_a_row + 1 if failure else 0
            if failure and (in_a_row == SERVICES_AT_ONCE or isinstance(failure, _FOR_ALL)):
                raise _stopped(read, total, failure)
            on_progress(len(read.services) + len(read.failed), total)
    finally:
        # Whoever interrupts does not wait for what has not begun.
        pool.shutdown(wait=False, cancel_futures=True)
    return read


def _read_and_keep(client: LiveVoxClient, service_id: int, kept: KeptReads) -> WholeService:
    # Shared: choosing services by id has read the first section of each.
    service = read_whole(client, service_id, shared=True)
    if not service.unreadable:
        kept.keep(service)
    return service


def _note(read: Read, service_id: int, future: Future[WholeService]) -> LiveVoxError | None:
    """Note what came of one service; return the error, but where the service may be gone."""
    try:
        read.services[service_id] = future.result()
    except TaskError:
        # What was read can't be kept.
        raise
    except LiveVoxError as error:
        read.failed[service_id] = error
        return None if isinstance(error, NotFound) else error
    return None


def _stopped(read: Read, total: int, failure: LiveVoxError) -> TaskError:
    return TaskError(
        f"{len(read.services)} of {total} services are read and kept, then it failed: {failure} "
        "Nothing is exported yet; run the same command again, and it goes on from there."
    )
