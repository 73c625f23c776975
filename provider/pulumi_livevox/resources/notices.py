"""What a user is told that stops nothing."""

from __future__ import annotations

import functools
import sys


@functools.cache
def warn(message: str) -> None:
    """Tell the user something that stops nothing, once a process however often it comes up.

    The engine shows it under the stack; it asks some questions twice in a run.
    """
    print(f"warning: {message}", file=sys.stderr, flush=True)
