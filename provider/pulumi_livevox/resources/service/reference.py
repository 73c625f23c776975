"""The service that a caller ID or inbound hours belong to, as a program names it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pulumi

from pulumi_livevox.program import mocked
from pulumi_livevox.program.mocked import Load
from pulumi_livevox.program.options import identity, message_name, root_urn
from pulumi_livevox.program.values import has_output, id_text, plain, when_known
from pulumi_livevox.resources.service.resource import Service
from pulumi_livevox.run.identity import IDENTITY

Options = pulumi.ResourceOptions | None


class ServiceReference:
    """A service given as a resource, as an id, or as an output of one."""

    def __init__(self, service: Service | pulumi.Input[int | str]) -> None:
        self._resource = service if isinstance(service, Service) else None
        self._id: Any = service.id if isinstance(service, Service) else plain(service)

    def id_unless_refused(self, refuse: Callable[..., None], *others: Any) -> Any:
        """Return the service's id, to be declared once `refuse` has let it pass.

        `refuse` is called with the id as text and the other values, at once where all are plain,
        else when they are known; the engine hears of the resource only after that. For a Service
        it is also called at once with its identity: its id may not be known yet.
        """

        def let_pass(service_id: Any, *others: Any) -> Any:
            # A service that turns out to be None is refused by the engine's check.
            if service_id is not None:
                refuse(id_text(service_id), *others)
            return service_id

        if self._resource is not None:
            when_known([self._resource.identity, *others], refuse)
        let_passed = when_known([self._id, *others], let_pass)
        if not isinstance(self._id, pulumi.Output):
            return self._id
        # An id is no secret, whatever the others are; and a Service has it from the engine.
        if self._resource is not None and not has_output(others):
            return let_passed
        return pulumi.Output.unsecret(let_passed)

    @property
    def id(self) -> Any:
        """The service's id as it is typed, or as its resource has it."""
        return self._id

    def named(self, key: str) -> str:
        """Name the service in a message; `key` is its id, or its identity."""
        if self._resource is not None:
            return f"service '{self._resource.pulumi_resource_name}'"
        return f"service {key}"

    def inputs(
        self,
        kind: str,
        resource_name: str,
        properties: dict[str, Any],
        load: Load,
        opts: Options,
    ) -> tuple[dict[str, Any], Options]:
        """Return what the engine gets of a resource that belongs to the service: inputs, options.

        `kind` is its class; `load` gives what judges it in a unit test, where mocks make up the id
        of a Service. Raises pulumi.RunError.
        """
        made_up = () if self._resource is None else ("service",)
        named = message_name(kind, resource_name)
        inputs = mocked.checked(named, properties, load, made_up=made_up)
        own = self._options(kind, resource_name, opts)
        return inputs | {IDENTITY: identity(resource_name, own)}, own

    def _options(self, kind: str, resource_name: str, opts: Options) -> Options:
        """Let a resource stand under its service and go with it: destroying it is one call.

        What the service's options say of deletions is the service's: a protected one still changes
        its numbers. Where the user names another parent, the resource stands there.
        """
        if self._resource is None:
            return opts
        own = pulumi.ResourceOptions(deleted_with=self._resource)
        if opts is None or opts.parent is None:
            own.parent = self._resource
            own.protect = own.retain_on_delete = False
            # Where it stood in states of 0.1; of an Alias the SDK would make a dozen outputs.
            own.aliases = [root_urn(kind, resource_name)]
        return own if opts is None else pulumi.ResourceOptions.merge(own, opts)
