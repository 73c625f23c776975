"""The engine's questions about inbound hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pulumi_livevox.engine.provider import Folder, Provider

if TYPE_CHECKING:
    from pulumi_livevox.resources.inbound_hours.declaration import Declaration


class InboundHoursProvider(Provider["Declaration"]):
    """Answers for `pulumi-python:dynamic/livevox:InboundHours`.

    Create and update are Read, Add, Update and Remove Inbound Hours; read is Read Inbound Hours,
    delete is Remove Inbound Hours for the managed part. Hours of another service are other hours.
    """

    def folder(self) -> Folder[Declaration]:
        """Load what answers."""
        from pulumi_livevox.resources.inbound_hours import lifecycle
        from pulumi_livevox.resources.inbound_hours.declaration import Declaration
        from pulumi_livevox.resources.inbound_hours.inputs import judge

        return Folder(judge, Declaration.from_inputs, lifecycle)
