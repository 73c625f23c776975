"""A stack and a sandbox to try it on: the real engine, real HTTP, nothing mocked."""

import contextlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any
from urllib.parse import parse_qsl

import httpx

ROOT = Path(__file__).resolve().parents[2]
PYTHON = Path(sys.executable).parent
CLIENT, USER, PASSWORD, TOKEN = "SANDBOX", "sandbox", "sandbox-password", "sandbox-token"
PASSPHRASE = "sandbox"

COMMANDS = {
    "preview": ("preview",),
    "up": ("up", "--yes", "--skip-preview"),
    "refresh": ("refresh", "--yes", "--skip-preview"),
    "destroy": ("destroy", "--yes", "--skip-preview"),
}
"""The engine's commands as everything here gives them: without a question."""

PROVIDER = "pulumi.dynamic"
"""What the command line of a provider's process has in it."""

Env = Mapping[str, str] | None


@dataclass(frozen=True)
class Request:
    """One line of the sandbox's access log."""

    method: str
    path: str
    query: dict[str, str]
    body: Any
    status: int

    @property
    def call(self) -> str:
        return f"{self.method} {self.path}"


class Sandbox:
    """A sandbox of its own on a free port; `url` is where."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        # An idle connection would be waited for when the sandbox stops.
        unkept = httpx.Limits(max_keepalive_connections=0)
        self._http = httpx.Client(base_url=self.url, timeout=10, trust_env=False, limits=unkept)
        self._session = ""
        self._since = 0  # entries of the access log that are forgotten
        self._ours: set[int] = set()  # and those that api() made

    def start(self, *options: str) -> None:
        self._process = subprocess.Popen(
            [
                str(PYTHON / "pulumi-livevox"),
                *("sandbox", "--quiet", "--port", str(self.port), "--data", str(self.data)),
                *options,
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + 30
        while not self._answers():
            assert self._process.poll() is None, "the sandbox ended"
            assert time.monotonic() < deadline, "the sandbox does not answer"
            time.sleep(0.05)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(10)

    def kill(self) -> None:
        """Stop it whatever it is doing; what it has done is kept."""
        self._process.kill()
        self._process.wait(10)

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
        deadline = time.monotonic() + 60
        while not any(path in request.path for request in self.requests()):
            assert time.monotonic() < deadline, f"no request of {path}"
            time.sleep(0.05)

    @contextlib.contextmanager
    def faulty(self, *faults: dict[str, Any]) -> Iterator[None]:
        """Faults that are set meanwhile."""
        self.api("PUT", "/sandbox/faults", json={"faults": list(faults)})
        try:
            yield
        finally:
            self.api("DELETE", "/sandbox/faults")

    def wait_until_struck(self) -> None:
        """Return once every fault that is set has struck a request."""
        deadline = time.monotonic() + 60
        while not all(each["struck"] for each in self.api("GET", "/sandbox/faults")["faults"]):
            assert time.monotonic() < deadline, "not every fault has struck"
            time.sleep(0.05)

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
            session = self._send("POST", "/session/login", login, None).json()
            self._session = session["sessionId"]
            answer = self._send(method, path, json, params)
        assert answer.is_success, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def dump(self) -> Any:
        """All that the sandbox holds."""
        return self.api("GET", "/sandbox/dump")

    def _answers(self) -> bool:
        try:
            return self._http.get("/sandbox/health").is_success
        except httpx.TransportError:
            return False

    def _send(
        self, method: str, path: str, body: Any, params: Mapping[str, str | int] | None
    ) -> httpx.Response:
        before = len(self._log())
        answer = self._http.request(
            method,
            path,
            json=body,
            params=params,
            headers={"LV-Access": TOKEN, "LV-Session": self._session},
        )
        if not path.startswith("/sandbox/"):
            self._ours.add(self._find(before, f"{method} {path}"))
        return answer

    def _find(self, start: int, call: str) -> int:
        """The call's place in the log, which an engine may be writing to as well."""
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline:
            for number, request in enumerate(self._log()):
                if number >= start and number not in self._ours and request.call == call:
                    return number
            time.sleep(0.01)
        raise AssertionError(f"{call} is not in the access log")

    def _log(self) -> list[Request]:
        try:
            text = (self.data / "access.jsonl").read_text()
        except FileNotFoundError:
            return []
        whole = text[: text.rfind("\n") + 1].splitlines()
        return [_request(json.loads(line)) for line in whole]


