"""The types of the API's values.

Two families. What goes to the API is judged strictly, and the message of each failure says in a
few words what the value may be. What comes from the API is taken as it is, so long as its type
fits: the platform may learn new values before this package does.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, PlainValidator
from pydantic_core import PydanticCustomError

from pulumi_livevox.wire.phone_numbers import parse_phone_number

_LARGEST = 2**63 - 1


def _problem(may_be: str) -> PydanticCustomError:
    return PydanticCustomError("may_be", "{may_be}", {"may_be": may_be})


def _integer(value: Any) -> int | None:
    """Return the whole number that a JSON number means; a number in a state file is a float."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and not value.is_integer():
        return None
    return int(value) if abs(value) <= _LARGEST else None


def _whole_number_from(smallest: int) -> Callable[[Any], int]:
    def parse(value: Any) -> int:
        if isinstance(value, str):
            text = value.strip()
            value = int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None
        number = _integer(value)
        if number is None or number < smallest:
            raise _problem(f"a whole number from {smallest}")
        return number

    return parse


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _problem("true or false")
    return value


def _text(value: Any) -> str:
    # Half a surrogate pair is a str in Python, and cannot be written anywhere.
    if not isinstance(value, str) or any("\ud800" <= each <= "\udfff" for each in value):
        raise _problem("text")
    return value


def _non_empty_text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _problem("text that is not blank")
    return _text(value)


def _phone_number(value: Any) -> str:
    # A number in a state file is a float; 8773402033.0 is a phone number all the same.
    number = _integer(value)
    try:
        return parse_phone_number(_text(value) if number is None else number)
    except ValueError as problem:
        raise _problem(str(problem)) from None


def one_of(choices: type[StrEnum]) -> BeforeValidator:
    """Take the values of a closed list, and no other."""
    members = {choice.value: choice for choice in choices}

    def parse(value: Any) -> StrEnum:
        if not isinstance(value, str) or value not in members:
            raise _problem(f"one of {', '.join(members)}")
        return members[value]

    return BeforeValidator(parse)


WholeNumber = Annotated[int, PlainValidator(_whole_number_from(0))]
"""A whole number from 0; also 101.0 and "101", never true or false."""

Id = Annotated[int, PlainValidator(_whole_number_from(1))]
"""The id of an object: a whole number from 1."""

Flag = Annotated[bool, PlainValidator(_flag)]
"""True or false, and nothing that resembles them."""

Text = Annotated[str, PlainValidator(_text)]
"""Any text."""

NonEmptyText = Annotated[str, PlainValidator(_non_empty_text)]
"""Text that is not blank."""

PhoneNumber = Annotated[str, PlainValidator(_phone_number)]
"""A phone number in any usual spelling, brought into ten digits."""


def _answered_text(value: Any) -> str:
    if not isinstance(value, str):
        raise _problem("text")
    # Half a surrogate pair is a str in Python, and can be written nowhere.
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _answered_number(value: Any) -> int:
    number = _integer(value)
    if number is None:
        raise _problem("a whole number")
    return number


def open_list(choices: type[StrEnum]) -> BeforeValidator:
    """Take any text that the API answers; a value that is known gets its type."""
    members = {choice.value: choice for choice in choices}

    def parse(value: Any) -> str:
        text = _text(value)
        return members.get(text, text)

    return BeforeValidator(parse)


AnsweredNumber = Annotated[int, PlainValidator(_answered_number)]
"""A number or an id of an answer."""

AnsweredText = Annotated[str, PlainValidator(_answered_text)]
"""Text of an answer; half a character is read as the sign for one that is not known."""

AnsweredName = Annotated[
    str, PlainValidator(lambda value: "" if value is None else _answered_text(value))
]
"""The name of an object; null is a blank one."""

AnsweredFlag = Annotated[bool, PlainValidator(_flag)]
"""True or false of an answer."""

_Item = TypeVar("_Item")

AnsweredList = Annotated[list[_Item], BeforeValidator(lambda value: [] if value is None else value)]
"""A list of an answer, where null is a list without entries."""
