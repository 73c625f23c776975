"""What is said where files can't be read or written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pulumi_livevox.tasks.errors import TaskError


@contextmanager
def reading_from(place: Path) -> Iterator[None]:
    """Turn what the system refuses in a file or folder into one sentence: a TaskError."""
    try:
        yield
    except OSError as error:
        raise TaskError(
            f"{error.filename or place} can't be read ({error.strerror or error}): make it "
            "readable, and run the same command again"
        ) from None


@contextmanager
def writing_to(
    place: Path, again: str = "run the same command again: it goes on"
) -> Iterator[None]:
    """Turn what the system refuses in a file or folder into one sentence: a TaskError.

    `again` says how it then goes on.
    """
    try:
        yield
    except OSError as error:
        raise TaskError(
            f"{place} can't be written ({error.strerror or error}); no file is half written. Make "
            f"room there, or make it writable, and {again}"
        ) from None
