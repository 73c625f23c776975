"""The modules of a program, as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from pulumi_livevox.declaring.sentences import shown
from pulumi_livevox.resources.service.as_program.declarable import Declarable
from pulumi_livevox.resources.service.as_program.python import WIDTH, Call, Code, statement
from pulumi_livevox.resources.service.as_program.statements import (
    Naming,
    Said,
    block,
    left_out_whole,
)
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.tasks.exporting.text.naming import References, linked
from pulumi_livevox.tasks.exporting.text.sharing import Shared, shared

_PROTECTED: Final = "PROTECTED"
_TEMPLATE: Final = "TEMPLATE"
_PROTECTION: Final = Call("pulumi.ResourceOptions", [], {"protect": True})
_SAID: Final = {
    _PROTECTED: "Keeps a service from being deleted; its numbers and hours it does not keep.",
    _TEMPLATE: "The others are copies of it where they do not stand yet.",
}
"""What is said of constants that do not explain themselves."""


@dataclass(frozen=True)
class Program:
    """All that the modules are made of."""

    services: Sequence[Declarable]
    """In the order of their names."""
    namings: Mapping[int, Naming]
    references: References
    template: WholeService | None
    copies: frozenset[int]
    """The services that are copies of the template."""
    protect: bool

    @cached_property
    def shares_protection(self) -> bool:
        """Whether several services are protected, by one value."""
        return self.protect and sum(not each.is_whole_left_out for each in self.services) > 1

    def of(self, call_center_id: int) -> list[Declarable]:
        """Return the services of a call center."""
        return [each for each in self.services if each.service.call_center_id == call_center_id]


@dataclass(frozen=True)
class _Module:
    """What one module holds."""

    docstring: str
    services: Sequence[Declarable]
    shared: Shared
    constants: Mapping[str, Any]
    """What has a name in it, wherever that is defined."""


def modules(program: Program) -> dict[str, str]:
    """Return the program's files: one, or one a call center with what they share beside them."""
    centers = sorted({each.service.call_center_id for each in program.services})
    contents = {center: _content(program, center) for center in centers}
    if not centers:
        return {"__main__.py": '"""No services."""\n'}
    if len(centers) == 1:
        return {"__main__.py": _text(program, contents[centers[0]], {}, {})}
    common = _common([each.constants for each in contents.values()])
    files = {"__main__.py": _main(centers)}
    if common:
        files["shared.py"] = _shared(common)
    for center, content in contents.items():
        imports = {
            _name(module): sorted(program.namings[id].variable for id in ids)
            for module, ids in program.references.imports(center).items()
        }
        files[f"{_name(center)}.py"] = _text(program, content, common, imports)
    return files


def _content(program: Program, center: int) -> _Module:
    services = program.of(center)
    standing = [each for each in services if not each.is_whole_left_out]
    found = shared(standing, program.namings)
    constants: dict[str, Any] = {}
    if program.copies & {each.service.id for each in standing}:
        constants[_TEMPLATE] = program.template and program.template.id
    if standing and program.shares_protection:
        constants[_PROTECTED] = _PROTECTION
    docstring = f"Services of call center {center}."
    if program.template is not None and program.template.call_center_id != center:
        docstring += (
            f"\n\nCopies of template {program.template.id} stand in call center "
            f"{program.template.call_center_id} alone: these are declared in full.\n"
        )
    return _Module(docstring, services, found, constants | dict(found.constants))


def _common(modules: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the constants that several modules have alike."""
    named = [item for constants in modules for item in constants.items()]
    values = {(name, repr(value)): value for name, value in named}
    times = Counter((name, repr(value)) for name, value in named)
    # The most frequent one comes last, and of several the one that was met first.
    most = {key[0]: values[key] for key, count in reversed(times.most_common()) if count > 1}
    return {name: most[name] for name, _ in named if name in most}


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


def _text(
    program: Program,
    module: _Module,
    common: Mapping[str, Any],
    imports: Mapping[str, Sequence[str]],
) -> str:
    """Return the text of a module; what it has alike in `common` it imports."""
    alike = sorted(n for n, v in module.constants.items() if n in common and common[n] == v)
    own = {name: value for name, value in module.constants.items() if name not in alike}
    declared = [each for each in module.services if not each.is_whole_left_out]
    parts = [_constants(own)] if own else []
    parts += [_block(program, module, each) for each in program.references.in_order(declared)]
    parts += [left_out_whole(each) for each in module.services if each.is_whole_left_out]
    sources = {**imports, **({"shared": alike} if alike else {})}
    local = "\n".join(_import(name, names) for name, names in sorted(sources.items()))
    head = [f'"""{module.docstring}"""', *_package_imports("\n\n".join(parts))]
    return "\n\n".join([*head, *([local] if local else []), *parts]) + "\n"


def _import(module: str, names: Sequence[str]) -> str:
    flat = f"from {module} import {', '.join(names)}"
    if len(flat) <= WIDTH:
        return flat
    return "\n".join([f"from {module} import (", *(f"    {name}," for name in names), ")"])


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
    said = {name: f'\n"""{text}"""' for name, text in _SAID.items()}
    return "\n\n".join(
        statement(value, name) + said.get(name, "") for name, value in constants.items()
    )


def _block(program: Program, module: _Module, declared: Declarable) -> str:
    service_id = declared.service.id
    instead: dict[str, Any] = dict(module.shared.instead.get(service_id, {}))
    remarks: tuple[str, ...] = ()
    to = program.references.of(service_id)
    if to is not None:
        instead["inbound_service_id"] = Code(f"{program.namings[to].variable}.service_id")
    elif service_id in program.copies and linked(declared) == module.constants[_TEMPLATE]:
        instead["inbound_service_id"] = Code(_TEMPLATE)
    elif service_id in program.references.circular:
        remarks = (_by_id(program, linked(declared)),)
    opts = None
    if program.protect:
        opts = Code(_PROTECTED) if program.shares_protection else _PROTECTION
    making = {"template_id": Code(_TEMPLATE)} if service_id in program.copies else {}
    said = Said(making, instead, opts, remarks)
    is_named = service_id in program.references.referred_to
    return block(declared, program.namings[service_id], said, is_named=is_named)


def _by_id(program: Program, linked_to: int | None) -> str:
    """Say why the other service of a link stands as its id; it need not have a variable."""
    other = next(each.service for each in program.services if each.service.id == linked_to)
    resource = program.namings[other.id].resource
    return (
        f"Linked to {shown(other.name)} ({resource}) by its id, which is of this environment: "
        "a reference would go in a circle."
    )
