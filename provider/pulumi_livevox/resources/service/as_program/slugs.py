"""Names of resources and variables, made of names that may hold anything."""

from __future__ import annotations

import builtins
import hashlib
import keyword
import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

_LONGEST: Final = 60
"""How long a resource's name gets at most."""

_LETTERS: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "å": "aa"}
    | {"đ": "d", "ð": "d", "þ": "th", "ł": "l", "\u0131": "i"}
    | {"&": " and ", "'": "", "\u2019": ""}
)
"""Letters and signs that are spelled out, where taking an accent away would not do."""

_TAKEN: Final = frozenset({"livevox", "number", "pulumi", "shared"})
"""What programs use names for besides services."""


def slug(name: str) -> str:
    """Return a service's name as that of a resource: "Überlauf, Zürich (2)", ueberlauf-zuerich-2.

    It is of a to z, 0 to 9 and hyphens, and depends on the name alone. A name without such a
    letter or digit becomes "service" with a few digits that are always the same.
    """
    spelled = unicodedata.normalize("NFC", name).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    short = "-".join(words)
    if len(short) > _LONGEST:
        short = short[: _LONGEST + 1].rpartition("-")[0] or short[:_LONGEST]
    if short:
        return short
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    return f"service-{digest[:6]}"


def variable(resource_name: str) -> str:
    """Return a name of a resource as one of a variable: main-line, main_line."""
    name = slug(resource_name).replace("-", "_")
    if name[0].isdigit():
        name = f"line_{name}"
    is_taken = keyword.iskeyword(name) or keyword.issoftkeyword(name) or hasattr(builtins, name)
    is_module = name in _TAKEN or re.fullmatch(r"call_center_\d+", name)
    return f"{name}_" if is_taken or is_module else name


def unique(wanted: Iterable[str], *, separator: str) -> list[str]:
    """Return names in their order, those that are taken with the first free number behind them."""
    wanted = list(wanted)
    natural = frozenset(wanted)
    given: dict[str, None] = {}
    for name in wanted:
        given[_free(name, separator, given, natural)] = None
    return list(given)


def _free(name: str, separator: str, given: Collection[str], natural: Collection[str]) -> str:
    if name not in given:
        return name
    numbers = range(2, len(given) + len(natural) + 3)
    numbered = (f"{name}{separator}{number}" for number in numbers)
    return next(each for each in numbered if each not in given and each not in natural)
