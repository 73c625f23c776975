"""Calls that must not be repeated: what is known after each way to lose their answer."""

from dataclasses import replace
from typing import Any

import pytest

from pulumi_livevox.client import BadRequest, Conflict, OutcomeUnknown, PartlyDone, Unreachable
from tests.client.calls import CALLS
from tests.rig.canned import QUICK, Answering, Api, answer, break_off, late, lost
from tests.rig.examples import EXAMPLES, Example


@pytest.fixture(params=["Create Service", "Update Service Add Inbound Hours"])
def example(request: pytest.FixtureRequest) -> Example:
    return EXAMPLES[request.param]


def call(api: Api, example: Example, **limits: Any) -> Any:
    return CALLS[example.title](api.client(replace(QUICK, **limits)))


def _ways_to_lose(status: int) -> dict[str, Answering]:
    return {
        "500": answer(500),
        "502": answer(502, body=b"<html>Bad gateway</html>"),
        "503": answer(503),
        "504": answer(504),
        "302": answer(302, headers={"Location": "/login"}),
        "end": lost,
        "other 2xx": answer(200 if status == 201 else 201, {"id": 7}),
        "204": answer(204),
        "HTML": answer(status, body=b"<!doctype html><html>Sign in</html>"),
        "no id": answer(status, {}),
        "id as text": answer(status, {"id": "7"}),
        "id 0": answer(status, {"id": 0}),
        "broken off": break_off(status, b'{"id": 7'),
        "no body": answer(status),
        "list": answer(status, [7]),
        "not UTF-8": answer(status, body=b'{"id": 7, "name": "\xff"}'),
    }


@pytest.mark.parametrize("way", _ways_to_lose(201))
def test_a_call_whose_answer_is_lost_is_not_sent_again(
    api: Api, example: Example, way: str
) -> None:
    api.on("POST", example.path, _ways_to_lose(example.status)[way])
    with pytest.raises(OutcomeUnknown, match="may have been carried out or not") as caught:
        call(api, example)
    assert caught.value.call == f"POST {example.path}"
    assert len(api.requests) == 1


def test_a_call_that_times_out_is_not_sent_again(api: Api, example: Example) -> None:
    api.on("POST", example.path, late(0.5, answer(example.status, example.document)))
    with pytest.raises(OutcomeUnknown, match=r"no answer within 0\.2 s"):
        call(api, example, timeout_seconds=0.2)
    assert len(api.requests) == 1


def test_a_call_that_was_held_back_by_a_rate_limit_is_sent_again(
    api: Api, example: Example
) -> None:
    done = answer(example.status, example.document)
    api.on("POST", example.path, answer(429), answer(429), done)
    assert call(api, example) == example.document["id"]
    assert len(api.requests) == 3


@pytest.mark.parametrize(
    ("refusal", "error"), [(400, BadRequest), (409, Conflict), (202, PartlyDone)]
)
def test_a_refusal_is_no_lost_answer(
    api: Api, example: Example, refusal: int, error: type[Exception]
) -> None:
    api.on("POST", example.path, answer(refusal, {"code": 5, "message": "It is so"}))
    with pytest.raises(error, match="It is so"):
        call(api, example)
    assert len(api.requests) == 1


def test_a_call_that_found_no_connection_was_surely_not_carried_out(
    api: Api, example: Example
) -> None:
    client = api.client()
    assert client.client_id == 4199
    api.stop()
    with pytest.raises(Unreachable, match="tried 4 times"):
        CALLS[example.title](client)
