"""The engine's questions about services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pulumi_livevox.engine.provider import Answers, Provider

if TYPE_CHECKING:
    from pulumi_livevox.resources.service.declaration import DeclaredService


class ServiceProvider(Provider["DeclaredService"]):
    """Answers for `pulumi-python:dynamic/livevox:Service`.

    Create is Create Service, then the updates; read is Read General, Phone, Settings and Messaging;
    update is Update General, Phone, Settings and Messaging Property; delete is Delete Service. A
    service is never replaced.
    """

    def answers(self) -> Answers[DeclaredService]:
        """Load what answers."""
        from pulumi_livevox.resources.service import lifecycle
        from pulumi_livevox.resources.service.declaration import DeclaredService
        from pulumi_livevox.resources.service.inputs import judge

        return Answers(judge, DeclaredService.from_inputs, lifecycle)
