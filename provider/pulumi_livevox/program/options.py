"""The options of a resource, and who it is by them."""

from __future__ import annotations

from typing import Any

import pulumi

from pulumi_livevox.run.identity import engine_type


def message_name(kind: str, resource_name: str) -> str:
    """Return the name of a resource in messages."""
    return f"livevox.{kind} '{resource_name}'"


def refuse_options(named: str, opts: Any, instead_of_import: str) -> None:
    """Refuse what is no options, and an import, which dynamic resources do not have.

    Raises pulumi.RunError.
    """
    if opts is None:
        return
    if not isinstance(opts, pulumi.ResourceOptions):
        raise pulumi.RunError(
            f"{named}: opts was a {type(opts).__name__}; it may be pulumi.ResourceOptions(...), "
            "such as pulumi.ResourceOptions(protect=True)"
        )
    if opts.import_ is not None:
        raise pulumi.RunError(
            f"{named}: import_ was {opts.import_}; it may not be set, as the engine can't import "
            f"dynamic resources: {instead_of_import}"
        )


def identity(resource_name: str, opts: pulumi.ResourceOptions | None) -> str:
    """Return which resource this is in the world: project, stack, its parent and its own name."""
    parent = opts.parent if opts is not None else None
    within = [] if parent is None else [parent.pulumi_resource_type, parent.pulumi_resource_name]
    return "/".join([stack_name(), *within, resource_name])


def root_urn(kind: str, resource_name: str) -> str:
    """Return the URN that a resource has, or had, which stands under no other."""
    stack = f"urn:pulumi:{pulumi.get_stack()}::{pulumi.get_project()}"
    return f"{stack}::{engine_type(kind)}::{resource_name}"


def stack_name() -> str:
    """Return the project and the stack of the running program, as identities begin with them."""
    return f"{pulumi.get_project()}/{pulumi.get_stack()}"
