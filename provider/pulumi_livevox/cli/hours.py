"""`pulumi-livevox hours`: opening hours as pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pulumi_livevox.cli.connecting import configuration, connected, stack_of, stack_or_selected
from pulumi_livevox.cli.exit_codes import ExitCode
from pulumi_livevox.cli.named_service import id_of, refuse_name_alone
from pulumi_livevox.cli.options import (
    CalendarYear,
    CallCenters,
    Direction,
    ExportedFolder,
    Html,
    NamePattern,
    NextChange,
    Png,
    Preview,
    ShownZone,
    Svg,
    selection,
    stack_option,
)
from pulumi_livevox.cli.printing import print_remarks
from pulumi_livevox.cli.visible import as_json
from pulumi_livevox.wire.enumerations import CallDirection

if TYPE_CHECKING:
    from pulumi_livevox.hours.pictures.picture import Picture
    from pulumi_livevox.tasks.hours import Gathered
    from pulumi_livevox.tasks.stacks.stack import Stack

HELP = """Show opening hours as a picture.

Of SERVICE, an id, or a name together with --call-center; of the services of
call centers; of a stack (--stack alone) as its state has them, with --preview
before and after what `pulumi up` would do; or of an exported folder. Lines of
equal hours are drawn once. Below: when nobody of a call center is open, and
when all are. Without --svg, --png, --html and --json in the terminal.

Hours that can't be read say why in their place, and the code is 3.

\b
Examples:
    pulumi-livevox hours 20575 --stack dev
    pulumi-livevox hours "Template Inbound" --call-center 433
    pulumi-livevox hours --call-center 433 --call-center 2829 --html hours.html
    pulumi-livevox hours --call-center 433 --name "*inbound*" --zone America/Los_Angeles
    pulumi-livevox hours --stack prod
    pulumi-livevox hours --stack prod --preview --svg hours.svg --png hours.png
    pulumi-livevox hours --stack prod --next-change
    pulumi-livevox hours --folder atlanta
"""


def hours(
    service: Annotated[
        list[str] | None,
        typer.Argument(metavar="SERVICE", help="Id or name of a service; may be given repeatedly."),
    ] = None,
    call_center: CallCenters = None,
    name: NamePattern = None,
    direction: Direction = None,
    stack: Annotated[
        str | None,
        stack_option(
            "Stack of this folder's project. Alone: its hours; else its configuration is used, "
            "then the environment. --preview and --next-change take the selected one without it."
        ),
    ] = None,
    preview: Preview = False,
    folder: ExportedFolder = None,
    svg: Svg = None,
    png: Png = None,
    html: Html = None,
    zone: ShownZone = None,
    year: CalendarYear = None,
    json: Annotated[bool, typer.Option("--json", help="Print a list of JSON objects.")] = False,
    next_change: NextChange = False,
) -> ExitCode:
    """Show opening hours as a picture; HELP says more."""
    from pulumi_livevox.cli.pictures import drawn, refuse_places, write
    from pulumi_livevox.tasks.hours import next_rollout, of_folder

    services = service or []
    is_live = bool(services or call_center or name is not None or direction)
    _refuse_mixtures(is_live, stack, folder, preview=preview, next_change=next_change)
    in_call_center = _one_call_center(services, call_center)
    files = {"svg": svg, "png": png, "html": html}
    wanted = {form: file for form, file in files.items() if file is not None}
    refuse_places(wanted)
    if next_change:
        if wanted or json:
            raise typer.BadParameter("it prints a day and nothing else", param_hint="--next-change")
        day = next_rollout(stack_or_selected(stack))
        print("never" if day is None else day.isoformat())
        return ExitCode.DONE
    shown_in = None if zone is None else _zone(zone)
    if folder is not None:
        gathered = of_folder(folder)
    elif is_live:
        gathered = _live(
            stack, services, in_call_center, None if services else call_center, name, direction
        )
    else:
        gathered = _declared(stack_or_selected(stack), preview=preview)
    picture = gathered.picture(year, shown_in)
    drawings = {wanted[form]: drawn(form, picture) for form in wanted}
    _print(picture, as_objects=json, is_drawn=bool(drawings))
    write(drawings, is_told=not json)
    print_remarks((*gathered.notes, *gathered.remarks))
    return ExitCode.DONE if gathered.is_complete else ExitCode.REMARKS


def _refuse_mixtures(
    is_live: bool, stack: str | None, folder: Path | None, *, preview: bool, next_change: bool
) -> None:
    """Refuse what says no place to look in, or two, before anything is sent."""
    if folder is not None and (is_live or stack is not None or preview or next_change):
        raise typer.BadParameter(
            "an exported folder is asked alone, without services, call centers and stacks",
            param_hint="--folder",
        )
    for option, is_given in (("--preview", preview), ("--next-change", next_change)):
        if is_given and is_live:
            raise typer.BadParameter(
                "it is about a stack: leave services and call centers out", param_hint=option
            )
    if preview and next_change:
        raise typer.BadParameter("it is about the state, not a preview", param_hint="--next-change")
    of_stack = stack is not None or preview or next_change
    if not (is_live or of_stack or folder is not None):
        raise typer.BadParameter(
            "say whose hours: a SERVICE, --call-center ID, --stack NAME or --folder FOLDER"
        )


def _one_call_center(services: list[str], call_centers: list[int] | None) -> int | None:
    """Return the call center that has services of some names, where one is given."""
    if not services:
        return None
    if call_centers and len(call_centers) > 1:
        raise typer.BadParameter(
            "of services that are named it may be one: that in which they have their names",
            param_hint="--call-center",
        )
    at = call_centers[0] if call_centers else None
    for each in services:
        refuse_name_alone(each, at)
    return at


def _zone(name: str) -> str:
    from pulumi_livevox.hours.zones import zone_named

    try:
        return zone_named(name).key
    except ValueError as error:
        raise typer.BadParameter(
            f'it was "{name}"; it may be {error}', param_hint="--zone"
        ) from None


def _declared(stack: Stack, *, preview: bool) -> Gathered:
    from pulumi_livevox.tasks.hours import of_preview, of_stack

    return of_preview(stack) if preview else of_stack(stack)


def _live(
    stack: str | None,
    services: list[str],
    in_call_center: int | None,
    call_centers: list[int] | None,
    name: str | None,
    direction: CallDirection | None,
) -> Gathered:
    """Read the hours of services as they live."""
    from pulumi_livevox.cli.progress import progress
    from pulumi_livevox.tasks.hours import of_services

    with (
        connected(configuration(stack_of(stack))) as client,
        progress("Hours read") as on_progress,
    ):
        ids = [id_of(client, each, in_call_center) for each in services]
        chosen = selection(call_centers, name, direction, None, ids)
        return of_services(client, chosen, on_progress)


def _print(picture: Picture, *, as_objects: bool, is_drawn: bool) -> None:
    if as_objects:
        from pulumi_livevox.cli.hours_objects import line_objects

        print(as_json(line_objects(picture)))
    elif not is_drawn:
        from pulumi_livevox.cli.hours_text import print_hours

        print_hours(picture)
