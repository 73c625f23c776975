"""Outputs are what their types say, in every run, and another stack takes them as they come."""

import json
from typing import Any

from tests.rig import live
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

PROGRAM = """
main = livevox.Service(
    "main",
    name="Main Line",
    template_id="53661",
    call_direction="INBOUND",
    phone={"operator_phone": "(877) 340-2031"},
    settings={"service_level_seconds": 20, "call_acceptance_timeout": livevox.CLEAR},
)
back = livevox.Service(
    "back",
    name="Callbacks",
    template_id=53661,
    inbound_service_id=main.service_id,
    settings=main.settings,
)
own = livevox.Service("own", name="Own", template_id=53661, inbound_service_id="self")


def shown(value):
    return f"{type(value).__name__} {value}"


for name, output in {
    "level": main.settings["service_level_seconds"],
    "levelByName": main.settings.apply(lambda settings: settings.service_level_seconds),
    "undeclared": main.settings.apply(lambda settings: settings.voice_id),
    "declared": main.settings.apply(lambda settings: sorted(settings)),
    "same": back.settings.apply(
        lambda s: s == {"service_level_seconds": 20, "call_acceptance_timeout": livevox.CLEAR}
    ),
    "number": main.phone["operator_phone"],
    "template": main.template_id,
    "linked": back.inbound_service_id,
    "ownLink": own.inbound_service_id,
}.items():
    pulumi.export(name, output.apply(shown))
pulumi.export("id", main.id)
pulumi.export("serviceId", main.service_id)
pulumi.export("settings", main.settings)
"""

OTHER = """
main = pulumi.StackReference("organization/call-center/dev")
livevox.Service(
    "other",
    name="Other Line",
    template_id=53661,
    inbound_service_id=main.get_output("serviceId"),
    settings=main.get_output("settings"),
)
livevox.CallerId("first", service=main.get_output("serviceId"), phone_number="8773402031")
livevox.CallerId("second", service=main.get_output("id"), phone_number="8773402033")
"""

AWAITED = """
async def said(value):
    return value


livevox.Service(
    "adopted", name=said("Template Inbound"), adopt_id=said(53661), abbreviation=said("AB")
)
main = livevox.Service(
    "main", name=said("Main Line"), template_id=said("53661"), inherit_caller_ids=said(False)
)
livevox.Service("other", name=said("Other Line"), template_id=said(53661))
livevox.CallerId("number", service=main, phone_number=said("8773402031"), default=said(True))
livevox.CallerId("adopted", service=said(53661), phone_number=said("8773402033"))
livevox.InboundHours("hours", service=main, week=said({"MONDAY": "09:00-17:00"}), dates=said({}))
"""


def exported(stack: Stack) -> dict[str, Any]:
    outputs: dict[str, Any] = json.loads(stack.run("stack", "output", "--json").output)
    return outputs


def test_numbers_are_whole_after_every_run_and_as_inputs_of_another_stack(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(PROGRAM)
    main = live.names(sandbox)["Main Line"]
    expected = {
        "level": "int 20",
        "levelByName": "int 20",
        "undeclared": "NoneType None",
        "declared": "list ['call_acceptance_timeout', 'service_level_seconds']",
        "same": "bool True",
        "number": "str 8773402031",
        "template": "int 53661",
        "linked": f"int {main}",
        "ownLink": "str self",
        "id": str(main),
        "serviceId": main,
        "settings": {"service_level_seconds": 20, "call_acceptance_timeout": "<cleared>"},
    }
    assert exported(stack) == expected
    for run in (("up", "--yes", "--skip-preview"), ("refresh", "--yes", "--run-program")):
        stack.run(*run)
        assert exported(stack) == expected
    stack.roll_out(PROGRAM.replace('"service_level_seconds": 20', '"service_level_seconds": 30'))
    assert exported(stack).items() >= {"level": "int 30", "levelByName": "int 30"}.items()

    stack.another("other")
    stack.roll_out(OTHER)
    other = live.names(sandbox)["Other Line"]
    assert live.section(sandbox, other)["inboundService"] == main
    assert live.section(sandbox, other, "settings")["serviceLevelSeconds"] == 30
    assert {"8773402031", "8773402033"} <= set(live.caller_ids(sandbox, main)[0])
    assert set(stack.preview().operations.values()) == {"same"}


def test_what_is_kept_although_the_program_no_longer_declares_it_is_an_output(stack: Stack) -> None:
    main = 'livevox.Service("main", name="Main Line", template_id=53661{})\n'
    kept = ', opts=pulumi.ResourceOptions(ignore_changes=["abbreviation"])'
    stack.roll_out(main.format(', abbreviation="AB"'))
    stack.roll_out("main = " + main.format(kept) + 'pulumi.export("kept", main.abbreviation)\n')
    assert stack.run("stack", "output", "kept").output.strip() == "AB"


def test_what_a_coroutine_returns_is_declared_and_previewed_as_any_value(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.program(AWAITED)
    stack.preview()
    stack.roll_out(AWAITED)
    main = live.names(sandbox)["Main Line"]
    assert live.caller_ids(sandbox, main) == (["8773402031"], "8773402031")
    assert list(live.hours(sandbox, main)) == ["MONDAY"]
    assert live.section(sandbox, 53661)["abbreviation"] == "AB"
    assert set(stack.preview().operations.values()) == {"same"}
