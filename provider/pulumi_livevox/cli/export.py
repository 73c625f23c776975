"""`pulumi-livevox export`: what lives on the platform as a Pulumi project."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pulumi_livevox.cli.exit_codes import ExitCode
from pulumi_livevox.wire.enumerations import AcdFeatureCode, CallDirection

if TYPE_CHECKING:
    from pulumi_livevox.config import Configuration
    from pulumi_livevox.tasks.selection import Selection

HELP = """Write a Pulumi project that declares services as they stand, and takes them over.

FOLDER is new, empty, or holds an earlier export. Call centers and services say
where to look, the other choices narrow that down; without any, all services that
the user sees are exported. Nothing on the platform is changed: not by the
export, nor by the `pulumi up` after it.

Into the folder of an earlier export: shows what changed on the platform since,
and brings the files up to date that nobody edited. What is not given is as it was
then. An interrupted export goes on when it is run again.

\b
It ends with
    0    all that was chosen is in the files
    1    it failed; the message says why and what to do
    2    not with these arguments
    3    exported, but something was left out, could not be read, or was kept
         because it had been edited
    130  interrupted

\b
Examples:
    pulumi-livevox export atlanta --call-center 433
    pulumi-livevox export atlanta
    pulumi-livevox export lines --call-center 433 --call-center 429 --direction INBOUND
    pulumi-livevox export support --service 20575 --template 53661 --stack prod
"""


def export(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Folder of the project.", show_default=False)
    ],
    call_center: Annotated[
        list[int] | None,
        typer.Option(min=1, metavar="ID", help="Call center to look in; may be given repeatedly."),
    ] = None,
    service: Annotated[
        list[int] | None,
        typer.Option(min=1, metavar="ID", help="Single service; may be given repeatedly."),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(
            metavar="PATTERN",
            help='The whole name, with * for anything: "Main*"; upper and lower case are the same.',
        ),
    ] = None,
    direction: Annotated[
        CallDirection | None,
        typer.Option(
            case_sensitive=False, metavar="DIRECTION", help="INBOUND, OUTBOUND or BLENDED."
        ),
    ] = None,
    feature: Annotated[
        AcdFeatureCode | None,
        typer.Option(
            case_sensitive=False,
            metavar="FEATURE",
            help=f"ACD feature: {', '.join(AcdFeatureCode)}.",
        ),
    ] = None,
    template: Annotated[
        int | None,
        typer.Option(
            min=1,
            metavar="ID",
            help="Declare what differs from this service, of which the others are made where they "
            "do not stand.",
        ),
    ] = None,
    no_template: Annotated[
        bool, typer.Option("--no-template", help="Do without the template of an earlier export.")
    ] = False,
    settings: Annotated[
        bool | None,
        typer.Option(
            "--settings/--no-settings", help="Whether settings and messages are declared."
        ),
    ] = None,
    protect: Annotated[
        bool | None,
        typer.Option("--protect/--no-protect", help="Whether services are protected."),
    ] = None,
    stack: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Name of the exported stack; one that stands in this folder's project gives its "
            "configuration, and so the account. By default the environment (na4), or live.",
        ),
    ] = None,
    project: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Name of the project; by default the folder's."),
    ] = None,
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite",
            help="Replace files that were edited since; never the configuration of a stack.",
        ),
    ] = False,
) -> ExitCode:
    """Export services; HELP says more."""
    # Only here: other commands need no such task.
    from pulumi_livevox import config
    from pulumi_livevox.cli.export_text import print_exported
    from pulumi_livevox.cli.progress import progress
    from pulumi_livevox.tasks.export import export
    from pulumi_livevox.tasks.exporting.choices import ExportOptions

    configuration = _configuration(stack)
    options = ExportOptions(
        config.plain(configuration),
        selection=_selection(call_center, service, name, direction, feature),
        template_id=template,
        without_template=no_template,
        settings=settings,
        protect=protect,
        stack_name=stack,
        project_name=project,
        overwrite=overwrite,
    )
    try:
        with (
            config.connect(configuration, Path.cwd()) as client,
            progress("Services read") as on_progress,
        ):
            exported = export(client, folder, options, on_progress)
    except KeyboardInterrupt:
        print(
            "What was read is kept: the same command goes on from there.",
            file=sys.stderr,
            flush=True,
        )
        raise
    print_exported(exported)
    return ExitCode.DONE if exported.is_complete else ExitCode.REMARKS


def _selection(
    call_centers: list[int] | None,
    services: list[int] | None,
    name: str | None,
    direction: CallDirection | None,
    feature: AcdFeatureCode | None,
) -> Selection | None:
    from pulumi_livevox.tasks.selection import Selection

    chosen = Selection(tuple(call_centers or ()), tuple(services or ()), name, direction, feature)
    return None if chosen == Selection() else chosen


def _configuration(stack_name: str | None) -> Configuration:
    """Return the configuration of a stack that stands here, or of the environment.

    `--stack` names the exported stack as well, which need not exist yet.
    """
    from pulumi_livevox import config
    from pulumi_livevox.tasks.errors import TaskError
    from pulumi_livevox.tasks.stacks import Stack, find_project

    configured: dict[str, str] = {}
    if stack_name is not None:
        try:
            project = find_project(Path.cwd())
        except TaskError:
            project = None
        stack = None if project is None else Stack(project, stack_name)
        if stack is not None and stack.file.exists():
            configured = stack.configuration()
    try:
        return config.resolve(configured.get, os.environ)
    except config.ConfigurationError as error:
        if configured:
            raise
        raise config.ConfigurationError(
            f"{error}. The environment alone was asked: --stack NAME asks the configuration of a "
            "stack that stands here"
        ) from None
