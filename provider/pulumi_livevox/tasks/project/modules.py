"""The modules of a program, as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pulumi_livevox.resources.service.source.block import Naming, Said, block, left_out_whole
from pulumi_livevox.resources.service.source.declarable import Declarable
from pulumi_livevox.resources.service.source.python import Call, Code, statement
from pulumi_livevox.tasks.project.naming import References, linked
from pulumi_livevox.tasks.project.sharing import Shared

PROTECTED: Final = "PROTECTED"
TEMPLATE: Final = "TEMPLATE"
_PROTECTION: Final = Call("pulumi.ResourceOptions", [], {"protect": True})


@dataclass(frozen=True)
class Program:
    """All that the modules are made of."""

    services: Sequence[Declarable]
    """In the order of their names."""
    namings: Mapping[int, Naming]
    references: References
    shared: Shared
    template_id: int | None
    copies: frozenset[int]
    """The services that are copies of the template."""
    protect: bool

    @property
    def call_centers(self) -> list[int]:
        """The call centers of the services."""
        return sorted({each.service.call_center_id for each in self.services})


def modules(program: Program) -> dict[str, str]:
    """Return the program's files: one, or one a call center with what they share beside them."""
    centers = program.call_centers
    if len(centers) < 2:
        used = _used(program, program.services)
        said = f"Services of call center {centers[0]}." if centers else "No services."
        return {"__main__.py": _module(program, said, program.services, used, {})}
    users: dict[str, list[int]] = {}
    services = {
        center: [each for each in program.services if each.service.call_center_id == center]
        for center in centers
    }
    for center in centers:
        for name in _used(program, services[center]):
            users.setdefault(name, []).append(center)
    common = {name: _values(program)[name] for name in users if len(users[name]) > 1}
    files = {"__main__.py": _main(centers)}
    if common:
        files["shared.py"] = _shared(common)
    for center in centers:
        used = _used(program, services[center])
        own = {name: value for name, value in used.items() if name not in common}
        imports = {"shared": sorted(name for name in used if name in common)} if common else {}
        for module, ids in program.references.imports(center).items():
            imports[_name(module)] = sorted(program.namings[id].variable for id in ids)
        said = f"Services of call center {center}."
        files[f"{_name(center)}.py"] = _module(program, said, services[center], own, imports)
    return files


def _name(call_center_id: int) -> str:
    return f"call_center_{call_center_id}"


def _main(centers: Iterable[int]) -> str:
    imports = "\n".join(f"import {_name(center)}  # noqa: F401" for center in centers)
    return (
        f'"""Services of several call centers: a module declares those of each."""\n\n{imports}\n'
    )


def _shared(constants: Mapping[str, Any]) -> str:
    said = '"""What the services of several call centers have in common."""'
    text = _constants(constants)
    return "\n\n".join([said, *_package_imports(text), text]) + "\n"


def _module(
    program: Program,
    said: str,
    services: Sequence[Declarable],
    constants: Mapping[str, Any],
    imports: Mapping[str, Sequence[str]],
) -> str:
    declared = [each for each in services if not each.is_whole_left_out]
    parts = [_constants(constants)] if constants else []
    parts += [_block(program, each) for each in program.references.in_order(declared)]
    parts += [left_out_whole(each) for each in services if each.is_whole_left_out]
    local = "\n".join(
        f"from {module} import {', '.join(names)}"
        for module, names in sorted(imports.items())
        if names
    )
    text = "\n\n".join(parts)
    head = [f'"""{said}"""', *_package_imports(text), *([local] if local else [])]
    return "\n\n".join([*head, *parts]) + "\n"


def _package_imports(text: str) -> list[str]:
    """Return the imports of the packages that a text uses."""
    imports = [
        line
        for line, used in (
            ("import pulumi", "pulumi.ResourceOptions("),
            ("import pulumi_livevox as livevox", "livevox."),
        )
        if used in text
    ]
    return ["\n".join(imports)] if imports else []


def _constants(constants: Mapping[str, Any]) -> str:
    return "\n\n".join(statement(value, name) for name, value in constants.items())


def _values(program: Program) -> dict[str, Any]:
    """Return all constants by name, in the order in which they stand."""
    values: dict[str, Any] = {}
    if program.copies:
        values[TEMPLATE] = program.template_id
    if _is_protection_shared(program):
        values[PROTECTED] = _PROTECTION
    return values | dict(program.shared.constants)


def _used(program: Program, services: Iterable[Declarable]) -> dict[str, Any]:
    """Return the constants that some services use."""
    ids = {each.service.id for each in services if not each.is_whole_left_out}
    users = {**program.shared.users, TEMPLATE: program.copies, PROTECTED: frozenset(ids)}
    return {name: value for name, value in _values(program).items() if users[name] & ids}


def _is_protection_shared(program: Program) -> bool:
    declared = [each for each in program.services if not each.is_whole_left_out]
    return program.protect and len(declared) > 1


def _block(program: Program, declared: Declarable) -> str:
    service_id = declared.service.id
    instead: dict[str, Any] = dict(program.shared.instead.get(service_id, {}))
    remarks: tuple[str, ...] = ()
    to = program.references.of(service_id)
    if to is not None:
        instead["inbound_service_id"] = Code(f"{program.namings[to].variable}.service_id")
    elif service_id in program.references.circular:
        other = program.namings[linked(declared) or 0].variable
        remarks = (
            f"Linked to {other} by its id: that one refers back to this, if by way of others.",
        )
    elif service_id in program.copies and linked(declared) == program.template_id:
        instead["inbound_service_id"] = Code(TEMPLATE)
    opts = None
    if program.protect:
        opts = Code(PROTECTED) if _is_protection_shared(program) else _PROTECTION
    making = {"template_id": Code(TEMPLATE)} if service_id in program.copies else {}
    said = Said(making, instead, opts, remarks)
    is_named = service_id in program.references.referred_to
    return block(declared, program.namings[service_id], said, is_named=is_named)
