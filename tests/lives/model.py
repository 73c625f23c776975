"""What has to stand on the platform: a model that knows neither engine nor provider.

It knows what programs declared, which runs succeeded, and what others did in the console. After a
run that succeeded it says of every slot of every service which values may stand there:

- what is declared, as it is declared; everything else as it stood before, or in the template;
- what left the program, and was this stack's, is gone; what nobody of it declared is untouched;
- what the console did to something declared stays until a run refreshes, or writes it;
- after a run that failed nothing is demanded until one succeeds: then everything is, and what the
  failed one made for something that left the program is gone, or the run tells of it.
"""

from collections import defaultdict
from collections.abc import Iterable

from tests.lives.memory import (
    EXISTS,
    PARTS,
    Known,
    Memory,
    Slot,
    changed,
    different,
    owned_by,
    parts_of,
    slots_of,
    those_named,
)
from tests.lives.platform import DEFAULT, NAME, Platform, number
from tests.lives.program import Declaration, Hours, Number, Program, Service
from tests.lives.verdict import InScope, Ran, Verdict


class Model:
    """The model of one stack's life."""

    def __init__(self, stands: Platform) -> None:
        self._memory = Memory(frozenset(stands))
        self._tried_names: defaultdict[str, set[str]] = defaultdict(set)
        self._renamed: defaultdict[str, set[str]] = defaultdict(set)
        """What runs since then renamed resources to: a state may have them by those names."""

        self._broken_off: set[int] = set()
        """Services that runs that failed deleted: the next one may say that a refresh is needed."""

    @property
    def needs_refresh(self) -> bool:
        """Whether something was changed, or deleted, that a plain run can't see."""
        return bool(self._memory.drift or self._broken_off)

    def service_of(self, resource: str) -> int | None:
        """The service that a resource stands for."""
        known = self._memory.known.get(resource)
        return None if known is None else known.service

    def may_refuse(self, program: Program, stands: Platform) -> bool:
        """Whether a run of the program may fail although nothing goes wrong.

        It may where two declare one thing, where a name is some other service's, and where a
        renaming that a run tried is taken back without a word.
        """
        own = {each.resource: self._memory.match(each) for each in program.of(Service)}
        known = {each.service for each in self._memory.known.values()}
        for service in program.of(Service):
            if not self._renamed.get(service.resource, set()).issubset(service.aliases):
                return True
            match = own[service.resource]
            for holder in those_named(stands, service.name):
                is_left = holder not in known | self._memory.foreign | self._memory.told
                if is_left and self._tried_names[service.name] == {service.resource}:
                    continue
                if match is None or holder != match.service:
                    return True
        return not program.is_legal

    def findable(self, program: Program) -> Program:
        """An earlier program, as somebody declares it who goes back to it after renamings."""
        return program.aliased(self._renamed)

    def console(self, before: Platform, after: Platform) -> None:
        """Take note of what somebody did."""
        for key in before.keys() - after.keys():
            self._memory.drift.add((key, EXISTS))
        for key in before.keys() & after.keys():
            self._memory.drift |= {(key, slot) for slot in different(before[key], after[key])}

    def judge(self, ran: Ran) -> list[str]:
        """What is not as it has to be after a command; takes note of the command."""
        in_scope = self._scope(ran)
        if ran.command.command in ("preview", "refresh"):
            if ran.ok and ran.command.command == "refresh":
                self._memory.drift.clear()
            return changed(ran.before, ran.after, "a command that only reads changed")
        self._note_renamings(ran)
        problems = self._removed_alive(ran) + self._touched(ran)
        whole = not ran.command.targets and not ran.command.excludes
        if not ran.ok or (self._memory.unsettled and not whole):
            self._note_failure(ran, in_scope)
        else:
            verdict = Verdict(self._memory, ran, in_scope, whole)
            problems += verdict.problems()
            self._note_success(verdict)
        return list(dict.fromkeys(problems))

    # What is in scope.

    def _scope(self, ran: Ran) -> InScope:
        command = ran.command
        if command.excludes:
            left_out = {*command.excludes, *self._needed_by(ran)}
            return lambda resource: resource not in left_out
        if not command.targets:
            return lambda resource: True
        # Which dependents are needed is for the engine to say; then it has to be so.
        names = {*command.targets, *(ran.touched if command.dependents else ())}
        return names.__contains__

    def _needed_by(self, ran: Ran) -> set[int | str]:
        """The services that left the program and stay, as what is left out belongs to them."""
        left_out = (self._memory.known.get(name) for name in ran.command.excludes)
        owners = {
            each.declared.service
            for each in left_out
            if each is not None and not isinstance(each.declared, Service)
        }
        return owners - {each.resource for each in ran.program}

    # What may never happen, however a run ends.

    def _removed_alive(self, ran: Ran) -> list[str]:
        if ran.command.command != "up":
            return []
        names = {service.name for service in ran.program.of(Service)}
        problems = [
            f"service {key} ({ran.before[key][NAME]}) was deleted, and its name is declared"
            for key in ran.before.keys() - ran.after.keys()
            if ran.before[key][NAME] in names and key not in self._memory.foreign
        ]
        known = self._slots_of(self._memory.known.values())
        for declared in ran.program.of(Number) if not ran.command.targets else ():
            owner = owned_by(declared.service, self.service_of)
            slot = number(declared.number)
            if (
                owner in ran.after
                and (owner, slot) in known
                and slot in ran.before.get(owner, {})
                and slot not in ran.after[owner]
            ):
                problems.append(f"service {owner}: {slot} was taken off, and is declared")
        return problems

    def _touched(self, ran: Ran) -> list[str]:
        """Services of nobody here may change in what the stack declares of them alone."""
        ours = self._slots_of(self._memory.known.values()) | self._memory.tried.keys()
        for declared in ran.program:
            if not isinstance(declared, Service) and isinstance(declared.service, int):
                ours |= slots_of(Known(declared, declared.service, frozenset(PARTS)))
        ours |= {(key, DEFAULT) for key, _ in ours}
        problems = []
        for key in self._memory.foreign:
            if key not in ran.after:
                problems.append(f"service {key} ({ran.before[key][NAME]}), nobody's, was deleted")
                continue
            problems += [
                f"service {key}, nobody's: {slot} became {ran.after[key].get(slot)!r}"
                for slot in different(ran.before[key], ran.after[key])
                if (key, slot) not in ours
            ]
        return problems

    @staticmethod
    def _slots_of(known: Iterable[Known]) -> set[Slot]:
        return {slot for each in known for slot in slots_of(each)}

    # What a run leaves.

    def _note_renamings(self, ran: Ran) -> None:
        if ran.command.command != "up":
            return
        for declared in ran.program:
            for alias in declared.aliases:
                self._renamed[alias].add(declared.resource)

    def _note_failure(self, ran: Ran, in_scope: InScope) -> None:
        self._memory.unsettled = True
        if ran.command.command == "destroy":
            for name, known in self._memory.known.items():
                if in_scope(name):
                    self._memory.drift |= {*slots_of(known), (known.service, EXISTS)}
            return
        self._broken_off |= ran.before.keys() - ran.after.keys()
        for service in ran.program.of(Service):
            self._tried_names[service.name].add(service.resource)
        declared = {each.resource: each for each in ran.program}
        ours = self._slots_of(self._memory.known.values())
        for child in ran.program:
            if isinstance(child, Service):
                continue
            owner = owned_by(child.service, lambda name: self._made(declared.get(name), ran.after))
            match = self._memory.match(child)
            if owner is None:
                continue
            if isinstance(child, Hours) and match is not None and match.service == owner:
                self._blur(match, child)
                continue
            for slot in slots_of(Known(child, owner, parts_of(child))) - ours:
                if slot[1] != DEFAULT:
                    self._memory.tried.setdefault(slot, ran.before.get(owner, {}).get(slot[1]))

    def _made(self, declared: Declaration | None, stands: Platform) -> int | None:
        return self._memory.locate(declared, stands) if isinstance(declared, Service) else None

    def _blur(self, known: Known, tried: Hours) -> None:
        parts = parts_of(tried)
        self._memory.known[known.declared.resource] = Known(
            known.declared,
            known.service,
            known.parts & parts,
            known.perhaps | (known.parts ^ parts),
        )

    def _note_success(self, verdict: Verdict) -> None:
        if verdict.whole:
            self._broken_off.clear()
            self._memory.unsettled = self._memory.unsettled and verdict.is_destroy
            if not verdict.is_destroy:
                self._memory.tried.clear()
                self._tried_names.clear()
                self._renamed.clear()
                self._memory.told |= verdict.told
            if verdict.refreshed:
                self._memory.drift.clear()
        for name in [name for name in self._memory.known if verdict.in_scope(name)]:
            del self._memory.known[name]
        for declared, owner in verdict.rolled_out:
            for name in declared.aliases:
                self._memory.known.pop(name, None)
            parts = parts_of(declared)
            self._memory.known[declared.resource] = Known(declared, owner, parts)
        self._memory.drift -= verdict.put_right
