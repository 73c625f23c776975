"""Faults: what may go wrong between the API and its caller, and when it does.

They are set by a file (`pulumi-livevox sandbox --faults FILE`) or, while the sandbox runs, by
`PUT /sandbox/faults` with the same JSON; `GET` shows what is set and how often each struck,
`DELETE` clears it. A PUT replaces what was set, and counting begins anew.

    {"faults": [
        {"kind": "answer-lost", "method": "POST", "path": "/configuration/services", "at": 2},
        {"kind": "rate-limited", "retry_after": 3, "every": 11, "limit": 5},
        {"kind": "status-503", "path": "/configuration/services/*/phone", "carried_out": true},
        {"kind": "list-lags", "seconds": 5}
    ]}

Which requests a fault looks at: all of the API's, logins and refused ones included; `method`,
`path` (a `*` stands for anything within one part of it) and `query` (a text that the decoded query
contains) narrow that down. Which of those it strikes, counted from 1 as they arrive: the one that
`at` says, every n-th one by `every`, or all; at most `limit` of them. Where several faults want one
request the first in the file has it, and the others do not make up for it.

Each class below is a kind; its other options are its fields. A fault that is carried out replaces
the API's answer whatever that was, also a refusal.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, get_args
from urllib.parse import unquote_plus

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

#: Nothing waits, or looks back, for longer than this.
LONGEST_SECONDS = 3600


def _path(value: str) -> str:
    if not value.startswith("/") or "?" in value:
        raise PydanticCustomError(
            "path", "must begin with / and hold no query: that is what the key query is for"
        )
    return value


Positive = Annotated[int, Field(ge=1)]
Seconds = Annotated[float, Field(gt=0, le=LONGEST_SECONDS)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What of a request decides whether a fault strikes it."""

    method: str
    path: str
    query: str


class Strike(_Strict):
    """A fault that strikes single requests, and which ones."""

    method: Literal["GET", "POST", "DELETE"] | None = None
    path: Annotated[str, AfterValidator(_path)] | None = None
    query: str | None = None
    at: Positive | None = None
    every: Positive | None = None
    limit: Positive | None = None

    @model_validator(mode="after")
    def _one_rhythm(self) -> "Strike":
        if self.at is not None and self.every is not None:
            raise PydanticCustomError("rhythm", "at and every exclude each other")
        return self

    def looks_at(self, arrival: Arrival) -> bool:
        """Tell whether a request is one of those that are counted."""
        return (
            self.method in (None, arrival.method)
            and (self.path is None or self._pattern.fullmatch(arrival.path) is not None)
            and (self.query is None or self.query in unquote_plus(arrival.query))
        )

    def is_due(self, count: int, struck: int) -> bool:
        """Tell whether it strikes the request with this number, after so many strikes."""
        if self.limit is not None and struck >= self.limit:
            return False
        if self.at is not None:
            return count == self.at
        return self.every is None or count % self.every == 0

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("[^/]*".join(map(re.escape, (self.path or "").split("*"))))


class AnswerLost(Strike):
    """The request is carried out; then the connection is closed without an answer."""

    kind: Literal["answer-lost"]


class ConnectionCut(Strike):
    """The connection is closed before the request is carried out."""

    kind: Literal["connection-cut"]


class ResetInBody(Strike):
    """Carried out; the head and half of the body arrive, then the connection is reset (RST).

    A 204, which has no body, becomes a 200 with one of its own.
    """

    kind: Literal["reset-in-body"]


class TruncatedJson(Strike):
    """Carried out; the answer is complete as HTTP, but its JSON ends in the middle.

    A 204, which has no body, becomes a 200 with half a body of its own.
    """

    kind: Literal["truncated-json"]


class Html200(Strike):
    """A proxy's page with status 200 instead of the answer."""

    status: ClassVar[int] = 200
    kind: Literal["html-200"]
    carried_out: bool = True


class Html502(Strike):
    """A proxy's page with status 502 instead of the answer."""

    status: ClassVar[int] = 502
    kind: Literal["html-502"]
    carried_out: bool = False


class Status202(Strike):
    """Carried out, and answered as if only a part of it were."""

    kind: Literal["status-202"]


class Status500(Strike):
    """An error of the platform."""

    status: ClassVar[int] = 500
    kind: Literal["status-500"]
    carried_out: bool = False


class Status503(Strike):
    """The platform is not available."""

    status: ClassVar[int] = 503
    kind: Literal["status-503"]
    carried_out: bool = False


class RateLimited(Strike):
    """429, not carried out.

    `retry_after` adds the header Retry-After, in seconds or, with `as_date`, as the HTTP date that
    many seconds from now.
    """

    kind: Literal["rate-limited"]
    retry_after: Annotated[int, Field(ge=0, le=LONGEST_SECONDS)] | None = None
    as_date: bool = False

    @model_validator(mode="after")
    def _date_of_something(self) -> "RateLimited":
        if self.as_date and self.retry_after is None:
            raise PydanticCustomError("as_date", "as_date needs retry_after")
        return self


class Late(Strike):
    """Answered after some seconds; carried out at their start or at their end."""

    kind: Literal["late"]
    seconds: Seconds
    carried_out: Literal["start", "end"] = "start"


class SessionExpired(Strike):
    """All sessions end right before the request, which is therefore answered 401.

    A login, which needs no session, opens a new one.
    """

    kind: Literal["session-expired"]


class ListLags(_Strict):
    """Lists show the state of some seconds ago. No strike, but a condition as long as it is set.

    `services`: List Services, as to services created, renamed or deleted since it was set; `hours`:
    Read Service Inbound Hours. It counts as a strike where something is young enough to be missed.
    """

    kind: Literal["list-lags"]
    seconds: Seconds
    lists: Annotated[frozenset[Literal["services", "hours"]], Field(min_length=1)] = frozenset(
        {"services"}
    )


AnyStrike = (
    AnswerLost
    | ConnectionCut
    | ResetInBody
    | TruncatedJson
    | Html200
    | Html502
    | Status202
    | Status500
    | Status503
    | RateLimited
    | Late
    | SessionExpired
)
Fault = AnyStrike | ListLags

_MODELS: dict[str, type[BaseModel]] = {
    get_args(model.model_fields["kind"].annotation)[0]: model for model in get_args(Fault)
}

#: The name of every kind.
KINDS = tuple(_MODELS)


class _Faults(_Strict):
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


def show_fault(fault: Fault) -> dict[str, Any]:
    """Describe a fault as it was set."""
    return fault.model_dump(mode="json", exclude_unset=True)


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
            known = _Faults if kind is None else _MODELS[kind]
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
