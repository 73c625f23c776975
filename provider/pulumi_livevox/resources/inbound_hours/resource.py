"""The class that a program declares a service's inbound hours with."""

import datetime
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import pulumi
from pulumi.dynamic import Resource

from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.hours.business.business_hours import BusinessHours
from pulumi_livevox.hours.meaning import MEANING, UNSAID
from pulumi_livevox.hours.notices import overlapping_days, unknown_days
from pulumi_livevox.hours.spans import SPANS, left_out
from pulumi_livevox.program import business_hours, constructing, takeovers
from pulumi_livevox.program.awaiting import is_secret
from pulumi_livevox.program.outputs import typed_outputs
from pulumi_livevox.program.siblings import declare
from pulumi_livevox.program.takeovers import Candidate
from pulumi_livevox.program.values import has_output, plain, when_known
from pulumi_livevox.resources.inbound_hours.provider import InboundHoursProvider
from pulumi_livevox.resources.service.reference import ServiceReference
from pulumi_livevox.resources.service.resource import Service
from pulumi_livevox.run.target import Kind
from pulumi_livevox.wire.enumerations import CallDirection

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

Spans = pulumi.Input[str] | Sequence[pulumi.Input[str]]
"""The spans of one day: "09:00-12:00, 13:00-15:00", or a list of such texts."""


@typed_outputs
class InboundHours(Resource, module="livevox", name="InboundHours"):
    """The opening hours of one service, whole.

    What is declared is exclusive: with `week` given, the week on the platform becomes just
    that; left out, weekly entries are not managed; `dates` likewise. Dates before today are
    neither written nor removed. The resource's id is the service's id.

    Stands for Read, Add, Update and Remove Inbound Hours.
    """

    service: pulumi.Output[str]
    week: pulumi.Output[dict[str, str] | None]
    dates: pulumi.Output[dict[str, str] | None]
    time_zone: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        service: Service | pulumi.Input[int | str],
        week: pulumi.Input[Mapping[str, Spans]] | None = None,
        dates: pulumi.Input[Mapping[str | datetime.date, Spans]] | None = None,
        time_zone: pulumi.Input[str] | None = None,
        hours: BusinessHours | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare the inbound hours of a service that is INBOUND or BLENDED.

        Args:
            resource_name: name of the resource in the program.
            service: a Service of the program (the hours go with it when it is deleted), the
                id of a service, or an output of one.
            week: spans by day: WEEKDAY, WEEKEND, MONDAY ... SUNDAY. {} says that there are no
                weekly hours. A closed day is left out.
            dates: spans by date, "2026-12-25" or a datetime.date, such as holidays. A date that
                is left out has its weekly hours.
            time_zone: name of the zone of all times, default Eastern; one that is as far from
                Eastern all year round, such as America/Chicago.
            hours: a livevox.BusinessHours instead of week, dates and time_zone: nights,
                holidays, any zone. What is declared of it is in Eastern time, as of today.
            opts: the engine's options.

        Raises pulumi.RunError where the configuration is incomplete, where another resource
        of the program declares hours for the service, where the program declares the service
        OUTBOUND, or where `hours` have a closed date and no `closed_as`. The engine's check
        refuses wrong values before anything is sent.
        """
        named = constructing.begin(
            "InboundHours",
            resource_name,
            opts,
            required={"service": (service, "a livevox.Service, or the id of a service")},
            instead_of_import="leave it out; hours that stand become the declared ones",
        )
        reference = ServiceReference(service)
        service_id = reference.id_unless_refused(partial(_refuse_twins, named, reference))
        typed: dict[str, Any] = {"week": week, "dates": dates, "time_zone": time_zone}
        laid = business_hours.laid_today(named, hours, instead_of=typed)
        if laid is not None:
            typed |= business_hours.declared(laid)
        typed = plain(typed)
        week, dates = typed["week"], typed["dates"]
        if isinstance(service, Service):
            _refuse_outbound(named, service, week, dates)
        properties: dict[str, Any] = {
            "service": service_id,
            "week": _without_none(named, "week", week),
            "dates": _without_none(named, "dates", dates),
            "time_zone": typed["time_zone"],
        }
        provider = InboundHoursProvider()
        inputs, opts = reference.inputs(
            "InboundHours", resource_name, properties, lambda: provider.answers().judge, opts
        )
        if laid is not None:
            inputs[MEANING] = laid.meaning.to_inputs()
        times = [properties[name] for name in ("week", "dates", "time_zone")]
        if has_output(times):
            inputs[UNSAID] = is_secret(times)
        super().__init__(provider, resource_name, inputs, opts)
        if hours is not None and laid is not None:
            business_hours.tell(self, hours, laid)
        takeovers.note(Candidate(self, self.id, reference.id, inputs, _compared))
        stands = isinstance(service, Service) and service.takes_over
        if isinstance(week, Mapping) and not stands:
            for warning in (*unknown_days(week), *overlapping_days(week)):
                pulumi.log.warn(warning, resource=self)


def _compared(client: "LiveVoxClient", typed: Mapping[str, Any]) -> list[Change]:
    """Return what an update would change of the hours that stand."""
    from pulumi_livevox.resources.inbound_hours.taking_over import changes_of_hours

    return changes_of_hours(client, typed)


def _refuse_twins(named: str, reference: ServiceReference, service: str) -> None:
    declare(
        named,
        (Kind.INBOUND_HOURS, service),
        f"both declare the inbound hours of {reference.named(service)}: declare them as one",
    )


def _refuse_outbound(named: str, service: Service, week: Any, dates: Any) -> None:
    """Refuse hours of a service that is declared OUTBOUND; it may be declared to have none."""

    def refuse(direction: Any, week: Any, dates: Any) -> None:
        if direction == CallDirection.OUTBOUND and (week or dates):
            raise pulumi.RunError(
                f"{named} declares hours of livevox.Service '{service.pulumi_resource_name}', "
                "which is declared OUTBOUND: only an INBOUND or BLENDED service has inbound hours"
            )

    when_known([service.declared_direction, week, dates], refuse)


def _without_none(named: str, section: str, days: Any) -> Any:
    """Refuse a day whose spans are None, which the engine would drop without a word.

    Days that are not known yet are judged when they are, before the engine hears of them.
    """
    if days is None:
        return None

    def let_pass(known: Any) -> Any:
        for day, spans in known.items() if isinstance(known, Mapping) else ():
            if spans is None or (isinstance(spans, list) and None in spans):
                raise pulumi.RunError(
                    f"{named}: {section}.{day} was None; it may be {SPANS}. {left_out(section)}"
                )
        return known

    if has_output(days):
        return pulumi.Output.from_input(days).apply(let_pass)
    return let_pass(days)
