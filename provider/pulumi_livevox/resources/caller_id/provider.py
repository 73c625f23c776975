"""The engine's questions about caller IDs, each answered by the life cycle."""

from __future__ import annotations

from typing import Any

from pulumi.dynamic import CheckResult, CreateResult, DiffResult, ReadResult, UpdateResult

from pulumi_livevox.resources import engine
from pulumi_livevox.resources.caller_id import args, lifecycle
from pulumi_livevox.resources.claims import Kind
from pulumi_livevox.resources.engine import Provider, location_of, taken_over, told
from pulumi_livevox.resources.values import has_unknown

Properties = dict[str, Any]


class CallerIdProvider(Provider):
    """Answers for `pulumi-python:dynamic/livevox:CallerId`."""

    @told
    def check(self, _olds: Properties, news: Properties) -> CheckResult:
        """Normalise and judge the inputs; sends nothing."""
        inputs, problems = args.normalise(taken_over(news))
        return engine.checked(news, inputs, problems)

    @told
    def diff(self, _id: str, _olds: Properties, _news: Properties) -> DiffResult:
        """Compare the inputs with the state; another number or service is another caller ID."""
        platform, location = engine.platform(), location_of(_olds)
        platform.require_base_url(f"caller ID {_id}", location)
        old, new = taken_over(_olds), taken_over(_news)
        platform.learn(int(old["service"]), location)
        if not has_unknown(new):
            platform.claims.claim(Kind.CALLER_ID, lifecycle.key(new))
        replaces = [name for name in ("service", "phone_number") if old[name] != new[name]]
        return DiffResult(changes=old != new, replaces=replaces)

    @told
    def create(self, props: Properties) -> CreateResult:
        """Put the number on the service's list (Add Caller ID)."""
        declared = taken_over(props)
        caller_id, location = lifecycle.create(engine.platform(), declared)
        return CreateResult(caller_id, engine.outputs(declared, location))

    @told
    def read(self, id_: str, props: Properties) -> ReadResult:
        """Look the number up on the service's list (Read Phone)."""
        location = location_of(props)
        live = lifecycle.read(engine.platform(), taken_over(props), location)
        if live is None:
            return ReadResult("", {})
        return ReadResult(id_, engine.outputs(live, location), engine.handed_back(live))

    @told
    def update(self, _id: str, _olds: Properties, _news: Properties) -> UpdateResult:
        """Make the number the default one where that is newly declared (Update Phone)."""
        new, location = taken_over(_news), location_of(_olds)
        lifecycle.update(engine.platform(), taken_over(_olds), new, location)
        return UpdateResult(engine.outputs(new, location))

    @told
    def delete(self, _id: str, _props: Properties) -> None:
        """Take the number off the service's list (Remove Caller ID)."""
        lifecycle.delete(engine.platform(), taken_over(_props), location_of(_props))
