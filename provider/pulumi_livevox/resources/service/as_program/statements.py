"""A service of a program, with its numbers and hours: the lines of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pulumi_livevox.resources.service.as_program.declarable import Declarable
from pulumi_livevox.resources.service.as_program.left_out import LeftOut
from pulumi_livevox.resources.service.as_program.python import (
    Call,
    Code,
    comment,
    formatted,
    literal,
    loop,
    statement,
)
from pulumi_livevox.resources.service.inputs import DICTS, GENERAL

_OUTBOUND_HOURS: Final = (
    "By the id: hours of a Service that is declared OUTBOUND are refused. Where the API refuses "
    'them, too, roll this out once with call_direction="INBOUND", and then as it is.'
)


@dataclass(frozen=True)
class Naming:
    """How a program calls a service."""

    resource: str
    variable: str


@dataclass(frozen=True)
class Said:
    """What a program says of a service besides what stands."""

    making: Mapping[str, Any] = field(default_factory=dict)
    """How it comes to be: `adopt_id`, `template_id`."""
    instead: Mapping[str, Any] = field(default_factory=dict)
    """What is written for a property in place of its value: the name of a shared one."""
    opts: Any = None
    remarks: tuple[str, ...] = ()
    """Comments above it."""


def block(declared: Declarable, naming: Naming, said: Said, *, is_named: bool) -> str:
    """Return the statements of a service, below a comment of what can't be declared.

    `is_named` gives it a variable, besides where its own numbers and hours need one.
    """
    lines = [comment(each) for each in said.remarks]
    lines += _left_out(declared.left_out)
    lines += _held_nothing(declared.held_nothing)
    target = naming.variable if is_named or declared.has_children else None
    lines.append(statement(_service(declared, naming, said), target))
    lines += _caller_ids(declared, naming)
    lines += _hours(declared, naming, said)
    return "\n".join(lines)


def left_out_whole(declared: Declarable) -> str:
    """Return the comment that stands for a service that can't be declared."""
    said = f"Left out: service {declared.service.id}, as it can't be declared:"
    return "\n".join([comment(said), *_items(declared.left_out)])


def _service(declared: Declarable, naming: Naming, said: Said) -> Call:
    values: dict[str, Any] = {**declared.sections["general"]}
    values |= {name: declared.sections.get(name) or None for name in DICTS}
    values |= said.instead
    general = {name: values[name] for name in GENERAL if name in values and name != "name"}
    named = {
        "name": declared.service.name,
        **said.making,
        **general,
        **{name: values[name] for name in DICTS},
        "inherit_caller_ids": declared.inherit_caller_ids,
        "opts": said.opts,
    }
    return Call("livevox.Service", [naming.resource], named)


def _caller_ids(declared: Declarable, naming: Naming) -> list[str]:
    service = Code(naming.variable)
    match declared.numbers:
        case ():
            return []
        case (number,):
            name: Any = f"{naming.resource}-{number}"
            is_default: Any = True if declared.default else None
            given: Any = number
        case _:
            name, given = formatted(f"{naming.resource}-", "number"), Code("number")
            is_default = declared.default and Code(f"number == {literal(declared.default)}")
    named = {"service": service, "phone_number": given, "default": is_default}
    call = Call("livevox.CallerId", [name], named)
    if len(declared.numbers) == 1:
        return [statement(call)]
    return [loop("number", declared.numbers, call)]


def _hours(declared: Declarable, naming: Naming, said: Said) -> list[str]:
    sections = {"week": declared.week, "dates": declared.dates}
    days = {
        name: said.instead.get(name, spans) for name, spans in sections.items() if spans is not None
    }
    if not days:
        return []
    remarks = []
    service = Code(naming.variable)
    named: dict[str, Any] = {"service": service, **days}
    if declared.has_outbound_hours:
        remarks = [comment(_OUTBOUND_HOURS)]
        parent = Call("pulumi.ResourceOptions", [], {"parent": service})
        named |= {"service": declared.service.id, "opts": parent}
    call = Call("livevox.InboundHours", [f"{naming.resource}-hours"], named)
    return [*remarks, statement(call)]


def _left_out(left_out: tuple[LeftOut, ...]) -> list[str]:
    if not left_out:
        return []
    return [comment("Left out of this service, as it can't be declared:"), *_items(left_out)]


def _held_nothing(names: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Say what held nothing, a line a section; general properties have no prefix."""
    lines = [
        "- " + ("" if section == "general" else f"{section}: ") + ", ".join(each)
        for section, each in names.items()
        if each
    ]
    if not lines:
        return []
    said = "Held nothing. The API can't empty these again, so what was written to them since stays:"
    return [comment(said), *(comment(each, hanging="  ") for each in lines)]


def _items(left_out: tuple[LeftOut, ...]) -> list[str]:
    return [comment(f"- {each}", hanging="  ") for each in left_out]
