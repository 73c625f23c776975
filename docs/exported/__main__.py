"""Services of call center 433."""

import pulumi
import pulumi_livevox as livevox

PROTECTED = pulumi.ResourceOptions(protect=True)
"""Keeps a service from being deleted; its numbers and hours it does not keep."""

PHONE = {
    "operator_phone": "4045550100",
    "callback_phone": "4045550100",
    "agent_call_in_number": "4045550199",
}

SETTINGS = {
    "cycle_sort_daily": False,
    "service_level_seconds": 20,
    "dialing_sort": "DEFAULT",
    "zip_area_mismatch": "OFF",
    "voice_id": 0,
    "scrub_wireless": False,
    "answering_machine_option": "NO_MESSAGES",
    "volume_control_enabled": False,
    "acd_scheduled_callback_ph_readonly": False,
    "acd_scheduled_callback": "DISABLED",
    "acd_ptp_enabled": False,
    "preview_manual_allowed": False,
    "preview_skip_allowed": False,
    "preview_confirm_dial": False,
    "preview_timeout": 60,
    "preview_dial_action": "DIAL",
    "call_recording_enabled": True,
    "acct_realtime_dnc": False,
    "call_acceptance_enabled": False,
    "call_acceptance_timeout": livevox.CLEAR,
    "caller_id_source_id": 0,
    "callback_phone_source_id": 0,
    "dial_toll_free": False,
    "lcid_package_id": livevox.CLEAR,
    "operator_phone_source_id": 0,
    "contact_max_attempts_per_day": 0,
    "leave_no_messages": True,
    "is_cross_requeueable": False,
}

MESSAGING = {"PREVIEW_TEMPLATE_ID": 7125, "TEMPLATE_ID": 7125}

atlanta_fs_inbound_8773402031_6 = livevox.Service(
    "atlanta-fs-inbound-8773402031-6",
    name="Atlanta_FS_Inbound_8773402031 (6)",
    abbreviation="6",
    unattended=False,
    term_code_enabled=True,
    acd_feature_code="AGENT_AT_READY_IN",
    inbound_service_id="self",
    call_direction="INBOUND",
    preview_mode="NONE",
    phone={
        "operator_phone": "8773402033",
        "callback_phone": "8773402033",
        "agent_call_in_number": "7347324396",
    },
    settings=SETTINGS,
    messaging={"INBOUND_TEMPLATE_ID": 14205},
    opts=PROTECTED,
)
for number in ("8773402031", "8773402033", "8886542232"):
    livevox.CallerId(
        f"atlanta-fs-inbound-8773402031-6-{number}",
        service=atlanta_fs_inbound_8773402031_6,
        phone_number=number,
        default=number == "8773402033",
    )
livevox.InboundHours(
    "atlanta-fs-inbound-8773402031-6-hours",
    service=atlanta_fs_inbound_8773402031_6,
    week={"WEEKDAY": "07:00-20:59", "SATURDAY": "09:00-12:00"},
)

atlanta_fs_manual_voip_4 = livevox.Service(
    "atlanta-fs-manual-voip-4",
    name="Atlanta_FS_Manual_VOIP (4)",
    abbreviation="4",
    unattended=False,
    term_code_enabled=False,
    acd_feature_code="MANUAL",
    call_direction="OUTBOUND",
    preview_mode="NONE",
    phone=PHONE,
    settings=SETTINGS,
    messaging=MESSAGING,
    opts=PROTECTED,
)
livevox.CallerId(
    "atlanta-fs-manual-voip-4-4045550100",
    service=atlanta_fs_manual_voip_4,
    phone_number="4045550100",
    default=True,
)

atlanta_fs_prevall_qc_voip_5 = livevox.Service(
    "atlanta-fs-prevall-qc-voip-5",
    name="Atlanta_FS_PrevAll_QC_VOIP (5)",
    abbreviation="5",
    unattended=False,
    term_code_enabled=False,
    acd_feature_code="AGENT_AT_READY_IN",
    call_direction="OUTBOUND",
    preview_mode="ALL",
    phone=PHONE,
    settings={
        **SETTINGS,
        "acd_scheduled_callback": "ROUTE_TO_ORIG_AGENT_FIRST",
        "acd_ptp_enabled": True,
        "preview_manual_allowed": True,
        "preview_skip_allowed": True,
        "preview_confirm_dial": True,
        "preview_timeout": 1000,
        "is_cross_requeueable": True,
    },
    messaging=MESSAGING,
    opts=PROTECTED,
)
livevox.CallerId(
    "atlanta-fs-prevall-qc-voip-5-4045550100",
    service=atlanta_fs_prevall_qc_voip_5,
    phone_number="4045550100",
    default=True,
)

