"""One run of one program: what its resources know of one another, and what is told at its end.

A process may run programs one after another and at once, as the Automation API does: nothing of
one run may count in another. With the mocks of a unit test there is no run: a resource knows of
no other.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock
from typing import Any, Final
from weakref import WeakKeyDictionary

import pulumi
from pulumi.runtime.mocks import MockMonitor
from pulumi.runtime.settings import get_monitor, get_root_resource


class Run:
    """What the resources of one program declare in one run."""

    def __init__(self) -> None:
        self.declared: dict[tuple[str, ...], str] = {}
        """The resource that declares a thing, by the thing (see program.declare)."""
        self.service_ids: set[str] = set()
        """The ids of the services that are declared, as far as a preview knows them."""
        self.began: Final = time.time()


Tell = Callable[[Run], None]
"""Tells the user something of a run."""

_before_the_end: list[Tell] = []
_after_the_end: list[Tell] = []


def before_the_end(tell: Tell) -> None:
    """Have `tell` called when a program has come to its end, before anything is deleted.

    A program that breaks off comes to no end; nor does one whose resources failed.
    """
    _before_the_end.append(tell)


def after_the_end(tell: Tell) -> None:
    """Have `tell` called when the engine has also deleted what a program no longer declares."""
    _after_the_end.append(tell)


_runs: WeakKeyDictionary[pulumi.Resource, Run] = WeakKeyDictionary()
_lock = Lock()


def current() -> Run:
    """Return the run that this is part of; one of its own where no program is running."""
    stack, monitor = get_root_resource(), get_monitor()
    if stack is None or monitor is None or is_mocked():
        return Run()
    with _lock:
        if stack not in _runs:
            _runs[stack] = Run()
            _watch_the_end(monitor, _runs[stack])
        return _runs[stack]


def is_mocked() -> bool:
    """Tell whether this is a unit test with mocks (`pulumi.runtime.set_mocks`)."""
    return isinstance(get_monitor(), MockMonitor)


def _watch_the_end(monitor: Any, run: Run) -> None:
    # A program that has come to its end says so to its monitor, and the answer comes when the
    # engine is done. Each run has a monitor of its own.
    end = monitor.SignalAndWaitForShutdown

    def watched(*args: object, **kwargs: object) -> object:
        for tell in _before_the_end:
            tell(run)
        answer = end(*args, **kwargs)
        for tell in _after_the_end:
            tell(run)
        return answer

    monitor.SignalAndWaitForShutdown = watched
