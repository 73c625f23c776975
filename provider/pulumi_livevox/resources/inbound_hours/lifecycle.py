"""The life of a service's inbound hours: they are brought about, not added.

What is declared is compared with the platform's list; entries that stand stay, changed ones
are updated, missing ones added, and surplus ones removed last. So repeating is always safe.
"""

from __future__ import annotations

import contextlib
import datetime
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from pulumi_livevox.client import LiveVoxError, NotFound, OutcomeUnknown
from pulumi_livevox.declaring.values import Unknown
from pulumi_livevox.hours.changes import changes
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.entries import Entry, Plan, plan
from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.inbound_hours.declaration import DeclaredInboundHours
from pulumi_livevox.resources.service.saving import save_what_stands
from pulumi_livevox.run.at_once import write_at_once
from pulumi_livevox.run.difference import Difference, still_standing
from pulumi_livevox.run.doubts import left_undeclared, sentence
from pulumi_livevox.run.errors import PartlyWritten, ProviderError, not_written
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.state import Standing
from pulumi_livevox.run.target import Target
from pulumi_livevox.run.writes import Operation

_Before = Callable[[Plan], None] | None

_ROUNDS: Final = 4
"""How often the list is compared anew in one operation when answers get lost."""


def claim(
    run: Run, declared: DeclaredInboundHours, identity: str, *, stands: bool = False
) -> list[str]:
    """Note that the program of this run declares the week or dates of a service, once known.

    There is nothing that may not be declared: returns no sentence.
    """
    if not isinstance(declared.service_id, Unknown):
        for section in declared.hours.sections:
            run.claims.claim(replace(declared.target, part=section), identity)
    return []


def create(
    run: Run, declared: DeclaredInboundHours, identity: str
) -> Standing[DeclaredInboundHours]:
    """Bring the declared hours about, whatever stands there."""
    claim(run, declared, identity)
    target, sections = declared.target, declared.hours.sections
    location = run.location_of(target.service_id)
    hours = Standing(target, declared, location, identity)
    before = run.writes.unsettled(target, hours)
    if before is not None and left_undeclared(before, sections):
        run.warn(sentence(before, sections))
    token = run.writes.begin(Operation.CREATE, hours, target, paths=sections)
    saving = None if run.is_copy(target.service_id) else _saving(run, hours)
    _bring_about_or_say(run, declared, today(), saving)
    return replace(hours, write=token)


def diff(run: Run, hours: Standing[DeclaredInboundHours], new: DeclaredInboundHours) -> Difference:
    """Compare a declaration with the state; hours of another service are other hours.

    Sends nothing.
    """
    old, target, on = hours.declared, hours.target, today()
    run.require_base_url(str(target), hours.location)
    run.learn(target.service_id, hours.location)
    replaces = ("service",) if old.service_id != new.service_id else ()
    changed = bool(replaces) or not new.hours.is_same_as(old.hours, on)
    sections = new.hours.sections
    told = still_standing(target, [each for each in old.hours.sections if each not in sections])
    told += [
        f"{target}: {section} is declared newly: what stands there becomes what is declared, and "
        "the service is saved before it is written over"
        for section in _newly_declared(hours, new)
    ]
    meant_anew = not replaces and not new.hours.means_same_as(old.hours, on)
    if changed and not replaces:
        told += _told(target, _in_words(run, hours, new, on))
    elif meant_anew:
        told.append(f"{target}: no entry changes; what is meant by them is recorded anew")
    unsettled = None if replaces else run.writes.unsettled(target, hours)
    if unsettled is not None:
        told += run.doubts.sentences(unsettled, sections)
    return Difference(changed or meant_anew or unsettled is not None, replaces, tuple(told))


def read(run: Run, hours: Standing[DeclaredInboundHours]) -> DeclaredInboundHours | None:
    """Return what is declared as it is live; None where the service is proven gone."""
    target = hours.target
    run.require(str(target), hours.location)
    try:
        live = run.client.read_inbound_hours(target.service_id, shared=True)
    except NotFound:
        run.forget_gone(target.service_id, hours.location)
        return None
    return replace(hours.declared, hours=hours.declared.hours.as_live(live, today()))


def update(
    run: Run, hours: Standing[DeclaredInboundHours], new: DeclaredInboundHours
) -> Standing[DeclaredInboundHours]:
    """Bring the newly declared hours about; send nothing where some are merely undeclared.

    Where an earlier write broke off they are compared with the list in any case.
    """
    target, on = new.target, today()
    run.require_base_url(str(target), hours.location)
    alike = new.hours.is_part_of(hours.declared.hours, on)
    if alike and run.writes.unsettled(target, hours) is None:
        return replace(hours, declared=new)
    run.require(str(target), hours.location)
    words = _in_words(run, hours, new, on)
    token = run.writes.begin(Operation.UPDATE, hours, target, paths=new.hours.sections, words=words)
    _bring_about_or_say(run, new, on, _saving(run, hours) if _newly_declared(hours, new) else None)
    return replace(hours, declared=new, write=token)


