"""The engine's questions about inbound hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pulumi_livevox.engine.provider import Answers, Provider

if TYPE_CHECKING:
    from pulumi_livevox.resources.inbound_hours.declaration import DeclaredInboundHours


class InboundHoursProvider(Provider["DeclaredInboundHours"]):
    """Answers for `pulumi-python:dynamic/livevox:InboundHours`.

    Create and update are Read, Add, Update and Remove Inbound Hours; read is Read Inbound Hours,
    delete is Remove Inbound Hours for the managed part. Hours of another service are other hours.
    """

    def answers(self) -> Answers[DeclaredInboundHours]:
        """Load what answers."""
        from pulumi_livevox.resources.inbound_hours import lifecycle
        from pulumi_livevox.resources.inbound_hours.declaration import DeclaredInboundHours
        from pulumi_livevox.resources.inbound_hours.inputs import judge

        return Answers(judge, DeclaredInboundHours.from_inputs, lifecycle)
