"""A real HTTP server on loopback that answers what a test has told it to, however odd."""

import json
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any
from urllib.parse import urlsplit

import httpx

from pulumi_livevox.client import Account, Limits, LiveVoxClient
from tests.rig.examples import GENERAL
from tests.rig.requests import SERVICES, Request, query_of

PASSWORD = "correct horse battery"
API_TOKEN = "f00dcafe-0000-4242"

SERVICE = f"{SERVICES}/5"
"""A service that is read as the page's example, unless a test says something else."""

_NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

QUICK = Limits(timeout_seconds=5, max_retries=3, deadline_seconds=10, backoff_seconds=0.01)


class Exchange(BaseHTTPRequestHandler):
    """One connection, from the server's side."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: "_Server"

    def answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        target = urlsplit(self.path)
        request = Request(
            verb=self.command,
            path=target.path,
            query=query_of(target.query),
            headers=dict(self.headers.items()),
            body=json.loads(body) if body else None,
        )
        self.server.api.take(request)(self, request)

    do_GET = do_POST = do_DELETE = do_CONNECT = answer

    def hang_up(self) -> None:
        self.wfile.flush()
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, api: "Api") -> None:
        self.api = api
        self._connections: list[socket.socket] = []
        super().__init__(("127.0.0.1", 0), Exchange)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._connections.append(request)
        super().process_request(request, client_address)

    def end_connections(self) -> None:
        for connection in self._connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass  # Clients that hang up are what many tests are about.


Answering = Callable[[Exchange, Request], None]


class Api:
    """The API, canned: it logs anybody in, has one service, and answers the rest from a script."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[Request] = []
        self.logins: list[Request] = []
        self.sessions: set[str] = set()
        self.on_login: Answering = self._log_in
        self._lock = Lock()
        self._script = {("GET", SERVICE): [answer(200, GENERAL)]}
        self._clients: list[LiveVoxClient] = []
        self._server = _Server(self)
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        scheme = "http" if tls is None else "https"
        self.root = f"{scheme}://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def on(self, verb: str, path: str, *answers: Answering) -> None:
        """Script the answers to a call, in their order; the last one stands."""
        self._script[verb, path] = list(answers)

    def take(self, request: Request) -> Answering:
        with self._lock:
            if request.path.endswith("/session/login"):
                self.logins.append(request)
                return self.on_login
            self.requests.append(request)
            if request.headers.get("LV-Session") not in self.sessions:
                return answer(401, {"code": 401, "message": "Session is not valid"})
            script = self._script.get((request.verb, request.path))
            if not script:
                return answer(404, {"code": 404, "message": "No such thing"})
            return script.pop(0) if len(script) > 1 else script[0]

    def end_sessions(self) -> None:
        """Let all sessions expire."""
        self.sessions.clear()

    def stop(self) -> None:
        """Take no more connections, and end those that stand."""
        self._server.shutdown()
        self._server.server_close()
        self._server.end_connections()

    def account(self, **changes: str) -> Account:
        values = {
            "base_url": self.root,
            "client_name": "ACME",
            "username": "deployer",
            "password": PASSWORD,
            "api_token": API_TOKEN,
        }
        return Account(**{**values, **changes})

    def client(self, limits: Limits = QUICK, **account: str) -> LiveVoxClient:
        # Certificates take a while to load, and no test on loopback needs them.
        transport = httpx.HTTPTransport(verify=_NO_CERTIFICATES)
        client = LiveVoxClient(self.account(**account), limits, transport)
        self._clients.append(client)
        return client

    def close(self) -> None:
        for client in self._clients:
            client.close()
        self.stop()

    def _log_in(self, exchange: Exchange, request: Request) -> None:
        with self._lock:
            session = f"session-{len(self.logins):04}-5e55"
            self.sessions.add(session)
        answer(200, {"sessionId": session, "clientId": 4199, "userId": 7})(exchange, request)


def answer(
    status: int = 200,
    document: Any = None,
    *,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> Answering:
    """Answer with a document, or with whatever bytes."""
    content = body if body is not None else b""
    if document is not None and body is None:
        content = json.dumps(document).encode()

    def answering(exchange: Exchange, request: Request) -> None:
        exchange.send_response(status)
        if status != 204:
            exchange.send_header("Content-Length", str(len(content)))
        for name, value in (headers or {}).items():
            exchange.send_header(name, value)
        exchange.end_headers()
        exchange.wfile.write(content)

    return answering


def late(seconds: float, then: Answering) -> Answering:
    """Take a while to answer."""

    def answering(exchange: Exchange, request: Request) -> None:
        time.sleep(seconds)
        then(exchange, request)

    return answering


def lost(exchange: Exchange, request: Request) -> None:
    """Take the request, and go without a word."""
    exchange.hang_up()


def break_off(status: int, body: bytes) -> Answering:
    """Promise more than comes."""

    def answering(exchange: Exchange, request: Request) -> None:
        exchange.send_response(status)
        exchange.send_header("Content-Length", str(len(body) + 100))
        exchange.end_headers()
        exchange.wfile.write(body)
        exchange.hang_up()

    return answering


def drip(pause: float, chunk: bytes, *, in_head: bool = False) -> Answering:
    """Answer without an end, chunk after chunk of a body, or of a head."""

    def answering(exchange: Exchange, request: Request) -> None:
        exchange.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"\r\n" * (not in_head))
        while True:
            exchange.wfile.write(chunk)
            exchange.wfile.flush()
            time.sleep(pause)

    return answering
