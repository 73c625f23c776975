"""Answers that no API should give: each ends as a clear error, soon."""

import json
import time
from dataclasses import replace
from typing import Any

import pytest

from pulumi_livevox.client import (
    AnswerNotUnderstood,
    BadRequest,
    CallFailed,
    Conflict,
    Forbidden,
    MethodNotAllowed,
    NotFound,
    PartlyDone,
    PlatformError,
    RateLimited,
    Unreachable,
)
from pulumi_livevox.client.calls import READ_GENERAL, Call
from pulumi_livevox.client.sending.connections import Connections
from pulumi_livevox.client.sending.deadline import Deadline
from pulumi_livevox.client.sending.response import NoResponse
from pulumi_livevox.wire.general import GeneralUpdate
from tests.rig.canned import QUICK, SERVICE, Answering, Api, Exchange, answer, break_off, drip
from tests.rig.examples import GENERAL, PHONE
from tests.rig.requests import Request

ONCE = replace(QUICK, max_retries=0)


def _babble(exchange: Exchange, request: Request) -> None:
    exchange.wfile.write(b"220 mail.example ESMTP\r\n")
    exchange.hang_up()


UNFIT: dict[str, tuple[Answering, str]] = {
    "HTML": (answer(body=b"\n<!DOCTYPE html>\n<html>Hi</html>"), "a page of HTML"),
    "HTML with a comment": (answer(body=b"<!-- x --><html>Hi</html>"), "a page of HTML"),
    "empty": (answer(body=b""), "not whole JSON"),
    "truncated": (answer(body=b'{"serviceId": 5, "na'), "not whole JSON"),
    "broken off": (break_off(200, b'{"serviceId": 5}'), "broke off"),
    "not UTF-8": (answer(body=b'{"name": "\xff\xfe"}'), "not UTF-8"),
    "a list": (answer(body=b"[]"), "not a JSON object"),
    "null": (answer(body=b"null"), "not a JSON object"),
    "deep": (answer(body=b"[" * 100_000), "not whole JSON"),
    "NaN": (answer(body=b'{"serviceId": NaN}'), "not whole JSON"),
    "a huge number": (answer(body=b'{"serviceId": ' + b"9" * 5000 + b"}"), "not whole JSON"),
    "no HTTP": (_babble, "without an answer in HTTP"),
    "compressed": (answer(200, GENERAL, headers={"Content-Encoding": "gzip"}), "compressed"),
}


@pytest.mark.parametrize(("answered", "words"), UNFIT.values(), ids=UNFIT)
def test_an_answer_that_is_no_document_is_no_answer(
    api: Api, answered: Answering, words: str
) -> None:
    api.on("GET", SERVICE, answered)
    with pytest.raises(Unreachable, match=words):
        api.client(ONCE).read_general(5)


WRONG_TYPES: dict[str, tuple[str, Any]] = {
    "text for an id": ("serviceId", "5"),
    "true for an id": ("serviceId", True),
    "a fraction for an id": ("serviceId", 5.5),
    "null for an id": ("serviceId", None),
    "a number for text": ("name", 5),
    "an object for text": ("name", {"text": "x"}),
    "text for a flag": ("unattended", "true"),
    "a number for a flag": ("unattended", 0),
    "a number for a choice": ("callDirection", 1),
}


@pytest.mark.parametrize(("key", "value"), WRONG_TYPES.values(), ids=WRONG_TYPES)
def test_a_value_of_the_wrong_type_is_named_by_its_key(api: Api, key: str, value: Any) -> None:
    api.on("GET", SERVICE, answer(200, {**GENERAL, key: value}))
    with pytest.raises(AnswerNotUnderstood) as caught:
        api.client().read_general(5)
    assert caught.value.key == key
    assert f'"{key}"' in str(caught.value)
    assert len(api.requests) == 1


@pytest.mark.parametrize("key", ["serviceId", "name", "callCenterId"])
def test_a_key_that_has_to_be_there_is_named(api: Api, key: str) -> None:
    document = {name: value for name, value in GENERAL.items() if name != key}
    api.on("GET", SERVICE, answer(200, document))
    with pytest.raises(AnswerNotUnderstood, match=key):
        api.client().read_general(5)


@pytest.mark.parametrize(
    ("value", "key"), [({}, "callerId"), ("8773402033", "callerId"), ([5], "callerId.0")]
)
def test_something_else_for_a_list_is_named(api: Api, value: Any, key: str) -> None:
    api.on("GET", f"{SERVICE}/phone", answer(200, {**PHONE, "callerId": value}))
    with pytest.raises(AnswerNotUnderstood) as caught:
        api.client().read_phone(5)
    assert caught.value.key == key


@pytest.mark.parametrize(
    "document", [{"hours": []}, {"inboundHour": {}}, {"inboundHour": [{"id": 1}]}]
)
def test_hours_that_do_not_say_when_are_not_taken_for_none(api: Api, document: Any) -> None:
    api.on("GET", f"{SERVICE}/inboundHours", answer(200, document))
    with pytest.raises(AnswerNotUnderstood):
        api.client().read_inbound_hours(5)


