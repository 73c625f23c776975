"""One try of one call: what came back in time, or why nothing did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Final

from pulumi_livevox.client.account import Limits
from pulumi_livevox.client.calls import Call
from pulumi_livevox.client.sending.deadline import Deadline
from pulumi_livevox.client.sending.response import NoResponse, Response
from pulumi_livevox.client.threads import in_a_thread

if TYPE_CHECKING:
    from pulumi_livevox.client.sending.connections import Connections

_GRACE_SECONDS: Final = 0.5
"""How long after the deadline a try may say itself why it failed."""


class Transport:
    """The way to one host, opened (`connect`) by the first call. Threads share it."""

    def __init__(self, connect: Callable[[], Connections], limits: Limits) -> None:
        self._connect = connect
        self._limits = limits
        self._lock = Lock()
        self._connections: Connections | None = None

    def send(
        self, call: Call, headers: Mapping[str, str], deadline: Deadline
    ) -> Response | NoResponse:
        """Send a call once."""
        connections = self._opened()
        # In a thread: the library bounds each read alone, and headers may come in drips.
        outcome = in_a_thread(partial(connections.exchange, call, headers, deadline))
        try:
            return outcome.result(timeout=deadline.left + _GRACE_SECONDS)
        except TimeoutError:
            return NoResponse(
                f"no whole answer within {self._limits.deadline_seconds:g} s", sent=True
            )

    def close(self) -> None:
        """Let go of the connections."""
        with self._lock:
            if self._connections is not None:
                self._connections.close()

    def _opened(self) -> Connections:
        with self._lock:
            if self._connections is None:
                self._connections = self._connect()
            return self._connections
