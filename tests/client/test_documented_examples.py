"""Every example of the vendor's page, request and answer."""

import pytest

from tests.client.calls import CALLS, told
from tests.rig.canned import API_TOKEN, PASSWORD, Api, answer
from tests.rig.examples import EXAMPLES
from tests.rig.requests import SERVICES


@pytest.mark.parametrize("title", CALLS)
def test_a_call_makes_the_documented_request_and_reads_the_documented_answer(
    api: Api, title: str
) -> None:
    example = EXAMPLES[title]
    api.on(example.verb, example.path, answer(example.status, example.document), answer(200, {}))

    assert CALLS[title](api.client()) == told(example.document)
    request, *following = api.requests
    assert (request.verb, request.path) == (example.verb, example.path)
    assert request.query == example.query
    assert request.body == example.body
    assert request.headers["Accept"] == "application/json"
    assert request.headers["Content-Type"] == "application/json"
    # The page that the one of List Services names; nothing else is sent.
    next_page = {"callCenter": "433", "offset": "5", "count": "5"}
    assert [each.query for each in following] == [next_page] * (title == "List Services")


def test_there_is_an_example_for_each_of_the_21_methods() -> None:
    assert len(EXAMPLES) == 21
    assert CALLS.keys() == EXAMPLES.keys()


def test_a_login_sends_the_token_and_the_credentials_as_documented(api: Api) -> None:
    assert api.client().client_id == 4199
    [login] = api.logins
    assert (login.verb, login.path) == ("POST", "/session/login")
    assert login.headers["LV-Access"] == API_TOKEN
    assert login.body == {"clientName": "ACME", "userName": "deployer", "password": PASSWORD}


def test_a_caller_id_that_is_not_to_be_the_default_says_nothing_of_it(api: Api) -> None:
    api.on("POST", f"{SERVICES}/5/phone/8773402033", answer(204))
    api.client().add_caller_id(5, "8773402033")
    assert api.requests[0].query == {}


@pytest.mark.parametrize("name", ["Atlanta FS #1 (6) & more", "50% + ünïcode / ?", " a=b "])
def test_any_name_arrives_as_it_was_given(api: Api, name: str) -> None:
    api.on("POST", SERVICES, answer(201, {"id": 7}))
    api.client().create_service(5, name)
    assert api.requests[0].query == {"service": "5", "name": name}
