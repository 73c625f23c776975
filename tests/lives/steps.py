"""The steps of a life: edits of the program, runs of it, and what happens beside."""

from typing import Annotated, Any, Literal

from pydantic import Field

from tests.lives.program import Declaration, Owner, Program, Value, line


class Put(Value):
    """A declaration comes, or is another one from now on."""

    do: Literal["put"] = "put"
    what: Declaration

    def edit(self, program: Program) -> Program:
        return program.put(self.what)

    def __str__(self) -> str:
        return f"edit: {line(self.what)}"


class Remove(Value):
    """A declaration goes."""

    do: Literal["remove"] = "remove"
    resource: str

    def edit(self, program: Program) -> Program:
        return program.without(self.resource)

    def __str__(self) -> str:
        return f"edit: without {self.resource}"


class Rename(Value):
    """A resource has another name in the program from now on."""

    do: Literal["rename"] = "rename"
    resource: str
    to: str
    alias: bool

    def edit(self, program: Program) -> Program:
        return program.renamed(self.resource, self.to, alias=self.alias)

    def __str__(self) -> str:
        return f"edit: {self.resource} is {self.to}, {'with' if self.alias else 'without'} an alias"


class Swap(Value):
    """Two caller IDs exchange their numbers."""

    do: Literal["swap"] = "swap"
    a: str
    b: str

    def edit(self, program: Program) -> Program:
        return program.swapped(self.a, self.b)

    def __str__(self) -> str:
        return f"edit: {self.a} and {self.b} exchange their numbers"


class TakeBack(Value):
    """The program is what it was before the last edit that was not taken back."""

    do: Literal["take back"] = "take back"

    def __str__(self) -> str:
        return "edit: the last edit is taken back"


class Trouble(Value):
    """What strikes a command, and at the how manieth request of a method."""

    fault: str
    method: Literal["POST", "DELETE"]
    at: int


class Command(Value):
    """The engine runs."""

    do: Literal["run"] = "run"
    command: Literal["up", "preview", "refresh", "destroy"]
    refresh: Literal["", "--refresh", "always"] = ""
    """As a flag, or as `options: refresh: always` of the project."""

    targets: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    dependents: bool = False
    flags: tuple[str, ...] = ()
    trouble: Trouble | None = None

    @property
    def refreshes(self) -> bool:
        return bool(self.refresh) or self.command == "refresh"

    @property
    def arguments(self) -> tuple[str, ...]:
        """What stands after the command's name."""
        chosen = [f"--target=**::{name}" for name in self.targets]
        chosen += [f"--exclude=**::{name}" for name in self.excludes]
        flag = ["--refresh"] if self.refresh == "--refresh" else []
        dependents = ["--target-dependents"] if self.dependents else []
        return (*flag, *chosen, *dependents, *self.flags)

    def __str__(self) -> str:
        told = " ".join(("pulumi", self.command, *self.arguments))
        if self.refresh == "always":
            told += ", with options: refresh: always"
        if (what := self.trouble) is not None:
            told += f"; at {what.method} number {what.at}: {what.fault}"
        return told


class Console(Value):
    """Somebody does something to a service in the console."""

    do: Literal["console"] = "console"
    service: Owner
    act: Literal["set", "add number", "remove number", "add hours", "clear hours", "delete"]
    value: Any = None

    def __str__(self) -> str:
        return f"console: {self.act} {'' if self.value is None else self.value} at {self.service}"


Edit = Put | Remove | Rename | Swap
Step = Annotated[Edit | TakeBack | Command | Console, Field(discriminator="do")]


class Life(Value):
    """What happens, in order. Where a step has nothing to do it does nothing."""

    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return "\n".join(f"{number:3}. {step}" for number, step in enumerate(self.steps, 1))
