"""Drawing a life from a seed."""

import random
from collections.abc import Callable
from typing import Any

from tests.lives.platform import PROPERTIES
from tests.lives.program import CLEAR, Declaration, Hours, Number, Owner, Program, Service
from tests.lives.steps import (
    Command,
    Console,
    Edit,
    Life,
    Put,
    Remove,
    Rename,
    Step,
    Swap,
    TakeBack,
    Trouble,
)
from tests.rig.faults import FAULTS

INBOUND, OUTBOUND = 53661, 53662
UNMANAGED = (20575, 33133)
"""Services of the sandbox that take calls, that nobody's program declares."""

_NAMES = tuple(f"Line {letter}" for letter in "ABCDEF")
_NUMBERS = ("8773402031", "8773402035", "8773402036", "8773402037", "4045550111", "4045550120")
"""The first stands at one of the unmanaged services, the last two come with a template."""

_SPANS = ("07:00-20:59", "08:00-18:00", "09:00-12:00, 13:00-15:00", "10:00-14:00")
_DAYS = ("WEEKDAY", "SATURDAY", "SUNDAY")
_DATES = ("2099-12-24", "2099-12-25", "2099-07-01")
_VALUES = {path: values for path, (_, values) in sorted(PROPERTIES.items())}
_FAULTS = tuple(
    fault.name for fault in FAULTS.values() if not fault.beside and not fault.loses_journal
)
_KILLS = tuple(name for name in _FAULTS if name.startswith("kill"))
_FAILING = ("status-202", "answer-lost, no retry", "connection-cut, no retry")
"""Those after which a run fails that is left to itself."""


def draw(seed: int) -> Life:
    """The life of a seed, always the same one."""
    return _Drawing(random.Random(seed)).life()


