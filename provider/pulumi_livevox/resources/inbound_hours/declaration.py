"""Inbound hours as a program declares them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_livevox.declaring.values import Unknown, known
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.resources.service.ids import id_in, id_text
from pulumi_livevox.run.target import Kind, Target


@dataclass(frozen=True)
class DeclaredInboundHours:
    """The hours of a service. A preview may not know some of it yet."""

    service_id: int | Unknown
    hours: DeclaredHours

    @classmethod
    def from_inputs(cls, inputs: Mapping[str, Any]) -> DeclaredInboundHours:
        """Return the declaration of the inputs that state keeps (see inputs.judge)."""
        return cls(id_in(inputs), DeclaredHours.from_inputs(inputs))

    def to_inputs(self) -> dict[str, Any]:
        """Return it as state keeps it: the service as text, as the engine keeps ids."""
        return {"service": id_text(self.service_id), **self.hours.to_inputs()}

    @property
    def target(self) -> Target:
        """The hours of the service. Raises ValueError while it is not known which that is."""
        return Target(Kind.INBOUND_HOURS, known(self.service_id))

    def target_of(self, _id: str) -> Target:
        """The object of a resource that has this id: that which is declared."""
        return self.target
