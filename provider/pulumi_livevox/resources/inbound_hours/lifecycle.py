"""The life of a service's inbound hours: they are brought about, not added.

What is declared is compared with the platform's list; entries that stand stay, changed ones
are updated, missing ones added, and surplus ones removed last. So repeating is always safe.
"""

from __future__ import annotations

import contextlib
import datetime
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from pulumi_livevox.client import LiveVoxError, NotFound, OutcomeUnknown
from pulumi_livevox.resources.claims import Kind
from pulumi_livevox.resources.concurrency import write_at_once
from pulumi_livevox.resources.difference import Difference
from pulumi_livevox.resources.errors import PartlyWritten, ProviderError
from pulumi_livevox.resources.inbound_hours.eastern import (
    declared_in_eastern_time,
    from_eastern_time,
)
from pulumi_livevox.resources.inbound_hours.spans import Span, clock, parse_spans
from pulumi_livevox.resources.inbound_hours.zones import minutes_ahead, minutes_ahead_or_none
from pulumi_livevox.resources.platform import Location, Platform
from pulumi_livevox.resources.values import has_unknown
from pulumi_livevox.wire.enumerations import DayOfWeek
from pulumi_livevox.wire.inbound_hours import HoursEntry, HoursEntryUpdate, NewHoursEntry
from pulumi_livevox.wire.times import (
    EASTERN,
    date_from_wire,
    date_to_wire,
    time_from_wire,
    time_to_wire,
)

Declared = Mapping[str, Any]
"""Normalised inputs of inbound hours (see inputs.normalise)."""

ROUNDS: Final = 4
"""How often the list is compared anew in one operation when answers get lost."""


@dataclass(frozen=True, order=True)
class Entry:
    """One entry as the API keeps it: a day or a date, and times in its milliseconds."""

    day: str
    date: int | None
    start: int
    end: int


@dataclass(frozen=True)
class Plan:
    """The fewest writes that make the live list equal to the wanted entries."""

    updates: tuple[tuple[int, HoursEntryUpdate], ...]
    additions: tuple[Entry, ...]
    removals: tuple[int, ...]

    def __bool__(self) -> bool:
        """Tell whether there is anything to write."""
        return bool(self.updates or self.additions or self.removals)


def key(declared: Declared) -> str:
    """Return the id of the hours that are declared: their service's."""
    return str(declared["service"])


def create(platform: Platform, declared: Declared) -> tuple[str, Location]:
    """Bring the declared hours about, whatever stands there."""
    platform.claims.claim(Kind.INBOUND_HOURS, key(declared))
    location = platform.location_of(int(declared["service"]))
    _bring_about_or_say(platform, declared)
    return key(declared), location


def diff(platform: Platform, old: Declared, new: Declared, location: Location) -> Difference:
    """Compare a declaration with the state; hours of another service are other hours.

    Sends nothing.
    """
    if not has_unknown(new["service"]):
        platform.claims.claim(Kind.INBOUND_HOURS, key(new))
    platform.require_base_url(f"inbound hours of service {key(old)}", location)
    platform.learn(int(old["service"]), location)
    on = today()
    changed = comparable(old, on) != comparable(new, on)
    replaces = ("service",) if old["service"] != new["service"] else ()
    return Difference(changed, replaces)


def undeclared(old: Declared, new: Declared) -> list[str]:
    """Return the properties that were declared and are no longer."""
    return [name for name in ("week", "dates") if name in old and name not in new]


def read(platform: Platform, declared: Declared, location: Location) -> dict[str, Any] | None:
    """Return what is declared as it is live; None where the service is proven gone."""
    service_id = int(declared["service"])
    platform.require(f"inbound hours of service {service_id}", location)
    try:
        live = platform.client.read_inbound_hours(service_id, shared=True)
    except NotFound:
        platform.confirm_gone(service_id, location)
        return None
    return as_declared(declared, live, today())


def update(platform: Platform, old: Declared, new: Declared, location: Location) -> None:
    """Bring the newly declared hours about; send nothing where some are merely undeclared."""
    platform.require_base_url(f"inbound hours of service {key(new)}", location)
    before, after = comparable(old, today()), comparable(new, today())
    if after == {name: before[name] for name in before if name in after or name == "time_zone"}:
        return
    platform.require(f"inbound hours of service {key(new)}", location)
    _bring_about_or_say(platform, new)


def delete(platform: Platform, declared: Declared, location: Location) -> None:
    """Remove the managed part of the hours.

    Makes no call where another resource of the program declares the service's hours.
    """
    if platform.claims.is_claimed(Kind.INBOUND_HOURS, key(declared)):
        return
    platform.require(f"inbound hours of service {key(declared)}", location)
    try:
        _bring_about(platform, declared, [])
    except NotFound:
        platform.confirm_gone(int(declared["service"]), location)


