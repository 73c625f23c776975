"""One try of one call: what came back in time, or why nothing did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from threading import Lock, Thread
from typing import TYPE_CHECKING, Final

from pulumi_livevox.client.account import Limits
from pulumi_livevox.client.calls import Call
from pulumi_livevox.client.limits import Deadline

if TYPE_CHECKING:
    import httpx

    from pulumi_livevox.client.http import Connections


@dataclass(frozen=True)
class Response:
    """What the other side answered."""

    status: int
    body: bytes
    retry_after: str = ""
    broken: str = ""
    """Why the body is not whole, in words; nothing where it is."""


@dataclass(frozen=True)
class NoResponse:
    """Why there is no answer."""

    reason: str
    sent: bool
    """Tell whether the call may have been carried out all the same."""

    lasting: bool = False
    """Tell whether another try would end the same way."""

    untrusted: bool = False
    """Tell whether the host's certificate is the reason."""


_GRACE_SECONDS: Final = 0.5
"""How long after the deadline a try may say itself why it failed."""


class Transport:
    """The way to one host. Threads share it."""

    def __init__(
        self, base_url: str, limits: Limits, transport: httpx.BaseTransport | None = None
    ) -> None:
        self._base_url = base_url
        self._limits = limits
        self._transport = transport
        self._lock = Lock()
        self._connections: Connections | None = None

    def send(
        self, call: Call, headers: Mapping[str, str], deadline: Deadline
    ) -> Response | NoResponse:
        """Send a call once."""
        connections = self._opened()
        outcome: Future[Response | NoResponse] = Future()
        # A thread of its own: the library bounds each read alone, and headers may come in drips.
        Thread(
            target=_settle,
            args=(outcome, lambda: connections.exchange(call, headers, deadline)),
            daemon=True,
        ).start()
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
        from pulumi_livevox.client.http import Connections

        with self._lock:
            if self._connections is None:
                self._connections = Connections(self._base_url, self._limits, self._transport)
            return self._connections


def _settle(
    outcome: Future[Response | NoResponse], exchange: Callable[[], Response | NoResponse]
) -> None:
    try:
        outcome.set_result(exchange())
    except BaseException as problem:
        outcome.set_exception(problem)
