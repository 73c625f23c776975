"""What the constructors of all resources begin with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pulumi

from pulumi_livevox.program import configuration, end, waiting
from pulumi_livevox.program.options import message_name, refuse_options


def begin(
    kind: str,
    resource_name: str,
    opts: Any,
    *,
    required: Mapping[str, tuple[Any, str]],
    instead_of_import: str,
) -> str:
    """Refuse what no resource may be declared with; return the resource's name in messages.

    `required` has the arguments that may not be None, each with what it may be;
    `instead_of_import` tells users of `import_` what to do. Raises pulumi.RunError.
    """
    named = message_name(kind, resource_name)
    refuse_options(named, opts, instead_of_import)
    for name, (value, may_be) in required.items():
        if value is None:
            raise pulumi.RunError(f"{named}: {name} was None; it may be {may_be}")
    configuration.require()
    waiting.note_resource()
    end.watch()
    return named
