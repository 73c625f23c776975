"""Reading faults from JSON, and saying in words what is wrong with it.

{"faults": [
{"kind": "answer-lost", "method": "POST", "path": "/configuration/services", "at": 2},
{"kind": "rate-limited", "retry_after": 3, "every": 11, "limit": 5},
{"kind": "status-503", "path": "/configuration/services/*/phone", "carried_out": true},
{"kind": "list-lags", "seconds": 5}
]}
"""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from pulumi_livevox.sandbox.faults.kinds import KINDS, Fault, ListLags, Strict


class _Faults(Strict):
    faults: list[Annotated[Fault, Field(discriminator="kind")]]

    @model_validator(mode="after")
    def _one_lag(self) -> "_Faults":
        if sum(isinstance(fault, ListLags) for fault in self.faults) > 1:
            raise PydanticCustomError("lags", "list-lags can be set only once")
        return self


class WrongFaults(Exception):
    """Faults that are not described as they have to be; says all that is wrong with them."""


def read_faults(raw: bytes) -> list[Fault]:
    """Read faults from JSON."""
    try:
        return _Faults.model_validate_json(raw).faults
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False)
        raise WrongFaults("; ".join(map(_words, problems))) from None


def _words(problem: ErrorDetails) -> str:
    where, context = problem["loc"], problem.get("ctx", {})
    # ("faults", 0, kind, key)
    place = f"faults[{where[1]}]" if len(where) > 1 else "the faults"
    kind = str(where[2]) if len(where) > 2 else None
    of_kind = place if kind is None else f"{place} ({kind})"
    match problem["type"]:
        case "union_tag_invalid":
            return f"{place}: there is no fault {context['tag']!r}; known are {_list(KINDS)}"
        case "union_tag_not_found":
            return f"{place}: the key kind is missing; known are {_list(KINDS)}"
        case "extra_forbidden":
            known = _Faults if kind is None else KINDS[kind]
            return (
                f"{of_kind}: there is no key {where[-1]!r}; known are {_list(known.model_fields)}"
            )
        case "json_invalid":
            return problem["msg"]
    # Of a place within the value, such as a list's third entry, only the key.
    key = where[3:4] if kind else where[:1] if len(where) == 1 else ()
    return ": ".join([of_kind, *map(str, key), problem["msg"]])


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
