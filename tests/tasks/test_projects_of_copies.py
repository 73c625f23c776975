"""Exports with a template: the program says what differs, and builds the same lines anew."""

import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pulumi_livevox.declaring.values import CLEAR
from pulumi_livevox.hours.declared import DeclaredHours
from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.tasks.exporting.text import Project, ProjectOptions, render
from pulumi_livevox.wire.deprecated import DEPRECATED_PAIRS
from pulumi_livevox.wire.general import General
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.phone import Phone
from pulumi_livevox.wire.phone_numbers import parse_phone_number
from pulumi_livevox.wire.settings import Settings
from tests.hours.live import listed
from tests.rig.mocked_program import Declarations, declarations
from tests.rig.seeded import SEEDED, seeded, with_general
from tests.rig.whole_services import is_ten_digits, whole_services

OPTIONS = ProjectOptions("lines", "dev")
TEMPLATE, QC, RPC = 53661, 5608, 5607
NEW_IDS = 1_100_000


def exported(services: list[WholeService], template: WholeService) -> Project:
    return render(services, replace(OPTIONS, template=template))


def line(service: WholeService, *, template: WholeService) -> str:
    """The program of one copy."""
    return exported([service], template).files["__main__.py"]


def built(project: Project, template: WholeService) -> list[WholeService]:
    """The services that the program makes where only its template stands, with ids of their own."""
    new_ids = {name: NEW_IDS + number for number, name in enumerate(project.adopted)}
    files = {name: text for name, text in project.files.items() if name.endswith(".py")}
    with tempfile.TemporaryDirectory() as folder:
        declared = declarations(files, new_ids, Path(folder))
    return [_copy(template, new_ids[name], name, declared) for name in declared.services]


def _copy(
    template: WholeService, service_id: int, resource: str, declared: Declarations
) -> WholeService:
    """A copy of the template with what is declared written to it."""
    inputs = declared.services[resource]
    assert inputs["template_id"] == template.id
    head = {"service_id": service_id, "name": inputs["name"], "call_center_id": 433}
    general = template.general.shown() | _wire(inputs, General.model_fields) | head
    if general.get("inbound_service_id") == "self":
        general["inbound_service_id"] = service_id
    messages = {item.key.upper(): item.value for item in template.messaging.property}
    messages |= inputs.get("messaging", {})
    properties = [{"key": key.lower(), "value": value} for key, value in messages.items()]
    filter_id = template.messaging.default_input_filter_id
    return WholeService(
        General.model_validate(general),
        _phone(template, declared, inputs, head),
        Settings.model_validate(
            template.settings.shown() | _wire(inputs.get("settings", {})) | head
        ),
        Messaging.model_validate({"property": properties, "default_input_filter_id": filter_id}),
        _hours(template, declared.inbound_hours.get(f"{resource}-hours")),
    )


def _wire(values: dict[str, Any], names: Any = None) -> dict[str, Any]:
    return {
        name: None if value == CLEAR else value
        for name, value in values.items()
        if names is None or name in names
    }


def _phone(
    template: WholeService, declared: Declarations, inputs: dict[str, Any], head: dict[str, Any]
) -> Phone:
    own = [
        each for each in declared.caller_ids.values() if each["service"] == str(head["service_id"])
    ]
    keeps = inputs.get("inherit_caller_ids", True)
    numbers = {
        *(template.phone.caller_id if keeps else ()),
        *(each["phone_number"] for each in own),
    }
    default = template.phone.default_caller_id if keeps else None
    default = next((each["phone_number"] for each in own if each.get("default")), default)
    lists = {"caller_id": sorted(numbers), "default_caller_id": default}
    return Phone.model_validate(template.phone.shown() | inputs.get("phone", {}) | lists | head)


def _hours(template: WholeService, inputs: dict[str, Any] | None) -> list[Any]:
    if inputs is None:
        return list(template.hours)
    declared = DeclaredHours.from_inputs(inputs)
    kept = [
        each for each in template.hours if each not in declared.managed(template.hours, today())
    ]
    return [*kept, *listed(declared.wanted(today()))]


