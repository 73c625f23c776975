"""The services of a new sandbox: those of the documentation's examples, and two templates.

Where its examples disagree, each service stands where most of them have it: 18892 in call center
433, and the numbers shown for 20575 belong to 17885, which the answer names. Numbers that no
example shows are of the range 555-01xx, which is kept for fiction.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

#: Client and last change of each call center. 434 has no services.
CALL_CENTERS = {
    433: (4199, 1_367_530_120_000),
    429: (4199, 1_367_530_120_000),
    2829: (4199, 1_367_530_120_000),
    434: (4199, 1_367_530_120_000),
    900: (5200, 1_367_530_120_000),
}

#: What a service has where its own settings say nothing else.
SETTINGS: dict[str, Any] = {
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
    "transferOptionEnabled": False,
    "crossRequeueable": False,
    "volumeControlEnabled": False,
    "acdScheduledCallbackPhReadonly": False,
    "acdScheduledCallback": "DISABLED",
    "acdScheduledCallbackPreviewEnabled": False,
    "acdPtpEnabled": False,
    "previewManualAllowed": False,
    "previewSkipAllowed": False,
    "previewConfirmDial": False,
    "previewTimeout": 60,
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
    "isCrossRequeueable": False,
}

#: Id, day, date, start and end.
Hours = tuple[int, str, int | None, int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class SeedService:
    """One service, with what the examples leave open filled in."""

    id: int
    call_center: int
    name: str
    abbreviation: str | None = None
    unattended: bool = False
    term_code_enabled: bool = False
    acd_feature: str = "AGENT_AT_READY_IN"
    inbound_service: int | None = None
    direction: str = "OUTBOUND"
    preview_mode: str | None = "NONE"
    operator_phone: str = "4045550100"
    callback_phone: str = "4045550100"
    agent_call_in_number: str | None = "4045550199"
    default_caller_id: str | None = "4045550100"
    caller_ids: Sequence[str] = ("4045550100",)
    settings: Mapping[str, Any] = field(default_factory=dict)
    messaging: Mapping[str, str] = field(
        default_factory=lambda: {"preview_template_id": "7125", "template_id": "7125"}
    )
    input_filter: int = 21572
    pacing: Mapping[str, Any] = field(
        default_factory=lambda: {"method": "LINES_AGENT", "throttle": 10}
    )
    hours: Sequence[Hours] = ()
    agents: Sequence[int] = ()
    campaigns: Sequence[tuple[int, int]] = ()
    """Id, and how many days before the seeding it was loaded."""
    inbound_group: int | None = None
    outbound_groups: Sequence[int] = ()


_CALL_CENTER_433 = (
    SeedService(id=5607, call_center=433, name="Atlanta_FS_RPC (1)", abbreviation="1"),
    SeedService(id=5608, call_center=433, name="Atlanta_FS_QC_VOIP (2)", abbreviation="2"),
    SeedService(
        id=35852,
        call_center=433,
        name="Atlanta_FS_PrevWireless_QC_VOIP (7)",
        abbreviation="7",
        preview_mode="WIRELESS",
    ),
    SeedService(
        id=18892,
        call_center=433,
        name="Atlanta_FS_PrevAll_QC_VOIP (5)",
        abbreviation="5",
        preview_mode="ALL",
        settings={
            "transferOptionEnabled": True,
            "crossRequeueable": True,
            "acdScheduledCallback": "ROUTE_TO_ORIG_AGENT_FIRST",
            "acdScheduledCallbackPreviewEnabled": True,
            "acdPtpEnabled": True,
            "previewManualAllowed": True,
            "previewSkipAllowed": True,
            "previewConfirmDial": True,
            "previewTimeout": 1000,
            "isCrossRequeueable": True,
        },
    ),
    SeedService(
        id=17797,
        call_center=433,
        name="Atlanta_FS_Manual_VOIP (4)",
        abbreviation="4",
        acd_feature="MANUAL",
    ),
    SeedService(
        id=20575,
        call_center=433,
        name="Atlanta_FS_Inbound_8773402031 (6)",
        abbreviation="6",
        term_code_enabled=True,
        inbound_service=20575,
        direction="INBOUND",
        operator_phone="8773402033",
        callback_phone="8773402033",
        agent_call_in_number="7347324396",
        default_caller_id="8773402033",
        caller_ids=("8886542232", "8773402033", "8773402031"),
        messaging={"inbound_template_id": "14205"},
        hours=(
            (29855, "WEEKDAY", None, 43200000, 93540000),
            (29857, "SATURDAY", None, 50400000, 61200000),
        ),
    ),
    SeedService(
        id=6545,
        call_center=433,
        name="Atlanta_FS_QC_Blended (3)",
        abbreviation="3",
        term_code_enabled=True,
        direction="BLENDED",
        inbound_service=20575,
        hours=((29860, "WEEKDAY", None, 46800000, 93540000),),
        agents=(21211, 21751, 22131, 194139, 195807),
        campaigns=((920711, 2000), (923406, 1999), (926768, 1998), (8764277, 12), (8819783, 2)),
        inbound_group=17921,
        outbound_groups=(17921, 28610),
    ),
    SeedService(
        id=53661,
        call_center=433,
        name="Template Inbound",
        abbreviation="TIN",
        term_code_enabled=True,
        direction="INBOUND",
        operator_phone="4045550110",
        callback_phone="4045550110",
        default_caller_id="4045550110",
        caller_ids=("4045550110", "4045550111", "4045550112"),
        messaging={"inbound_template_id": "14205", "template_id": "7125"},
        hours=((29870, "WEEKDAY", None, 43200000, 93540000),),
    ),
    SeedService(
        id=53662,
        call_center=433,
        name="Template Outbound",
        abbreviation="TOUT",
        acd_feature="AGENT_AT_READY_OUT",
        operator_phone="4045550120",
        callback_phone="4045550120",
        default_caller_id="4045550120",
        caller_ids=("4045550120", "4045550121"),
        pacing={"method": "LINES_AGENT", "throttle": 15, "maxWaitTime": 20},
    ),
)

_CALL_CENTER_429 = (
    SeedService(id=19891, call_center=429, name="ATL_1stParty_PVAll_QC (5)", preview_mode="ALL"),
    SeedService(
        id=20966,
        call_center=429,
        name="ATL_1stParty_PVCell_QC_VOIP (6)",
        preview_mode="WIRELESS",
    ),
    SeedService(
        id=27925,
        call_center=429,
        name="ATL_1stParty_PVAll_QC_Survey Script (9)",
        preview_mode="ALL",
    ),
    SeedService(
        id=26881,
        call_center=429,
        name="ATL_1stParty_PVAll_QC_Cable Script_VOIP (8)",
        preview_mode="ALL",
    ),
    SeedService(
        id=17885,
        call_center=429,
        name="ATL_1stParty_Recovery_Manual (4)",
        acd_feature="MANUAL",
        operator_phone="8773402033",
        callback_phone="8773402033",
        agent_call_in_number="7347324396",
        default_caller_id="8773402033",
        caller_ids=("8886542232", "8773402033"),
    ),
    SeedService(
        id=19770,
        call_center=429,
        name="ATL_1stParty_Unattended (10)",
        unattended=True,
        acd_feature="NO_ACD",
    ),
    SeedService(
        id=20180,
        call_center=429,
        name="ATL_1stParty_CallOut (11)",
        acd_feature="AGENT_CALL_OUT",
        caller_ids=("4045550100", "7347324396"),
    ),
    SeedService(
        id=33133,
        call_center=429,
        name="ATL_1stParty_Inbound (12)",
        direction="INBOUND",
        messaging={"inbound_template_id": "14205"},
    ),
    SeedService(id=53701, call_center=429, name="Documentation", direction="INBOUND"),
    SeedService(id=53702, call_center=429, name="Documentation (2)", direction="INBOUND"),
)

_CALL_CENTER_2829 = (
    SeedService(id=40790, call_center=2829, name="California_QC"),
    SeedService(
        id=45108,
        call_center=2829,
        name="California_HCI",
        acd_feature="HCI",
        pacing={"method": "LINES_AGENT", "throttle": 15, "maxWaitTime": 20},
    ),
    SeedService(
        id=1008352,
        call_center=2829,
        name="California_Inbound",
        direction="INBOUND",
        messaging={"inbound_template_id": "14205"},
        hours=(
            (1012878, "WEEKDAY", None, 43200000, 93540000),
            (1012879, "WEEKEND", None, 46800000, 93540000),
            (1063008, "SPECIFIC_DATE", 1580446800000, 54000000, 61200000),
        ),
    ),
)

_OTHER_CLIENT = (
    SeedService(id=90001, call_center=900, name="Another Client's Service", direction="INBOUND"),
)

#: In the order in which lists show them.
SERVICES = (*_CALL_CENTER_433, *_CALL_CENTER_429, *_CALL_CENTER_2829, *_OTHER_CLIENT)
