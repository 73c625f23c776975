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
from enum import Enum


class Kind(Enum):
    """The kinds of object that can be claimed."""

    SERVICE = "service"
    ADOPTEE = "service that a resource is to adopt"
    SERVICE_NAME = "service name"
    NAME_HOLDER = "service that has a name which another resource wants"
    CALLER_ID = "caller ID"
    INBOUND_HOURS = "inbound hours"


class Claims:
    """The claims of one process, which serves one run of the engine."""

    def __init__(self) -> None:
        self._claimant: dict[tuple[Kind, str], str] = {}
        self._service_of: dict[str, int | None] = {}
        self._standing: set[str] = set()
        self._made: set[str] = set()
        self._lock = threading.Lock()

    def declare(self, marker: str) -> None:
        """Note that the program declares the service of a marker, whichever that is."""
        with self._lock:
            self._service_of.setdefault(marker, None)

    def note_standing(self, marker: str) -> None:
        """Note that the state has a service for a declared resource."""
        with self._lock:
            self._standing.add(marker)

    def note_gone(self, marker: str) -> None:
        """Note that a resource's service is gone from the platform."""
        with self._lock:
            self._standing.discard(marker)

    def is_standing(self, marker: str) -> bool:
        """Tell whether the state has a service for a declared resource."""
        with self._lock:
            return marker in self._standing

    def identify(self, marker: str, service_id: int) -> str:
        """Note which service a declared resource is; return the resource that declares it.

        A resource that the program does not declare claims nothing.
        """
        with self._lock:
            if marker not in self._service_of:
                return marker
            self._service_of[marker] = service_id
            return self._claimant.setdefault((Kind.SERVICE, str(service_id)), marker)

    def service_of(self, marker: str) -> int | None:
        """Return the service that a declared resource is; None where that is not known, or none."""
        with self._lock:
            return self._service_of.get(marker)

    def is_without_service(self, marker: str) -> bool:
        """Tell whether a resource is declared, and it is not known which service it has."""
        with self._lock:
            return marker in self._service_of and self._service_of[marker] is None

    def note_made(self, marker: str) -> None:
        """Note that a resource got its service in this run."""
        with self._lock:
            self._made.add(marker)

    def was_made(self, marker: str) -> bool:
        """Tell whether a resource got its service in this run."""
        with self._lock:
            return marker in self._made

    def lose(self, marker: str) -> None:
        """Note that a declared resource was refused what was to take its service's place."""
        with self._lock:
            self._service_of[marker] = None

    def claim(self, kind: Kind, key: str, claimant: str = "") -> str:
        """Claim an object for a resource; return the claimant, an earlier one if there is one."""
        with self._lock:
            return self._claimant.setdefault((kind, key), claimant)

    def release(self, kind: Kind, key: str, claimant: str) -> None:
        """Give one's own claim up, where a narrower one has taken its place."""
        with self._lock:
            if self._claimant.get((kind, key)) == claimant:
                del self._claimant[kind, key]

    def claimant(self, kind: Kind, key: str) -> str | None:
        """Return who declares the object, None where nobody does."""
        with self._lock:
            return self._claimant.get((kind, key))

    def is_claimed(self, kind: Kind, key: str) -> bool:
        """Tell whether a resource of the program declares the object."""
        return self.claimant(kind, key) is not None
