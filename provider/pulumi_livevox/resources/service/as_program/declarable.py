"""All that a program can declare of a service as it stands, and what it can't."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.service.as_program.held_nothing import held_nothing, is_nothing
from pulumi_livevox.resources.service.as_program.hours import hours_of
from pulumi_livevox.resources.service.as_program.left_out import UNREAD, LeftOut, Trouble
from pulumi_livevox.resources.service.as_program.numbers import numbers_of
from pulumi_livevox.resources.service.as_program.properties import properties_of
from pulumi_livevox.resources.service.sections import path_of
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.wire.enumerations import CallDirection


@dataclass(frozen=True)
class Declarable:
    """What a program declares of one service, its numbers and its hours."""

    service: WholeService
    sections: Mapping[str, Mapping[str, Any]]
    """Values by section: general, phone, settings, messaging."""
    inherit_caller_ids: bool | None
    """False where a copy is to lose the numbers of its template."""
    numbers: tuple[str, ...]
    default: str | None
    """The default one of the numbers."""
    week: Mapping[str, str] | None
    """Spans by day, None where they are not declared."""
    dates: Mapping[str, str] | None
    left_out: tuple[LeftOut, ...]
    held_nothing: Mapping[str, tuple[str, ...]]
    """Names by section of what can't be emptied again, where the program is to bring it back."""

    @property
    def is_whole_left_out(self) -> bool:
        """Tell whether not even its name can be declared."""
        return "name" not in self.sections["general"]

    @property
    def has_children(self) -> bool:
        """Tell whether other resources of the program belong to it."""
        return bool(self.numbers) or self.week is not None or self.dates is not None

    @property
    def has_outbound_hours(self) -> bool:
        """Tell whether it has hours that a program may not declare of an OUTBOUND Service."""
        direction = self.sections["general"].get("call_direction")
        return direction == CallDirection.OUTBOUND and bool(self.week or self.dates)


def declarable(
    service: WholeService,
    template: WholeService | None = None,
    *,
    beside: Collection[int] = (),
    settings: bool = True,
    brings_back: bool = False,
) -> Declarable:
    """Return what can be declared of a service; dates before today (Eastern) are left alone.

    Args:
        service: the service as it stands.
        template: the service that it is going to be a copy of: what a copy has is not declared.
        beside: ids of the services that the program declares: a link to one is declared, whatever
            a copy has, as elsewhere the service has another id.
        settings: whether settings and messages are declared.
        brings_back: whether all that is written to the service later is to be undone: hours that
            are none and those of an OUTBOUND service are declared, and so is a null where the API
            takes one; what else holds nothing is named.
    """
    day = today()
    properties = properties_of(
        service, template, beside=beside, settings=settings, brings_back=brings_back
    )
    numbers = numbers_of(service.phone)
    unread = _unread(service, settings=settings)
    direction = None if brings_back else service.general.call_direction
    hours = hours_of(service.hours, direction, day)
    copied = frozenset() if template is None else hours_of(template.hours, None, day).standing
    is_read = "hours" not in service.unreadable
    none = {name: is_read and (brings_back or name in copied) for name in ("week", "dates")}
    nothing = held_nothing(service, properties.sections) if brings_back else {}
    told = {path_of(section, name) for section, names in nothing.items() for name in names}
    troubles = [
        each
        for each in (*unread, *properties.troubles, *numbers.troubles, *hours.troubles)
        if each.path not in told or not is_nothing(each.value)
    ]
    if "name" not in properties.sections["general"]:
        troubles = [each for each in troubles if each.path == "name"]
    return Declarable(
        service,
        properties.sections,
        None if template is None else _inherits(service, template),
        numbers.numbers,
        numbers.default,
        _section(hours.week, none["week"] and "week" not in hours.standing),
        _section(hours.dates, none["dates"] and "dates" not in hours.standing),
        tuple(each.of(service.id, service.name) for each in troubles),
        nothing,
    )


def _unread(service: WholeService, *, settings: bool) -> list[Trouble]:
    """Return the sections of which nothing is known, as far as they would be declared."""
    told = {"phone": "phone (with the caller IDs)", "hours": "inbound hours"}
    return [
        Trouble(told.get(section, section), UNREAD, reason)
        for section, reason in service.unreadable.items()
        if settings or section in told
    ]


def _inherits(service: WholeService, template: WholeService) -> bool | None:
    """Return False where a copy has a number, or a default one, that the service lacks."""
    if "phone" in service.unreadable:
        return None
    has_more = set(template.phone.caller_id) - set(service.phone.caller_id)
    has_default = template.phone.default_caller_id and not service.phone.default_caller_id
    return False if has_more or has_default else None


def _section(days: Mapping[str, str] | None, is_none: bool) -> Mapping[str, str] | None:
    return {} if is_none else days
