"""Every example request of the documentation is answered as documented.

In the order of the page, on one sandbox; the example of Update Phone is sent with the method that
the page names, its own line has a slip.
"""

from typing import Any

import pytest

from tests.sandbox.conftest import Caller

SETTINGS = {
    "serviceId": 18892,
    "screenPopId": 0,
    "cycleSortDaily": False,
    "serviceLevelSeconds": 20,
    "accountMaxAttemptsPerDay": 0,
    "dialingProfileId": 321,
    "dialingRestriction": 1,
    "dialingSort": "DEFAULT",
    "zipAreaMismatch": "OFF",
    "voiceId": 0,
    "scrubWireless": False,
    "answeringMachineOption": "NO_MESSAGES",
    "transferOptionEnabled": True,
    "crossRequeueable": True,
    "volumeControlEnabled": False,
    "acdScheduledCallbackPhReadonly": False,
    "acdScheduledCallback": "ROUTE_TO_ORIG_AGENT_FIRST",
    "acdScheduledCallbackPreviewEnabled": True,
    "acdPtpEnabled": True,
    "previewManualAllowed": True,
    "previewSkipAllowed": True,
    "previewConfirmDial": True,
    "previewTimeout": 1000,
    "previewDialAction": "DIAL",
    "callRecordingEnabled": True,
    "acctRealtimeDnc": False,
    "leaveMessages": True,
    "callerIdSourceId": 0,
    "callbackPhoneSourceId": 0,
    "dialTollFree": False,
    "lcidPackageId": None,
    "operatorPhoneSourceId": 0,
    "callAcceptanceEnabled": False,
    "callAcceptanceTimeout": None,
    "leaveNoMessages": True,
    "contactMaxAttemptsPerDay": 0,
    "isCrossRequeueable": True,
}
READ_ONLY = {
    "serviceId",
    "screenPopId",
    "dialingProfileId",
    "dialingRestriction",
    "transferOptionEnabled",
    "acdScheduledCallbackPreviewEnabled",
}
NOT_SENT = {"crossRequeueable", "leaveNoMessages", "contactMaxAttemptsPerDay"}
SEARCH = {
    "callDirection": "OUTBOUND",
    "acdFeature": ["NO_ACD", "AGENT_AT_READY_IN"],
    "callCenter": [{"id": 429}, {"id": 2829}],
    "attended": "ATTENDED",
}
GENERAL = {
    "name": "Arbitrary",
    "abbreviation": "ARB",
    "unattended": False,
    "termCodeEnabled": False,
    "acdFeatureCode": "MANUAL",
    "inboundService": 33133,
    "callDirection": "BLENDED",
    "previewMode": None,
}
PHONE = {
    "operatorPhone": "8773402033",
    "callbackPhone": "8773402033",
    "agentCallInNumber": "7347324396",
    "defaultCallerId": "8773402031",
}
SATURDAY = {"dayOfWeek": "SATURDAY", "startTime": 50400000, "endTime": 61200000}

REQUESTS: list[tuple[str, str, Any, int]] = [
    ("POST", "?service=53661&name=Documentation", None, 201),
    ("DELETE", "/53702", None, 204),
    ("POST", "/search?count=20&client=4199&offset=0", SEARCH, 200),
    ("GET", "/info?callCenter=433", None, 200),
    ("GET", "/6545/related", None, 200),
    ("GET", "?callCenter=433&offset=0&count=5", None, 200),
    ("GET", "/20575", None, 200),
    ("GET", "/123", None, 404),
    ("GET", "/1008352/inboundHours", None, 200),
    ("GET", "/19770/messaging", None, 200),
    ("GET", "/45108/pacing", None, 200),
    ("GET", "/20575/phone", None, 200),
    ("GET", "/123", None, 404),
    ("GET", "/18892/settings", None, 200),
    ("GET", "/123/settings", None, 404),
    ("POST", "/20180/phone/7347324396?default=true", None, 204),
    ("POST", "/20575/inboundHours", SATURDAY, 200),
    ("POST", "/53701", GENERAL, 204),
    ("POST", "/20575/messaging?property=INBOUND_TEMPLATE_ID&value=14206", None, 204),
    ("POST", "/20575/phone", PHONE, 204),
    ("DELETE", "/20180/phone/7347324396", None, 204),
    ("DELETE", "/20575/inboundHours/29857", None, 204),
    ("DELETE", "/20575/inboundHours/29857", None, 404),
    (
        "POST",
        "/18892/settings",
        {key: SETTINGS[key] for key in SETTINGS.keys() - READ_ONLY - NOT_SENT} | {"voiceId": 1},
        204,
    ),
]

