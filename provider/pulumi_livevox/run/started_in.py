"""Where the engine of this process was started, which is where its user stood."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

_LANGUAGE_HOST: Final = "pulumi-language"
"""What the kernel calls it: the first fifteen letters of pulumi-language-python."""


def engine_folder() -> Path | None:
    """Return where the engine was started; None where nothing tells.

    Programs and providers run in the program's folder, and their environment says nothing else. The
    engine gives each a process group of its own, whose leader (the language host, or a shell) is
    the engine's child.
    """
    try:
        # After the program's name, which may hold anything, in parentheses: state and parent.
        status = _of_leader("stat").read_text().rpartition(")")[2].split()
        return Path(f"/proc/{status[1]}/cwd").readlink()
    except OSError:
        return None


def is_inline() -> bool:
    """Tell whether a program runs in its user's own process: no language host has started it."""
    try:
        return _of_leader("comm").read_text().strip() != _LANGUAGE_HOST
    except OSError:
        # A leader that has ended was none of the engine's; where there is no /proc nothing tells.
        return Path("/proc/self").exists()


def _of_leader(file: str) -> Path:
    return Path(f"/proc/{os.getpgrp()}/{file}")
