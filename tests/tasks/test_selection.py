"""Which services are chosen: by call center, id, name, direction and feature, or all there are."""

from collections.abc import Callable
from urllib.parse import urlencode

import pytest

from pulumi_livevox.client import LiveVoxClient
from pulumi_livevox.tasks.selection import Selection, select
from pulumi_livevox.wire.enumerations import AcdFeatureCode, CallDirection
from tests.rig.canned import Answering, Api, Exchange, answer
from tests.rig.platform import Platform
from tests.rig.requests import SERVICES, Request

INBOUND_OF_433 = [20575, 53661]
UNAUTHORIZED = {"code": 401, "message": "Unauthorized"}


def ids(client: LiveVoxClient, **chosen: object) -> list[int]:
    return [each.id for each in select(client, Selection(**chosen)).services]  # type: ignore[arg-type]


def calls(platform: Platform) -> list[str]:
    return sorted(str(each).replace(SERVICES, "") for each in platform.requests())


def test_a_call_center_is_listed(client: LiveVoxClient, platform: Platform) -> None:
    selected = select(client, Selection(call_center_ids=(2829,)))
    names = ["California_QC", "California_HCI", "California_Inbound"]
    assert [each.name for each in selected.services] == names
    assert selected.notes == selected.remarks == ()
    assert calls(platform) == ["GET "]


def test_several_call_centers_and_single_services_add_up(client: LiveVoxClient) -> None:
    assert ids(client, call_center_ids=(2829, 434), service_ids=(20575, 45108)) == [
        *(20575, 40790, 45108, 1008352)
    ]


def test_single_services_are_read_and_nothing_else_is_asked(
    client: LiveVoxClient, platform: Platform
) -> None:
    assert ids(client, service_ids=(20575, 17885, 20575)) == [17885, 20575]
    assert calls(platform) == ["GET /17885", "GET /20575"]


def test_a_name_is_chosen_by_a_shell_pattern_in_any_case(client: LiveVoxClient) -> None:
    assert ids(client, call_center_ids=(433,), name_pattern="template*") == [53661, 53662]


def test_a_direction_is_chosen_by_search_beside_the_list(
    client: LiveVoxClient, platform: Platform
) -> None:
    chosen = {"call_center_ids": (433,), "call_direction": CallDirection.INBOUND}
    assert ids(client, **chosen) == INBOUND_OF_433
    asked = calls(platform)
    assert (asked.count("GET "), asked.count("POST /search")) == (1, 3)


def test_a_direction_is_chosen_too_where_no_search_shows_the_service(
    client: LiveVoxClient, platform: Platform
) -> None:
    platform.store("service", "serviceId IN (20575, 5607)", acdFeatureCode=None)
    chosen = {"call_center_ids": (433,), "call_direction": CallDirection.INBOUND}
    assert ids(client, **chosen) == INBOUND_OF_433


def test_a_feature_is_chosen_by_search_alone(client: LiveVoxClient, platform: Platform) -> None:
    assert ids(client, acd_feature=AcdFeatureCode.MANUAL) == [17885, 17797]
    assert calls(platform) == ["POST /search"] * 3


def test_direction_and_feature_narrow_single_services_down(client: LiveVoxClient) -> None:
    chosen = {"service_ids": (20575, 17797), "acd_feature": AcdFeatureCode.MANUAL}
    assert ids(client, **chosen) == [17797]


def test_all_is_what_the_user_sees_and_what_that_may_miss_is_said(
    client: LiveVoxClient, platform: Platform
) -> None:
    platform.store("service", "serviceId = 5607", acdFeatureCode=None)
    selected = select(client, Selection())
    assert {each.call_center_id for each in selected.services} == {429, 433, 2829}
    assert 5607 in [each.id for each in selected.services]
    assert len(selected.services) == 22
    assert "only where its id is given" in " ".join(selected.notes)
    assert not selected.remarks


