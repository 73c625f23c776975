"""Entries of `livevox:adopt` in a stack's file that name no resource of the program any more."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from pulumi_livevox.tasks.stack_file import ADOPT


def without(text: str, names: Collection[str]) -> str | None:
    """Return the text of a stack's file without the lines of some entries; all else as it is.

    None where they do not stand on lines of their own.
    """
    words = "|".join(re.escape(name) for name in names)
    line = re.compile(rf"""\s+(["']?)(?:{words})\1\s*:\s*["']?\d+["']?\s*(?:#.*)?""")
    kept = [each for each in text.splitlines(keepends=True) if not line.fullmatch(each.rstrip())]
    after = "".join(kept)
    return after if _content(after) == _lacking(_content(text), names) else None


def _content(text: str) -> Any:
    try:
        return YAML(typ="safe", pure=True).load(text)
    except YAMLError:
        return None


def _lacking(document: Any, names: Collection[str]) -> Any:
    adopted = document["config"][ADOPT]
    left = {name: id for name, id in adopted.items() if name not in names}
    return {**document, "config": {**document["config"], ADOPT: left or None}}
