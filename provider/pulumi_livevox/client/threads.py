"""Threads to wait in: each does one piece of work after the other.

Starting one costs as much as a small call. They end with the process, whatever they wait for; those
of `concurrent.futures` keep it from ending.
"""

import os
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")

_Piece = tuple[Callable[[], Any], Future[Any]]

_idle: deque[SimpleQueue[_Piece]] = deque()
"""Where the threads that have nothing to do wait for it."""

# A forked process has none of them.
os.register_at_fork(after_in_child=_idle.clear)


def in_a_thread(work: Callable[[], T]) -> Future[T]:
    """Begin some work in a thread that has nothing to do, or in a new one."""
    done: Future[T] = Future()
    try:
        handed = _idle.pop()
    except IndexError:
        handed = SimpleQueue()
        Thread(target=_work, args=(handed,), name="livevox-call", daemon=True).start()
    handed.put((work, done))
    return done


def _work(handed: SimpleQueue[_Piece]) -> None:
    while True:
        _settle(*handed.get(), handed)


def _settle(work: Callable[[], T], done: Future[T], handed: SimpleQueue[_Piece]) -> None:
    try:
        tell = partial(done.set_result, work())
    except BaseException as problem:
        tell = partial(done.set_exception, problem)
    # Before it is told: whoever hears of it may begin the next piece, and finds this thread.
    _idle.append(handed)
    tell()
