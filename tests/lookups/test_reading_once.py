"""A run logs in once, and reads a thing once, however often it is looked up."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import pulumi_livevox as livevox
from tests.lookups.program import Program, awaited, refusal
from tests.rig.canned import Api, answer, late
from tests.rig.examples import EXAMPLES
from tests.rig.requests import SERVICES

LOOKUPS: dict[str, Callable[[], Any]] = {
    "Read Service General": lambda: livevox.get_service(service_id=20575),
    "Get Service List Info": lambda: livevox.get_service_list_info(433),
    "Get Service Related Objects": lambda: livevox.get_related(6545),
    "Read Service Phone": lambda: livevox.get_phone(20575),
    "Read Service Settings": lambda: livevox.get_settings(18892),
    "Read Service Messaging": lambda: livevox.get_messaging(19770),
    "Read Service Pacing Settings": lambda: livevox.get_pacing(45108),
    "Read Service Inbound Hours": lambda: livevox.get_inbound_hours(1008352),
    "Find Matching Services": lambda: livevox.find_services("OUTBOUND", ["NO_ACD"], [429]),
}


@pytest.mark.parametrize("title", LOOKUPS)
def test_what_is_looked_up_again_is_read_once_in_a_run(
    api: Api, program: Program, title: str
) -> None:
    example, look_up = EXAMPLES[title], LOOKUPS[title]
    api.on(example.verb, example.path, answer(200, example.document))
    assert look_up() == look_up()
    assert len(api.requests) == len(api.logins) == 1
    program.run_again()
    look_up()
    assert len(api.requests) == len(api.logins) == 2


def test_a_list_is_read_once_whatever_is_looked_up_in_it(api: Api, program: Program) -> None:
    listed = [{"serviceId": 5, "name": "Main", "callCenterId": 433}]
    api.on("GET", SERVICES, answer(200, {"service": listed}))
    livevox.get_services(433).clear()
    assert livevox.get_service("Main", call_center_id=433).id == 20575
    assert len(livevox.get_services("433")) == 1
    refusal(livevox.get_service, "Other", call_center_id=433)
    assert [each.path for each in api.requests] == [SERVICES, f"{SERVICES}/5"]


def test_lookups_side_by_side_wait_for_one_login_and_one_read(api: Api, program: Program) -> None:
    pacing = EXAMPLES["Read Service Pacing Settings"]
    api.on("GET", pacing.path, late(0.2, answer(200, pacing.document)))
    api.on("GET", f"{SERVICES}/9/pacing", late(0.2, answer(200, pacing.document)))
    found = awaited(
        *[lambda: livevox.get_pacing_output(45108)] * 3, lambda: livevox.get_pacing_output(9)
    )
    assert {each.throttle for each in found} == {15}
    assert sorted(each.path for each in api.requests) == sorted(
        [pacing.path, f"{SERVICES}/9/pacing"]
    )
    assert len(api.logins) == 1
    first, second = api.requests
    assert abs(first.at - second.at) < 0.15


def test_a_service_that_is_not_there_is_asked_for_once(api: Api, program: Program) -> None:
    for _ in range(2):
        for lookup in (livevox.get_phone, livevox.get_related, livevox.get_pacing):
            assert "answered 404" in refusal(lookup, 123)
    assert len(api.requests) == 3


def test_a_call_that_failed_is_made_again_when_it_is_asked_for_again(
    api: Api, program: Program
) -> None:
    pacing = EXAMPLES["Read Service Pacing Settings"]
    api.on("GET", pacing.path, answer(403, {"code": 403}), answer(200, pacing.document))
    assert "answered 403" in refusal(livevox.get_pacing, 45108)
    assert livevox.get_pacing(45108).throttle == 15


def test_the_request_log_names_the_lookup(
    api: Api, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LIVEVOX_LOG_FILE", "requests.jsonl")
    refusal(livevox.get_phone, 123)
    awaited(lambda: livevox.get_service_output(service_id=5))
    lines = map(json.loads, (tmp_path / "requests.jsonl").read_text().splitlines())
    login, phone, general = (each["resource"] for each in lines)
    assert login == phone == "get_phone(service_id=123)"
    assert general == "get_service(service_id=5)"
