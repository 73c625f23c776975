"""The caller IDs of a service as a program types them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pulumi_livevox.resources.service.as_program.left_out import Trouble
from pulumi_livevox.wire.phone import Phone
from pulumi_livevox.wire.phone_numbers import EXAMPLE, parse_phone_number

DEFAULT: Final = "default_caller_id"
"""The name of the default number, among the phone properties; a CallerId declares it."""


@dataclass(frozen=True)
class Numbers:
    """The numbers that a program declares, in order and each once, and the default one."""

    numbers: tuple[str, ...]
    default: str | None
    troubles: tuple[Trouble, ...] = ()


def numbers_of(phone: Phone) -> Numbers:
    """Return the caller IDs of a list, whatever is on it.

    A number that is not written in ten digits can't be found on the list by one that is.
    """
    listed = sorted(set(phone.caller_id))
    numbers = tuple(number for number in listed if _is_declarable(number))
    troubles = [
        Trouble("phone.caller_id", number, f"it may be {EXAMPLE}")
        for number in listed
        if number not in numbers
    ]
    default = phone.default_caller_id
    if default is None or not default.strip():
        return Numbers(numbers, None, tuple(troubles))
    if default in numbers:
        return Numbers(numbers, default, tuple(troubles))
    reason = (
        "a CallerId declares it, and that number can't be declared"
        if default in listed
        else "it may be one of the service's caller IDs, and is not among them"
    )
    troubles.append(Trouble(f"phone.{DEFAULT}", default, reason))
    return Numbers(numbers, None, tuple(troubles))


def _is_declarable(number: str) -> bool:
    try:
        return parse_phone_number(number) == number
    except ValueError:
        return False
