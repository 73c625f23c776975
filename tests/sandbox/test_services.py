"""Services as a whole: copying, deleting, listing, searching."""

from typing import Any

import httpx
import pytest

from tests.sandbox.conftest import Caller, Clock, assert_refused

#: A search that could be answered.
PAGE, CRITERIA = "?count=5&offset=0", {"callDirection": "INBOUND", "acdFeature": ["HCI"]}


def test_a_copy_takes_over_everything_but_name_ids_and_relations(api: Caller) -> None:
    copied = api.copy(6545, "Copy")
    named = {"serviceId": copied, "name": "Copy"}
    for tab in ("", "/settings", "/phone"):
        assert api.read(f"/{copied}{tab}") == api.read(f"/6545{tab}") | named
    for tab in ("/messaging", "/pacing"):
        assert api.read(f"/{copied}{tab}") == api.read(f"/6545{tab}")
    hours, copied_hours = api.hours(6545), api.hours(copied)
    assert [{**entry, "id": 0} for entry in copied_hours] == [{**entry, "id": 0} for entry in hours]
    assert {entry["id"] for entry in copied_hours}.isdisjoint(entry["id"] for entry in hours)
    none: dict[str, Any] = {"agent": [], "campaign": [], "outboundResourceGroup": []}
    assert api.read(f"/{copied}/related") == {"callCenter": {"id": 433}, **none}


def test_a_copy_and_its_template_do_not_share_what_they_have(api: Caller) -> None:
    copied = api.copy(53661, "Copy")
    before = api.read("/53661/phone"), api.read("/53661/settings"), api.hours(53661)
    api.delete(f"/{copied}/phone/4045550110")
    api.post(f"/{copied}/settings", {"voiceId": 9})
    api.delete(f"/{copied}/inboundHours/{api.hours(copied)[0]['id']}")
    assert (api.read("/53661/phone"), api.read("/53661/settings"), api.hours(53661)) == before


def test_ids_ascend_above_the_seed_and_are_never_given_out_twice(api: Caller) -> None:
    first = api.copy(53661, "First")
    assert first > 1_063_008
    api.delete(f"/{first}")
    assert api.copy(53661, "Second") == first + 1


def test_a_new_service_stands_at_the_end_of_its_call_centers_list(
    api: Caller, clock: Clock
) -> None:
    copied = api.copy(53661, "Copy")
    entries = api.read("?callCenter=433&count=100&offset=0")["service"]
    assert entries[-1] == {"serviceId": copied, "name": "Copy", "callCenterId": 433}
    info = api.read("/info?callCenter=433")
    assert info["size"] == 10
    assert abs(info["lastModified"] - clock() * 1000) < 60_000


@pytest.mark.parametrize(
    ("query", "status", "word"),
    [
        ("?service=123&name=Copy", 404, "123"),
        ("?name=Copy", 400, "service"),
        ("?service=53661", 400, "name"),
        ("?service=53661&name=%20", 400, "name"),
        ("?service=template&name=Copy", 400, "service must be an integer"),
        ("?service=53661&name=Template%20Outbound", 409, "already exists"),
    ],
)
def test_a_copy_that_cannot_be_made_is_refused(
    api: Caller, query: str, status: int, word: str
) -> None:
    assert_refused(api.post(query), status, word)


def test_a_name_is_free_in_another_call_center_and_after_its_service_is_gone(api: Caller) -> None:
    api.copy(33133, "Template Outbound")
    first = api.copy(53661, "Copy")
    assert_refused(api.post("?service=53661&name=Copy"), 409)
    api.delete(f"/{first}")
    api.copy(53661, "Copy")


def test_a_deleted_service_is_gone_with_all_its_parts(api: Caller) -> None:
    copied = api.copy(53661, "Copy")
    assert api.delete(f"/{copied}").status_code == 204
    for part in ("", "/related", "/inboundHours", "/messaging", "/pacing", "/phone", "/settings"):
        assert_refused(api.get(f"/{copied}{part}"), 404, str(copied))
    assert_refused(api.delete(f"/{copied}"), 404)
    assert api.read("/info?callCenter=433")["size"] == 9


def test_deleting_a_linked_service_clears_the_links_to_it(api: Caller) -> None:
    copied = api.copy(53661, "Copy")
    api.post("/53662", {"inboundService": copied})
    api.delete(f"/{copied}")
    assert api.read("/53662")["inboundService"] is None


def test_a_service_with_campaigns_in_the_past_90_days_cannot_be_deleted(api: Caller) -> None:
    assert_refused(api.delete("/6545"), 409, "campaigns", "past 90 days")
    assert api.http.delete("/sandbox/campaigns?service=6545").status_code == 204
    assert api.read("/6545/related")["campaign"] == []
    assert api.delete("/6545").status_code == 204


def test_a_campaign_keeps_a_service_for_90_days(api: Caller, clock: Clock) -> None:
    campaign = api.http.post("/sandbox/campaigns?service=53662").json()["id"]
    assert api.read("/53662/related")["campaign"] == [{"id": campaign}]
    assert_refused(api.delete("/53662"), 409)
    clock.forward(days=91)
    assert Caller(api.http).delete("/53662").status_code == 204


def test_an_old_campaign_forbids_nothing(api: Caller) -> None:
    assert api.http.post("/sandbox/campaigns?service=53662&daysAgo=91").status_code == 201
    assert api.delete("/53662").status_code == 204


