"""The calls of one operation that are made at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, wait
from contextvars import copy_context
from functools import partial
from threading import Semaphore
from typing import Final, TypeVar

from pulumi_livevox.client import LiveVoxError, NotFound
from pulumi_livevox.client.threads import in_a_thread
from pulumi_livevox.run.errors import PartlyWritten

_CALLS_AT_ONCE: Final = 32
"""Calls of one operation: more than the sections of a service or the spans of a week."""

Key = TypeVar("Key")
Answer = TypeVar("Answer")


def at_once(
    calls: Mapping[Key, Callable[[], Answer]], *, at_most: int = _CALLS_AT_ONCE
) -> dict[Key, Answer]:
    """Make several calls side by side, `at_most` so many at a time, and wait for all.

    Returns every answer, or raises the first error in the order of the calls. An interruption
    (Ctrl-C) waits for none.
    """
    if len(calls) == 1:
        return {name: call() for name, call in calls.items()}
    places = Semaphore(at_most)
    answers: dict[Key, Future[Answer]] = {}
    for name, call in calls.items():
        places.acquire()
        answers[name] = in_a_thread(partial(copy_context().run, call))
        answers[name].add_done_callback(lambda _: places.release())
    wait(answers.values())
    return {name: answer.result() for name, answer in answers.items()}


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
