"""The options that several commands have, each with one name and one meaning."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pulumi_livevox.tasks.errors import TaskError
from pulumi_livevox.tasks.stacks.stack import find_project
from pulumi_livevox.wire.enumerations import AcdFeatureCode, CallDirection

if TYPE_CHECKING:
    from pulumi_livevox.tasks.selection import Selection

CallCenters = Annotated[
    list[int] | None,
    typer.Option(
        "--call-center",
        min=1,
        metavar="ID",
        help="Call center to look in; may be given repeatedly.",
    ),
]

NamePattern = Annotated[
    str | None,
    typer.Option(
        "--name",
        metavar="PATTERN",
        help='The whole name, with * for anything: "Main*"; upper and lower case are the same.',
    ),
]

Direction = Annotated[
    CallDirection | None,
    typer.Option(
        "--direction",
        case_sensitive=False,
        metavar="DIRECTION",
        help="INBOUND, OUTBOUND or BLENDED.",
    ),
]

Feature = Annotated[
    AcdFeatureCode | None,
    typer.Option(
        "--feature",
        case_sensitive=False,
        metavar="FEATURE",
        help=f"ACD feature: {', '.join(AcdFeatureCode)}.",
    ),
]


def _stack_names(incomplete: str) -> list[str]:
    """Return the stacks that have a file of configuration in the project, for completion."""
    try:
        project = find_project(Path.cwd())
    except (OSError, TaskError):
        return []
    files = (*project.glob("Pulumi.*.yaml"), *project.glob("*/Pulumi.*.yaml"))
    names = {file.name.removeprefix("Pulumi.").removesuffix(".yaml") for file in files}
    return sorted(name for name in names if name.startswith(incomplete))


def stack_option(help: str) -> Any:
    """Return `--stack`, which is completed; `help` says what a command does with the stack."""
    return typer.Option("--stack", metavar="NAME", autocompletion=_stack_names, help=help)


StackName = Annotated[
    str | None,
    stack_option(
        "Stack of this folder's project whose configuration is used, then the environment; "
        "without it the environment (LIVEVOX_...) alone."
    ),
]


def selection(
    call_centers: list[int] | None,
    name: str | None,
    direction: CallDirection | None,
    feature: AcdFeatureCode | None,
    services: list[int] | None = None,
) -> Selection:
    """Return the services that options choose."""
    from pulumi_livevox.tasks.selection import Selection

    return Selection(tuple(call_centers or ()), tuple(services or ()), name, direction, feature)
