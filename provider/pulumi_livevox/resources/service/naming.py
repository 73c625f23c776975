"""Giving a service its name: refused where another service has it, with what to do."""

from __future__ import annotations

from pulumi_livevox.run.claims import Claimed, Wish
from pulumi_livevox.run.errors import NEVER_REPLACED, NameTaken
from pulumi_livevox.run.identity import of_one_stack, resource_name
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.service_names import CallCenterNames
from pulumi_livevox.run.state import Location
from pulumi_livevox.run.target import Kind, Target

_IN_TWO_RUNS = (
    "its name is free when a run has given it another one: roll out a name in between (to swap "
    "two), or the two changes one after the other"
)


def refuse_taken(
    run: Run, names: CallCenterNames, name: str, identity: str, but: int | None = None
) -> None:
    """Raise NameTaken where a service has the name that a resource is to be made with.

    `but` is a service that the resource is about to get.
    """
    holder = _holder(names, name, but)
    if holder is None:
        return
    run.claims.claim((Wish.NAME_OF, str(holder)), identity)
    advice = _declared_by_another(run, holder, identity) or _advice(run, holder, identity)
    raise NameTaken(name, holder, names.call_center_id, advice)


def refuse_taken_by_another(
    run: Run, names: CallCenterNames, name: str, identity: str, service_id: int
) -> None:
    """Raise NameTaken where another service has the name that this one is to be given."""
    holder = _holder(names, name, service_id)
    if holder is None:
        return
    advice = _declared_by_another(run, holder, identity) or (
        "; nothing was changed. Choose another name. If `pulumi stack --show-ids` lists that "
        f"service, {_IN_TWO_RUNS}"
    )
    raise NameTaken(name, holder, names.call_center_id, advice)


def wish_for(name: str, location: Location) -> Claimed:
    """Return the wish for a name in the call center of a location; another has another one."""
    return Wish.NAME, (location.call_center_id, name)


def _holder(names: CallCenterNames, name: str, but: int | None) -> int | None:
    return min((each for each in names.named(name) if each != but), default=None)


def _declared_by_another(run: Run, holder: int, identity: str) -> str | None:
    resource = run.claims.claimant(Target(Kind.SERVICE, holder))
    if resource in (None, identity):
        return None
    return (
        f', which this program declares as "{resource_name(str(resource))}"; nothing was changed. '
        f"Choose another name. If that service is to have another one, {_IN_TWO_RUNS}"
    )


def _advice(run: Run, holder: int, identity: str) -> str:
    commit = run.commits.of_service(holder)
    by, old = "", "<its old name>"
    if commit is not None and of_one_stack(commit.identity, identity):
        made_for = resource_name(commit.identity)
        by, old = f', which this project made for the resource "{made_for}"', f'"{made_for}"'
    return (
        f"{by}; nothing was changed. See where `pulumi stack --show-ids` lists that service. "
        f'As "{resource_name(identity)}", this resource: {NEVER_REPLACED}. As another resource, it '
        "was renamed: say so with opts=pulumi.ResourceOptions(aliases=[pulumi.Alias(name="
        f"{old})]), which helps where the state has it; or it is to give the name up: "
        f"{_IN_TWO_RUNS}. Not at all: declare adopt_id={holder} to manage it with this resource, "
        "or choose another name; where there are more of them, as after a lost journal, "
        "`pulumi-livevox adopt` finds them all."
    )
