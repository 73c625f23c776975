"""The platform that is looked at: a sandbox, with somebody in its console."""

import ssl
from typing import Any

import httpx

from pulumi_livevox.client import Account, Limits, LiveVoxClient
from pulumi_livevox.sandbox.server import Sandbox
from tests.rig.requests import SERVICES, Request
from tests.rig.sandbox import CLIENT, PASSWORD, TOKEN, USER, logged

QUICK = Limits(timeout_seconds=5, max_retries=2, deadline_seconds=10, backoff_seconds=0.001)


class Platform:
    """A sandbox of this process: what came in from those who are tried, and what stands."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.url = sandbox.url
        self._sandbox = sandbox
        self._clients: list[LiveVoxClient] = []
        self._since = len(self._logged())
        self.environ = {
            "LIVEVOX_BASE_URL": sandbox.url,
            "LIVEVOX_CLIENT_NAME": CLIENT,
            "LIVEVOX_USERNAME": USER,
            "LIVEVOX_PASSWORD": PASSWORD,
            "LIVEVOX_API_TOKEN": TOKEN,
        }

    def client(self, user: str = USER, limits: Limits = QUICK) -> LiveVoxClient:
        """A client of the package."""
        account = Account(self.url, CLIENT, user, PASSWORD, TOKEN)
        # Certificates take a while to load, and no test on loopback needs them.
        transport = httpx.HTTPTransport(verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        client = LiveVoxClient(account, limits, transport)
        self._clients.append(client)
        return client

    def close(self) -> None:
        for client in self._clients:
            client.close()

    def store(self, table: str, where: str, **values: Any) -> None:
        """Have the platform hold what no call could write, as a console might."""
        columns = ", ".join(f"{name} = ?" for name in values)
        database = self._sandbox.platform.database
        with database.transaction():
            database.execute(f"UPDATE {table} SET {columns} WHERE {where}", *values.values())

    def set_faults(self, *faults: dict[str, Any]) -> None:
        """What goes wrong from now on."""
        answer = httpx.put(f"{self.url}/sandbox/faults", json={"faults": faults}, trust_env=False)
        assert answer.is_success, answer.text

    def forget(self) -> None:
        """What came in until now is of no interest."""
        self._since = len(self._logged())

    def requests(self) -> list[Request]:
        """What came in, without logins."""
        return [each for each in self._new() if each.path.startswith(SERVICES)]

    def logins(self) -> int:
        """How often somebody logged in."""
        return sum(each.path.endswith("/session/login") for each in self._new())

    def _new(self) -> list[Request]:
        return self._logged()[self._since :]

    def _logged(self) -> list[Request]:
        return logged(self._sandbox.platform.options.data / "access.jsonl")
