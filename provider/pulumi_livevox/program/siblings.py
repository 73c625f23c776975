"""What the resources of one program know of one another."""

from __future__ import annotations

import pulumi

from pulumi_livevox.program.running import once_a_run


class Siblings:
    """The resources of one run of a program, as far as they are declared by now."""

    def __init__(self) -> None:
        self.declared: dict[tuple[str, ...], str] = {}
        """The resource that declares a thing, by the thing: what kind it is, and what tells it."""
        self.service_ids: set[str] = set()
        """The ids of the services that are declared, as far as a preview knows them."""


@once_a_run
def current() -> Siblings:
    """Return the siblings of this run; nobody where no program is running."""
    return Siblings()


def declare(resource: str, thing: tuple[str, ...], refusal: str) -> None:
    """Note that a resource declares a thing; refuse a second of this run that declares the same.

    `refusal` says what the two have in common ("both declare ..."). Raises pulumi.RunError.
    """
    declared = current().declared
    if thing in declared:
        raise pulumi.RunError(f"{declared[thing]} and {resource} {refusal}")
    declared[thing] = resource
