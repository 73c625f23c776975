"""Many threads that begin at once."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier
from typing import Any


def at_once(number: int, act: Callable[[], Any]) -> list[Future[Any]]:
    """Let so many threads do the same thing at the same time, and wait for all."""
    together = Barrier(number)

    def run() -> Any:
        together.wait()
        return act()

    with ThreadPoolExecutor(number) as threads:
        return [threads.submit(run) for _ in range(number)]
