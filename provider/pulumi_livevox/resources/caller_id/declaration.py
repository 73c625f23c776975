"""A caller ID as a program declares it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pulumi_livevox.declaring.values import UNKNOWN, Unknown, known
from pulumi_livevox.resources.service.ids import id_in, id_text
from pulumi_livevox.run.target import Kind, Target


@dataclass(frozen=True)
class DeclaredCallerId:
    """A number on the list of a service. A preview may not know some of it yet.

    `is_default` is None where nothing is declared of that.
    """

    service_id: int | Unknown
    number: str | Unknown
    is_default: bool | Unknown | None = None

    @classmethod
    def from_inputs(cls, inputs: Mapping[str, Any]) -> DeclaredCallerId:
        """Return the declaration of the inputs that state keeps (see inputs.judge)."""
        # What check has refused counts as unknown.
        number = inputs.get("phone_number")
        return cls(
            id_in(inputs), number if isinstance(number, str) else UNKNOWN, inputs.get("default")
        )

    def to_inputs(self) -> dict[str, Any]:
        """Return it as state keeps it: the service as text, as the engine keeps ids."""
        inputs = {"service": id_text(self.service_id), "phone_number": self.number}
        return inputs if self.is_default is None else inputs | {"default": self.is_default}

    @property
    def is_known(self) -> bool:
        """Tell whether it is known which number of which service it is."""
        return not isinstance(self.service_id, Unknown) and not isinstance(self.number, Unknown)

    @property
    def target(self) -> Target:
        """The number on the service's list. Raises ValueError while that is not known."""
        return Target(Kind.CALLER_ID, known(self.service_id), known(self.number))

    def target_of(self, _id: str) -> Target:
        """The object of a resource that has this id: that which is declared."""
        return self.target

    @property
    def makes_default(self) -> bool:
        """Tell whether the number is declared to be the default one, or may be."""
        return self.is_default not in (None, False)