def test_direction_and_feature_are_known_where_they_are_asked_for(client: LiveVoxClient) -> None:
    plain = select(client, Selection(call_center_ids=(433,))).services
    assert {each.call_direction for each in plain} == {None}
    known = select(client, Selection(call_center_ids=(433,)), with_kinds=True).services
    assert [each.id for each in known] == [each.id for each in plain]
    assert {each.call_direction for each in known} == {"INBOUND", "OUTBOUND", "BLENDED"}


def test_an_id_that_does_not_exist_is_named(client: LiveVoxClient) -> None:
    selected = select(client, Selection(service_ids=(9, 8, 20575)))
    assert selected.gone == (8, 9)
    assert [each.id for each in selected.services] == [20575]


def test_a_pattern_that_nothing_has_is_named(client: LiveVoxClient) -> None:
    selected = select(client, Selection(call_center_ids=(433,), name_pattern="Mian*"))
    assert selected.remarks == (
        'No service was found that has a name like "Mian*" (9 were looked at).',
    )


def test_an_empty_call_center_is_told_from_one_whose_services_the_user_may_not_see(
    client: LiveVoxClient, platform: Platform
) -> None:
    (empty, nothing) = select(client, Selection(call_center_ids=(434,))).remarks
    assert empty.startswith("Call center 434 has no services, or is none that")
    assert nothing == "No service was found."
    (unseen, _) = select(platform.client("blind"), Selection(call_center_ids=(433,))).remarks
    assert unseen.startswith("Call center 433 has services, and this user may see none of them")


def test_a_list_that_is_refused_though_services_are_counted_is_searched(api: Api) -> None:
    found = {"serviceId": 5, "name": "Main", "callCenterId": 433, "acdFeatureCode": "HCI"}
    api.on("GET", SERVICES, answer(403, UNAUTHORIZED))
    api.on("GET", f"{SERVICES}/info", answer(200, {"size": 2}))
    api.on("POST", f"{SERVICES}/search", answer(200, {"service": [found]}))
    selected = select(api.client(), Selection(call_center_ids=(433,)))
    assert [each.id for each in selected.services] == [5]
    assert selected.remarks == (
        'The API counts 2 services in call center 433 and answers "Unauthorized" to its list; '
        "a search finds 1 of them.",
    )


def test_a_call_center_that_is_refused_altogether_is_told_in_the_apis_words(api: Api) -> None:
    api.on("GET", SERVICES, answer(401, UNAUTHORIZED))
    api.on("GET", f"{SERVICES}/info", answer(404, {"code": 404, "message": "No call center 7"}))
    (refused, _) = select(api.client(), Selection(call_center_ids=(7,))).remarks
    assert refused.startswith("Call center 7 can't be looked into")
    assert "No call center 7" in refused


@pytest.mark.parametrize("number", [1, 999, 1000, 1001, 2500])
@pytest.mark.parametrize("is_listed", [True, False])
def test_a_list_is_complete_whatever_its_length(api: Api, number: int, is_listed: bool) -> None:
    api.on("GET", SERVICES, paged(number, lambda at: is_listed))
    api.on("POST", f"{SERVICES}/search", paged(number, lambda at: at % 3 == 0))
    given = (433,) if is_listed else ()
    selected = select(api.client(), Selection(call_center_ids=given))
    wanted = [1 + at for at in range(number) if is_listed or at % 3 == 0]
    assert [each.id for each in selected.services] == wanted


def paged(number: int, shows: Callable[[int], bool]) -> Answering:
    """A list of so many services, some of which are shown, in pages of at most 1,000."""
    shown = [at for at in range(number) if shows(at)]

    def paging(exchange: Exchange, request: Request) -> None:
        count, offset = min(1000, int(request.query["count"])), int(request.query["offset"])
        page = [
            {"serviceId": 1 + at, "name": f"Line {at}", "callCenterId": 433}
            for at in shown[offset : offset + count]
        ]
        following = {**request.query, "offset": str(offset + count)}
        more = offset + count < len(shown)
        link = f"{request.path.lstrip('/')}?{urlencode(following)}" if more else None
        answer(200, {"service": page, "next": link})(exchange, request)

    return paging
