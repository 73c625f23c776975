"""The engine's questions about services, each answered by the life cycle."""

from __future__ import annotations

from typing import Any

from pulumi.dynamic import CheckResult, CreateResult, DiffResult, ReadResult, UpdateResult

from pulumi_livevox.resources import engine
from pulumi_livevox.resources.claims import Kind
from pulumi_livevox.resources.engine import Provider, location_of, marker_of, taken_over, told
from pulumi_livevox.resources.errors import ProviderError
from pulumi_livevox.resources.service import args, lifecycle

Properties = dict[str, Any]


class ServiceProvider(Provider):
    """Answers for `pulumi-python:dynamic/livevox:Service`."""

    @told
    def check(self, _olds: Properties, news: Properties) -> CheckResult:
        """Normalise and judge the inputs; sends nothing."""
        inputs, problems = args.normalise(taken_over(news), exists=bool(_olds))
        return engine.checked(news, inputs, problems)

    @told
    def diff(self, _id: str, _olds: Properties, _news: Properties) -> DiffResult:
        """Compare the inputs with the state; a service is never replaced. Sends nothing."""
        platform, location = engine.platform(), location_of(_olds)
        platform.require_base_url(f"service {_id}", location)
        marker = marker_of(_news)
        claimant = platform.claims.claim(Kind.SERVICE, _id, marker)
        if claimant != marker:
            raise ProviderError(
                f"service {_id} is declared by two resources of this program ({claimant} and "
                f"{marker}): one resource manages one service"
            )
        platform.learn(int(_id), location)
        platform.journal.forget(marker_of(_olds))
        old, new = taken_over(_olds), taken_over(_news)
        for name in ("template_id", "adopt_id", "inherit_caller_ids"):
            if old.get(name) != new.get(name):
                engine.warn(
                    f"service {_id}: {name} counts when a service is made; this one stands, so "
                    "the change is recorded and nothing is sent"
                )
        return DiffResult(changes=old != new)

    @told
    def create(self, props: Properties) -> CreateResult:
        """Copy, take over or adopt a service (Create Service, then the updates)."""
        service_id, location = lifecycle.create(
            engine.platform(), taken_over(props), marker_of(props)
        )
        return CreateResult(str(service_id), engine.outputs(_inputs(props), location))

    @told
    def read(self, id_: str, props: Properties) -> ReadResult:
        """Read the declared sections; an id of nothing says that the service is gone."""
        platform, location = engine.platform(), location_of(props)
        live = lifecycle.read(platform, int(id_), taken_over(props), location)
        if live is None:
            return ReadResult("", {})
        platform.journal.forget(marker_of(props))
        inputs = live | {engine.MARKER: marker_of(props)}
        return ReadResult(id_, engine.outputs(inputs, location), engine.handed_back(inputs))

    @told
    def update(self, _id: str, _olds: Properties, _news: Properties) -> UpdateResult:
        """Write what changed (Update General, Phone, Settings, Messaging Property)."""
        old, new, location = taken_over(_olds), taken_over(_news), location_of(_olds)
        for path in lifecycle.undeclared(old, new):
            engine.warn(
                f"service {_id}: {path} is no longer declared and stays on the platform as it is"
            )
        lifecycle.update(engine.platform(), int(_id), old, new, location, marker_of(_news))
        return UpdateResult(engine.outputs(_inputs(_news), location))

    @told
    def delete(self, _id: str, _props: Properties) -> None:
        """Delete the service (Delete Service)."""
        lifecycle.delete(engine.platform(), int(_id), taken_over(_props), location_of(_props))


def _inputs(props: Properties) -> Properties:
    return taken_over(props) | {engine.MARKER: marker_of(props)}
