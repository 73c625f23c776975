"""Values that stand for something else: what is not known yet, and what is to be cleared."""

from __future__ import annotations

from typing import Any, Final, TypeVar

T = TypeVar("T")


class Unknown:
    """A value that a preview can't know yet."""

    def __repr__(self) -> str:
        """Read as what it is in a failed assertion."""
        return "UNKNOWN"


UNKNOWN: Final = Unknown()
"""The one unknown value: what a preview hands over in place of an output not made yet."""


class Clear(str):
    """The type of `CLEAR`."""

    __slots__ = ()


CLEAR: Final = Clear("<cleared>")
"""Declares that a property holds nothing: writes the API's null.

The API takes it for `preview_mode`, `settings.lcid_package_id` and
`settings.call_acceptance_timeout`. (None means that a property is not declared.)
"""


def has_unknown(value: Any) -> bool:
    """Tell whether `value` is unknown, or holds something that is."""
    if isinstance(value, dict):
        return any(has_unknown(item) for item in value.values())
    if isinstance(value, list | tuple):
        return any(has_unknown(item) for item in value)
    return value is UNKNOWN


def known(value: T | Unknown | None) -> T:
    """Return a value that is declared and known by now. Raises ValueError where it is not."""
    if value is None or isinstance(value, Unknown):
        raise ValueError("not declared, or not known yet")
    return value
