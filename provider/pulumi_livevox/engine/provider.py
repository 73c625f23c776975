"""The engine's questions about a resource, each answered by the folder of its kind."""

from __future__ import annotations

import sys
from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Generic, NamedTuple, Protocol

from pulumi.dynamic import (
    CheckFailure,
    CheckResult,
    ConfigureRequest,
    CreateResult,
    DiffResult,
    ReadResult,
    ResourceProvider,
    UpdateResult,
)

from pulumi_livevox.declaring.judged import Judge
from pulumi_livevox.engine import process, properties
from pulumi_livevox.engine.lifeline import end_with_the_engine
from pulumi_livevox.engine.messages import as_one_message
from pulumi_livevox.engine.pool import answer_more_at_once
from pulumi_livevox.engine.properties import (
    DeclarationT,
    Properties,
    from_engine,
    identity_of,
    standing,
)
from pulumi_livevox.run import leftovers
from pulumi_livevox.run.difference import Difference
from pulumi_livevox.run.notices import warn
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.state import Standing


class Lifecycle(Protocol[DeclarationT]):
    """The life of an object: what is declared, known and live, and the calls that follow."""

    def claim(self, run: Run, declared: DeclarationT, identity: str, *, stands: bool) -> list[str]:
        """Note that the program declares it; return a sentence for what can't be.

        `stands` tells that the state has it already.
        """

    def create(self, run: Run, declared: DeclarationT, identity: str) -> Standing[DeclarationT]:
        """Bring it about."""

    def diff(self, run: Run, standing: Standing[DeclarationT], new: DeclarationT, /) -> Difference:
        """Compare a declaration with the state; sends nothing."""

    def read(self, run: Run, standing: Standing[DeclarationT], /) -> DeclarationT | None:
        """Return what is declared as it is live; None where it is gone."""

    def update(
        self, run: Run, standing: Standing[DeclarationT], new: DeclarationT, /
    ) -> Standing[DeclarationT]:
        """Write what changed."""

    def delete(self, run: Run, standing: Standing[DeclarationT], /) -> None:
        """Take it away."""


class Answers(NamedTuple, Generic[DeclarationT]):
    """What a kind of resource is: the answers to the engine's questions."""

    judge: Judge
    read: Callable[[Mapping[str, Any]], DeclarationT]
    """Makes a declaration of the inputs that state keeps."""
    lifecycle: Lifecycle[DeclarationT]


class Provider(ResourceProvider, Generic[DeclarationT]):
    """Answers by the folder of its kind of resource.

    Instances hold nothing: they are pickled by reference into users' states, so the module
    path and the name of each subclass may not change. (`_id`, `_olds` and `_news` are the
    SDK's names of the parameters.) A program names the classes and asks them nothing, so the
    methods load what they need.
    """

    serialize_as_secret_always = False

    @abstractmethod
    def answers(self) -> Answers[DeclarationT]:
        """Load what answers."""

    def configure(self, req: ConfigureRequest) -> None:
        """Take the stack's configuration; called once for each subclass in a process."""
        sys.tracebacklimit = 0
        end_with_the_engine()
        answer_more_at_once()
        process.configure(req.config.get)

    @as_one_message
    def check(self, _olds: Properties, news: Properties) -> CheckResult:
        """Normalise, judge and claim what is declared; sends nothing."""
        judge, read, lifecycle = self.answers()
        judged = judge(from_engine(news), from_engine(_olds) if _olds else None)
        declared, identity = read(judged.values), identity_of(news)
        run = process.run()
        if _olds:
            run.claims.note_in_state(identity)
        elif not run.claims.is_in_state(identity):  # else it is asked again, as what is replaced
            leftovers.tell_of_an_earlier_run(run, identity)
            run.writes.forget_deletions(identity)
        refused = lifecycle.claim(run, declared, identity, stands=bool(_olds))
        for warning in judged.warnings:
            warn(warning)
        # Without a property's name the engine prints the sentence alone: it names the property.
        failures = [CheckFailure("", problem) for problem in (*judged.problems, *refused)]
        return CheckResult(properties.inputs(judged.values, identity), failures)

    @as_one_message
    def diff(self, _id: str, _olds: Properties, _news: Properties) -> DiffResult:
        """Compare the inputs with the state; sends nothing."""
        _, read, lifecycle = self.answers()
        stands, new = standing(_id, _olds, read, identity_of(_news)), read(from_engine(_news))
        difference = lifecycle.diff(process.run(), stands, new)
        for warning in difference.warnings:
            warn(warning)
        return DiffResult(changes=difference.changed, replaces=list(difference.replaces))

    @as_one_message
    def create(self, props: Properties) -> CreateResult:
        """Bring it about."""
        _, read, lifecycle = self.answers()
        run = process.run()
        made = lifecycle.create(run, read(from_engine(props)), identity_of(props))
        run.writes.note_returned(made.write)
        return CreateResult(made.target.id, properties.outputs(made))

    @as_one_message
    def read(self, id_: str, props: Properties) -> ReadResult:
        """Read what is declared as it is live; an id of nothing says that it is gone."""
        _, read, lifecycle = self.answers()
        stands = standing(id_, props, read)
        live = lifecycle.read(process.run(), stands)
        if live is None:
            return ReadResult("", {})
        outputs = properties.outputs(replace(stands, declared=live))
        return ReadResult(id_, outputs, properties.inputs(live.to_inputs(), stands.identity))

    @as_one_message
    def update(self, _id: str, _olds: Properties, _news: Properties) -> UpdateResult:
        """Write what changed."""
        _, read, lifecycle = self.answers()
        run, new = process.run(), read(from_engine(_news))
        updated = lifecycle.update(run, standing(_id, _olds, read, identity_of(_news)), new)
        run.writes.note_returned(updated.write)
        return UpdateResult(properties.outputs(updated))

    @as_one_message
    def delete(self, _id: str, _props: Properties) -> None:
        """Take it away."""
        _, read, lifecycle = self.answers()
        lifecycle.delete(process.run(), standing(_id, _props, read))
