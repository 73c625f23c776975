"""The way from a client to the sandbox: it notes what goes over it, and fails as it is told."""

import json
import re
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

from tests.rig.requests import SERVICES, Request, query_of

_NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

Send = Callable[[], httpx.Response]
"""Passes a request on, so that it is carried out."""

Fault = Callable[[Send], httpx.Response]
"""What becomes of a request."""


class Killed(BaseException):
    """Stands for the end of the process: nothing of the program may answer to it."""


@dataclass
class _Rule:
    verb: str
    path: str
    fault: Fault
    first: int
    times: int
    seen: int = 0

    def is_due(self, request: Request) -> bool:
        if not re.fullmatch(self.verb, request.verb) or not re.fullmatch(self.path, request.path):
            return False
        self.seen += 1
        return self.first <= self.seen < self.first + self.times


ALWAYS = 1_000_000


class Line(httpx.BaseTransport):
    """One connection after the other, over loopback."""

    def __init__(self) -> None:
        self.sent: list[Request] = []
        self._rules: list[_Rule] = []
        self._lock = threading.Lock()
        self._inner = httpx.HTTPTransport(verify=_NO_CERTIFICATES)

    def fail(
        self, verb: str, path: str, fault: Fault, *, first: int = 1, times: int = ALWAYS
    ) -> None:
        """Let requests fail: from the first that matches on, or from a later one on."""
        self._rules.append(_Rule(verb, path, fault, first, times))

    def fail_nth(self, number: int, fault: Fault, *, times: int = 1) -> None:
        """Let the n-th request from now on fail, and the next ones, whatever they are."""
        self.fail("[A-Z]+", ".*", fault, first=number, times=times)

    def mend(self) -> None:
        """Let nothing fail any more, and forget what was sent."""
        self._rules.clear()
        self.sent.clear()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, or let it fail."""
        noted = _noted(request)
        with self._lock:
            self.sent.append(noted)
            fault = self._fault_for(noted)
        if fault is None:
            return self._inner.handle_request(request)
        return fault(lambda: self._inner.handle_request(request))

    def close(self) -> None:
        """Let go of the connections."""
        self._inner.close()

    @property
    def calls(self) -> list[str]:
        """What was sent, but for logins, in short."""
        return list(map(str, self._sent_in_session()))

    @property
    def writes(self) -> list[Request]:
        """What was sent that changes something."""
        return [each for each in self._sent_in_session() if each.verb != "GET"]

    def _sent_in_session(self) -> list[Request]:
        return [each for each in self.sent if not each.path.startswith("/session")]

    def _fault_for(self, request: Request) -> Fault | None:
        due = [rule.fault for rule in self._rules if rule.is_due(request)]
        return due[0] if due else None


def lost(send: Send) -> httpx.Response:
    """The request is carried out, and its answer does not arrive."""
    _read(send())
    raise httpx.ReadError("the connection broke")


def cut(send: Send) -> httpx.Response:
    """The connection breaks before the request arrives; the client can't know that."""
    raise httpx.ReadError("the connection broke")


def failing(send: Send) -> httpx.Response:
    """The request is carried out, and answered with an error of the platform."""
    _read(send())
    return _response(500, {"code": 500, "message": "Internal error"})


def failing_before(send: Send) -> httpx.Response:
    """The request is not carried out, and answered by a gateway."""
    return _page(502)


def proxied(send: Send) -> httpx.Response:
    """The request is carried out, and a proxy's page comes back with 200."""
    _read(send())
    return _page(200)


CARRIED_OUT: list[Fault] = [lost, proxied, failing]
NOT_CARRIED_OUT: list[Fault] = [cut, failing_before]
LOSSES = [*CARRIED_OUT, *NOT_CARRIED_OUT]
"""After these a client can't know whether its request was carried out."""


def killed_before(send: Send) -> httpx.Response:
    """The process ends before it sends."""
    raise Killed


def killed_after(send: Send) -> httpx.Response:
    """The process ends when the request is carried out, before it has the answer."""
    _read(send())
    raise Killed


def refused(status: int, message: str = "No") -> Fault:
    """The request is refused and not carried out."""
    return lambda send: _response(status, {"code": status, "message": message})


def changed(change: Callable[[Any], Any]) -> Fault:
    """The answer arrives, and says something else."""

    def fault(send: Send) -> httpx.Response:
        answer = send()
        return _response(answer.status_code, change(json.loads(_read(answer))))

    return fault


def preceded_by(act: Callable[[], object]) -> Fault:
    """Something happens just before the request is carried out."""

    def fault(send: Send) -> httpx.Response:
        act()
        return send()

    return fault


def followed_by(act: Callable[[], object]) -> Fault:
    """Something happens when the request is carried out, before the answer arrives."""

    def fault(send: Send) -> httpx.Response:
        answer = send()
        status, body = answer.status_code, _read(answer)
        act()
        return _response(status, json.loads(body) if body else None)

    return fault


def hiding_services(newer_than: int) -> Fault:
    """A list of services that lags: it lacks those with a higher id."""
    return _listing("service", lambda known: [e for e in known if e["serviceId"] <= newer_than])


def showing_service(service_id: int, name: str) -> Fault:
    """A list of services that lags: it still has one that is gone."""
    entry = {"serviceId": service_id, "name": name, "callCenterId": 433}
    return _listing("service", lambda known: [*known, entry])


def naming_service(service_id: int, name: str) -> Fault:
    """A list of services that lags: it has one under its old name."""
    old = {service_id: {"name": name}}
    return _listing("service", lambda known: [e | old.get(e["serviceId"], {}) for e in known])


def hiding_hours(newer_than: int) -> Fault:
    """A list of hours that lags: it lacks those with a higher id."""
    return _listing("inboundHour", lambda known: [e for e in known if e["id"] <= newer_than])


def _listing(key: str, change: Callable[[list[Any]], list[Any]]) -> Fault:
    return changed(lambda page: page | {key: change(page[key])})


def _response(status: int, document: Any) -> httpx.Response:
    content = b"" if document is None else json.dumps(document).encode()
    return httpx.Response(status, stream=httpx.ByteStream(content))


def _page(status: int) -> httpx.Response:
    page = b"<!doctype html><html>Sign in</html>"
    return httpx.Response(status, stream=httpx.ByteStream(page))


def _read(answer: httpx.Response) -> bytes:
    try:
        return answer.read()
    finally:
        answer.close()


def _noted(request: httpx.Request) -> Request:
    content = request.read()
    return Request(
        verb=request.method,
        path=request.url.path.removeprefix(SERVICES),
        query=query_of(request.url.query.decode()),
        body=json.loads(content) if content else None,
    )
