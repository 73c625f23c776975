"""A program as a value: what it declares, how that is edited, and the text that an engine runs."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Owner = str | int
"""The service of a child: a resource of the program by its name, or a service by its id."""

CLEAR = "CLEAR"
"""A value that the text writes as the package's own."""


class Value(BaseModel):
    """What is compared by its content, and written as JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Service(Value):
    kind: Literal["Service"] = "Service"
    resource: str
    name: str
    template: int
    inherit: bool = True
    link: str | None = None
    """The resource of the service that it names as its inbound one."""

    properties: dict[str, Any] = {}
    """What else is declared, by a path such as "settings.service_level_seconds"."""

    aliases: tuple[str, ...] = ()


class Number(Value):
    kind: Literal["CallerId"] = "CallerId"
    resource: str
    service: Owner
    number: str
    default: bool = False
    aliases: tuple[str, ...] = ()


class Hours(Value):
    kind: Literal["InboundHours"] = "InboundHours"
    resource: str
    service: Owner
    week: dict[str, str] | None = None
    dates: dict[str, str] | None = None
    aliases: tuple[str, ...] = ()


Declaration = Annotated[Service | Number | Hours, Field(discriminator="kind")]
Kind = TypeVar("Kind", Service, Number, Hours)


class Program(Value):
    """Declarations by their resources. Edits of what is not there leave it as it is."""

    declared: tuple[Declaration, ...] = ()

    def __iter__(self) -> Iterator[Declaration]:  # type: ignore[override]
        """What an engine hears of: no child without its service, no link to nothing."""
        services = {each.resource: each for each in self.declared if isinstance(each, Service)}
        for each in self.declared:
            if isinstance(each, Service):
                linked = services.get(each.link or "")
                whole = linked is not None and linked.link is None
                yield each if whole else each.model_copy(update={"link": None})
            elif isinstance(each.service, int) or each.service in services:
                yield each

    def of(self, kind: type[Kind]) -> list[Kind]:
        return [each for each in self if isinstance(each, kind)]

    def put(self, declaration: Declaration) -> "Program":
        """With a declaration, instead of the one of the same resource if there is one."""
        if declaration.resource not in [each.resource for each in self.declared]:
            return Program(declared=(*self.declared, declaration))
        return self._each(lambda old: declaration if old.resource == declaration.resource else old)

    def without(self, resource: str) -> "Program":
        return Program(declared=tuple(e for e in self.declared if e.resource != resource))

    def renamed(self, resource: str, to: str, *, alias: bool) -> "Program":
        def rename(old: Declaration) -> Declaration:
            changed: dict[str, Any] = {}
            if old.resource == resource:
                changed = {"resource": to, "aliases": (*old.aliases, resource) if alias else ()}
            elif isinstance(old, Service):
                changed = {"link": to} if old.link == resource else {}
            elif old.service == resource:
                changed = {"service": to}
            return old.model_copy(update=changed)

        return self._each(rename)

    def swapped(self, a: str, b: str) -> "Program":
        """With the numbers of two caller IDs exchanged."""
        numbers = {each.resource: each.number for each in self.of(Number)}
        if not {a, b} <= numbers.keys():
            return self
        new = {a: {"number": numbers[b]}, b: {"number": numbers[a]}}
        return self._each(lambda old: old.model_copy(update=new.get(old.resource)))

    def aliased(self, names: Mapping[str, Collection[str]]) -> "Program":
        """With further aliases of resources."""

        def alias(old: Declaration) -> Declaration:
            further = sorted(set(names.get(old.resource, ())) - {*old.aliases})
            return old.model_copy(update={"aliases": (*old.aliases, *further)})

        return self._each(alias)

    @property
    def is_legal(self) -> bool:
        """Whether no two declarations want one thing."""
        wanted = Counter(key for each in self for key in _claims(each))
        return all(count == 1 for count in wanted.values())

    @property
    def text(self) -> str:
        """The program as a user would write it."""
        linked_last = sorted(self.of(Service), key=lambda each: each.link is not None)
        children = [each for each in self if not isinstance(each, Service)]
        return "\n".join(map(line, (*linked_last, *children))) + "\n"

    def _each(self, change: Any) -> "Program":
        return Program(declared=tuple(map(change, self.declared)))


def _claims(declaration: Declaration) -> Iterator[tuple[Any, ...]]:
    yield "resource", declaration.resource
    match declaration:
        case Service():
            yield "name", declaration.name
        case Number():
            yield "number", declaration.service, declaration.number
            if declaration.default:
                yield "default", declaration.service
        case Hours():
            yield "hours", declaration.service


def line(declaration: Declaration) -> str:
    """A declaration as it is written in a program."""
    arguments = [repr(declaration.resource)]
    match declaration:
        case Service():
            arguments += [f"name={declaration.name!r}", f"template_id={declaration.template}"]
            if not declaration.inherit:
                arguments.append("inherit_caller_ids=False")
            if declaration.link is not None:
                arguments.append(f"inbound_service_id={declaration.link}.service_id")
            arguments += _properties(declaration.properties)
        case Number():
            arguments += [f"service={declaration.service}", f"phone_number={declaration.number!r}"]
            if declaration.default:
                arguments.append("default=True")
        case Hours():
            arguments.append(f"service={declaration.service}")
            if declaration.week is not None:
                arguments.append(f"week={declaration.week}")
            if declaration.dates is not None:
                arguments.append(f"dates={declaration.dates}")
    if declaration.aliases:
        aliases = ", ".join(f"pulumi.Alias(name={old!r})" for old in declaration.aliases)
        arguments.append(f"opts=pulumi.ResourceOptions(aliases=[{aliases}])")
    return f"{declaration.resource} = livevox.{declaration.kind}({', '.join(arguments)})"


def _properties(properties: dict[str, Any]) -> list[str]:
    sections: dict[str, dict[str, str]] = {}
    for path, value in properties.items():
        section, _, name = path.rpartition(".")
        literal = "livevox.CLEAR" if value == CLEAR else repr(value)
        sections.setdefault(section, {})[name] = literal
    general = [f"{name}={literal}" for name, literal in sections.pop("", {}).items()]
    return general + [
        f"{section}={{{', '.join(f'{name!r}: {literal}' for name, literal in values.items())}}}"
        for section, values in sections.items()
    ]
