"""`pulumi-livevox show`: one service whole."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pulumi_livevox.cli.connecting import configuration, connected, stack_of
from pulumi_livevox.cli.exit_codes import ExitCode
from pulumi_livevox.cli.named_service import id_of, refuse_name_alone
from pulumi_livevox.cli.options import StackName
from pulumi_livevox.cli.visible import as_json

if TYPE_CHECKING:
    from pulumi_livevox.tasks.showing import ShownService

HELP = """Show one service with all that belongs to it.

SERVICE is an id; with --call-center it may be a name, as the platform has it.
Shown are its general properties, phone numbers, hours as a week, settings,
messaging, pacing and what is related to it. Times are Eastern. A section that
can't be read says why in its place, and the code is 3.

\b
Examples:
    pulumi-livevox show 20575 --stack dev
    pulumi-livevox show "Template Inbound" --call-center 433
    pulumi-livevox show 20575 --json
"""


def show(
    service: Annotated[str, typer.Argument(help="Id or name of the service.")],
    call_center: Annotated[
        int | None,
        typer.Option(min=1, metavar="ID", help="Call center in which the service has its name."),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print a JSON object, with the names of programs.")
    ] = False,
    stack: StackName = None,
) -> ExitCode:
    """Show one service with all that belongs to it; HELP says more."""
    from pulumi_livevox.cli.service_text import print_service
    from pulumi_livevox.tasks import showing

    refuse_name_alone(service, call_center)
    with connected(configuration(stack_of(stack))) as client:
        shown = showing.show(client, id_of(client, service, call_center))
    if json:
        print(as_json(_as_object(shown)))
    else:
        print_service(shown)
    return ExitCode.REMARKS if shown.unread else ExitCode.DONE


def _as_object(shown: ShownService) -> dict[str, Any]:
    """Return a service named as a program names its properties, the general ones at the top."""
    sections = asdict(shown) | {"unread": {name: str(why) for name, why in shown.unread.items()}}
    return {"id": sections.pop("id"), **(sections.pop("general") or {}), **sections}
