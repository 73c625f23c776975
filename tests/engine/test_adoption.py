"""Services that are there already, taken under management: told in a preview, done by an update."""

import json

import pytest

from tests.rig import live
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Run, Stack

MAIN = 53661
"""A service called "Template Inbound", with three numbers and WEEKDAY 07:00-20:59."""
NAME = "Template Inbound"

PROGRAM = """
    main = livevox.Service("main", name="Template Inbound", abbreviation="{abbreviation}"{adopt})
    livevox.InboundHours("hours", service=main, week={{"WEEKDAY": "{weekday}"}})
    livevox.CallerId("number", service=main, phone_number="{default}", default=True)
"""


@pytest.fixture
def as_it_stands(sandbox: Sandbox) -> dict[str, str]:
    """What to fill into the program, so that it declares the service as it stands."""
    return {
        "abbreviation": live.section(sandbox, MAIN)["abbreviation"],
        "weekday": "07:00-20:59",
        "default": str(live.caller_ids(sandbox, MAIN)[1]),
        "adopt": f", adopt_id={MAIN}",
    }


def writes(sandbox: Sandbox) -> list[str]:
    """The writes that came in since the last forget()."""
    sent = (each for each in sandbox.requests() if each.verb != "GET")
    return [
        str(each).replace(f"{SERVICES}/{MAIN}", "")
        for each in sent
        if not each.path.startswith("/session")
    ]


def told(run: Run) -> list[str]:
    """The lines of a preview that say what would change."""
    says = (" => ", " instead of ")
    return [line.strip() for line in run.output.splitlines() if any(map(line.count, says))]


def test_what_is_as_declared_is_taken_over_without_a_write(
    stack: Stack, sandbox: Sandbox, as_it_stands: dict[str, str]
) -> None:
    stack.program(PROGRAM.format(**as_it_stands))
    sandbox.forget()
    preview = stack.preview()
    assert f"takes over what stands at service {MAIN}: nothing changes there" in preview.output
    stack.up()
    stack.run("preview", "--refresh", "--expect-no-changes")
    assert writes(sandbox) == []
    # It has done its work then: it may stay, go, or say anything.
    for adopt in ("", ", adopt_id=20575", f", adopt_id={MAIN}"):
        stack.program(PROGRAM.format(**as_it_stands | {"adopt": adopt}))
        stack.run("preview", "--refresh", "--expect-no-changes")


def test_a_preview_tells_value_by_value_what_an_update_changes_and_saves(
    stack: Stack, sandbox: Sandbox, as_it_stands: dict[str, str]
) -> None:
    other = next(
        each for each in live.caller_ids(sandbox, MAIN)[0] if each != as_it_stands["default"]
    )
    edited = {"abbreviation": "SUP", "weekday": "08:00-20:59", "default": other}
    stack.program(PROGRAM.format(**as_it_stands | edited))
    sandbox.forget()

    assert sorted(told(stack.preview())) == [
        "hours: Monday to Friday: opens 08:00 instead of 07:00",
        f'main: abbreviation "{as_it_stands["abbreviation"]}" => "SUP"',
        f'number: default "{as_it_stands["default"]}" => "{other}"',
    ]
    assert writes(sandbox) == []

    assert "as it stood when this run took it over, is in" in stack.up().output
    general, hours, phone = sorted(writes(sandbox))
    assert (general, phone) == ("POST ", "POST /phone")
    assert hours.startswith("POST /inboundHours/")


def test_an_id_from_elsewhere_is_told_likewise_and_a_secret_stays_one(
    stack: Stack, sandbox: Sandbox, as_it_stands: dict[str, str]
) -> None:
    stack.program(f"""
        elsewhere = pulumi.Output.from_input({MAIN}.0)  # as from a StackReference
        secret = pulumi.Output.secret("SECRET-ABBREVIATION")
        main = livevox.Service("main", name="{NAME}", adopt_id=elsewhere, abbreviation=secret)
        livevox.InboundHours("hours", service=main.id, week={{"WEEKDAY": "08:00-20:59"}})
    """)
    preview = stack.preview()
    assert told(preview) == ["hours: Monday to Friday: opens 08:00 instead of 07:00"]
    assert "main: abbreviation [secret]" in preview.output
    assert "SECRET-ABBREVIATION" not in preview.output
    assert writes(sandbox) == []

    stack.program(f"""
        week = pulumi.Output.secret({{"WEEKDAY": "08:00-20:59", "SUNDAY": "09:00-10:00"}})
        livevox.InboundHours("hours", service={MAIN}, week=week)
    """)
    preview = stack.preview()
    assert preview.output.count("hours: week [secret]") == 1
    assert told(preview) == []


