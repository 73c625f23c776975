"""How the SDK waits for a program of many resources."""

from __future__ import annotations

import asyncio
from itertools import count
from typing import Final

from pulumi.runtime import settings

from pulumi_livevox.program.running import once_a_run, stack

_MANY: Final = 200
"""Of so many resources on, what the SDK does counts."""


def note_resource() -> None:
    """Note that the program declares one more resource of this package.

    Of many the SDK is made to wait for all resources, and then for outputs. That is how it means
    to wait; but it looks for resources on their way before the first is, and so watches all outputs
    anew at every answer of the engine: for 1,000 services most of the program's time. With
    something to wait for it stays at the resources. A mistake in an output is then told when all of
    them are there, and without its line: so not in small programs.
    """
    if stack() is not None and next(_declared()) == _MANY:
        _wait_for_resources_first()


@once_a_run
def _declared() -> count[int]:
    return count(1)


def _wait_for_resources_first() -> None:
    # The SDK keeps what it waits for to itself; where that is not found it waits as ever.
    find = getattr(settings, "_get_rpc_manager", None)
    waited_for = getattr(find(), "rpcs", None) if callable(find) else None
    if isinstance(waited_for, list):
        waited_for.append(asyncio.ensure_future(asyncio.sleep(0)))
