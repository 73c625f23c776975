"""`livevox:adopt` of a stack's configuration: which live service each resource takes over."""

from __future__ import annotations

import re
from typing import Any, Final

from pulumi_livevox.declaring.sentences import shown

KEY: Final = "livevox:adopt"
"""The key that maps resource names to ids of services."""

_ID: Final = re.compile(r"0*[1-9][0-9]{0,18}")


def entry_name(parent: str | None, name: str) -> str:
    """Return what a resource is called there: `parent/name` below a component."""
    return name if parent is None else f"{parent}/{name}"


def read(typed: Any) -> tuple[dict[str, int], list[str]]:
    """Return the ids of services by resource name, and a sentence for each thing that is wrong."""
    # The engine hands over a key that has nothing behind it as "".
    if typed is None or typed == "":
        return {}, []
    if not isinstance(typed, dict):
        return {}, [
            f"{KEY} was {shown(typed)}; it may be a mapping of resource names to the ids of "
            "services, such as {main: 20575}"
        ]
    ids: dict[str, int] = {}
    names: dict[int, str] = {}
    wrong = []
    for name, value in ((str(name), value) for name, value in typed.items()):
        if isinstance(value, bool) or not _ID.fullmatch(str(value)):
            wrong.append(
                f"{KEY} has {shown(value)} for {name}; it may be the id of a service: a whole "
                "number from 1"
            )
            continue
        ids[name] = int(value)
        first = names.setdefault(ids[name], name)
        if first != name:
            wrong.append(
                f"{KEY} has service {ids[name]} for {first} and for {name}; it may have it once: "
                "one resource manages one service"
            )
    return ids, wrong
