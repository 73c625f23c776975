"""`pulumi-livevox services`: a list of services."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from pulumi_livevox.cli.connecting import StackOption, connected
from pulumi_livevox.cli.exit_codes import ExitCode
from pulumi_livevox.cli.printing import print_remarks, print_table
from pulumi_livevox.cli.visible import as_json
from pulumi_livevox.wire.enumerations import AcdFeatureCode, CallDirection

HELP = """List services.

Each with its id, name and call center, and with direction and ACD feature
where they are known. Without options: every service that the API user sees. Where the
output is no terminal, each is a line of five fields with tabs between them.

\b
Examples:
    pulumi-livevox services --stack dev
    pulumi-livevox services --call-center 433 --name "atlanta*"
    pulumi-livevox services --direction INBOUND --json
"""


def services(
    call_center: Annotated[
        list[int] | None,
        typer.Option(min=1, metavar="ID", help="Call center to look in; may be given repeatedly."),
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
    json: Annotated[bool, typer.Option("--json", help="Print a list of JSON objects.")] = False,
    stack: StackOption = None,
) -> ExitCode:
    """List services; HELP says more."""
    # Only here: other commands need no such task.
    from pulumi_livevox.tasks.selection import Selection, select

    selection = Selection(
        call_center_ids=tuple(call_center or ()),
        name_pattern=name,
        call_direction=direction,
        acd_feature=feature,
    )
    with connected(stack) as client:
        selected = select(client, selection, with_kinds=True)
    if json:
        print(as_json([asdict(each) for each in selected.services]))
    else:
        print_table(
            ("id", "name", "call center", "direction", "feature"),
            (
                (
                    str(each.id),
                    each.name or '""',
                    str(each.call_center_id),
                    each.call_direction or "",
                    each.acd_feature_code or "",
                )
                for each in selected.services
            ),
        )
    print_remarks((*selected.notes, *selected.remarks))
    return ExitCode.REMARKS if selected.remarks else ExitCode.DONE
