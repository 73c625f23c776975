"""Values as Python text, laid out as a formatter would: flat where it fits, else a line an item."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from pulumi_livevox.declaring.values import Clear

WIDTH: Final = 100
"""The longest line."""

_INDENT: Final = 4


@dataclass(frozen=True)
class Code:
    """Text that is Python already, such as a name."""

    text: str


@dataclass(frozen=True)
class Merged:
    """A dict of its own values on top of a named one: `{**SETTINGS, "voice_id": 2}`."""

    base: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Call:
    """A call, with arguments by place and by name; None by name is left out."""

    function: str
    arguments: Sequence[Any]
    named: Mapping[str, Any] = field(default_factory=dict)


def statement(value: Any, target: str | None = None, *, indent: int = 0) -> str:
    """Return a value as a statement of its own, or as what a name is assigned."""
    start = " " * indent + (f"{target} = " if target else "")
    return start + expression(value, indent, len(start), 0)


def loop(name: str, values: Sequence[str], body: Call) -> str:
    """Return a `for` over texts with one call in it."""
    start = f"for {name} in "
    head = f"{start}{expression(tuple(values), 0, len(start), 1)}:"
    return f"{head}\n{statement(body, indent=_INDENT)}"


def expression(value: Any, indent: int, before: int, after: int) -> str:
    """Return a value as text that begins after `before` columns and has `after` columns behind it.

    The lines of what does not fit into one stand `indent` columns deep, and their items deeper.
    """
    flat = _flat(value)
    opening, items, closing = _parts(value)
    if not items or before + _columns(flat) + after <= WIDTH:
        return flat
    pad = " " * (indent + _INDENT)
    lines = [
        f"{pad}{name}{expression(item, indent + _INDENT, len(pad) + _columns(name), 1)},"
        for name, item in items
    ]
    return "\n".join([opening, *lines, " " * indent + closing])


def literal(text: str) -> str:
    """Return a text as a literal that reads well: what can't be seen, or misleads, is escaped."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    return quote + _escaped(text, quote) + quote


def formatted(prefix: str, name: str) -> Code:
    """Return the f-string of a text with a variable's value behind it."""
    text = _escaped(prefix, '"').replace("{", "{{").replace("}", "}}")
    return Code(f'f"{text}{{{name}}}"')


def comment(text: str, *, hanging: str = "") -> str:
    """Return a text as comment lines; `hanging` stands before the lines after the first."""
    lines = textwrap.wrap(
        _escaped(text, ""),
        WIDTH,
        initial_indent="# ",
        subsequent_indent=f"# {hanging}",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines)


def _flat(value: Any) -> str:
    if isinstance(value, Code):
        return value.text
    if isinstance(value, Clear):
        return "livevox.CLEAR"
    if isinstance(value, str):
        return literal(value)
    opening, items, closing = _parts(value)
    if not opening:
        return repr(value)
    alone = "," if isinstance(value, tuple) and len(items) == 1 else ""
    return opening + ", ".join(name + _flat(item) for name, item in items) + alone + closing


def _parts(value: Any) -> tuple[str, list[tuple[str, Any]], str]:
    """Return the bracket that opens a value, its items with what is before each, and the other."""
    if isinstance(value, Call):
        named = [(f"{name}=", item) for name, item in value.named.items() if item is not None]
        return f"{value.function}(", [("", each) for each in value.arguments] + named, ")"
    if isinstance(value, Merged):
        return "{", [("**", Code(value.base)), *_entries(value.values)], "}"
    if isinstance(value, Mapping):
        return "{", _entries(value), "}"
    if isinstance(value, tuple):
        return "(", [("", each) for each in value], ")"
    return "", [], ""


def _entries(values: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [(f"{literal(key)}: ", value) for key, value in values.items()]


def _escaped(text: str, quote: str) -> str:
    if text.isprintable() and "\\" not in text and (not quote or quote not in text):
        return text
    return "".join(_escape(each, quote) for each in text)


def _escape(character: str, quote: str) -> str:
    if quote and character in ("\\", quote):
        return f"\\{character}"
    if character.isprintable():
        return character
    return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character) or _numbered(ord(character))


def _numbered(code: int) -> str:
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _columns(text: str) -> int:
    """Return how wide a text may be on a screen: what is not ASCII counts twice, to be sure."""
    return len(text) if text.isascii() else sum(1 if each.isascii() else 2 for each in text)