def delete(run: Run, hours: Standing[DeclaredInboundHours]) -> None:
    """Remove the managed part of the hours.

    Makes no call, and says so, for a week or dates that the program declares.
    """
    declared, target = hours.declared.hours, hours.target
    kept = [
        section
        for section in declared.sections
        if run.claims.is_claimed(replace(target, part=section))
    ]
    if kept:
        run.warn(
            f"{target}: {' and '.join(kept)} stay as they are, as a resource of the program "
            "declares them; the one that is deleted leaves the state"
        )
    left = declared.without(kept)
    if not left.sections:
        return
    run.require(str(target), hours.location)
    token = run.writes.begin(Operation.DELETE, hours, target)
    try:
        _bring_about(run, target.service_id, left, [], today())
    except NotFound:
        run.confirm_gone(target.service_id, hours.location)
    run.writes.note_returned(token)


def _in_words(
    run: Run, hours: Standing[DeclaredInboundHours], new: DeclaredInboundHours, on: datetime.date
) -> list[str]:
    """Say what an update changes of the hours in the state, as far as both declare it.

    Nothing is said of what the program of this run does not declare: a refresh asks as well, before
    there is a program, and so does a deletion.
    """
    both = [
        section
        for section in new.hours.sections
        if section in hours.declared.hours.sections
        and run.claims.is_claimed(replace(new.target, part=section))
    ]
    was, becomes = (
        each.without({*each.sections} - {*both}) for each in (hours.declared.hours, new.hours)
    )
    said = [str(change) for change in changes(was, becomes, on)]
    return ["what changes is secret"] if said and (was.is_secret or becomes.is_secret) else said


def _told(target: Target, words: list[str]) -> list[str]:
    """Return what is said of changes as one message, a line each; none of nothing."""
    return ["\n    ".join([f"{target}: {words[0]}", *words[1:]])] if words else []


def _newly_declared(hours: Standing[DeclaredInboundHours], new: DeclaredInboundHours) -> list[str]:
    """Return the sections that are declared and were not: what stands there is not known."""
    return [each for each in new.hours.sections if each not in hours.declared.hours.sections]


def _saving(run: Run, hours: Standing[DeclaredInboundHours]) -> Callable[[Plan], None]:
    """Return what saves the service before something that stands there is written over."""

    def save(writes: Plan) -> None:
        if writes.updates or writes.removals:
            save_what_stands(run, hours.target.service_id, hours.identity)

    return save


def _bring_about_or_say(
    run: Run, declared: DeclaredInboundHours, on: datetime.date, before: _Before = None
) -> None:
    service_id, hours = declared.target.service_id, declared.hours
    try:
        _bring_about(run, service_id, hours, hours.wanted(on), on, before)
    except NotFound as error:
        raise not_written(service_id, "inbound hours", error) from None


def _bring_about(
    run: Run,
    service_id: int,
    hours: DeclaredHours,
    entries: list[Entry],
    on: datetime.date,
    before: _Before = None,
) -> None:
    """Make what the hours manage of the live list, on a day, equal to `entries`.

    `before` is called with what is about to be written. Raises NotFound where the service is not
    there.
    """
    lost: LiveVoxError | None = None
    for rounds_left in range(_ROUNDS, -1, -1):
        live = run.client.read_inbound_hours(service_id)
        writes = plan(entries, hours.managed(live, on))
        if not writes:
            return
        if lost is not None and not rounds_left:
            raise _unfinished(service_id, lost)
        if before is not None:
            before(writes)
        try:
            _carry_out(run, service_id, writes, {each.id: Entry.of_live(each) for each in live})
        except LiveVoxError as error:
            if not _is_open(error):
                raise _unfinished(service_id, error) from None
            lost = error
        if lost is None:
            return
        # Before the list is compared anew: one that lags would have entries added once more.
        _await_additions(run, service_id, writes.additions)


def _carry_out(run: Run, service_id: int, writes: Plan, standing: Mapping[int, Entry]) -> None:
    """Write what is planned; `standing` has the entries that stand, as messages name them."""
    client = run.client
    first: dict[str, Callable[[], None]] = {}
    for hours_id, change in writes.updates:
        first[f"entry {hours_id} ({standing[hours_id]})"] = partial(
            client.update_inbound_hours, service_id, hours_id, change
        )
    for number, entry in enumerate(writes.additions, 1):
        first[f"new entry {number} ({entry})"] = partial(_add, run, service_id, entry)
    write_at_once(first)
    write_at_once(
        {
            f"removal of entry {hours_id} ({standing[hours_id]})": partial(
                _remove, run, service_id, hours_id
            )
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
