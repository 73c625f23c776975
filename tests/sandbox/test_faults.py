"""Faults: what a caller meets, what was carried out, and what the log tells of it."""

import socket
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.rig.requests import SERVICES
from tests.sandbox.conftest import Caller, Clock, assert_refused
from tests.sandbox.faulty import Described, logged, set_faults, struck

#: What a caller meets instead of an answer.
NO_ANSWER: dict[str, type[httpx.TransportError]] = {
    "answer-lost": httpx.RemoteProtocolError,
    "connection-cut": httpx.RemoteProtocolError,
    "reset-in-body": httpx.ReadError,
}

#: Every fault that replaces an answer at once, and whether the request is carried out.
REPLACING: list[tuple[Described, bool]] = [
    ({"kind": "answer-lost"}, True),
    ({"kind": "connection-cut"}, False),
    ({"kind": "reset-in-body"}, True),
    ({"kind": "truncated-json"}, True),
    ({"kind": "html-200"}, True),
    ({"kind": "html-200", "carried_out": False}, False),
    ({"kind": "html-502"}, False),
    ({"kind": "html-502", "carried_out": True}, True),
    ({"kind": "status-202"}, True),
    ({"kind": "status-500"}, False),
    ({"kind": "status-500", "carried_out": True}, True),
    ({"kind": "status-503"}, False),
    ({"kind": "status-503", "carried_out": True}, True),
    ({"kind": "rate-limited"}, False),
]


def send_struck(caller: Caller, fault: Described, *call: Any) -> httpx.Response | None:
    """Send a request that a fault strikes; the answer, or None where there is none."""
    set_faults(caller.http, {**fault, "limit": 1})
    error = NO_ANSWER.get(fault["kind"])
    if error is None:
        return caller.send(*call)
    with pytest.raises(error):
        caller.send(*call)
    return None


def listed(api: Caller) -> list[str]:
    """The names of the call center's services."""
    services = api.read("?callCenter=433&count=100&offset=0")["service"]
    return [entry["name"] for entry in services]


Call = tuple[str, str, Any]
IsDone = Callable[[Caller], bool]

#: Writes, and whether they were carried out.
WRITES: dict[str, tuple[Call, IsDone]] = {
    "update": (
        ("POST", "/53661", {"abbreviation": "STRUCK"}),
        lambda api: api.read("/53661")["abbreviation"] == "STRUCK",
    ),
    "copy": (("POST", "?service=53661&name=Struck", None), lambda api: "Struck" in listed(api)),
    "deletion": (("DELETE", "/53662", None), lambda api: api.get("/53662").status_code == 404),
}


@pytest.mark.parametrize(("call", "is_done"), WRITES.values(), ids=WRITES)
@pytest.mark.parametrize(("fault", "carried_out"), REPLACING, ids=str)
def test_a_write_is_carried_out_or_not_as_its_fault_says_and_the_log_tells_of_it(
    api: Caller, log: Path, fault: Described, carried_out: bool, call: Call, is_done: IsDone
) -> None:
    answer = send_struck(api, fault, *call)
    assert is_done(api) is carried_out
    assert answer is None or answer.status_code != 204
    assert struck(api.http) == [1]
    verb, target, body = call
    entry = logged(log, fault["kind"])[-1]
    assert (entry["method"], entry["body"]) == (verb, body)
    assert f"{entry['path']}?{entry['query']}".rstrip("?") == f"{SERVICES}{target}"
    # Of an answer that was reset the head has arrived.
    whole = 201 if "name=" in target else 200
    head = whole if fault["kind"] == "reset-in-body" else None
    assert entry["status"] == (head if answer is None else answer.status_code)


@pytest.mark.parametrize("fault", [fault for fault, _ in REPLACING], ids=str)
def test_no_fault_lets_the_answer_of_a_read_through(api: Caller, fault: Described) -> None:
    answer = send_struck(api, fault, "GET", "/53661")
    whole = api.get("/53661")
    assert whole.status_code == 200
    assert answer is None or answer.content != whole.content


def exchange_bytes(caller: Caller, request: str) -> tuple[bytes, bool]:
    """Send a request over a bare connection: what arrives, and whether it ends by a reset."""
    port = caller.http.base_url.port or 0
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(
            f"{request} HTTP/1.1\r\nHost: x\r\nLV-Session: {caller.session}\r\n\r\n".encode()
        )
        received = b""
        while True:
            try:
                part = connection.recv(65536)
            except ConnectionResetError:
                return received, True
            if not part:
                return received, False
            received += part


@pytest.mark.parametrize("kind", ["answer-lost", "connection-cut"])
def test_a_lost_answer_is_an_end_of_the_connection_without_a_byte(api: Caller, kind: str) -> None:
    set_faults(api.http, {"kind": kind})
    assert exchange_bytes(api, f"GET {SERVICES}/53661") == (b"", False)


