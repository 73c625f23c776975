"""Runs of a program, and what it is told."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import pulumi
import pytest

T = TypeVar("T")


class Stack:
    """What the SDK makes for each run."""


class Program:
    """A program that runs, again and again."""

    def __init__(self) -> None:
        self.stack = Stack()

    def run_again(self) -> None:
        self.stack = Stack()


def refusal(lookup: Callable[..., Any], *args: Any, **named: Any) -> str:
    """What a program is told of a lookup that is refused."""
    with pytest.raises(pulumi.RunError) as refused:
        lookup(*args, **named)
    return str(refused.value)


def run(program: Coroutine[Any, Any, T]) -> T:
    """Run a program to its end; the loop of others in this process stays what it is."""
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(program)
    finally:
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


def awaited(*outputs: Callable[[], pulumi.Output[Any]]) -> list[Any]:
    """The values of outputs that a program makes one after the other, and waits for together."""

    async def values() -> list[Any]:
        return list(await asyncio.gather(*[make().future() for make in outputs]))

    return run(values())
