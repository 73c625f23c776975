"""A stack to try a program on: the real engine, real HTTP, nothing mocked."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any

from tests.rig import PYTHON, ROOT
from tests.rig.faults import under_way
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox

IMPORTS = "import pulumi\nimport pulumi_livevox as livevox\n"

COMMANDS = {
    "preview": ("preview",),
    "up": ("up", "--yes", "--skip-preview"),
    "refresh": ("refresh", "--yes", "--skip-preview"),
    "destroy": ("destroy", "--yes", "--skip-preview"),
}
"""The engine's commands as everything here gives them: without a question."""

Env = Mapping[str, str] | None


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

    def differences(self, resources: Iterable[str]) -> list[str]:
        """What a `preview --refresh` shows besides that resources are as they should be."""
        if not self.ok:
            return [f"preview --refresh fails: {'; '.join(self.errors)}"]
        wanted, found = dict.fromkeys(resources, "refresh+same"), self.operations
        problems = [
            f"preview --refresh shows {name}: {found.get(name, 'not in the state')}"
            for name in sorted(wanted.keys() | found.keys())
            if found.get(name) != wanted.get(name)
        ]
        if "[diff:" in self.output:
            problems.append("preview --refresh shows a difference")
        return problems

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
        self.sandbox = sandbox
        self.python = PYTHON
        self.env: dict[str, str] = {}
        if not self.project.exists():
            self._create()

    def _create(self) -> None:
        self.project.mkdir()
        (self.folder / "state").mkdir()
        (self.project / "Pulumi.yaml").write_text("name: call-center\nruntime: python\n")
        # The project's own configuration of the sandbox, so that it is tried as well.
        dev = (ROOT / "stacks" / "Pulumi.dev.yaml").read_text()
        (self.project / "Pulumi.dev.yaml").write_text(dev.replace(":8730", f":{self.sandbox.port}"))
        self.run("stack", "init", "dev")

    def another(self, name: str, *options: str) -> None:
        """Make a second stack of the project, configured as the first one."""
        self.run("stack", "init", name, *options)
        shutil.copy(self.project / "Pulumi.dev.yaml", self.project / f"Pulumi.{name}.yaml")

    def program(self, text: str) -> None:
        """Write the program. What every one imports goes without saying; an empty one is empty."""
        (self.project / "__main__.py").write_text(IMPORTS + dedent(text) if text else "")
        # Two programs of one length written within a second share a cached compilation.
        shutil.rmtree(self.project / "__pycache__", ignore_errors=True)

    def roll_out(self, program: str, *args: str, fails: bool = False, env: Env = None) -> Run:
        """Write a program, and bring about what it declares."""
        self.program(program)
        return self.up(*args, fails=fails, env=env)

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

    def urns(self) -> dict[str, str]:
        """The URNs of the state's resources by their names in the program."""
        return {each["urn"].rpartition("::")[2]: each["urn"] for each in self.resources()}

    def left(self) -> list[str]:
        """What the state of a destroyed stack still has, in words."""
        urns = [each["urn"] for each in self.resources()]
        return [f"the state still has {urn}" for urn in urns]

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

    def killed_at(self, *requests: str, done: bool = False) -> None:
        """Kill an `up` when some requests are under way: carried out (`done`) or not.

        A request reads like "POST 53661/phone", with its path below the services.
        """
        calls = (request.split() for request in requests)
        asked = ({"method": verb, "path": f"{SERVICES}/{path}"} for verb, path in calls)
        with self.sandbox.faulty(*(under_way(done=done) | request for request in asked)):
            process = self.start(*COMMANDS["up"])
            self.sandbox.wait_until_struck()
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
            "PULUMI_CONFIG_PASSPHRASE": "sandbox",
            "PULUMI_SKIP_UPDATE_CHECK": "true",
            "PULUMI_DEBUG_COMMANDS": "true",  # offers --event-log
            **self.env,
        }
