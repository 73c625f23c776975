"""What a program is told: of arguments that can't be, of its configuration, of calls that fail."""

from typing import Any

import pulumi
import pytest

import pulumi_livevox as livevox
from tests.lookups.program import Program, refusal
from tests.rig.canned import PASSWORD, Api, answer
from tests.rig.requests import SERVICES

BY_ID = ("related", "phone", "settings", "messaging", "pacing", "inbound_hours")
BY_CALL_CENTER = ("services", "service_list_info")
AN_ID = "it may be a whole number from 1"
FEATURES = "it may be a list of one or more of AGENT_AT_READY_IN, "
CENTERS = "it may be a list of one or more ids of call centers, or left out for all"


@pytest.mark.parametrize(
    "value", [None, 0, -1, 1.5, True, "", "abc", "Main Line", [5607], {"id": 5607}]
)
@pytest.mark.parametrize("of", BY_ID + BY_CALL_CENTER)
def test_what_is_no_id_is_refused_in_one_sentence(
    api: Api, program: Program, of: str, value: Any
) -> None:
    name = "call_center_id" if of in BY_CALL_CENTER else "service_id"
    told = refusal(getattr(livevox, f"get_{of}"), **{name: value})
    assert told.startswith(f"livevox.get_{of}: {name} was ")
    assert told.endswith(AN_ID)
    assert api.logins == []


@pytest.mark.parametrize("service_id", [5607, "5607", " 5607 ", 5607.0])
def test_an_id_may_be_written_as_resources_and_stack_references_have_it(
    api: Api, program: Program, service_id: Any
) -> None:
    api.on("GET", f"{SERVICES}/5607/pacing", answer(200, {"method": "NEW", "throttle": 1}))
    assert livevox.get_pacing(service_id).method == "NEW"


@pytest.mark.parametrize(
    ("criteria", "told"),
    [
        (
            {"call_direction": "inbound"},
            'call_direction was "inbound"; it may be one of INBOUND, OUTBOUND, BLENDED',
        ),
        ({"call_direction": None}, "call_direction was None; it may be one of INBOUND, OUTBOUND"),
        ({"acd_features": "NO_ACD"}, f'acd_features was "NO_ACD"; {FEATURES}'),
        ({"acd_features": []}, f"acd_features was []; {FEATURES}"),
        ({"acd_features": ["NO_ACD", "DMT"]}, f'acd_features was ["NO_ACD", "DMT"]; {FEATURES}'),
        ({"acd_features": [7]}, f"acd_features was [7]; {FEATURES}"),
        ({"call_center_ids": []}, f"call_center_ids was []; {CENTERS}"),
        ({"call_center_ids": 433}, f"call_center_ids was 433; {CENTERS}"),
        ({"call_center_ids": [433, "x"]}, f'call_center_ids was [433, "x"]; {CENTERS}'),
        ({"attended": True}, "attended was true; it may be one of ATTENDED, UNATTENDED"),
    ],
)
def test_criteria_that_are_none_are_refused_in_one_sentence(
    api: Api, program: Program, criteria: dict[str, Any], told: str
) -> None:
    right: dict[str, Any] = {"call_direction": "INBOUND", "acd_features": ["NO_ACD"]}
    refused = refusal(livevox.find_services, **right | criteria)
    assert refused.startswith(f"livevox.find_services: {told}")
    assert "\n" not in refused
    assert api.logins == []


def test_an_output_is_told_the_form_that_takes_it(api: Api, program: Program) -> None:
    never: Any = object.__new__(pulumi.Output)
    assert refusal(livevox.get_phone, never) == (
        "livevox.get_phone: service_id was an output, which is not known yet: "
        "livevox.get_phone_output takes outputs, and returns one"
    )
    assert "call_center_ids was an output" in refusal(
        livevox.find_services, "INBOUND", ["NO_ACD"], [433, never]
    )


def test_what_is_to_be_awaited_is_told_the_form_that_takes_it(api: Api, program: Program) -> None:
    async def said() -> int:
        return 5607

    awaited = said()
    told = refusal(livevox.get_phone, awaited)
    awaited.close()
    assert "service_id was an output" in told
    assert "livevox.get_phone_output takes outputs" in told
    assert api.logins == []


def test_an_incomplete_configuration_is_told_by_the_lookup(
    api: Api, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LIVEVOX_CLIENT_NAME")
    told = refusal(livevox.get_phone, 5607)
    assert told.startswith("livevox.get_phone: livevox:clientName is not set: it is ")
    assert api.logins == []


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (answer(404, {"code": 404, "message": "No such service"}), "answered 404: No such service"),
        (answer(403, {"code": 403, "message": "Not yours"}), "answered 403: Not yours"),
        (answer(500, {"code": 500, "message": "Out of order"}), "answered 500: Out of order"),
        (answer(200, {"callerId": 7}), "does not fit at"),
    ],
)
def test_a_call_that_fails_is_told_with_the_call_its_answer_and_what_to_do(
    api: Api, program: Program, fault: Any, told: str
) -> None:
    api.on("GET", f"{SERVICES}/123/phone", fault)
    refused = refusal(livevox.get_phone, service_id=123)
    assert refused.startswith("livevox.get_phone: ")
    assert f"GET {SERVICES}/123/phone" in refused
    assert told in refused
    assert refused.count(". ") >= 1
    assert "\n" not in refused
    assert PASSWORD not in refused


def test_a_refused_login_is_told_and_not_tried_again(api: Api, program: Program) -> None:
    api.on_login = answer(401, {"code": 401, "message": "Bad credentials"})
    for _ in range(2):
        told = refusal(livevox.get_phone, 123)
        assert "POST /session/login was answered 401: Bad credentials" in told
    assert len(api.logins) == 1
