"""Stand-in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pulumi_livevox.resources.service.whole import WholeService


@dataclass(frozen=True)
class ProjectOptions:
    """Stand-in."""

    project_name: str
    stack_name: str
    configuration: Mapping[str, str]
    template: WholeService | None = None
    protect: bool = True
    settings: bool = True


@dataclass(frozen=True)
class LeftOut:
    """Stand-in."""

    service_id: int
    service_name: str
    path: str
    value: Any
    reason: str


@dataclass(frozen=True)
class Project:
    """Stand-in."""

    files: Mapping[str, str]
    adopted: Mapping[str, int]
    left_out: Sequence[LeftOut]


def render(services: Sequence[WholeService], options: ProjectOptions) -> Project:
    """Stand-in."""
    adopted = {
        f"{re.sub('[^a-z0-9]+', '-', s.name.lower()).strip('-')}-{s.id}": s.id for s in services
    }
    centers: dict[int, list[str]] = {}
    for name, s in zip(adopted, services, strict=True):
        arguments = {"name": s.name, "phone": dict(s.phone.shown())}
        if options.settings:
            arguments["settings"] = s.settings.shown()
        centers.setdefault(s.call_center_id, []).append(f"({name!r}, {arguments!r}),\n")
    files = {
        f"call_center_{id}.py": "SERVICES = (\n" + "".join(lines) + ")\n"
        for id, lines in centers.items()
    }
    files["__main__.py"] = "".join(f"import call_center_{id}\n" for id in centers)
    files["Pulumi.yaml"] = f"name: {options.project_name}\nruntime: python\n"
    config = "".join(f"  {key}: {value}\n" for key, value in options.configuration.items())
    entries = "".join(f"    {name}: {id}\n" for name, id in adopted.items())
    files[f"Pulumi.{options.stack_name}.yaml"] = f"config:\n{config}  livevox:adopt:\n{entries}"
    left_out = [
        LeftOut(s.id, s.name, "settings.screen_pop_id", s.settings.screen_pop_id, "read only")
        for s in services
        if s.settings.screen_pop_id
    ]
    return Project(files, adopted, left_out)
