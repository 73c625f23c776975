"""Finding, by name, the live services that a stack would make once more; and taking them over.

A preview of the stack tells what it would create. What lives already goes into `livevox:adopt` in
the stack's file, and the next `pulumi up` takes it over instead.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pulumi_livevox.config import LOOKING, journal_folder
from pulumi_livevox.run.checkpoints import VARIABLES, journal_problem
from pulumi_livevox.run.commits import Commits
from pulumi_livevox.run.journal import Journal
from pulumi_livevox.tasks.adopting.comparing import Compared, compare
from pulumi_livevox.tasks.adopting.live_services import LiveServices, call_centers_of
from pulumi_livevox.tasks.adopting.matching import Matches, match
from pulumi_livevox.tasks.adopting.previewed import NewService, Pending, Previewed, read_preview
from pulumi_livevox.tasks.stacks.stack import OnOutput, Stack
from pulumi_livevox.tasks.stacks.stack_file import read_adopted, write_adopted
from pulumi_livevox.tasks.stacks.steps import Step

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

_NEITHER: Final = (
    "no live service has its name, and it has no template_id to be copied from: check the name, "
    "and the call centers that were looked in"
)


@dataclass(frozen=True)
class Takeover:
    """A live service that a resource of the program takes over."""

    resource: str
    """What `livevox:adopt` calls it: its name, below a component `parent/name`."""
    service: Compared
    """The service, and what `pulumi up` would change there."""
    is_new: bool
    """Whether nothing says yet that the resource takes it over."""


@dataclass(frozen=True)
class LeftOut:
    """A resource for which something is to be decided, or put right, by a person."""

    resource: str
    reason: str


@dataclass(frozen=True)
class Plan:
    """What of a stack lives already, by the names of services."""

    takeovers: tuple[Takeover, ...]
    left_out: tuple[LeftOut, ...]
    not_found: tuple[str, ...]
    """The resources of whose name nothing lives: `pulumi up` makes them."""
    notes: tuple[str, ...]
    """What the search can't tell, in sentences; nothing is wrong."""
    remarks: tuple[str, ...]
    """What the search could not look into, in sentences."""
    pending: tuple[Pending, ...]
    """What `pulumi up` would do besides all of these, with their hours and numbers."""

    @property
    def new_entries(self) -> dict[str, int]:
        """What is to be written to `livevox:adopt`."""
        return {each.resource: each.service.service_id for each in self.takeovers if each.is_new}

    @property
    def can_be_rolled_out(self) -> bool:
        """Whether `pulumi up` takes services over, and does nothing but what is told here."""
        return bool(self.takeovers) and not (self.left_out or self.pending)

    @property
    def only_takes_over(self) -> bool:
        """Whether `pulumi up` makes nothing, once the new entries are written."""
        return self.can_be_rolled_out and not self.not_found


def plan(stack: Stack, client: LiveVoxClient, call_center_ids: Collection[int] = ()) -> Plan:
    """Preview a stack and look for the services that it would create; nothing is written.

    They are looked for in these call centers, or where they would be made: in the template's, else
    in all that the user sees. Raises TaskError where the preview fails, CallFailed where the API
    refuses.
    """
    adopted = read_adopted(stack.file)
    steps = stack.preview({LOOKING: "1"})
    # What earlier runs of the program put on record, as it is for its next one.
    journal = Journal(journal_folder(os.environ), client.base_url)
    commits = Commits(journal, str(stack.program_folder))
    return plan_of(steps, adopted, client, commits, call_center_ids)


def plan_of(
    steps: Sequence[Step],
    adopted: Mapping[str, int],
    client: LiveVoxClient,
    commits: Commits,
    call_center_ids: Collection[int] = (),
) -> Plan:
    """Return the plan of a stack by the steps of its preview and its `livevox:adopt`."""
    previewed = read_preview(steps)
    if not previewed.new:
        return Plan((), (), (), (), (), previewed.pending)
    wanted = [each for each in previewed.new if each.adopt_id is None]
    call_centers = call_centers_of(client, filter(None, (each.template_id for each in wanted)))
    live = LiveServices(client)
    if call_center_ids:
        live.look_in(call_center_ids)
    else:
        _look(live, wanted, call_centers)
    matches = match(previewed, adopted, live.named, call_centers)
    compared = compare(client, commits, previewed.new, matches.service_ids)
    return _planned(previewed, matches, compared, live, call_centers)


def _look(
    live: LiveServices, wanted: Sequence[NewService], call_centers: Mapping[int, int]
) -> None:
    """Look where the wanted services would be made, and everywhere for what is not found there."""
    places = [
        (each.name, call_centers.get(each.template_id or 0))
        for each in wanted
        if isinstance(each.name, str)
    ]
    if any(center is None for _, center in places):
        live.look_everywhere()
    live.look_in({center for _, center in places if center is not None})
    if not all(live.has(name, center) for name, center in places):
        live.look_everywhere()


def write(stack: Stack, plan: Plan) -> None:
    """Write the new entries of a plan into the stack's file, and nothing else.

    Raises TaskError where that can't be done; the file is then as it was.
    """
    write_adopted(stack.file, plan.new_entries)


def roll_out(stack: Stack, plan: Plan, on_output: OnOutput) -> None:
    """Take over what is written, and make what was not found: `pulumi up`.

    That does what is pending besides as well, so it is only for a plan that can be rolled out.
    Where nothing but takeovers is to be done the engine writes its state once, at the end: a run
    that is killed made nothing that could be lost. The provider asks for a journal that lasts all
    the same; without one the engine writes at every step. Raises TaskError where the rollout fails.
    """
    skips = plan.only_takes_over and not journal_problem(journal_folder(os.environ))
    stack.up(VARIABLES if skips else {}, on_output)


def _planned(
    previewed: Previewed,
    matches: Matches,
    compared: Mapping[str, Compared | str],
    live: LiveServices,
    call_centers: Mapping[int, int],
) -> Plan:
    takeovers: list[Takeover] = []
    left_out: list[LeftOut] = []
    not_found: list[str] = []
    for each in previewed.new:
        outcome = compared.get(each.urn, matches.unsettled.get(each.urn))
        if isinstance(outcome, Compared):
            takeovers.append(Takeover(each.resource, outcome, is_new=each.adopt_id is None))
        elif outcome is not None:
            left_out.append(LeftOut(each.resource, outcome))
        elif each.declared.template_id is None:
            left_out.append(LeftOut(each.resource, _NEITHER))
        elif each.template_id is not None and each.template_id not in call_centers:
            left_out.append(LeftOut(each.resource, _no_template(each.template_id)))
        else:
            not_found.append(each.resource)
    return Plan(
        tuple(takeovers),
        tuple(left_out),
        tuple(not_found),
        tuple(live.notes) if not_found or left_out else (),
        tuple(live.remarks) if not_found or left_out else (),
        previewed.pending,
    )


def _no_template(template_id: int) -> str:
    return (
        f"no live service has its name, and template_id {template_id} names a service that does "
        "not exist, or that this user may not see: check the name, and template_id"
    )
