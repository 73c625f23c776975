"""One run of one program: what its resources know of one another, and what is told at its end.

A process may run programs one after another and at once, as the Automation API does: nothing of
one run may count in another. With the mocks of a unit test there is no run: a resource knows of
no other.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from weakref import WeakKeyDictionary

import pulumi
from pulumi.runtime.mocks import MockMonitor
from pulumi.runtime.settings import get_monitor, get_root_resource


class Run:
    """What the resources of one program declare in one run."""

    def __init__(self) -> None:
        self.declared: dict[tuple[str, ...], str] = {}
        """The resource that declares a thing, by the thing."""
        self.services: set[str] = set()
        """The identities of the services that are declared."""
        self.children: set[tuple[str, str, str]] = set()
        """What else is declared: its kind, its service's id, and the number of a caller ID."""
        self.service_ids: set[str] = set()
        """The ids of those services, as far as a preview knows them."""
        self.with_default: set[str] = set()
        """The ids of services whose default caller ID is declared, as far as a preview knows."""
        self._before_its_end: list[Callable[[], None]] = []
        self._after_its_end: list[Callable[[], None]] = []

    def before_its_end(self, tell: Callable[[], None]) -> None:
        """Call `tell` when the program has come to its end, before anything is deleted.

        A program that breaks off comes to no end; nor does one whose resources failed.
        """
        self._watch_its_end()
        if tell not in self._before_its_end:
            self._before_its_end.append(tell)

    def after_its_end(self, tell: Callable[[], None]) -> None:
        """Call `tell` when the engine has also deleted what the program no longer declares."""
        self._watch_its_end()
        self._after_its_end.append(tell)

    def _watch_its_end(self) -> None:
        if self._before_its_end or self._after_its_end:
            return
        # A program that has come to its end says so to its monitor, and the answer comes when the
        # engine is done. Each run has a monitor of its own.
        monitor = get_monitor()
        if monitor is None:
            return
        end = monitor.SignalAndWaitForShutdown

        def watched(*args: object, **kwargs: object) -> object:
            for tell in self._before_its_end:
                tell()
            answer = end(*args, **kwargs)
            for tell in self._after_its_end:
                tell()
            return answer

        monitor.SignalAndWaitForShutdown = watched


_runs: WeakKeyDictionary[pulumi.Resource, Run] = WeakKeyDictionary()
_lock = threading.Lock()


def current() -> Run:
    """Return the run that this is part of."""
    stack = get_root_resource()
    if stack is None or is_mocked():
        return Run()
    with _lock:
        return _runs.setdefault(stack, Run())


def is_mocked() -> bool:
    """Tell whether this is a unit test with mocks (`pulumi.runtime.set_mocks`)."""
    return isinstance(get_monitor(), MockMonitor)
