"""Counting requests: which were sent, and how many had to wait for one another."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tests.rig.requests import SERVICES, Request
from tests.rig.sandbox import Sandbox

_HOURS_ID = re.compile(r"(?<=/inboundHours/)\d+")


def assert_sent(sandbox: Sandbox, names: dict[int, str], expected: Iterable[str]) -> None:
    """Fail unless exactly the expected requests came in, in whatever order; then forget them.

    A request reads like "POST support/phone/8773402031": services have the given names, the ids
    of hours are a star, and of a query its first parameter stands behind a question mark.
    """
    sent = Counter(_in_short(request, names) for request in sandbox.requests())
    wanted = Counter(expected)
    surplus, missing = sorted((sent - wanted).elements()), sorted((wanted - sent).elements())
    assert not surplus + missing, f"sent without need: {surplus}; not sent: {missing}"
    sandbox.forget()


def _in_short(request: Request, names: dict[int, str]) -> str:
    path = _HOURS_ID.sub("*", request.path.removeprefix(SERVICES)).lstrip("/")
    first, slash, rest = path.partition("/")
    place = names.get(int(first), first) if first.isdecimal() else first
    key = next(iter(request.query), None)
    query = "" if key is None else f"?{key}={request.query[key]}"
    return f"{request.verb} {place or 'services'}{slash}{rest}{query}"


@dataclass(frozen=True)
class Span:
    """When a request was under way, in seconds since the first of the log."""

    request: str
    began: float
    ended: float


def spans(sandbox: Sandbox, *parts: str) -> list[Span]:
    """The spans of all requests so far that have one of the texts in them."""
    lines = (sandbox.data / "access.jsonl").read_text().splitlines()
    entries = [json.loads(line) for line in lines]
    first = min(datetime.fromisoformat(each["time"]) for each in entries)
    found = []
    for each in entries:
        request = f"{each['method']} {each['path']}?{each['query']}"
        if any(part in request for part in parts):
            began = (datetime.fromisoformat(each["time"]) - first).total_seconds()
            found.append(Span(request, began, round(began + each["milliseconds"] / 1000, 6)))
    return found


def one_after_another(of: Iterable[Span]) -> list[Span]:
    """The longest chain of requests of which each began when the one before had ended."""
    chain: list[Span] = []
    for span in sorted(of, key=lambda each: each.ended):
        if not chain or span.began >= chain[-1].ended:
            chain.append(span)
    return chain


def most_at_once(of: list[Span]) -> list[Span]:
    """The most requests that were under way at one moment."""
    moments = ([each for each in of if each.began <= one.began < each.ended] for one in of)
    return max(moments, key=len, default=[])
