"""The life of a service's inbound hours: they are brought about, not added.

What is declared is compared with the platform's list; entries that stand stay, changed ones
are updated, missing ones added, and surplus ones removed last. So repeating is always safe.
"""

from __future__ import annotations

import contextlib
import datetime
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from pulumi_livevox.client import LiveVoxError, NotFound, OutcomeUnknown
from pulumi_livevox.declaring.values import UNKNOWN, has_unknown
from pulumi_livevox.hours.declaration import DeclaredHours
from pulumi_livevox.hours.entries import Entry, Plan, plan
from pulumi_livevox.hours.zones import today
from pulumi_livevox.run.at_once import write_at_once
from pulumi_livevox.run.claims import Kind
from pulumi_livevox.run.difference import Difference, broken_off, still_standing
from pulumi_livevox.run.errors import PartlyWritten, ProviderError
from pulumi_livevox.run.location import Location
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.writes import Operation, Target, Written

ROUNDS: Final = 4
"""How often the list is compared anew in one operation when answers get lost."""

Declared = Mapping[str, Any]
"""Normalised inputs of inbound hours (see inputs.normalise)."""


def key(declared: Declared) -> str:
    """Return the id of the hours that are declared: their service's."""
    return str(declared["service"])


def create(run: Run, declared: Declared, marker: str = "") -> tuple[str, Location, str]:
    """Bring the declared hours about, whatever stands there.

    Returns their id, where they live and the token of the write.
    """
    service_id, hours = _opened(declared)
    claim(run, declared)
    location = run.location_of(service_id)
    target = _target(service_id)
    before = run.writes.unsettled(target, location, marker, "")
    if before is not None and not set(before.paths) <= set(hours.sections):
        run.warn(broken_off(before, hours.sections))
    token = run.writes.begin([target], location, Operation.CREATE, marker, hours.sections)
    _bring_about_or_say(run, service_id, hours, today())
    return key(declared), location, token


def claim(run: Run, declared: Declared) -> None:
    """Note that the program of this run declares the week or dates of a service, once known."""
    if not has_unknown(declared.get("service", UNKNOWN)):
        for section in DeclaredHours.from_inputs(declared).sections:
            run.claims.claim(Kind.INBOUND_HOURS, f"{key(declared)}/{section}")


def diff(
    run: Run,
    old: Declared,
    new: Declared,
    location: Location,
    marker: str = "",
    write: str = "",
) -> Difference:
    """Compare a declaration with the state; hours of another service are other hours.

    `write` is the token of the last write that the state knows. Sends nothing.
    """
    (service_id, before), after = _opened(old), DeclaredHours.from_inputs(new)
    target = _target(service_id)
    run.require_base_url(str(target), location)
    run.learn(service_id, location)
    replaces = ("service",) if old["service"] != new["service"] else ()
    changed = bool(replaces) or not after.is_same_as(before, today())
    undeclared = [section for section in before.sections if section not in after.sections]
    warnings = still_standing(str(target), undeclared)
    unsettled = None if replaces else run.writes.unsettled(target, location, marker, write)
    if unsettled is not None:
        warnings.append(broken_off(unsettled, after.sections))
    return Difference(changed or unsettled is not None, replaces, tuple(warnings))


def read(run: Run, declared: Declared, location: Location) -> dict[str, Any] | None:
    """Return what is declared as it is live; None where the service is proven gone."""
    service_id, hours = _opened(declared)
    run.require(str(_target(service_id)), location)
    try:
        live = run.client.read_inbound_hours(service_id, shared=True)
    except NotFound:
        run.confirm_gone(service_id, location)
        run.writes.forget_children(service_id, location)
        return None
    return {"service": declared["service"]} | hours.as_live(live, today()).to_inputs()


def update(
    run: Run,
    old: Declared,
    new: Declared,
    location: Location,
    marker: str = "",
    write: str = "",
) -> str:
    """Bring the newly declared hours about; send nothing where some are merely undeclared.

    Where an earlier write broke off they are compared with the list in any case. Returns the
    token of the last write, `write` where nothing is to be written.
    """
    before, (service_id, after) = DeclaredHours.from_inputs(old), _opened(new)
    target = _target(service_id)
    run.require_base_url(str(target), location)
    on = today()
    alike = after.is_part_of(before, on)
    if alike and run.writes.unsettled(target, location, marker, write) is None:
        return write
    run.require(str(target), location)
    sections = after.sections
    token = run.writes.begin([target], location, Operation.UPDATE, marker, sections, known=write)
    _bring_about_or_say(run, service_id, after, on)
    return token


