"""The engine's questions about what belongs to a service: caller IDs and inbound hours."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from pulumi.dynamic import CheckResult, CreateResult, DiffResult, ReadResult, UpdateResult

from pulumi_livevox.engine import process
from pulumi_livevox.engine import provider as engine
from pulumi_livevox.engine.provider import (
    Provider,
    as_one_message,
    from_engine,
    location_of,
    marker_of,
    with_marker,
    write_of,
)
from pulumi_livevox.run.difference import Difference
from pulumi_livevox.run.location import Location
from pulumi_livevox.run.run import Run

if TYPE_CHECKING:
    from pulumi_livevox.declaring.judging import Judged

Properties = dict[str, Any]
Declared = Mapping[str, Any]


class Inputs(Protocol):
    """A folder's `inputs`."""

    def judge(self, typed: Declared, old: Declared | None, /) -> Judged:
        """Judge what is typed; `old` is the declaration in the state, None where it has none."""


class Lifecycle(Protocol):
    """A folder's `lifecycle`. `write` is the token of the last write that the state knows."""

    def claim(self, run: Run, declared: Declared, /) -> None:
        """Note that the program of this run declares it, once it is known."""

    def create(self, run: Run, declared: Declared, marker: str, /) -> tuple[str, Location, str]:
        """Bring it about; return its id, where it lives and the token of the write."""

    def diff(
        self,
        run: Run,
        old: Declared,
        new: Declared,
        location: Location,
        marker: str,
        write: str,
        /,
    ) -> Difference:
        """Compare a declaration with the state; sends nothing."""

    def read(self, run: Run, declared: Declared, location: Location, /) -> dict[str, Any] | None:
        """Return what is declared as it is live; None where it is gone."""

    def update(
        self,
        run: Run,
        old: Declared,
        new: Declared,
        location: Location,
        marker: str,
        write: str,
        /,
    ) -> str:
        """Write what changed; return the token of the last write."""

    def delete(
        self,
        run: Run,
        declared: Declared,
        location: Location,
        marker: str,
        write: str,
        /,
    ) -> None:
        """Take it away."""


class ChildProvider(Provider):
    """Answers by its folder's inputs and life cycle."""

    @abstractmethod
    def folder(self) -> tuple[Inputs, Lifecycle]:
        """Load the modules that answer."""

    @as_one_message
    def check(self, _olds: Properties, news: Properties) -> CheckResult:
        """Normalise, judge and claim what is declared; sends nothing."""
        inputs, lifecycle = self.folder()
        judged = inputs.judge(from_engine(news), from_engine(_olds) if _olds else None)
        lifecycle.claim(process.run(), judged.values)
        return engine.checked(news, judged)

    @as_one_message
    def diff(self, _id: str, _olds: Properties, _news: Properties) -> DiffResult:
        """Compare the inputs with the state; sends nothing."""
        _, lifecycle = self.folder()
        old, new, location = from_engine(_olds), from_engine(_news), location_of(_olds)
        run, marker = process.run(), marker_of(_news)
        difference = lifecycle.diff(run, old, new, location, marker, write_of(_olds))
        return engine.compared(difference)

    @as_one_message
    def create(self, props: Properties) -> CreateResult:
        """Bring it about."""
        _, lifecycle = self.folder()
        declared, run = from_engine(props), process.run()
        child_id, location, write = lifecycle.create(run, declared, marker_of(props))
        run.writes.note_returned(write)
        inputs = with_marker(declared, props)
        return CreateResult(child_id, engine.outputs(inputs, location, write))

    @as_one_message
    def read(self, id_: str, props: Properties) -> ReadResult:
        """Read what is declared as it is live; an id of nothing says that it is gone."""
        _, lifecycle = self.folder()
        location, write = location_of(props), write_of(props)
        live = lifecycle.read(process.run(), from_engine(props), location)
        if live is None:
            return ReadResult("", {})
        inputs = with_marker(live, props)
        return ReadResult(id_, engine.outputs(inputs, location, write), engine.to_engine(inputs))

    @as_one_message
    def update(self, _id: str, _olds: Properties, _news: Properties) -> UpdateResult:
        """Write what changed."""
        _, lifecycle = self.folder()
        old, new, location = from_engine(_olds), from_engine(_news), location_of(_olds)
        run, marker = process.run(), marker_of(_news)
        write = lifecycle.update(run, old, new, location, marker, write_of(_olds))
        run.writes.note_returned(write)
        return UpdateResult(engine.outputs(with_marker(new, _news), location, write))

    @as_one_message
    def delete(self, _id: str, _props: Properties) -> None:
        """Take it away."""
        _, lifecycle = self.folder()
        run, marker, write = process.run(), marker_of(_props), write_of(_props)
        lifecycle.delete(run, from_engine(_props), location_of(_props), marker, write)
