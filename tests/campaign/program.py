"""What the campaign rolls out: the program, how a user edits it, and what it declares.

What is declared stands here a second time, in the API's own words, and not by way of the package:
the platform is judged by that.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from tests.rig.call_center import EVERYTHING, edited
from tests.rig.stack import COMMANDS

_PROPERTIES = """\
    abbreviation="SUP",
    term_code_enabled=False,
    acd_feature_code="AGENT_AT_READY_IN",
    preview_mode=livevox.CLEAR,
    phone={
        "operator_phone": "(877) 340-2041",
        "callback_phone": "(877) 340-2042",
        "agent_call_in_number": "(877) 340-2043",
    },
    settings={
        "service_level_seconds": 30,
        "call_recording_enabled": False,
        "call_acceptance_enabled": True,
        "call_acceptance_timeout": 15,
    },
    messaging={"INBOUND_TEMPLATE_ID": 14206},
)
livevox.InboundHours("""

PROGRAM = edited(
    ('    settings={"service_level_seconds": 20, "call_recording_enabled": True},\n', ""),
    (
        '    messaging={"INBOUND_TEMPLATE_ID": 14206},\n)\n',
        ')\nlivevox.CallerId("callbacks-main", service=callbacks, phone_number="877-340-2037")\n',
    ),
    (")\nlivevox.InboundHours(", _PROPERTIES),
    ('"07:00-20:59"', '"08:00-20:59"'),
    ('    dates={"2099-12-25": "10:00-12:00"},\n', ""),
)
"""The call center with every section, and hours that are not as the template has them."""

_VALUES = (
    ('"Support Line"', '"Help Line"'),
    ('"SUP"', '"HLP"'),
    ("340-2042", "340-2044"),
    ('"service_level_seconds": 30', '"service_level_seconds": 40'),
    ('"INBOUND_TEMPLATE_ID": 14206', '"INBOUND_TEMPLATE_ID": 14207'),
    ('"08:00-20:59"', '"08:00-18:00"'),
)

UPDATED = edited(
    *_VALUES,
    (
        'SATURDAY": "09:00-12:00, 13:00-15:00"},',
        'SATURDAY": "09:00-12:00"},\n    dates={"2099-12-31": "10:00-14:00"},',
    ),
    ('livevox.CallerId("spare"', '# ("spare"'),
    ('phone_number="877-340-2037"', 'phone_number="877-340-2037", default=True'),
    program=PROGRAM,
)

RENAMED = edited(
    (
        '"support",\n',
        '"helpline",\n    opts=pulumi.ResourceOptions(aliases=[pulumi.Alias(name="support")]),\n',
    ),
    ('"support-hours"', '"hours"'),
    ('"callbacks-main"', '"callbacks-number"'),
    ("(877) 340-2031", "first"),
    ("877-340-2033", "(877) 340-2031"),
    ("first", "877-340-2033"),
    program=PROGRAM,
)


REVERSIBLE = edited(
    *_VALUES,
    ("12:00, 13:00-15:00", "12:00, 13:00-16:00"),
    (', phone_number="(877) 340-2031", default=True', ', phone_number="(877) 340-2031"'),
    (', phone_number="877-340-2033"', ', phone_number="877-340-2033", default=True'),
    ('livevox.CallerId("callbacks-main"', '# ("callbacks-main"'),
    program=PROGRAM,
)
"""An edit that declares nothing new, so that taking it back brings everything back."""

LEFT = edited(
    ("livevox.InboundHours(", "dict("),
    ("    service=support,\n    week", "    week"),
    ('    "support-hours",\n', ""),
    ('livevox.CallerId("spare"', '# ("spare"'),
    ("callbacks = livevox.Service(", "dict("),
    ('    "callbacks",\n', ""),
    ('livevox.CallerId("callbacks-main"', '# ("callbacks-main"'),
    program=PROGRAM,
)
"""Hours, a number and a service with its number have left the program."""


@dataclass(frozen=True)
class Line:
    """A service as it has to stand on the platform: a copy of its template but for what is here."""

    name: str
    template: int
    general: dict[str, Any] = field(default_factory=dict)
    phone: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    messaging: dict[str, str] = field(default_factory=dict)
    caller_ids: tuple[str, ...] = ()
    hours: tuple[tuple[str, int | None, int, int], ...] | None = None
    """Day, date, start and end, in the API's milliseconds; None is the template's."""


_SATURDAY = ("SATURDAY", None, 50_400_000, 61_200_000)
_NEW_YEARS_EVE = ("SPECIFIC_DATE", 4_102_376_400_000, 54_000_000, 68_400_000)


def _support(**changed: Any) -> Line:
    values: dict[str, Any] = {
        "name": "Support Line",
        "template": 53661,
        "general": {"abbreviation": "SUP", "termCodeEnabled": False, "previewMode": None},
        "phone": {
            "operatorPhone": "8773402041",
            "callbackPhone": "8773402042",
            "agentCallInNumber": "8773402043",
            "defaultCallerId": "8773402031",
        },
        "settings": {
            "serviceLevelSeconds": 30,
            "callRecordingEnabled": False,
            "callAcceptanceEnabled": True,
            "callAcceptanceTimeout": 15,
        },
        "messaging": {"inbound_template_id": "14206"},
        "caller_ids": ("8773402031", "8773402033"),
        "hours": (
            ("WEEKDAY", None, 46_800_000, 93_540_000),
            _SATURDAY,
            ("SATURDAY", None, 64_800_000, 72_000_000),
        ),
    }
    for name, value in changed.items():
        values[name] = values[name] | value if isinstance(value, dict) else value
    return Line(**values)


def _callbacks(linked_to: str, **phone: str) -> Line:
    return Line(
        name="Support Callbacks",
        template=53662,
        general={"inboundService": linked_to},
        phone=phone,
        caller_ids=("4045550120", "4045550121", "8773402037"),
    )


ROLLED_OUT = (_support(), _callbacks("Support Line"))
EDITED = (
    _support(
        name="Help Line",
        general={"abbreviation": "HLP"},
        phone={"callbackPhone": "8773402044"},
        settings={"serviceLevelSeconds": 40},
        messaging={"inbound_template_id": "14207"},
        caller_ids=("8773402031",),
        hours=(("WEEKDAY", None, 46_800_000, 82_800_000), _SATURDAY, _NEW_YEARS_EVE),
    ),
    _callbacks("Help Line", defaultCallerId="8773402037"),
)
WITHOUT = (_support(hours=(), caller_ids=("8773402031",)),)
SWAPPED = (_support(phone={"defaultCallerId": "8773402033"}), _callbacks("Support Line"))

RESOURCES = frozenset(EVERYTHING | {"CallerId:callbacks-main"})
_OLD_NAMES = {"Service:support", "InboundHours:support-hours", "CallerId:callbacks-main"}
_NEW_NAMES = {"Service:helpline", "InboundHours:hours", "CallerId:callbacks-number"}
_RENAMED_RESOURCES = RESOURCES - _OLD_NAMES | _NEW_NAMES


@dataclass(frozen=True)
class Phase:
    """What a user does: where it begins, the command, and what has to stand at its end."""

    name: str
    begins: Literal["empty", "standing"] = "standing"
    command: tuple[str, ...] = COMMANDS["up"]
    program: str = PROGRAM
    lines: tuple[Line, ...] = ROLLED_OUT
    resources: frozenset[str] = RESOURCES
    taken_back: str | None = None
    """The program as it is before every later run, where an edit is taken back."""


def _destroyed(name: str, *options: str) -> Phase:
    command = (*COMMANDS["destroy"], *options)
    return Phase(name, command=command, lines=(), resources=frozenset())


PHASES = {
    phase.name: phase
    for phase in (
        Phase("create", begins="empty"),
        Phase("update", program=UPDATED, lines=EDITED, resources=RESOURCES - {"CallerId:spare"}),
        Phase("rename", program=RENAMED, lines=SWAPPED, resources=_RENAMED_RESOURCES),
        Phase("update, taken back", program=REVERSIBLE, taken_back=PROGRAM),
        Phase(
            "leave",
            command=(*COMMANDS["up"], "--refresh"),
            program=LEFT,
            lines=WITHOUT,
            resources=frozenset({"Service:support", "CallerId:main"}),
        ),
        Phase("refresh", command=COMMANDS["refresh"]),
        _destroyed("destroy"),
        _destroyed("destroy, refreshed", "--refresh"),
    )
}


def adopting(program: str, name: str, service_id: int) -> str:
    """The program after a user followed the advice of the error about a taken name."""
    return edited((f'name="{name}",', f'name="{name}", adopt_id={service_id},'), program=program)
