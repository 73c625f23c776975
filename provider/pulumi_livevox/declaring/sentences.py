"""What is said of values that users declare: a clear sentence for each wrong one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any


def was(path: str, value: Any, may_be: str, *, why: str = "") -> str:
    """Say that `path` had a wrong value: what it was, why it can't be, and what it may be."""
    reason = f", and {why}" if why else ""
    return f"{path} was {shown(value)}{reason}; it may be {may_be}"


def shown(value: Any) -> str:
    """Return a value as a user would recognise it in a message, shortened."""
    try:
        text = json.dumps(value, ensure_ascii=False, default=str)
    except ValueError:
        text = str(value)
    return text if len(text) <= 80 else f"{text[:77]}..."


def missing(typed: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    """Return a sentence for each property without which a resource can't be."""
    return [
        f"{name} is not known: it was not declared, or the resource that it comes from was not made"
        for name in names
        if name not in typed
    ]
