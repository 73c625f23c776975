"""How an exported program reads: formatted, with references, and what is shared under a name."""

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from pulumi_livevox.resources.service.as_program import saved_program
from pulumi_livevox.resources.service.as_program.python import literal
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.tasks.exporting.text import ProjectOptions, render
from tests.rig import PYTHON, ROOT
from tests.rig.seeded import SEEDED, seeded, with_general
from tests.rig.whole_services import call_centers_of

OPTIONS = ProjectOptions("lines", "dev")
QC, RPC, INBOUND, BLENDED = 5608, 5607, 20575, 6545


def program(*services: WholeService, **options: Any) -> str:
    """The program of services of one call center."""
    return render(services, replace(OPTIONS, **options)).files["__main__.py"]


def formatted(folder: Path, *, checks: bool = True) -> str:
    """What ruff would change in a folder, "" where that is nothing."""
    rules = ("check", "--select", "E,F,W,I,B,UP,SIM,C4,PIE")
    for command in (("format", "--diff"), *([rules] if checks else [])):
        isolated = ("--isolated", "--no-cache", "--line-length", "100", ".")
        ran = subprocess.run(
            [PYTHON / "ruff", *command, *isolated], cwd=folder, capture_output=True, text=True
        )
        if ran.returncode:
            return ran.stdout + ran.stderr
    return ""


@pytest.mark.parametrize("template", [None, 53661])
def test_programs_of_the_seeded_services_are_as_a_formatter_leaves_them(
    template: int | None, tmp_path: Path
) -> None:
    options = replace(OPTIONS, template=None if template is None else seeded(template))
    for name, text in render(SEEDED, options).files.items():
        (tmp_path / name).write_text(text)
    for service in SEEDED:
        (tmp_path / f"saved_{service.id}.py").write_text(saved_program(service, "main-line"))

    assert formatted(tmp_path) == ""


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(services=st.lists(call_centers_of(), min_size=1, max_size=6))
def test_programs_of_any_services_are_as_a_formatter_leaves_them(
    services: list[list[WholeService]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("programs")
    for number, some in enumerate(services):
        (folder / f"{number}").mkdir()
        for name, text in render(some, OPTIONS).files.items():
            (folder / f"{number}" / name).write_text(text, encoding="utf-8")

    assert formatted(folder, checks=False) == ""


def test_the_exported_program_of_the_docs_is_that_of_the_seeded_call_center() -> None:
    configuration = {
        "livevox:baseUrl": "http://127.0.0.1:8730",
        "livevox:clientName": "SANDBOX",
        "livevox:username": "sandbox",
    }
    project = render(
        [service for service in SEEDED if service.call_center_id == 433],
        ProjectOptions("call-center-433", "dev", configuration),
    )

    folder = ROOT / "docs" / "exported"
    shown = {path.name: path.read_text() for path in folder.iterdir() if path.suffix != ".md"}
    assert shown == project.files
    assert project.left_out == ()


def test_a_service_that_nothing_refers_to_needs_no_variable() -> None:
    alone = replace(seeded(QC), phone=seeded(QC).phone.model_copy(update={"caller_id": []}))

    assert "\nlivevox.Service(\n" in program(alone)


def test_a_link_to_another_service_is_a_reference_to_what_stands_above_it() -> None:
    text = program(seeded(BLENDED), seeded(INBOUND))

    assert "inbound_service_id=atlanta_fs_inbound_8773402031_6.service_id" in text
    assert text.index('"Atlanta_FS_Inbound') < text.index("inbound_service_id=atlanta_fs_inbound")
    assert 'inbound_service_id="self"' in text


def test_what_is_referred_to_stands_first_whatever_its_name() -> None:
    last = with_general(seeded(INBOUND), name="Zulu")

    text = program(last, with_general(seeded(BLENDED), name="Alpha"))

    assert text.index('name="Zulu"') < text.index('name="Alpha"')


def test_a_link_to_a_service_outside_is_its_id() -> None:
    assert "inbound_service_id=20575," in program(seeded(BLENDED))


def test_a_circle_of_links_is_broken_by_an_id_and_said() -> None:
    one = with_general(seeded(QC), inbound_service_id=RPC)
    other = with_general(seeded(RPC), inbound_service_id=QC)

    text = program(one, other)

    comments = [line.removeprefix("# ") for line in text.splitlines() if line.startswith("# ")]
    assert " ".join(comments) == (
        'Linked to "Atlanta_FS_QC_VOIP (2)" (atlanta-fs-qc-voip-2) by its id, which is of this '
        "environment: a reference would go in a circle."
    )
    assert "inbound_service_id=5608," in text
    assert "inbound_service_id=atlanta_fs_rpc_1.service_id," in text


def test_the_other_service_of_a_circle_is_named_where_it_has_no_variable() -> None:
    bare = {
        each: replace(
            with_general(seeded(each), name=name, call_center_id=center, inbound_service_id=to),
            phone=seeded(each).phone.model_copy(
                update={"caller_id": [], "default_caller_id": None}
            ),
            hours=[],
        )
        for each, name, center, to in (
            (QC, "292", 433, None),
            (RPC, "West", 429, QC),
            (BLENDED, "South", 429, None),
            (INBOUND, "North", 433, BLENDED),
        )
    }

    files = render(list(bare.values()), OPTIONS).files

    texts = "\n".join(files.values())
    assert "line_292" not in texts
    assert '# Linked to "292" (292) by its id' in texts


def test_modules_of_call_centers_import_what_they_refer_to_and_never_in_a_circle() -> None:
    here, there = seeded(BLENDED), seeded(INBOUND)
    west = with_general(there, call_center_id=429, inbound_service_id=QC)

    files = render([here, west, seeded(QC)], OPTIONS).files

    assert "from call_center_429 import" not in files["call_center_433.py"]
    assert "from call_center_433 import atlanta_fs_qc_voip_2\n" in files["call_center_429.py"]
    assert "inbound_service_id=20575," in files["call_center_433.py"]
    assert files["__main__.py"].endswith(
        "import call_center_429  # noqa: F401\nimport call_center_433  # noqa: F401\n"
    )


def test_what_several_modules_have_alike_stands_in_one() -> None:
    files = render([each for each in SEEDED if each.call_center_id in (433, 429)], OPTIONS).files

    assert "SETTINGS = {" in files["shared.py"]
    assert "from shared import MESSAGING, PHONE, PROTECTED, SETTINGS" in files["call_center_429.py"]
    assert "SETTINGS = {" not in files["call_center_429.py"] + files["call_center_433.py"]


def test_settings_of_two_services_have_a_name_and_each_says_what_differs() -> None:
    text = program(seeded(QC), seeded(18892))

    assert "\nSETTINGS = {\n" in text
    assert "    settings=SETTINGS,\n" in text
    assert '    settings={\n        **SETTINGS,\n        "acd_scheduled_callback":' in text


def test_settings_of_one_service_stand_in_it() -> None:
    assert "SETTINGS" not in program(seeded(QC))


def test_protection_is_one_value_of_all_services_and_can_be_left_out() -> None:
    assert "opts=pulumi.ResourceOptions(protect=True)," in program(seeded(QC))
    assert program(seeded(QC), seeded(RPC)).count("protect=True") == 1
    assert "import pulumi\n" not in program(seeded(QC), protect=False)
    assert "protect" not in program(seeded(QC), seeded(RPC), protect=False)


def test_settings_and_messages_can_be_left_out() -> None:
    text = program(*SEEDED[:9], settings=False)

    assert "settings" not in text.lower()
    assert "messaging" not in text.lower()
    assert "operator_phone" in text


def test_what_can_not_be_declared_is_a_comment_with_the_reason_and_is_listed() -> None:
    odd = with_general(seeded(QC), call_direction="SIDEWAYS", name="Odd")

    project = render([odd], OPTIONS)

    comment = (
        "# Left out of this service, as it can't be declared:\n"
        '# - call_direction is "SIDEWAYS": it may be one of INBOUND, OUTBOUND, BLENDED\n'
        'odd = livevox.Service(\n    "odd",\n'
    )
    assert comment in project.files["__main__.py"]
    (left_out,) = project.left_out
    assert (left_out.service_id, left_out.service_name) == (QC, "Odd")
    assert (left_out.path, left_out.value) == ("call_direction", "SIDEWAYS")
    assert left_out.reason == "it may be one of INBOUND, OUTBOUND, BLENDED"


def test_a_service_without_a_name_is_a_comment_as_a_whole() -> None:
    project = render([with_general(seeded(QC), name=" \n")], OPTIONS)

    assert project.files["__main__.py"] == (
        '"""Services of call center 433."""\n\n'
        "# Left out: service 5608, as it can't be declared:\n"
        '# - name is " \\n": it may be text that is not blank\n'
    )
    assert project.adopted == {}


def test_no_service_is_a_program_all_the_same() -> None:
    assert render([], OPTIONS).files["__main__.py"] == '"""No services."""\n'


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Zürich 主线 🙂", '"Zürich 主线 🙂"'),
        ('Say "hi"', "'Say \"hi\"'"),
        ("It's \"both\" '", '"It\'s \\"both\\" \'"'),
        ("a\\b\n\t\x00", '"a\\\\b\\n\\t\\x00"'),
        ("\u202eabc\u2028\u00a0", '"\\u202eabc\\u2028\\xa0"'),
        ("\ud800\U000e0001", '"\\ud800\\U000e0001"'),
    ],
)
def test_a_name_is_written_as_it_reads_and_what_can_not_be_seen_is_escaped(
    text: str, written: str
) -> None:
    assert literal(text) == written


