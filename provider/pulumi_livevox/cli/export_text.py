"""What `pulumi-livevox export` says of what it did."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from pulumi_livevox.cli.printing import print_heading, print_remarks
from pulumi_livevox.cli.visible import visible

if TYPE_CHECKING:
    from pulumi_livevox.resources.service.as_program.left_out import LeftOut
    from pulumi_livevox.tasks.export import Exported
    from pulumi_livevox.tasks.exporting.folder import Plan
    from pulumi_livevox.tasks.exporting.record import Choices
    from pulumi_livevox.tasks.selection import FoundService

_NAMED: Final = 5
"""How many of many services are named."""

_MANY: Final = 100
"""Up to how many services nobody waits for what the engine writes down at every step."""


def print_exported(exported: Exported) -> None:
    """Print what was written, what changed, what was left out, and what to do next."""
    taken_up = f", {exported.taken_up} of them read before" if exported.taken_up else ""
    services = _number(exported.services, "service")
    print(visible(f"{services} of {exported.account} in {exported.folder}{taken_up}."))
    for line in _chosen(exported.choices):
        _print_below(line)
    if exported.is_again:
        _print_changes(exported)
        _print_no_longer_chosen(exported.no_longer_chosen)
    _print_files(exported.plan)
    _print_left_out(exported.left_out)
    _print_kept(exported.plan)
    print_remarks([*exported.notes, *exported.remarks])
    _print_next(exported)


def _chosen(choices: Choices) -> Iterator[str]:
    """Say what was chosen, as the next export into the folder will mean it again."""
    selection = choices.selection
    parts = [
        _listed("call center", selection.call_center_ids),
        _listed("service", selection.service_ids),
        f'name "{selection.name_pattern}"' if selection.name_pattern is not None else "",
        f"direction {selection.call_direction}" if selection.call_direction else "",
        f"ACD feature {selection.acd_feature}" if selection.acd_feature else "",
    ]
    yield f"chosen: {', '.join(filter(None, parts)) or 'all that the user sees'}"
    declared = [
        "" if choices.template_id is None else f"what differs from template {choices.template_id}",
        "" if choices.settings else "without settings and messages",
        "" if choices.protect else "not protected",
    ]
    if any(declared):
        yield f"declared: {', '.join(filter(None, declared))}"
    yield f"project {choices.project_name}, stack {choices.stack_name}"


def _listed(what: str, ids: Sequence[int]) -> str:
    return f"{what} {', '.join(map(str, ids))}" if ids else ""


def _print_changes(exported: Exported) -> None:
    lines = [line for change in exported.changes for line in change.lines()]
    if not lines:
        print("Nothing changed on the platform since the export before.")
        return
    print_heading("Changed on the platform since the export before:")
    for line in lines:
        _print_below(line)


def _print_no_longer_chosen(services: Sequence[FoundService]) -> None:
    """Print what a choice left behind, and what that means once it is rolled out."""
    if not services:
        return
    print_heading("No longer chosen, so not in this export any more (the platform is as it was):")
    centers: dict[int, list[str]] = {}
    for each in services:
        centers.setdefault(each.call_center_id, []).append(f"{each.name} ({each.id})")
    for center, named in centers.items():
        _print_below(f"call center {center}: {_some(named)}")
    print(
        "Where they were rolled out from this folder, `pulumi up` would delete them on the "
        "platform, unless they are protected."
    )


def _print_files(plan: Plan) -> None:
    entries = plan.entries
    for what, paths in (("Written", plan.write), ("Removed", plan.remove)):
        if paths:
            print(visible(f"{what}: {', '.join(sorted(paths))}"))
    if entries.adopt:
        print(
            f"{_number(len(entries.adopt), 'entry', 'entries')} of livevox:adopt written into the "
            "stack's file; the rest of it is as it was."
        )
    if entries.without_stale is not None:
        stale = _number(len(entries.stale), "entry", "entries")
        print(f"{stale} taken out there, of services that the program no longer has.")
    if not (plan.write or plan.remove or plan.kept or entries.adopt or entries.stale):
        print("No file had to be written.")


def _print_left_out(left_out: Sequence[LeftOut]) -> None:
    """Print what can't be declared: what many services have alike in one line."""
    if not left_out:
        return
    print_heading("Left out, as it can't be read or declared (a comment in the program says so):")
    alike: dict[str, list[str]] = {}
    for each in left_out:
        alike.setdefault(str(each), []).append(f"{each.service_name} ({each.service_id})")
    for what, services in alike.items():
        _print_below(f"{_some(services)}: {what}")


def _print_kept(plan: Plan) -> None:
    """Print what was edited and stays, with what would change in it."""
    entries = plan.entries
    if plan.kept:
        print_heading("Edited since they were exported, and kept as they are (see --overwrite):")
    for file in plan.kept:
        would = "this would change" if file.difference else "the export no longer has it"
        _print_below(f"{file.path}: {would}")
        for line in file.difference.splitlines()[2:]:
            _print_below(line, "    ")
    if entries.awaited:
        _print_below("and below livevox:adopt in the stack's file:")
        for name, id in entries.awaited.items():
            _print_below(f"{name}: {id}", "    ")
    if entries.stale and entries.without_stale is None:
        print_heading("To be taken out of livevox:adopt, as the program no longer has it:")
        _print_below(", ".join(entries.stale))


def _print_next(exported: Exported) -> None:
    print_heading("Next:")
    _print_below(f"cd {shlex.quote(str(exported.folder))}")
    if not exported.is_again:
        _print_below(f"pulumi stack init {exported.choices.stack_name}")
    _print_below(f"pulumi preview --stack {exported.choices.stack_name}")
    if not exported.is_again:
        print(
            "with LIVEVOX_PASSWORD and LIVEVOX_API_TOKEN set, or as secret configuration of the "
            "stack: neither is in the files."
        )
    if not exported.is_again and exported.services > _MANY:
        print(
            f"{exported.services} services are taken over much faster by `pulumi-livevox adopt "
            "--up`, or by `pulumi up` with PULUMI_EXPERIMENTAL=1 PULUMI_SKIP_CHECKPOINTS=1: a "
            "takeover makes nothing, so nothing can be lost."
        )


def _print_below(line: str, indent: str = "  ") -> None:
    text = line.lstrip(" ")
    blanks = indent + " " * (len(line) - len(text))
    print(f"{blanks}{visible(text)}" if text else "")


def _some(services: Iterable[str]) -> str:
    named = list(services)
    more = len(named) - _NAMED
    return ", ".join(named[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _number(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or f'{one}s'}"
