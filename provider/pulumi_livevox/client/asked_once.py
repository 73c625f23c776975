"""Questions that threads have in common: one of them asks, and its answer is that of all."""

import copy
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key")
T = TypeVar("T")


class AskedOnce(Generic[Key, T]):
    """Answers by what they are about. Of the threads that ask at once one does, for all.

    An answer stays. An error is that of all who waited; whoever comes later asks again, unless it
    is an error that stays, too.
    """

    def __init__(self, *staying: type[BaseException]) -> None:
        self._staying = staying
        self._lock = Lock()
        self._questions: dict[Key, Future[T]] = {}

    def get(
        self, key: Key, ask: Callable[[], T], is_stale: Callable[[T], bool] = lambda answer: False
    ) -> T:
        """Return the answer that is known and not stale, or under way, or that asking brings."""
        with self._lock:
            question = self._questions.get(key)
            if question is None or (_is_answered(question) and is_stale(question.result())):
                bring = self._begun(key, ask)
            else:
                bring = partial(_awaited, question)
        return bring()

    def get_anew(self, key: Key, ask: Callable[[], T]) -> T:
        """Ask, whatever is known or under way; the answer is then what is known."""
        with self._lock:
            bring = self._begun(key, ask)
        return bring()

    def answers(self) -> list[T]:
        """Return all that is known."""
        with self._lock:
            questions = list(self._questions.values())
        return [question.result() for question in questions if _is_answered(question)]

    def _begun(self, key: Key, ask: Callable[[], T]) -> Callable[[], T]:
        question: Future[T] = Future()
        self._questions[key] = question
        return partial(self._brought, key, question, ask)

    def _brought(self, key: Key, question: Future[T], ask: Callable[[], T]) -> T:
        try:
            answer = ask()
        except BaseException as problem:
            # Before those who wait hear of it: they may ask again at once.
            if not isinstance(problem, self._staying):
                self._forget(key, question)
            question.set_exception(problem)
            raise
        question.set_result(answer)
        return answer

    def _forget(self, key: Key, question: Future[T]) -> None:
        with self._lock:
            if self._questions.get(key) is question:
                del self._questions[key]


def _is_answered(question: Future[T]) -> bool:
    return question.done() and question.exception() is None


def _awaited(question: Future[T]) -> T:
    problem = question.exception()
    if problem is not None:
        # An error that is raised collects the traceback of its thread: each raises one of its own.
        raise copy.copy(problem).with_traceback(problem.__traceback__)
    return question.result()
