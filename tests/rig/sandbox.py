"""A sandbox of its own, as a process: what came in, what stands, what goes wrong there."""

import contextlib
import json
import multiprocessing
import os
import random
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import httpx

from pulumi_livevox.cli import main
from tests.rig.requests import Request, query_of

_SERVERS = multiprocessing.get_context("forkserver")
"""Where sandboxes come from: what they are made of is imported once."""
_SERVERS.set_forkserver_preload([__name__, "pulumi_livevox.cli.app", "pulumi_livevox.sandbox.app"])

CLIENT, USER, PASSWORD, TOKEN = "SANDBOX", "sandbox", "sandbox-password", "sandbox-token"


class Sandbox:
    """A sandbox of its own on a free port; `url` is where."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        # An idle connection would be waited for when the sandbox stops.
        unkept = httpx.Limits(max_keepalive_connections=0)
        self._http = httpx.Client(base_url=self.url, timeout=10, trust_env=False, limits=unkept)
        self._session = ""
        self._since = 0  # entries of the access log that are forgotten
        self._ours: set[int] = set()  # and those that api() made

    def start(self, *options: str) -> None:
        arguments = ["sandbox", "--quiet", "--port", str(self.port), "--data", str(self.data)]
        self._process = _SERVERS.Process(target=_serve, args=(*arguments, *options), daemon=True)
        self._process.start()
        _wait_until(self._answers, "the sandbox does not answer")

    @property
    def pid(self) -> int:
        """The number of its process."""
        assert self._process.pid is not None, "the sandbox is not started yet"
        return self._process.pid

    def stop(self) -> None:
        self._process.terminate()
        self._process.join(10)

    def slow_down(self, milliseconds: int) -> None:
        """Start it anew, with a delay before each answer."""
        self.stop()
        self.start("--delay-ms", str(milliseconds))

    def kill(self) -> None:
        """Stop it whatever it is doing; what it has done is kept."""
        self._process.kill()
        self._process.join(10)

    def requests(self) -> list[Request]:
        """What came in since the last forget(), without what api() sent."""
        return [
            request
            for number, request in enumerate(self._log())
            if number >= self._since
            and number not in self._ours
            and not request.path.startswith("/sandbox/")
        ]

    def wait_for(self, path: str) -> None:
        """Return once a request came in whose path contains a text."""
        _wait_until(
            lambda: any(path in request.path for request in self.requests()),
            f"no request of {path}",
        )

    @contextlib.contextmanager
    def faulty(self, *faults: dict[str, Any]) -> Iterator[None]:
        """Faults that are set meanwhile."""
        self.api("PUT", "/sandbox/faults", json={"faults": list(faults)})
        try:
            yield
        finally:
            self.api("DELETE", "/sandbox/faults")

    @property
    def has_struck(self) -> bool:
        """Whether the first of the faults that are set has struck."""
        return bool(self.api("GET", "/sandbox/faults")["faults"][0]["struck"])

    def wait_until_struck(self) -> None:
        """Return once every fault that is set has struck a request."""
        _wait_until(
            lambda: all(each["struck"] for each in self.api("GET", "/sandbox/faults")["faults"]),
            "not every fault has struck",
        )

    def forget(self) -> None:
        self._since = len(self._log())

    def api(
        self,
        method: str,
        path: str,
        json: Any = None,
        params: Mapping[str, str | int] | None = None,
    ) -> Any:
        """One call by somebody in the console; the answer's body, or None."""
        answer = self._send(method, path, json, params)
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            login = {"clientName": CLIENT, "userName": USER, "password": PASSWORD}
            answer = self._send("POST", "/session/login", login, None)
            self._session = answer.json()["sessionId"]
            answer = self._send(method, path, json, params)
        assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def dump(self) -> Any:
        """All that the sandbox holds."""
        return self.api("GET", "/sandbox/dump")

    def _answers(self) -> bool:
        assert self._process.is_alive(), "the sandbox ended"
        try:
            return self._http.get("/sandbox/health").is_success
        except httpx.TransportError:
            return False

    def _send(
        self, method: str, path: str, body: Any, params: Mapping[str, str | int] | None
    ) -> httpx.Response:
        of_the_api = not path.startswith("/sandbox/")
        before = len(self._log()) if of_the_api else 0
        headers = {"LV-Access": TOKEN, "LV-Session": self._session}
        answer = self._http.request(method, path, json=body, params=params, headers=headers)
        if of_the_api:
            self._ours.add(self._find(before, f"{method} {path}"))
        return answer

    def _find(self, start: int, call: str) -> int:
        """The call's place in the log, which an engine may be writing to as well."""
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            for number, request in enumerate(self._log()):
                if number >= start and number not in self._ours and str(request) == call:
                    return number
            time.sleep(0.01)
        raise AssertionError(f"{call} is not in the access log")

    def _log(self) -> list[Request]:
        return logged(self.data / "access.jsonl")


def _serve(*arguments: str) -> None:
    """Be `pulumi-livevox` with these arguments."""
    sys.argv = ["pulumi-livevox", *arguments]
    with Path(os.devnull).open("w") as nowhere, contextlib.redirect_stdout(nowhere):
        main()


def logged(file: Path) -> list[Request]:
    """The requests of a sandbox's access log."""
    try:
        text = file.read_text()
    except FileNotFoundError:
        return []
    entries = map(json.loads, text[: text.rfind("\n") + 1].splitlines())
    return [
        Request(e["method"], e["path"], query_of(e["query"]), e["body"], status=e["status"])
        for e in entries
    ]


def free_port() -> int:
    """A port that no outgoing connection is given before the sandbox listens there.

    Systems number those from 32768 or higher.
    """
    while True:
        port = random.randrange(10_000, 32_768)
        with socket.socket() as taken, contextlib.suppress(OSError):
            taken.bind(("127.0.0.1", port))
            return port


def _wait_until(is_so: Callable[[], bool], told: str) -> None:
    deadline = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < deadline, told
        time.sleep(0.05)
