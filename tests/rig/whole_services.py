"""Services as the platform may have them, whole: strategies for anything."""

import datetime
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from pulumi_livevox.hours.zones import today
from pulumi_livevox.resources.service.sections import Shown
from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.wire.enumerations import DayOfWeek
from pulumi_livevox.wire.general import General
from pulumi_livevox.wire.inbound_hours import HoursEntry
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.phone import Phone
from pulumi_livevox.wire.phone_numbers import parse_phone_number
from pulumi_livevox.wire.settings import Settings, SettingsUpdate
from pulumi_livevox.wire.times import date_to_wire, time_to_wire

ODD_NAMES = (
    *("", " ", "\n", "import", "print", "livevox", "number", "call_center_433", "shared"),
    *('Say "hi"', "It's", "\"'\\", "a\nb\tc", "Überlauf \u2013 Zürich (2)", "主线", "خط", "☎️🙂"),
    *(
        "x" * 300,
        "1-800",
        "<cleared>",
        "{number}",
        "\u202eabc",
        "a\u2028b",
        "# no: comment",
        "None",
    ),
    *("Main Line", "main line", "Main-Line", "Main Line 2", "ﬁne & dandy", "a\x00b", "self"),
)

NAMES = st.sampled_from(ODD_NAMES) | st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30
)
PHONE_NUMBERS = st.sampled_from(
    ["8773402031", "8773402033", "4045550100", "(877) 340-2031", "", "911", "+1 877 340 2031"]
)
NUMBERS = st.sampled_from([0, 1, 20, 60]) | st.integers(-1, 2**40)
MESSAGES = st.dictionaries(
    st.sampled_from(
        [
            "inbound_template_id",
            "TEMPLATE_ID",
            "template_id",
            "vm_id",
            "Inbound_Template",
            "",
            "fooBar",
        ]
    ),
    st.sampled_from(["14205", "7125", "", "007", "text", "9" * 20]) | st.none(),
    max_size=4,
).map(lambda values: [{"key": key, "value": value} for key, value in values.items()])


def _value(annotation: Any) -> st.SearchStrategy[Any]:
    text = str(annotation)
    if "bool" in text:
        return st.booleans()
    if "int" in text:
        return NUMBERS
    known = ("DEFAULT", "OFF", "NO_MESSAGES", "DISABLED", "SKIP")
    return st.sampled_from([*known, "UNHEARD_OF"])


def _optional(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Some of the fields, and null for some of them."""
    return st.fixed_dictionaries({}, optional={n: st.none() | s for n, s in fields.items()})


def _general(ids: Sequence[int]) -> st.SearchStrategy[dict[str, Any]]:
    return _optional(
        {
            "abbreviation": NAMES,
            "unattended": st.booleans(),
            "term_code_enabled": st.booleans(),
            "acd_feature_code": st.sampled_from(["MANUAL", "10_DMT", "UNHEARD_OF"]),
            "inbound_service_id": st.sampled_from([*ids, 0, 99]),
            "call_direction": st.sampled_from(["INBOUND", "OUTBOUND", "BLENDED", "SIDEWAYS"]),
            "preview_mode": st.sampled_from(["NONE", "ALL", "SOME"]),
        }
    )


def _settings() -> st.SearchStrategy[dict[str, Any]]:
    fields = {
        name: _value(field.annotation)
        for name, field in Settings.model_fields.items()
        if name not in ("service_id", "name", "call_center_id")
    }
    return _optional(fields)


_TODAY = today()
_TIMES = st.sampled_from([0, 420, 540, 720, 1259, 1440]).map(time_to_wire) | st.sampled_from(
    [-1, 18_000_001, 10**9, time_to_wire(1560), time_to_wire(600) + 30_000]
)
_DATES = st.sampled_from([-1, 0, 1, 30]).map(
    lambda days: date_to_wire(_TODAY + datetime.timedelta(days=days))
) | st.sampled_from([None, 10**18, date_to_wire(_TODAY) + 67 * 3_600_000])


def _entries(days: Sequence[str], times: st.SearchStrategy[int]) -> st.SearchStrategy[Any]:
    entry = st.builds(
        lambda id, day, date, start, end: HoursEntry(
            id=id, day_of_week=day, date=date, start_time=start, end_time=end
        ),
        st.integers(1, 10**6),
        st.sampled_from(days),
        _DATES,
        times,
        times,
    )
    return st.lists(entry, max_size=5)


def _right_week() -> st.SearchStrategy[Any]:
    """Hours that people have: some days, each with a span or two."""

    def entries(days: dict[DayOfWeek, list[tuple[int, int]]]) -> list[HoursEntry]:
        return [
            HoursEntry(
                id=number, day_of_week=day, start_time=time_to_wire(a), end_time=time_to_wire(b)
            )
            for number, (day, spans) in enumerate(days.items(), 1)
            for a, b in spans
        ]

    spans = st.sampled_from([[(420, 1259)], [(540, 720), (780, 900)], [(0, 1440)]])
    return st.dictionaries(st.sampled_from(list(DayOfWeek)[:9]), spans, max_size=4).map(entries)


HOURS = (
    _right_week()
    | _entries(["WEEKDAY", "SATURDAY", "FULL_MOON", "weekday", ""], _TIMES)
    | (_entries(["SPECIFIC_DATE", "SUNDAY"], _TIMES))
)


@st.composite
def whole_services(
    draw: st.DrawFn,
    *,
    service_id: int = 20575,
    ids: Sequence[int] = (),
    call_centers: Sequence[int] = (433,),
    names: st.SearchStrategy[str] = NAMES,
) -> WholeService:
    """Any service of an id; `ids` are those of others that it may be linked to."""
    head = {
        "service_id": service_id,
        "name": draw(names),
        "call_center_id": draw(st.sampled_from(list(call_centers))),
    }
    phone = draw(
        _optional(
            dict.fromkeys(
                ("operator_phone", "callback_phone", "agent_call_in_number", "default_caller_id"),
                PHONE_NUMBERS,
            )
        )
    )
    numbers = draw(st.lists(PHONE_NUMBERS, max_size=4))
    return WholeService(
        General.model_validate(head | draw(_general((service_id, *ids)))),
        Phone.model_validate(head | phone | {"caller_id": numbers}),
        Settings.model_validate(head | draw(_settings())),
        Messaging.model_validate({"property": draw(MESSAGES)}),
        draw(HOURS),
    )


@st.composite
def call_centers_of(draw: st.DrawFn, most: int = 4) -> list[WholeService]:
    """Some services of one call center or two, that may be linked to one another."""
    ids = list(range(20575, 20575 + draw(st.integers(1, most))))
    centers = draw(st.sampled_from([(433,), (433, 429)]))
    return [draw(whole_services(service_id=each, ids=ids, call_centers=centers)) for each in ids]


def shown(service: WholeService) -> Shown:
    """What reads show of it, as a running provider has it."""
    messages = {item.key.lower(): item.value for item in service.messaging.property}
    sections = {
        "general": service.general.shown(),
        "phone": service.phone.shown(),
        "settings": service.settings.shown(),
        "messaging": messages,
    }
    return Shown(service.call_center_id, sections)


def is_ten_digits(text: str) -> bool:
    """Tell whether a number is written as the platform writes it."""
    try:
        return parse_phone_number(text) == text
    except ValueError:
        return False


SETTABLE = frozenset(SettingsUpdate.model_fields)
