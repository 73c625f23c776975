"""The engine that this process belongs to: where it was started, and that the process ends with it.

A killed engine leaves the provider's process running: it would go on to finish what nobody
waits for. The engine reads the process's stdout; when that pipe has lost its reader, the
engine is gone.
"""

from __future__ import annotations

import os
import select
import threading
from pathlib import Path
from typing import Final

_STDOUT: Final = 1
_started = threading.Lock()


def end_with_the_engine() -> None:
    """Watch stdout from now on, and end this process at once when its reader is gone."""
    if _started.acquire(blocking=False):
        threading.Thread(target=_watch, name="livevox-lifeline", daemon=True).start()


def engine_folder() -> Path | None:
    """Return where the engine was started, which is where its user stood; None if unknown.

    This process runs in the program's folder, and its environment says nothing else. The engine
    gives it a process group of its own, whose leader (a shell) is the engine's child.
    """
    try:
        # After the program's name, which may hold anything, in parentheses: state and parent.
        status = Path(f"/proc/{os.getpgrp()}/stat").read_text().rpartition(")")[2].split()
        return Path(f"/proc/{status[1]}/cwd").readlink()
    except OSError:
        return None


def _watch() -> None:
    poll = select.poll()
    # An error on the pipe is always reported; asking for nothing else keeps the thread asleep.
    poll.register(_STDOUT, 0)
    while True:
        for _, event in poll.poll():
            if event & (select.POLLERR | select.POLLHUP | select.POLLNVAL):
                os._exit(1)