def delete(
    run: Run,
    declared: Declared,
    location: Location,
    marker: str = "",
    write: str = "",
) -> None:
    """Remove the managed part of the hours.

    Makes no call, and says so, for a week or dates that the program declares.
    """
    service_id, hours = _opened(declared)
    target = _target(service_id)
    kept = [
        section
        for section in hours.sections
        if run.claims.is_claimed(Kind.INBOUND_HOURS, f"{service_id}/{section}")
    ]
    if kept:
        run.warn(
            f"{target}: {' and '.join(kept)} stay as they are, as a resource of the "
            "program declares them; the one that is deleted leaves the state"
        )
    left = hours.without(kept)
    if not left.sections:
        return
    run.require(str(target), location)
    token = run.writes.begin([target], location, Operation.DELETE, marker, known=write)
    try:
        _bring_about(run, service_id, left, [], today())
    except NotFound:
        run.confirm_gone(service_id, location)
    run.writes.note_returned(token)


def _opened(declared: Declared) -> tuple[int, DeclaredHours]:
    """Return whose hours are declared, and the hours."""
    return int(declared["service"]), DeclaredHours.from_inputs(declared)


def _target(service_id: int) -> Target:
    return Target(Written.INBOUND_HOURS, service_id)


def _bring_about_or_say(run: Run, service_id: int, hours: DeclaredHours, on: datetime.date) -> None:
    try:
        _bring_about(run, service_id, hours, hours.wanted(on), on)
    except NotFound as error:
        raise ProviderError(
            f"service {service_id} is not on the platform any more, so its inbound hours can't "
            f"be written: {error.problem} Run `pulumi refresh`, then `pulumi up`."
        ) from None


def _bring_about(
    run: Run, service_id: int, hours: DeclaredHours, entries: list[Entry], on: datetime.date
) -> None:
    """Make what the hours manage of the live list, on a day, equal to `entries`.

    Raises NotFound where the service is not there.
    """
    lost: LiveVoxError | None = None
    for rounds_left in range(ROUNDS, -1, -1):
        live = run.client.read_inbound_hours(service_id)
        writes = plan(entries, hours.managed(live, on))
        if not writes:
            return
        if lost is not None and not rounds_left:
            raise _unfinished(service_id, lost)
        try:
            _carry_out(run, service_id, writes)
        except LiveVoxError as error:
            if not _is_open(error):
                raise _unfinished(service_id, error) from None
            lost = error
        if lost is None:
            return
        # Before the list is compared anew: one that lags would have entries added once more.
        _await_additions(run, service_id, writes.additions)


def _carry_out(run: Run, service_id: int, writes: Plan) -> None:
    client = run.client
    first: dict[str, Callable[[], None]] = {}
    for hours_id, change in writes.updates:
        first[f"entry {hours_id}"] = partial(
            client.update_inbound_hours, service_id, hours_id, change
        )
    for number, entry in enumerate(writes.additions, 1):
        first[f"new entry {number} ({entry})"] = partial(_add, run, service_id, entry)
    write_at_once(first)
    write_at_once(
        {
            f"removal of entry {hours_id}": partial(_remove, run, service_id, hours_id)
            for hours_id in writes.removals
        }
    )


def _add(run: Run, service_id: int, entry: Entry) -> None:
    run.client.add_inbound_hours(service_id, entry.to_body())


def _remove(run: Run, service_id: int, hours_id: int) -> None:
    with contextlib.suppress(NotFound):
        run.client.remove_inbound_hours(service_id, hours_id)


def _is_open(error: LiveVoxError) -> bool:
    """Tell whether the list may yet turn out to be as wanted."""
    if isinstance(error, PartlyWritten):
        return all(_is_open(each) for each in error.failed.values())
    return isinstance(error, OutcomeUnknown | NotFound)


def _await_additions(run: Run, service_id: int, additions: tuple[Entry, ...]) -> None:
    """Give a list that lags time to show entries that were added, or may have been."""
    for pause in run.list_lag_seconds:
        time.sleep(pause)
        live = [Entry.of_live(entry) for entry in run.client.read_inbound_hours(service_id)]
        if all(entry in live for entry in additions):
            return


def _unfinished(service_id: int, error: LiveVoxError) -> ProviderError:
    return ProviderError(
        f"the inbound hours of service {service_id} are not all as declared: {error.problem} "
        "Run `pulumi up` again once that is mended: it writes what is missing and nothing twice."
    )
