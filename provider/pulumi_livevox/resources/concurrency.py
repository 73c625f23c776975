"""What happens at once: operations of a process, and the calls of one operation."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import Final, TypeVar

from pulumi_livevox.client import LiveVoxError, NotFound
from pulumi_livevox.resources.errors import PartlyWritten

OPERATIONS_AT_ONCE: Final = 64
"""Operations of a process: as many as the engine asks for on 16 cores, of itself."""

CALLS_AT_ONCE: Final = 32
"""Calls of one operation: more than the sections of a service or the spans of a week."""

Answer = TypeVar("Answer")


def answer_more_at_once() -> None:
    """Let the pool that this thread belongs to grow; where it can't be found, it stays at four.

    The SDK answers the engine with four threads, whatever `--parallel` says, and they wait for
    the API most of the time.
    """
    pool = _own_pool()
    if pool is not None and isinstance(getattr(pool, "_max_workers", None), int):
        pool._max_workers = max(pool._max_workers, OPERATIONS_AT_ONCE)
        # A thread is started where work is handed in, and some may be waiting in line already.
        for _ in range(OPERATIONS_AT_ONCE):
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


def at_once(calls: Mapping[str, Callable[[], Answer]]) -> dict[str, Answer]:
    """Make several calls at once and wait for all.

    Returns every answer, or raises the first error in the order of the calls.
    """
    if len(calls) == 1:
        return {name: call() for name, call in calls.items()}
    with ThreadPoolExecutor(max_workers=min(CALLS_AT_ONCE, max(1, len(calls)))) as pool:
        futures = {name: pool.submit(copy_context().run, call) for name, call in calls.items()}
        return {name: future.result() for name, future in futures.items()}


def write_at_once(writes: Mapping[str, Callable[[], None]]) -> None:
    """Make several writes at once and wait for all.

    Raises the error itself where there is one call, or no such object; else PartlyWritten,
    which names what was written and what was not.
    """

    def outcome(write: Callable[[], None]) -> LiveVoxError | None:
        try:
            write()
        except LiveVoxError as error:
            return error
        return None

    outcomes = at_once({name: partial(outcome, write) for name, write in writes.items()})
    failed = {name: error for name, error in outcomes.items() if error is not None}
    if not failed:
        return
    errors = list(failed.values())
    alike = len(errors) == 1 or all(isinstance(error, NotFound) for error in errors)
    if len(failed) == len(writes) and alike:
        raise errors[0]
    raise PartlyWritten([name for name in writes if name not in failed], failed)
