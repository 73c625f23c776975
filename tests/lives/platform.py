"""What stands on the platform as slots, and what a declaration says of them in the API's words.

A slot is one thing that can be right or wrong: a setting, a number on the list, the weekly hours.
"""

import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.lives.program import CLEAR, Hours
from tests.rig.live import Dump, Service, comparable
from tests.rig.spans import to_wire

Slots = dict[str, Any]
Platform = dict[int, Slots]

NAME, LINK, DEFAULT = "name", "general.inboundService", "phone.defaultCallerId"
CALL_CENTER = "callCenterId"

PROPERTIES: dict[str, tuple[str, tuple[Any, ...]]] = {
    "abbreviation": ("general.abbreviation", ("AAA", "BBB", "CCC")),
    "term_code_enabled": ("general.termCodeEnabled", (True, False)),
    "call_direction": ("general.callDirection", ("INBOUND", "BLENDED")),
    "preview_mode": ("general.previewMode", ("NONE", "WIRELESS", CLEAR)),
    "phone.operator_phone": ("phone.operatorPhone", ("8773402041", "8773402042")),
    "phone.callback_phone": ("phone.callbackPhone", ("8773402043", "8773402044")),
    "settings.service_level_seconds": ("settings.serviceLevelSeconds", (30, 40, 50)),
    "settings.call_recording_enabled": ("settings.callRecordingEnabled", (True, False)),
    "settings.dial_toll_free": ("settings.dialTollFree", (True, False)),
    "settings.lcid_package_id": ("settings.lcidPackageId", (5, 6, CLEAR)),
    "messaging.INBOUND_TEMPLATE_ID": ("messaging.inbound_template_id", (14206, 14207)),
}
"""What a program calls a property, and the API a slot; and values that it may have."""

_EASTERN = ZoneInfo("America/New_York")


def number(digits: str) -> str:
    """The slot of a number on the list of caller IDs."""
    return f"number.{digits}"


def slots(dump: Dump) -> Platform:
    """What stands, by service and slot; a slot without a value is not there."""
    return {key: _slots(service) for key, service in dump.items()}


def _slots(service: Service) -> Slots:
    flat = comparable(service, {})
    hours = flat.pop("inboundHours")
    numbers = flat.pop("phone.callerId")
    for section in ("general", "phone", "settings"):
        del flat[f"{section}.name"]
    flat |= {NAME: service["name"], CALL_CENTER: service["callCenterId"]}
    flat |= {number(each): True for each in numbers}
    flat["week"] = tuple(entry for entry in hours if entry[0] != "SPECIFIC_DATE")
    flat["dates"] = tuple(entry for entry in hours if entry[0] == "SPECIFIC_DATE")
    return {slot: value for slot, value in flat.items() if value is not None}


def declared_properties(properties: dict[str, Any]) -> Slots:
    """The slots that properties of a service speak of; None where they are cleared."""
    found: Slots = {}
    for path, value in properties.items():
        told = str(value) if path.startswith("messaging.") else value
        found[PROPERTIES[path][0]] = None if value == CLEAR else told
    return found


def declared_hours(hours: Hours) -> Slots:
    """The slots that hours speak of."""
    found: Slots = {}
    if hours.week is not None:
        entries = [(day, 0, *times) for day, text in hours.week.items() for times in _spans(text)]
        found["week"] = tuple(sorted(entries))
    if hours.dates is not None:
        dates = [(_milliseconds(date), text) for date, text in hours.dates.items()]
        entries = [
            ("SPECIFIC_DATE", date, *times) for date, text in dates for times in _spans(text)
        ]
        found["dates"] = tuple(sorted(entries))
    return found


def _spans(text: str) -> list[tuple[int, ...]]:
    return [tuple(map(to_wire, part.split("-"))) for part in text.split(",")]


def _milliseconds(date: str) -> int:
    return int(datetime.datetime.fromisoformat(date).replace(tzinfo=_EASTERN).timestamp() * 1000)
