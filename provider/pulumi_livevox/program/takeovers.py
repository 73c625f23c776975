"""What a preview tells of what is about to be taken over.

A preview asks a provider to create nothing. So a previewed program, at its end, reads what stands
where its resources are not in the state yet and says what an update would change; it refuses what
the update would. Nothing is read where nothing is taken over.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import pulumi
from pulumi.output import contains_unknowns
from pulumi.runtime import is_dry_run

from pulumi_livevox.client.errors import LiveVoxError
from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.program import adoption
from pulumi_livevox.program.account import client as client_of_the_run
from pulumi_livevox.program.running import once_a_run
from pulumi_livevox.program.values import with_unknowns

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

_READS_AT_ONCE: Final = 32
_NAMED_AT_MOST: Final = 20
"""Of how many services that stay as they are each is named."""

Compare = Callable[["LiveVoxClient", Mapping[str, Any]], list[Change]]
"""Returns what an update would change, by the typed values. Raises LiveVoxError to refuse it."""


@dataclass(frozen=True)
class Candidate:
    """A resource that takes something over, unless the state has it already."""

    resource: pulumi.CustomResource
    service: Any
    """The id of the service that it takes over, or belongs to; known where one stands."""
    inputs: Mapping[str, Any]
    """What is typed; values may be outputs."""
    compare: Compare
    is_service: bool = False
    overwrites: Any = True
    """Whether it may write over what stands, on a service that is not taken over itself."""


@dataclass(frozen=True, eq=False)
class _Takeover:
    """A candidate that the state does not have, with what the preview knows of it."""

    resource: pulumi.CustomResource
    service_id: int
    inputs: Mapping[str, Any]
    compare: Compare
    is_service: bool

    @property
    def name(self) -> str:
        """The resource's name in the program."""
        return self.resource.pulumi_resource_name


class Takeovers:
    """What the resources of one preview may take over."""

    def __init__(self) -> None:
        self._candidates: list[Candidate] = []
        self._loop = asyncio.get_event_loop()

    def add(self, candidate: Candidate) -> None:
        """Note a resource, to be looked at when the program has come to its end."""
        self._candidates.append(candidate)

    def tell(self) -> None:
        """Say what an update would change; called at the end of a preview, by another thread.

        Raises pulumi.RunError, with a sentence for each takeover that an update would refuse.
        """
        if not self._candidates:
            return
        of_preview = asyncio.run_coroutine_threadsafe(self._known(), self._loop).result()
        if of_preview:
            _tell(of_preview)

    async def _known(self) -> list[_Takeover]:
        """Return what the state does not have and a preview knows the service of."""
        found: list[tuple[Candidate, _Takeover]] = []
        for each in self._candidates:
            # What a resource was refused for is told by the engine.
            with contextlib.suppress(Exception):
                service: Any = await pulumi.Output.from_input(each.service).future(with_unknowns=True)
                if await each.resource.id.is_known() or not _is_id(service):
                    continue
                typed = await pulumi.Output.from_input(each.inputs).future(with_unknowns=True)
                inputs = with_unknowns(typed)
                takeover = _Takeover(
                    each.resource, int(service), inputs, each.compare, each.is_service
                )
                found.append((each, takeover))
        services = {takeover.service_id for _, takeover in found if takeover.is_service}
        return [
            takeover
            for each, takeover in found
            if each.overwrites or takeover.service_id in services
        ]


@once_a_run
def current() -> Takeovers:
    """Return the takeovers of this run of a program."""
    return Takeovers()


def note(candidate: Candidate) -> None:
    """Note, in a preview, a resource that may be about to take something over."""
    if is_dry_run() and not adoption.is_looking():
        current().add(candidate)


def _is_id(value: Any) -> bool:
    return not contains_unknowns(value) and str(value).isdecimal()


def _tell(takeovers: list[_Takeover]) -> None:
    client = client_of_the_run()
    services = [each for each in takeovers if each.is_service]
    compared, refused = _compare(client, services)
    # What belongs to a service that is refused is not looked at.
    unreadable = {each.service_id for each in refused}
    rest = [each for each in takeovers if not each.is_service and each.service_id not in unreadable]
    of_rest, refused_too = _compare(client, rest)
    compared |= of_rest
    refused |= refused_too
    for takeover in takeovers:
        _tell_changes(takeover, compared.get(takeover, []))
    _tell_unchanged(takeovers, compared)
    if refused:
        raise pulumi.RunError(
            "\n".join(f"{takeover.name}: {error}" for takeover, error in refused.items())
        )


def _compare(
    client: LiveVoxClient, takeovers: list[_Takeover]
) -> tuple[dict[_Takeover, list[Change]], dict[_Takeover, LiveVoxError]]:
    """Compare what is declared with what stands, side by side; return changes, and refusals."""

    def outcome(takeover: _Takeover) -> list[Change] | LiveVoxError:
        try:
            return takeover.compare(client, takeover.inputs)
        except LiveVoxError as error:
            return error

    with ThreadPoolExecutor(_READS_AT_ONCE) as pool:
        outcomes = dict(zip(takeovers, pool.map(outcome, takeovers), strict=True))
    refused = {each: told for each, told in outcomes.items() if isinstance(told, LiveVoxError)}
    return {each: told for each, told in outcomes.items() if isinstance(told, list)}, refused


def _tell_changes(takeover: _Takeover, changes: Iterable[Change]) -> None:
    changes = list(changes)
    told = "\n".join(f"{takeover.name}: {change}" for change in changes)
    if any(change.before is not None for change in changes):
        pulumi.log.warn(f"`pulumi up` would change what stands\n{told}", takeover.resource)
    elif changes:
        pulumi.log.info(f"`pulumi up` would add to what stands\n{told}", takeover.resource)


def _tell_unchanged(takeovers: list[_Takeover], compared: Mapping[_Takeover, list[Change]]) -> None:
    """Say of which services nothing changes: of each by name, or of how many."""
    others = {each.service_id for each in takeovers if compared.get(each) != []}
    first: dict[int, _Takeover] = {}
    for each in takeovers:
        if each.service_id not in others:
            first.setdefault(each.service_id, each)
    if len(first) > _NAMED_AT_MOST:
        pulumi.log.info(f"`pulumi up` would take {len(first)} services over: nothing changes there")
        return
    for service_id, each in first.items():
        pulumi.log.info(
            f"{each.name}: `pulumi up` would take over what stands at service {service_id}: "
            "nothing changes there",
            each.resource,
        )
