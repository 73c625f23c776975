"""Reads that threads share: one that was made, or is under way, serves all until a write."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import cast

from pulumi_livevox.client.asked_once import AskedOnce
from pulumi_livevox.client.calls import Method
from pulumi_livevox.client.errors import NotFound
from pulumi_livevox.client.sending.answers import AnswerT
from pulumi_livevox.wire.models import Answer


class SharedReads:
    """The latest read of each section of each service. "Not found" is an answer too."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._services: dict[int, AskedOnce[Method, Answer]] = {}

    def get(self, service_id: int, method: Method, ask: Callable[[], AnswerT]) -> AnswerT:
        """Return the latest answer; ask where there is none, and none under way."""
        # Kept under the method that asks for this very type.
        return cast(AnswerT, self._of(service_id).get(method, ask))

    def get_anew(self, service_id: int, method: Method, ask: Callable[[], AnswerT]) -> AnswerT:
        """Ask; the answer is then the latest."""
        return cast(AnswerT, self._of(service_id).get_anew(method, ask))

    @contextmanager
    def write_to(self, service_id: int) -> Iterator[None]:
        """Forget a service before a write and after it: reads in between may show either state."""
        self._forget(service_id)
        try:
            yield
        finally:
            self._forget(service_id)

    def _of(self, service_id: int) -> AskedOnce[Method, Answer]:
        with self._lock:
            return self._services.setdefault(service_id, AskedOnce(NotFound))

    def _forget(self, service_id: int) -> None:
        with self._lock:
            self._services.pop(service_id, None)