def flat(service: WholeService, names: dict[int, str]) -> dict[str, Any]:
    """What a service is, by the paths of a program and without ids; what is nothing is left out."""
    general, link = service.general.shown(), service.general.inbound_service_id
    if link is not None:
        general["inbound_service_id"] = "self" if link == service.id else names.get(link, link)
    hours = DeclaredHours(week={}, dates={}).as_live(service.hours, today()).to_inputs()
    settings = service.settings.shown()
    for old, current in DEPRECATED_PAIRS:
        settings.setdefault(current, settings.pop(old, None))
    phone = service.phone.shown()
    phone["caller_id"] = sorted(filter(is_ten_digits, set(phone["caller_id"])))
    for name in ("operator_phone", "callback_phone", "agent_call_in_number"):
        with suppress(ValueError):
            phone[name] = parse_phone_number(phone.get(name) or "")
    values = {
        **general,
        **{f"phone.{name}": value for name, value in phone.items()},
        **{f"settings.{name}": value for name, value in settings.items()},
        **{f"messaging.{item.key}".lower(): item.value for item in service.messaging.property},
        **{f"{section}.{day}": spans for section in hours for day, spans in hours[section].items()},
    }
    return {
        path: value
        for path, value in values.items()
        if (value not in (None, "") and not path.endswith("service_id")) or path == LINK
    }


LINK = "inbound_service_id"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_the_program_builds_the_same_lines_where_only_the_template_stands(
    data: st.DataObject,
) -> None:
    lines = (QC, QC + 1)
    template = data.draw(whole_services(service_id=TEMPLATE, ids=lines))
    services = [
        data.draw(whole_services(service_id=each, ids=(*lines, TEMPLATE))) for each in lines
    ]
    project = exported(services, template)
    resources = {service_id: name for name, service_id in project.adopted.items()}
    # A circle of links is written as ids, which are of this server.
    assume("# Linked to " not in project.files["__main__.py"])
    assume(len(resources) == len(services))

    anew = built(project, template)

    here = resources
    there = {NEW_IDS + number: name for number, name in enumerate(project.adopted)}
    copies = {there[each.id]: each for each in anew}
    for service in services:
        told = {each.path.lower() for each in project.left_out if each.service_id == service.id}
        sections = {path.partition(".")[0] for path in told} & {"week", "dates"}
        stands, made = flat(service, here), flat(copies[here[service.id]], there)
        differing = {
            path for path in stands.keys() | made.keys() if stands.get(path) != made.get(path)
        }
        assert not {
            path
            for path in differing
            if path.lower() not in told and path.partition(".")[0] not in sections
        }


def test_seeded_lines_built_anew_are_exported_as_the_same_text() -> None:
    template = seeded(TEMPLATE)
    plain = [
        replace(each, messaging=template.messaging)
        for each in SEEDED
        if each.call_center_id == 433 and each.id not in (TEMPLATE, 18892)
    ]
    first = exported(plain, template)
    assert first.left_out == ()

    second = exported(built(first, template), template)

    assert second.files["__main__.py"] == first.files["__main__.py"]
    assert second.adopted.keys() == first.adopted.keys()


def test_a_copy_says_only_what_differs_from_its_template() -> None:
    template = seeded(TEMPLATE)
    copy = with_general(template, service_id=QC, name="Copy", abbreviation="C")

    assert line(replace(copy, hours=[]), template=template) == (
        '"""Services of call center 433."""\n\n'
        "import pulumi\nimport pulumi_livevox as livevox\n\n"
        'TEMPLATE = 53661\n"""The others are copies of it where they do not stand yet."""\n\n'
        "copy = livevox.Service(\n"
        '    "copy",\n'
        '    name="Copy",\n'
        "    template_id=TEMPLATE,\n"
        '    abbreviation="C",\n'
        "    opts=pulumi.ResourceOptions(protect=True),\n"
        ")\n"
        'for number in ("4045550110", "4045550111", "4045550112"):\n'
        "    livevox.CallerId(\n"
        '        f"copy-{number}",\n'
        "        service=copy,\n"
        "        phone_number=number,\n"
        '        default=number == "4045550110",\n'
        "    )\n"
        'livevox.InboundHours("copy-hours", service=copy, week={})\n'
    )


