"""The service that a caller ID or inbound hours belong to, as a program names it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pulumi

from pulumi_livevox.program import program
from pulumi_livevox.resources.service.resource import Service


class Owner:
    """A service given as a resource, as an id, or as an output of one."""

    service_id: Any
    """The service's id, as the child declares it."""

    def __init__(self, service: Service | pulumi.Input[int | str]) -> None:
        self._resource = service if isinstance(service, Service) else None
        self.service_id = service.id if isinstance(service, Service) else service

    @property
    def made_up_by_mocks(self) -> tuple[str, ...]:
        """The properties that only an engine gives: the id of a Service."""
        return () if self._resource is None else ("service",)

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
            # An id is no secret, whatever the others are.
            return pulumi.Output.unsecret(known.apply(lambda values: _passed(judge, *values)))
        program.when_known([self.service_id, *others], lambda *v: _passed(judge, *v))
        return self.service_id

    def told(self, key: str) -> str:
        """Name the service in a message."""
        if self._resource is not None:
            return f"service '{self._resource.pulumi_resource_name}'"
        return f"service {key}"

    def options(self, opts: pulumi.ResourceOptions | None) -> pulumi.ResourceOptions | None:
        """Let the child stand under its service and go with it: destroying a service is one call.

        What the service's options say of deletions is the service's: a protected one still changes
        its numbers. Where the user names another parent, the child stands there.
        """
        if self._resource is None:
            return opts
        own = pulumi.ResourceOptions(deleted_with=self._resource)
        if opts is None or opts.parent is None:
            own.parent = self._resource
            own.protect = own.retain_on_delete = False
            # Where it stood in states of 0.1.
            own.aliases = [pulumi.Alias(parent=pulumi.ROOT_STACK_RESOURCE)]
        return pulumi.ResourceOptions.merge(own, opts)


def _passed(judge: Callable[..., None], service_id: Any, *others: Any) -> Any:
    # A service that turns out to be None is refused by the engine's check.
    if service_id is not None:
        judge(program.id_text(service_id), *others)
    return service_id