class _Drawing:
    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._program = Program()
        self._before: list[Program] = []
        self._steps: list[Step] = []
        self._named = 0

    def life(self) -> Life:
        for _ in range(self._rng.randint(3, 6)):
            self._edit()
        self._steps.append(Command(command="up", trouble=self._trouble(0.15)))
        scenes = [self._change, self._change, self._change, self._drift, self._destroy, self._look]
        for _ in range(self._rng.randint(2, 4)):
            self._rng.choice(scenes)()
        return Life(steps=tuple(self._steps))

    # Scenes.

    def _change(self) -> None:
        edits = sum(self._edit() for _ in range(self._rng.choice((1, 1, 2, 3))))
        up = self._up()
        self._steps.append(up)
        if self._rng.random() < (0.5 if up.trouble else 0.15):
            for _ in range(self._rng.choice((edits, 1))):
                self._take_back()
            self._steps.append(Command(command="up"))
        elif up.trouble is not None and self._rng.random() < 0.3:
            self._edit()
            self._steps.append(Command(command="up"))

    def _drift(self) -> None:
        for _ in range(self._rng.choice((1, 1, 2))):
            self._console()
        if self._rng.random() < 0.4:
            self._edit()
        if self._rng.random() < 0.3:
            self._steps.append(Command(command="refresh", flags=self._maybe("--run-program")))
        self._steps.append(self._up())

    def _destroy(self) -> None:
        dependents = self._rng.random() < 0.6
        some = self._some() if self._rng.random() < 0.5 else ()
        command = Command(
            command="destroy",
            refresh=self._refresh(),
            targets=some,
            dependents=bool(some) and dependents,
            flags=self._maybe("--run-program"),
            trouble=self._trouble(0.3),
        )
        self._steps.append(command)
        if self._rng.random() < 0.6:
            self._steps.append(Command(command="up"))

    def _look(self) -> None:
        command: Any = self._rng.choice(("preview", "refresh"))
        refresh = self._refresh() if command == "preview" else ""
        self._steps.append(Command(command=command, refresh=refresh))

    def _up(self) -> Command:
        kind = self._rng.random()
        some = self._some() if kind < 0.3 else ()
        return Command(
            command="up",
            refresh=self._refresh(),
            targets=some if kind < 0.2 else (),
            excludes=some if kind >= 0.2 else (),
            dependents=bool(some) and kind < 0.12,
            flags=self._maybe("--continue-on-error"),
            trouble=self._trouble(0.4),
        )

    def _refresh(self) -> Any:
        return self._rng.choice(("", "", "--refresh", "always"))

    def _maybe(self, flag: str) -> tuple[str, ...]:
        return (flag,) if self._rng.random() < 0.2 else ()

    def _some(self) -> tuple[str, ...]:
        """One or two resources of the program, or that the last edits took out of it."""
        known = {each.resource for each in (*self._program, *(self._before or [Program()])[-1])}
        # By a name that is an alias by now the engine finds what the model does not.
        known -= {alias for each in self._program for alias in each.aliases}
        if not known:
            return ()
        return tuple(self._rng.sample(sorted(known), min(len(known), self._rng.choice((1, 1, 2)))))

    def _trouble(self, chance: float) -> Trouble | None:
        if self._rng.random() >= chance:
            return None
        fault = self._rng.choice(self._rng.choice((_FAULTS, _FAILING, _KILLS)))
        if self._rng.random() < 0.25:
            return Trouble(fault=fault, method="DELETE", at=self._rng.choice((1, 1, 2, 3)))
        # The first is the login.
        at = self._rng.choice((1, 2, 2, 2, 3, 3, 4, 5, 6, 8))
        return Trouble(fault=fault, method="POST", at=at)

    # Edits.

    def _edit(self) -> bool:
        """One edit more, of a program that stays a legal one."""
        for _ in range(20):
            edit = self._rng.choice(self._kinds())()
            if edit is None:
                continue
            edited = edit.edit(self._program)
            if edited.is_legal and edited != self._program:
                self._before.append(self._program)
                self._program = edited
                self._steps.append(edit)
                return True
        return False

    def _take_back(self) -> None:
        if self._before:
            self._program = self._before.pop()
            self._steps.append(TakeBack())

    def _kinds(self) -> list[Callable[[], Edit | None]]:
        few = len(self._program.of(Service)) < 2
        begins = not any(isinstance(step, Command) for step in self._steps)
        if begins:
            made = [self._new_service, self._new_number, self._new_hours]
            return [*made, self._new_service] if few else made
        return [
            *([self._new_service] * (6 if few else 1)),
            *([self._new_number] * 3),
            *([self._new_hours] * 2),
            *([self._changed_service] * 4),
            *([self._changed_number] * 2),
            *([self._changed_hours] * 3),
            *([self._removed] * 3),
            *([self._renamed] * 2),
            self._swapped,
        ]

    def _fresh(self, letter: str) -> str:
        self._named += 1
        return f"{letter}{self._named}"

    def _new_service(self) -> Edit | None:
        if len(self._program.of(Service)) >= 3:
            return None
        template = self._rng.choice((INBOUND, INBOUND, OUTBOUND))
        service = Service(
            resource=self._fresh("s"),
            name=self._rng.choice(_NAMES),
            template=template,
            inherit=self._rng.random() < 0.5,
            link=self._a_link() if self._rng.random() < 0.3 else None,
        )
        for _ in range(self._rng.randint(0, 3)):
            service = self._with_property(service)
        return Put(what=service)

    def _a_link(self) -> str | None:
        services = [each.resource for each in self._program.of(Service) if each.link is None]
        return self._rng.choice(services) if services else None

    def _with_property(self, service: Service) -> Service:
        path = self._rng.choice(list(_VALUES))
        if path == "call_direction" and service.template == OUTBOUND:
            return service
        value = self._rng.choice(_VALUES[path])
        return service.model_copy(update={"properties": {**service.properties, path: value}})

    def _changed_service(self) -> Edit | None:
        services = self._program.of(Service)
        if not services:
            return None
        service, kind = self._rng.choice(services), self._rng.random()
        if kind < 0.2:
            service = service.model_copy(update={"name": self._rng.choice(_NAMES)})
        elif kind < 0.3:
            link = self._a_link()
            link = None if link == service.resource else link
            service = service.model_copy(update={"link": link})
        elif kind < 0.5 and service.properties:
            kept = dict(service.properties)
            del kept[self._rng.choice(sorted(kept))]
            service = service.model_copy(update={"properties": kept})
        else:
            service = self._with_property(self._with_property(service))
        return Put(what=service)

    def _owner(self, *, of_hours: bool = False) -> Owner:
        services = [
            each.resource
            for each in self._program.of(Service)
            if not of_hours or each.template == INBOUND
        ]
        owners: list[Owner] = [*services, *services, *services, *UNMANAGED]
        return self._rng.choice(owners)

    def _new_number(self) -> Edit | None:
        return Put(
            what=Number(
                resource=self._fresh("n"),
                service=self._owner(),
                number=self._rng.choice(_NUMBERS),
                default=self._rng.random() < 0.3,
            )
        )

    def _changed_number(self) -> Edit | None:
        numbers = self._program.of(Number)
        if not numbers:
            return None
        old = self._rng.choice(numbers)
        changes: tuple[dict[str, Any], ...] = (
            {"number": self._rng.choice(_NUMBERS)},
            {"default": not old.default},
            {"service": self._owner()},
        )
        return Put(what=old.model_copy(update=self._rng.choice(changes)))

    def _swapped(self) -> Edit | None:
        numbers = [each.resource for each in self._program.of(Number)]
        return Swap(a=numbers[0], b=numbers[1]) if len(numbers) > 1 else None

    def _days(self, keys: tuple[str, ...]) -> dict[str, str]:
        chosen = self._rng.sample(keys, self._rng.randint(0, 2))
        return {key: self._rng.choice(_SPANS) for key in chosen}

    def _new_hours(self) -> Edit | None:
        return Put(what=self._some_hours(self._fresh("h"), self._owner(of_hours=True), ()))

    def _changed_hours(self) -> Edit | None:
        hours = self._program.of(Hours)
        if not hours:
            return None
        old = self._rng.choice(hours)
        if old.week and self._rng.random() < 0.3:  # the days exchange their spans
            first, *others = old.week.values()
            rotated = dict(zip(old.week, (*others, first), strict=True))
            return Put(what=old.model_copy(update={"week": rotated}))
        return Put(what=self._some_hours(old.resource, old.service, old.aliases))

    def _some_hours(self, resource: str, owner: Owner, aliases: tuple[str, ...]) -> Hours:
        parts = self._rng.choice((("week",), ("week", "dates"), ("dates",)))
        return Hours(
            resource=resource,
            service=owner,
            week=self._days(_DAYS) if "week" in parts else None,
            dates=self._days(_DATES) if "dates" in parts else None,
            aliases=aliases,
        )

    def _any(self) -> Declaration | None:
        every = list(self._program)
        return self._rng.choice(every) if every else None

    def _removed(self) -> Edit | None:
        old = self._any()
        return None if old is None else Remove(resource=old.resource)

    def _renamed(self) -> Edit | None:
        old = self._any()
        if old is None:
            return None
        alias = self._rng.random() < (0.85 if isinstance(old, Service) else 0.4)
        return Rename(resource=old.resource, to=self._fresh(old.resource[0]), alias=alias)

    # The console.

    def _console(self) -> None:
        managed = [each.resource for each in self._program.of(Service)]
        services: list[Owner] = [*managed, *managed, *UNMANAGED]
        service = self._rng.choice(services)
        acts: list[Any] = ["set", "set", "add number", "remove number", "add hours", "clear hours"]
        if isinstance(service, str):
            acts.append("delete")
        act = self._rng.choice(acts)
        value: Any = None
        if act == "set":
            path = self._rng.choice([path for path in _VALUES if "." in path])
            value = [path, self._rng.choice([v for v in _VALUES[path] if v != CLEAR])]
        elif act.endswith("number"):
            value = self._rng.choice(_NUMBERS)
        self._steps.append(Console(service=service, act=act, value=value))
