"""Running the sandbox: its options, its log, its memory, and its command."""

import os
import signal
import socket
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from pulumi_livevox.sandbox.access_log import line
from pulumi_livevox.sandbox.platform import Options
from pulumi_livevox.sandbox.server import running
from tests.rig.live import by_id
from tests.rig.sandbox import PASSWORD, TOKEN
from tests.sandbox.command import refusal, serving
from tests.sandbox.conftest import Caller, assert_refused, login
from tests.sandbox.faulty import logged


@contextmanager
def administrator(data: Path, **options: Any) -> Iterator[Caller]:
    """An administrator of a sandbox of one's own."""
    started = running(Options(data=data, quiet=True, **options))
    with started as sandbox, httpx.Client(base_url=sandbox.url) as http:
        yield Caller(http)


def test_data_and_sessions_outlive_a_restart(tmp_path: Path) -> None:
    with administrator(tmp_path) as api:
        session, copied = api.session, api.copy(53661, "Copy")
        api.post(f"/{copied}/phone/4045550142")
    with administrator(tmp_path) as api:
        assert api.session == session
        assert api.read(f"/{copied}")["name"] == "Copy"
        assert "4045550142" in api.read(f"/{copied}/phone")["callerId"]
        assert api.copy(53661, "Next") == copied + 1


def test_duplicate_names_can_be_allowed(tmp_path: Path) -> None:
    with administrator(tmp_path, allow_duplicate_names=True) as api:
        copied = api.copy(53661, "Template Outbound")
        assert api.post(f"/{copied}", {"name": "Template Inbound"}).status_code == 204


def test_a_delay_slows_calls_that_still_overlap(tmp_path: Path) -> None:
    with administrator(tmp_path, delay_ms=200) as api, ThreadPoolExecutor(16) as pool:
        began = time.monotonic()
        answers = list(pool.map(api.get, ["/20575"] * 16))
        took = time.monotonic() - began
    assert all(answer.status_code == 200 for answer in answers)
    assert 0.2 <= took < 2  # one after the other: 3.2


def test_callers_at_the_same_time_do_not_disturb_each_other(api: Caller) -> None:
    with ThreadPoolExecutor(16) as pool:
        ids = list(pool.map(lambda number: api.copy(53661, f"Copy{number}"), range(64)))
        same = list(pool.map(lambda _: api.post("?service=53661&name=Once"), range(16)))
    assert len(set(ids)) == 64
    assert sorted(answer.status_code for answer in same) == [201] + [409] * 15


def test_the_dump_shows_every_service_whole(api: Caller) -> None:
    services = by_id(api.http.get("/sandbox/dump").json())
    assert {5607, 20575, 53661, 1008352, 90001} <= set(services)
    shown = services[6545]
    assert (shown["clientId"], shown["callCenterId"]) == (4199, 433)
    assert shown["name"] == shown["general"]["name"]
    assert shown["general"] == api.read("/6545")
    for tab in ("settings", "phone", "messaging", "pacing"):
        assert shown[tab] == api.read(f"/6545/{tab}")
    assert shown["callerIds"] == shown["phone"]["callerId"]
    assert shown["inboundHours"] == api.hours(6545)
    assert shown["campaigns"][0]["id"] == 920711


def test_the_sandboxs_own_paths_need_no_session(http: httpx.Client) -> None:
    health = http.get("/sandbox/health").json()
    assert (health["status"], health["pid"]) == ("ok", os.getpid())
    assert Path(health["data"]).is_dir()
    assert_refused(http.post("/sandbox/campaigns?service=123"), 404)
    assert_refused(http.delete("/sandbox/campaigns?service=123"), 404)
    assert_refused(http.post("/sandbox/campaigns"), 400)
    assert_refused(http.post("/sandbox/campaigns?service=5607&daysAgo=-1"), 400)


def test_a_request_is_logged_for_programs(api: Caller, log: Path) -> None:
    api.post("/53661", {"abbreviation": "LOG"})
    api.get("?callCenter=433&count=5&offset=0")
    api.post("/53661", {"colour": "red"})
    update, listing, refused = logged(log)[-3:]
    keys = {"time", "method", "path", "query", "body", "status", "fault", "milliseconds"}
    assert set(update) == keys
    assert (update["method"], update["path"]) == ("POST", "/configuration/services/53661")
    assert (update["query"], update["body"], update["status"]) == ("", {"abbreviation": "LOG"}, 204)
    assert listing["query"] == "callCenter=433&count=5&offset=0"
    assert listing["body"] is None
    assert (refused["body"], refused["status"]) == ({"colour": "red"}, 400)
    assert 0 < listing["milliseconds"] < 1000


