"""What is known of outputs: most of it when a program has ended, asked for by another thread."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Mapping
from typing import Any, TypeVar

import pulumi
from pulumi.output import UNKNOWN, contains_unknowns

T = TypeVar("T")


class Loop:
    """The event loop of the running program; made by its own thread."""

    def __init__(self) -> None:
        self._loop = asyncio.get_event_loop()

    def run(self, question: Coroutine[Any, Any, T]) -> T:
        """Have something awaited there, and return what comes of it."""
        return asyncio.run_coroutine_threadsafe(question, self._loop).result()


async def value_of(value: Any) -> Any:
    """Return what a value, or an output, is; with the SDK's unknowns in it.

    As `Output.from_input` does, which makes an output of each thing inside.
    """
    if isinstance(value, pulumi.Output):
        known, value = await value.is_known(), await value.future(with_unknowns=True)
        return await value_of(value) if known or contains_unknowns(value) else UNKNOWN
    if isinstance(value, Mapping):
        return {key: await value_of(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [await value_of(item) for item in value]
    return value


async def is_new(own_id: pulumi.Output[str]) -> bool:
    """Tell, in a preview, whether the state does not have a resource yet, by its id."""
    return not await own_id.is_known()


async def secret_paths(value: Any, path: str = "") -> list[str]:
    """Return the paths of what is secret in a value with outputs in it; "" is all of it."""
    if isinstance(value, pulumi.Output):
        return [path] if await value.is_secret() else []
    if not isinstance(value, Mapping):
        return []
    return [
        secret
        for name, item in value.items()
        for secret in await secret_paths(item, f"{path}.{name}".lstrip("."))
    ]


def is_secret(values: Iterable[Any]) -> pulumi.Output[bool]:
    """Return whether one of some values, or outputs, is secret; what is returned is none."""

    async def found() -> bool:
        return any([await secret_paths(value) for value in values])

    return pulumi.Output.from_input(found())


def is_known(value: Any) -> bool:
    """Tell whether a value that was awaited is there and has nothing unknown in it."""
    return value is not None and not contains_unknowns(value)