def _free_port() -> int:
    """A port that no outgoing connection is given before the sandbox listens there.

    Systems number those from 32768 or higher.
    """
    while True:
        port = random.randrange(10_000, 32_768)
        with socket.socket() as taken, contextlib.suppress(OSError):
            taken.bind(("127.0.0.1", port))
            return port


def _request(entry: dict[str, Any]) -> Request:
    query = dict(parse_qsl(entry["query"], keep_blank_values=True))
    return Request(entry["method"], entry["path"], query, entry["body"], entry["status"])


@dataclass(frozen=True)
class Run:
    """What a command of the engine printed and did."""

    code: int
    output: str
    events: list[dict[str, Any]] = field(repr=False)

    @property
    def ok(self) -> bool:
        return self.code == 0

    @property
    def operations(self) -> dict[str, str]:
        """What was done, or with preview() would be: {"Service:support": "create"}.

        A failed operation is not in it; of a resource with several they are joined by "+".
        """
        done: dict[str, str] = {}
        for event in self.events:
            step = event.get("resOutputsEvent", {}).get("metadata")
            if step is None or step["type"].startswith("pulumi:"):
                continue
            name = f"{step['type'].rpartition(':')[2]}:{step['urn'].rpartition('::')[2]}"
            done[name] = f"{done[name]}+{step['op']}" if name in done else step["op"]
        return done

    @property
    def errors(self) -> list[str]:
        return self._messages("error")

    @property
    def warnings(self) -> list[str]:
        return self._messages("warning")

    def _messages(self, severity: str) -> list[str]:
        messages = (event.get("diagnosticEvent", {}) for event in self.events)
        return [m["message"].strip() for m in messages if m.get("severity") == severity]


