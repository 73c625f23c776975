"""Reads that threads share, and when an answer no longer serves."""

import re
from threading import Event, Thread

import pytest

from pulumi_livevox.client import BadRequest, NotFound
from pulumi_livevox.wire.general import GeneralUpdate
from tests.client.calls import CALLS
from tests.rig.canned import SERVICE, Answering, Api, Exchange, answer, late
from tests.rig.examples import EXAMPLES, GENERAL, HOURS, PHONE, SETTINGS
from tests.rig.requests import SERVICES, Request
from tests.rig.threads import at_once


def _named(name: str) -> Answering:
    return answer(200, {**GENERAL, "name": name})


def test_twenty_threads_that_ask_at_once_cost_one_request(api: Api) -> None:
    api.on("GET", SERVICE, late(0.2, answer(200, GENERAL)))
    client = api.client()
    reads = at_once(20, lambda: client.read_general(5, shared=True))
    assert {read.result().service_id for read in reads} == {20575}
    assert len(api.requests) == 1


def test_a_read_that_is_not_shared_asks_anew_for_those_that_are(api: Api) -> None:
    api.on("GET", SERVICE, _named("Old"), _named("New"))
    client = api.client()
    client.read_general(5, shared=True)
    assert client.read_general(5).name == "New"
    assert client.read_general(5, shared=True).name == "New"
    assert len(api.requests) == 2


def test_sections_and_services_are_kept_apart(api: Api) -> None:
    api.on("GET", f"{SERVICES}/6", answer(200, {**GENERAL, "serviceId": 6}))
    api.on("GET", f"{SERVICE}/phone", answer(200, PHONE))
    client = api.client()
    assert client.read_general(5, shared=True).service_id == 20575
    assert client.read_general(6, shared=True).service_id == 6
    assert client.read_phone(5, shared=True).default_caller_id == "8773402033"


WRITES = [
    each for each in EXAMPLES.values() if re.match(r"/\d+", each.target) and each.verb != "GET"
]


@pytest.mark.parametrize("title", [write.title for write in WRITES])
def test_every_write_to_a_service_drops_what_is_kept_of_it(api: Api, title: str) -> None:
    write = EXAMPLES[title]
    service_id = int(write.target.split("/")[1].partition("?")[0])
    api.on(write.verb, write.path, answer(write.status, write.document))
    api.on("GET", f"{SERVICES}/{service_id}", _named("Old"), _named("New"))
    client = api.client()
    client.read_general(service_id, shared=True)
    CALLS[title](client)

    assert client.read_general(service_id, shared=True).name == "New"


def test_the_examples_have_every_write_to_a_service() -> None:
    assert len(WRITES) == 10


def test_a_write_that_is_refused_drops_what_is_kept_too(api: Api) -> None:
    api.on("POST", SERVICE, answer(400))
    api.on("GET", SERVICE, _named("Old"), _named("New"))
    client = api.client()
    client.read_general(5, shared=True)
    with pytest.raises(BadRequest):
        client.update_general(5, GeneralUpdate(name="New"))

    assert client.read_general(5, shared=True).name == "New"


def test_a_write_to_one_service_leaves_what_is_kept_of_others(api: Api) -> None:
    api.on("GET", f"{SERVICES}/6", _named("Old"), _named("New"))
    api.on("POST", SERVICE, answer(204))
    client = api.client()
    client.read_general(6, shared=True)
    client.update_general(5, GeneralUpdate(name="New"))
    assert client.read_general(6, shared=True).name == "Old"


def test_a_read_that_was_under_way_when_a_write_began_is_not_kept(api: Api) -> None:
    arrived, written = Event(), Event()

    def held(exchange: Exchange, request: Request) -> None:
        arrived.set()
        written.wait(5)
        _named("Old")(exchange, request)

    api.on("GET", SERVICE, held, _named("New"))
    api.on("POST", SERVICE, answer(204))
    client = api.client()
    reader = Thread(target=client.read_general, args=(5,), kwargs={"shared": True})
    reader.start()
    arrived.wait(5)
    client.update_general(5, GeneralUpdate(name="New"))
    written.set()
    reader.join()

    assert client.read_general(5, shared=True).name == "New"


def test_a_read_that_was_begun_during_a_write_is_not_kept(api: Api) -> None:
    arrived, read = Event(), Event()

    def held(exchange: Exchange, request: Request) -> None:
        arrived.set()
        read.wait(5)
        answer(204)(exchange, request)

    api.on("GET", SERVICE, _named("Old"), _named("New"))
    api.on("POST", SERVICE, held)
    client = api.client()
    writer = Thread(target=client.update_general, args=(5, GeneralUpdate(name="New")))
    writer.start()
    arrived.wait(5)
    client.read_general(5, shared=True)
    read.set()
    writer.join()

    assert client.read_general(5, shared=True).name == "New"


def test_threads_share_a_failure_and_it_is_not_kept(api: Api) -> None:
    api.on("GET", SERVICE, late(0.2, answer(400)), answer(200, GENERAL))
    client = api.client()
    reads = at_once(5, lambda: client.read_general(5, shared=True))
    assert {type(read.exception()) for read in reads} == {BadRequest}
    assert len(api.requests) == 1
    assert client.read_general(5, shared=True).service_id == 20575


def test_that_a_service_is_not_there_serves_again(api: Api) -> None:
    api.on("GET", SERVICE, answer(404), answer(200, GENERAL))
    client = api.client()
    for _ in range(3):
        with pytest.raises(NotFound):
            client.read_general(5, shared=True)

    assert len(api.requests) == 1
    assert client.read_general(5).service_id == 20575


def test_a_caller_that_changes_its_list_of_hours_changes_nobody_elses(api: Api) -> None:
    api.on("GET", f"{SERVICE}/inboundHours", answer(200, {"inboundHour": HOURS}))
    client = api.client()
    client.read_inbound_hours(5, shared=True).clear()
    assert len(client.read_inbound_hours(5, shared=True)) == 3
    assert len(api.requests) == 1


def test_all_sections_can_be_shared(api: Api) -> None:
    api.on("GET", f"{SERVICE}/settings", answer(200, SETTINGS))
    api.on("GET", f"{SERVICE}/messaging", answer(200, {"property": []}))
    client = api.client()
    for _ in range(3):
        client.read_general(5, shared=True)
        client.read_settings(5, shared=True)
        client.read_messaging(5, shared=True)

    assert len(api.requests) == 3
