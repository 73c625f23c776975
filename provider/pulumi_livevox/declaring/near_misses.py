"""Names that were nearly typed: of lists that are known in part, and so are not closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def meant(typed: str, known: Iterable[str]) -> list[str]:
    """Return the known names that somebody who typed another one can only have meant.

    Upper and lower case and missing separators do not count, nor does a letter that is wrong,
    missing, too many or swapped with the next; two in names of eight letters or more.
    """
    names = list(known)
    if typed in names:
        return []
    name = typed.strip().upper()
    # A name with other parts is another name: VM_TEMPLATE_ID is no TEMPLATE_ID.
    parted = [each for each in names if each.count("_") == name.count("_")]
    return (
        [each for each in names if _letters(each) == _letters(name)]
        # What lacks its last part: INBOUND_TEMPLATE for INBOUND_TEMPLATE_ID.
        or [each for each in names if each.rpartition("_")[0] == name]
        or [each for each in parted if _within(1, name, each)]
        or [each for each in parted if len(each) >= 8 and _within(2, name, each)]
    )


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name))


def _within(edits: int, one: str, other: str) -> bool:
    """Tell whether so many edits make a name the other."""
    if one == other or abs(len(one) - len(other)) > edits:
        return one == other
    if one[:1] == other[:1]:
        return _within(edits, one[1:], other[1:])
    return edits > 0 and any(_within(edits - 1, *rest) for rest in _edited(one, other))


def _edited(one: str, other: str) -> Iterator[tuple[str, str]]:
    yield one[1:], other
    yield one, other[1:]
    yield one[1:], other[1:]
    if one[:2] == other[1::-1]:
        yield one[2:], other[2:]
