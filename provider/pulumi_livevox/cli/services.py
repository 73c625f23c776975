"""`pulumi-livevox services`: a list of services."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from pulumi_livevox.cli.connecting import configuration, connected, stack_of
from pulumi_livevox.cli.exit_codes import ExitCode
from pulumi_livevox.cli.options import (
    CallCenters,
    Direction,
    Feature,
    NamePattern,
    StackName,
    selection,
)
from pulumi_livevox.cli.printing import print_remarks, print_table
from pulumi_livevox.cli.visible import as_json

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
    call_center: CallCenters = None,
    name: NamePattern = None,
    direction: Direction = None,
    feature: Feature = None,
    json: Annotated[bool, typer.Option("--json", help="Print a list of JSON objects.")] = False,
    stack: StackName = None,
) -> ExitCode:
    """List services; HELP says more."""
    from pulumi_livevox.tasks.selection import select

    chosen = selection(call_center, name, direction, feature)
    with connected(configuration(stack_of(stack))) as client:
        selected = select(client, chosen, with_kinds=True)
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
