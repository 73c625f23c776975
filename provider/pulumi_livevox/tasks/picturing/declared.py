"""The hours that a stack declares, as its state has them or as a rollout would leave them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pulumi_livevox.engine.properties import LOCATION
from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.meaning import MEANING, Meaning
from pulumi_livevox.hours.pictures.picture import Line
from pulumi_livevox.hours.timetable import Timetable
from pulumi_livevox.hours.zones import zone_named
from pulumi_livevox.tasks.stacks.steps import INBOUND_HOURS, SERVICE, Step
from pulumi_livevox.wire.times import EASTERN

_PARTS_OF_A_REPLACEMENT = frozenset({"create-replacement", "delete-replaced"})
"""The steps beside that of the replacement itself, which has before and after."""

_CLOSED = Timetable(dict.fromkeys(WEEK, ()))


def declared_lines(steps: Iterable[Step], today: datetime.date) -> list[Line]:
    """Return a line for each service, and for hours of services that the stack does not have.

    Dates before `today` (Eastern) are no change: nothing is written for them.
    """
    ours = [each for each in steps if each.operation not in _PARTS_OF_A_REPLACEMENT]
    services = _Services(each for each in ours if each.type == SERVICE)
    hours = [each for each in ours if each.type == INBOUND_HOURS]
    with_hours = {id(service) for each in hours if (service := services.of(each))}
    lines = [_hours_line(each, services.of(each), today) for each in hours]
    lines += [_bare_line(each) for each in services if id(each) not in with_hours]
    return sorted(lines, key=lambda line: (line.group, line.name, line.label))


def next_rollout(steps: Iterable[Step]) -> datetime.date | None:
    """Return the first Eastern day on which some week is right no more until it is rolled out.

    None where each stays right.
    """
    meanings = (_meaning(each.inputs) for each in steps if each.type == INBOUND_HOURS)
    ends = [each.right_until for each in meanings if each and each.right_until]
    return min(ends) + datetime.timedelta(days=1) if ends else None


class _Services:
    """The services of a stack, by what hours know of theirs."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._steps = list(steps)
        self._by_urn = {each.urn: each for each in self._steps}
        self._by_id = {each.id: each for each in self._steps if each.id is not None}

    def __iter__(self) -> Iterator[Step]:
        return iter(self._steps)

    def of(self, hours: Step) -> Step | None:
        """Return the service of some hours, None where the stack does not have it."""
        urns = (hours.parent or "", *hours.depends_on.get("service", ()))
        named = [self._by_urn[urn] for urn in urns if urn in self._by_urn]
        return named[0] if named else self._by_id.get(str(hours.inputs.get("service")))


def _hours_line(hours: Step, service: Step | None, today: datetime.date) -> Line:
    """Return the line of hours, with what they were where a rollout changes them."""
    name, label = _named(hours, service), _label(hours)
    if service is None:
        label = f"{label} of service {hours.inputs.get('service')}"
    line = Line(name, label, _group(service or hours))
    before = None if hours.before is None else _Hours.of(hours.before)
    after = None if hours.deletes else _Hours.of(hours.inputs)
    read_in = after or before
    line = replace(
        line,
        time_zone=read_in.time_zone if read_in else line.time_zone,
        hours=after.timetable if after else _CLOSED,
    )
    if before and after and before.is_same_as(after, today):
        return line
    return replace(line, before=before.timetable if before else _CLOSED)


def _bare_line(service: Step) -> Line:
    name = _named(service, service)
    return Line(name, _label(service), _group(service), without="has no InboundHours in the stack")


def _named(step: Step, service: Step | None) -> str:
    """Return the declared name of the service; where that is not known, the resource's."""
    name = None if service is None else service.inputs.get("name")
    return name if isinstance(name, str) and name else step.name


def _label(step: Step) -> str:
    does = "created" if step.creates else "deleted" if step.deletes else ""
    return f"{step.name} ({does})" if does else step.name


def _group(step: Step) -> str:
    location = step.outputs.get(LOCATION)
    place = location.get("call_center_id") if isinstance(location, Mapping) else None
    return "" if place is None else f"call center {int(place)}"


@dataclass(frozen=True)
class _Hours:
    """Hours as inputs declare them, and what is meant by them."""

    declared: DeclaredHours
    timetable: Timetable
    time_zone: str
    """The zone in which people read them."""

    @classmethod
    def of(cls, inputs: Mapping[str, Any]) -> _Hours:
        declared, meaning = DeclaredHours.from_inputs(inputs), _meaning(inputs)
        zone = declared.time_zone if meaning is None else meaning.time_zone
        names = None if meaning is None else meaning.names
        return cls(declared, Timetable.of(declared, names), _existing(zone))

    def is_same_as(self, other: _Hours, on: datetime.date) -> bool:
        """Tell whether nothing of them is to be seen that differs; dates before `on` are not."""
        names = [
            {date: name for date, name in each.timetable.names.items() if date >= on}
            for each in (self, other)
        ]
        return self.declared.is_same_as(other.declared, on) and names[0] == names[1]


def _existing(zone: Any) -> str:
    """Return a zone that this machine has, Eastern for any other."""
    try:
        return zone_named(zone).key if isinstance(zone, str) else EASTERN.key
    except ValueError:
        return EASTERN.key


def _meaning(inputs: Mapping[str, Any]) -> Meaning | None:
    return Meaning.from_inputs(inputs.get(MEANING))
