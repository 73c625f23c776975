"""The engine's questions about caller IDs, each answered by the life cycle."""

from __future__ import annotations

from pulumi_livevox.engine.child import ChildProvider, Inputs, Lifecycle


class CallerIdProvider(ChildProvider):
    """Answers for `pulumi-python:dynamic/livevox:CallerId`.

    Create is Add Caller ID, read is Read Phone, update is Update Phone where the number newly is
    to be the default one, delete is Remove Caller ID. Another number or service is another
    caller ID.
    """

    def folder(self) -> tuple[Inputs, Lifecycle]:
        """Load the modules that answer."""
        from pulumi_livevox.resources.caller_id import inputs, lifecycle

        return inputs, lifecycle
