"""How what users type for a caller ID is normalised and judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from pulumi_livevox.declaring.judged import Judged
from pulumi_livevox.declaring.judging import validate
from pulumi_livevox.declaring.sentences import missing
from pulumi_livevox.wire.fields import Flag, Id, PhoneNumber


class _CallerId(BaseModel):
    """The properties of a caller ID as state keeps them."""

    service: Id | None = None
    phone_number: PhoneNumber | None = None
    default: Flag | None = None


def judge(typed: Mapping[str, Any], old: Mapping[str, Any] | None) -> Judged:
    """Judge what is typed, whatever the state has (`old`, None where it has nothing).

    The service is kept as the text of its id, as the engine keeps ids. Unknown values pass.
    """
    inputs, problems = validate(
        _CallerId, {name: typed[name] for name in _CallerId.model_fields if name in typed}
    )
    problems += missing(typed, ("service", "phone_number"))
    if isinstance(inputs.get("service"), int):
        inputs["service"] = str(inputs["service"])
    return Judged(inputs, problems)
