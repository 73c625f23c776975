"""Which service names are taken in a call center: its list, read once a run and kept in step."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pulumi_livevox.client import EmptyCallCenter
from pulumi_livevox.client.asked_once import AskedOnce
from pulumi_livevox.run.errors import ProviderError

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


class CallCenterNames:
    """The services of one call center by name.

    It is the platform's list as this run first saw it, with this run's own copies, renames
    and deletes since; and the names that resources of this run are about to give.
    """

    def __init__(self, client: LiveVoxClient, call_center_id: int, pauses: Sequence[float]) -> None:
        self._pauses = pauses
        self.call_center_id = call_center_id
        self._client = client
        self._lock = threading.Lock()
        self._reserved: dict[str, str] = {}
        self._removed: set[int] = set()
        self._given: dict[int, str] = {}
        self._names: dict[int, str] = {}
        self._ids: defaultdict[str, set[int]] = defaultdict(set)
        self._know(self.listed_now())

    def listed_now(self) -> dict[int, str]:
        """Ask for the list anew: name by service id. An empty call center is an empty list."""
        try:
            items = list(self._client.list_services(self.call_center_id))
        except EmptyCallCenter:
            items = []
        return {item.service_id: item.name for item in items}

    def named(self, name: str) -> list[int]:
        """Return the ids of all services that have the name."""
        with self._lock:
            return sorted(self._ids.get(name, ()))

    def found_since(self, name: str) -> list[int]:
        """Ask for the list anew; return the services of that name which this run did not remove."""
        listed = self.listed_now()
        with self._lock:
            standing = {key: value for key, value in listed.items() if key not in self._removed}
            self._know(standing)
        return sorted(key for key, value in standing.items() if value == name)

    def put(self, service_id: int, name: str) -> None:
        """Note that this run gave a service its name."""
        with self._lock:
            self._given[service_id] = name
            self._rename(service_id, name)

    def drop(self, service_id: int) -> None:
        """Note that this run removed a service."""
        with self._lock:
            self._given.pop(service_id, None)
            self._rename(service_id, None)
            self._removed.add(service_id)

    def look_for(self, name: str) -> list[int]:
        """Look for services of a name, giving a list that lags time to show them."""
        for pause in self._pauses:
            time.sleep(pause)
            if found := self.found_since(name):
                return found
        return []

    def _know(self, listed: dict[int, str]) -> None:
        # What this run gave is newer than a list that may lag.
        self._names = {**listed, **self._given}
        self._ids.clear()
        for service_id, name in self._names.items():
            self._ids[name].add(service_id)

    def _rename(self, service_id: int, name: str | None) -> None:
        before = self._names.pop(service_id, None)
        if before is not None:
            self._ids[before].discard(service_id)
        if name is not None:
            self._names[service_id] = name
            self._ids[name].add(service_id)

    @contextmanager
    def reserved(self, name: str, by: str) -> Iterator[None]:
        """Hold a name for one resource while it is being given; kept where that succeeds.

        Raises ProviderError where another resource of this run has it.
        """
        with self._lock:
            holder = self._reserved.setdefault(name, by)
        if holder != by:
            raise ProviderError(
                f'the name "{name}" is declared by two services of this program ({holder} and '
                f"{by}): a name is given once in a call center."
            )
        try:
            yield
        except BaseException:
            with self._lock:
                del self._reserved[name]
            raise


class ServiceNames:
    """The names of every call center that a run has met; each list is read once."""

    def __init__(self, client: LiveVoxClient, pauses: Sequence[float]) -> None:
        self._client = client
        self._pauses = pauses
        self._call_centers: AskedOnce[int, CallCenterNames] = AskedOnce()

    def of(self, call_center_id: int) -> CallCenterNames:
        """Return the names of a call center; threads that ask at once wait for one list."""
        return self._call_centers.get(
            call_center_id, lambda: CallCenterNames(self._client, call_center_id, self._pauses)
        )

    def drop(self, service_id: int) -> None:
        """Note that this run removed a service, wherever it stood."""
        # No list is under way then: the engine removes services when it has made all others.
        for names in self._call_centers.answers():
            names.drop(service_id)
