"""What every lookup is made of: its two forms, what is judged before, and unit tests with mocks."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Awaitable, Callable
from contextvars import copy_context
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Final, Generic, NoReturn, TypeVar

import pulumi
from pydantic import TypeAdapter, ValidationError

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.client.purpose import on_behalf_of
from pulumi_livevox.declaring.sentences import shown
from pulumi_livevox.program.account import Reading, reading
from pulumi_livevox.program.running import is_mocked
from pulumi_livevox.program.values import has_output, plain

T = TypeVar("T")

Arguments = dict[str, Any]
"""The arguments of a lookup that are given, by name."""

_FOUND: Final = "found"


@dataclass(frozen=True)
class Result(dict[str, Any]):
    """What a lookup found: its values are attributes, and to be had by key, as in a dict.

    So it can be exported, and be an input of a resource, as it is.
    """

    # What the mocks of a unit test return is read as strictly.
    __pydantic_config__: ClassVar[Any] = {"extra": "forbid"}

    def __post_init__(self) -> None:
        super().__init__(
            (field.name, getattr(self, field.name)) for field in dataclasses.fields(self)
        )

    def __reduce__(self) -> tuple[Any, ...]:
        # A copy is made of its values: none can be set in it.
        return type(self), tuple(self.values())

    def _refuse_to_change(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is read only: dict(...) of it can be changed")

    __setitem__ = __delitem__ = __ior__ = _refuse_to_change
    clear = pop = popitem = setdefault = update = _refuse_to_change


ResultT = TypeVar("ResultT", bound=Result)


def found(kind: type[ResultT], answer: object, **renamed: Any) -> ResultT:
    """Return the result of an answer: what both name alike, and what is named otherwise."""
    alike = {
        field.name: _frozen(getattr(answer, field.name))
        for field in dataclasses.fields(kind)
        if field.name not in renamed
    }
    return kind(**alike, **{name: _frozen(value) for name, value in renamed.items()})


def _frozen(value: Any) -> Any:
    """Return a value of an answer as programs have it: texts are plain, and lists can't change."""
    return tuple(plain(value)) if isinstance(value, list) else plain(value)


@dataclass(frozen=True)
class Lookup(Generic[T]):
    """A function that looks something up, in both of Pulumi's forms.

    Both raise pulumi.RunError, which names the lookup: where an argument is wrong, where the
    configuration is incomplete, and where a call fails.
    """

    name: str
    """What programs call it."""
    judge: Callable[[Arguments], tuple[Arguments, list[str]]]
    """Returns the arguments as they are meant, and a sentence for each that is wrong."""
    ask: Callable[[Reading, Arguments], T]
    """Makes the calls. Raises LiveVoxError."""
    kind: Any
    """The type of what is found."""
    mocked_as: str = ""
    """The key under which mocks return a list."""

    def now(self, **typed: Any) -> T:
        """Look it up at once."""
        for name, value in typed.items():
            if has_output(value):
                self._refuse(
                    f"{name} was an output, which is not known yet: "
                    f"livevox.{self.name}_output takes outputs, and returns one"
                )
        arguments = self._judged(typed)
        if is_mocked():
            return self._of_mocks(pulumi.runtime.invoke(self.token, arguments).value)
        # In a context of its own: the calls are made on behalf of the lookup, and no others.
        return copy_context().run(self._asking(arguments))

    def later(self, **typed: Any) -> pulumi.Output[T]:
        """Look it up when all arguments are known.

        What is found is unknown where an argument is, and secret where one is.
        """
        return pulumi.Output.all(**typed).apply(self._known)

    @property
    def token(self) -> str:
        """What the mocks of a unit test know it by."""
        first, *others = self.name.split("_")
        return f"livevox:index:{first}{''.join(map(str.capitalize, others))}"

    def _known(self, typed: Arguments) -> Awaitable[T]:
        arguments = self._judged(typed)
        if is_mocked():
            return self._mocked(arguments)
        # The program goes on meanwhile.
        return asyncio.to_thread(self._asking(arguments))

    def _judged(self, typed: Arguments) -> Arguments:
        given = {name: plain(value) for name, value in typed.items() if value is not None}
        for name, value in given.items():
            if isinstance(value, pulumi.Resource):
                self._refuse(
                    f"{name} was a resource ({value.pulumi_resource_name}): give its service_id to "
                    f"livevox.{self.name}_output, or to a lookup of the next run"
                )
        arguments, problems = self.judge(given)
        if problems:
            self._refuse(*problems)
        return arguments

    def _asking(self, arguments: Arguments) -> Callable[[], T]:
        """Return what makes the calls, on behalf of this lookup, wherever it is run."""
        try:
            reads = reading()
        except pulumi.RunError as error:
            self._refuse(str(error))

        def ask() -> T:
            told = ", ".join(f"{name}={shown(value)}" for name, value in arguments.items())
            on_behalf_of.set(f"{self.name}({told})")
            try:
                return self.ask(reads, arguments)
            except LiveVoxError as error:
                self._refuse(str(error))

        return ask

    async def _mocked(self, arguments: Arguments) -> T:
        return self._of_mocks(await pulumi.runtime.invoke_async(self.token, arguments))

    def _of_mocks(self, returned: Any) -> T:
        """Return what mocks have returned as the result that it stands for."""
        told = f"what the mocks' call() returned for {self.token} does not fit: "
        if self.mocked_as:
            if list(returned) != [self.mocked_as]:
                self._refuse(
                    f'{told}it had the keys {shown(list(returned))}; it may be a dict of "'
                    f'{self.mocked_as}" and a list'
                )
            returned = returned[self.mocked_as]
        try:
            read: T = self._adapter.validate_python(returned)
        except ValidationError as error:
            self._refuse(told + "; ".join(map(_what_is_wrong, error.errors(include_url=False))))
        return read

    @cached_property
    def _adapter(self) -> TypeAdapter[Any]:
        return TypeAdapter(self.kind)

    def _refuse(self, *sentences: str) -> NoReturn:
        told = "\n".join(f"livevox.{self.name}: {sentence}" for sentence in sentences)
        raise pulumi.RunError(told) from None


def _what_is_wrong(error: Any) -> str:
    path = ".".join(map(str, error["loc"])) or _FOUND
    match error["type"]:
        case "missing":
            return f"{path} is missing"
        case "unexpected_keyword_argument":
            return f"{path} is none of its keys"
        case _:
            return f"{path} was {shown(error['input'])} ({error['msg'].lower()})"
