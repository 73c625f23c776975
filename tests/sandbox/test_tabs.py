"""The tabs of the service editor: general, phone, messaging, settings, pacing."""

from typing import Any

import pytest

from tests.sandbox.conftest import Caller, assert_refused

#: The old and the new name of one setting, and a value that the seed does not have.
RENAMED = [
    ("accountMaxAttemptsPerDay", "contactMaxAttemptsPerDay", 5),
    ("leaveMessages", "leaveNoMessages", False),
    ("crossRequeueable", "isCrossRequeueable", True),
]

#: A value for everything Update Settings takes, none of them the seeded one.
SETTINGS: dict[str, Any] = {
    "cycleSortDaily": True,
    "serviceLevelSeconds": 30,
    "dialingSort": "CAMPAIGN_ROUND_ROBIN",
    "zipAreaMismatch": "DIALTIME_OPTIMIZED",
    "voiceId": 3,
    "scrubWireless": True,
    "answeringMachineOption": "TRANSFER",
    "volumeControlEnabled": True,
    "acdScheduledCallbackPhReadonly": True,
    "acdScheduledCallback": "ROUTE_TO_SERVICE_POOL",
    "acdPtpEnabled": True,
    "previewManualAllowed": True,
    "previewSkipAllowed": True,
    "previewConfirmDial": True,
    "previewTimeout": 10,
    "previewDialAction": "SKIP",
    "callRecordingEnabled": False,
    "acctRealtimeDnc": True,
    "callAcceptanceEnabled": True,
    "callAcceptanceTimeout": 15,
    "callerIdSourceId": 1,
    "callbackPhoneSourceId": 1,
    "dialTollFree": True,
    "lcidPackageId": 7,
    "operatorPhoneSourceId": 1,
    "contactMaxAttemptsPerDay": 4,
    "leaveNoMessages": False,
    "isCrossRequeueable": True,
}


@pytest.mark.parametrize(
    ("tab", "change"),
    [
        ("", {"name": "Renamed"}),
        ("", {"abbreviation": "REN"}),
        ("", {"abbreviation": ""}),
        ("", {"unattended": True}),
        ("", {"termCodeEnabled": False}),
        ("", {"acdFeatureCode": "10_DMT"}),
        ("", {"inboundService": 53661}),
        ("", {"callDirection": "BLENDED"}),
        ("", {"previewMode": "ALL"}),
        ("", {"previewMode": None}),
        ("", {}),
        ("/phone", {"operatorPhone": "4045550142"}),
        ("/phone", {"callbackPhone": "4045550142"}),
        ("/phone", {"agentCallInNumber": "4045550142"}),
        ("/phone", {"defaultCallerId": "4045550112"}),
        ("/phone", {}),
    ],
    ids=str,
)
def test_an_update_changes_what_it_names_and_nothing_else(
    api: Caller, tab: str, change: dict[str, Any]
) -> None:
    before = api.read(f"/53661{tab}")
    assert api.post(f"/53661{tab}", change).status_code == 204
    assert api.read(f"/53661{tab}") == {**before, **change}


@pytest.mark.parametrize(
    ("tab", "change", "words"),
    [
        ("", {"name": ""}, ["name", "blank"]),
        ("", {"name": None}, ["name"]),
        ("", {"name": 5}, ["name"]),
        ("", {"abbreviation": None}, ["abbreviation"]),
        ("", {"unattended": "true"}, ["unattended"]),
        ("", {"unattended": 1}, ["unattended"]),
        ("", {"acdFeatureCode": "DMT"}, ["acdFeatureCode", "10_DMT"]),
        ("", {"callDirection": "inbound"}, ["callDirection", "INBOUND"]),
        ("", {"previewMode": "SOME"}, ["previewMode"]),
        ("", {"inboundService": None}, ["inboundService"]),
        ("", {"inboundService": "53661"}, ["inboundService"]),
        ("", {"inboundService": 53661.5}, ["inboundService"]),
        ("", {"inboundService": 123}, ["inboundService", "123"]),
        ("", {"callCenterId": 429}, ["callCenterId is read only"]),
        ("", {"serviceId": 1}, ["serviceId is read only"]),
        ("", {"colour": "red"}, ["colour is not a known key"]),
        ("", [], ["body"]),
        ("/phone", {"defaultCallerId": "4045550142"}, ["not a caller ID of service 53661"]),
        ("/phone", {"defaultCallerId": None}, ["defaultCallerId"]),
        ("/phone", {"operatorPhone": "(404) 555-0142"}, ["operatorPhone", "ten digits"]),
        ("/phone", {"operatorPhone": ""}, ["ten digits"]),
        ("/phone", {"operatorPhone": 4045550142}, ["operatorPhone"]),
        ("/phone", {"callerId": ["4045550142"]}, ["callerId is read only"]),
        ("/phone", {"colour": "red"}, ["not a known key"]),
    ],
    ids=str,
)
def test_a_wrong_update_is_refused_and_changes_nothing(
    api: Caller, tab: str, change: Any, words: list[str]
) -> None:
    before = api.read(f"/53661{tab}")
    assert_refused(api.post(f"/53661{tab}", change), 400, *words)
    assert api.read(f"/53661{tab}") == before


