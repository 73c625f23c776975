"""Calls that must not be repeated: what is known after each way to lose their answer."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from pulumi_livevox.client import (
    BadRequest,
    Conflict,
    LiveVoxClient,
    OutcomeUnknown,
    PartlyDone,
    Unreachable,
)
from pulumi_livevox.wire import DayOfWeek, NewHoursEntry
from tests.rig.canned import QUICK, Answering, Api, answer, break_off, late, lost
from tests.rig.requests import SERVICES

ENTRY = NewHoursEntry(day_of_week=DayOfWeek.SATURDAY, start_time=50400000, end_time=61200000)


def _copy(client: LiveVoxClient) -> int:
    return client.create_service(1, "Copy")


def _add_hours(client: LiveVoxClient) -> int:
    return client.add_inbound_hours(5, ENTRY)


CALLS: list[tuple[Callable[[LiveVoxClient], int], str, int]] = [
    (_copy, SERVICES, 201),
    (_add_hours, f"{SERVICES}/5/inboundHours", 200),
]
calls = pytest.mark.parametrize(("call", "path", "status"), CALLS, ids=["create", "add hours"])


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


@calls
@pytest.mark.parametrize("way", _ways_to_lose(201))
def test_a_call_whose_answer_is_lost_is_not_sent_again(
    api: Api, call: Callable[[LiveVoxClient], int], path: str, status: int, way: str
) -> None:
    api.on("POST", path, _ways_to_lose(status)[way])

    with pytest.raises(OutcomeUnknown, match="may have been carried out or not") as caught:
        call(api.client())

    assert caught.value.call == f"POST {path}"
    assert len(api.requests) == 1


@calls
def test_a_call_that_times_out_is_not_sent_again(
    api: Api, call: Callable[[LiveVoxClient], int], path: str, status: int
) -> None:
    api.on("POST", path, late(0.5, answer(status, {"id": 7})))
    client = api.client(replace(QUICK, timeout_seconds=0.2))

    with pytest.raises(OutcomeUnknown, match=r"no answer within 0\.2 s"):
        call(client)

    assert len(api.requests) == 1


@calls
def test_a_call_that_was_held_back_by_a_rate_limit_is_sent_again(
    api: Api, call: Callable[[LiveVoxClient], int], path: str, status: int
) -> None:
    api.on("POST", path, answer(429), answer(429), answer(status, {"id": 7}))

    assert call(api.client()) == 7
    assert len(api.requests) == 3


@calls
@pytest.mark.parametrize(
    ("refusal", "error"), [(400, BadRequest), (409, Conflict), (202, PartlyDone)]
)
def test_a_refusal_is_no_lost_answer(
    api: Api,
    call: Callable[[LiveVoxClient], int],
    path: str,
    status: int,
    refusal: int,
    error: type[Exception],
) -> None:
    api.on("POST", path, answer(refusal, {"code": 5, "message": "It is so"}))

    with pytest.raises(error, match="It is so"):
        call(api.client())

    assert len(api.requests) == 1


@calls
def test_a_call_that_found_no_connection_was_surely_not_carried_out(
    api: Api, call: Callable[[LiveVoxClient], Any], path: str, status: int
) -> None:
    client = api.client()
    assert client.client_id == 4199
    api.stop()

    with pytest.raises(Unreachable, match="tried 4 times"):
        call(client)
