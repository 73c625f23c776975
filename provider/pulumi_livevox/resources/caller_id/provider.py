"""The engine's questions about caller IDs, each answered by the life cycle."""

from __future__ import annotations

from typing import Any

from pulumi.dynamic import CheckResult, CreateResult, DiffResult, ReadResult, UpdateResult

from pulumi_livevox.resources import engine
from pulumi_livevox.resources.caller_id import args, lifecycle
from pulumi_livevox.resources.engine import Provider, location_of, taken_over, told

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
        difference = lifecycle.diff(
            engine.platform(), taken_over(_olds), taken_over(_news), location_of(_olds)
        )
        return engine.compared(difference)

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
        old, new, location = taken_over(_olds), taken_over(_news), location_of(_olds)
        engine.warn_of_undeclared(f"caller ID {_id}", lifecycle.undeclared(old, new))
        lifecycle.update(engine.platform(), old, new, location)
        return UpdateResult(engine.outputs(new, location))

    @told
    def delete(self, _id: str, _props: Properties) -> None:
        """Take the number off the service's list (Remove Caller ID)."""
        lifecycle.delete(engine.platform(), taken_over(_props), location_of(_props))