atlanta_fs_prevwireless_qc_voip_7 = livevox.Service(
    "atlanta-fs-prevwireless-qc-voip-7",
    name="Atlanta_FS_PrevWireless_QC_VOIP (7)",
    abbreviation="7",
    unattended=False,
    term_code_enabled=False,
    acd_feature_code="AGENT_AT_READY_IN",
    call_direction="OUTBOUND",
    preview_mode="WIRELESS",
    phone=PHONE,
    settings=SETTINGS,
    messaging=MESSAGING,
    opts=PROTECTED,
)
livevox.CallerId(
    "atlanta-fs-prevwireless-qc-voip-7-4045550100",
    service=atlanta_fs_prevwireless_qc_voip_7,
    phone_number="4045550100",
    default=True,
)

atlanta_fs_qc_blended_3 = livevox.Service(
    "atlanta-fs-qc-blended-3",
    name="Atlanta_FS_QC_Blended (3)",
    abbreviation="3",
    unattended=False,
    term_code_enabled=True,
    acd_feature_code="AGENT_AT_READY_IN",
    inbound_service_id=atlanta_fs_inbound_8773402031_6.service_id,
    call_direction="BLENDED",
    preview_mode="NONE",
    phone=PHONE,
    settings=SETTINGS,
    messaging=MESSAGING,
    opts=PROTECTED,
)
livevox.CallerId(
    "atlanta-fs-qc-blended-3-4045550100",
    service=atlanta_fs_qc_blended_3,
    phone_number="4045550100",
    default=True,
)
livevox.InboundHours(
    "atlanta-fs-qc-blended-3-hours",
    service=atlanta_fs_qc_blended_3,
    week={"WEEKDAY": "08:00-20:59"},
)

atlanta_fs_qc_voip_2 = livevox.Service(
    "atlanta-fs-qc-voip-2",
    name="Atlanta_FS_QC_VOIP (2)",
    abbreviation="2",
    unattended=False,
    term_code_enabled=False,
    acd_feature_code="AGENT_AT_READY_IN",
    call_direction="OUTBOUND",
    preview_mode="NONE",
    phone=PHONE,
    settings=SETTINGS,
    messaging=MESSAGING,
    opts=PROTECTED,
)
livevox.CallerId(
    "atlanta-fs-qc-voip-2-4045550100",
    service=atlanta_fs_qc_voip_2,
    phone_number="4045550100",
    default=True,
)

atlanta_fs_rpc_1 = livevox.Service(
    "atlanta-fs-rpc-1",
    name="Atlanta_FS_RPC (1)",
    abbreviation="1",
    unattended=False,
    term_code_enabled=False,
    acd_feature_code="AGENT_AT_READY_IN",
    call_direction="OUTBOUND",
    preview_mode="NONE",
    phone=PHONE,
    settings=SETTINGS,
    messaging=MESSAGING,
    opts=PROTECTED,
)
livevox.CallerId(
    "atlanta-fs-rpc-1-4045550100",
    service=atlanta_fs_rpc_1,
    phone_number="4045550100",
    default=True,
)

template_inbound = livevox.Service(
    "template-inbound",
    name="Template Inbound",
    abbreviation="TIN",
    unattended=False,
    term_code_enabled=True,
    acd_feature_code="AGENT_AT_READY_IN",
    call_direction="INBOUND",
    preview_mode="NONE",
    phone={
        "operator_phone": "4045550110",
        "callback_phone": "4045550110",
        "agent_call_in_number": "4045550199",
    },
    settings=SETTINGS,
    messaging={"INBOUND_TEMPLATE_ID": 14205, "TEMPLATE_ID": 7125},
    opts=PROTECTED,
)
for number in ("4045550110", "4045550111", "4045550112"):
    livevox.CallerId(
        f"template-inbound-{number}",
        service=template_inbound,
        phone_number=number,
        default=number == "4045550110",
    )
livevox.InboundHours(
    "template-inbound-hours",
    service=template_inbound,
    week={"WEEKDAY": "07:00-20:59"},
)

template_outbound = livevox.Service(
    "template-outbound",
    name="Template Outbound",
    abbreviation="TOUT",
    unattended=False,
    term_code_enabled=False,
    acd_feature_code="AGENT_AT_READY_OUT",
    call_direction="OUTBOUND",
    preview_mode="NONE",
    phone={
        "operator_phone": "4045550120",
        "callback_phone": "4045550120",
        "agent_call_in_number": "4045550199",
    },
    settings=SETTINGS,
    messaging=MESSAGING,
    opts=PROTECTED,
)
for number in ("4045550120", "4045550121"):
    livevox.CallerId(
        f"template-outbound-{number}",
        service=template_outbound,
        phone_number=number,
        default=number == "4045550120",
    )
