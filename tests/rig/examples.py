"""The example requests and answers of the vendor's page, one for each method: examples.txt.

Each is a title, the request below the services with its body, and the answer. Where the page slips
(Update Phone's example says GET, Related's lists are shortened), the method line decides, and the
shortened lists stand without their dots.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.rig.requests import SERVICES, query_of

_BLOCK = re.compile(
    r"(?P<title>[^\n]+)\n(?P<verb>[A-Z]+) (?P<target>\S+)(?P<body>.*)\n"
    r"(?P<status>\d{3})(?P<document>.*)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Example:
    """A request, and how it is answered."""

    title: str
    verb: str
    target: str
    """Path and query, below the services."""

    body: Any
    status: int
    document: Any

    @property
    def path(self) -> str:
        return SERVICES + self.target.partition("?")[0]

    @property
    def query(self) -> dict[str, str]:
        return query_of(self.target.partition("?")[2])


def _read(block: str) -> Example:
    found = _BLOCK.fullmatch(block)
    assert found is not None, block
    body, document = (json.loads(found[part] or "null") for part in ("body", "document"))
    return Example(
        found["title"], found["verb"], found["target"], body, int(found["status"]), document
    )


_TEXT = Path(__file__).with_suffix(".txt").read_text()

EXAMPLES = {each.title: each for each in map(_read, _TEXT.strip().split("\n\n"))}
"""All of them by their titles, in the order of the page."""

GENERAL = EXAMPLES["Read Service General"].document
PHONE = EXAMPLES["Read Service Phone"].document
SETTINGS = EXAMPLES["Read Service Settings"].document
HOURS = EXAMPLES["Read Service Inbound Hours"].document["inboundHour"]