def test_a_reset_comes_after_the_head_and_half_of_the_body(api: Caller) -> None:
    whole = api.get("/53661").content
    set_faults(api.http, {"kind": "reset-in-body"})
    received, reset = exchange_bytes(api, f"GET {SERVICES}/53661")
    head, _, body = received.partition(b"\r\n\r\n")
    assert reset
    assert head.startswith(b"HTTP/1.1 200 OK")
    assert f"content-length: {len(whole)}".encode() in head.lower()
    assert body == whole[: len(whole) // 2]


def test_a_reset_leaves_half_a_body_also_of_an_answer_that_has_none(api: Caller) -> None:
    set_faults(api.http, {"kind": "reset-in-body"})
    received, reset = exchange_bytes(api, f"DELETE {SERVICES}/53662")
    assert reset
    assert received.startswith(b"HTTP/1.1 200 OK")
    assert 0 < len(received.partition(b"\r\n\r\n")[2]) < 19


@pytest.mark.parametrize(
    ("call", "status"),
    [
        (("GET", "/53661"), 200),
        (("POST", "?service=53661&name=Copy"), 201),
        (("POST", "/53661", {"abbreviation": "x"}), 200),  # a 204 otherwise
        (("GET", "/123"), 404),
    ],
    ids=str,
)
def test_truncated_json_is_a_whole_answer_that_cannot_be_read(
    api: Caller, call: tuple[Any, ...], status: int
) -> None:
    set_faults(api.http, {"kind": "truncated-json"})
    answer = api.send(*call)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/json"
    assert int(answer.headers["Content-Length"]) == len(answer.content) > 0
    with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
        answer.json()


@pytest.mark.parametrize(("kind", "status"), [("html-200", 200), ("html-502", 502)])
def test_a_proxys_page_is_html(api: Caller, kind: str, status: int) -> None:
    set_faults(api.http, {"kind": kind})
    answer = api.get("/53661")
    assert answer.status_code == status
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "<html>" in answer.text


@pytest.mark.parametrize(
    ("kind", "status", "word"),
    [("status-202", 202, "missing"), ("status-500", 500, ""), ("status-503", 503, "")],
)
def test_a_status_has_the_apis_form(api: Caller, kind: str, status: int, word: str) -> None:
    set_faults(api.http, {"kind": kind})
    assert_refused(api.get("/53661"), status, word)


def test_a_rate_limit_says_when_to_come_again_or_does_not(api: Caller) -> None:
    set_faults(
        api.http,
        {"kind": "rate-limited", "at": 1},
        {"kind": "rate-limited", "retry_after": 3, "at": 2},
        {"kind": "rate-limited", "retry_after": 60, "as_date": True, "at": 3},
    )
    answers = [api.get("/53661") for _ in range(4)]
    for answer in answers[:3]:
        assert_refused(answer, 429)
    assert answers[3].status_code == 200
    said = [answer.headers.get("Retry-After") for answer in answers]
    assert said[:2] == [None, "3"]
    assert said[2].endswith(" GMT")
    wait = parsedate_to_datetime(said[2]) - datetime.now(UTC)
    assert 55 < wait.total_seconds() <= 61


@pytest.mark.parametrize("carried_out", ["start", "end"])
def test_a_late_answer_comes_in_the_end(api: Caller, log: Path, carried_out: str) -> None:
    set_faults(api.http, {"kind": "late", "seconds": 0.2, "carried_out": carried_out, "limit": 1})
    began = time.monotonic()
    assert api.post("/53661", {"abbreviation": "LATE"}).status_code == 204
    assert time.monotonic() - began >= 0.2
    assert logged(log, "late")[-1]["status"] == 204


@pytest.mark.parametrize("carried_out", ["start", "end"])
def test_a_late_request_is_carried_out_though_its_caller_went_away(
    api: Caller, log: Path, carried_out: str
) -> None:
    set_faults(api.http, {"kind": "late", "seconds": 0.6, "carried_out": carried_out, "limit": 1})
    before = len(logged(log, "late"))
    with pytest.raises(httpx.ReadTimeout):
        api.send("POST", "/53661", {"abbreviation": "LATE"}, timeout=0.2)
    assert (api.read("/53661")["abbreviation"] == "LATE") is (carried_out == "start")
    deadline = time.monotonic() + 5
    while len(logged(log, "late")) == before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert api.read("/53661")["abbreviation"] == "LATE"
    assert logged(log, "late")[-1]["status"] is None  # the caller saw none


def test_others_are_answered_while_a_late_answer_waits(api: Caller) -> None:
    set_faults(api.http, {"kind": "late", "seconds": 30, "at": 1})
    with pytest.raises(httpx.ReadTimeout):
        api.send("GET", "/53661", timeout=0.1)
    began = time.monotonic()
    assert api.get("/53661").status_code == 200
    assert time.monotonic() - began < 5


def test_an_expired_session_is_refused_once_and_a_login_opens_another(
    api: Caller, log: Path
) -> None:
    set_faults(api.http, {"kind": "session-expired", "at": 1})
    body = {"abbreviation": "STRUCK"}
    assert_refused(api.post("/53661", body), 401, "session")
    assert logged(log)[-1]["fault"] == "session-expired"
    assert_refused(api.post("/53661", body), 401)
    again = Caller(api.http)
    assert again.session != api.session
    assert again.read("/53661")["abbreviation"] != "STRUCK"
    assert again.post("/53661", body).status_code == 204


def test_a_login_that_an_expiry_strikes_opens_a_new_session(api: Caller) -> None:
    set_faults(api.http, {"kind": "session-expired", "path": "/session/login"})
    assert Caller(api.http).session != api.session


def test_a_lagging_list_misses_what_was_created_renamed_and_deleted(
    api: Caller, clock: Clock, log: Path
) -> None:
    set_faults(api.http, {"kind": "list-lags", "seconds": 5})
    before = listed(api)
    copied = api.copy(53661, "Draft")
    api.post(f"/{copied}", {"name": "Final"})
    api.post("/53661", {"name": "Renamed"})
    api.delete("/53662")
    assert listed(api) == before
    assert (logged(log)[-1]["status"], logged(log)[-1]["fault"]) == (200, "list-lags")
    # The services themselves are read as they are.
    assert api.read(f"/{copied}")["name"] == "Final"
    assert_refused(api.get("/53662"), 404)
    clock.forward(minutes=0.1)
    after = listed(api)
    assert after[-1] == "Final"
    assert "Renamed" in after
    assert len(after) == len(before)
    assert logged(log)[-1]["fault"] is None
    assert struck(api.http) == [1]


def test_a_lagging_list_passes_through_every_state(api: Caller, clock: Clock) -> None:
    set_faults(api.http, {"kind": "list-lags", "seconds": 60})
    before = listed(api)
    copied = api.copy(53661, "First")
    for name in ("Second", "Third"):
        clock.forward(minutes=0.5)
        api.post(f"/{copied}", {"name": name})
    # The copy is now 60 seconds old, its renames 30 and 0.
    clock.forward(minutes=0.1)
    assert listed(api) == [*before, "First"]
    clock.forward(minutes=0.5)
    assert listed(api) == [*before, "Second"]
    api.delete(f"/{copied}")
    clock.forward(minutes=0.5)
    assert listed(api) == [*before, "Third"]
    clock.forward(minutes=1)
    assert listed(api) == before


def test_a_refused_change_does_not_disturb_a_lagging_list(api: Caller) -> None:
    set_faults(api.http, {"kind": "list-lags", "seconds": 60})
    before = listed(api)
    assert_refused(api.post("?service=53661&name=Template%20Outbound"), 409)
    assert_refused(api.post("/53662", {"name": "Template Inbound"}), 409)
    assert listed(api) == before
    assert struck(api.http) == [0]


def test_a_lagging_list_is_paged_by_what_it_shows(api: Caller) -> None:
    set_faults(api.http, {"kind": "list-lags", "seconds": 60})
    size = len(listed(api))
    for number in range(3):
        api.copy(53661, f"Copy{number}")
    page = api.read(f"?callCenter=433&count={size}&offset=0")
    assert (len(page["service"]), page["next"]) == (size, None)


def test_a_name_is_refused_as_taken_though_the_list_does_not_show_it(api: Caller) -> None:
    set_faults(api.http, {"kind": "list-lags", "seconds": 60})
    api.copy(53661, "Copy")
    assert "Copy" not in listed(api)
    assert_refused(api.post("?service=53661&name=Copy"), 409)


def test_hours_lag_only_where_it_is_said(api: Caller, clock: Clock) -> None:
    new = {"dayOfWeek": "SUNDAY", "startTime": 43200000, "endTime": 46800000}
    before = api.hours(53661)
    for lists, lags in ((["services"], False), (["hours"], True)):
        set_faults(api.http, {"kind": "list-lags", "seconds": 5, "lists": lists})
        added = api.post("/53661/inboundHours", new).json()["id"]
        assert (api.hours(53661) == before) is lags
        # What is written goes by what is there.
        change = {"startTime": 43260000}
        assert api.post(f"/53661/inboundHours/{added}", change).status_code == 204
        assert (api.hours(53661) == before) is lags
        clock.forward(minutes=1)
        assert api.hours(53661)[-1] == {**new, "id": added, "startTime": 43260000}
        assert api.delete(f"/53661/inboundHours/{added}").status_code == 204
        assert (api.hours(53661) == before) is not lags
        clock.forward(minutes=1)
        assert api.hours(53661) == before


def test_a_lag_ends_when_it_is_cleared(api: Caller) -> None:
    lag = {"kind": "list-lags", "seconds": 60, "lists": ["services", "hours"]}
    for number, is_cleared in enumerate((True, False, True, False)):
        set_faults(api.http, lag)
        api.copy(53661, f"Copy{number}")
        assert f"Copy{number}" not in listed(api)
        if is_cleared:
            api.http.delete("/sandbox/faults")
        else:
            set_faults(api.http)
        assert f"Copy{number}" in listed(api)
