"""Lookups in programs, on the real engine."""

import json
from typing import Any

import pytest

from tests.docs.blocks import shown_programs
from tests.rig import live
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack


def outputs(stack: Stack) -> dict[str, Any]:
    exported: dict[str, Any] = json.loads(stack.run("stack", "output", "--json").output)
    return exported


def test_the_programs_that_the_pages_show_look_up_what_they_say(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program("\n".join(shown_programs("README.md", "Look things up")))
    assert stack.preview().operations == {
        "Service:overflow": "create",
        "InboundHours:overflow-hours": "create",
    }
    stack.program("\n".join(shown_programs("docs/lookups.md")))
    stack.up()
    assert set(stack.preview().operations.values()) == {"same"}
    line, template = live.names(sandbox)["Line"], 53661
    assert live.hours(sandbox, line) == live.hours(sandbox, template) | {
        "SATURDAY": ["09:00-12:00"]
    }
    exported = outputs(stack)
    assert exported["numbers"] == live.section(sandbox, template, "phone")["callerId"]
    assert exported["main"]["id"] == template


def test_what_is_not_known_before_the_service_is_made_is_looked_up_after(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program("""
        line = livevox.Service("line", name="Line", template_id=53661)
        phone = livevox.get_phone_output(service_id=line.service_id)
        pulumi.export("number", phone.default_caller_id)
        pulumi.export("whole", livevox.get_service_output(service_id=line.id))
        pulumi.export("secret", livevox.get_pacing_output(pulumi.Output.secret(53661)).method)
        livevox.CallerId("same", service=53662, phone_number=phone.default_caller_id)
    """)
    stack.preview()
    assert [each.path for each in sandbox.requests()] == [
        "/session/login",
        f"{SERVICES}/53661/pacing",
    ]
    stack.up()
    line = live.names(sandbox)["Line"]
    number = live.caller_ids(sandbox, 53661)[1]
    exported = outputs(stack)
    assert exported["number"] == number
    assert (exported["whole"]["id"], exported["whole"]["name"]) == (line, "Line")
    assert exported["secret"] == "[secret]"
    assert number in live.caller_ids(sandbox, 53662)[0]
    (caller_id,) = [each for each in stack.resources() if "CallerId" in each["type"]]
    assert any(each.endswith("::line") for each in caller_id["dependencies"])


@pytest.mark.parametrize(
    "lookup",
    [
        'livevox.get_service("Template Inbond", call_center_id=433)',
        'pulumi.export("id", livevox.get_service_output("Template Inbond", call_center_id=433).id)',
    ],
    ids=["at once", "as an output"],
)
def test_what_is_not_found_is_told_in_one_line(stack: Stack, lookup: str) -> None:
    stack.program(lookup)
    run = stack.preview(fails=True)
    told, of_the_engine = run.errors
    assert told.startswith("livevox.get_service: none of the ")
    assert '"Template Inbound" (53661)' in told
    assert "program exited" in of_the_engine
    assert "Traceback" not in run.output
