"""Which services a stack takes over, by its configuration: ids belong to an environment.

What stands there beats what the program declares.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping

import pulumi

from pulumi_livevox.config import LOOKING
from pulumi_livevox.declaring import adopt_entries
from pulumi_livevox.declaring.adopt_entries import KEY, entry_name
from pulumi_livevox.declaring.near_names import nearest
from pulumi_livevox.declaring.sentences import shown
from pulumi_livevox.program.running import once_a_run


class Adoptions:
    """What `livevox:adopt` says, and which of it a program has asked for."""

    def __init__(self, by_name: Mapping[str, int]) -> None:
        self._by_name = by_name
        self._declared: list[str] = []

    def of(self, resource_name: str, opts: pulumi.ResourceOptions | None) -> int | None:
        """Return the service that a resource is to take over, None where nothing is said."""
        parent = opts.parent if opts is not None else None
        name = entry_name(None if parent is None else parent.pulumi_resource_name, resource_name)
        self._declared.append(name)
        return self._by_name.get(name)

    def tell_unclaimed(self) -> None:
        """Warn, at the end of a preview, of each name that no service of the program has."""
        if not pulumi.runtime.is_dry_run():
            return
        for name in self._by_name:
            if name not in self._declared:
                pulumi.log.warn(
                    f"{KEY} names {shown(name)}, and the program declares no such service"
                    f"{_instead(name, self._declared)}"
                )


@once_a_run
def adoptions() -> Adoptions:
    """Return what the stack's configuration says. Raises pulumi.RunError where it is wrong."""
    namespace, _, key = KEY.partition(":")
    return Adoptions(_read(pulumi.Config(namespace).get(key)))


def is_looking() -> bool:
    """Tell whether this is a preview that only asks what would be made."""
    return pulumi.runtime.is_dry_run() and bool(os.environ.get(LOOKING))


def _read(text: str | None) -> dict[str, int]:
    if text is None:
        return {}
    try:
        typed = json.loads(text)
    except ValueError:
        typed = text
    ids, wrong = adopt_entries.read(typed)
    if wrong:
        raise pulumi.RunError("\n".join(wrong))
    return ids


def _instead(name: str, declared: list[str]) -> str:
    near = nearest(name, declared)
    return f"; the nearest name is {shown(near)}" if near else ""
