"""The engine's questions about inbound hours, each answered by the life cycle."""

from __future__ import annotations

from typing import Any

from pulumi.dynamic import CheckResult

from pulumi_livevox.resources.child import ChildProvider, Inputs, Lifecycle
from pulumi_livevox.resources.engine import as_one_message, from_engine
from pulumi_livevox.resources.notices import warn
from pulumi_livevox.resources.values import UNKNOWN


class InboundHoursProvider(ChildProvider):
    """Answers for `pulumi-python:dynamic/livevox:InboundHours`.

    Create and update are Read, Add, Update and Remove Inbound Hours; read is Read Inbound Hours,
    delete is Remove Inbound Hours for the managed part. Hours of another service are other hours.
    """

    told = "hours of service"

    @as_one_message
    def check(self, _olds: dict[str, Any], news: dict[str, Any]) -> CheckResult:
        """Normalise and judge the inputs, and warn of new dates in the past; sends nothing."""
        from pulumi_livevox.resources.inbound_hours.days import new_past_dates
        from pulumi_livevox.resources.inbound_hours.lifecycle import today

        result: CheckResult = super().check(_olds, news)
        service = from_engine(news).get("service", UNKNOWN)
        told = "inbound hours" if service is UNKNOWN else f"{self.told} {service}"
        for warning in new_past_dates(_olds, result.inputs, today()):
            warn(f"{told}: {warning}")
        return result

    def folder(self) -> tuple[Inputs, Lifecycle]:
        """Load the modules that answer."""
        from pulumi_livevox.resources.inbound_hours import inputs, lifecycle

        return inputs, lifecycle
