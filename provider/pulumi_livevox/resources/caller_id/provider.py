"""The engine's questions about caller IDs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pulumi_livevox.engine.provider import Folder, Provider

if TYPE_CHECKING:
    from pulumi_livevox.resources.caller_id.declaration import Declaration


class CallerIdProvider(Provider["Declaration"]):
    """Answers for `pulumi-python:dynamic/livevox:CallerId`.

    Create is Add Caller ID, read is Read Phone, update is Update Phone where the number newly is
    to be the default one, delete is Remove Caller ID. Another number or service is another
    caller ID.
    """

    def folder(self) -> Folder[Declaration]:
        """Load what answers."""
        from pulumi_livevox.resources.caller_id import lifecycle
        from pulumi_livevox.resources.caller_id.declaration import Declaration
        from pulumi_livevox.resources.caller_id.inputs import judge

        return Folder(judge, Declaration.from_inputs, lifecycle)
