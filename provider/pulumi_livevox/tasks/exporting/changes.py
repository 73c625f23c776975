"""What changed on services between two looks at them, in the words of a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.hours.entries import Entry, date_of, span_of
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.wire.deprecated import DEPRECATED_PAIRS
from pulumi_livevox.wire.inbound_hours import HoursEntry

_IDENTITY: Final = ("service_id", "name", "call_center_id")
"""What the sections repeat of the general properties."""


@dataclass(frozen=True)
class ServiceChange:
    """A service that is new (`before` is None), gone (`after` is None), or differs."""

    label: str
    """What it was called; with its id where another service has that name too."""
    before: WholeService | None
    after: WholeService | None
    changes: tuple[Change, ...] = ()

    def lines(self) -> list[str]:
        """Say it: a line for each value, `Main Line: settings.voice_id 1 => 2`."""
        if self.before is None:
            return [f"{self.label}: new"]
        if self.after is None:
            return [f"{self.label}: gone"]
        return [f"{self.label}: {change}" for change in self.changes]


def changed(
    before: Sequence[WholeService], after: Sequence[WholeService]
) -> tuple[ServiceChange, ...]:
    """Return the services that differ between two looks: by id."""
    old = {service.id: service for service in before}
    new = {service.id: service for service in after}
    names = Counter(service.name for service in {**new, **old}.values())
    found = []
    for id, service in sorted({**new, **old}.items()):
        was, becomes = old.get(id), new.get(id)
        changes = tuple(_changes(was, becomes)) if was and becomes else ()
        if changes or was is None or becomes is None:
            is_clear = service.name.strip() and names[service.name] == 1
            label = service.name if is_clear else f"{service.name} ({id})".strip()
            found.append(ServiceChange(label, was, becomes, changes))
    return tuple(found)


def _changes(before: WholeService, after: WholeService) -> Iterator[Change]:
    for prefix, old, new in (
        ("", before.general.shown(), after.general.shown()),
        ("phone.", _phone(before), _phone(after)),
        ("settings.", _settings(before), _settings(after)),
        ("messaging.", _messages(before), _messages(after)),
        ("week.", _week(before), _week(after)),
        ("dates.", _dates(before), _dates(after)),
    ):
        yield from _differing(prefix, old, new)
        if prefix == "phone.":
            yield from _numbers(before.phone.caller_id, after.phone.caller_id)


def _differing(prefix: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        # What is null and what is not shown are both nothing.
        if old.get(name) != new.get(name):
            yield Change(f"{prefix}{name}", old.get(name), new.get(name))


def _phone(service: WholeService) -> dict[str, Any]:
    shown = service.phone.shown()
    return {name: shown[name] for name in shown if name not in (*_IDENTITY, "caller_id")}


def _settings(service: WholeService) -> dict[str, Any]:
    shown = service.settings.shown()
    # Of an old and a new name of one setting the new one says it.
    said_twice = {old for old, current in DEPRECATED_PAIRS if current in shown}
    return {name: shown[name] for name in shown if name not in {*_IDENTITY, *said_twice}}


def _messages(service: WholeService) -> dict[str, Any]:
    return {item.key: item.value for item in service.messaging.property}


def _numbers(before: Iterable[str], after: Iterable[str]) -> Iterator[Change]:
    """Say which caller IDs went and came: they are a set."""
    old, new = dict.fromkeys(before), dict.fromkeys(after)
    yield from (Change("caller_id", number, None) for number in old if number not in new)
    yield from (Change("caller_id", None, number) for number in new if number not in old)


def _week(service: WholeService) -> dict[str, str]:
    return _spans((entry, str(entry.day_of_week)) for entry in service.hours if not _on(entry))


def _dates(service: WholeService) -> dict[str, str]:
    return _spans((entry, on) for entry in service.hours if (on := _on(entry)))


def _on(entry: HoursEntry) -> str | None:
    """Return the date of an entry, None for one of the week."""
    date = date_of(entry)
    return None if date is None else date.isoformat()


def _spans(entries: Iterable[tuple[HoursEntry, str]]) -> dict[str, str]:
    """Return the spans of each day as a program has them, in their order."""
    days: dict[str, list[HoursEntry]] = {}
    for entry, day in entries:
        days.setdefault(day, []).append(entry)
    return {
        day: ", ".join(str(span_of(each)) for each in sorted(spans, key=Entry.of_live))
        for day, spans in days.items()
    }
