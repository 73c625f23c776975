"""Names as pictures show them: each can be seen, and none turns what stands beside it."""

from __future__ import annotations

import unicodedata
from typing import Final

NO_NAME: Final = "(no name)"

ISOLATE: Final = "\N{FIRST STRONG ISOLATE}"
POP: Final = "\N{POP DIRECTIONAL ISOLATE}"

_LEFT_TO_RIGHT: Final = frozenset({"L", "EN", "ES", "ET", "CS", "NSM", "BN", "B", "S", "WS", "ON"})


def shown(name: str) -> str:
    """Return a name, or "(no name)" where nothing of it can be seen."""
    seen = any(not each.isspace() and unicodedata.category(each) != "Cf" for each in name)
    return name if seen else NO_NAME


def isolated(name: str) -> str:
    """Return a name as it may stand in a sentence: one that is read from the right is isolated."""
    turns = any(unicodedata.bidirectional(each) not in {*_LEFT_TO_RIGHT, ""} for each in name)
    return f"{ISOLATE}{name}{POP}" if turns else name
