"""Which services a stack takes over, by its configuration: ids belong to an environment.

`livevox:adopt` is a mapping of resource names to service ids; below a component the name is
`parent/name`. It beats what the program declares.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import Any, Final

import pulumi

from pulumi_livevox import config
from pulumi_livevox.declaring.judging import shown
from pulumi_livevox.declaring.near_names import nearest
from pulumi_livevox.program.running import is_mocked, once_a_run

_KEY: Final = "adopt"
_FULL_KEY: Final = f"{config.NAMESPACE}:{_KEY}"

LOOKING: Final = "LIVEVOX_LOOK_FOR_SERVICES"
"""Set for a preview which only asks what would be made, so that it can be looked for.

A service needs neither a template nor an id to adopt then.
"""


class Adoptions:
    """What `livevox:adopt` says, and which of it a program has asked for."""

    def __init__(self, by_name: Mapping[str, int]) -> None:
        self._by_name = by_name
        self._declared: list[str] = []

    def of(self, resource_name: str, opts: pulumi.ResourceOptions | None) -> int | None:
        """Return the service that a resource is to take over, None where nothing is said."""
        parent = opts.parent if opts is not None else None
        within = "" if parent is None else f"{parent.pulumi_resource_name}/"
        name = f"{within}{resource_name}"
        self._declared.append(name)
        return self._by_name.get(name)

    def tell_unclaimed(self) -> None:
        """Warn, at the end of a preview, of each name that no service of the program has."""
        if not pulumi.runtime.is_dry_run():
            return
        for name in self._by_name:
            if name not in self._declared:
                pulumi.log.warn(
                    f"{_FULL_KEY} names {shown(name)}, and the program declares no such service"
                    f"{_instead(name, self._declared)}"
                )


@once_a_run
def adoptions() -> Adoptions:
    """Return what the stack's configuration says. Raises pulumi.RunError where it is wrong."""
    if is_mocked():
        return Adoptions({})
    return Adoptions(_read(pulumi.Config(config.NAMESPACE).get(_KEY)))


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
    if not isinstance(typed, dict):
        raise pulumi.RunError(
            f"{_FULL_KEY} was {shown(typed)}; it may be a mapping of resource names to the ids of "
            "services, such as {main: 20575}"
        )
    adopted = {name: _id(name, value) for name, value in typed.items()}
    names: dict[int, str] = {}
    for name, service_id in adopted.items():
        if service_id in names:
            raise pulumi.RunError(
                f"{_FULL_KEY} has service {service_id} for {names[service_id]} and for {name}; it "
                "may have it once: one resource manages one service"
            )
        names[service_id] = name
    return adopted


def _id(name: str, value: Any) -> int:
    text = str(value).strip()
    if isinstance(value, bool) or not text.isdecimal() or int(text) < 1:
        raise pulumi.RunError(
            f"{_FULL_KEY} has {shown(value)} for {name}; it may be the id of a service: a whole "
            "number from 1"
        )
    return int(text)


def _instead(name: str, declared: list[str]) -> str:
    near = nearest(name, declared)
    return f"; the nearest name is {shown(near)}" if near else ""