def test_what_the_api_has_learned_since_is_kept(api: Api) -> None:
    news = {"callDirection": "SIDEWAYS", "newKey": [1], "serviceId": 5.0, "inboundService": None}
    api.on("GET", SERVICE, answer(200, {**GENERAL, **news}))
    general = api.client().read_general(5)
    assert general.call_direction == "SIDEWAYS"
    assert general.model_extra == {"newKey": [1]}
    assert (general.service_id, general.inbound_service_id) == (5, None)


def test_an_answer_without_an_end_is_cut_at_the_largest_size(api: Api) -> None:
    api.on("GET", SERVICE, drip(0, b"x" * 65536))
    with pytest.raises(Unreachable, match="larger than 1000000 bytes"):
        api.client(replace(ONCE, max_answer_bytes=1_000_000)).read_general(5)


@pytest.mark.parametrize(
    ("dripping", "told"),
    [
        (drip(0.02, b" "), "did not end"),
        (drip(0.02, b"X-More: 1\r\n", in_head=True), "no whole answer"),
    ],
    ids=["its body", "its headers"],
)
def test_an_answer_that_drips_ends_with_the_deadline(
    api: Api, dripping: Answering, told: str
) -> None:
    api.on("GET", SERVICE, dripping)
    began = time.monotonic()
    with pytest.raises(Unreachable, match=rf"{told} within 0\.4 s"):
        api.client(replace(QUICK, deadline_seconds=0.4)).read_general(5)
    assert time.monotonic() - began < 2


def test_a_call_whose_time_is_over_is_not_sent_any_more(api: Api) -> None:
    connections = Connections(api.root, QUICK)
    result = connections.exchange(Call.of(READ_GENERAL, id=5), {}, Deadline(0))
    assert isinstance(result, NoResponse)
    assert not result.sent
    assert api.requests == []


def test_an_error_counts_even_if_its_body_does_not_end(api: Api) -> None:
    api.on("GET", SERVICE, break_off(409, b"Taken"))
    with pytest.raises(Conflict, match="Taken"):
        api.client().read_general(5)


STATUSES = [
    (202, PartlyDone),
    (400, BadRequest),
    (403, Forbidden),
    (404, NotFound),
    (405, MethodNotAllowed),
    (409, Conflict),
    (418, CallFailed),
    (429, RateLimited),
    (500, PlatformError),
    (502, PlatformError),
    (599, PlatformError),
    (304, CallFailed),
]


@pytest.mark.parametrize(("status", "error"), STATUSES)
def test_each_status_has_its_error_in_the_apis_own_words(
    api: Api, status: int, error: type[CallFailed]
) -> None:
    words = {"code": 42, "message": "Campaigns in the past 90 days"}
    # An answer of this status has no body.
    api.on("POST", SERVICE, answer(status, None if status == 304 else words))

    with pytest.raises(CallFailed) as caught:
        api.client(ONCE).update_general(5, GeneralUpdate(name="x"))

    problem = caught.value
    assert type(problem) is error
    assert (problem.status, problem.call) == (status, f"POST {SERVICE}")
    assert f"POST {SERVICE} was answered {status}" in str(problem)
    assert str(problem).endswith(problem.advice)
    assert "\n" not in str(problem)
    if status != 304:
        assert (problem.code, problem.message) == (42, "Campaigns in the past 90 days")


WORDS: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", ""),
    "plain text": (b"  No such\r\n\tservice ", "No such service"),
    "HTML": (b"<html><body>Error</body></html>", "a page of HTML, not an answer of the API"),
    "controls": (b'{"message": "a\\u0000\\u001b[31mb\\u202ec"}', "a [31mb c"),
    "a code alone": (b'{"code": 3}', ""),
    "another shape": (b'{"errors": ["no"]}', '{"errors": ["no"]}'),
    "a list": (b'["no"]', '["no"]'),
    "half a character": (b'{"message": "a\\ud800b"}', "a b"),
    "not UTF-8": (b"caf\xe9", "caf\ufffd"),
    "a novel": (json.dumps({"message": "ab " * 1000}).encode(), ("ab " * 1000)[:499] + "…"),
}


@pytest.mark.parametrize(("body", "words"), WORDS.values(), ids=WORDS)
def test_the_apis_words_are_made_fit_for_a_message(api: Api, body: bytes, words: str) -> None:
    api.on("GET", SERVICE, answer(400, body=body))
    with pytest.raises(BadRequest) as caught:
        api.client().read_general(5)
    assert caught.value.message == words
    assert len(caught.value.message) <= 500
    str(caught.value).encode()


@pytest.mark.parametrize("document", [{}, {"inboundHour": None}, {"inboundHour": []}])
def test_hours_without_an_entry_may_leave_their_list_out(
    api: Api, document: dict[str, Any]
) -> None:
    api.on("GET", f"{SERVICE}/inboundHours", answer(200, document))
    assert api.client(ONCE).read_inbound_hours(5) == []


@pytest.mark.parametrize(("name", "read"), [(None, ""), ("half \ud800", "half \ufffd")])
def test_a_name_that_nobody_can_write_is_read_as_what_can_be(
    api: Api, name: str | None, read: str
) -> None:
    api.on("GET", SERVICE, answer(200, {**GENERAL, "name": name}))
    assert api.client(ONCE).read_general(5).name == read
