"""How many operations the provider's process carries out at once.

The SDK answers the engine with four threads, whatever `--parallel` says. They wait for the API
most of the time, so here the engine's own limit decides, within what an API bears.
"""

from __future__ import annotations

import inspect
from concurrent.futures import ThreadPoolExecutor
from typing import Final

AT_MOST: Final = 16
"""Operations of one process, each of which may make several calls at once."""


def answer_more_at_once() -> None:
    """Let the pool that this thread belongs to grow; where it can't be found, it stays at four."""
    pool = _own_pool()
    if pool is not None and isinstance(getattr(pool, "_max_workers", None), int):
        pool._max_workers = max(pool._max_workers, AT_MOST)
        # A thread is started where work is handed in, and some may be waiting in line already.
        for _ in range(AT_MOST):
            pool.submit(_nothing)


def _nothing() -> None:
    pass


def _own_pool() -> ThreadPoolExecutor | None:
    # The SDK keeps its pool to itself; the function that runs this thread has a reference to it.
    frame = inspect.currentframe()
    while frame is not None:
        reference = frame.f_locals.get("executor_reference")
        pool = reference() if callable(reference) else None
        if isinstance(pool, ThreadPoolExecutor):
            return pool
        frame = frame.f_back
    return None
