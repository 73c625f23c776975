"""No message, repr or chain of exceptions holds a credential or a session."""

import copy
import html
import json
import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import quote

import httpx
import pytest

from pulumi_livevox.client import LiveVoxClient, LiveVoxError
from pulumi_livevox.client.sending.redaction import Secrets
from pulumi_livevox.wire.sessions import Login, LoginAnswer
from tests.client.calls import CALLS
from tests.rig.canned import (
    API_TOKEN,
    PASSWORD,
    QUICK,
    SERVICE,
    Answering,
    Api,
    Exchange,
    answer,
    break_off,
    late,
    lost,
)
from tests.rig.examples import EXAMPLES
from tests.rig.requests import Request

ONCE = replace(QUICK, max_retries=0, timeout_seconds=0.15)
SESSION = "session-0001-5e55"
SECRETS = (PASSWORD, API_TOKEN, "-5e55")
"""The last stands in every session."""


def _echo(status: int, kind: str) -> Answering:
    """Give everything back that the request held, as some gateways do."""

    def echoing(exchange: Exchange, request: Request) -> None:
        session = request.headers.get("LV-Session", f"sessionId={SESSION}")
        held = f"{dict(request.headers)} {request.body} {session} {PASSWORD} {API_TOKEN}"
        document = {"code": 1, "message": held}
        if kind == "json":
            document = {"sessionId": SESSION, "echo": held}
        content = held.encode() if kind == "text" else None
        answer(status, document, body=content)(exchange, request)

    return echoing


ODD: dict[str, Answering] = {
    "end": lost,
    "timeout": late(0.4, answer(204)),
    "broken off": break_off(200, b'{"sessionId": "session-0001-5e55'),
    **{
        f"{kind} {status}": _echo(status, kind)
        for kind in ("fault", "json", "text")
        for status in (200, 201, 202, 302, 400, 401, 403, 409, 429, 500)
    },
}

TITLES = (
    *("Read Service General", "Update Service Add Inbound Hours"),
    *("Update Service Remove Caller ID", "List Services"),
)


def _chain(problem: BaseException | None) -> Iterator[BaseException]:
    while problem is not None:
        yield problem
        problem = problem.__cause__ or problem.__context__


def _assert_silent(problem: BaseException) -> None:
    for each in _chain(problem):
        assert not isinstance(each, httpx.HTTPError)
        held = f"{each} {each!r} {each.args} {vars(each)}"
        printed = "".join(traceback.format_exception(each))
        assert all(secret not in held + printed for secret in SECRETS)


@pytest.mark.parametrize("title", TITLES)
def test_a_failed_call_tells_no_secret(api: Api, title: str) -> None:
    for answered in ODD.values():
        api.on(EXAMPLES[title].verb, EXAMPLES[title].path, answered)
        try:
            CALLS[title](api.client(ONCE))
        except LiveVoxError as problem:
            _assert_silent(problem)


@pytest.mark.parametrize("answered", ODD.values(), ids=ODD)
def test_a_failed_login_tells_no_secret(api: Api, answered: Answering) -> None:
    api.on_login = answered
    with pytest.raises(LiveVoxError) as caught:
        api.client(ONCE).read_general(5)
    _assert_silent(caught.value)


def test_what_an_error_says_survives_copies_and_pickles(api: Api) -> None:
    for answered in (answer(409, {"code": 5, "message": "Taken"}), lost, answer(200, {})):
        api.on("GET", SERVICE, answered)
        with pytest.raises(LiveVoxError) as caught:
            api.client(ONCE).read_general(5)

        for twin in (copy.copy(caught.value), pickle.loads(pickle.dumps(caught.value))):
            assert type(twin) is type(caught.value)
            assert str(twin) == str(caught.value)
            assert vars(twin) == vars(caught.value)


def test_the_libraries_debug_logs_hold_no_secret(
    api: Api, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    api.on("GET", SERVICE, answer(403, {"code": 5, "message": "No"}))
    with pytest.raises(LiveVoxError):
        api.client(ONCE).read_general(5)
    assert "send_request_headers" in caplog.text
    assert all(secret not in caplog.text for secret in SECRETS)


def test_no_repr_holds_a_secret(api: Api) -> None:
    client = api.client()
    assert client.client_id == 4199
    shown = [
        api.account(),
        client,
        Login(client_name="ACME", user_name="deployer", password=PASSWORD),
        LoginAnswer(session_id=SESSION, client_id=4199),
    ]

    for each in shown:
        assert all(secret not in f"{each!r} {each}" for secret in (PASSWORD, API_TOKEN, SESSION))


def test_a_proxy_with_a_password_that_cannot_be_used_is_not_quoted(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "gopher://somebody:hunter2@proxy.example:1")
    client = LiveVoxClient(api.account(base_url="http://livevox.example"), ONCE)
    with client, pytest.raises(LiveVoxError, match="HTTPS_PROXY") as caught:
        client.read_general(5)
    assert "hunter2" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    "spelled",
    [lambda text: text, quote, lambda text: json.dumps(text)[1:-1], html.escape],
    ids=["as it is", "in a link", "in JSON", "in HTML"],
)
def test_a_secret_is_struck_out_however_it_is_spelled(spelled: Callable[[str], str]) -> None:
    secret = 'a"b&c<d>/e'
    hidden = Secrets(secret).hidden_in(f"Refused: {spelled(secret)}.")
    assert hidden == "Refused: ***."
