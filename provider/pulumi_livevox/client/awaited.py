"""An answer that one thread brings and others wait for; so is the error, where that comes of it."""

import copy
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

T = TypeVar("T")


class Awaited(Generic[T]):
    """One question that any number of threads have, and one of them asks."""

    def __init__(self) -> None:
        self._answer: Future[T] = Future()

    def bring(self, ask: Callable[[], T]) -> T:
        """Ask, in this thread; its answer or its error is that of all who wait."""
        try:
            answer = ask()
        except BaseException as problem:
            self._answer.set_exception(problem)
            raise
        self._answer.set_result(answer)
        return answer

    def wait(self) -> T:
        """Return what another thread brings, or raise its error."""
        problem = self._answer.exception()
        if problem is not None:
            # A raised error collects the traceback of its thread: each raises one of its own.
            raise copy.copy(problem)
        return self._answer.result()

    @property
    def ended(self) -> bool:
        """Whether the answer is here, or an error."""
        return self._answer.done()

    @property
    def problem(self) -> BaseException | None:
        """The error of a question that has ended; none where it was answered."""
        return self._answer.exception()
