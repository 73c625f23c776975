"""Who is let in, for how long, and what a role may do."""

import re
from typing import Any

import httpx
import pytest

from tests.rig.examples import EXAMPLES, Example
from tests.rig.requests import SERVICES
from tests.rig.sandbox import TOKEN
from tests.sandbox.conftest import Caller, Clock, assert_refused, login


def test_a_login_tells_the_session_the_client_and_the_user(http: httpx.Client) -> None:
    answer = login(http).json()
    assert answer["clientId"] == 4199
    assert isinstance(answer["sessionId"], str)
    for number in ("userId", "daysUntilPasswordExpires"):
        assert isinstance(answer[number], int)


@pytest.mark.parametrize(
    "wrong",
    [
        {"token": None},
        {"token": "another"},
        {"client": "sandbox"},
        {"user": "Sandbox"},
        {"password": "another"},
        {"client": "OTHER", "user": "manager"},
    ],
    ids=str,
)
def test_a_login_with_a_wrong_part_is_refused(http: httpx.Client, wrong: dict[str, Any]) -> None:
    assert_refused(login(http, **wrong), 401)


@pytest.mark.parametrize("body", ["", "{", "[]", '{"clientName": "SANDBOX"}', '{"clientName": 1}'])
def test_a_login_without_its_body_is_a_wrong_request(http: httpx.Client, body: str) -> None:
    headers = {"LV-Access": TOKEN}
    assert_refused(http.post("/session/login", content=body, headers=headers), 400)


def test_the_same_user_gets_the_same_session_and_another_user_another(api: Caller) -> None:
    assert Caller(api.http).session == api.session
    assert Caller(api.http, "manager").session != api.session
    assert Caller(api.http, client="OTHER").session != api.session


@pytest.mark.parametrize("headers", [{}, {"LV-Session": ""}, {"LV-Session": "unknown"}], ids=str)
def test_a_call_without_a_valid_session_is_refused(
    http: httpx.Client, headers: dict[str, str]
) -> None:
    assert_refused(http.get(f"{SERVICES}/20575", headers=headers), 401, "session")


def test_a_session_lives_while_it_is_used(api: Caller, clock: Clock) -> None:
    for _ in range(3):
        clock.forward(hours=1, minutes=55)
        assert api.get("/20575").status_code == 200


def test_a_session_ends_after_two_idle_hours_and_a_login_opens_another(
    api: Caller, clock: Clock
) -> None:
    clock.forward(hours=2, minutes=1)
    assert_refused(api.get("/20575"), 401)
    again = Caller(api.http)
    assert again.session != api.session
    assert again.get("/20575").status_code == 200


def test_validation_tells_whether_a_session_lives(api: Caller, clock: Clock) -> None:
    def validate(session: str) -> httpx.Response:
        return api.http.get("/session/validate", params={"sessionId": session})

    assert validate(api.session).status_code == 204
    assert_refused(validate("unknown"), 401)
    assert_refused(api.http.get("/session/validate"), 400)
    clock.forward(hours=1, minutes=30)
    assert validate(api.session).status_code == 204
    clock.forward(hours=1)
    assert_refused(validate(api.session), 401)  # asking had not prolonged it


def test_sessions_can_be_ended_from_outside(api: Caller, http: httpx.Client) -> None:
    assert http.delete("/sandbox/sessions").status_code == 204
    assert_refused(api.get("/20575"), 401)


INBOUND = {"callDirection": "INBOUND", "acdFeature": ["AGENT_AT_READY_IN"]}

#: The page's example of each method; what is removed there is updated before.
MANAGEMENT = [EXAMPLES["Create Service"], EXAMPLES["Delete Service"]]
READS = [each for each in EXAMPLES.values() if each.verb == "GET" or "/search" in each.target]
UPDATES = [each for each in EXAMPLES.values() if each not in READS + MANAGEMENT]
UPDATES.sort(key=lambda each: each.verb == "DELETE")


def send(caller: Caller, example: Example) -> httpx.Response:
    return caller.send(example.verb, example.target, example.body)


def test_the_examples_have_every_method_that_a_role_may_allow() -> None:
    assert (len(READS), len(UPDATES), len(MANAGEMENT)) == (10, 9, 2)


@pytest.mark.parametrize(
    ("user", "role", "allowed", "refused"),
    [
        ("sandbox", "Sysadmin", READS + UPDATES + MANAGEMENT, []),
        ("superuser", "Superuser", READS + UPDATES + MANAGEMENT, []),
        ("it", "IT User", READS + UPDATES + MANAGEMENT, []),
        ("modifier", "Manager", READS + UPDATES, MANAGEMENT),  # with "Modify Services"
        ("manager", "Manager", READS, UPDATES + MANAGEMENT),
        ("agent", "Agent", [], READS + UPDATES + MANAGEMENT),
    ],
)
def test_a_role_may_do_what_is_its_and_nothing_else(
    http: httpx.Client, user: str, role: str, allowed: list[Example], refused: list[Example]
) -> None:
    caller = Caller(http, user)
    for each in allowed:
        assert send(caller, each).is_success, each
    for each in refused:
        assert_refused(send(caller, each), 403, role)


def test_who_may_see_no_service_finds_empty_lists_and_no_objects(http: httpx.Client) -> None:
    blind = Caller(http, "blind")
    assert blind.read("?callCenter=433&count=5&offset=0") == {"service": [], "next": None}
    assert blind.read("/info?callCenter=433") == {"size": 0}
    assert blind.post("/search?count=5&offset=0", INBOUND).json()["service"] == []
    objects = [each for each in READS + UPDATES if re.match(r"/\d", each.target)]
    for each in objects + MANAGEMENT:
        assert_refused(send(blind, each), 404)


def test_services_of_another_client_do_not_exist_and_its_lists_are_empty(api: Caller) -> None:
    other = Caller(api.http, client="OTHER")
    assert_refused(other.get("/20575"), 404)
    assert other.read("?callCenter=433&count=5&offset=0")["service"] == []
    assert other.read("/info?callCenter=433") == {"size": 0}
    (own,) = other.read("?callCenter=900&count=5&offset=0")["service"]
    assert own["serviceId"] == 90001
    assert_refused(api.get("/90001"), 404)
    assert_refused(api.post("?service=90001&name=Copy"), 404)
    assert_refused(api.delete("/90001"), 404)
    assert_refused(api.post("/53662", {"inboundService": 90001}), 400)
    found = api.post("/search?client=5200&count=5&offset=0", INBOUND).json()
    assert found == {"service": [], "next": None}