class Stack:
    """A project with one stack, `dev`, configured for the sandbox.

    A folder that holds one already is taken as it is.

    Each command runs with --skip-preview where it has one, and is expected to succeed, unless
    `fails` is given. `python` is the folder of the interpreter, `standing` the one that commands
    are given in. `env`, the stack's or a command's, adds to an environment that is otherwise the
    same on every machine.
    """

    def __init__(self, folder: Path, engine: Path, sandbox: Sandbox) -> None:
        self.folder = folder
        self.project = self.standing = folder / "project"
        self.engine = engine
        self.python = PYTHON
        self.env: dict[str, str] = {}
        if not self.project.exists():
            self._create(sandbox)

    def _create(self, sandbox: Sandbox) -> None:
        self.project.mkdir()
        (self.folder / "state").mkdir()
        (self.project / "Pulumi.yaml").write_text("name: call-center\nruntime: python\n")
        # The project's own configuration of the sandbox, so that it is tried as well.
        dev = (ROOT / "stacks" / "Pulumi.dev.yaml").read_text()
        (self.project / "Pulumi.dev.yaml").write_text(dev.replace(":8730", f":{sandbox.port}"))
        self.run("stack", "init", "dev")

    def program(self, text: str) -> None:
        (self.project / "__main__.py").write_text(dedent(text))
        # Two programs of one length written within a second share a cached compilation.
        shutil.rmtree(self.project / "__pycache__", ignore_errors=True)

    def preview(self, *args: str, fails: bool = False, env: Env = None) -> Run:
        return self.run(*COMMANDS["preview"], *args, fails=fails, env=env)

    def up(self, *args: str, fails: bool = False, env: Env = None) -> Run:
        return self.run(*COMMANDS["up"], *args, fails=fails, env=env)

    def refresh(self, *args: str, fails: bool = False, env: Env = None) -> Run:
        return self.run(*COMMANDS["refresh"], *args, fails=fails, env=env)

    def destroy(self, *args: str, fails: bool = False, env: Env = None) -> Run:
        return self.run(*COMMANDS["destroy"], *args, fails=fails, env=env)

    def export(self) -> dict[str, Any]:
        """The state: `pulumi stack export`."""
        exported: dict[str, Any] = json.loads(self.run("stack", "export").output)
        return exported

    def resources(self) -> list[dict[str, Any]]:
        """The state's resources, without the engine's own."""
        resources = self.export()["deployment"].get("resources", [])
        return [resource for resource in resources if not resource["type"].startswith("pulumi:")]

    def config(self, key: str, value: str, secret: bool = False) -> None:
        kind = "--secret" if secret else "--plaintext"
        self.run("config", "set", key, kind, "--", value)

    def run(self, *args: str, fails: bool = False, env: Env = None, timeout: float = 180) -> Run:
        """Any command to its end."""
        run = self.finish(self.start(*args, env=env), timeout)
        assert run.ok is not fails, f"{args} ended with {run.code}:\n{run.output}"
        return run

    def finish(self, process: subprocess.Popen[bytes], timeout: float = 180) -> Run:
        """What a command that was left running came to, however it ends."""
        try:
            code = process.wait(timeout)
        except subprocess.TimeoutExpired:
            self.cut_off(process)
            what = f"no end of {process.args!r} in {timeout} s"
            raise AssertionError(f"{what}:\n{self.output()}") from None
        return Run(code, self.output(), self._events())

    def cut_off(self, process: subprocess.Popen[bytes]) -> None:
        """Kill a command that was left running."""
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def start(self, *args: str, env: Env = None) -> subprocess.Popen[bytes]:
        """A command left running, in a process group of its own; output() is what it says."""
        self._event_log.unlink(missing_ok=True)
        if args[0] in COMMANDS:
            args += ("--event-log", str(self._event_log))
        with self._output.open("wb") as output:
            return subprocess.Popen(
                [self.engine / "pulumi", "--non-interactive", "--color", "never", *args],
                cwd=self.standing,
                env={**self.environment(), **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def killed_at(self, sandbox: Sandbox, *requests: dict[str, Any], done: bool = False) -> None:
        """Kill an `up` when some requests are under way: carried out (`done`) or not."""
        late = {"kind": "late", "seconds": 600, "carried_out": "start" if done else "end"}
        with sandbox.faulty(*(late | request for request in requests)):
            process = self.start(*COMMANDS["up"])
            sandbox.wait_until_struck()
            self.cut_off(process)
        self.run("cancel", "--yes")

    def output(self) -> str:
        """What the last command has printed so far."""
        return self._output.read_text(errors="replace")

    @property
    def _output(self) -> Path:
        return self.folder / "output.log"

    @property
    def _event_log(self) -> Path:
        return self.folder / "events.jsonl"

    def _events(self) -> list[dict[str, Any]]:
        if not self._event_log.exists():
            return []
        # The last line of an engine that was killed may be half of one.
        whole = self._event_log.read_text().rpartition("\n")[0]
        return [json.loads(line) for line in whole.splitlines()]

    def environment(self) -> dict[str, str]:
        """What every command gets."""
        return {
            "PATH": f"{self.python}:{self.engine}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "PULUMI_HOME": str(self.folder / "home"),
            "PULUMI_BACKEND_URL": f"file://{self.folder / 'state'}?metadata=skip",
            "PULUMI_CONFIG_PASSPHRASE": PASSPHRASE,
            "PULUMI_SKIP_UPDATE_CHECK": "true",
            "PULUMI_DEBUG_COMMANDS": "true",  # offers --event-log
            **self.env,
        }


def find_engine(build: bool = True) -> Path:
    """The folder of the `pulumi` to use, built where there is none; else the program ends there."""
    install: list[str | Path] = [ROOT / "tools" / "engine" / "install.sh"]
    if not build:
        install.append("--check")
    done = subprocess.run(install, stdout=subprocess.PIPE, text=True, timeout=1800)
    if done.returncode:  # it has said why
        raise SystemExit(done.returncode)
    return Path(done.stdout.strip())


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Lets child processes be interrupted, as from a terminal.

    A job that a shell started in the background ignores SIGINT, and so do its children; each
    command of the engine then takes five seconds longer.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
