"""The connections to one host, and one exchange over them.

Failures are values here, not exceptions: those of the HTTP library hold the request with its
headers, and so the session, and must not end up in anybody's chain of exceptions.

The first call loads this module: the library and its certificates take a while, and many previews
make no call.
"""

import json
import ssl
import sys
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property, partial
from http.cookiejar import CookieJar
from urllib.parse import urlsplit

from pulumi_livevox.client.account import Limits
from pulumi_livevox.client.addresses import is_loopback
from pulumi_livevox.client.calls import Call
from pulumi_livevox.client.errors import LiveVoxError
from pulumi_livevox.client.sending.deadline import Deadline
from pulumi_livevox.client.sending.redaction import cleaned
from pulumi_livevox.client.sending.response import NoResponse, Response

# The library brings a command line along, which takes longer to load than all the rest of it.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
import httpx  # noqa: E402


class _TooLateError(Exception):
    """Nobody waits for the call any more, so it is not sent."""


class Connections:
    """The connections to one host. Threads share them; one call at a time goes over each.

    Each is a client of the library, of its own: the library's pool looks at all that it has, twice
    for every call, while all other calls wait.
    """

    def __init__(
        self, base_url: str, limits: Limits, transport: httpx.BaseTransport | None = None
    ) -> None:
        self._base_url = base_url
        self._limits = limits
        self._host = _Host(base_url, transport)
        self._clients = [self._host.client()]
        self._idle = deque(self._clients)

    def exchange(
        self, call: Call, headers: Mapping[str, str], deadline: Deadline
    ) -> Response | NoResponse:
        """Send a call once, and take what comes back."""
        step = max(0.001, min(self._limits.timeout_seconds, deadline.left))
        try:
            with (
                self._client() as http,
                http.stream(
                    call.method.verb,
                    self._base_url + call.target,
                    headers=dict(headers),
                    content=None if call.body is None else json.dumps(call.body, allow_nan=False),
                    timeout=step,
                    extensions={"trace": partial(_refuse_late, deadline)},
                ) as response,
            ):
                return self._received(response, deadline)
        except _TooLateError:
            return NoResponse(f"no connection within {deadline.spent:.1f} s", sent=False)
        except httpx.HTTPError as problem:
            return _not_received(problem, step)
        except (httpx.InvalidURL, UnicodeError):
            return NoResponse("the base URL names no host", sent=False, lasting=True)

    def close(self) -> None:
        """Let go of the connections."""
        for client in self._clients:
            client.close()

    @contextmanager
    def _client(self) -> Iterator[httpx.Client]:
        """Give one that no other call uses meanwhile: the one used last is likely connected."""
        try:
            client = self._idle.pop()
        except IndexError:
            client = self._host.client()
            self._clients.append(client)
        try:
            yield client
        finally:
            self._idle.append(client)

    def _received(self, response: httpx.Response, deadline: Deadline) -> Response:
        body = bytearray()
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            broken = "came compressed, which was not asked for"
        else:
            broken = self._read(response.iter_raw(), body, deadline)
        asked_pause = _seconds_to_wait(response.headers.get("Retry-After", ""))
        return Response(response.status_code, bytes(body), asked_pause, broken)

    def _read(self, chunks: Iterator[bytes], body: bytearray, deadline: Deadline) -> str:
        """Fill the body, and say why it is not whole."""
        most = self._limits.max_answer_bytes
        try:
            for chunk in chunks:
                body += chunk[: most - len(body) + 1]
                if len(body) > most:
                    return f"is larger than {most} bytes"
                if not deadline.left:
                    return f"did not end within {self._limits.deadline_seconds:g} s"
        except httpx.HTTPError:
            return "broke off"
        return ""


class _Host:
    """What all clients of one host have in common."""

    def __init__(self, base_url: str, transport: httpx.BaseTransport | None) -> None:
        self._is_loopback = is_loopback(urlsplit(base_url).hostname or "")
        self._transport = transport
        self._cookies = CookieJar()

    def client(self) -> httpx.Client:
        """Make a client. Raises LiveVoxError where the environment names what can't be used."""
        try:
            return self._made()
        except (httpx.InvalidURL, ValueError, ImportError, OSError):
            # The library's own words could quote a proxy's address, with a password in it.
            pass
        raise LiveVoxError(
            "The HTTP client cannot be set up: check the proxies and the certificates that the "
            "environment names (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, SSL_CERT_FILE, SSL_CERT_DIR)."
        )

    def _made(self) -> httpx.Client:
        transport = self._transport
        if transport is None and self._is_loopback:
            # One of its own takes certificates from the environment, and no proxy.
            transport = httpx.HTTPTransport(verify=self._certificates)
        return httpx.Client(
            headers={
                "Accept": "application/json",
                # As it comes: what is read is then never larger than what was sent.
                "Accept-Encoding": "identity",
                "Content-Type": "application/json",
                "User-Agent": "pulumi-livevox",
            },
            cookies=self._cookies,
            follow_redirects=False,
            trust_env=True,
            transport=transport,
            verify=self._certificates if transport is None else True,
        )

    @cached_property
    def _certificates(self) -> ssl.SSLContext:
        # Loading them takes longer than many calls.
        return httpx.create_ssl_context()


def _seconds_to_wait(retry_after: str) -> float:
    """Read a Retry-After header: seconds, or a date. What cannot be read asks for no pause."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:10])
    try:
        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return 0.0


def _refuse_late(deadline: Deadline, event: str, details: object) -> None:
    """Stop a call that found its connection only when its caller had given up."""
    if event == "http11.send_request_headers.started" and not deadline.left:
        raise _TooLateError


_BEFORE_SENDING = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
)


def _not_received(problem: httpx.HTTPError, seconds: float) -> NoResponse:
    untrusted = _is_untrusted(problem)
    wrong = isinstance(problem, httpx.LocalProtocolError | httpx.UnsupportedProtocol)
    return NoResponse(
        _reason(problem, seconds),
        sent=not isinstance(problem, _BEFORE_SENDING),
        lasting=wrong or untrusted,
        untrusted=untrusted,
    )


def _reason(problem: httpx.HTTPError, seconds: float) -> str:
    match problem:
        case httpx.ConnectTimeout() | httpx.PoolTimeout():
            return f"no connection within {seconds:g} s"
        case httpx.ConnectError():
            return f"no connection ({cleaned(str(problem)) or 'refused'})"
        case httpx.ProxyError():
            return f"the proxy did not let it through ({cleaned(str(problem))})"
        case httpx.TimeoutException():
            return f"no answer within {seconds:g} s"
        case httpx.RemoteProtocolError():
            return "the connection ended without an answer in HTTP"
        case httpx.LocalProtocolError() | httpx.UnsupportedProtocol():
            return "the request cannot be written in HTTP"
        case _:
            return "the connection was lost"


def _is_untrusted(problem: BaseException) -> bool:
    cause: BaseException | None = problem
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
