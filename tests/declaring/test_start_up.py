"""What programs and providers load: no more than they use, for every command waits for it."""

import subprocess
import sys
from pathlib import Path

import pytest

PREVIEW = """
from pulumi_livevox.resources.caller_id.provider import CallerIdProvider
from pulumi_livevox.resources.inbound_hours.provider import InboundHoursProvider
from pulumi_livevox.resources.service.provider import ServiceProvider

place = {"base_url": "https://api.livevox.com", "client_id": 4199, "call_center_id": 433}
for provider, typed in (
    (ServiceProvider(), {"name": "Support Line", "template_id": 53661}),
    (CallerIdProvider(), {"service": 5607, "phone_number": "877-340-2031"}),
    (InboundHoursProvider(), {"service": 5607, "week": {"WEEKDAY": "08:00-20:59"}}),
):
    checked = provider.check({}, typed)
    assert not checked.failures
    assert not provider.diff("5607", checked.inputs | {"__location": place}, checked.inputs).changes
"""

ACCOUNT = {
    "LIVEVOX_ENVIRONMENT": "na3",
    "LIVEVOX_CLIENT_NAME": "SANDBOX",
    "LIVEVOX_USERNAME": "sandbox",
    "LIVEVOX_PASSWORD": "sandbox-password",
    "LIVEVOX_API_TOKEN": "sandbox-token",
}

OF_THE_SANDBOX = {
    *("pulumi_livevox.cli", "pulumi_livevox.sandbox"),
    *("starlette", "typer", "uvicorn"),
}

OF_BUSINESS_HOURS = {"holidays", "icalendar", "jinja2", "recurring_ical_events", "resvg_py"}

OF_THE_COMMAND_LINE_OF_HTTPX = {"click", "pygments", "rich"}


@pytest.mark.parametrize(
    ("done", "unused"),
    [
        ("import pulumi_livevox", {"httpx", "pydantic", *OF_BUSINESS_HOURS}),
        (PREVIEW, {"httpx"}),
        ("import pulumi_livevox.client.sending.connections", OF_THE_COMMAND_LINE_OF_HTTPX),
    ],
    ids=["a program", "a preview without a call", "the first call"],
)
def test_what_is_not_used_is_not_loaded(done: str, unused: set[str], tmp_path: Path) -> None:
    printed = subprocess.run(
        [sys.executable, "-c", f"{done}\nimport sys\nprint(*sys.modules)"],
        env=ACCOUNT | {"LIVEVOX_JOURNAL": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout

    loaded = set(printed.split())
    assert "pulumi_livevox" in loaded
    needless = loaded & (unused | OF_THE_SANDBOX)
    assert not needless
