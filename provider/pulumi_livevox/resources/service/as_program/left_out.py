"""What stands on the platform and no program can declare."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from pulumi_livevox.declaring.sentences import shown


class _Unread(Enum):
    UNREAD = "unread"


UNREAD: Final = _Unread.UNREAD
"""In the place of what could not be read."""


@dataclass(frozen=True)
class LeftOut:
    """A value of a service that is in no program, and why."""

    service_id: int
    service_name: str
    path: str
    """What it is, as a program names it: "settings.dialing_sort", "week.MONDAY"."""
    value: Any
    """The value that stands: None where a copy of a template would have one all the same, UNREAD
    where nothing is known of it.
    """
    reason: str
    """Why it can't be declared: "it may be one of DIAL, SKIP"."""

    def __str__(self) -> str:
        """Say it in one line: `settings.dialing_sort is "FAST": it may be one of …`."""
        if self.value is UNREAD:
            return f"{self.path} could not be read: {self.reason}"
        stands = "holds nothing" if self.value is None else f"is {shown(self.value)}"
        return f"{self.path} {stands}: {self.reason}"


@dataclass(frozen=True)
class Trouble:
    """A value that can't be declared, before it is known whose it is."""

    path: str
    value: Any
    reason: str

    def of(self, service_id: int, service_name: str) -> LeftOut:
        """Say whose value it is."""
        return LeftOut(service_id, service_name, self.path, self.value, self.reason)
