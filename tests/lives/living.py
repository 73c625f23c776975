"""Living a life on the real engine, until it ends or something is not as it has to be."""

import re
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.lives.memory import owned_by
from tests.lives.model import Model
from tests.lives.platform import PROPERTIES, Platform, number, slots
from tests.lives.program import Program
from tests.lives.steps import Command, Console, Life, TakeBack, Trouble
from tests.lives.verdict import Ran
from tests.rig.commands import Commands
from tests.rig.faults import FAULTS
from tests.rig.live import by_id
from tests.rig.place import Place, opened
from tests.rig.requests import SERVICES
from tests.rig.stack import COMMANDS, Run

_RUNS_AT_MOST = 3
_NEVER_SAID = ("Traceback", "unforeseen", "panic:")
_SAID_OF_FAILED_RUNS = ("broke off", "ended early")
_SUNDAY = {"dayOfWeek": "SUNDAY", "startTime": 54_000_000, "endTime": 61_200_000}


@dataclass
class End:
    """What a life came to."""

    problems: list[str] = field(default_factory=list)
    at: str = ""
    """The step at which it was not as it has to be."""

    steps: int = 0
    """How many steps had been lived by then."""

    commands: int = 0

    @property
    def kind(self) -> str:
        """What went wrong, whichever service, number or value it was."""
        first = self.problems[0] if self.problems else ""
        return re.sub(r"\d+|'[^']*'|\"[^\"]*\"|True|None|\(\)", "", first)[:80]


def live(life: Life, folder: Path, engine: Path) -> End:
    """Live a life in a folder, which is kept where something is not as it has to be."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with opened(folder, engine) as place:
        living = _Living(place)
        living.live(life)
    if not living.end.problems:
        shutil.rmtree(folder, ignore_errors=True)
    return living.end


class _Over(Exception):
    """Something was not as it has to be: the life ends here."""


class _Living:
    def __init__(self, place: Place) -> None:
        self.end = End()
        self._commands = Commands(place)
        self._place = place
        self._sandbox = place.sandbox
        self._program = Program()
        self._before: list[Program] = []
        self._rolled_out = Program()
        """The last program that a run succeeded with."""

        self._model = Model(self._stands())
        self._has_failed = False

    def live(self, life: Life) -> None:
        try:
            for index, step in enumerate(life.steps, 1):
                self.end.at, self.end.steps = f"{index}. {step}", index
                self._commands.note(f"=== {self.end.at}")
                match step:
                    case Command():
                        self._run(step)
                    case Console():
                        self._do_in_console(step)
                    case TakeBack():
                        self._program = self._before.pop() if self._before else self._program
                    case _:
                        self._before.append(self._program)
                        self._program = step.edit(self._program)
            self._end()
        except _Over:
            pass

    def _stands(self) -> Platform:
        return slots(by_id(self._sandbox.dump()))

    def _require(self, problems: list[str]) -> None:
        if problems:
            self.end.problems += problems
            self._commands.note("\n".join(("*** not as it has to be:", *problems)))
            raise _Over

    # Running the engine.

    def _run(self, command: Command) -> Run:
        self._commands.unlock()
        self._place.stack.program(self._program.text)
        always = "options: {refresh: always}\n" if command.refresh == "always" else ""
        project = self._place.stack.project / "Pulumi.yaml"
        project.write_text(f"name: call-center\nruntime: python\n{always}")
        arguments = (*COMMANDS[command.command], *command.arguments)
        before = self._stands()
        if command.trouble is None:
            run = self._commands.run(*arguments)
        else:
            run = self._struck(arguments, command.trouble)
        self.end.commands += 1
        after = self._stands()
        ran = Ran(command, self._program, before, after, run.ok, run.output, _touched(run))
        never = _NEVER_SAID if self._has_failed else (*_NEVER_SAID, *_SAID_OF_FAILED_RUNS)
        said = [f"it says {word!r}" for word in never if word in run.output]
        self._has_failed |= not run.ok
        self._require([*self._commands.problems, *said, *self._model.judge(ran)])
        if run.ok and command.command == "up" and not command.targets and not command.excludes:
            self._rolled_out = self._program
        return run

    def _struck(self, arguments: tuple[str, ...], trouble: Trouble) -> Run:
        fault = FAULTS[trouble.fault]
        strike = fault.strike | {"method": trouble.method, "at": trouble.at}
        run = self._commands.struck(arguments, fault, [strike])
        if self._sandbox.has_struck:
            time.sleep(fault.settles)
        self._sandbox.api("DELETE", "/sandbox/faults")
        return run

    # The end of every life.

    def _end(self) -> None:
        """What is declared comes about by itself; a preview shows no change; all of it goes."""
        self.end.at = "at the end: up"
        if not self._converge():
            self._program = self._model.findable(self._rolled_out)
            self.end.at = "at the end: up, of the last program that a run succeeded with"
            if not self._converge():
                self._require([f"up is refused {_RUNS_AT_MOST} times"])
        if self._model.needs_refresh:
            self.end.at = "at the end: up --refresh"
            if not self._run(Command(command="up", refresh="--refresh")).ok:
                self._require(["up --refresh is refused"])
        self.end.at = "at the end: preview --refresh"
        preview = self._run(Command(command="preview", refresh="--refresh"))
        self._require(preview.differences(f"{each.kind}:{each.resource}" for each in self._program))
        self.end.at = "at the end: destroy"
        if not self._run(Command(command="destroy")).ok:
            self._require(["destroy is refused"])
        self._require(self._place.stack.left())

    def _converge(self) -> bool:
        for attempt in range(_RUNS_AT_MOST):
            refresh = attempt > 0 and self._model.needs_refresh
            run = self._run(Command(command="up", refresh="--refresh" if refresh else ""))
            if run.ok:
                return True
            if self._model.may_refuse(self._program, self._stands()):
                return False
        self._require([f"up fails {_RUNS_AT_MOST} times: {'; '.join(run.errors)[:1500]}"])
        return False

    # The console.

    def _do_in_console(self, step: Console) -> None:
        key = owned_by(step.service, self._model.service_of)
        before = self._stands()
        if key is None or key not in before:
            return
        path = f"{SERVICES}/{key}"
        match step.act:
            case "set":
                (what, value) = step.value
                section, _, name = PROPERTIES[what][0].partition(".")
                if section == "messaging":
                    params = {"property": name.upper(), "value": value}
                    self._sandbox.api("POST", f"{path}/messaging", params=params)
                else:
                    self._sandbox.api("POST", f"{path}/{section}", json={name: value})
            case "add number":
                self._sandbox.api("POST", f"{path}/phone/{step.value}")
            case "remove number" if number(step.value) in before[key]:
                self._sandbox.api("DELETE", f"{path}/phone/{step.value}")
            case "add hours" if before[key].get("general.callDirection") != "OUTBOUND":
                self._sandbox.api("POST", f"{path}/inboundHours", json=_SUNDAY)
            case "clear hours":
                for entry in self._sandbox.api("GET", f"{path}/inboundHours")["inboundHour"]:
                    self._sandbox.api("DELETE", f"{path}/inboundHours/{entry['id']}")
            case "delete":
                self._sandbox.api("DELETE", path)
        self._model.console(before, self._stands())


def _touched(run: Run) -> frozenset[str]:
    return frozenset(
        resource.partition(":")[2]
        for resource, operations in run.operations.items()
        if not {"same", "refresh"}.issuperset(operations.split("+"))
    )