def test_pages_follow_one_another_to_the_last(api: Caller, http: httpx.Client) -> None:
    seen, path = [], "configuration/services?callCenter=433&count=4&offset=0"
    while path:
        page = http.get(f"/{path}", headers={"LV-Session": api.session}).json()
        seen.append([entry["serviceId"] for entry in page["service"]])
        path = page["next"]
    assert seen == [[5607, 5608, 35852, 18892], [17797, 20575, 6545, 53661], [53662]]


def test_a_page_that_ends_with_the_list_has_no_next(api: Caller) -> None:
    assert api.read("?callCenter=433&count=9&offset=0")["next"] is None
    assert api.read("?callCenter=433&count=9&offset=9") == {"service": [], "next": None}


def test_no_page_holds_more_than_1000_entries(api: Caller) -> None:
    for number in range(1000):
        api.copy(53662, f"Copy{number}")
    page = api.read("?callCenter=433&count=5000&offset=0")
    assert len(page["service"]) == 1000
    assert page["next"] == "configuration/services?count=1000&callCenter=433&offset=1000"
    assert len(api.read("?callCenter=433&count=5000&offset=1000")["service"]) == 9


@pytest.mark.parametrize(
    "query",
    [
        "?count=5&offset=0",
        "?callCenter=433&offset=0",
        "?callCenter=433&count=5",
        "?callCenter=433&count=0&offset=0",
        "?callCenter=433&count=5&offset=-1",
        "?callCenter=433&count=five&offset=0",
        "?callCenter=433&count=5&offset=0.5",
        "?callCenter=Atlanta&count=5&offset=0",
        "?callCenter=99999999999999999999&count=5&offset=0",
        "/info",
        "/info?callCenter=x",
    ],
)
def test_a_list_needs_its_parameters(api: Caller, query: str) -> None:
    assert_refused(api.get(query), 400, "parameter")


def test_the_list_of_an_empty_call_center_is_unauthorized_but_its_size_is_0(api: Caller) -> None:
    for call_center in (434, 12345):
        answer = api.get(f"?callCenter={call_center}&count=5&offset=0")
        assert_refused(answer, 401)
        assert answer.json()["message"] == "Unauthorized"
        assert api.read(f"/info?callCenter={call_center}")["size"] == 0


def test_a_search_goes_by_direction_feature_call_center_and_attendance(api: Caller) -> None:
    def found(**criteria: Any) -> list[int]:
        answer = api.post("/search?count=100&offset=0", criteria)
        assert answer.status_code == 200, answer.text
        return [entry["serviceId"] for entry in answer.json()["service"]]

    assert found(callDirection="BLENDED", acdFeature=["AGENT_AT_READY_IN"]) == [6545]
    assert found(callDirection="OUTBOUND", acdFeature=["MANUAL", "HCI"]) == [17797, 17885, 45108]
    in_429 = {"callDirection": "OUTBOUND", "callCenter": [{"id": 429}]}
    assert found(**in_429, acdFeature=["MANUAL", "HCI"]) == [17885]
    assert found(**in_429, acdFeature=["NO_ACD"], attended="UNATTENDED") == [19770]
    assert found(**in_429, acdFeature=["NO_ACD"], attended="ATTENDED") == []


def test_a_search_is_paged(api: Caller, http: httpx.Client) -> None:
    criteria = {"callDirection": "OUTBOUND", "acdFeature": ["MANUAL", "HCI"]}
    page = api.post("/search?client=4199&count=2&offset=0", criteria).json()
    assert page["next"] == "configuration/services/search?client=4199&count=2&offset=2"
    headers = {"LV-Session": api.session}
    last = http.post(f"/{page['next']}", json=criteria, headers=headers).json()
    assert [entry["serviceId"] for entry in last["service"]] == [45108]
    assert last["next"] is None


@pytest.mark.parametrize(
    ("query", "criteria"),
    [
        ("?count=5", CRITERIA),
        (f"{PAGE}&client=x", CRITERIA),
        (PAGE, None),
        (PAGE, {"acdFeature": ["HCI"]}),
        (PAGE, {"callDirection": "INBOUND"}),
        (PAGE, {**CRITERIA, "acdFeature": []}),
        (PAGE, {**CRITERIA, "acdFeature": "HCI"}),
        (PAGE, {**CRITERIA, "callDirection": "SIDEWAYS"}),
        (PAGE, {**CRITERIA, "acdFeature": ["hci"]}),
        (PAGE, {**CRITERIA, "callCenter": [433]}),
        (PAGE, {**CRITERIA, "attended": True}),
        (PAGE, {**CRITERIA, "name": "x"}),
    ],
)
def test_a_search_with_wrong_criteria_is_refused(api: Caller, query: str, criteria: Any) -> None:
    assert_refused(api.post(f"/search{query}", criteria), 400)


def test_an_unknown_address_is_404_and_an_unknown_verb_405(api: Caller) -> None:
    for path in ("/20575/colour", "/not-a-number", "/99999999999999999999999"):
        assert_refused(api.get(path), 404)
    assert_refused(api.send("PUT", "/20575", {"name": "x"}), 405, "PUT")
    assert_refused(api.delete("/20575/settings"), 405)
    assert_refused(api.get("/search"), 405)
