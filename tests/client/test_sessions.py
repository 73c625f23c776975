"""One session for a client, however many threads."""

import pytest

from pulumi_livevox.client import (
    AnswerNotUnderstood,
    LiveVoxError,
    LoginRefused,
    PlatformError,
    Unauthenticated,
)
from tests.rig.canned import SERVICE, Api, answer, late
from tests.rig.examples import GENERAL
from tests.rig.requests import SERVICES
from tests.rig.threads import at_once


def test_a_client_that_makes_no_call_does_not_log_in(api: Api) -> None:
    with api.client() as client:
        assert client.base_url == api.root
    assert api.logins == []


def test_twenty_threads_log_in_once(api: Api) -> None:
    log_in, client = api.on_login, api.client()
    api.on_login = late(0.1, log_in)
    names = {read.result().name for read in at_once(20, lambda: client.read_general(5))}
    assert names == {GENERAL["name"]}
    assert (len(api.logins), len(api.requests)) == (1, 20)
    assert {request.headers["LV-Session"] for request in api.requests} == api.sessions


def test_ten_threads_that_meet_an_expired_session_at_once_log_in_once_more(api: Api) -> None:
    client = api.client()
    client.read_general(5)
    api.end_sessions()
    for read in at_once(10, lambda: client.read_general(5)):
        read.result()
    assert len(api.logins) == 2


def test_a_call_that_must_not_be_repeated_is_sent_again_after_401(api: Api) -> None:
    # A 401 is a refusal: nothing was carried out.
    api.on("POST", SERVICES, answer(201, {"id": 5}))
    client = api.client()
    assert client.client_id == 4199
    api.end_sessions()
    assert client.create_service(1, "Copy") == 5
    assert len(api.requests) == 2


def test_a_session_that_is_refused_right_after_a_login_is_an_error(api: Api) -> None:
    api.on("GET", SERVICE, answer(401, {"code": 17, "message": "Session is not valid"}))
    with pytest.raises(Unauthenticated) as caught:
        api.client().read_general(5)
    assert (len(api.logins), len(api.requests)) == (2, 2)
    assert caught.value.code == 17
    assert "Session is not valid." in str(caught.value)


def test_a_wrong_password_is_tried_once_whatever_the_number_of_threads_and_calls(api: Api) -> None:
    # Each further try could lock the user out.
    api.on_login = late(0.1, answer(401, {"code": 3, "message": "Bad credentials"}))
    client = api.client()

    reads = at_once(20, lambda: client.read_general(5))
    with pytest.raises(LoginRefused) as caught:
        client.create_service(1, "Copy")

    assert {type(read.exception()) for read in reads} == {LoginRefused}
    assert (len(api.logins), len(api.requests)) == (1, 0)
    assert "Bad credentials" in str(caught.value)
    assert "client code" in str(caught.value)


def test_threads_that_wait_for_a_login_share_its_failure_and_a_later_call_tries_anew(
    api: Api,
) -> None:
    log_in = api.on_login
    api.on_login = late(0.1, answer(501))
    client = api.client()

    reads = at_once(8, lambda: client.read_general(5))
    assert {type(read.exception()) for read in reads} == {PlatformError}
    assert len(api.logins) == 1

    api.on_login = log_in
    assert client.read_general(5).service_id == 20575


def test_each_waiting_thread_raises_an_error_of_its_own(api: Api) -> None:
    api.on_login = late(0.1, answer(403))
    client = api.client()
    problems = [read.exception() for read in at_once(5, lambda: client.client_id)]
    assert len({id(problem) for problem in problems}) == 5
    assert len({str(problem) for problem in problems}) == 1


def test_closing_a_client_leaves_the_session_alone(api: Api) -> None:
    client = api.client()
    assert client.client_id == 4199
    client.close()
    assert api.requests == []


@pytest.mark.parametrize("token", ["", "to\nken", "t\u00f6ken", "two words"])
def test_a_token_that_no_header_can_carry_is_refused_without_a_word_of_it(
    api: Api, token: str
) -> None:
    with pytest.raises(LiveVoxError, match="token") as caught:
        api.client(api_token=token).read_general(5)
    assert not token or token not in str(caught.value)
    assert api.logins == []


@pytest.mark.parametrize("session", ["", "two words", "line\nbreak", None, 5])
def test_a_login_without_a_usable_session_is_not_understood(api: Api, session: object) -> None:
    api.on_login = answer(200, {"sessionId": session, "clientId": 4199})
    with pytest.raises(AnswerNotUnderstood) as caught:
        api.client().read_general(5)
    assert caught.value.key == "sessionId"
