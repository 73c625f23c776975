"""Reads that threads share.

An answer that is young enough serves again, and one that is under way serves all who wait. Its age
counts from when the read began: what it shows is at least that new. "Not found" is an answer too.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import cast

from pulumi_livevox.client.answers import AnswerT
from pulumi_livevox.client.awaited import Awaited
from pulumi_livevox.client.calls import Method
from pulumi_livevox.client.errors import NotFound
from pulumi_livevox.wire import Answer


@dataclass(eq=False)
class _Read:
    begun: float = field(default_factory=time.monotonic)
    answer: Awaited[Answer] = field(default_factory=Awaited)


class SharedReads:
    """The latest read of each section of each service."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._reads: dict[int, dict[Method, _Read]] = {}

    def get(
        self, service_id: int, method: Method, max_age: float, ask: Callable[[], AnswerT]
    ) -> AnswerT:
        """Return an answer that is not older than `max_age` seconds; 0 always asks anew."""
        with self._lock:
            reads = self._reads.setdefault(service_id, {})
            read = reads.get(method)
            mine = read is None or max_age <= 0 or time.monotonic() - read.begun > max_age
            if read is None or mine:
                read = reads[method] = _Read()
        answer = self._asked(service_id, method, read, ask) if mine else read.answer.wait()
        return cast(AnswerT, answer)  # kept under the method that asks for this very type

    @contextmanager
    def write_to(self, service_id: int) -> Iterator[None]:
        """Forget a service before a write and after it: reads in between may show either state."""
        self._forget(service_id)
        try:
            yield
        finally:
            self._forget(service_id)

    def _asked(
        self, service_id: int, method: Method, read: _Read, ask: Callable[[], Answer]
    ) -> Answer:
        try:
            return read.answer.bring(ask)
        except NotFound:
            raise
        except BaseException:
            self._drop(service_id, method, read)
            raise

    def _drop(self, service_id: int, method: Method, read: _Read) -> None:
        with self._lock:
            reads = self._reads.get(service_id, {})
            if reads.get(method) is read:
                del reads[method]

    def _forget(self, service_id: int) -> None:
        with self._lock:
            self._reads.pop(service_id, None)
