"""The lifeline to the engine that this process belongs to: it ends with its engine.

A killed engine leaves the provider's process running: it would go on to finish what nobody
waits for. The engine reads the process's stdout; when that pipe has lost its reader, the
engine is gone.
"""

from __future__ import annotations

import os
import select
import threading
from typing import Final

_STDOUT: Final = 1
_started = threading.Lock()


def end_with_the_engine() -> None:
    """Watch stdout from now on, and end this process at once when its reader is gone."""
    if _started.acquire(blocking=False):
        threading.Thread(target=_watch, name="livevox-lifeline", daemon=True).start()


def _watch() -> None:
    poll = select.poll()
    # An error on the pipe is always reported; asking for nothing else keeps the thread asleep.
    poll.register(_STDOUT, 0)
    while True:
        for _, event in poll.poll():
            if event & (select.POLLERR | select.POLLHUP | select.POLLNVAL):
                os._exit(1)
