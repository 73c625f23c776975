"""What is sent again, how often, and how long the pauses are."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from pulumi_livevox.client import (
    BadRequest,
    CallFailed,
    Limits,
    NotFound,
    PlatformError,
    RateLimited,
    Unreachable,
)
from pulumi_livevox.wire.general import GeneralUpdate
from tests.rig.canned import QUICK, SERVICE, Answering, Api, answer, break_off, late, lost
from tests.rig.examples import GENERAL
from tests.rig.threads import at_once

PASSING = {
    "429": answer(429),
    "500": answer(500),
    "502": answer(502, body=b"<html>Bad gateway</html>"),
    "503": answer(503),
    "504": answer(504),
    "a connection that ends": lost,
    "a page of HTML with 200": answer(200, body=b"<!DOCTYPE html><html></html>"),
    "an undocumented 203": answer(203, GENERAL),
    "an undocumented 204": answer(204),
    "a body that breaks off": break_off(200, b'{"serviceId": 5'),
}


@pytest.mark.parametrize("passing", PASSING.values(), ids=PASSING)
def test_a_read_outlives_a_passing_failure(api: Api, passing: Answering) -> None:
    api.on("GET", SERVICE, passing, passing, answer(200, GENERAL))
    assert api.client().read_general(5).service_id == 20575
    assert len(api.requests) == 3


def test_a_read_outlives_a_timeout(api: Api) -> None:
    api.on("GET", SERVICE, late(0.5, answer(200, GENERAL)), answer(200, GENERAL))
    api.client(replace(QUICK, timeout_seconds=0.2)).read_general(5)
    assert len(api.requests) == 2


@pytest.mark.parametrize("passing", [answer(500), answer(200), lost], ids=["500", "200", "end"])
def test_a_write_that_says_how_something_is_to_be_is_repeated(api: Api, passing: Answering) -> None:
    api.on("POST", SERVICE, passing, answer(204))
    api.client().update_general(5, GeneralUpdate(name="New"))
    assert [request.body for request in api.requests] == [{"name": "New"}] * 2


def test_a_refusal_is_not_repeated(api: Api) -> None:
    api.on("GET", SERVICE, answer(400, {"code": 9, "message": "No"}))
    with pytest.raises(BadRequest):
        api.client().read_general(5)
    assert len(api.requests) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(api: Api, status: int) -> None:
    api.on("GET", SERVICE, answer(status, headers={"Location": f"{api.root}/elsewhere"}))
    with pytest.raises(CallFailed) as caught:
        api.client().read_general(5)
    assert caught.value.status == status
    assert [request.path for request in api.requests] == [SERVICE]


def test_an_error_after_the_last_try_says_how_often_it_was_tried(api: Api) -> None:
    api.on("GET", SERVICE, answer(503, {"code": 1, "message": "Busy"}))
    with pytest.raises(PlatformError, match=r"tried 4 times in \d+\.\d s\.") as caught:
        api.client().read_general(5)
    assert len(api.requests) == 4
    assert caught.value.message == "Busy"


def test_no_answer_after_the_last_try_is_unreachable(api: Api) -> None:
    api.on("GET", SERVICE, lost)
    with pytest.raises(Unreachable, match="tried 4 times") as caught:
        api.client().read_general(5)
    assert caught.value.tries == len(api.requests) == 4


def test_a_host_that_takes_no_connection_is_unreachable(api: Api) -> None:
    client = api.client(base_url="http://127.0.0.1:9")
    with pytest.raises(Unreachable, match=r"POST .*no connection") as caught:
        client.read_general(5)
    assert caught.value.tries == 4


def test_without_retries_a_call_is_tried_once(api: Api) -> None:
    api.on("GET", SERVICE, answer(500))
    with pytest.raises(PlatformError):
        api.client(replace(QUICK, max_retries=0)).read_general(5)
    assert len(api.requests) == 1


def test_the_deadline_ends_the_tries(api: Api) -> None:
    api.on("GET", SERVICE, late(0.1, answer(500)))
    limits = Limits(max_retries=1000, deadline_seconds=0.5, backoff_seconds=0.01)
    client = api.client(limits)
    client.client_id  # noqa: B018 (logs in)
    began = time.monotonic()

    # The last try may be the one that the deadline cuts short.
    with pytest.raises((PlatformError, Unreachable)):
        client.read_general(5)

    assert time.monotonic() - began < 3
    assert len(api.requests) > 1


def _pause_after(api: Api, retry_after: str, status: int = 429) -> float:
    pause = answer(status, headers={"Retry-After": retry_after})
    api.on("GET", SERVICE, pause, answer(200, GENERAL))
    api.client().read_general(5)
    first, second = api.requests
    return second.at - first.at


@pytest.mark.parametrize("status", [429, 503])
def test_a_pause_is_as_long_as_the_api_asks_in_seconds(api: Api, status: int) -> None:
    assert 1.0 <= _pause_after(api, "1", status) < 5.0


def test_a_pause_lasts_until_the_date_that_the_api_names(api: Api) -> None:
    moment = datetime.now(UTC) + timedelta(seconds=2)
    assert 0.9 <= _pause_after(api, format_datetime(moment, usegmt=True)) < 6.0


FAR_EAST = "Wed, 01 Jan 2020 00:00:00 +99999999999999999999"


@pytest.mark.parametrize("nonsense", ["", "soon", "-5", "1e9", "nan", "Wed, 99 Foo 2020", FAR_EAST])
def test_a_retry_after_that_cannot_be_read_asks_for_nothing(api: Api, nonsense: str) -> None:
    assert _pause_after(api, nonsense) < 0.9


def test_a_pause_that_is_longer_than_the_deadline_is_not_waited_for(api: Api) -> None:
    api.on("GET", SERVICE, answer(429, headers={"Retry-After": "3600"}))
    client = api.client()

    with pytest.raises(RateLimited, match="asks to wait 3600 s") as caught:
        client.read_general(5)
    assert "requestsPerSecond" in str(caught.value)

    with pytest.raises(Unreachable, match="not sent"):
        client.read_settings(6)
    assert len(api.requests) == 1


def test_a_429_holds_back_the_calls_of_all_threads(api: Api) -> None:
    api.on("GET", SERVICE, answer(429, headers={"Retry-After": "1"}), answer(200, GENERAL))
    client = api.client()
    client.client_id  # noqa: B018 (logs in)
    limited = at_once(1, lambda: client.read_general(5))
    reads = at_once(5, lambda: client.read_general(5))

    for read in limited + reads:
        read.result()

    first, *others = api.requests
    assert all(other.at - first.at >= 0.95 for other in others)


def test_the_pace_that_the_user_sets_holds_over_all_threads(api: Api) -> None:
    client = api.client(replace(QUICK, requests_per_second=40))
    for read in at_once(8, lambda: [client.read_general(5) for _ in range(2)]):
        read.result()
    times = sorted(request.at for request in [*api.logins, *api.requests])
    assert times[-1] - times[0] >= (len(times) - 1) / 40 - 0.05


def test_whoever_waits_for_a_turn_is_not_passed_by(api: Api) -> None:
    threads = 8
    client = api.client(replace(QUICK, requests_per_second=100))

    def read() -> tuple[float, float]:
        began = time.monotonic()
        client.read_general(5)
        return began, time.monotonic()

    reading = at_once(threads, lambda: [read() for _ in range(12)])
    spans = [span for each in reading for span in each.result()]

    arrivals = [request.at for request in api.requests]
    waited_for = [sum(began < at < ended for at in arrivals) for began, ended in spans]
    assert max(waited_for) <= 3 * threads


def test_the_wait_for_a_turn_is_not_the_calls_own_time(api: Api) -> None:
    client = api.client(replace(QUICK, requests_per_second=5, deadline_seconds=0.5))
    reads = at_once(6, lambda: client.read_general(5).name)
    assert len([read.result() for read in reads]) == 6


@pytest.mark.parametrize("ending", [lost, answer(500), answer(200)], ids=["end", "500", "200"])
def test_a_deletion_that_finds_nothing_after_a_lost_answer_is_done(
    api: Api, ending: Answering
) -> None:
    api.on("DELETE", SERVICE, ending, answer(404))
    api.client().delete_service(5)
    assert len(api.requests) == 2


@pytest.mark.parametrize("before", [[], [answer(429)]], ids=["first", "after 429"])
def test_a_deletion_that_finds_nothing_at_first_is_not_found(
    api: Api, before: list[Answering]
) -> None:
    api.on("DELETE", SERVICE, *before, answer(404))
    with pytest.raises(NotFound):
        api.client().delete_service(5)
