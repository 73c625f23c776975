"""The hours that a stack declares, as its state has them or as a rollout would leave them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from pulumi_livevox.engine.properties import LOCATION
from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.pictures.picture import Line
from pulumi_livevox.hours.timetable import Timetable
from pulumi_livevox.tasks.stacks.steps import INBOUND_HOURS, SERVICE, Step

_PARTS_OF_A_REPLACEMENT = frozenset({"create-replacement", "delete-replaced"})
"""The steps beside that of the replacement itself, which has before and after."""

_CLOSED = Timetable(dict.fromkeys(WEEK, ()))
_NOT_KNOWN = replace(_CLOSED, knows_week=False)
"""What stands at a service whose hours the stack did not have."""


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
    hours = (each.inputs for each in steps if each.type == INBOUND_HOURS)
    meanings = [DeclaredHours.from_inputs(each).meaning for each in hours]
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
    given = hours.inputs.get("service")
    elsewhere = f"service {given}" if service is None and isinstance(given, str) else ""
    line = Line(
        _named(hours, service), _label(hours, elsewhere or hours.name), _group(service or hours)
    )
    before = None if hours.before is None else DeclaredHours.from_inputs(hours.before)
    after = None if hours.deletes else DeclaredHours.from_inputs(hours.inputs)
    line = replace(
        line,
        time_zone=read_in.read_in if (read_in := after or before) else line.time_zone,
        hours=Timetable.of(after) if after else None,
        without="" if after else "has no hours after the rollout",
    )
    if before and after and _is_same(before, after, today):
        return line
    if before:
        return replace(line, before=Timetable.of(before))
    return replace(line, before=_CLOSED if service and service.creates else _NOT_KNOWN)


def _bare_line(service: Step) -> Line:
    name = _named(service, service)
    return Line(
        name,
        _label(service, service.name),
        _group(service),
        without="has no InboundHours in the stack",
    )


def _named(step: Step, service: Step | None) -> str:
    """Return the declared name of the service; where that is not known, the resource's."""
    name = None if service is None else service.inputs.get("name")
    return name if isinstance(name, str) and name else step.name


def _label(step: Step, what: str) -> str:
    """Return what tells a line from others of its name, and whether it comes or goes."""
    does = ", created" if step.creates else ", deleted" if step.deletes else ""
    return f"{what}{does}"


def _group(step: Step) -> str:
    location = step.outputs.get(LOCATION)
    place = location.get("call_center_id") if isinstance(location, Mapping) else None
    return "" if place is None else f"call center {int(place)}"


def _is_same(one: DeclaredHours, other: DeclaredHours, on: datetime.date) -> bool:
    """Tell whether nothing of two declarations is to be seen that differs; no date before `on`."""
    names = [
        {date: name for date, name in each.meaning.names.items() if date >= on}
        if each.meaning
        else {}
        for each in (one, other)
    ]
    return one.is_same_as(other, on) and names[0] == names[1]
