"""Judging what users type: one clear sentence for each wrong value, before any call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from pulumi_livevox.declaring.sentences import was
from pulumi_livevox.declaring.values import CLEAR, UNKNOWN


def validate(
    model: type[BaseModel], typed: Mapping[str, Any], *, path: str = ""
) -> tuple[dict[str, Any], list[str]]:
    """Normalise the known values of one section by the model of the API's update body.

    Returns the values as state keeps them (unknown ones and CLEAR as they came) and a sentence
    for each that is wrong. `path` stands before each name in the sentences ("settings.").
    """
    clearable: frozenset[str] = getattr(model, "CLEARABLE", frozenset())
    problems: list[str] = [
        was(f"{path}{name}", str(CLEAR), "a value: the API can't clear it")
        for name, value in typed.items()
        if value == CLEAR and name not in clearable
    ]
    given = {
        name: value for name, value in typed.items() if value is not UNKNOWN and value != CLEAR
    }
    values, wrong = _validated(model, given)
    problems += [was(f"{path}{name}", typed[name], may_be) for name, may_be in wrong.items()]
    kept = {name: values.get(name, value) for name, value in typed.items()}
    return kept, problems


def _validated(
    model: type[BaseModel], given: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, str]]:
    wrong: dict[str, str] = {}
    try:
        valid = model.model_validate(given, by_alias=False, by_name=True)
    except ValidationError as error:
        for each in error.errors(include_url=False):
            message = each["msg"].removeprefix("Value error, ")
            wrong.setdefault(str(each["loc"][0]), message)
        right = {name: value for name, value in given.items() if name not in wrong}
        valid = model.model_validate(right, by_alias=False, by_name=True)
    return valid.model_dump(mode="json", exclude_unset=True, by_alias=False), wrong
