"""The service that a caller ID or inbound hours belong to, as a program names it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pulumi

from pulumi_livevox.resources import program
from pulumi_livevox.resources.service.resource import Service


class Owner:
    """A service given as a resource, as an id, or as an output of one."""

    service_id: Any
    """The service's id, as the child declares it."""

    def __init__(self, service: Service | pulumi.Input[int | str]) -> None:
        self._resource = service if isinstance(service, Service) else None
        self.service_id = service.id if isinstance(service, Service) else service

    def judged(self, judge: Callable[..., None], *others: Any) -> Any:
        """Return the service's id for the child, to be declared once `judge` has passed it.

        `judge` is called with the id as text and the other values, at once where all are plain,
        else when they are known; the engine hears of the child only after that. For a Service
        it is also called at once with the resource's identity: its id may not be known yet.
        """
        if self._resource is not None:
            program.when_known([self._resource.identity, *others], judge)
        if isinstance(self.service_id, pulumi.Output):
            known = pulumi.Output.all(self.service_id, *others)
            return known.apply(lambda values: _passed(judge, *values))
        program.when_known([self.service_id, *others], lambda *v: judge(str(v[0]), *v[1:]))
        return self.service_id

    def told(self, key: str) -> str:
        """Name the service in a message."""
        if self._resource is not None:
            return f"service '{self._resource.pulumi_resource_name}'"
        return f"service {key}"

    def options(self, opts: pulumi.ResourceOptions | None) -> pulumi.ResourceOptions | None:
        """Let the child go with its service: destroying a service is one call."""
        if self._resource is None:
            return opts
        return pulumi.ResourceOptions.merge(
            pulumi.ResourceOptions(deleted_with=self._resource), opts
        )


def _passed(judge: Callable[..., None], service_id: Any, *others: Any) -> Any:
    judge(str(service_id), *others)
    return service_id
