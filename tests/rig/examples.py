"""The example requests and answers of the vendor's page, one for each method.

Where the page slips (Update Phone's example says GET, Related's lists are shortened), the method
line decides, and the shortened lists stand without their dots.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pulumi_livevox.client import LiveVoxClient
from pulumi_livevox.wire import (
    AcdFeatureCode,
    Attended,
    CallDirection,
    DayOfWeek,
    GeneralUpdate,
    HoursEntryUpdate,
    NewHoursEntry,
    PhoneUpdate,
    SearchCriteria,
    SettingsUpdate,
)
from tests.rig.requests import SERVICES


@dataclass(frozen=True)
class Example:
    """A call, the request that it makes, the answer, and what is made of the answer."""

    title: str
    call: Callable[[LiveVoxClient], Any]
    verb: str
    path: str
    status: int
    query: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    document: Any = None
    result: Any = None


GENERAL = {
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
}
PHONE = {
    "callerId": ["8886542232", "8773402033"],
    "serviceId": 17885,
    "name": "ATL_1stParty_Recovery_Manual (4)",
    "callCenterId": 429,
    "operatorPhone": "8773402033",
    "callbackPhone": "8773402033",
    "agentCallInNumber": "7347324396",
    "defaultCallerId": "8773402033",
}
HOURS = [
    {"id": 1012878, "dayOfWeek": "WEEKDAY", "startTime": 43200000, "endTime": 93540000},
    {"id": 1012879, "dayOfWeek": "WEEKEND", "startTime": 46800000, "endTime": 93540000},
    {
        "id": 1063008,
        "dayOfWeek": "SPECIFIC_DATE",
        "date": 1580446800000,
        "startTime": 54000000,
        "endTime": 61200000,
    },
]
SETTINGS_UPDATE = {
    "cycleSortDaily": False,
    "serviceLevelSeconds": 20,
    "accountMaxAttemptsPerDay": 0,
    "dialingSort": "DEFAULT",
    "zipAreaMismatch": "OFF",
    "voiceId": 1,
    "scrubWireless": False,
    "answeringMachineOption": "NO_MESSAGES",
    "isCrossRequeueable": True,
    "volumeControlEnabled": False,
    "acdScheduledCallbackPhReadonly": False,
    "acdScheduledCallback": "ROUTE_TO_ORIG_AGENT_FIRST",
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
}
SETTINGS = {
    **{key: value for key, value in SETTINGS_UPDATE.items() if key != "voiceId"},
    "serviceId": 18892,
    "name": "ATL_FS_PVAll_QC_VOIP (5)",
    "callCenterId": 4142,
    "screenPopId": 0,
    "dialingProfileId": 321,
    "dialingRestriction": 1,
    "voiceId": 0,
    "transferOptionEnabled": True,
    "crossRequeueable": True,
    "acdScheduledCallbackPreviewEnabled": True,
    "leaveNoMessages": True,
    "contactMaxAttemptsPerDay": 0,
}
MATCHED = [
    (19891, "ATL_1stParty_PVAll_QC (5)", 429),
    (20966, "ATL_1stParty_PVCell_QC_VOIP (6)", 429),
    (27925, "ATL_1stParty_PVAll_QC_Survey Script (9)", 429),
    (26881, "ATL_1stParty_PVAll_QC_Cable Script_VOIP (8)", 429),
    (40790, "California_QC", 2829),
]
LISTED = [
    (5607, "Atlanta_FS_RPC (1)"),
    (5608, "Atlanta_FS_QC_VOIP (2)"),
    (35852, "Atlanta_FS_PrevWireless_QC_VOIP (7)"),
    (18892, "Atlanta_FS_PrevAll_QC_VOIP (5)"),
    (17797, "Atlanta_FS_Manual_VOIP (4)"),
]


def _ids(*ids: int) -> list[dict[str, int]]:
    return [{"id": each} for each in ids]


_PYTHON_NAMES = {"inboundService": "inbound_service_id"}


def snake(document: Mapping[str, Any]) -> dict[str, Any]:
    """Give a document by the names that Python uses."""
    return {
        _PYTHON_NAMES.get(
            key, "".join("_" + each.lower() if each.isupper() else each for each in key)
        ): value
        for key, value in document.items()
    }


EXAMPLES = [
    Example(
        "Create Service",
        lambda client: client.create_service(53661, "Documentation"),
        "POST",
        SERVICES,
        201,
        query={"service": "53661", "name": "Documentation"},
        document={"id": 53701},
        result=53701,
    ),
    Example(
        "Delete Service",
        lambda client: client.delete_service(53702),
        "DELETE",
        f"{SERVICES}/53702",
        204,
    ),
    Example(
        "Find Matching Services",
        lambda client: [
            (found.service_id, found.name, found.call_center_id)
            for found in client.find_services(
                SearchCriteria(
                    call_direction=CallDirection.OUTBOUND,
                    acd_feature=[AcdFeatureCode.NO_ACD, AcdFeatureCode.AGENT_AT_READY_IN],
                    call_center=[429, 2829],
                    attended=Attended.ATTENDED,
                ),
                client_id=4199,
                page_size=20,
            )
            if found.acd_feature_code is AcdFeatureCode.AGENT_AT_READY_IN
        ],
        "POST",
        f"{SERVICES}/search",
        200,
        query={"count": "20", "client": "4199", "offset": "0"},
        body={
            "callDirection": "OUTBOUND",
            "acdFeature": ["NO_ACD", "AGENT_AT_READY_IN"],
            "callCenter": [{"id": 429}, {"id": 2829}],
            "attended": "ATTENDED",
        },
        document={
            "service": [
                {
                    "serviceId": id,
                    "name": name,
                    "callCenterId": call_center,
                    "acdFeatureCode": "AGENT_AT_READY_IN",
                }
                for id, name, call_center in MATCHED
            ],
            "next": None,
        },
        result=MATCHED,
    ),
    Example(
        "Get Service List Info",
        lambda client: client.service_list_info(433).shown(),
        "GET",
        f"{SERVICES}/info",
        200,
        query={"callCenter": "433"},
        document={"size": 9, "lastModified": 1367530120000},
        result={"size": 9, "last_modified": 1367530120000},
    ),
    Example(
        "Get Service Related Objects",
        lambda client: client.related(6545).shown(),
        "GET",
        f"{SERVICES}/6545/related",
        200,
        document={
            "callCenter": {"id": 433},
            "agent": _ids(21211, 21751, 22131, 194139, 195807),
            "campaign": _ids(920711, 923406, 926768, 8764277, 8819783),
            "inboundResourceGroup": {"id": 17921},
            "outboundResourceGroup": _ids(17921, 28610),
        },
        result={
            "call_center": {"id": 433},
            "agent": _ids(21211, 21751, 22131, 194139, 195807),
            "campaign": _ids(920711, 923406, 926768, 8764277, 8819783),
            "inbound_resource_group": {"id": 17921},
            "outbound_resource_group": _ids(17921, 28610),
        },
    ),
    Example(
        "Read Service General",
        lambda client: client.read_general(20575).shown(),
        "GET",
        f"{SERVICES}/20575",
        200,
        document=GENERAL,
        result=snake(GENERAL),
    ),
    Example(
        "Read Service Inbound Hours",
        lambda client: [entry.shown() for entry in client.read_inbound_hours(1008352)],
        "GET",
        f"{SERVICES}/1008352/inboundHours",
        200,
        document={"inboundHour": HOURS},
        result=[snake(entry) for entry in HOURS],
    ),
    Example(
        "Read Service Messaging",
        lambda client: client.read_messaging(19770).shown(),
        "GET",
        f"{SERVICES}/19770/messaging",
        200,
        document={
            "property": [
                {"key": "preview_template_id", "value": "7125"},
                {"key": "template_id", "value": "7125"},
            ],
            "defaultInputFilterId": 21572,
        },
        result={
            "property": [
                {"key": "preview_template_id", "value": "7125"},
                {"key": "template_id", "value": "7125"},
            ],
            "default_input_filter_id": 21572,
        },
    ),
    Example(
        "Read Service Pacing Settings",
        lambda client: client.read_pacing(45108).shown(),
        "GET",
        f"{SERVICES}/45108/pacing",
        200,
        document={"method": "LINES_AGENT", "throttle": 15, "maxWaitTime": 20},
        result={"method": "LINES_AGENT", "throttle": 15, "max_wait_time": 20},
    ),
    Example(
        "Read Service Phone",
        lambda client: client.read_phone(20575).shown(),
        "GET",
        f"{SERVICES}/20575/phone",
        200,
        document=PHONE,
        result=snake(PHONE),
    ),
    Example(
        "Read Service Settings",
        lambda client: client.read_settings(18892).shown(),
        "GET",
        f"{SERVICES}/18892/settings",
        200,
        document=SETTINGS,
        result=snake(SETTINGS),
    ),
    Example(
        "Update Service Add Caller ID",
        lambda client: client.add_caller_id(20180, "7347324396", default=True),
        "POST",
        f"{SERVICES}/20180/phone/7347324396",
        204,
        query={"default": "true"},
    ),
    Example(
        "Update Service Add Inbound Hours",
        lambda client: client.add_inbound_hours(
            20575,
            NewHoursEntry(day_of_week=DayOfWeek.SATURDAY, start_time=50400000, end_time=61200000),
        ),
        "POST",
        f"{SERVICES}/20575/inboundHours",
        200,
        body={"dayOfWeek": "SATURDAY", "startTime": 50400000, "endTime": 61200000},
        document={"id": 29857},
        result=29857,
    ),
    Example(
        "Update Service General",
        lambda client: client.update_general(
            53701,
            GeneralUpdate(
                name="Arbitrary",
                abbreviation="ARB",
                unattended=False,
                term_code_enabled=False,
                acd_feature_code=AcdFeatureCode.MANUAL,
                inbound_service_id=33133,
                call_direction=CallDirection.BLENDED,
                preview_mode=None,
            ),
        ),
        "POST",
        f"{SERVICES}/53701",
        204,
        body={
            "name": "Arbitrary",
            "abbreviation": "ARB",
            "unattended": False,
            "termCodeEnabled": False,
            "acdFeatureCode": "MANUAL",
            "inboundService": 33133,
            "callDirection": "BLENDED",
            "previewMode": None,
        },
    ),
    Example(
        "Update Service Messaging Property",
        lambda client: client.update_messaging(20575, "INBOUND_TEMPLATE_ID", "14206"),
        "POST",
        f"{SERVICES}/20575/messaging",
        204,
        query={"property": "INBOUND_TEMPLATE_ID", "value": "14206"},
    ),
    Example(
        "Update Service Phone",
        lambda client: client.update_phone(
            20575,
            PhoneUpdate(
                operator_phone="8773402033",
                callback_phone="8773402033",
                agent_call_in_number="7347324396",
                default_caller_id="8773402031",
            ),
        ),
        "POST",
        f"{SERVICES}/20575/phone",
        204,
        body={
            "operatorPhone": "8773402033",
            "callbackPhone": "8773402033",
            "agentCallInNumber": "7347324396",
            "defaultCallerId": "8773402031",
        },
    ),
    Example(
        "Update Service Remove Caller ID",
        lambda client: client.remove_caller_id(20180, "7347324396"),
        "DELETE",
        f"{SERVICES}/20180/phone/7347324396",
        204,
    ),
    Example(
        "Update Service Remove Inbound Hours",
        lambda client: client.remove_inbound_hours(20575, 29857),
        "DELETE",
        f"{SERVICES}/20575/inboundHours/29857",
        204,
    ),
    Example(
        "Update Service Settings",
        lambda client: client.update_settings(
            18892, SettingsUpdate.model_validate(snake(SETTINGS_UPDATE))
        ),
        "POST",
        f"{SERVICES}/18892/settings",
        204,
        body=SETTINGS_UPDATE,
    ),
    Example(
        "Update Service Update Inbound Hours",
        lambda client: client.update_inbound_hours(
            20575, 29857, HoursEntryUpdate(start_time=62100000, end_time=82500000)
        ),
        "POST",
        f"{SERVICES}/20575/inboundHours/29857",
        204,
        body={"startTime": 62100000, "endTime": 82500000},
    ),
]
