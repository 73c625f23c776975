"""The kinds of faults: what may go wrong between the API and its caller, and when it does.

Which requests a fault looks at: all of the API's, logins and refused ones included; `method`,
`path` (a `*` stands for anything within one part of it) and `query` (a text that the decoded query
contains) narrow that down. Which of those it strikes, counted from 1 as they arrive: the one that
`at` says, every n-th one by `every`, or all; at most `limit` of them. Where several faults want one
request the first in the file has it, and the others do not make up for it.

Each class below is a kind; its other options are its fields. A fault that is carried out replaces
the API's answer whatever that was, also a refusal.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar, Literal, get_args
from urllib.parse import unquote_plus

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

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


class Strict(BaseModel):
    """Data of the right types, with no key that means nothing."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


@dataclass(frozen=True, slots=True)
class Arrival:
    """What of a request decides whether a fault strikes it."""

    method: str
    path: str
    query: str


class Strike(Strict):
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


class ListLags(Strict):
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

#: Every kind by its name.
KINDS: dict[str, type[BaseModel]] = {
    get_args(model.model_fields["kind"].annotation)[0]: model for model in get_args(Fault)
}
