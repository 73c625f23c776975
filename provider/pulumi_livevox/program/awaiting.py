"""What is known of outputs: most of it when a program has ended, asked for by another thread."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterable, Mapping
from inspect import isawaitable
from typing import Any, TypeVar

import pulumi
from pulumi.output import UNKNOWN, contains_unknowns
from pulumi.runtime import settings

T = TypeVar("T")


class Loop:
    """The event loop of the running program; made by its own thread."""

    def __init__(self) -> None:
        self._loop = asyncio.get_event_loop()

    def run(self, question: Coroutine[Any, Any, T]) -> T:
        """Have something awaited there, and return what comes of it."""
        return asyncio.run_coroutine_threadsafe(question, self._loop).result()


def resources_first() -> None:
    """Have the SDK wait for the resources of a program, and then for outputs.

    That is how it means to wait; but it looks for resources on their way before the first is, and
    so watches all outputs anew at every answer of the engine: for 1,000 services most of the
    program's time. With something to wait for it stays at the resources. A mistake in an output is
    then told when all of them are there, which is right for previews alone.
    """
    # The SDK keeps what it waits for to itself; where that is not found it waits as ever.
    find = getattr(settings, "_get_rpc_manager", None)
    waited_for = getattr(find(), "rpcs", None) if callable(find) else None
    if isinstance(waited_for, list):
        waited_for.append(asyncio.ensure_future(asyncio.sleep(0)))


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
    return await value if isawaitable(value) else value


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