def test_a_service_may_take_no_name_of_another_but_keep_its_own(api: Caller) -> None:
    assert_refused(api.post("/53661", {"name": "Template Outbound"}), 409, "already exists")
    assert api.post("/53661", {"name": "Template Inbound"}).status_code == 204
    assert api.post("/53661", {"name": "ATL_1stParty_PVAll_QC (5)"}).status_code == 204


def test_a_wrong_key_keeps_a_right_one_from_being_written(api: Caller) -> None:
    assert_refused(api.post("/53661", {"abbreviation": "NEW", "colour": "red"}), 400)
    assert api.read("/53661")["abbreviation"] == "TIN"


@pytest.mark.parametrize("key", SETTINGS)
def test_every_setting_is_written_alone(api: Caller, key: str) -> None:
    before = api.read("/53661/settings")
    assert before[key] != SETTINGS[key]
    assert api.post("/53661/settings", {key: SETTINGS[key]}).status_code == 204
    twin = {old: SETTINGS[key] for old, new, _ in RENAMED if new == key}
    assert api.read("/53661/settings") == before | {key: SETTINGS[key]} | twin


@pytest.mark.parametrize(("old", "new", "value"), RENAMED)
def test_an_old_and_a_new_name_are_one_setting(
    api: Caller, old: str, new: str, value: object
) -> None:
    for name in (old, new):
        service = api.copy(53661, name)
        assert api.post(f"/{service}/settings", {name: value}).status_code == 204
        settings = api.read(f"/{service}/settings")
        assert (settings[old], settings[new]) == (value, value)


def test_of_an_old_and_a_new_name_the_new_one_decides(api: Caller) -> None:
    both = {"contactMaxAttemptsPerDay": 2, "accountMaxAttemptsPerDay": 7}
    assert api.post("/53661/settings", both).status_code == 204
    assert api.read("/53661/settings")["accountMaxAttemptsPerDay"] == 2


@pytest.mark.parametrize("key", ["lcidPackageId", "callAcceptanceTimeout"])
def test_null_clears_the_settings_that_may_be_empty(api: Caller, key: str) -> None:
    api.post("/53661/settings", {key: 5})
    assert api.post("/53661/settings", {key: None}).status_code == 204
    assert api.read("/53661/settings")[key] is None


@pytest.mark.parametrize(
    "key",
    [
        *("serviceId", "name", "callCenterId"),
        *("screenPopId", "dialingProfileId", "dialingRestriction", "transferOptionEnabled"),
        *("acdScheduledCallbackPreviewEnabled", "manualTransferEnabled"),
        *("agentToAgentTransferEnabled", "phonebookTransferEnabled"),
    ],
)
def test_a_setting_that_is_only_read_is_refused(api: Caller, key: str) -> None:
    assert_refused(api.post("/53661/settings", {key: 1}), 400, f"{key} is read only")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("colour", "red"),
        *(("voiceId", wrong) for wrong in (None, "3", True, -1, 10**30)),
        *(("scrubWireless", wrong) for wrong in (None, "yes")),
        *(("dialingSort", wrong) for wrong in (None, "RANDOM")),
        ("previewDialAction", "WAIT"),
    ],
)
def test_a_wrong_setting_is_refused(api: Caller, key: str, value: object) -> None:
    assert_refused(api.post("/53661/settings", {key: value}), 400, key)


@pytest.mark.parametrize("tab", ["", "/settings", "/phone"])
def test_an_update_needs_a_body_and_a_service(api: Caller, tab: str) -> None:
    assert_refused(api.post(f"/53661{tab}"), 400, "body")
    assert_refused(api.post(f"/123{tab}", {}), 404, "123")


