"""The lookup of a service's inbound hours in programs, as a program would declare them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pulumi

from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.entries import odd
from pulumi_livevox.program.account import Reading
from pulumi_livevox.program.lookups import Arguments, Lookup, Result
from pulumi_livevox.resources.inbound_hours.inputs import judge
from pulumi_livevox.resources.service.asking import requires
from pulumi_livevox.wire.inbound_hours import HoursEntry


@dataclass(frozen=True)
class GetInboundHoursResult(Result):
    """The inbound hours of a service, in Eastern time (Read Service Inbound Hours)."""

    week: dict[str, str]
    """Spans by day, as `livevox.InboundHours` takes them: {"WEEKDAY": "07:00-20:59"}."""
    dates: dict[str, str]
    """Spans by date, those that have passed too: {"2026-12-25": "10:00-12:00"}."""
    not_declarable: tuple[str, ...] = ()
    """A sentence for each day or date that no program can declare: spans that overlap, pass
    midnight, or have seconds. In `week` and `dates` it stands as the platform has it, and a
    resource that is given it is refused in these words. An entry of a date that is none, of a day
    with a date, or of an instant that is no Eastern midnight is told here alone."""


def found_in(service_id: int, live: Sequence[HoursEntry]) -> GetInboundHoursResult:
    """Return a service's live hours as a program would declare them."""
    hours = DeclaredHours.as_found(live).to_inputs()
    problems = judge({"service": service_id, **hours}, None).problems
    told = (*map(str, problems), *odd(live))
    return GetInboundHoursResult(hours["week"], hours["dates"], told)


def _ask(reading: Reading, arguments: Arguments) -> GetInboundHoursResult:
    service_id = arguments["service_id"]
    return found_in(service_id, reading.client.read_inbound_hours(service_id, shared=True))


_INBOUND_HOURS: Final = Lookup(
    "get_inbound_hours", requires("service_id"), _ask, GetInboundHoursResult
)


def get_inbound_hours(service_id: int | str) -> GetInboundHoursResult:
    """Look up when a service takes calls (Read Service Inbound Hours)."""
    return _INBOUND_HOURS.now(service_id=service_id)


def get_inbound_hours_output(
    service_id: pulumi.Input[int | str],
) -> pulumi.Output[GetInboundHoursResult]:
    """Look up when a service takes calls: `get_inbound_hours` of an output."""
    return _INBOUND_HOURS.later(service_id=service_id)
