"""Programs run with Pulumi's mocks: what their resources declare."""

import runpy
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pulumi

import pulumi_livevox as livevox


@dataclass
class Declarations:
    """The inputs of a program's resources, by name."""

    services: dict[str, dict[str, Any]] = field(default_factory=dict)
    caller_ids: dict[str, dict[str, Any]] = field(default_factory=dict)
    inbound_hours: dict[str, dict[str, Any]] = field(default_factory=dict)


def declarations(files: Mapping[str, str], adopted: Mapping[str, int], at: Path) -> Declarations:
    """Run a program of some files in a folder; its services are those of these ids."""
    declared = Declarations()
    kinds = {
        "Service": declared.services,
        "CallerId": declared.caller_ids,
        "InboundHours": declared.inbound_hours,
    }

    class Mocks(pulumi.runtime.Mocks):
        def new_resource(
            self, args: pulumi.runtime.MockResourceArgs
        ) -> tuple[str | None, dict[Any, Any]]:
            of_kind = kinds[args.typ.rpartition(":")[2]]
            assert args.name not in of_kind, "a name stands twice"
            of_kind[args.name] = {k: v for k, v in args.inputs.items() if not k.startswith("__")}
            return str(adopted.get(args.name, args.name)), args.inputs

        def call(self, args: pulumi.runtime.MockCallArgs) -> Any:
            return {}

    for path in at.glob("*.py"):
        path.unlink()
    for name, text in files.items():
        (at / name).write_text(text, encoding="utf-8")
    pulumi.runtime.set_mocks(Mocks())
    tested: Any = pulumi.runtime.test
    tested(lambda: _run(at, adopted))()
    return declared


def _run(at: Path, adopted: Mapping[str, int]) -> None:
    real = livevox.Service

    def adopting(resource_name: str, **declared: Any) -> livevox.Service:
        return real(resource_name, **({"adopt_id": adopted[resource_name]} | declared))

    known = set(sys.modules)
    with (
        patch.object(livevox, "Service", adopting),
        patch.object(sys, "path", [str(at), *sys.path]),
    ):
        try:
            runpy.run_path(str(at / "__main__.py"), run_name="__main__")
        finally:
            for name in set(sys.modules) - known:
                if str(getattr(sys.modules[name], "__file__", "")).startswith(str(at)):
                    del sys.modules[name]
