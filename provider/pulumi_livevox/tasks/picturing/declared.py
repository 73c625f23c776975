"""The hours that a stack declares, as its state has them or as a rollout would leave them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

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

    Dates before `today` (Eastern) are no change: nothing is written for them. Nor is a name.
    """
    ours = [each for each in steps if each.operation not in _PARTS_OF_A_REPLACEMENT]
    services = _Services(each for each in ours if each.type == SERVICE)
    hours = [each for each in ours if each.type == INBOUND_HOURS]
    with_hours = {id(service) for each in hours if (service := services.of(each))}
    lines = [_hours_line(each, services, today) for each in _rollouts(hours, services)]
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

    def identity_of(self, hours: Step) -> str | None:
        """Return what hours of one service have in common, None where that is not known yet."""
        service, given = self.of(hours), hours.inputs.get("service")
        if service is not None:
            return service.urn
        return given if isinstance(given, str) else None

    def keep(self, hours: Step) -> bool:
        """Tell whether hours that go from the state stay on the platform."""
        service = self._by_urn.get(hours.deleted_with or "")
        goes_along = service is not None and service.deletes and service.is_retained
        return hours.is_retained or goes_along


@dataclass(frozen=True)
class _Rollout:
    """What a rollout makes of the hours of one service."""

    hours: Step
    instead_of: Step | None = None
    """The resource of another name that had them, and goes."""

    @property
    def before(self) -> DeclaredHours | None:
        """What the state has, None where it has nothing."""
        inputs = (self.instead_of or self.hours).before
        return None if inputs is None else DeclaredHours.from_inputs(inputs)

    def after(self, services: _Services) -> DeclaredHours | None:
        """Return what there will be, None where nothing will.

        A section that is declared no more stays as it is, but goes with a resource that goes.
        """
        before, stays = self.before, services.keep(self.instead_of or self.hours)
        if self.hours.deletes:
            return before if stays else None
        declared = DeclaredHours.from_inputs(self.hours.inputs)
        if before is None or self.hours.replaces:
            return declared
        rest = before
        if self.instead_of and not stays:
            rest = DeclaredHours({}, {}).without({"week", "dates"} - {*before.sections})
        return replace(
            declared,
            week=rest.week if declared.week is None else declared.week,
            dates=rest.dates if declared.dates is None else declared.dates,
        )


def _rollouts(steps: Sequence[Step], services: _Services) -> list[_Rollout]:
    """Return what becomes of hours; those of one service that come and go are the same ones."""
    gone = {services.identity_of(each): each for each in steps if each.deletes}
    gone.pop(None, None)
    found = [
        _Rollout(each, gone.pop(services.identity_of(each), None) if each.creates else None)
        for each in steps
        if not each.deletes
    ]
    renamed = {each.instead_of.urn for each in found if each.instead_of}
    return found + [_Rollout(each) for each in steps if each.deletes and each.urn not in renamed]


def _hours_line(rollout: _Rollout, services: _Services, today: datetime.date) -> Line:
    """Return the line of hours, with what they were where a rollout changes them."""
    hours, before, after = rollout.hours, rollout.before, rollout.after(services)
    service, given = services.of(hours), hours.inputs.get("service")
    elsewhere = f"service {given}" if service is None and isinstance(given, str) else ""
    becomes = Timetable.of(after) if after else None
    line = Line(
        _named(hours, service),
        _label(hours, elsewhere or hours.name, rollout.instead_of, stays=after is not None),
        _group(service or hours),
        hours=becomes,
        without="" if after else "has no hours after the rollout",
    )
    if read_in := after or before:
        line = replace(line, time_zone=read_in.read_in)
    if before:
        was = _with_past_of(becomes, Timetable.of(before), today)
    elif becomes and becomes.knows_week and service and service.creates:
        was = replace(becomes, week=_CLOSED.week)
    else:
        was = _CLOSED if service and service.creates else _with_past_of(becomes, _NOT_KNOWN, today)
    is_same = becomes is not None and replace(was, names=becomes.names) == becomes
    return line if is_same else replace(line, before=was)


def _with_past_of(after: Timetable | None, before: Timetable, today: datetime.date) -> Timetable:
    """Return hours before a rollout, with the past dates of those after: none is written."""
    past = {date: spans for date, spans in after.dates.items() if date < today} if after else {}
    to_come = {date: spans for date, spans in before.dates.items() if date >= today}
    return replace(before, dates={**past, **to_come})


def _bare_line(service: Step) -> Line:
    name = _named(service, service)
    return Line(
        name,
        _label(service, service.name, stays=service.is_retained),
        _group(service),
        without="has no InboundHours in the stack",
    )


def _named(step: Step, service: Step | None) -> str:
    """Return the declared name of the service; where that is not known, the resource's."""
    name = None if service is None else service.inputs.get("name")
    return name if isinstance(name, str) and name else step.name


def _label(step: Step, what: str, instead_of: Step | None = None, *, stays: bool) -> str:
    """Return what tells a line from others of its name, and whether it comes or goes."""
    if instead_of:
        return f"{what}, until now {instead_of.name}"
    if step.deletes:
        does = ", leaves the program and stays as it is" if stays else ", deleted"
    else:
        does = ", created" if step.creates else ""
    return f"{what}{does}"


def _group(step: Step) -> str:
    location = step.outputs.get(LOCATION)
    place = location.get("call_center_id") if isinstance(location, Mapping) else None
    return "" if place is None else f"call center {int(place)}"
