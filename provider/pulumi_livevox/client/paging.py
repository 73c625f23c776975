"""From one page of a list to the next.

A page names the next one by an address relative to the host's root, without a leading slash:
joined to the address of the request it would go wrong. Only its query is taken over. Where it
leads has to be where the list is, for the session goes along.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol, TypeVar
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

from pulumi_livevox.client.calls import Call
from pulumi_livevox.client.errors import AnswerNotUnderstood


class Page(Protocol):
    """A page that may name a next one."""

    @property
    def next(self) -> str | None:
        """The address of the next page; none or blank on the last one."""


PageT = TypeVar("PageT", bound=Page)

_DEFAULT_PORTS = {"http": 80, "https": 443}


def pages(
    first: Call, fetch: Callable[[Call], PageT], base_url: str, max_pages: int
) -> Iterator[PageT]:
    """Fetch page after page, each when it is asked for."""
    call, seen = first, {_pairs(first.query)}
    for _ in range(max_pages):
        page = fetch(call)
        yield page
        link = (page.next or "").strip()
        if not link:
            return
        call = replace(first, query=_query_of(link, first, base_url))
        if _pairs(call.query) in seen:
            raise _problem(first, "the page it names has been read already")
        seen.add(_pairs(call.query))
    raise _problem(first, f"it still names another page after {max_pages} pages")


def _query_of(link: str, first: Call, base_url: str) -> str:
    base = urlsplit(base_url)
    try:
        target = urlsplit(link)
        elsewhere = bool(target.scheme or target.netloc) and _origin(target) != _origin(base)
    except ValueError:
        raise _problem(first, "what it names is not an address") from None
    path = "/" + target.path.lstrip("/")
    if elsewhere or path not in (first.path, base.path + first.path):
        raise _problem(first, "the page it names is not of this list")
    # Written anew: whatever the link holds, what is sent is a well-formed query.
    return urlencode(parse_qsl(target.query, keep_blank_values=True), quote_via=quote)


def _origin(address: SplitResult) -> tuple[str, str | None, int | None]:
    port = address.port or _DEFAULT_PORTS.get(address.scheme)
    return address.scheme, address.hostname, port


def _pairs(query: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(parse_qsl(query, keep_blank_values=True)))


def _problem(first: Call, reason: str) -> AnswerNotUnderstood:
    return AnswerNotUnderstood(str(first), "next", reason)