def today() -> datetime.date:
    """Return today's date in Eastern time, in which the platform keeps dates."""
    return datetime.datetime.now(EASTERN).date()


def comparable(declared: Declared, on: datetime.date) -> dict[str, Any]:
    """Return what counts when two declarations are compared: the times that the platform keeps.

    Dates before `on` do not count, nor does the zone in which somebody writes the same times.
    """
    kept = declared_in_eastern_time(declared)
    if isinstance(kept.get("dates"), Mapping):
        kept["dates"] = {
            date: spans for date, spans in kept["dates"].items() if date >= on.isoformat()
        }
    return kept


def wanted(declared: Declared, on: datetime.date) -> list[Entry]:
    """Return the entries that are declared, but for dates before `on`."""
    ahead = minutes_ahead(declared.get("time_zone", EASTERN.key))
    entries = [
        _entry(day, None, span.earlier(ahead))
        for day, spans in declared.get("week", {}).items()
        for span in parse_spans(spans)
    ]
    for text, spans in declared.get("dates", {}).items():
        date = datetime.date.fromisoformat(text)
        if date >= on:
            entries += [
                _entry(DayOfWeek.SPECIFIC_DATE.value, date_to_wire(date), span.earlier(ahead))
                for span in parse_spans(spans)
            ]
    return entries


def managed(declared: Declared, live: Iterable[HoursEntry], on: datetime.date) -> list[HoursEntry]:
    """Return the live entries that the declaration speaks of."""

    def is_managed(entry: HoursEntry) -> bool:
        if entry.day_of_week != DayOfWeek.SPECIFIC_DATE:
            return "week" in declared
        date = _date(entry)
        return "dates" in declared and date is not None and date >= on

    return [entry for entry in live if is_managed(entry)]


def plan(wanted_entries: Iterable[Entry], live: Iterable[HoursEntry]) -> Plan:
    """Return the fewest writes that make the live entries equal to the wanted ones."""
    standing = {entry.id: _as_entry(entry) for entry in live}
    missing: list[Entry] = []
    for want in sorted(wanted_entries):
        stays = next((key for key, entry in standing.items() if entry == want), None)
        if stays is None:
            missing.append(want)
        else:
            del standing[stays]
    updates: list[tuple[int, HoursEntryUpdate]] = []
    # A shared start or end first: then one time alone is written.
    for shared in (1, 0):
        for want in list(missing):
            found = next((k for k, e in standing.items() if _likeness(e, want) >= shared), None)
            if found is not None:
                updates.append((found, _difference(standing.pop(found), want)))
                missing.remove(want)
    return Plan(tuple(updates), tuple(missing), tuple(standing))


def as_declared(
    declared: Declared, live: Iterable[HoursEntry], on: datetime.date
) -> dict[str, Any]:
    """Return the declaration with the managed part as it is live, dates before `on` kept."""
    ahead = minutes_ahead_or_none(declared.get("time_zone", EASTERN.key))
    shown: dict[str, dict[str, list[str]]] = {"week": {}, "dates": {}}
    for entry in sorted(managed(declared, live, on), key=lambda each: each.start_time):
        date = _date(entry)
        if date is not None:
            days, day = shown["dates"], date.isoformat()
        else:
            days, day = shown["week"], entry.day_of_week
        days.setdefault(day, []).append(_shown_span(entry, ahead))
    result = dict(declared)
    for section in ("week", "dates"):
        if section in declared:
            result[section] = {day: ", ".join(spans) for day, spans in shown[section].items()}
    if "dates" in declared:
        past = {d: s for d, s in declared["dates"].items() if d < on.isoformat()}
        result["dates"] |= past
    return result


def _bring_about_or_say(platform: Platform, declared: Declared) -> None:
    try:
        _bring_about(platform, declared, wanted(declared, today()))
    except NotFound as error:
        raise ProviderError(
            f"service {key(declared)} is not on the platform any more, so its inbound hours can't "
            f"be written: {error.problem} Run `pulumi refresh`, then `pulumi up`."
        ) from None


