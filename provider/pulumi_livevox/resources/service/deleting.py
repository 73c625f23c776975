"""Deleting a service, and what is never deleted: what the program of this run declares."""

from __future__ import annotations

from pulumi_livevox.client import BadRequest, Conflict, Forbidden, LiveVoxError, NotFound
from pulumi_livevox.resources.service.declaration import DeclaredService
from pulumi_livevox.resources.service.naming import wish_for
from pulumi_livevox.run import leftovers
from pulumi_livevox.run.claims import Claimed, Wish
from pulumi_livevox.run.errors import NEVER_REPLACED, ProviderError
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.state import Standing
from pulumi_livevox.run.writes import Operation


def delete(run: Run, service: Standing[DeclaredService]) -> None:
    """Delete a service; its caller IDs and hours go with it. A service that is gone is done.

    Makes no call, and says so, where the resource itself is declared and has this very service.
    Raises ProviderError where the program declares the service otherwise.
    """
    leftovers.tell_before_a_deletion(run, service.identity, service.target.service_id)
    if run.claims.service_of(service.identity) == service.target.service_id:
        run.warn(
            f"{service.target} was not replaced and is not deleted: its resource has it still. "
            f"{NEVER_REPLACED}"
        )
    else:
        _refuse_what_was_replaced(run, service)
        _refuse_what_is_declared(run, service)
        _delete(run, service)
    # Only then: what was refused is told of by its record.
    run.commits.forget_service(service.target.service_id)


def _delete(run: Run, service: Standing[DeclaredService]) -> None:
    target, service_id = service.target, service.target.service_id
    run.require(str(target), service.location)
    token = run.writes.begin(Operation.DELETE, service, target)
    try:
        run.client.delete_service(service_id)
    except NotFound:
        run.confirm_gone(service_id, service.location)
    except (BadRequest, Conflict, Forbidden) as error:
        run.writes.withdraw(token)
        raise _not_deleted(service_id, error) from None
    run.names.drop(service_id)
    run.writes.note_returned(token)
    run.writes.forget_children(service_id, service.location)


def _refuse_what_was_replaced(run: Run, service: Standing[DeclaredService]) -> None:
    if run.claims.was_made(service.identity):
        raise ProviderError(
            f"{service.target} is not deleted yet: its resource was replaced on demand, and "
            f"service {run.claims.service_of(service.identity)} was made in its place. The next "
            f"`pulumi up` deletes {service.target} with its numbers, hours and campaigns; to "
            "keep it, take what is pending deletion out of the state before that (`pulumi state "
            "delete`)"
        )


def _refuse_what_is_declared(run: Run, service: Standing[DeclaredService]) -> None:
    if run.claims.is_without_service(service.identity):
        raise ProviderError(
            f"{service.target} is not deleted: this program declares it, and what was to take "
            f"its place was not made. {NEVER_REPLACED}"
        )
    name = service.declared.name
    meant: tuple[Claimed, ...] = (
        service.target,
        (Wish.TO_ADOPT, service.target.id),
        (Wish.NAME_OF, service.target.id),
        (Wish.NAME, name),
        wish_for(name, service.location),
    )
    if any(map(run.claims.is_claimed, meant)):
        raise ProviderError(
            f"{service.target} is not deleted: a resource of this program declares it under "
            "another name. If the resource was renamed, say so with opts=pulumi.ResourceOptions("
            "aliases=[pulumi.Alias(name=<its old name>)]); to forget the old resource alone, use "
            "`pulumi state delete`"
        )


def _not_deleted(service_id: int, error: BadRequest | Conflict | Forbidden) -> LiveVoxError:
    """Return the error of a deletion that the platform refused."""
    of_campaigns = "campaign" in error.message.lower()
    if isinstance(error, Forbidden) and not of_campaigns:
        return error
    why = (
        "A service can be deleted once it had no campaign for 90 days"
        if of_campaigns
        else "If it had a campaign in the past 90 days, that is why"
    )
    return ProviderError(
        f"service {service_id} was not deleted: {error.problem} It stands as it was. {why}: "
        "wait and run this again, or park it: declare it once more, under another name and "
        "with opts=pulumi.ResourceOptions(retain_on_delete=True), run `pulumi up`, and take "
        "it out of the program again: it then leaves the state and stays on the platform."
    )