ANSWERS: list[tuple[str, Any]] = [
    ("/info?callCenter=433", {"size": 9, "lastModified": 1367530120000}),
    (
        "/6545/related",
        {
            "callCenter": {"id": 433},
            "agent": [{"id": agent} for agent in (21211, 21751, 22131, 194139, 195807)],
            "campaign": [
                {"id": campaign} for campaign in (920711, 923406, 926768, 8764277, 8819783)
            ],
            "inboundResourceGroup": {"id": 17921},
            "outboundResourceGroup": [{"id": 17921}, {"id": 28610}],
        },
    ),
    (
        "?callCenter=433&offset=0&count=5",
        {
            "service": [
                {"serviceId": 5607, "name": "Atlanta_FS_RPC (1)", "callCenterId": 433},
                {"serviceId": 5608, "name": "Atlanta_FS_QC_VOIP (2)", "callCenterId": 433},
                {
                    "serviceId": 35852,
                    "name": "Atlanta_FS_PrevWireless_QC_VOIP (7)",
                    "callCenterId": 433,
                },
                {"serviceId": 18892, "name": "Atlanta_FS_PrevAll_QC_VOIP (5)", "callCenterId": 433},
                {"serviceId": 17797, "name": "Atlanta_FS_Manual_VOIP (4)", "callCenterId": 433},
            ],
            "next": "configuration/services?count=5&callCenter=433&offset=5",
        },
    ),
    (
        "/20575",
        {
            "serviceId": 20575,
            "name": "Atlanta_FS_Inbound_8773402031 (6)",
            "callCenterId": 433,
            "abbreviation": "6",
            "unattended": False,
            "termCodeEnabled": True,
            "acdFeatureCode": "AGENT_AT_READY_IN",
            "inboundService": 20575,
            "callDirection": "INBOUND",
            "previewMode": "NONE",
        },
    ),
    (
        "/1008352/inboundHours",
        {
            "inboundHour": [
                {
                    "id": 1012878,
                    "dayOfWeek": "WEEKDAY",
                    "startTime": 43200000,
                    "endTime": 93540000,
                },
                {
                    "id": 1012879,
                    "dayOfWeek": "WEEKEND",
                    "startTime": 46800000,
                    "endTime": 93540000,
                },
                {
                    "id": 1063008,
                    "dayOfWeek": "SPECIFIC_DATE",
                    "date": 1580446800000,
                    "startTime": 54000000,
                    "endTime": 61200000,
                },
            ]
        },
    ),
    (
        "/19770/messaging",
        {
            "property": [
                {"key": "preview_template_id", "value": "7125"},
                {"key": "template_id", "value": "7125"},
            ],
            "defaultInputFilterId": 21572,
        },
    ),
    ("/45108/pacing", {"method": "LINES_AGENT", "throttle": 15, "maxWaitTime": 20}),
    # The page asks for 20575 and shows 17885.
    (
        "/17885/phone",
        {
            "callerId": ["8886542232", "8773402033"],
            "serviceId": 17885,
            "name": "ATL_1stParty_Recovery_Manual (4)",
            "callCenterId": 429,
            "operatorPhone": "8773402033",
            "callbackPhone": "8773402033",
            "agentCallInNumber": "7347324396",
            "defaultCallerId": "8773402033",
        },
    ),
    # Name and call center as the list has them: the page has two of each.
    (
        "/18892/settings",
        {**SETTINGS, "name": "Atlanta_FS_PrevAll_QC_VOIP (5)", "callCenterId": 433},
    ),
]


def test_every_example_request_gets_its_documented_status(api: Caller) -> None:
    for verb, path, body, status in REQUESTS:
        answer = api.send(verb, path, body)
        assert answer.status_code == status, (verb, path, answer.text)
        assert not (status == 204 and answer.content), (verb, path)


def test_the_example_of_updating_inbound_hours_is_taken(api: Caller) -> None:
    # The page removes these hours before it comes to updating them.
    body = {"startTime": 62100000, "endTime": 82500000}
    assert api.post("/20575/inboundHours/29857", body).status_code == 204
    assert {"id": 29857, "dayOfWeek": "SATURDAY", **body} in api.hours(20575)


@pytest.mark.parametrize(("path", "answer"), ANSWERS, ids=[path for path, _ in ANSWERS])
def test_the_examples_are_read_as_they_are_shown(api: Caller, path: str, answer: Any) -> None:
    assert api.read(path) == answer


def test_the_example_search_finds_what_the_page_shows(api: Caller) -> None:
    answer = api.post("/search?count=20&client=4199&offset=0", SEARCH).json()
    found = [(entry["serviceId"], entry["callCenterId"]) for entry in answer["service"]]
    assert found == [(19891, 429), (20966, 429), (27925, 429), (26881, 429), (40790, 2829)]
    assert answer["service"][0] == {
        "serviceId": 19891,
        "name": "ATL_1stParty_PVAll_QC (5)",
        "callCenterId": 429,
        "acdFeatureCode": "AGENT_AT_READY_IN",
    }
    assert answer["next"] is None


def test_updated_general_properties_of_the_example_are_read_back(api: Caller) -> None:
    assert api.post("/53701", GENERAL).status_code == 204
    assert api.read("/53701") == {**GENERAL, "serviceId": 53701, "callCenterId": 429}
