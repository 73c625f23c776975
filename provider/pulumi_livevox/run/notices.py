"""What a user is told: warnings, and the same trouble of many resources in full once."""

from __future__ import annotations

import functools
import re
import sys
import threading
from typing import Final

_CLAUSE_END: Final = re.compile(r"[:;.]\s")


@functools.cache
def warn(message: str) -> None:
    """Tell the user something that stops nothing, once a process however often it comes up.

    The engine shows it under the stack; it asks some questions twice in a run.
    """
    # At once, with its end: threads tell side by side.
    sys.stderr.write(f"warning: {message}\n")
    sys.stderr.flush()


class Told:
    """What this process has told its user. Threads share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._messages: set[str] = set()

    def once_in_full(self, message: str) -> str:
        """Return a message whole the first time, and its first clause for whom it concerns next."""
        with self._lock:
            is_new = message not in self._messages
            self._messages.add(message)
        clause, *rest = _CLAUSE_END.split(message, maxsplit=1)
        return message if is_new or not rest else f"{clause} (in full at another resource)"
