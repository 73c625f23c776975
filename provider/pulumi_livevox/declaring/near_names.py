"""Names that were nearly typed: which of the known ones was meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(typed: str, known: Iterable[str], *, alike: float = 0.6) -> str | None:
    """Return the name of a closed list that is most like a typed one, None where none is.

    `alike` is how much two names have to have in common at least, from 0 to 1.
    """
    # Programs without a mistake need no library for it.
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(typed, names, n=1, cutoff=alike) or get_close_matches(
        typed.lower(), names, n=1, cutoff=alike
    )
    return close[0] if close else None


def alike(typed: str, known: Iterable[str], *, most: int = 3) -> list[str]:
    """Return the names, of many that people chose, which are most like a typed one; nearest first.

    Upper and lower case do not count.
    """
    from difflib import get_close_matches

    folded: dict[str, list[str]] = {}
    for name in known:
        folded.setdefault(name.casefold(), []).append(name)
    close = get_close_matches(typed.casefold(), folded, n=most)
    return [name for each in close for name in folded[each]][:most]


def meant(typed: str, known: Iterable[str]) -> list[str]:
    """Return the names that somebody who typed another one can only have meant.

    The list is known in part: what is like no name of it may be a name, too. Upper and lower case
    and missing separators do not count, nor does a letter that is wrong, missing, too many or
    swapped with the next; two in names of eight letters or more.
    """
    names = list(known)
    if typed in names:
        return []
    name = typed.strip().upper()
    # A name with other parts is another name: VM_TEMPLATE_ID is no TEMPLATE_ID.
    unlike = {each: _unlike(name, each) for each in names if each.count("_") == name.count("_")}
    return (
        [each for each in names if _letters(each) == _letters(name)]
        # What lacks its last part: INBOUND_TEMPLATE for INBOUND_TEMPLATE_ID.
        or [each for each in names if each.rpartition("_")[0] == name]
        or [each for each, (edits, _) in unlike.items() if edits == 1]
        # Swapped letters are two edits, and one slip.
        or [each for each, (_, slips) in unlike.items() if slips == 1]
        or [each for each, (_, slips) in unlike.items() if slips == 2 and len(each) >= 8]
    )


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name))


def _unlike(one: str, other: str) -> tuple[int, int]:
    """Return how many letters are to be edited, and how many of the longer name have no place."""
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, one, other).get_opcodes()
    edits = sum(max(b - a, d - c) for kind, a, b, c, d in blocks if kind != "equal")
    common = sum(b - a for kind, a, b, _, _ in blocks if kind == "equal")
    return edits, max(len(one), len(other)) - common
