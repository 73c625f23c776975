"""What has to stand after a run that succeeded, and what differs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.lives.memory import (
    EXISTS,
    PARTS,
    Known,
    Memory,
    Slot,
    a_copy,
    nothing,
    owned_by,
    slots_of,
    values_of,
)
from tests.lives.platform import DEFAULT, LINK, NAME, Platform, Slots, number
from tests.lives.program import Declaration, Hours, Number, Program, Service
from tests.lives.steps import Command

InScope = Callable[[str], bool]
_NOTHING_YET = object()


@dataclass(frozen=True)
class Ran:
    """A command that ended, what stood before and after it, and what it said."""

    command: Command
    program: Program
    before: Platform
    after: Platform
    ok: bool
    output: str
    touched: frozenset[str] = frozenset()
    """The resources that it says it made, changed or deleted."""


class Verdict:
    """Says of every slot what may stand there, and compares."""

    def __init__(self, memory: Memory, ran: Ran, in_scope: InScope, whole: bool) -> None:
        self.in_scope = in_scope
        self.whole = whole
        self.is_destroy = ran.command.command == "destroy"
        self.refreshed = ran.command.refreshes
        self.rolled_out: list[tuple[Declaration, int]] = []
        self.told: set[int] = set()
        self.put_right: set[Slot] = set()
        self._memory = memory
        self._ran = ran
        self._program = Program() if self.is_destroy else ran.program
        self._may: dict[int, dict[str, list[Any]]] = {}
        self._gone: set[int] = set()
        self._problems: list[str] = []
        self._own: dict[str, int] = {}

    def problems(self) -> list[str]:
        self._find_services()
        self._begin_with_what_stood()
        self._take_away_what_left()
        self._settle_what_was_tried()
        self._put_what_is_declared()
        self._follow_defaults_and_links()
        self._compare()
        return self._problems

    # The services of the program.

    def _find_services(self) -> None:
        for service in self._program.of(Service):
            known = self._memory.match(service)
            if not self.in_scope(service.resource):
                if known is not None:
                    self._own[service.resource] = known.service
                continue
            key = self._memory.locate(service, self._ran.after)
            if key is not None:
                self._own[service.resource] = key
                self.rolled_out.append((service, key))
            elif known is not None and self._is_unseen(known.service):
                self.rolled_out.append((service, known.service))
                self._own[service.resource] = known.service
            else:
                self._problems.append(f'no service "{service.name}" stands ({service.resource})')
        for known in self._memory.known.values():
            left = isinstance(known.declared, Service) and known.service not in self._own.values()
            if left and self.in_scope(known.declared.resource):
                self._gone.add(known.service)

    def _is_unseen(self, key: int) -> bool:
        """Whether a service is gone by somebody else's hand, which this run did not look at."""
        return not self.refreshed and (key, EXISTS) in self._memory.drift

    # What may stand.

    def _begin_with_what_stood(self) -> None:
        before, after = self._ran.before, self._ran.after
        known = {each.service for each in self._memory.known.values()}
        for key in after:
            self._may[key] = {slot: [value] for slot, value in before.get(key, {}).items()}
        for service in self._program.of(Service):
            own = self._own.get(service.resource)
            if own is None or own not in after or (own in before and own in known):
                continue
            # A copy; where a run that failed had made it, what that left is fine as well.
            template = a_copy(service, before[service.template])
            for slot, value in template.items():
                self._also(own, slot, value)
            for slot in before.get(own, {}):
                if slot.startswith("number.") or slot not in template:
                    self._also(own, slot, None)

    def _allow(self, key: int, slot: str, value: Any) -> None:
        if key in self._may:
            self._may[key][slot] = [value]

    def _also(self, key: int, slot: str, value: Any) -> None:
        if key in self._may:
            self._may[key].setdefault(slot, [] if key not in self._ran.before else [None])
            self._may[key][slot].append(value)

    def _stood(self, key: int, slot: str) -> Any:
        return self._ran.before.get(key, {}).get(slot)

    def _take_away_what_left(self) -> None:
        kept = {
            slot
            for known in self._memory.known.values()
            if not self.in_scope(known.declared.resource)
            for slot in slots_of(known)
        }
        for known in self._memory.known.values():
            if isinstance(known.declared, Service) or not self.in_scope(known.declared.resource):
                continue
            for key, slot in slots_of(known) - {(known.service, DEFAULT)}:
                self._allow(key, slot, nothing(slot))
                if (key, slot) in self._memory.drift | kept:
                    self._also(key, slot, self._stood(key, slot))
                if slot in PARTS:
                    self._keep_what_is_undeclared(known, key, slot)
            for slot in known.perhaps:
                self._also(known.service, slot, nothing(slot))

    def _keep_what_is_undeclared(self, known: Known, key: int, part: str) -> None:
        """A part that is declared no longer, of hours that are, stays as it is."""
        for hours in self._program.of(Hours):
            if self._owner(hours) == key and self._memory.match(hours) == known:
                self._allow(key, part, self._stood(key, part))
            elif self._owner(hours) == key and self.in_scope(hours.resource):
                self._also(key, part, self._stood(key, part))

    def _settle_what_was_tried(self) -> None:
        for (key, slot), stood_first in self._memory.tried.items():
            stands = self._stood(key, slot)
            if key not in self._may or stands == stood_first:
                continue
            if self.whole and not self.is_destroy and not self._tells_of(key, slot):
                self._may[key][slot] = []
            self._also(key, slot, stood_first)
            self._also(key, slot, nothing(slot))

    def _tells_of(self, key: int, slot: str) -> bool:
        if slot.startswith("number."):
            return f"caller ID {slot.removeprefix('number.')} of service {key}" in self._ran.output
        return f"inbound hours of service {key}" in self._ran.output

    def _owner(self, child: Number | Hours) -> int | None:
        return owned_by(child.service, self._own.get)

    def _put_what_is_declared(self) -> None:
        for declared in self._program:
            if not self.in_scope(declared.resource):
                continue
            if isinstance(declared, Service):
                key = self._own.get(declared.resource)
            elif (key := self._owner(declared)) is not None:
                self.rolled_out.append((declared, key))
            if key is not None:
                known = self._memory.match(declared)
                before = self._values_of(known.declared) if known else {}
                for slot, value in self._values_of(declared).items():
                    self._declare(key, slot, value, was=before.get(slot, _NOTHING_YET))

    def _values_of(self, declared: Declaration) -> Slots:
        link = self._own.get(declared.link or "") if isinstance(declared, Service) else None
        return values_of(declared, link)

    def _declare(self, key: int, slot: str, value: Any, was: Any) -> None:
        self._allow(key, slot, value)
        if (key, slot) in self._memory.drift and not self.refreshed and was == value:
            self._also(key, slot, self._stood(key, slot))
        if self._ran.after.get(key, {}).get(slot) == value:
            self.put_right.add((key, slot))

    def _follow_defaults_and_links(self) -> None:
        after = self._ran.after
        declared = {
            self._owner(each)
            for each in self._program.of(Number)
            if each.default and self.in_scope(each.resource)
        }
        for key, may in self._may.items():
            if LINK in may and not any(link in after for link in may[LINK]):
                may[LINK] = [None]
            if key in declared:
                continue
            for default in list(may.get(DEFAULT, [])):
                if default is not None and number(default) not in after[key]:
                    stood = key not in self._ran.before or number(default) in self._ran.before[key]
                    self._also(key, DEFAULT, None)
                    if stood:
                        may[DEFAULT].remove(default)

    # What differs.

    def _compare(self) -> None:
        before, after = self._ran.before, self._ran.after
        known = {each.service for each in self._memory.known.values()} - self._gone
        fine = self._memory.foreign | self._memory.told | set(self._own.values()) | known
        for key in sorted(after):
            if key not in fine:
                self._left(key)
                continue
            for slot in sorted(self._may[key].keys() | after[key].keys()):
                value, may = after[key].get(slot), self._may[key].get(slot, [None])
                if value not in may:
                    wanted = " or ".join(dict.fromkeys(map(repr, may)))
                    self._problems.append(
                        f'service {key} ("{after[key][NAME]}"): {slot} is {value!r}, not {wanted}'
                    )
        for key in before.keys() - after.keys() - self._gone:
            if key in fine:
                self._problems.append(f'service {key} ("{before[key][NAME]}") was deleted')

    def _left(self, key: int) -> None:
        name = self._ran.after[key][NAME]
        if key in self._gone:
            self._problems.append(f'service {key} ("{name}") left the program and stands')
        elif str(key) in self._ran.output or name in self._ran.output:
            self.told.add(key)
        elif self.whole and not (self.is_destroy and self._memory.unsettled):
            self._problems.append(f'service {key} ("{name}") stands, in nobody\'s program, untold')
