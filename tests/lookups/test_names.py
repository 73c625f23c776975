"""A service by its name in a call center."""

from typing import Any

import pytest

import pulumi_livevox as livevox
from tests.lookups.program import Program, refusal
from tests.rig.canned import Api, answer
from tests.rig.examples import GENERAL
from tests.rig.requests import SERVICES

NAMES = {
    1: "Inbound Template",
    2: "INBOUND TEMPLATE",
    3: "Überlauf, Zürich (2)",
    4: "Twin",
    5: "Twin",
    6: "",
    7: 'Line "7"\n☎',
    8: " padded ",
    9: "x" * 300,
}


@pytest.fixture(autouse=True)
def call_center(api: Api, program: Program) -> None:
    listed = [
        {"serviceId": number, "name": name, "callCenterId": 433} for number, name in NAMES.items()
    ]
    api.on("GET", SERVICES, answer(200, {"service": listed}))
    for number, name in NAMES.items():
        document = GENERAL | {"serviceId": number, "name": name}
        api.on("GET", f"{SERVICES}/{number}", answer(200, document))


def refused(name: Any, **named: Any) -> str:
    told = refusal(livevox.get_service, name, **{"call_center_id": 433} | named)
    assert "\n" not in told
    return told


@pytest.mark.parametrize("number", [1, 2, 3, 7, 8, 9])
def test_a_name_is_that_of_one_service_to_the_letter(number: int) -> None:
    found = livevox.get_service(NAMES[number], call_center_id=433)
    assert (found.id, found.name) == (number, NAMES[number])


def test_a_name_that_nobody_has_is_told_with_the_nearest_ones() -> None:
    assert refused("Inbound Templat") == (
        "livevox.get_service: none of the 9 services of call center 433 that this user sees is "
        'named "Inbound Templat"; the nearest names are "Inbound Template" (1), '
        '"INBOUND TEMPLATE" (2)'
    )
    assert '"Überlauf, Zürich (2)" (3)' in refused("Ueberlauf, Zürich 2")
    assert refused("something else").endswith("none has a name like it")


def test_a_name_that_several_have_is_told_with_their_ids(api: Api) -> None:
    assert refused("Twin") == (
        'livevox.get_service: call center 433 has 2 services named "Twin": say which by its '
        "id, 4 or 5"
    )
    assert livevox.get_service(service_id=4).name == "Twin"


@pytest.mark.parametrize(
    "fault", [answer(200, {"service": []}), answer(401, {"code": 401, "message": "Unauthorized"})]
)
def test_a_call_center_that_shows_no_services_has_none_of_the_name(api: Api, fault: Any) -> None:
    api.on("GET", SERVICES, fault)
    assert refused("Twin") == (
        'livevox.get_service: call center 433 has no service named "Twin": it has no services, or '
        "shows none to this user; check the id of the call center, and what the user may see"
    )
    assert livevox.get_services(433) == []


def test_a_service_is_looked_up_by_its_id_or_by_its_name_in_a_call_center(api: Api) -> None:
    assert "neither name nor service_id is given" in refusal(livevox.get_service)
    assert "neither name nor service_id is given" in refused(None)
    assert "both name and service_id are given" in refused("Twin", service_id=4)
    assert "name is given without call_center_id" in refused("Twin", call_center_id=None)
    assert "call_center_id is given with service_id" in refused(None, service_id=4)
    assert "name was 5607; it may be text that is not blank" in refused(5607)
    assert 'name was " "; it may be text that is not blank' in refused(" ")
    assert api.requests == api.logins == []
