"""The values that a program declares: plain ones, and outputs that are not known yet."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from enum import Enum
from inspect import isawaitable
from typing import Any

import pulumi
from pulumi.output import Unknown

from pulumi_livevox.declaring.values import UNKNOWN


def plain(value: Any) -> Any:
    """Return a typed value with enumerations and dates as the text that the engine keeps.

    What is to be awaited becomes an output: a coroutine can be awaited once, an output by everyone.
    """
    if isinstance(value, Enum):
        return value.value
    if isawaitable(value):
        return pulumi.Output.from_input(value)
    if isinstance(value, Mapping):
        return _plain_mapping(value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


def _plain_mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    plained: dict[str, Any] = {}
    for key, item in value.items():
        text = _plain_key(key)
        if text in plained:
            raise pulumi.RunError(f"{text} is declared twice, in two ways of writing it")
        plained[text] = plain(item)
    return plained


def _plain_key(key: Any) -> str:
    if isinstance(key, datetime.datetime):
        key = key.date()
    if isinstance(key, datetime.date):
        return key.isoformat()
    return str(key.value if isinstance(key, Enum) else key)


def has_output(value: Any) -> bool:
    """Tell whether a value is an output, or is to be awaited as one, or holds such a thing."""
    if isinstance(value, Mapping):
        return any(has_output(item) for item in value.values())
    if isinstance(value, list | tuple):
        return any(has_output(item) for item in value)
    return isinstance(value, pulumi.Output) or isawaitable(value)


def when_known(values: list[Any], call: Callable[..., Any]) -> Any:
    """Make a call with the values: at once where they are plain, else when they are known.

    What it returns is returned, or an output of that.
    """
    places = [place for place, each in enumerate(values) if isinstance(each, pulumi.Output)]
    if not places:
        return call(*values)
    if len(places) > 1:
        return pulumi.Output.all(*values).apply(lambda known: call(*known))
    # Combined with what is plain, the SDK makes outputs of that too, and programs wait for each.
    (place,) = places
    return values[place].apply(lambda known: call(*values[:place], known, *values[place + 1 :]))


def warn_of_secret(resource: pulumi.Resource, value: Any, warning: str) -> None:
    """Warn of a resource's value where it is secret."""

    def warn(is_secret: bool) -> None:
        if is_secret:
            pulumi.log.warn(warning, resource=resource)

    if isinstance(value, pulumi.Output):
        # As an output it is awaited before the program ends.
        secret: Any = value.is_secret()
        pulumi.Output.from_input(secret).apply(warn)


def id_of(value: Any) -> int | None:
    """Return the id that a program has typed as check reads it; None where it is none, or unknown.

    A number from another stack's outputs is a float.
    """
    text = id_text(value).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None


def id_text(service_id: Any) -> str:
    """Return an id as a resource has it; a number from another stack's outputs is a float."""
    if isinstance(service_id, float) and service_id.is_integer():
        service_id = int(service_id)
    return str(service_id)


def with_unknowns(value: Any) -> Any:
    """Return a value of a preview with what it can't know yet as UNKNOWN, and without None."""
    if isinstance(value, Unknown):
        return UNKNOWN
    if isinstance(value, Mapping):
        return {key: with_unknowns(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [with_unknowns(item) for item in value]
    return value
