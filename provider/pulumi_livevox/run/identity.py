"""Identities: which resource of which stack a thing is, and what tells its unfinished copies.

An identity is the text "project/stack/name", with the type and the name of the resource's parent
before its own name where it has one (see program.identity).
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

IDENTITY: Final = "__marker"
"""Input that holds a resource's identity; hidden by the engine, ignored by diffs."""

PREFIX: Final = "Pulumi unfinished"
"""How the name of every unfinished copy begins, for whoever meets one in the console."""


def engine_type(kind: str) -> str:
    """Return what the engine calls a kind of resource, such as "Service"."""
    return f"pulumi-python:dynamic/livevox:{kind}"


def unfinished_name(identity: str) -> str:
    """Return the name that a service has until it is complete: short, ASCII, one a resource."""
    resource = re.sub(r"[^A-Za-z0-9_.-]+", "-", resource_name(identity))[:16].strip("-")
    digest = hashlib.sha256(identity.encode()).hexdigest()[:10]
    return " ".join(part for part in (PREFIX, resource, digest) if part)


def stack_of(identity: str) -> str:
    """Return the project and the stack of a resource, "project/stack"."""
    return "/".join(identity.split("/")[:2])


def of_one_stack(identity: str, other: str) -> bool:
    """Tell whether two resources are of one project and stack."""
    return stack_of(identity) == stack_of(other)


def resource_name(identity: str) -> str:
    """Return the name of a resource in the program, its last part if it has slashes."""
    return identity.rpartition("/")[2]
