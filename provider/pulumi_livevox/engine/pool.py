"""How many operations the provider's process answers at once."""

from __future__ import annotations

import inspect
from concurrent.futures import ThreadPoolExecutor
from typing import Final

_OPERATIONS_AT_ONCE: Final = 64
"""Operations of a process: as many as the engine asks for on 16 cores, of itself."""


def answer_more_at_once() -> None:
    """Let the pool that this thread belongs to grow; where it can't be found, it stays at four.

    The SDK answers the engine with four threads, whatever `--parallel` says, and they wait for
    the API most of the time.
    """
    pool = _own_pool()
    if pool is not None and isinstance(getattr(pool, "_max_workers", None), int):
        pool._max_workers = max(pool._max_workers, _OPERATIONS_AT_ONCE)
        # A thread is started where work is handed in, and some may be waiting in line already.
        for _ in range(_OPERATIONS_AT_ONCE):
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
