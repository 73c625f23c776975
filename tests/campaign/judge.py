"""Judging what stands at the end of a cell."""

import copy
from collections import Counter
from typing import Any

from pulumi_livevox.run.identity import PREFIX
from tests.campaign.program import Line, Phase
from tests.rig.live import Dump, Service, comparable


def platform_problems(
    phase: Phase, before: Dump, after: Dump, standing: frozenset[str]
) -> list[str]:
    """What differs from the declaration. `standing` names the program's services of `before`."""
    foreign = {key: value for key, value in before.items() if value["name"] not in standing}
    problems = [
        f"service {key} ({value['name']}), which is nobody's, was changed or deleted"
        for key, value in foreign.items()
        if after.get(key) != value
    ]
    own = [service for key, service in after.items() if key not in foreign]
    problems += _name_problems(phase, own)
    if standing and phase.lines:
        kept = set(before) - set(foreign)
        if not {service["id"] for service in own} <= kept:
            problems.append(f"the services have other ids than before: {sorted(kept)}")
    names = {service["id"]: service["name"] for service in after.values()}
    for line in phase.lines:
        wanted = comparable(declared_service(line, foreign[line.template]), names)
        for service in own:
            if service["name"] == line.name:
                problems += _differences(line.name, wanted, comparable(service, names))
    return problems


def _name_problems(phase: Phase, own: list[Service]) -> list[str]:
    found = Counter(service["name"] for service in own)
    wanted = Counter(line.name for line in phase.lines)
    problems = [f'no service "{name}"' for name in wanted - found]
    for name, surplus in (found - wanted).items():
        ids = [service["id"] for service in own if service["name"] == name]
        kind = "unfinished copies" if name.startswith(PREFIX) else "services too many"
        problems.append(f'{surplus} {kind}: "{name}" ({", ".join(map(str, ids))})')
    return problems


def declared_service(line: Line, template: Service) -> Service:
    """The service that has to stand: its template, but for what is declared."""
    service = copy.deepcopy(template)
    service["campaigns"] = []
    service["general"] |= line.general
    service["phone"] |= line.phone | {"callerId": list(line.caller_ids)}
    service["settings"] |= line.settings
    values = {item["key"]: item["value"] for item in service["messaging"]["property"]}
    service["messaging"]["property"] = [
        {"key": key, "value": value} for key, value in (values | line.messaging).items()
    ]
    for section in (service, service["general"], service["phone"], service["settings"]):
        section["name"] = line.name
    if line.hours is not None:
        keys = ("dayOfWeek", "date", "startTime", "endTime")
        service["inboundHours"] = [dict(zip(keys, entry, strict=True)) for entry in line.hours]
    return service


def _differences(name: str, wanted: dict[str, Any], found: dict[str, Any]) -> list[str]:
    return [
        f"{name}: {path} is {found.get(path)!r}, declared {wanted.get(path)!r}"
        for path in sorted(wanted.keys() | found.keys())
        if wanted.get(path) != found.get(path)
    ]
