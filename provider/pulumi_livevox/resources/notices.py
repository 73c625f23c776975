"""What a user is told that stops nothing."""

from __future__ import annotations

import sys


def warn(message: str) -> None:
    """Tell the user something that stops nothing; the engine shows it under the stack."""
    print(f"warning: {message}", file=sys.stderr, flush=True)
