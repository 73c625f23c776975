"""The program that most tests begin with, to be edited as a user would edit it."""

CALL_CENTER = """
support = livevox.Service(
    "support",
    name="Support Line",
    template_id=53661,
    call_direction="INBOUND",
    inherit_caller_ids=False,
    settings={"service_level_seconds": 20, "call_recording_enabled": True},
)
livevox.InboundHours(
    "support-hours",
    service=support,
    week={"WEEKDAY": "07:00-20:59", "SATURDAY": "09:00-12:00, 13:00-15:00"},
    dates={"2099-12-25": "10:00-12:00"},
)
livevox.CallerId("main", service=support, phone_number="(877) 340-2031", default=True)
livevox.CallerId("spare", service=support, phone_number="877-340-2033")
callbacks = livevox.Service(
    "callbacks",
    name="Support Callbacks",
    template_id=53662,
    inbound_service_id=support.service_id,
    messaging={"INBOUND_TEMPLATE_ID": 14206},
)
"""

EVERYTHING = {
    "Service:support",
    "InboundHours:support-hours",
    "CallerId:main",
    "CallerId:spare",
    "Service:callbacks",
}
"""What the program declares."""

HOURS = {
    "WEEKDAY": ["07:00-20:59"],
    "SATURDAY": ["09:00-12:00", "13:00-15:00"],
    "2099-12-25": ["10:00-12:00"],
}
NUMBERS = (["8773402031", "8773402033"], "8773402031")
"""The hours of the support line; its numbers and the default one."""

LINE = """
support = livevox.Service(
    "support",
    name="Support Line",
    template_id=53661,
    abbreviation="SUP",
    phone={"operator_phone": "877-340-2041"},
    settings={"service_level_seconds": 30},
    messaging={"INBOUND_TEMPLATE_ID": 14206, "TEMPLATE_ID": 7126},
)
livevox.InboundHours(
    "support-hours",
    service=support,
    week={"WEEKDAY": "07:00-20:59", "SATURDAY": "09:00-12:00"},
    dates={"2099-12-25": "10:00-12:00"},
)
livevox.CallerId("main", service=support, phone_number="877-340-2031", default=True)
livevox.CallerId("spare", service=support, phone_number="877-340-2033")
"""
"""One service with something in each of its sections."""


def edited(*changes: tuple[str, str], program: str = CALL_CENTER) -> str:
    """The program after a user has replaced each first text by the second."""
    for before, after in changes:
        assert before in program, f"{before} is not in the program"
        program = program.replace(before, after)
    return program
