"""The life of a service's inbound hours: they are brought about, not added.

What is declared is compared with the platform's list; entries that stand stay, changed ones
are updated, missing ones added, and surplus ones removed last. So repeating is always safe.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from pulumi_livevox.client import LiveVoxError, NotFound, OutcomeUnknown
from pulumi_livevox.declaring.values import UNKNOWN, has_unknown
from pulumi_livevox.hours.days import today
from pulumi_livevox.hours.entries import (
    Declared,
    Entry,
    Plan,
    as_declared,
    as_entry,
    comparable,
    managed,
    plan,
    told,
    wanted,
)
from pulumi_livevox.run.at_once import write_at_once
from pulumi_livevox.run.claims import Kind
from pulumi_livevox.run.difference import Difference, broken_off, still_standing
from pulumi_livevox.run.errors import PartlyWritten, ProviderError
from pulumi_livevox.run.location import Location
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.writes import Operation, Target, Written
from pulumi_livevox.wire.inbound_hours import NewHoursEntry

ROUNDS: Final = 4
"""How often the list is compared anew in one operation when answers get lost."""


def key(declared: Declared) -> str:
    """Return the id of the hours that are declared: their service's."""
    return str(declared["service"])


def create(run: Run, declared: Declared, marker: str = "") -> tuple[str, Location, str]:
    """Bring the declared hours about, whatever stands there.

    Returns their id, where they live and the token of the write.
    """
    claim(run, declared)
    location = run.location_of(int(declared["service"]))
    target, sections = _target(declared), _sections(declared)
    before = run.writes.unsettled(target, location, marker, "")
    if before is not None and not set(before.paths) <= set(sections):
        run.warn(broken_off(before, sections))
    token = run.writes.begin([target], location, Operation.CREATE, marker, sections)
    _bring_about_or_say(run, declared)
    return key(declared), location, token


def claim(run: Run, declared: Declared) -> None:
    """Note that the program of this run declares the week or dates of a service, once known."""
    if not has_unknown(declared.get("service", UNKNOWN)):
        for section in _sections(declared):
            run.claims.claim(Kind.INBOUND_HOURS, f"{key(declared)}/{section}")


def _sections(declared: Declared) -> list[str]:
    return [section for section in ("week", "dates") if section in declared]


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
    run.require_base_url(f"inbound hours of service {key(old)}", location)
    run.learn(int(old["service"]), location)
    on = today()
    changed = comparable(old, on) != comparable(new, on)
    replaces = ("service",) if old["service"] != new["service"] else ()
    warnings = still_standing(f"inbound hours of service {key(old)}", _undeclared(old, new))
    unsettled = None if replaces else run.writes.unsettled(_target(old), location, marker, write)
    if unsettled is not None:
        warnings.append(broken_off(unsettled, _sections(new)))
    return Difference(changed or unsettled is not None, replaces, tuple(warnings))


def _undeclared(old: Declared, new: Declared) -> list[str]:
    return [name for name in _sections(old) if name not in new]


def _target(declared: Declared) -> Target:
    return Target(Written.INBOUND_HOURS, int(declared["service"]))


def read(run: Run, declared: Declared, location: Location) -> dict[str, Any] | None:
    """Return what is declared as it is live; None where the service is proven gone."""
    service_id = int(declared["service"])
    run.require(f"inbound hours of service {service_id}", location)
    try:
        live = run.client.read_inbound_hours(service_id, shared=True)
    except NotFound:
        run.confirm_gone(service_id, location)
        run.writes.forget_children(service_id, location)
        return None
    return as_declared(declared, live, today())


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
    run.require_base_url(f"inbound hours of service {key(new)}", location)
    before, after = comparable(old, today()), comparable(new, today())
    alike = after == {name: before[name] for name in before if name in after or name == "time_zone"}
    if alike and run.writes.unsettled(_target(new), location, marker, write) is None:
        return write
    run.require(f"inbound hours of service {key(new)}", location)
    token = run.writes.begin(
        [_target(new)], location, Operation.UPDATE, marker, _sections(new), known=write
    )
    _bring_about_or_say(run, new)
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
    kept = [
        section
        for section in _sections(declared)
        if run.claims.is_claimed(Kind.INBOUND_HOURS, f"{key(declared)}/{section}")
    ]
    if kept:
        run.warn(
            f"{_target(declared)}: {' and '.join(kept)} stay as they are, as a resource of the "
            "program declares them; the one that is deleted leaves the state"
        )
    left = {name: value for name, value in declared.items() if name not in kept}
    if not _sections(left):
        return
    run.require(f"inbound hours of service {key(declared)}", location)
    token = run.writes.begin([_target(declared)], location, Operation.DELETE, marker, known=write)
    try:
        _bring_about(run, left, [])
    except NotFound:
        run.confirm_gone(int(declared["service"]), location)
    run.writes.note_returned(token)


def _bring_about_or_say(run: Run, declared: Declared) -> None:
    try:
        _bring_about(run, declared, wanted(declared, today()))
    except NotFound as error:
        raise ProviderError(
            f"service {key(declared)} is not on the platform any more, so its inbound hours can't "
            f"be written: {error.problem} Run `pulumi refresh`, then `pulumi up`."
        ) from None


def _bring_about(run: Run, declared: Declared, entries: list[Entry]) -> None:
    """Make the managed part of the live list equal to `entries`.

    Raises NotFound where the service is not there.
    """
    service_id = int(declared["service"])
    lost: LiveVoxError | None = None
    for rounds_left in range(ROUNDS, -1, -1):
        live = run.client.read_inbound_hours(service_id)
        writes = plan(entries, managed(declared, live, today()))
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
        first[f"new entry {number} ({told(entry)})"] = partial(_add, run, service_id, entry)
    write_at_once(first)
    write_at_once(
        {
            f"removal of entry {hours_id}": partial(_remove, run, service_id, hours_id)
            for hours_id in writes.removals
        }
    )


def _add(run: Run, service_id: int, entry: Entry) -> None:
    new = {"day_of_week": entry.day, "start_time": entry.start, "end_time": entry.end}
    if entry.date is not None:
        new["date"] = entry.date
    run.client.add_inbound_hours(service_id, NewHoursEntry.model_validate(new, by_name=True))


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
        live = [as_entry(entry) for entry in run.client.read_inbound_hours(service_id)]
        if all(entry in live for entry in additions):
            return


def _unfinished(service_id: int, error: LiveVoxError) -> ProviderError:
    return ProviderError(
        f"the inbound hours of service {service_id} are not all as declared: {error.problem} "
        "Run `pulumi up` again once that is mended: it writes what is missing and nothing twice."
    )
