"""Query parameters: which are there, and whether they are what they should be."""

from collections.abc import Mapping
from dataclasses import dataclass

from pulumi_livevox.sandbox.bodies import LARGEST_INTEGER
from pulumi_livevox.sandbox.refusals import bad_request

#: The most entries that one answer of a list holds.
PAGE_CAP = 1000

Query = Mapping[str, str]


def text(query: Query, name: str) -> str:
    """Return a parameter that must be there and must not be blank."""
    value = query.get(name, "")
    if not value.strip():
        raise bad_request(f"The parameter {name} is mandatory")
    return value


def integer(query: Query, name: str) -> int:
    """Return a whole number that must be there."""
    value = text(query, name)
    # isdecimal() alone would let other scripts' digits pass.
    digits = value.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= len(str(LARGEST_INTEGER))):
        raise bad_request(f"The parameter {name} must be an integer, not {value!r}")
    return int(value)


def optional_integer(query: Query, name: str) -> int | None:
    """Return a whole number that may be left out."""
    return integer(query, name) if name in query else None


def flag(query: Query, name: str) -> bool:
    """Return a boolean that is false when left out."""
    value = query.get(name, "false")
    if value not in ("true", "false"):
        raise bad_request(f"The parameter {name} must be true or false, not {value!r}")
    return value == "true"


@dataclass(frozen=True, slots=True)
class Page:
    """The part of a list that is asked for."""

    count: int
    offset: int

    @classmethod
    def of(cls, query: Query) -> "Page":
        """Read `count` and `offset`: both mandatory, the count cut to the cap."""
        count, offset = integer(query, "count"), integer(query, "offset")
        if count < 1:
            raise bad_request("The parameter count must be at least 1")
        if offset < 0:
            raise bad_request("The parameter offset must not be negative")
        return cls(min(count, PAGE_CAP), offset)

    @property
    def following(self) -> int:
        """The offset of the page after this one."""
        return self.offset + self.count
