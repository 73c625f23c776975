"""Files that are written whole or not at all, and what is said where they can't be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pulumi_livevox.tasks.errors import TaskError


def stage(text: str, unfinished: Path) -> None:
    """Write a text to a file that takes another one's place once it is whole and on disk."""
    with unfinished.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Return once the names of the files in a folder are on disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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
