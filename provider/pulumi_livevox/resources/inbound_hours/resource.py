"""The class that a program declares a service's inbound hours with."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import pulumi
from pulumi.dynamic import Resource

from pulumi_livevox.hours.notices import overlapping_days, unknown_days
from pulumi_livevox.hours.spans import SPANS, left_out
from pulumi_livevox.program import mocked, program
from pulumi_livevox.resources.inbound_hours.provider import InboundHoursProvider
from pulumi_livevox.resources.service.reference import Owner
from pulumi_livevox.resources.service.resource import Service
from pulumi_livevox.run.markers import MARKER
from pulumi_livevox.wire.enumerations import CallDirection

Spans = pulumi.Input[str] | Sequence[pulumi.Input[str]]
"""The spans of one day: "09:00-12:00, 13:00-15:00", or a list of such texts."""


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
            opts: the engine's options.

        Raises pulumi.RunError where the configuration is incomplete, where another resource
        of the program declares hours for the service, or where the program declares the service
        OUTBOUND. The engine's check refuses wrong values before anything is sent.
        """
        told = f"livevox.InboundHours '{resource_name}'"
        program.judge_options(told, opts, "leave it out; hours that stand become the declared ones")
        program.require(told, {"service": (service, "a livevox.Service, or the id of a service")})
        program.require_configuration()
        owner = Owner(service)

        def refuse_twins(service: str) -> None:
            program.declare(
                told,
                ("inbound hours", service),
                f"both declare the inbound hours of {owner.told(service)}: declare them as one",
            )

        service_id = owner.judged(refuse_twins)
        week, dates = program.plain(week), program.plain(dates)
        if isinstance(service, Service):
            _refuse_outbound(told, service, week, dates)
        properties: dict[str, Any] = {
            "service": service_id,
            "week": _without_none(told, "week", week),
            "dates": _without_none(told, "dates", dates),
            "time_zone": time_zone,
        }
        properties = mocked.checked(told, properties, _normalise, trusted=owner.made_up_by_mocks)
        options = owner.options(opts)
        marked = properties | {MARKER: program.identity(resource_name, options)}
        super().__init__(InboundHoursProvider(), resource_name, marked, options)
        if isinstance(week, Mapping):
            for warning in (*unknown_days(week), *overlapping_days(week)):
                pulumi.log.warn(warning, resource=self)


def _refuse_outbound(told: str, service: Service, week: Any, dates: Any) -> None:
    """Refuse hours of a service that is declared OUTBOUND; it may be declared to have none."""

    def judge(direction: Any, week: Any, dates: Any) -> None:
        if direction == CallDirection.OUTBOUND and (week or dates):
            raise pulumi.RunError(
                f"{told} declares hours of livevox.Service '{service.pulumi_resource_name}', "
                "which is declared OUTBOUND: only an INBOUND or BLENDED service has inbound hours"
            )

    program.when_known([service.declared_direction, week, dates], judge)


def _normalise() -> mocked.Normalise:
    from pulumi_livevox.resources.inbound_hours.inputs import normalise

    return normalise


def _without_none(told: str, section: str, days: Any) -> Any:
    """Refuse a day whose spans are None, which the engine would drop without a word.

    Days that are not known yet are judged when they are, before the engine hears of them.
    """
    if days is None:
        return None

    def judged(known: Any) -> Any:
        for day, spans in known.items() if isinstance(known, Mapping) else ():
            if spans is None or (isinstance(spans, list) and None in spans):
                raise pulumi.RunError(
                    f"{told}: {section}.{day} was None; it may be {SPANS}. {left_out(section)}"
                )
        return known

    if program.has_output(days):
        return pulumi.Output.from_input(days).apply(judged)
    return judged(days)
