"""One value that differs: what it is called in a program, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pulumi_livevox.declaring.sentences import shown
from pulumi_livevox.declaring.values import UNKNOWN


@dataclass(frozen=True)
class Change:
    """A property whose value differs."""

    path: str
    """What it is called in a program: "settings.voice_id"."""
    text: str
    """What is said of it: `settings.voice_id 1 => 2`, or words."""
    adds: bool
    """Whether nothing was there before."""

    @classmethod
    def of_value(cls, path: str, before: Any, after: Any) -> Change:
        """Return what is said of a value as a preview says it.

        None stands for a value that is not there, before or after; UNKNOWN for one that a preview
        can't know yet.
        """
        return cls(path, f"{path} {_told(before)} => {_told(after)}", before is None)

    def __str__(self) -> str:
        """Say it."""
        return self.text


def _told(value: Any) -> str:
    if value is UNKNOWN:
        return "(not known yet)"
    return "(nothing)" if value is None else shown(value)
