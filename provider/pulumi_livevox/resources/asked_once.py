"""Questions that the resources of a run have in common."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from pulumi_livevox.client.awaited import Awaited

Key = TypeVar("Key")
T = TypeVar("T")


class AskedOnce(Generic[Key, T]):
    """Answers by what they are about. Of the threads that ask at once one does, for all.

    An answer stays. An error is that of all who waited, and whoever comes later asks again.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: dict[Key, Awaited[T]] = {}

    def get(self, key: Key, ask: Callable[[], T]) -> T:
        """Return the answer that is known, or under way, or that asking brings."""
        with self._lock:
            mine = key not in self._answers
            answer = self._answers.setdefault(key, Awaited())
        return self._asked(key, answer, ask) if mine else answer.wait()

    def known(self) -> list[T]:
        """Return all answers so far."""
        with self._lock:
            answers = list(self._answers.values())
        return [each.wait() for each in answers if each.ended and each.problem is None]

    def _asked(self, key: Key, answer: Awaited[T], ask: Callable[[], T]) -> T:
        try:
            return answer.bring(ask)
        except BaseException:
            with self._lock:
                del self._answers[key]
            raise
