"""`pulumi-livevox adopt`: what a stack declares and what lives already are brought together."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Final

import typer

from pulumi_livevox.cli.connecting import configuration, connected, stack_or_selected
from pulumi_livevox.cli.exit_codes import ExitCode
from pulumi_livevox.cli.options import CallCenters, stack_option
from pulumi_livevox.cli.printing import print_heading, print_pairs, print_remarks, print_table
from pulumi_livevox.tasks.stacks.stack import Stack

if TYPE_CHECKING:
    from pulumi_livevox.tasks.adopt import Plan

HELP: Final = """Take over the live services that a stack declares.

Looks at what a preview of the stack would create, finds by name what lives
already, and shows what `pulumi up` would change there. On your yes it writes
`livevox:adopt` into the stack's file: then `pulumi up` takes these services
over instead of making them once more. Without --call-center they are looked
for where they would be made: in the call center of their template, else in
all that the API user sees. Nothing is written to the platform before
`pulumi up`, or --up. --up rolls out only what is shown: where the stack has
anything else pending, that is told and left to `pulumi up`.

\b
Examples:
    pulumi-livevox adopt --dry-run
    pulumi-livevox adopt --stack prod --call-center 433 --call-center 429
    pulumi-livevox adopt --stack prod --yes --up
"""

_PENDING_SHOWN: Final = 20

_NOT_ALONE: Final = (
    "Not rolled out: `pulumi up` would do what is pending besides, too. Look at `pulumi preview`, "
    "and run `pulumi up`."
)


def adopt(
    call_center: CallCenters = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show it, and write nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.")] = False,
    up: Annotated[bool, typer.Option("--up", help="Roll out right then: `pulumi up`.")] = False,
    stack: Annotated[
        str | None,
        stack_option(
            "Stack of this folder's project; without it the selected one, as for `pulumi`."
        ),
    ] = None,
) -> ExitCode:
    """Take over what lives already; HELP says more."""
    if wrong := _wrong_usage(dry_run=dry_run, yes=yes, up=up):
        print_remarks([wrong])
        return ExitCode.WRONG_USAGE
    chosen = stack_or_selected(stack)
    plan = _plan(chosen, call_center or [])
    _show(chosen, plan)
    if dry_run:
        print("Nothing was written.")
    elif not _done(chosen, plan, yes=yes, up=up):
        return ExitCode.FAILED
    return ExitCode.REMARKS if plan.left_out or plan.remarks else ExitCode.DONE


def _wrong_usage(*, dry_run: bool, yes: bool, up: bool) -> str:
    if dry_run and (yes or up):
        return f"--dry-run writes nothing: leave it out, or {'--yes' if yes else '--up'}."
    if not (dry_run or yes or sys.stdin.isatty()):
        return "Nobody can answer here: add --yes to write without asking, or --dry-run to look."
    return ""


def _plan(stack: Stack, call_center_ids: list[int]) -> Plan:
    from rich.console import Console

    from pulumi_livevox.tasks.adopt import plan

    waiting = f"Previewing stack {stack.name} and looking for its services"
    with connected(configuration(stack)) as client, Console(stderr=True).status(waiting):
        return plan(stack, client, call_center_ids)


def _show(stack: Stack, plan: Plan) -> None:
    if not (plan.takeovers or plan.left_out or plan.not_found):
        print(f"Stack {stack.name} has all its services: there is nothing to take over.")
        return
    headings = ("resource", "service", "call center", "named", "changes")
    print_table(headings, _rows(plan))
    _show_below("Left to you", [(each.resource, each.reason) for each in plan.left_out])
    _show_below("Not found, so that pulumi up makes them", [(each,) for each in plan.not_found])
    _show_below("Pending besides, which pulumi up does as well", _pending_rows(plan))
    print_remarks((*plan.notes, *plan.remarks))


def _show_below(heading: str, pairs: list[tuple[str, ...]]) -> None:
    if pairs:
        print_heading(f"{heading}:")
        print_pairs(pairs)


def _pending_rows(plan: Plan) -> list[tuple[str, ...]]:
    rows = [(each.operation, each.resource) for each in plan.pending[:_PENDING_SHOWN]]
    more = len(plan.pending) - len(rows)
    return [*rows, ("…", f"and {more} more")] if more else [*rows]


def _rows(plan: Plan) -> Iterator[tuple[str, ...]]:
    """Return a line a change; on a terminal only the first one of a service names it."""
    is_terminal = sys.stdout.isatty()
    for each in plan.takeovers:
        service = each.service
        named = "" if each.is_new else "already"
        first = (each.resource, str(service.service_id), str(service.call_center_id), named)
        for at, change in enumerate(service.changes or ("nothing",)):
            yield (*(first if at == 0 or not is_terminal else ("",) * len(first)), change)


def _done(stack: Stack, plan: Plan, *, yes: bool, up: bool) -> bool:
    """Write, and roll out where that is asked for; tell whether it was done."""
    from pulumi_livevox.tasks.adopt import roll_out, write

    rolls_out = up and plan.can_be_rolled_out
    if (plan.new_entries or rolls_out) and not (
        yes or typer.confirm(_question(stack, plan, rolls_out))
    ):
        print("Nothing was written.")
        return False
    if plan.new_entries:
        write(stack, plan)
        print(f"Written to {stack.file}.")
    if rolls_out:
        roll_out(stack, plan, lambda line: print(line, flush=True))
    elif up and plan.left_out:
        print_remarks(["Not rolled out: what is left to you would be made once more, or refused."])
        return False
    elif up and plan.takeovers:
        print_remarks([_NOT_ALONE])
        return False
    elif up:
        print("Nothing was rolled out, as nothing is taken over.")
    elif plan.takeovers:
        print("`pulumi preview` tells what a rollout changes; `pulumi up` takes them over.")
    return True


def _question(stack: Stack, plan: Plan, rolls_out: bool) -> str:
    count = len(plan.new_entries)
    of_what = "entry" if count == 1 else "entries"
    entries = f"Write {count} {of_what} of livevox:adopt to {stack.file.name}" if count else ""
    rollout = f"roll stack {stack.name} out" if rolls_out else ""
    words = " and ".join(filter(None, (entries, rollout)))
    return f"{words[0].upper()}{words[1:]}?"