def test_the_configuration_of_the_stack_says_what_is_taken_over_and_beats_the_program(
    stack: Stack, sandbox: Sandbox, as_it_stands: dict[str, str]
) -> None:
    stack.program(PROGRAM.format(**as_it_stands | {"adopt": ", adopt_id=4711"}))
    stack.run("config", "set", "--path", "livevox:adopt.main", str(MAIN))
    sandbox.forget()
    assert "nothing changes there" in stack.preview().output
    stack.up()
    stack.run("config", "rm", "livevox:adopt")
    stack.run("preview", "--refresh", "--expect-no-changes")
    assert writes(sandbox) == []


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ('livevox.Service("main", name="Other", adopt_id=53661)', 'names the service "Template'),
        ('livevox.Service("main", name="Other", adopt_id=4711)', "service that does not exist"),
        (
            'livevox.Service("main", name="California_QC", adopt_id=40790, template_id=53661)',
            "names a service of call center",
        ),
        (
            'livevox.InboundHours("hours", service=4711, week={"MONDAY": "07:00-08:00"})',
            "service 4711 does not exist",
        ),
    ],
)
def test_a_preview_refuses_what_an_update_would_refuse(
    stack: Stack, sandbox: Sandbox, program: str, told: str
) -> None:
    stack.program(program)
    preview = stack.preview(fails=True)
    assert any(told in each for each in preview.errors)
    assert "Traceback" not in preview.output
    assert any(told in each for each in stack.up(fails=True).errors)
    assert writes(sandbox) == []


@pytest.mark.parametrize(
    ("adopted", "told"),
    [
        ({"main": 53661, "mian": 53662}, 'names "mian", and the program declares no such service'),
        ({"main": "the main line"}, 'livevox:adopt has "the main line" for main; it may be the id'),
        ({"main": 53661, "other": 53661}, "has service 53661 for main and for other"),
        ("53661", "livevox:adopt was 53661; it may be a mapping"),
    ],
)
def test_a_wrong_configuration_gets_one_sentence_in_the_preview(
    stack: Stack, as_it_stands: dict[str, str], adopted: object, told: str
) -> None:
    stack.program(PROGRAM.format(**as_it_stands))
    file = stack.project / "Pulumi.dev.yaml"
    line = f"config:\n  livevox:adopt: {json.dumps(adopted)}\n"
    file.write_text(file.read_text().replace("config:\n", line))
    output = stack.finish(stack.start("preview")).output
    assert told in output
    assert "Traceback" not in output


def test_a_service_below_a_component_is_named_with_it(stack: Stack, sandbox: Sandbox) -> None:
    stack.program(f"""
        clinic = pulumi.ComponentResource("test:Clinic", "clinic")
        below = pulumi.ResourceOptions(parent=clinic)
        livevox.Service("main", name="{NAME}", opts=below)
    """)
    stack.run("config", "set", "--path", 'livevox:adopt["clinic/main"]', str(MAIN))
    sandbox.forget()
    stack.up()
    assert writes(sandbox) == []


def test_a_taken_name_is_told_with_the_words_to_adopt_it_which_then_work(
    stack: Stack, sandbox: Sandbox
) -> None:
    services = live.names(sandbox)
    name, service_id = next(iter(services.items()))
    program = f'livevox.Service("line", name="{name}", template_id=53661)'
    stack.program(program)
    refused = stack.up(fails=True).output
    assert f"adopt_id={service_id}" in refused
    assert "pulumi-livevox adopt" in refused
    assert live.names(sandbox) == services

    adopting = program.replace("template_id", f"adopt_id={service_id}, template_id")
    stack.roll_out(adopting)
    assert live.names(sandbox) == services

    # For one run: afterwards the id is in the state.
    stack.roll_out(program)
    assert set(stack.preview().operations.values()) == {"same"}
    assert live.names(sandbox) == services
