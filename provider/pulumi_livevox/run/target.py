"""What is declared, written and claimed: the kinds of object on the platform."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of object that are brought about."""

    SERVICE = "service"
    CALLER_ID = "caller ID"
    DEFAULT_CALLER_ID = "default caller ID"
    INBOUND_HOURS = "inbound hours"


@dataclass(frozen=True)
class Target:
    """One object: a service, or what belongs to one.

    `part` tells apart what a service has several of: the number of a caller ID; "week" or "dates",
    where hours are not meant whole.
    """

    kind: Kind
    service_id: int
    part: str = ""

    @property
    def id(self) -> str:
        """The id, in the engine, of the resource that has it."""
        is_number = self.kind is Kind.CALLER_ID
        return f"{self.service_id}/{self.part}" if is_number else str(self.service_id)

    def __str__(self) -> str:
        """Name it as a message does."""
        if self.kind is Kind.SERVICE:
            return f"service {self.service_id}"
        told = f"{self.kind} {self.part}" if self.part else self.kind
        return f"{told} of service {self.service_id}"
