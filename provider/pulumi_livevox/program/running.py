"""The program that is running.

A process may run programs one after another and at once, as the Automation API does: nothing of
one run may count in another. With the mocks of a unit test no program is running.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from threading import Lock
from typing import Final, TypeVar
from weakref import WeakKeyDictionary

import pulumi
from pulumi.runtime.mocks import MockMonitor
from pulumi.runtime.settings import get_monitor, get_root_resource

Made = TypeVar("Made")

_LANGUAGE_HOST: Final = "pulumi-language"
"""What the kernel calls it: the first fifteen letters of pulumi-language-python."""


def is_mocked() -> bool:
    """Tell whether this is a unit test with mocks (`pulumi.runtime.set_mocks`)."""
    return isinstance(get_monitor(), MockMonitor)


def is_inline() -> bool:
    """Tell whether a program runs in its user's own process: no language host has started it."""
    try:
        # The engine gives what it starts a process group of its own.
        return Path(f"/proc/{os.getpgrp()}/comm").read_text().strip() != _LANGUAGE_HOST
    except OSError:
        # A leader that has ended was none of the engine's; where there is no /proc nothing tells.
        return Path("/proc/self").exists()


def stack() -> pulumi.Resource | None:
    """Return the stack of the running program, one object a run; None where none is running."""
    return None if get_monitor() is None or is_mocked() else get_root_resource()


def once_a_run(make: Callable[[], Made]) -> Callable[[], Made]:
    """Call a function once in each run of a program; what it returns is that of the whole run.

    What raises is called again, and where no program is running each call is one of its own.
    """
    made: WeakKeyDictionary[pulumi.Resource, Made] = WeakKeyDictionary()
    lock = Lock()

    @wraps(make)
    def of_the_run() -> Made:
        running = stack()
        if running is None:
            return make()
        with lock:
            if running not in made:
                made[running] = make()
            return made[running]

    return of_the_run
