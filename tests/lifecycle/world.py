"""A sandbox, the line to it, and the processes that work on it one after the other."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

from pulumi_livevox.client import Account, Limits, LiveVoxClient, LiveVoxError
from pulumi_livevox.declaring.judged import Judged
from pulumi_livevox.resources.caller_id import inputs as caller_id_inputs
from pulumi_livevox.resources.caller_id.declaration import DeclaredCallerId
from pulumi_livevox.resources.inbound_hours import inputs as inbound_hours_inputs
from pulumi_livevox.resources.inbound_hours.declaration import DeclaredInboundHours
from pulumi_livevox.resources.service import inputs as service_inputs
from pulumi_livevox.resources.service.declaration import DeclaredService
from pulumi_livevox.run.commits import Commits
from pulumi_livevox.run.identity import PREFIX
from pulumi_livevox.run.journal import Journal
from pulumi_livevox.run.run import LIST_LAG_SECONDS, Run
from pulumi_livevox.run.state import Location, Standing
from pulumi_livevox.sandbox.server import Sandbox
from tests.rig.line import ALWAYS, Fault, Killed, Line, hiding_services, killed_after, killed_before
from tests.rig.spans import by_day

_JUDGES = {
    DeclaredService: service_inputs.judge,
    DeclaredCallerId: caller_id_inputs.judge,
    DeclaredInboundHours: inbound_hours_inputs.judge,
}

Declared = TypeVar("Declared", DeclaredService, DeclaredCallerId, DeclaredInboundHours)

LOOKS = len(LIST_LAG_SECONDS)
"""How often a list that may lag is looked at; here without the pauses."""

CLIENT = 4199
CALL_CENTER = 433
INBOUND = 53661
"""A template that takes calls, with three caller IDs and WEEKDAY 07:00-20:59."""
OUTBOUND = 53662
"""A template that makes calls."""
NEWEST = 1_100_000
"""No service of a new sandbox that is copied has a higher id; every copy has one."""
NEWEST_HOURS = 2_100_000

IDENTITY = "shop/dev/support"
NAME = "Support Line"

QUICK = Limits(timeout_seconds=5, max_retries=2, deadline_seconds=10, backoff_seconds=0.001)


class World:
    """What a test arranges, and what it looks at afterwards."""

    def __init__(self, sandbox: Sandbox, outside: httpx.Client, folder: Path) -> None:
        self.url = sandbox.url
        self.line = Line()
        self.warned: list[str] = []
        """What users are told meanwhile, by whichever process."""
        self.journal_folder = folder
        self._outside = outside
        self._clients: list[LiveVoxClient] = []
        self.console = self._client(Line(), "sandbox", "SANDBOX")
        """Somebody else, whose requests are not noted and do not fail."""

    def run(
        self,
        *,
        user: str = "sandbox",
        client: str = "SANDBOX",
        directory: str = "/shop",
        unsaved_run: str = "",
    ) -> Run:
        """A process that has just begun; all of a world share the line and the journal."""
        api = self._client(self.line, user, client)
        journal = Journal(self.journal_folder, self.url, self.warned.append, unsaved_run)
        return Run(api, journal, directory, (0.0,) * LOOKS)

    def hide_new_services(self, *, times: int = ALWAYS) -> None:
        """Have the list lag: so many times it lacks every service that was not there before."""
        self.line.fail("GET", "", hiding_services(NEWEST), times=times)

    @contextmanager
    def breaking_off(self, verb: str, path: str, fault: Fault = killed_after) -> Iterator[None]:
        """What is done within breaks off at a request; after it nothing fails any more."""
        self.line.fail(verb, path, fault)
        with pytest.raises(Killed if fault in (killed_before, killed_after) else LiveVoxError):
            yield
        self.line.mend()

    def commits(self, directory: str = "/shop", base_url: str | None = None) -> Commits:
        journal = Journal(self.journal_folder, base_url or self.url, self.warned.append)
        return Commits(journal, directory)

    def records(self) -> list[dict[str, Any]]:
        """The copies and commits that stand in the journal."""
        files = self.journal_folder.glob("*.commit.json")
        return [json.loads(file.read_text()) for file in files]

    def here(self, call_center_id: int = CALL_CENTER) -> Location:
        return Location(self.url, CLIENT, call_center_id)

    def standing(
        self,
        declared: Declared,
        service_id: int | None = None,
        *,
        location: Location | None = None,
        identity: str = IDENTITY,
        write: str = "",
    ) -> Standing[Declared]:
        """What is declared, as the state of a resource has it; a service by its id."""
        return Standing(
            declared.target_of(str(service_id)), declared, location or self.here(), identity, write
        )

    def services(self) -> list[dict[str, Any]]:
        """Every service, whole, as the sandbox has it."""
        found: list[dict[str, Any]] = self._outside.get("/sandbox/dump").json()["services"]
        return found

    def service(self, service_id: int) -> dict[str, Any]:
        (found,) = [each for each in self.services() if each["id"] == service_id]
        return found

    def named(self, name: str) -> list[int]:
        return [each["id"] for each in self.services() if each["name"] == name]

    def made(self) -> list[tuple[int, str]]:
        """Id and name of every service that was not there at the beginning."""
        return [(each["id"], each["name"]) for each in self.services() if each["id"] > NEWEST]

    def unfinished(self) -> list[int]:
        return [each["id"] for each in self.services() if each["name"].startswith(PREFIX)]

    def hours(self, service_id: int) -> dict[str, list[str]]:
        """The spans of a service by day or date; one that stands twice is there twice."""
        return by_day(self.service(service_id)["inboundHours"])

    def add_campaign(self, service_id: int, *, days_ago: int) -> None:
        params = {"service": service_id, "daysAgo": days_ago}
        self._outside.post("/sandbox/campaigns", params=params).raise_for_status()

    def close(self) -> None:
        for client in self._clients:
            client.close()

    def _client(self, line: Line, user: str, client: str) -> LiveVoxClient:
        account = Account(self.url, client, user, "sandbox-password", "sandbox-token")
        made = LiveVoxClient(account, QUICK, line)
        self._clients.append(made)
        return made


def service(**typed: Any) -> DeclaredService:
    """A service as its life cycle gets it: named and copied from a template, if nothing else."""
    if "adopt_id" not in typed:
        typed = {"template_id": INBOUND} | typed
    return DeclaredService.from_inputs(_right(service_inputs.judge({"name": NAME} | typed, None)))


def caller_id(service_id: Any, phone_number: Any, **typed: Any) -> DeclaredCallerId:
    values = {"service": service_id, "phone_number": phone_number}
    return DeclaredCallerId.from_inputs(_right(caller_id_inputs.judge(values | typed, None)))


def hours(service_id: Any, **typed: Any) -> DeclaredInboundHours:
    values = {"service": service_id} | typed
    return DeclaredInboundHours.from_inputs(_right(inbound_hours_inputs.judge(values, None)))


def edited(declared: Declared, **changes: Any) -> Declared:
    """A declaration with some of what is typed changed."""
    inputs = declared.to_inputs() | changes
    # What stands needs no template; what is to be adopted does not stand yet.
    old = None if inputs.get("adopt_id") else {"of": "old"}
    return type(declared).from_inputs(_right(_JUDGES[type(declared)](inputs, old)))


def as_live(declared: Declared, **shown: Any) -> Declared:
    """A declaration with some of its values as the platform shows them."""
    return type(declared).from_inputs(declared.to_inputs() | shown)


def paths(requests: Iterable[object]) -> list[str]:
    """Requests in short, sorted: for those that are sent side by side."""
    return sorted(str(each) for each in requests)


def _right(judged: Judged) -> dict[str, Any]:
    assert judged.problems == []
    return judged.values
