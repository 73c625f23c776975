"""One sandbox for all these tests, put back to its seed before each; and callers of its API."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from pulumi_livevox.sandbox.platform import Options
from pulumi_livevox.sandbox.server import Sandbox, running
from tests.rig.requests import SERVICES
from tests.rig.sandbox import CLIENT, PASSWORD, TOKEN, USER


class Clock:
    """The sandbox's time, which tests may put forward."""

    def __init__(self) -> None:
        self.ahead = 0.0

    def __call__(self) -> float:
        return time.time() + self.ahead

    def forward(self, *, days: float = 0, hours: float = 0, minutes: float = 0) -> None:
        self.ahead += 60 * (minutes + 60 * (hours + 24 * days))


class Caller:
    """A user of the API with a session."""

    def __init__(self, http: httpx.Client, user: str = USER, client: str = CLIENT) -> None:
        self.http = http
        answer = login(http, user=user, client=client)
        assert answer.status_code == 200, answer.text
        self.session: str = answer.json()["sessionId"]

    def send(self, verb: str, path: str, body: Any = None, timeout: float = 5) -> httpx.Response:
        url, headers = SERVICES + path, {"LV-Session": self.session}
        return self.http.request(verb, url, json=body, headers=headers, timeout=timeout)

    def get(self, path: str) -> httpx.Response:
        return self.send("GET", path)

    def post(self, path: str, body: Any = None) -> httpx.Response:
        return self.send("POST", path, body)

    def delete(self, path: str) -> httpx.Response:
        return self.send("DELETE", path)

    def read(self, path: str) -> Any:
        """What a call that must succeed answers."""
        answer = self.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def copy(self, template: int, name: str) -> int:
        answer = self.post(f"?service={template}&name={name}")
        assert answer.status_code == 201, answer.text
        return int(answer.json()["id"])

    def hours(self, service: int) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = self.read(f"/{service}/inboundHours")["inboundHour"]
        return entries


def login(
    http: httpx.Client,
    *,
    user: str = USER,
    client: str = CLIENT,
    password: str = PASSWORD,
    token: str | None = TOKEN,
    path: str = "/session/login",
) -> httpx.Response:
    body = {"clientName": client, "userName": user, "password": password}
    return http.post(path, json=body, headers={} if token is None else {"LV-Access": token})


def assert_refused(answer: httpx.Response, status: int, *words: str) -> None:
    """Every refusal has the API's form, and says what is wrong."""
    assert answer.status_code == status, answer.text
    error = answer.json()
    assert set(error) == {"code", "message"}
    assert isinstance(error["code"], int)
    for word in words:
        assert word in error["message"]


@pytest.fixture(scope="session")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def running_sandbox(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[Sandbox]:
    data = tmp_path_factory.mktemp("sandbox")
    with running(Options(data=data, quiet=True, clock=clock)) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running_sandbox: Sandbox, clock: Clock) -> Sandbox:
    clock.ahead = 0
    running_sandbox.platform.reset()
    return running_sandbox


@pytest.fixture(scope="session")
def connection(running_sandbox: Sandbox) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=running_sandbox.url) as client:
        yield client


@pytest.fixture
def http(sandbox: Sandbox, connection: httpx.Client) -> httpx.Client:
    return connection


@pytest.fixture
def api(http: httpx.Client) -> Caller:
    """The API as an administrator sees it."""
    return Caller(http)


@pytest.fixture
def log(sandbox: Sandbox) -> Path:
    return sandbox.platform.options.data / "access.jsonl"
