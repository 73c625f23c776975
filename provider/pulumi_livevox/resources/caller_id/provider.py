"""The engine's questions about caller IDs, each answered by the life cycle."""

from __future__ import annotations

from typing import Any

from pulumi.dynamic import CheckResult, CreateResult, DiffResult, ReadResult, UpdateResult

from pulumi_livevox.resources import engine
from pulumi_livevox.resources.engine import Provider, as_one_message, from_engine, location_of

Properties = dict[str, Any]


class CallerIdProvider(Provider):
    """Answers for `pulumi-python:dynamic/livevox:CallerId`."""

    @as_one_message
    def check(self, _olds: Properties, news: Properties) -> CheckResult:
        """Normalise and judge the inputs; sends nothing."""
        from pulumi_livevox.resources.caller_id import inputs

        values, problems = inputs.normalise(from_engine(news))
        return engine.checked(news, values, problems)

    @as_one_message
    def diff(self, _id: str, _olds: Properties, _news: Properties) -> DiffResult:
        """Compare the inputs with the state; another number or service is another caller ID."""
        from pulumi_livevox.resources.caller_id import lifecycle

        difference = lifecycle.diff(
            engine.platform(), from_engine(_olds), from_engine(_news), location_of(_olds)
        )
        return engine.compared(difference)

    @as_one_message
    def create(self, props: Properties) -> CreateResult:
        """Put the number on the service's list (Add Caller ID)."""
        from pulumi_livevox.resources.caller_id import lifecycle

        declared = from_engine(props)
        caller_id, location = lifecycle.create(engine.platform(), declared)
        return CreateResult(caller_id, engine.outputs(declared, location))

    @as_one_message
    def read(self, id_: str, props: Properties) -> ReadResult:
        """Look the number up on the service's list (Read Phone)."""
        from pulumi_livevox.resources.caller_id import lifecycle

        location = location_of(props)
        live = lifecycle.read(engine.platform(), from_engine(props), location)
        if live is None:
            return ReadResult("", {})
        return ReadResult(id_, engine.outputs(live, location), engine.to_engine(live))

    @as_one_message
    def update(self, _id: str, _olds: Properties, _news: Properties) -> UpdateResult:
        """Make the number the default one where that is newly declared (Update Phone)."""
        from pulumi_livevox.resources.caller_id import lifecycle

        old, new, location = from_engine(_olds), from_engine(_news), location_of(_olds)
        engine.warn_of_undeclared(f"caller ID {_id}", lifecycle.undeclared(old, new))
        lifecycle.update(engine.platform(), old, new, location)
        return UpdateResult(engine.outputs(new, location))

    @as_one_message
    def delete(self, _id: str, _props: Properties) -> None:
        """Take the number off the service's list (Remove Caller ID)."""
        from pulumi_livevox.resources.caller_id import lifecycle

        lifecycle.delete(engine.platform(), from_engine(_props), location_of(_props))
