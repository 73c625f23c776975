"""What a preview tells of what is about to be taken over.

A preview asks a provider to create nothing. So a previewed program, at its end, reads what stands
where its resources are not in the state yet and says what an update would change; it refuses what
the update would. Nothing is read where nothing is taken over.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pulumi
from pulumi.runtime import is_dry_run

from pulumi_livevox.client.errors import LiveVoxError
from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.program import adoption
from pulumi_livevox.program.account import client as client_of_the_run
from pulumi_livevox.program.awaiting import Loop, is_known, is_new, secret_paths, value_of
from pulumi_livevox.program.running import once_a_run
from pulumi_livevox.program.values import id_of, with_unknowns
from pulumi_livevox.run.at_once import at_once

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

_NAMED_AT_MOST: Final = 20
"""How many services each is named of, that stay as they are or are refused for one reason."""

_UNTOLD: Final = (
    "it is not known yet which service `pulumi up` takes over here, nor what it changes there: "
    "preview again when the adopt_id is known"
)

Compare = Callable[["LiveVoxClient", Mapping[str, Any]], list[Change]]
"""Returns what an update would change, by the typed values. Raises LiveVoxError to refuse it."""


@dataclass(frozen=True)
class Candidate:
    """A resource that takes something over, unless the state has it already."""

    resource: pulumi.CustomResource
    own_id: pulumi.Output[str]
    """The id that the engine gives; unknown in a preview where the state has none."""
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
    secrets: list[str]
    """The paths of what is typed as secret."""
    compare: Compare
    is_service: bool

    @property
    def name(self) -> str:
        """The resource's name in the program."""
        return self.resource.pulumi_resource_name

    def unsecret(self, change: Change) -> str:
        """Say a change without what is typed as secret.

        A caller ID has one value, and so have hours: where a part is secret all is.
        """
        within = (path for path in self.secrets if f"{change.path}.".startswith(f"{path}."))
        is_secret = self.secrets if not self.is_service else list(within)
        return f"{change.path} [secret]" if is_secret else str(change)


class _Message(NamedTuple):
    """What the user is told."""

    log: Callable[[str, pulumi.Resource | None], None]
    text: str
    resource: pulumi.Resource | None


class Takeovers:
    """What the resources of one preview may take over."""

    def __init__(self) -> None:
        self._candidates: list[Candidate] = []
        self._untold: list[pulumi.CustomResource] = []
        self._loop = Loop()

    def add(self, candidate: Candidate) -> None:
        """Note a resource, to be looked at when the program has come to its end."""
        self._candidates.append(candidate)

    def tell(self) -> None:
        """Say what an update would change; called at the end of a preview, by another thread.

        Raises pulumi.RunError, with a sentence for each takeover that an update would refuse.
        """
        if not self._candidates:
            return
        of_preview = self._loop.run(self._known())
        if self._untold:
            self._loop.run(
                _log([_Message(pulumi.log.warn, _UNTOLD, each) for each in self._untold])
            )
        if of_preview:
            told, refused = _told(of_preview)
            self._loop.run(_log(told))
            if refused:
                raise pulumi.RunError("\n".join(refused))

    async def _known(self) -> list[_Takeover]:
        """Return what the state does not have and a preview knows the service of."""
        found: list[tuple[Candidate, _Takeover]] = []
        for each in self._candidates:
            try:
                if not await is_new(each.own_id):
                    continue
                service = await value_of(each.service)
                service_id = id_of(service) if is_known(service) else None
                if service_id is not None:
                    found.append((each, await _takeover(each, service_id)))
                elif each.is_service:
                    self._untold.append(each.resource)
            except Exception:
                # What a resource, or the value of an output, was refused for the engine tells.
                continue
        services = {takeover.service_id for _, takeover in found if takeover.is_service}
        return [
            takeover
            for each, takeover in found
            if each.overwrites or takeover.service_id in services
        ]


