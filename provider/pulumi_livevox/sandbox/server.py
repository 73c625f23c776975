"""Serving the sandbox: in the foreground, or for the length of a block."""

import contextlib
import os
import signal
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType

import uvicorn

from pulumi_livevox.sandbox.access_log import AccessLog
from pulumi_livevox.sandbox.app import create_app
from pulumi_livevox.sandbox.faults.connection import Protocol
from pulumi_livevox.sandbox.platform import Options, Platform
from pulumi_livevox.sandbox.seed import API_TOKEN, PASSWORD

#: How long an end waits for requests under way.
_GRACE_SECONDS = 2

#: How many callers may wait to be let in.
_BACKLOG = 1024


@dataclass(frozen=True, slots=True)
class Sandbox:
    """A sandbox that is running in this process."""

    url: str
    platform: Platform


def listen(host: str, port: int) -> socket.socket:
    """Take a port of a loopback address; 0 takes a free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio sends without delay only where it stands: without it,
    # answers in two packets wait 40 ms for the first one's acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            # Lets a sandbox start again at once; elsewhere it would let two share a port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def url_of(listener: socket.socket) -> str:
    """Return the base URL of what listens there."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(options: Options, listener: socket.socket, reset: bool = False) -> None:
    """Serve until Ctrl-C or SIGTERM, both of which end it without complaint."""
    with _opened(options, reset) as (platform, log):
        server = _server(log)

        def end(signum: int, frame: FrameType | None) -> None:
            server.should_exit = True

        for ending in (signal.SIGINT, signal.SIGTERM):
            # uvicorn has its own handlers while it serves, and raises the signal again after it.
            signal.signal(ending, end)
        print(_welcome(url_of(listener), platform), flush=True)
        server.run(sockets=[listener])


@contextlib.contextmanager
def running(options: Options, host: str = "127.0.0.1", port: int = 0) -> Iterator[Sandbox]:
    """Serve in a thread of this process while the block runs."""
    listener = listen(host, port)
    with _opened(options, reset=False) as (platform, log):
        server = _server(log)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            # The port is open already: who connects before the server is ready waits.
            yield Sandbox(url_of(listener), platform)
        finally:
            server.should_exit = True
            thread.join()


@contextlib.contextmanager
def _opened(options: Options, reset: bool) -> Iterator[tuple[Platform, AccessLog]]:
    platform = Platform(options, reset)
    log = AccessLog(
        create_app(platform),
        options.data / "access.jsonl",
        echo=None if options.quiet else _print,
    )
    try:
        yield platform, log
    finally:
        log.close()
        platform.close()


def _server(app: AccessLog) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=Protocol,
            access_log=False,
            lifespan="off",
            log_level="error",
            timeout_graceful_shutdown=_GRACE_SECONDS,
        )
    )


def _welcome(url: str, platform: Platform) -> str:
    count = len(platform.options.faults)
    faults = f"; {count} fault{'s' if count > 1 else ''} set" if count else ""
    return (
        f"LiveVox sandbox at {url} (client code SANDBOX, user sandbox,"
        f" password {PASSWORD}, API token {API_TOKEN}); data in {platform.options.data}{faults}"
    )


def _print(line: str) -> None:
    # A reader of the log that went away must not cost anybody an answer.
    with contextlib.suppress(OSError):
        print(line, flush=True)
