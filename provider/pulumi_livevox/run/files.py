"""Files that outlive a process which is killed, each written whole or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path


def write_whole(path: Path, text: str, *, synced: bool = True) -> None:
    """Write a file, in the place of an earlier one; it is on disk on return where `synced`.

    Makes its folder. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}.{threading.get_ident()}.tmp")
    with unfinished.open("w", encoding="utf-8") as file:
        file.write(text)
        if synced:
            file.flush()
            os.fsync(file.fileno())
    unfinished.replace(path)
    if synced:
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
