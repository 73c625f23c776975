"""How what users type for a caller ID is normalised and judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from pulumi_livevox.declaring.judging import judge, missing
from pulumi_livevox.wire.fields import Flag, Id, PhoneNumber


class _CallerId(BaseModel):
    """The properties of a caller ID as state keeps them."""

    service: Id | None = None
    phone_number: PhoneNumber | None = None
    default: Flag | None = None


def normalise(typed: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the inputs as state keeps them, and a sentence for each that is wrong.

    The service is kept as the text of its id, as the engine keeps ids. Unknown values pass.
    """
    inputs, problems = judge(
        _CallerId, {name: typed[name] for name in _CallerId.model_fields if name in typed}
    )
    problems += missing(typed, ("service", "phone_number"))
    if isinstance(inputs.get("service"), int):
        inputs["service"] = str(inputs["service"])
    return inputs, problems


def warnings(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Return what is told of a declaration that stops nothing: of a caller ID there is nothing."""
    return []
