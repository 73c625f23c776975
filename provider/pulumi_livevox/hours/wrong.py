"""What is raised for opening hours that can't be."""

from __future__ import annotations

from collections.abc import Sequence


class WrongHours(ValueError):
    """Opening hours that can't be: a sentence for each wrong value, on a line of its own.

    In a Pulumi program it is a RunError as well (see `shown_as`): the engine prints its message
    alone.
    """

    problems: tuple[str, ...]
    """The sentences."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


_raised: type[WrongHours] = WrongHours


def shown_as(kind: type[WrongHours]) -> None:
    """Have `refusal` return errors of a kind that the running process shows without a traceback."""
    global _raised
    _raised = kind


def refusal(problems: Sequence[str]) -> WrongHours:
    """Return what is to be raised for some problems, each a sentence."""
    return _raised(problems)
