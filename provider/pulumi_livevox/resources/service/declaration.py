"""A service as a program declares it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final

from pulumi_livevox.declaring.values import UNKNOWN, Unknown, known
from pulumi_livevox.resources.service.inputs import DICTS, GENERAL
from pulumi_livevox.run.target import Kind, Target

Values = Mapping[str, Any]
"""Values of properties, as state keeps them."""

Sections = Mapping[str, Values | Unknown]
"""Values by section: general, and phone, settings and messaging where they are declared."""


@dataclass(frozen=True)
class DeclaredService:
    """A service as it is declared: judged values, section by section, and how it comes to be.

    A preview may not know some of it yet. What is None is not declared.
    """

    sections: Sections
    template_id: int | Unknown | None = None
    adopt_id: int | Unknown | None = None
    inherit_caller_ids: bool | Unknown | None = None

    @classmethod
    def from_inputs(cls, inputs: Values) -> DeclaredService:
        """Return the declaration of the inputs that state keeps (see inputs.judge)."""
        sections: dict[str, Values | Unknown] = {
            "general": {name: inputs[name] for name in GENERAL if name in inputs}
        }
        sections |= {section: inputs[section] for section in DICTS if section in inputs}
        return cls(sections, **{name: inputs.get(name) for name in MAKING})

    def to_inputs(self) -> dict[str, Any]:
        """Return it as state keeps it."""
        making = {name: getattr(self, name) for name in MAKING}
        dicts = {section: self.sections[section] for section in DICTS if section in self.sections}
        return {
            **self.values("general"),
            **dicts,
            **{name: value for name, value in making.items() if value is not None},
        }

    def values(self, section: str) -> Values:
        """Return what is declared of a section; nothing where that is not known yet."""
        values = self.sections.get(section, UNKNOWN)
        return {} if isinstance(values, Unknown) else values

    def target_of(self, id: str) -> Target:
        """The service of a resource that has this id."""
        return Target(Kind.SERVICE, int(id))

    @property
    def name(self) -> str:
        """The service's name. Raises ValueError while a preview does not know it."""
        return known(self.wanted_name)

    @property
    def wanted_name(self) -> str | Unknown | None:
        """The service's name, as far as it is known."""
        name: str | Unknown | None = self.values("general").get("name")
        return name


MAKING: Final = tuple(each.name for each in fields(DeclaredService) if each.name != "sections")
"""What counts when a service is made, and never again."""

NOTHING: Final = DeclaredService({})
"""A declaration of nothing at all."""
