"""What a project is to be like, and what it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pulumi_livevox.resources.service.as_program.left_out import LeftOut
from pulumi_livevox.resources.service.whole import WholeService


@dataclass(frozen=True)
class ProjectOptions:
    """How a project is called and what it declares."""

    project_name: str
    """The name in Pulumi.yaml."""
    stack_name: str
    """The stack whose configuration is written; an organization before it does not count."""
    configuration: Mapping[str, str] = field(default_factory=dict)
    """Plain configuration of the stack by full key (`livevox:baseUrl`); never a secret."""
    template: WholeService | None = None
    """The service of which the others are copies: only what differs from it is declared."""
    protect: bool = True
    """Whether a service has to be unprotected before it can be deleted."""
    settings: bool = True
    """Whether settings and messages are declared."""
    resource_names: Mapping[int, str] = field(default_factory=dict)
    """Names that services have as resources already, by id: they keep them, however renamed."""


@dataclass(frozen=True)
class Project:
    """A Pulumi project as text, and what its text is of."""

    files: Mapping[str, str]
    """Text by path relative to the project's folder."""
    stack_file: str
    """The path of the stack's configuration among them."""
    adopted: Mapping[str, int]
    """Service ids by resource name, as in `livevox:adopt` of the stack's configuration."""
    left_out: Sequence[LeftOut]
    """What stands and can't be declared, service by service."""
