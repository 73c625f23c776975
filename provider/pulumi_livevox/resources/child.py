"""The engine's questions about what belongs to a service: caller IDs and inbound hours."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar, Protocol

from pulumi.dynamic import CheckResult, CreateResult, DiffResult, ReadResult, UpdateResult

from pulumi_livevox.resources import engine, process
from pulumi_livevox.resources.difference import Difference
from pulumi_livevox.resources.engine import Provider, as_one_message, from_engine, location_of
from pulumi_livevox.resources.platform import Location, Platform

Properties = dict[str, Any]
Declared = Mapping[str, Any]


class Inputs(Protocol):
    """A folder's `inputs`."""

    def normalise(self, declared: Declared, /) -> tuple[dict[str, Any], list[str]]:
        """Return the inputs in the one way in which they are kept, and what is wrong with them."""


class Lifecycle(Protocol):
    """A folder's `lifecycle`."""

    def create(self, platform: Platform, declared: Declared, /) -> tuple[str, Location]:
        """Bring it about; return its id and where it lives."""

    def diff(
        self, platform: Platform, old: Declared, new: Declared, location: Location, /
    ) -> Difference:
        """Compare a declaration with the state; sends nothing."""

    def undeclared(self, old: Declared, new: Declared, /) -> list[str]:
        """Return the properties that were declared and are no longer."""

    def read(
        self, platform: Platform, declared: Declared, location: Location, /
    ) -> dict[str, Any] | None:
        """Return what is declared as it is live; None where it is gone."""

    def update(
        self, platform: Platform, old: Declared, new: Declared, location: Location, /
    ) -> None:
        """Write what changed."""

    def delete(self, platform: Platform, declared: Declared, location: Location, /) -> None:
        """Take it away."""


class ChildProvider(Provider):
    """Answers by its folder's inputs and life cycle."""

    told: ClassVar[str]
    """What comes before an id in a message."""

    @abstractmethod
    def folder(self) -> tuple[Inputs, Lifecycle]:
        """Load the modules that answer."""

    @as_one_message
    def check(self, _olds: Properties, news: Properties) -> CheckResult:
        """Normalise and judge the inputs; sends nothing."""
        inputs, _ = self.folder()
        values, problems = inputs.normalise(from_engine(news))
        return engine.checked(news, values, problems)

    @as_one_message
    def diff(self, _id: str, _olds: Properties, _news: Properties) -> DiffResult:
        """Compare the inputs with the state; sends nothing."""
        _, lifecycle = self.folder()
        old, new, location = from_engine(_olds), from_engine(_news), location_of(_olds)
        return engine.compared(lifecycle.diff(process.platform(), old, new, location))

    @as_one_message
    def create(self, props: Properties) -> CreateResult:
        """Bring it about."""
        _, lifecycle = self.folder()
        declared = from_engine(props)
        child_id, location = lifecycle.create(process.platform(), declared)
        return CreateResult(child_id, engine.outputs(declared, location))

    @as_one_message
    def read(self, id_: str, props: Properties) -> ReadResult:
        """Read what is declared as it is live; an id of nothing says that it is gone."""
        _, lifecycle = self.folder()
        location = location_of(props)
        live = lifecycle.read(process.platform(), from_engine(props), location)
        if live is None:
            return ReadResult("", {})
        return ReadResult(id_, engine.outputs(live, location), engine.to_engine(live))

    @as_one_message
    def update(self, _id: str, _olds: Properties, _news: Properties) -> UpdateResult:
        """Write what changed."""
        _, lifecycle = self.folder()
        old, new, location = from_engine(_olds), from_engine(_news), location_of(_olds)
        engine.warn_of_undeclared(f"{self.told} {_id}", lifecycle.undeclared(old, new))
        lifecycle.update(process.platform(), old, new, location)
        return UpdateResult(engine.outputs(new, location))

    @as_one_message
    def delete(self, _id: str, _props: Properties) -> None:
        """Take it away."""
        _, lifecycle = self.folder()
        lifecycle.delete(process.platform(), from_engine(_props), location_of(_props))
