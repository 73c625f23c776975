"""Claims: which live objects the program of this run declares.

The engine deletes resources that left the program after everything else, and knows them by
name alone: after a rename, or a number moved between two resources, the object of the dead
name may be the very one that a living name declares. What the program declares is therefore
claimed before anything can fail, and a delete asks here first.

The engine asks check() about what the program of this run declares and about nothing else; diff()
and read() it asks about what left the program as well. So a claim is made in check() and create(),
and a diff at most adds which service a claimed resource is.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from enum import Enum

from pulumi_livevox.run.target import Kind, Target


class Wish(Enum):
    """What a resource wants of a service that may not be its own yet."""

    TO_ADOPT = "the service of an id"
    NAME = "a name, in a call center or wherever it is going to stand"
    NAME_OF = "the name that the service of an id has"


Claimed = Target | tuple[Wish, object]
"""What can be claimed: an object that is known, or a wish and what it is about."""


@dataclass
class _Declared:
    """A service resource of the program."""

    service_id: int | None = None
    """Which service it has; None where that is not known, or it has none."""
    stands: bool = False
    """Whether the state has a service for it."""
    was_made: bool = False
    """Whether it got its service in this run."""


class Claims:
    """The claims of one process, which serves one run of the engine."""

    def __init__(self) -> None:
        self._claimants: dict[Claimed, str] = {}
        self._declared: dict[str, _Declared] = {}
        self._in_state: set[str] = set()
        self._lock = threading.Lock()

    def declare(self, identity: str, *, stands: bool = False) -> None:
        """Note that the program declares a service, whichever that is.

        `stands` tells that the state has a service for the resource.
        """
        with self._lock:
            declared = self._declared.setdefault(identity, _Declared())
            declared.stands = declared.stands or stands

    def note_in_state(self, identity: str) -> None:
        """Note that the state has a declared resource, of whatever kind, as the run begins."""
        self._in_state.add(identity)

    def is_in_state(self, identity: str) -> bool:
        """Tell whether the state has a declared resource, as far as this run has met it."""
        return identity in self._in_state

    def note_gone(self, identity: str) -> None:
        """Note that a resource's service is gone from the platform."""
        with self._lock:
            if identity in self._declared:
                self._declared[identity].stands = False

    def is_standing(self, identity: str) -> bool:
        """Tell whether the state has a service for a declared resource."""
        with self._lock:
            return self._of(identity).stands

    def identify(self, identity: str, service_id: int) -> str:
        """Note which service a declared resource is; return the resource that declares it.

        A resource that the program does not declare claims nothing.
        """
        with self._lock:
            if identity not in self._declared:
                return identity
            self._declared[identity].service_id = service_id
            return self._claimants.setdefault(Target(Kind.SERVICE, service_id), identity)

    def service_of(self, identity: str) -> int | None:
        """Return the service that a declared resource is; None where that is not known, or none."""
        with self._lock:
            return self._of(identity).service_id

    def is_without_service(self, identity: str) -> bool:
        """Tell whether a resource is declared, and it is not known which service it has."""
        with self._lock:
            return identity in self._declared and self._declared[identity].service_id is None

    def note_made(self, identity: str) -> None:
        """Note that a declared resource got its service in this run."""
        with self._lock:
            if identity in self._declared:
                self._declared[identity].was_made = True

    def was_made(self, identity: str) -> bool:
        """Tell whether a resource got its service in this run."""
        with self._lock:
            return self._of(identity).was_made

    def lose(self, identity: str) -> None:
        """Note that a declared resource was refused what was to take its service's place."""
        with self._lock:
            self._declared.setdefault(identity, _Declared()).service_id = None

    def claim(self, claimed: Claimed, claimant: str) -> str:
        """Claim for a resource; return the claimant, an earlier one if there is one."""
        with self._lock:
            return self._claimants.setdefault(claimed, claimant)

    def release(self, claimed: Claimed, claimant: str) -> None:
        """Give one's own claim up, where a narrower one has taken its place."""
        with self._lock:
            if self._claimants.get(claimed) == claimant:
                del self._claimants[claimed]

    def claimant(self, claimed: Claimed) -> str | None:
        """Return which resource of the program has claimed something, None where none has."""
        with self._lock:
            return self._claimants.get(claimed)

    def is_claimed(self, claimed: Claimed) -> bool:
        """Tell whether a resource of the program has claimed something."""
        return self.claimant(claimed) is not None

    def _of(self, identity: str) -> _Declared:
        return self._declared.get(identity, _Declared())
