"""What the constructors of all resources do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import pulumi

from pulumi_livevox.program import configuration, end, mocked
from pulumi_livevox.program.options import refuse_options
from pulumi_livevox.run.markers import MARKER


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
    named = f"livevox.{kind} '{resource_name}'"
    refuse_options(named, opts, instead_of_import)
    for name, (value, may_be) in required.items():
        if value is None:
            raise pulumi.RunError(f"{named}: {name} was None; it may be {may_be}")
    configuration.require()
    end.watch()
    return named


def inputs(
    named: str,
    properties: dict[str, Any],
    identity: str,
    load: mocked.Load,
    *,
    made_up: Collection[str] = (),
) -> dict[str, Any]:
    """Return what the engine is given: the properties (see `mocked.checked`), and whose they are.

    Raises pulumi.RunError.
    """
    return mocked.checked(named, properties, load, made_up=made_up) | {MARKER: identity}
