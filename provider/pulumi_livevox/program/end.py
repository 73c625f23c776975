"""The end of a program: what users are told then, of all that they declared."""

from __future__ import annotations

import time
from typing import Any

from pulumi.runtime.settings import get_monitor

from pulumi_livevox.program import (
    adoption,
    copies,
    default_caller_ids,
    leftovers,
    siblings,
    takeovers,
)
from pulumi_livevox.program.running import once_a_run, stack


@once_a_run
def watch() -> None:
    """Have users told, when the running program comes to its end.

    A program that breaks off comes to no end; nor does one whose resources failed. Raises
    pulumi.RunError where `livevox:adopt` is wrong.
    """
    if stack() is None:
        return
    monitor: Any = get_monitor()
    declared, began = siblings.current(), time.time()
    taken_over, adopted, copied = takeovers.current(), adoption.adoptions(), copies.current()
    # A program that has come to its end says so to its monitor, and the answer comes when the
    # engine is done. Each run has a monitor of its own.
    end = monitor.SignalAndWaitForShutdown

    def watched(*args: object, **kwargs: object) -> object:
        default_caller_ids.tell(declared)
        copied.refuse_twins()
        adopted.tell_unclaimed()
        taken_over.tell()
        answer = end(*args, **kwargs)
        # The engine has also deleted what the program no longer declares.
        leftovers.tell(declared, began)
        return answer

    monitor.SignalAndWaitForShutdown = watched
