"""Two copies of one template under one name are refused by the preview, before one is made.

Services that stand may have one name: in two call centers, and where the platform lets them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pulumi
from pulumi.runtime import is_dry_run

from pulumi_livevox.program.awaiting import Loop, is_known, is_new, value_of
from pulumi_livevox.program.running import once_a_run


@dataclass(frozen=True)
class _Copy:
    named: str
    own_id: pulumi.Output[str]
    name: Any
    template_id: Any


class Copies:
    """The services of one preview that are copied, unless the state has them already."""

    def __init__(self) -> None:
        self._copies: list[_Copy] = []
        self._loop = Loop()

    def add(self, copy: _Copy) -> None:
        """Note a service that is copied, to be looked at when the program has come to its end."""
        self._copies.append(copy)

    def refuse_twins(self) -> None:
        """Refuse two of one template and name; called at the end of a preview.

        Raises pulumi.RunError.
        """
        if len(self._copies) > 1:
            self._loop.run(self._refuse_twins())

    async def _refuse_twins(self) -> None:
        first: dict[tuple[str, str], str] = {}
        for each in self._copies:
            # First, as it costs nothing: of a stack that stands no value is awaited.
            if not await is_new(each.own_id):
                continue
            name, template_id = await value_of(each.name), await value_of(each.template_id)
            if not is_known([name, template_id]):
                continue
            twin = first.setdefault((str(name), str(template_id)), each.named)
            if twin != each.named:
                raise pulumi.RunError(
                    f'{twin} and {each.named} both declare a service of the name "{name}"'
                )


@once_a_run
def current() -> Copies:
    """Return the copies of this run of a program."""
    return Copies()


def note(named: str, own_id: pulumi.Output[str], name: Any, template_id: Any) -> None:
    """Note, in a preview, a service that is to be copied; `named` is its name in messages."""
    if is_dry_run():
        current().add(_Copy(named, own_id, name, template_id))