def test_a_copy_loses_the_numbers_of_its_template_where_it_lacks_one() -> None:
    assert "inherit_caller_ids=False" in line(seeded(QC), template=seeded(TEMPLATE))


def test_a_copy_loses_the_numbers_of_its_template_where_it_has_no_default_one() -> None:
    template = seeded(TEMPLATE)
    phone = template.phone.model_copy(update={"default_caller_id": None})
    copy = with_general(replace(template, phone=phone), service_id=QC, name="Copy")

    assert "inherit_caller_ids=False" in line(copy, template=template)


def test_what_a_copy_would_keep_and_nobody_can_take_away_is_told() -> None:
    template = seeded(TEMPLATE)
    copy = with_general(template, service_id=QC, name="Copy", abbreviation=None)

    (left_out,) = exported([copy], template).left_out

    assert str(left_out) == (
        "abbreviation holds nothing: a copy keeps the template's \"TIN\", as the API can't clear it"
    )


def test_a_setting_that_the_api_only_shows_is_told_where_it_differs() -> None:
    project = exported([seeded(18892)], seeded(TEMPLATE))

    assert "settings.transfer_option_enabled" in [each.path for each in project.left_out]
    assert render([seeded(18892)], OPTIONS).left_out == ()


def test_a_cleared_value_is_declared_where_the_template_has_one() -> None:
    template = seeded(TEMPLATE)
    copy = with_general(template, service_id=QC, name="Copy", preview_mode=None)

    assert "    preview_mode=livevox.CLEAR,\n" in line(copy, template=template)


def test_the_template_itself_is_declared_in_full() -> None:
    template = seeded(TEMPLATE)

    text = line(template, template=template)

    assert "template_id" not in text
    assert "TEMPLATE =" not in text
    assert "service_level_seconds" in text


def test_services_of_other_call_centers_are_no_copies_and_it_is_said() -> None:
    elsewhere = seeded(53701)

    text = line(elsewhere, template=seeded(TEMPLATE))

    assert "template_id" not in text
    assert "Copies of template 53661 stand in call center 433 alone" in text


def test_a_link_to_the_template_is_its_name() -> None:
    copy = with_general(seeded(QC), inbound_service_id=TEMPLATE)

    assert "inbound_service_id=TEMPLATE," in line(copy, template=seeded(TEMPLATE))


def test_a_link_to_a_service_of_the_program_is_declared_though_the_template_has_it_too() -> None:
    template = with_general(seeded(TEMPLATE), inbound_service_id=RPC)
    linked = with_general(seeded(QC), inbound_service_id=RPC)

    text = exported([linked, seeded(RPC)], template).files["__main__.py"]

    assert "inbound_service_id=atlanta_fs_rpc_1.service_id," in text


def test_a_link_to_itself_is_declared_though_the_template_has_it_too() -> None:
    template = with_general(seeded(TEMPLATE), inbound_service_id=QC)
    linked = with_general(seeded(QC), inbound_service_id=QC)

    assert 'inbound_service_id="self",' in line(linked, template=template)


def test_a_link_to_a_template_that_is_linked_to_itself_is_declared() -> None:
    template = with_general(seeded(TEMPLATE), inbound_service_id=TEMPLATE)
    linked = with_general(seeded(QC), inbound_service_id=TEMPLATE)

    assert "inbound_service_id=TEMPLATE," in line(linked, template=template)


def test_a_link_to_a_service_outside_is_not_declared_where_the_template_has_it() -> None:
    template = with_general(seeded(TEMPLATE), inbound_service_id=20575)
    linked = with_general(seeded(QC), inbound_service_id=20575)

    assert "inbound_service_id" not in line(linked, template=template)


def test_a_service_without_the_link_of_its_template_is_told() -> None:
    template = with_general(seeded(TEMPLATE), inbound_service_id=RPC)

    project = exported([with_general(seeded(QC), inbound_service_id=None)], template)

    said = "inbound_service_id holds nothing: a copy keeps the template's 5607, as the API can't"
    assert f"# - {said}" in project.files["__main__.py"]
    assert said in "".join(map(str, project.left_out))
