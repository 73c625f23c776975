"""`pulumi-livevox export`: what lives on the platform as a Pulumi project."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pulumi_livevox.cli.connecting import configuration, connected, stack_of
from pulumi_livevox.cli.exit_codes import ExitCode
from pulumi_livevox.cli.options import (
    CallCenters,
    Direction,
    Feature,
    NamePattern,
    selection,
    stack_option,
)

HELP = """Write a Pulumi project that declares services as they stand, and takes them over.

FOLDER is new, empty, or holds an earlier export. Call centers and services say
where to look, the other choices narrow that down; without any, all services that
the user sees are exported. Nothing on the platform is changed: not by the
export, nor by the `pulumi up` after it.

Into the folder of an earlier export: shows what changed on the platform since,
and brings the files up to date that nobody edited. What is not given is as it was
then. An interrupted export goes on when it is run again.

Its code is 3 where something was left out, could not be read, or was kept
because it had been edited.

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
    call_center: CallCenters = None,
    service: Annotated[
        list[int] | None,
        typer.Option(min=1, metavar="ID", help="Single service; may be given repeatedly."),
    ] = None,
    name: NamePattern = None,
    direction: Direction = None,
    feature: Feature = None,
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
        stack_option(
            "Name of the exported stack; one that stands in this folder's project gives its "
            "configuration, and so the account. By default the environment (na4), or live."
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
    from pulumi_livevox import config
    from pulumi_livevox.cli.export_text import print_exported
    from pulumi_livevox.cli.progress import progress
    from pulumi_livevox.tasks.export import export
    from pulumi_livevox.tasks.exporting.choices import ExportOptions
    from pulumi_livevox.tasks.selection import Selection

    # `--stack` names the exported stack as well, which need not exist yet.
    used = configuration(stack_of(stack, may_be_missing=True))
    chosen = selection(call_center, name, direction, feature, service)
    options = ExportOptions(
        config.plain(used),
        selection=None if chosen == Selection() else chosen,
        template_id=template,
        without_template=no_template,
        settings=settings,
        protect=protect,
        stack_name=stack,
        project_name=project,
        overwrite=overwrite,
    )
    try:
        with connected(used) as client, progress("Services read") as on_progress:
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
