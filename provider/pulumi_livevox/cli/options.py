"""The options of the commands that have many, each with one name and one meaning."""

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

Preview = Annotated[
    bool, typer.Option("--preview", help="Hours before and after what `pulumi up` would do.")
]

ExportedFolder = Annotated[
    Path | None,
    typer.Option("--folder", metavar="FOLDER", help="Folder of an export: hours as it read them."),
]

Svg = Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Write a picture as SVG.")]

Png = Annotated[Path | None, typer.Option("--png", metavar="FILE", help="Write a picture as PNG.")]

Html = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write a page of HTML.")]

ShownZone = Annotated[
    str | None,
    typer.Option(
        "--zone",
        metavar="ZONE",
        help="Time zone in which all hours are shown, such as America/Chicago; by default the "
        "one in which they are declared, or Eastern.",
    ),
]

CalendarYear = Annotated[
    int | None,
    typer.Option(
        "--year",
        min=1970,
        max=9998,
        metavar="YYYY",
        help="Year of the calendar in pictures; by default this one.",
    ),
]

NextChange = Annotated[
    bool,
    typer.Option(
        "--next-change",
        help="Print the day (Eastern) on which the stack is to be rolled out next for its "
        'weeks to stay right, or "never".',
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
