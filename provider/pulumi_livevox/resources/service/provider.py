"""The engine's questions about services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pulumi_livevox.engine.provider import Folder, Provider

if TYPE_CHECKING:
    from pulumi_livevox.resources.service.declaration import Declaration


class ServiceProvider(Provider["Declaration"]):
    """Answers for `pulumi-python:dynamic/livevox:Service`.

    Create is Create Service, then the updates; read is Read General, Phone, Settings and Messaging;
    update is Update General, Phone, Settings and Messaging Property; delete is Delete Service. A
    service is never replaced.
    """

    def folder(self) -> Folder[Declaration]:
        """Load what answers."""
        from pulumi_livevox.resources.service import lifecycle
        from pulumi_livevox.resources.service.declaration import Declaration
        from pulumi_livevox.resources.service.inputs import judge

        return Folder(judge, Declaration.from_inputs, lifecycle)