def test_a_request_is_logged_for_people() -> None:
    called = {"method": "POST", "path": "/configuration/services/53661", "query": "a=b"}
    ended = {"body": {"name": "x"}, "status": 204, "fault": None, "milliseconds": 1.25}
    shown = line({"time": "2026-01-31T12:00:00.250000+00:00", **called, **ended})
    assert shown.count("\n") == 0
    for part in (".250", "204", "1.2 ms", "POST", "/configuration/services/53661?a=b", '"name"'):
        assert part in shown


def test_no_credential_is_ever_logged(api: Caller, http: httpx.Client, log: Path) -> None:
    for path in ("/session/login", "/session/login/", "/configuration/login"):
        login(http, path=path)
    http.get("/session/validate", params={"sessionId": api.session})
    api.get("/20575")
    written = log.read_text()
    assert "/session/validate" in written
    assert all(secret not in written for secret in (PASSWORD, TOKEN, api.session))


def test_the_health_check_is_not_logged(http: httpx.Client, log: Path) -> None:
    before = logged(log)
    http.get("/sandbox/health")
    assert logged(log) == before


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_command_tells_how_to_log_in_and_ends_cleanly(
    tmp_path: Path, ending: signal.Signals
) -> None:
    with serving(tmp_path) as (process, welcome, http):
        for part in ("SANDBOX", "user sandbox", PASSWORD, TOKEN):
            assert part in welcome
        assert Caller(http).get("/20575").status_code == 200
        process.send_signal(ending)
        output, errors = process.communicate(timeout=10)
    assert process.returncode == 0
    assert errors == ""
    assert "/configuration/services/20575" in output
    assert PASSWORD not in output
    assert TOKEN not in output


def test_the_command_ends_cleanly_while_a_call_waits(tmp_path: Path) -> None:
    slow = serving(tmp_path, "--delay-ms", "60000")
    with slow as (process, _, http), ThreadPoolExecutor(1) as pool:
        call = pool.submit(http.get, "/configuration/services/20575")
        assert http.get("/sandbox/health").status_code == 200
        process.terminate()
        _, errors = process.communicate(timeout=10)
        assert call.exception() is not None or call.result().status_code == 503
    assert process.returncode == 0
    assert "Traceback" not in errors


def test_a_caller_that_hangs_up_in_the_middle_of_a_request_is_no_error(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with administrator(tmp_path) as api:
        with socket.create_connection(("127.0.0.1", api.http.base_url.port or 0)) as half:
            half.sendall(
                b"POST /configuration/services/53661 HTTP/1.1\r\nHost: x\r\n"
                b"LV-Access: %b\r\nLV-Session: %b\r\nContent-Length: 100\r\n\r\n{"
                % (TOKEN.encode(), api.session.encode())
            )
            time.sleep(0.2)
        time.sleep(0.2)
        assert api.read("/53661")["name"] == "Template Inbound"

    assert "ClientDisconnect" not in capfd.readouterr().err


def test_reset_seeds_anew_and_quiet_prints_no_requests(tmp_path: Path) -> None:
    with administrator(tmp_path) as api:
        copied = api.copy(53661, "Copy")
    with serving(tmp_path, "--reset", "--quiet") as (process, _, http):
        api = Caller(http)
        assert_refused(api.get(f"/{copied}"), 404)
        assert api.copy(53661, "Copy") == copied
        process.terminate()
        output, _ = process.communicate(timeout=10)
    assert output == ""


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.1", "::", "example.com"])
def test_only_loopback_hosts_are_served(tmp_path: Path, host: str) -> None:
    assert "loopback" in refusal(tmp_path / "data", "--host", host)
    assert not (tmp_path / "data").exists()


def test_data_of_another_version_ask_for_a_reset(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "sandbox.db")) as database:
        database.execute("PRAGMA user_version = 999")
    assert "--reset" in refusal(tmp_path, "--port", "0")


def test_a_taken_port_is_said_in_words(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        words = refusal(tmp_path / "data", "--port", str(taken.getsockname()[1]))
    assert "cannot start" in words
    assert "in use" in words


def test_data_that_are_no_database_are_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "sandbox.db").write_text("not a database at all")
    assert "not a database" in refusal(tmp_path, "--port", "0")
