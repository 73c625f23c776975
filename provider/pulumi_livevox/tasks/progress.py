"""How those who wait are told how far a task has come."""

from __future__ import annotations

from collections.abc import Callable

OnProgress = Callable[[int, int], None]
"""Is told how many services are read, and of how many."""
