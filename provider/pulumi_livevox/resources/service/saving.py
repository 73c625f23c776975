"""What stands is saved, as a program that declares it, before a takeover writes over it."""

from __future__ import annotations

from pulumi_livevox.resources.service.as_program import saved_program
from pulumi_livevox.resources.service.whole import read_whole
from pulumi_livevox.run.identity import resource_name
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.target import Kind, Target


def save_what_stands(run: Run, service_id: int, identity: str) -> None:
    """Save a service with its numbers and hours, once a run, and say where.

    `identity` is that of the resource which is about to write. Raises ProviderError where the
    file can't be written: nothing may be sent then. What the API refuses to show is not saved, and
    that is said as well.
    """
    # Hours and numbers of a service that the program declares are saved under its name.
    declared_by = run.claims.claimant(Target(Kind.SERVICE, service_id)) or identity

    unsaved: list[str] = []

    def as_program() -> str:
        whole = read_whole(run.client, service_id, shared=True)
        unsaved.extend(whole.unreadable)
        return saved_program(whole, resource_name(declared_by))

    path = run.saved.once(service_id, as_program)
    if path is not None:
        but = f", but for what could not be read ({', '.join(unsaved)})" if unsaved else ""
        earliest = run.saved.earliest(service_id)
        before = "" if earliest == path else f"; as an earlier run found it, in {earliest}"
        run.warn(
            f"service {service_id}, as it stood when this run took it over, is in {path}{but}"
            f"{before}"
        )
