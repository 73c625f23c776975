"""What changed on services between two looks at them, in the words of a program."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.hours.changes import changes
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.entries import undated
from pulumi_livevox.resources.service.sections import path_of
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.wire.phone import Phone


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
        differs = tuple(_changes(was, becomes)) if was and becomes else ()
        if differs or was is None or becomes is None:
            is_clear = service.name.strip() and names[service.name] == 1
            label = service.name if is_clear else f"{service.name} ({id})".strip()
            found.append(ServiceChange(label, was, becomes, differs))
    return tuple(found)


def _changes(before: WholeService, after: WholeService) -> Iterator[Change]:
    """Say what differs in what could be read both times."""
    old, new = before.properties(), after.properties()
    unread = {*before.unreadable, *after.unreadable}
    for section in [each for each in old if each not in unread]:
        yield from _differing(section, old[section], new[section])
        if section == "phone":
            yield from _numbers(before.phone, after.phone)
    if "hours" in unread:
        return
    hours = DeclaredHours.as_found(before.hours), DeclaredHours.as_found(after.hours)
    yield from changes(*hours, datetime.date.min)
    yield from _each("dates", *(map(" ".join, undated(each.hours)) for each in (before, after)))


def _differing(section: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        # What is null and what is not shown are both nothing.
        if old.get(name) != new.get(name):
            yield Change.of_value(path_of(section, name), old.get(name), new.get(name))


def _numbers(old: Phone, new: Phone) -> Iterator[Change]:
    yield from _each("phone_number", set(old.caller_id), set(new.caller_id))
    if old.default_caller_id != new.default_caller_id:
        yield Change.of_value("default", old.default_caller_id, new.default_caller_id)


def _each(path: str, before: Iterable[str], after: Iterable[str]) -> Iterator[Change]:
    """Say which of some things went and came, in whatever order they are listed."""
    old, new = Counter(before), Counter(after)
    yield from (Change.of_value(path, gone, None) for gone in sorted(old - new))
    yield from (Change.of_value(path, None, come) for come in sorted(new - old))
