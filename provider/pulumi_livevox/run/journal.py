"""The journal: a folder of records of what runs were about to make and to write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Journal:
    """Where the records lie that are about objects under one base URL, and who keeps them.

    `warn` is told of records that can't be read. `unsaved_run` names the run of a process that puts
    something on record, where its state is written at its end alone (see checkpoints); else "".
    """

    folder: Path
    base_url: str
    warn: Callable[[str], None] = lambda message: None
    unsaved_run: str = ""
