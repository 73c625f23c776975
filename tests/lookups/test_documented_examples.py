"""The page's example of every read, as a program finds it."""

import copy
import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

import pulumi_livevox as livevox
from tests.lookups.program import Program
from tests.rig.canned import Api, answer
from tests.rig.examples import EXAMPLES, SETTINGS, Example

SEARCH = EXAMPLES["Find Matching Services"]
LIST = EXAMPLES["List Services"]


@pytest.fixture(autouse=True)
def examples(api: Api, program: Program) -> None:
    for title, each in EXAMPLES.items():
        if title.startswith(("Read", "Get")) or each is SEARCH:
            api.on(each.verb, each.path, answer(200, each.document))
    # The example is a page of five, and names a next one.
    api.on("GET", LIST.path, answer(200, LIST.document), answer(200, {"service": []}))


def test_a_service_by_its_id() -> None:
    assert livevox.get_service(service_id=20575) == livevox.GetServiceResult(
        id=20575,
        name="Atlanta_FS_Inbound_8773402031 (6)",
        call_center_id=433,
        abbreviation="6",
        unattended=False,
        term_code_enabled=True,
        acd_feature_code="AGENT_AT_READY_IN",
        inbound_service_id=20575,
        call_direction="INBOUND",
        preview_mode="NONE",
    )


def test_the_services_of_a_call_center_on_however_many_pages(api: Api) -> None:
    services = livevox.get_services(433)
    assert services[0] == livevox.ListedService(5607, "Atlanta_FS_RPC (1)", 433)
    assert [each.id for each in services] == [5607, 5608, 35852, 18892, 17797]
    assert len(api.requests) == 2


def test_services_by_criteria(api: Api) -> None:
    found = livevox.find_services(
        "OUTBOUND",
        ["NO_ACD", "AGENT_AT_READY_IN"],
        call_center_ids=[429, 2829],
        attended="ATTENDED",
    )
    assert [each.id for each in found] == [19891, 20966, 27925, 26881, 40790]
    assert found[-1] == livevox.FoundService(40790, "California_QC", 2829, "AGENT_AT_READY_IN")
    assert [each.body for each in api.requests] == [SEARCH.body]


def test_what_a_list_is_like() -> None:
    info = livevox.get_service_list_info(call_center_id=433)
    assert (info.size, info.last_modified) == (9, 1367530120000)


def test_what_belongs_to_a_service() -> None:
    assert livevox.get_related(6545) == livevox.GetRelatedResult(
        call_center_id=433,
        agent_ids=(21211, 21751, 22131, 194139, 195807),
        campaign_ids=(920711, 923406, 926768, 8764277, 8819783),
        inbound_resource_group_id=17921,
        outbound_resource_group_ids=(17921, 28610),
    )


def test_the_numbers_of_a_service() -> None:
    phone = livevox.get_phone(service_id=20575)
    assert phone.caller_ids == ("8886542232", "8773402033")
    assert phone.default_caller_id == phone.operator_phone == phone.callback_phone == "8773402033"
    assert phone.agent_call_in_number == "7347324396"


def test_every_setting_of_a_service() -> None:
    def snake(key: str) -> str:
        return "".join(f"_{each.lower()}" if each.isupper() else each for each in key)

    settings = livevox.get_settings(18892)
    assert {name: value for name, value in settings.items() if value is not None} == {
        snake(key): value for key, value in SETTINGS.items() if value is not None
    }
    assert settings.dialing_profile_id == 321


def test_messages_and_pacing() -> None:
    messaging = livevox.get_messaging(19770)
    assert messaging.properties == {"PREVIEW_TEMPLATE_ID": "7125", "TEMPLATE_ID": "7125"}
    assert messaging.default_input_filter_id == 21572
    assert livevox.get_pacing(45108) == livevox.GetPacingResult("LINES_AGENT", 15, 20)


def test_inbound_hours_as_they_are_typed() -> None:
    hours = livevox.get_inbound_hours(1008352)
    assert hours.week == {"WEEKDAY": "07:00-20:59", "WEEKEND": "08:00-20:59"}
    assert hours.dates == {"2020-01-31": "10:00-12:00"}
    assert hours.not_declarable == ()


@pytest.mark.parametrize(
    "example",
    [each for title, each in EXAMPLES.items() if title.startswith("Read Service")],
    ids=lambda each: each.title,
)
def test_what_was_found_is_read_only_and_plain(example: Example) -> None:
    section = example.title.removeprefix("Read Service").strip().lower().replace(" ", "_")
    lookup = "get_" + {"general": "service", "pacing_settings": "pacing"}.get(section, section)
    service_id = int(example.path.split("/")[3])
    found: Any = getattr(livevox, lookup)(service_id=service_id)
    for name, value in found.items():
        assert found[name] is getattr(found, name) is value
        assert type(value) in (int, str, bool, tuple, dict, type(None))
        with pytest.raises(AttributeError):
            setattr(found, name, None)


@pytest.mark.parametrize(
    "change",
    [
        lambda line: setattr(line, "name", "Other"),
        lambda line: line.__setitem__("name", "Other"),
        lambda line: line.__delitem__("name"),
        lambda line: line.__ior__({"name": "Other"}),
        lambda line: line.update(name="Other"),
        lambda line: line.setdefault("other", "Other"),
        lambda line: line.pop("name"),
        lambda line: line.popitem(),
        lambda line: line.clear(),
    ],
)
def test_what_is_found_is_read_only(change: Callable[[Any], Any]) -> None:
    line = livevox.ListedService(5607, "Atlanta_FS_RPC (1)", 433)

    with pytest.raises((TypeError, AttributeError)):
        change(line)

    copied = copy.deepcopy(line)
    assert line == copied == livevox.ListedService(5607, "Atlanta_FS_RPC (1)", 433)
    assert dict(line) == dict(copied) == dataclasses.asdict(line)
