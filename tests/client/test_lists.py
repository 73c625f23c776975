"""Lists that come in pages, and call centers without services."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pulumi_livevox.client import (
    AnswerNotUnderstood,
    EmptyCallCenter,
    Forbidden,
    NotFound,
    Unauthenticated,
)
from pulumi_livevox.wire.enumerations import AcdFeatureCode, CallDirection
from pulumi_livevox.wire.services import SearchCriteria
from tests.rig.canned import QUICK, Answering, Api, Exchange, answer
from tests.rig.requests import SERVICES, Request

SEARCH = SearchCriteria(
    call_direction=CallDirection.INBOUND, acd_feature=[AcdFeatureCode.AGENT_AT_READY_IN]
)
Link = Callable[[str, str], str]

LINKS: dict[str, Link] = {
    "relative": lambda root, target: target.lstrip("/"),
    "with a slash": lambda root, target: target,
    "absolute": lambda root, target: root + target,
    "with blanks": lambda root, target: f" {target.lstrip('/')}\n",
}


def _served(names: list[str], root: str, link: Link, blank: object) -> Answering:
    """Serve a list the way the API does: by count and offset, naming the next page."""

    def serving(exchange: Exchange, request: Request) -> None:
        count, offset = int(request.query["count"]), int(request.query["offset"])
        page = [
            {"serviceId": 1 + at, "name": names[at], "callCenterId": 433}
            for at in range(offset, min(offset + count, len(names)))
        ]
        query = urlencode({**request.query, "offset": str(offset + count)})
        more = offset + count < len(names)
        following = link(root, f"{request.path}?{query}") if more else blank
        answer(200, {"service": page, "next": following})(exchange, request)

    return serving


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    names=st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=12),
    page_size=st.integers(1, 5),
    link=st.sampled_from(sorted(LINKS)),
    blank=st.sampled_from([None, "", "  "]),
)
def test_every_service_of_a_list_comes_once_and_in_order(
    api: Api, names: list[str], page_size: int, link: str, blank: object
) -> None:
    served = _served(names, api.root, LINKS[link], blank)
    api.on("GET", SERVICES, served)
    api.on("POST", f"{SERVICES}/search", served)
    client = api.client()

    listed = list(client.list_services(433, page_size))
    found = list(client.find_services(SEARCH, page_size=page_size))

    assert [each.name for each in listed] == names
    assert [each.service_id for each in found] == list(range(1, len(names) + 1))


def test_a_page_is_fetched_when_it_is_asked_for(api: Api) -> None:
    api.on("GET", SERVICES, _served(list("abcdef"), api.root, LINKS["relative"], None))
    services = api.client().list_services(433, page_size=2)
    assert api.requests == []
    next(services)
    assert len(api.requests) == 1


def test_a_search_sends_its_criteria_with_every_page(api: Api) -> None:
    served = _served(list("abc"), api.root, LINKS["relative"], None)
    api.on("POST", f"{SERVICES}/search", served)
    list(api.client().find_services(SEARCH, client_id=4199, page_size=2))
    bodies = [request.body for request in api.requests]
    assert bodies == [{"callDirection": "INBOUND", "acdFeature": ["AGENT_AT_READY_IN"]}] * 2
    assert [request.query["client"] for request in api.requests] == ["4199"] * 2


def test_a_list_behind_a_base_path_is_followed_there(api: Api) -> None:
    path = f"/gateway{SERVICES}"
    following = "configuration/services?callCenter=433&count=1&offset=1"
    page = [{"serviceId": 1, "name": "One", "callCenterId": 433}]
    api.on("GET", path, answer(200, {"service": page, "next": following}), answer(200, {}))
    assert len(list(api.client(base_url=f"{api.root}/gateway/").list_services(433))) == 1
    assert [request.path for request in api.requests] == [path, path]


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/configuration/services?offset=5",
        "//evil.example/configuration/services?offset=5",
        "http://127.0.0.1:1/configuration/services?offset=5",
        "configuration/services/5?offset=5",
        "configuration/services/../users?offset=5",
        "javascript:alert(1)",
        "http://[broken/configuration/services",
        "http://127.0.0.1:port/configuration/services",
        "?offset=5",
    ],
)
def test_a_page_that_leads_elsewhere_is_not_followed(api: Api, link: str) -> None:
    api.on("GET", SERVICES, answer(200, {"service": [], "next": link}))
    with pytest.raises(AnswerNotUnderstood) as caught:
        list(api.client().list_services(433))
    assert caught.value.key == "next"
    assert len(api.requests) == 1


@pytest.mark.parametrize(
    ("following", "pages", "told"),
    [
        (lambda offset: offset, 1, "read already"),
        (lambda offset: (offset + 1) % 3, 3, "read already"),
        (lambda offset: offset + 1, 20, "after 20 pages"),
    ],
    ids=["a page that names itself", "a circle", "no end"],
)
def test_a_list_that_never_ends_is_left(
    api: Api, following: Callable[[int], int], pages: int, told: str
) -> None:
    def endless(exchange: Exchange, request: Request) -> None:
        offset = following(int(request.query["offset"]))
        link = f"configuration/services?offset={offset}&count=1000&callCenter=433"
        answer(200, {"service": [], "next": link})(exchange, request)

    api.on("GET", SERVICES, endless)

    with pytest.raises(AnswerNotUnderstood, match=told):
        list(api.client(replace(QUICK, max_pages=20)).list_services(433))

    assert len(api.requests) == pages


@pytest.mark.parametrize("size", [0, -1, 1001])
def test_a_page_size_that_the_api_has_not_is_refused(api: Api, size: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 1000"):
        list(api.client().list_services(433, page_size=size))


EMPTY = {
    "401 with words": answer(401, {"code": 1, "message": "Unauthorized"}),
    "401 without words": answer(401),
    "403 with words": answer(403, {"code": 1, "message": "User is unauthorized"}),
    "403 without words": answer(403),
    "403 with a code": answer(403, {"code": 1}),
}


@pytest.mark.parametrize("fault", EMPTY.values(), ids=EMPTY)
def test_unauthorized_in_a_valid_session_means_an_empty_call_center(
    api: Api, fault: Answering
) -> None:
    api.on("GET", SERVICES, fault)
    with pytest.raises(EmptyCallCenter) as caught:
        list(api.client().list_services(433))
    assert caught.value.call == f"GET {SERVICES}"
    # The session was proven by a login after the first fault, and the list asked for once more.
    assert len(api.logins) == 2


def test_a_403_that_a_fresh_login_mends_was_no_empty_call_center(api: Api) -> None:
    page = {"service": [{"serviceId": 1, "name": "One", "callCenterId": 433}]}
    api.on("GET", SERVICES, answer(403), answer(200, page))
    assert [each.name for each in api.client().list_services(433)] == ["One"]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (answer(403, {"code": 1, "message": "Your role may not do this"}), Forbidden),
        (answer(401, {"code": 1, "message": "Session has expired"}), Unauthenticated),
        (answer(403, body=b"<html>Access denied: unauthorized</html>"), Forbidden),
        (answer(404), NotFound),
    ],
)
def test_any_other_refusal_of_a_list_is_what_it_says(
    api: Api, fault: Answering, error: type[Exception]
) -> None:
    api.on("GET", SERVICES, fault)
    with pytest.raises(error) as caught:
        list(api.client().list_services(433))
    assert not isinstance(caught.value, EmptyCallCenter)


def test_the_query_of_the_next_page_is_taken_over_whole(api: Api) -> None:
    link = "configuration/services?callCenter=433&count=5&offset=5&after=a%20b%26c&flag="
    api.on("GET", SERVICES, answer(200, {"service": [], "next": link}), answer(200, {}))
    list(api.client().list_services(433))
    sent = parse_qs(link.partition("?")[2], keep_blank_values=True)
    assert api.requests[1].query == {name: values[0] for name, values in sent.items()}
