"""Counting requests: which were sent, and how many had to wait for one another."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.engine.harness import Request, Sandbox
from tests.engine.live import SERVICES

_HOURS_ID = re.compile(r"(?<=/inboundHours/)\d+")


def assert_sent(sandbox: Sandbox, names: dict[int, str], expected: Iterable[str]) -> None:
    """Fail unless exactly the expected requests came in, in whatever order; then forget them.

    A request reads like "POST support/phone/8773402031": services have the given names, the ids
    of hours are a star, and of a query its first parameter stands behind a question mark.
    """
    sent = Counter(_in_short(request, names) for request in sandbox.requests())
    wanted = Counter(expected)
    surplus, missing = sorted((sent - wanted).elements()), sorted((wanted - sent).elements())
    assert not surplus, f"sent without need: {surplus}"
    assert not missing, f"not sent: {missing}"
    sandbox.forget()


def _in_short(request: Request, names: dict[int, str]) -> str:
    path = _HOURS_ID.sub("*", request.path.removeprefix(SERVICES)).lstrip("/")
    first, slash, rest = path.partition("/")
    place = names.get(int(first), first) if first.isdecimal() else first
    key = next(iter(request.query), None)
    query = "" if key is None else f"?{key}={request.query[key]}"
    return f"{request.method} {place or 'services'}{slash}{rest}{query}"


@dataclass(frozen=True)
class Span:
    """When a request was under way."""

    began: datetime
    ended: datetime


def spans(sandbox: Sandbox, *parts: str) -> list[Span]:
    """The spans of all requests so far that have one of the texts in them."""
    lines = (sandbox.data / "access.jsonl").read_text().splitlines()
    entries = [json.loads(line) for line in lines]
    found = []
    for each in entries:
        if any(part in f"{each['method']} {each['path']}?{each['query']}" for part in parts):
            began = datetime.fromisoformat(each["time"])
            found.append(Span(began, began + timedelta(milliseconds=each["milliseconds"])))
    return found


def one_after_another(of: Iterable[Span]) -> int:
    """The most requests of which each began when the one before had ended."""
    number, free_from = 0, None
    for span in sorted(of, key=lambda each: each.ended):
        if free_from is None or span.began >= free_from:
            number, free_from = number + 1, span.ended
    return number


def most_at_once(of: Iterable[Span]) -> int:
    """The most requests that were under way at one moment."""
    found = list(of)
    return max(sum(each.began <= one.began < each.ended for each in found) for one in found)
