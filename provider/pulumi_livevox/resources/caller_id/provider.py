"""The engine's questions about caller IDs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pulumi_livevox.engine.provider import Answers, Provider

if TYPE_CHECKING:
    from pulumi_livevox.resources.caller_id.declaration import DeclaredCallerId


class CallerIdProvider(Provider["DeclaredCallerId"]):
    """Answers for `pulumi-python:dynamic/livevox:CallerId`.

    Create is Add Caller ID, read is Read Phone, update is Update Phone where the number newly is
    to be the default one, delete is Remove Caller ID. Another number or service is another
    caller ID.
    """

    def answers(self) -> Answers[DeclaredCallerId]:
        """Load what answers."""
        from pulumi_livevox.resources.caller_id import lifecycle
        from pulumi_livevox.resources.caller_id.declaration import DeclaredCallerId
        from pulumi_livevox.resources.caller_id.inputs import judge

        return Answers(judge, DeclaredCallerId.from_inputs, lifecycle)