def test_an_added_caller_id_stands_in_the_list_and_is_the_default_where_asked_for(
    api: Caller,
) -> None:
    assert api.post("/53661/phone/4045550142").status_code == 204
    assert api.post("/53661/phone/4045550143?default=false").status_code == 204
    phone = api.read("/53661/phone")
    assert phone["callerId"][-2:] == ["4045550142", "4045550143"]
    assert phone["defaultCallerId"] == "4045550110"
    assert api.post("/53661/phone/4045550144?default=true").status_code == 204
    assert api.read("/53661/phone")["defaultCallerId"] == "4045550144"


def test_adding_a_caller_id_again_changes_nothing_but_the_default(api: Caller) -> None:
    before = api.read("/53661/phone")
    assert api.post("/53661/phone/4045550111").status_code == 204
    assert api.read("/53661/phone") == before
    assert api.post("/53661/phone/4045550111?default=true").status_code == 204
    assert api.read("/53661/phone") == {**before, "defaultCallerId": "4045550111"}


def test_a_removed_caller_id_is_gone_and_removing_it_again_is_404(api: Caller) -> None:
    assert api.delete("/53661/phone/4045550111").status_code == 204
    phone = api.read("/53661/phone")
    assert phone["callerId"] == ["4045550110", "4045550112"]
    assert phone["defaultCallerId"] == "4045550110"
    assert_refused(api.delete("/53661/phone/4045550111"), 404, "4045550111")


def test_removing_the_default_caller_id_leaves_no_default(api: Caller) -> None:
    assert api.delete("/53661/phone/4045550110").status_code == 204
    assert api.read("/53661/phone")["defaultCallerId"] is None


@pytest.mark.parametrize("number", ["404555014", "40455501420", "404555014x", "404-555-01"])
def test_a_caller_id_has_ten_digits(api: Caller, number: str) -> None:
    assert_refused(api.post(f"/53661/phone/{number}"), 400, "ten digits")
    assert_refused(api.delete(f"/53661/phone/{number}"), 400, "ten digits")


def test_caller_ids_need_a_service_and_a_true_or_false_default(api: Caller) -> None:
    assert_refused(api.post("/123/phone/4045550142"), 404)
    assert_refused(api.delete("/123/phone/4045550142"), 404)
    assert_refused(api.post("/53661/phone/4045550142?default=yes"), 400, "default")
    assert "4045550142" not in api.read("/53661/phone")["callerId"]


@pytest.mark.parametrize("name", ["INBOUND_TEMPLATE_ID", "PREVIEW_TEMPLATE_ID", "TEMPLATE_ID"])
def test_a_messaging_property_is_read_under_its_name_in_lower_case(api: Caller, name: str) -> None:
    before = api.read("/53661/messaging")
    assert api.post(f"/53661/messaging?property={name}&value=14206").status_code == 204
    others = [entry for entry in before["property"] if entry["key"] != name.lower()]
    after = api.read("/53661/messaging")
    after["property"].remove({"key": name.lower(), "value": "14206"})
    assert after == before | {"property": others}


@pytest.mark.parametrize(
    ("query", "word"),
    [
        ("", "property"),
        ("?property=TEMPLATE_ID", "value"),
        ("?property=TEMPLATE_ID&value=", "value"),
        ("?value=14206", "property"),
        ("?property=template_id&value=14206", "TEMPLATE_ID"),
        ("?property=COLOUR&value=14206", "COLOUR"),
    ],
)
def test_a_wrong_messaging_update_is_refused(api: Caller, query: str, word: str) -> None:
    assert_refused(api.post(f"/53661/messaging{query}"), 400, word)
    assert_refused(api.post("/123/messaging?property=TEMPLATE_ID&value=1"), 404)


def test_pacing_is_only_read(api: Caller) -> None:
    assert api.read("/5607/pacing") == {"method": "LINES_AGENT", "throttle": 10}
    assert_refused(api.post("/5607/pacing", {"throttle": 1}), 405)


@pytest.mark.parametrize("tab", ["", "/phone", "/settings", "/messaging", "/pacing", "/related"])
def test_a_missing_service_has_no_tabs(api: Caller, tab: str) -> None:
    assert_refused(api.get(f"/123{tab}"), 404, "123")