def _bring_about(platform: Platform, declared: Declared, entries: list[Entry]) -> None:
    """Make the managed part of the live list equal to `entries`.

    Raises NotFound where the service is not there.
    """
    service_id = int(declared["service"])
    lost: LiveVoxError | None = None
    for rounds_left in range(ROUNDS, -1, -1):
        live = platform.client.read_inbound_hours(service_id)
        writes = plan(entries, managed(declared, live, today()))
        if not writes:
            return
        if lost is not None and not rounds_left:
            raise _unfinished(service_id, lost)
        try:
            _carry_out(platform, service_id, writes)
        except LiveVoxError as error:
            if not _is_open(error):
                raise _unfinished(service_id, error) from None
            lost = error
        if lost is None:
            return
        # Before the list is compared anew: one that lags would have entries added once more.
        _await_additions(platform, service_id, writes.additions)


def _carry_out(platform: Platform, service_id: int, writes: Plan) -> None:
    client = platform.client
    first: dict[str, Callable[[], None]] = {}
    for hours_id, change in writes.updates:
        first[f"entry {hours_id}"] = partial(
            client.update_inbound_hours, service_id, hours_id, change
        )
    for number, entry in enumerate(writes.additions, 1):
        first[f"new entry {number} ({_told(entry)})"] = partial(_add, platform, service_id, entry)
    write_at_once(first)
    write_at_once(
        {
            f"removal of entry {hours_id}": partial(_remove, platform, service_id, hours_id)
            for hours_id in writes.removals
        }
    )


def _add(platform: Platform, service_id: int, entry: Entry) -> None:
    new = {"day_of_week": entry.day, "start_time": entry.start, "end_time": entry.end}
    if entry.date is not None:
        new["date"] = entry.date
    platform.client.add_inbound_hours(service_id, NewHoursEntry.model_validate(new, by_name=True))


def _remove(platform: Platform, service_id: int, hours_id: int) -> None:
    with contextlib.suppress(NotFound):
        platform.client.remove_inbound_hours(service_id, hours_id)


def _is_open(error: LiveVoxError) -> bool:
    """Tell whether the list may yet turn out to be as wanted."""
    if isinstance(error, PartlyWritten):
        return all(_is_open(each) for each in error.failed.values())
    return isinstance(error, OutcomeUnknown | NotFound)


def _await_additions(platform: Platform, service_id: int, additions: tuple[Entry, ...]) -> None:
    """Give a list that lags time to show entries that were added, or may have been."""
    for pause in platform.list_lag_seconds:
        time.sleep(pause)
        live = [_as_entry(entry) for entry in platform.client.read_inbound_hours(service_id)]
        if all(entry in live for entry in additions):
            return


def _unfinished(service_id: int, error: LiveVoxError) -> ProviderError:
    return ProviderError(
        f"the inbound hours of service {service_id} are not all as declared: {error.problem} "
        "Run `pulumi up` again once that is mended: it writes what is missing and nothing twice."
    )


def _entry(day: str, date: int | None, eastern: Span) -> Entry:
    return Entry(day, date, time_to_wire(clock(eastern.start)), time_to_wire(clock(eastern.end)))


def _as_entry(entry: HoursEntry) -> Entry:
    date = _date(entry)
    on = None if date is None else date_to_wire(date)
    return Entry(entry.day_of_week, on, entry.start_time, entry.end_time)


def _date(entry: HoursEntry) -> datetime.date | None:
    """Return the date that an entry is for; None for a weekly one, and where it is no date."""
    if entry.day_of_week != DayOfWeek.SPECIFIC_DATE or entry.date is None:
        return None
    try:
        return date_from_wire(entry.date)
    except (OverflowError, ValueError):
        return None


def _shown_time(milliseconds: int) -> str:
    """Return a time of the wire as a user would type it, or as it is where it is none."""
    try:
        return time_from_wire(milliseconds)
    except (OverflowError, ValueError):
        return f"{milliseconds} ms"


def _likeness(standing: Entry, want: Entry) -> int:
    """Return how many times two entries of one day share, -1 for entries of different days."""
    if (standing.day, standing.date) != (want.day, want.date):
        return -1
    return int(standing.start == want.start) + int(standing.end == want.end)


def _difference(standing: Entry, want: Entry) -> HoursEntryUpdate:
    times = {"start_time": want.start, "end_time": want.end}
    if standing.start == want.start:
        del times["start_time"]
    if standing.end == want.end:
        del times["end_time"]
    return HoursEntryUpdate.model_validate(times, by_name=True)


def _shown_span(entry: HoursEntry, ahead: int | None) -> str:
    """Return a live entry as a user would type it, in Eastern time where the zone can't say it."""
    eastern = f"{_shown_time(entry.start_time)}-{_shown_time(entry.end_time)}"
    return from_eastern_time(eastern, ahead)


def _told(entry: Entry) -> str:
    day = entry.day if entry.date is None else date_from_wire(entry.date).isoformat()
    return f"{day} {time_from_wire(entry.start)}-{time_from_wire(entry.end)}"
