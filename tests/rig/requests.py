"""A request, whoever noted it: the client's side, a server's, or the sandbox's log."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

SERVICES = "/configuration/services"


@dataclass(frozen=True)
class Request:
    """What was asked; when, how it was headed and what it was answered does not count."""

    verb: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict, compare=False)
    status: int | None = field(default=None, compare=False)
    at: float = field(default_factory=time.monotonic, compare=False)

    def __str__(self) -> str:
        return f"{self.verb} {self.path}"


def query_of(text: str) -> dict[str, str]:
    """A query by its names."""
    return dict(parse_qsl(text, keep_blank_values=True))
