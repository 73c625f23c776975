"""A name that another service has already, told with whose it is and what to do."""

from __future__ import annotations

from pulumi_livevox.run.claims import Kind
from pulumi_livevox.run.errors import NEVER_REPLACED, NameTaken
from pulumi_livevox.run.markers import of_one_stack, resource_name
from pulumi_livevox.run.names import CallCenterNames
from pulumi_livevox.run.run import Run

_IN_TWO_RUNS = (
    "its name is free when a run has given it another one: roll out a name in between (to swap "
    "two), or the two changes one after the other"
)


def refuse_taken(
    run: Run, names: CallCenterNames, name: str, marker: str, but: int | None = None
) -> None:
    """Raise NameTaken where a service has the name that a resource is to be made with.

    `but` is a service that the resource is about to take over.
    """
    holder = _holder(names, name, but)
    if holder is None:
        return
    run.claims.claim(Kind.NAME_HOLDER, str(holder), marker)
    advice = _declared_by_another(run, holder, marker) or _advice(run, holder, marker)
    raise NameTaken(name, holder, names.call_center_id, advice)


def refuse_taken_by_another(
    run: Run, names: CallCenterNames, name: str, marker: str, service_id: int
) -> None:
    """Raise NameTaken where another service has the name that this one is to be given."""
    holder = _holder(names, name, service_id)
    if holder is None:
        return
    advice = _declared_by_another(run, holder, marker) or (
        "; nothing was changed. Choose another name. If `pulumi stack --show-ids` lists that "
        f"service, {_IN_TWO_RUNS}"
    )
    raise NameTaken(name, holder, names.call_center_id, advice)


def _holder(names: CallCenterNames, name: str, but: int | None) -> int | None:
    return min((each for each in names.named(name) if each != but), default=None)


def _declared_by_another(run: Run, holder: int, marker: str) -> str | None:
    resource = run.claims.claimant(Kind.SERVICE, str(holder))
    if resource in (None, marker):
        return None
    return (
        f', which this program declares as "{resource_name(str(resource))}"; nothing was changed. '
        f"Choose another name. If that service is to have another one, {_IN_TWO_RUNS}"
    )


def _advice(run: Run, holder: int, marker: str) -> str:
    commit = run.journal.of_service(holder)
    by, old = "", "<its old name>"
    if commit is not None and of_one_stack(commit.marker, marker):
        made_for = resource_name(commit.marker)
        by, old = f', which this project made for the resource "{made_for}"', f'"{made_for}"'
    return (
        f"{by}; nothing was changed. See where `pulumi stack --show-ids` lists that service. "
        f'As "{resource_name(marker)}", this resource: {NEVER_REPLACED}. As another resource, it '
        "was renamed: say so with opts=pulumi.ResourceOptions(aliases=[pulumi.Alias(name="
        f"{old})]); or it is to give the name up: {_IN_TWO_RUNS}. Not at all: declare adopt_id="
        f"{holder} to manage it with this resource, or choose another name."
    )
