"""Markers: the name that an unfinished copy of a service carries until it is complete."""

from __future__ import annotations

import hashlib
import re
from typing import Final

MARKER: Final = "__marker"
"""Input that says which resource this is; hidden by the engine, ignored by diffs."""

PREFIX: Final = "Pulumi unfinished"
"""How every marker name begins on the platform, for whoever meets one in the console."""


def marker_name(marker: str) -> str:
    """Return the name on the platform for a marker: short, ASCII, readable, one a resource.

    `marker` is the resource's identity: project, stack, its parent's type and name and its own
    name, separated by slashes (see program.options).
    """
    resource = re.sub(r"[^A-Za-z0-9_.-]+", "-", resource_name(marker))[:16].strip("-")
    digest = hashlib.sha256(marker.encode()).hexdigest()[:10]
    return " ".join(part for part in (PREFIX, resource, digest) if part)


def stack_of(marker: str) -> str:
    """Return the project and stack of a marker, "project/stack"."""
    return "/".join(marker.split("/")[:2])


def of_one_stack(marker: str, other: str) -> bool:
    """Tell whether two markers are of one project and stack."""
    return stack_of(marker) == stack_of(other)


def resource_name(marker: str) -> str:
    """Return the name of a marker's resource in the program, its last part if it has slashes."""
    return marker.rpartition("/")[2]
