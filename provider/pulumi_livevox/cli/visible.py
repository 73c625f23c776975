"""Text of others as it may be printed: it moves no cursor, breaks no line, and hides nothing."""

import json
import sys
from typing import Any


def visible(text: str) -> str:
    r"""Return a text on one line, with what can't be seen in it as Python writes it (`\n`, `\x1b`).

    So also blanks at its ends and marks that turn the direction of writing.
    """
    inner = text.strip(" ")
    if not inner:
        return f'"{text}"'
    before, _, after = text.partition(inner)
    return f"{_written(before)}{''.join(map(_seen, inner))}{_written(after)}"


def as_json(value: Any) -> str:
    """Return a value as JSON that may be printed."""
    is_unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(value, indent=2, ensure_ascii=not is_unicode)
    return "".join(
        each if each.isprintable() or each == "\n" else json.dumps(each)[1:-1] for each in text
    )


def _written(blanks: str) -> str:
    return "\\x20" * len(blanks)


def _seen(character: str) -> str:
    return character if character.isprintable() else ascii(character)[1:-1]
