"""What is said where a folder can't be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pulumi_livevox.tasks.errors import TaskError


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Turn what the system refuses in a folder into one sentence: a TaskError."""
    try:
        yield
    except OSError as error:
        where = error.filename or folder
        raise TaskError(
            f"{where} can't be written ({error.strerror or error}); no file is half written. Make "
            "room there, or make it writable, and run the same command again: it goes on"
        ) from None
