"""One value that differs: what it is called in a program, what it was, and what it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pulumi_livevox.declaring.sentences import shown
from pulumi_livevox.declaring.values import UNKNOWN


@dataclass(frozen=True)
class Change:
    """A property whose value differs, by its path in a program ("settings.voice_id").

    None stands for a value that is not there, before or after; UNKNOWN for one that a preview
    can't know yet.
    """

    path: str
    before: Any
    after: Any
    words: str | None = None
    """What it means to people, said instead of path and values; both values are these words then,
    or None."""

    def __str__(self) -> str:
        """Say it as a preview does: `settings.voice_id 1 => 2`, or in the words of its own."""
        return self.words or f"{self.path} {_told(self.before)} => {_told(self.after)}"


def _told(value: Any) -> str:
    if value is UNKNOWN:
        return "(not known yet)"
    return "(nothing)" if value is None else shown(value)
