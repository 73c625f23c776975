"""Users' unit tests: with Pulumi's mocks lookups go to `call()`, and need no account."""

from collections.abc import Callable
from typing import Any

import pulumi
import pytest

import pulumi_livevox as livevox
from tests.lookups.program import refusal

ONE = {"id": 5607, "name": "Main", "call_center_id": 433}

MOCKED: dict[str, Any] = {
    "getService": ONE | {"call_direction": "INBOUND", "preview_mode": None},
    "getServices": {"services": [ONE, ONE]},
    "findServices": {"services": [ONE | {"acd_feature_code": "HCI"}]},
    "getServiceListInfo": {"size": 2},
    "getRelated": {"call_center_id": 433, "agent_ids": [1, 2]},
    "getPhone": {"caller_ids": ["8773402031"], "default_caller_id": "8773402031"},
    "getSettings": {"voice_id": 7, "scrub_wireless": True},
    "getMessaging": {"properties": {"template_id": "7125"}},
    "getPacing": {"method": "LINES_AGENT", "throttle": 15},
    "getInboundHours": {"week": {"WEEKDAY": "07:00-20:59"}, "dates": {}},
}


class Mocks(pulumi.runtime.Mocks):
    def __init__(self) -> None:
        self.returned = dict(MOCKED)
        self.called: list[tuple[str, dict[str, Any]]] = []

    def new_resource(self, args: pulumi.runtime.MockResourceArgs) -> tuple[str, dict[Any, Any]]:
        return "1100001", args.inputs

    def call(self, args: pulumi.runtime.MockCallArgs) -> Any:
        self.called.append((args.token, args.args))
        return self.returned[args.token.removeprefix("livevox:index:")]


@pytest.fixture(autouse=True)
def mocks() -> Mocks:
    mocks = Mocks()
    pulumi.runtime.set_mocks(mocks)
    return mocks


def run(test: Callable[[], Any]) -> None:
    """Run a test as `@pulumi.runtime.test` does."""
    tested: Any = pulumi.runtime.test
    tested(test)()


def test_every_lookup_returns_what_the_mocks_say_as_its_own_type() -> None:
    assert livevox.get_service("Main", call_center_id=433) == livevox.GetServiceResult(
        5607, "Main", 433, call_direction="INBOUND"
    )
    assert livevox.get_services(433) == [livevox.ListedService(5607, "Main", 433)] * 2
    found = livevox.find_services("INBOUND", ["HCI"])
    assert found == [livevox.FoundService(5607, "Main", 433, "HCI")]
    assert livevox.get_service_list_info(433) == livevox.GetServiceListInfoResult(2)
    assert livevox.get_related(5607) == livevox.GetRelatedResult(433, (1, 2))
    assert livevox.get_phone(5607) == livevox.GetPhoneResult(("8773402031",), "8773402031")
    assert livevox.get_settings(5607) == livevox.GetSettingsResult(voice_id=7, scrub_wireless=True)
    assert livevox.get_messaging(5607) == livevox.GetMessagingResult({"template_id": "7125"})
    assert livevox.get_pacing(5607) == livevox.GetPacingResult("LINES_AGENT", 15)
    hours = livevox.get_inbound_hours(5607)
    assert hours == livevox.GetInboundHoursResult({"WEEKDAY": "07:00-20:59"}, {})
    ids = [type(each) for each in (livevox.get_service(service_id=5607).id, hours.week)]
    assert ids == [int, dict]


def test_the_mocks_get_the_arguments_by_the_names_that_are_typed(mocks: Mocks) -> None:
    livevox.get_service("Main", call_center_id="433")
    livevox.find_services("INBOUND", ["HCI"], [433])
    assert mocks.called == [
        ("livevox:index:getService", {"name": "Main", "call_center_id": 433}),
        (
            "livevox:index:findServices",
            {"call_direction": "INBOUND", "acd_features": ["HCI"], "call_center_ids": [433]},
        ),
    ]


def test_the_output_form_goes_to_the_mocks_too(mocks: Mocks) -> None:
    def built() -> pulumi.Output[None]:
        service_id = pulumi.Output.from_input(5607)
        number = livevox.get_phone_output(service_id).default_caller_id
        line = livevox.Service(
            "line", name="Line", template_id=livevox.get_service("Main", call_center_id=433).id
        )

        def check(values: list[Any]) -> None:
            assert values == ["8773402031", 5607]

        return pulumi.Output.all(number, line.template_id).apply(check)

    run(built)
    assert ("livevox:index:getPhone", {"service_id": 5607}) in mocks.called


def test_what_a_preview_refuses_is_refused_in_the_same_words(mocks: Mocks) -> None:
    assert refusal(livevox.get_phone, "x") == (
        'livevox.get_phone: service_id was "x"; it may be a whole number from 1'
    )
    assert mocks.called == []


@pytest.mark.parametrize(
    ("lookup", "returned", "told"),
    [
        ("getService", {}, "id is missing; name is missing; call_center_id is missing"),
        ("getService", {"id": 5607, "name": "Main"}, "call_center_id is missing"),
        ("getService", ONE | {"nme": "M"}, "nme is none of its keys"),
        (
            "getService",
            ONE | {"id": "main_id"},
            'id was "main_id" (input should be a valid integer',
        ),
        ("getServices", {}, 'it had the keys []; it may be a dict of "services" and a list'),
        ("getServices", {"services": [{"id": 5}]}, "0.name is missing"),
        ("getInboundHours", {"week": "07:00"}, 'week was "07:00"'),
    ],
)
def test_what_the_mocks_return_and_does_not_fit_is_told_in_one_sentence(
    mocks: Mocks, lookup: str, returned: Any, told: str
) -> None:
    mocks.returned[lookup] = returned
    lookups: dict[str, Callable[[], Any]] = {
        "getService": lambda: livevox.get_service(service_id=5607),
        "getServices": lambda: livevox.get_services(433),
        "getInboundHours": lambda: livevox.get_inbound_hours(5607),
    }
    refused = refusal(lookups[lookup])
    assert f": what the mocks' call() returned for livevox:index:{lookup} does not fit: " in refused
    assert told in refused
    assert "\n" not in refused