@given(st.text(st.characters()))
def test_every_text_is_written_exactly(text: str) -> None:
    assert eval(literal(text)) == text
    assert literal(text).isprintable()


def test_the_stacks_file_has_the_configuration_and_what_is_taken_over() -> None:
    options = ProjectOptions("lines", "acme/lines/na: 3", {"livevox:clientName": "yes: #1"})

    files = render([with_general(seeded(QC), name="1e3"), seeded(RPC)], options).files

    assert YAML(typ="safe").load(files["Pulumi.na: 3.yaml"]) == {
        "config": {
            "livevox:clientName": "yes: #1",
            "livevox:adopt": {"1e3": QC, "atlanta-fs-rpc-1": RPC},
        }
    }
    assert YAML(typ="safe").load(files["Pulumi.yaml"]) == {"name": "lines", "runtime": "python"}


@pytest.mark.parametrize("name", ["no", "On", "y", "1e3", "0x10", "2026-01-01", "1_000", "null"])
def test_a_name_that_yaml_may_read_as_something_else_is_quoted(name: str) -> None:
    options = ProjectOptions("lines", "dev", {"livevox:clientName": name})

    project = render([with_general(seeded(QC), name=name)], options)

    (resource,) = project.adopted
    text = project.files["Pulumi.dev.yaml"]
    assert f'livevox:clientName: "{name}"\n' in text
    assert f'    "{resource}": 5608\n' in text
