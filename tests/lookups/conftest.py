"""A program's process without an engine, before a server that answers what a test says."""

import pytest

from pulumi_livevox import config
from pulumi_livevox.program import running
from tests.lookups.program import Program
from tests.rig.canned import API_TOKEN, PASSWORD, Api
from tests.rig.fixtures import api

__all__ = ["api"]


@pytest.fixture
def program(api: Api, monkeypatch: pytest.MonkeyPatch) -> Program:
    """A program in its first run, configured for the server by its environment."""
    account = {
        "baseUrl": api.root,
        "clientName": "ACME",
        "username": "deployer",
        "password": PASSWORD,
        "apiToken": API_TOKEN,
        "maxRetries": "1",
    }
    for key, variable in config.VARIABLES.items():
        monkeypatch.setenv(variable, account.get(key, ""))
    monkeypatch.delenv("LIVEVOX_LOG_FILE", raising=False)
    program = Program()
    # Mocks of other tests stay in the process.
    monkeypatch.setattr(running, "get_monitor", lambda: None)
    monkeypatch.setattr(running, "stack", lambda: program.stack)
    return program