async def _takeover(of: Candidate, service_id: int) -> _Takeover:
    """Await what is typed."""
    inputs = with_unknowns(await value_of(of.inputs))
    secrets = await secret_paths(of.inputs)
    return _Takeover(of.resource, service_id, inputs, secrets, of.compare, of.is_service)


@once_a_run
def current() -> Takeovers:
    """Return the takeovers of this run of a program."""
    return Takeovers()


def note(candidate: Candidate) -> None:
    """Note, in a preview, a resource that may be about to take something over."""
    if is_dry_run() and not adoption.is_looking():
        current().add(candidate)


def _told(takeovers: list[_Takeover]) -> tuple[list[_Message], list[str]]:
    """Return what is told of takeovers, and a sentence for each that is refused."""
    client = client_of_the_run()
    compared, refused = _compare(client, [each for each in takeovers if each.is_service])
    # What belongs to a service that is refused is not looked at.
    unreadable = {each.service_id for each in refused}
    of_rest, refused_too = _compare(
        client,
        [each for each in takeovers if not each.is_service and each.service_id not in unreadable],
    )
    compared |= of_rest
    refused |= refused_too
    told = [_of_changes(each, compared[each]) for each in takeovers if compared.get(each)]
    told += _of_unchanged(takeovers, compared)
    return told, _of_refusals(refused)


def _compare(
    client: LiveVoxClient, takeovers: list[_Takeover]
) -> tuple[dict[_Takeover, list[Change]], dict[_Takeover, LiveVoxError]]:
    """Compare what is declared with what stands, side by side; return changes, and refusals."""

    def outcome(takeover: _Takeover) -> list[Change] | LiveVoxError:
        try:
            return takeover.compare(client, takeover.inputs)
        except LiveVoxError as error:
            return error

    outcomes = at_once({each: partial(outcome, each) for each in takeovers})
    refused = {each: told for each, told in outcomes.items() if isinstance(told, LiveVoxError)}
    return {each: told for each, told in outcomes.items() if isinstance(told, list)}, refused


def _of_refusals(refused: Mapping[_Takeover, LiveVoxError]) -> list[str]:
    """Say each reason once, with the resources that have it: a login is refused for all."""
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for takeover, error in refused.items():
        alike[str(error)].append(takeover.name)
    return [f"{_listed(names)}: {reason}" for reason, names in alike.items()]


def _listed(names: list[str]) -> str:
    more = len(names) - _NAMED_AT_MOST
    return ", ".join(names[:_NAMED_AT_MOST]) + (f" and {more} more" if more > 0 else "")


def _of_changes(takeover: _Takeover, changes: list[Change]) -> _Message:
    said = dict.fromkeys(takeover.unsecret(change) for change in changes)
    lines = [f"{takeover.name}: {each}" for each in said]
    if not all(change.adds for change in changes):
        told = "\n".join(["`pulumi up` changes what stands", *lines])
        return _Message(pulumi.log.warn, told, takeover.resource)
    told = "\n".join(["`pulumi up` adds to what stands", *lines])
    return _Message(pulumi.log.info, told, takeover.resource)


def _of_unchanged(
    takeovers: list[_Takeover], compared: Mapping[_Takeover, list[Change]]
) -> list[_Message]:
    """Say of which services nothing changes: of each by name, or of how many."""
    others = {each.service_id for each in takeovers if compared.get(each) != []}
    first: dict[int, _Takeover] = {}
    for each in takeovers:
        if each.service_id not in others:
            first.setdefault(each.service_id, each)
    if len(first) > _NAMED_AT_MOST:
        told = f"`pulumi up` takes over {len(first)} services as they stand: nothing changes there"
        return [_Message(pulumi.log.info, told, None)]
    return [
        _Message(
            pulumi.log.info,
            f"`pulumi up` takes over what stands at service {service_id}: nothing changes there",
            each.resource,
        )
        for service_id, each in first.items()
    ]


async def _log(messages: list[_Message]) -> None:
    """Hand messages to the engine, and wait until it has them."""
    before = asyncio.all_tasks()
    for log, text, resource in messages:
        log(text, resource)
    await asyncio.gather(*(asyncio.all_tasks() - before))
