"""One call center's lines: an inbound support line, and the outbound line that calls back.

A stack is one call center in one environment; what differs between them is configuration.
"""

import pulumi

import pulumi_livevox as livevox

config = pulumi.Config()
numbers: list[str] = config.require_object("supportNumbers")

support = livevox.Service(
    "support",
    name="Support Line",
    template_id=config.require_int("inboundTemplateId"),
    abbreviation="SUP",
    call_direction="INBOUND",
    acd_feature_code="AGENT_AT_READY_IN",
    inbound_service_id="self",
    term_code_enabled=True,
    inherit_caller_ids=False,
    settings={"call_recording_enabled": True, "service_level_seconds": 20},
)

livevox.InboundHours(
    "support-hours",
    service=support,
    week={
        "WEEKDAY": "07:00-20:59",
        "SATURDAY": "09:00-12:00, 13:00-15:00",
    },
    dates={
        "2026-12-24": "07:00-12:00",
        "2026-12-31": "07:00-15:00",
        "2027-07-02": "07:00-17:00",
    },
)

for number in numbers:
    livevox.CallerId(
        f"support-{number}",
        service=support,
        phone_number=number,
        default=True if number == numbers[0] else None,
    )

callbacks = livevox.Service(
    "callbacks",
    name="Support Callbacks",
    template_id=config.require_int("outboundTemplateId"),
    abbreviation="CB",
    call_direction="OUTBOUND",
    acd_feature_code="AGENT_CALL_OUT",
    preview_mode="ALL",
    inbound_service_id=support.service_id,
    phone={
        "operator_phone": numbers[1],
        "callback_phone": numbers[0],
        "agent_call_in_number": "(734) 732-4396",
    },
    settings={
        "dialing_sort": "CONTACT_NAME",
        "zip_area_mismatch": "DIALTIME",
        "answering_machine_option": "NO_MESSAGES",
        "preview_timeout": 120,
        "preview_dial_action": "SKIP",
        "contact_max_attempts_per_day": 3,
    },
    messaging={"INBOUND_TEMPLATE_ID": 14206},
)

pulumi.export("support_service_id", support.service_id)
pulumi.export("callbacks_service_id", callbacks.service_id)
