"""The engine's questions about inbound hours, each answered by the life cycle."""

from __future__ import annotations

from pulumi_livevox.engine.child import ChildProvider, Inputs, Lifecycle


class InboundHoursProvider(ChildProvider):
    """Answers for `pulumi-python:dynamic/livevox:InboundHours`.

    Create and update are Read, Add, Update and Remove Inbound Hours; read is Read Inbound Hours,
    delete is Remove Inbound Hours for the managed part. Hours of another service are other hours.
    """

    def folder(self) -> tuple[Inputs, Lifecycle]:
        """Load the modules that answer."""
        from pulumi_livevox.resources.inbound_hours import inputs, lifecycle

        return inputs, lifecycle
