"""Setting faults: by the admin path and by a file, which requests they strike, what is refused."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import httpx
import pytest

from pulumi_livevox.sandbox.faults.kinds import KINDS, Strike
from pulumi_livevox.sandbox.faults.reading import read_faults
from pulumi_livevox.sandbox.platform import Options
from pulumi_livevox.sandbox.server import running
from tests.rig.requests import SERVICES
from tests.sandbox.command import COMMAND, refusal, serving
from tests.sandbox.conftest import Caller, assert_refused, login
from tests.sandbox.faulty import Described, logged, set_faults, struck

BUSY = {"kind": "status-503"}


def statuses(api: Caller, count: int, path: str = "/53661") -> list[int]:
    return [api.get(path).status_code for _ in range(count)]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({}, [503] * 7),
        ({"limit": 2}, [503, 503, 200, 200, 200, 200, 200]),
        ({"at": 1}, [503, 200, 200, 200, 200, 200, 200]),
        ({"at": 3}, [200, 200, 503, 200, 200, 200, 200]),
        ({"every": 2}, [200, 503, 200, 503, 200, 503, 200]),
        ({"every": 2, "limit": 2}, [200, 503, 200, 503, 200, 200, 200]),
    ],
    ids=str,
)
def test_a_fault_strikes_the_requests_that_it_names(
    api: Caller, when: Described, expected: list[int]
) -> None:
    set_faults(api.http, {**BUSY, **when})
    assert statuses(api, 7) == expected
    assert struck(api.http) == [expected.count(503)]


@pytest.mark.parametrize(
    ("matching", "struck_calls"),
    [
        ({"method": "POST"}, ["POST phone", "POST query"]),
        ({"path": f"{SERVICES}/53661"}, ["GET general"]),
        ({"path": f"{SERVICES}/*"}, ["GET general"]),
        ({"path": f"{SERVICES}/*/phone"}, ["GET phone", "POST phone"]),
        ({"path": f"{SERVICES}/*/ph*"}, ["GET phone", "POST phone"]),
        ({"method": "GET", "path": f"{SERVICES}/*/phone"}, ["GET phone"]),
        ({"query": "name=My Copy"}, ["POST query"]),
        ({"path": f"{SERVICES}.*"}, []),
    ],
    ids=str,
)
def test_a_fault_strikes_only_requests_that_match(
    api: Caller, matching: Described, struck_calls: list[str]
) -> None:
    set_faults(api.http, {**BUSY, **matching})
    answers = {
        "GET general": api.get("/53661"),
        "GET phone": api.get("/53661/phone"),
        "POST phone": api.post("/53661/phone", {"operatorPhone": "8773402031"}),
        "POST query": api.post("?service=53661&name=My%20Copy"),
    }
    assert [name for name, each in answers.items() if each.status_code == 503] == struck_calls


def test_counting_goes_by_the_requests_that_match(api: Caller) -> None:
    set_faults(api.http, {**BUSY, "path": f"{SERVICES}/*/phone", "at": 2})
    assert statuses(api, 3) == [200, 200, 200]
    assert statuses(api, 3, "/53661/phone") == [200, 503, 200]


def test_logins_and_refused_requests_count_but_the_sandboxs_own_paths_do_not(api: Caller) -> None:
    set_faults(api.http, {**BUSY, "at": 4})
    api.http.get("/sandbox/dump")
    api.http.get("/sandbox/health")
    login(api.http)
    api.get("/123")
    api.http.get("/nowhere")
    assert statuses(api, 2) == [503, 200]
    assert api.http.get("/sandbox/faults").json()["requests"] == 5


def test_the_sandboxs_own_paths_are_never_struck_nor_delayed(tmp_path: Path) -> None:
    faults = read_faults(json.dumps({"faults": [BUSY]}).encode())
    options = Options(data=tmp_path, quiet=True, delay_ms=5000, faults=faults)
    with running(options) as sandbox, httpx.Client(base_url=sandbox.url, timeout=1) as http:
        for path in ("dump", "health", "faults"):
            assert http.get(f"/sandbox/{path}").status_code == 200
        assert http.delete("/sandbox/faults").status_code == 204


def test_of_several_faults_the_first_strikes_and_the_others_do_not_make_up_for_it(
    api: Caller,
) -> None:
    set_faults(api.http, {"kind": "rate-limited", "every": 2}, {**BUSY, "every": 3})
    assert statuses(api, 9) == [200, 429, 503, 429, 200, 429, 200, 429, 503]
    assert struck(api.http) == [4, 2]


def test_what_is_set_is_shown_with_its_strikes(api: Caller) -> None:
    faults = [
        {**BUSY, "path": f"{SERVICES}/53661", "limit": 1},
        {"kind": "late", "seconds": 0.5, "carried_out": "end", "at": 9},
        {"kind": "list-lags", "seconds": 2, "lists": ["hours"]},
    ]
    answer = api.http.put("/sandbox/faults", json={"faults": faults}).json()
    assert [entry["fault"] for entry in answer["faults"]] == faults
    statuses(api, 3)
    statuses(api, 2, "/53662")
    assert api.http.get("/sandbox/faults").json() == {
        "requests": 5,
        "faults": [
            {"fault": faults[0], "matched": 3, "struck": 1},
            {"fault": faults[1], "matched": 5, "struck": 0},
            {"fault": faults[2], "matched": 0, "struck": 0},
        ],
    }


def test_setting_faults_replaces_those_before_and_counts_anew(api: Caller) -> None:
    set_faults(api.http, {**BUSY, "at": 2})
    assert statuses(api, 1) == [200]
    set_faults(api.http, {"kind": "rate-limited", "at": 2})
    assert statuses(api, 3) == [200, 429, 200]


def test_cleared_faults_strike_no_more(api: Caller) -> None:
    set_faults(api.http, BUSY)
    assert statuses(api, 1) == [503]
    assert api.http.delete("/sandbox/faults").status_code == 204
    assert statuses(api, 1) == [200]
    assert api.http.get("/sandbox/faults").json() == {"requests": 1, "faults": []}


def test_a_request_that_no_fault_struck_is_logged_without_one(api: Caller, log: Path) -> None:
    set_faults(api.http, {**BUSY, "at": 2})
    statuses(api, 2)
    assert [entry["fault"] for entry in logged(log)[-2:]] == [None, "status-503"]


WRONG: list[tuple[Any, list[str]]] = [
    ({"faults": [{"kind": "answer_lost"}]}, ["faults[0]", "'answer_lost'", *KINDS]),
    ({"faults": [{"at": 1}]}, ["faults[0]", "kind", *KINDS]),
    (
        {"faults": [BUSY, {"kind": "late", "seconds": 1, "when": 2}]},
        ["faults[1] (late)", "'when'", "at, carried_out, every, kind, limit, method, path, query"],
    ),
    ({"faults": [{"kind": "late"}]}, ["faults[0] (late)", "seconds", "required"]),
    ({"faults": [{"kind": "late", "seconds": "1"}]}, ["faults[0] (late)", "seconds", "number"]),
    ({"faults": [{**BUSY, "carried_out": 1}]}, ["carried_out", "boolean"]),
    ({"faults": [{**BUSY, "at": 0}]}, ["at", "greater than or equal to 1"]),
    ({"faults": [{**BUSY, "at": 1, "every": 2}]}, ["at and every exclude each other"]),
    ({"faults": [{**BUSY, "path": "configuration"}]}, ["path", "begin with /"]),
    ({"faults": [{**BUSY, "path": "/x?a=b"}]}, ["path", "query"]),
    ({"faults": [{**BUSY, "method": "get"}]}, ["method", "'GET'"]),
    ({"faults": [{"kind": "rate-limited", "as_date": True}]}, ["as_date needs retry_after"]),
    ({"faults": [{"kind": "list-lags", "seconds": 1, "at": 1}]}, ["(list-lags)", "'at'"]),
    ({"faults": [{"kind": "list-lags", "seconds": 1}] * 2}, ["only once"]),
    ({"fault": []}, ["'fault'", "known are faults"]),
    ({"faults": [3]}, ["faults[0]: Input should be an object"]),
    ([], ["object"]),
]


@pytest.mark.parametrize(("wrong", "words"), WRONG, ids=str)
def test_wrong_faults_are_refused_in_words_and_change_nothing(
    api: Caller, wrong: Any, words: list[str]
) -> None:
    set_faults(api.http, {**BUSY, "at": 2})
    assert_refused(api.http.put("/sandbox/faults", json=wrong), 400, *words)
    assert statuses(api, 2) == [200, 503]


def test_a_body_that_is_no_json_is_refused(api: Caller) -> None:
    assert_refused(api.http.put("/sandbox/faults", content=b'{"faults": ['), 400, "JSON")
    assert_refused(api.http.put("/sandbox/faults", content=b"\xff"), 400)


def test_faults_of_a_file_are_refused_before_anything_starts(tmp_path: Path) -> None:
    file = tmp_path / "faults.json"
    file.write_text('{"faults": [{"kind": "answer-lots"}, {"kind": "late", "second": 1}]}')
    data = tmp_path / "data"
    words = refusal(data, "--faults", str(file), "--port", "0")
    told = ("faults.json", "faults[0]", "'answer-lots'", *KINDS, "faults[1]", "'second'")
    assert [word for word in told if word not in words] == []
    assert not data.exists()


def test_faults_of_a_file_strike_from_the_first_request_on(tmp_path: Path) -> None:
    file = tmp_path / "faults.json"
    file.write_text('{"faults": [{"kind": "html-502", "at": 1}]}')
    with serving(tmp_path, "--faults", str(file)) as (process, welcome, http):
        assert "1 fault set" in welcome
        assert login(http).status_code == 502
        assert login(http).status_code == 200
        for kind in ("answer-lost", "connection-cut", "reset-in-body"):
            set_faults(http, {"kind": kind})
            with pytest.raises(httpx.TransportError):
                login(http)
        process.terminate()
        output, errors = process.communicate(timeout=10)
    assert "fault: html-502" in output
    assert "---" in output
    assert errors == ""


def test_the_help_tells_every_kind_with_its_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    shown = subprocess.run([*COMMAND, "--help"], capture_output=True, text=True).stdout
    kinds, told_of_all = shown.split("The kinds, with")[1].split("A fault looks at")
    for name, kind in KINDS.items():
        told = re.search(rf"{name}  (.*?)(?=\n[ │]*[a-z-]+-?\d*  |$)", kinds, re.DOTALL)
        assert told, name
        for option in kind.model_fields.keys() - Strike.model_fields.keys() - {"kind"}:
            assert option in told[1], name
    assert [key for key in Strike.model_fields if key not in told_of_all] == []
    assert "PUT /sandbox/faults" in shown
    assert "--faults" in shown
