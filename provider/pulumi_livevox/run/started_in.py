"""Where the engine of this process was started, which is where its user stood."""

from __future__ import annotations

import os
from pathlib import Path


def engine_folder() -> Path | None:
    """Return where the engine was started; None where nothing tells.

    Programs and providers run in the program's folder, and their environment says nothing else. The
    engine gives each a process group of its own, whose leader (the language host, or a shell) is
    the engine's child.
    """
    try:
        # After the program's name, which may hold anything, in parentheses: state and parent.
        status = Path(f"/proc/{os.getpgrp()}/stat").read_text().rpartition(")")[2].split()
        return Path(f"/proc/{status[1]}/cwd").readlink()
    except OSError:
        return None
