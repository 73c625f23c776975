"""A service whole, for a program that asks for it."""

import pytest

from pulumi_livevox.client import Forbidden, LoginRefused, NotFound
from pulumi_livevox.tasks.showing import Number, show
from tests.rig.canned import SERVICE, Api, answer
from tests.rig.examples import PHONE

REFUSED = answer(403, {"code": 403, "message": "Not for you"})


def test_what_can_be_read_has_its_type_and_what_can_not_its_error(api: Api) -> None:
    api.on("GET", f"{SERVICE}/phone", answer(200, PHONE))
    api.on("GET", f"{SERVICE}/messaging", REFUSED)
    shown = show(api.client(), 5)
    assert shown.general is not None
    assert shown.general["call_center_id"] == 433
    assert shown.caller_ids == (
        Number("8886542232", default=False),
        Number("8773402033", default=True),
    )
    assert (shown.messaging, shown.hours) == (None, None)
    assert isinstance(shown.unread["messaging"], Forbidden)
    assert isinstance(shown.unread["hours"], NotFound)


def test_what_the_platform_added_to_its_answers_is_shown_by_its_name(api: Api) -> None:
    api.on("GET", f"{SERVICE}/pacing", answer(200, {"method": "X", "throttle": 1, "newKey": [2]}))
    assert show(api.client(), 5).pacing == {"method": "X", "throttle": 1, "newKey": [2]}


def test_properties_of_one_key_are_all_shown(api: Api) -> None:
    entries = [{"key": "template_id", "value": "7"}, {"key": "TEMPLATE_ID", "value": None}]
    api.on("GET", f"{SERVICE}/messaging", answer(200, {"property": entries}))
    assert show(api.client(), 5).messaging == {"TEMPLATE_ID": ["7", None]}


def test_where_nothing_can_be_read_that_is_an_error(api: Api) -> None:
    api.on("GET", SERVICE, REFUSED)
    for name in ("phone", "settings", "messaging", "inboundHours", "pacing", "related"):
        api.on("GET", f"{SERVICE}/{name}", REFUSED)
    with pytest.raises(Forbidden, match="Not for you"):
        show(api.client(), 5)


def test_a_refused_login_is_an_error_and_asked_for_once(api: Api) -> None:
    api.on_login = answer(401, {"code": 401, "message": "Wrong password"})
    with pytest.raises(LoginRefused, match="Wrong password"):
        show(api.client(), 5)
    assert len(api.logins) == 1
