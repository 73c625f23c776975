"""The calls of the client that make the example requests of the vendor's page."""

from collections.abc import Callable, Mapping
from typing import Any

from pulumi_livevox.client import LiveVoxClient
from pulumi_livevox.wire.enumerations import AcdFeatureCode, Attended, CallDirection, DayOfWeek
from pulumi_livevox.wire.general import GeneralUpdate
from pulumi_livevox.wire.inbound_hours import HoursEntryUpdate, NewHoursEntry
from pulumi_livevox.wire.phone import PhoneUpdate
from pulumi_livevox.wire.services import SearchCriteria
from pulumi_livevox.wire.settings import SettingsUpdate
from tests.rig.examples import EXAMPLES


def snake(document: Mapping[str, Any]) -> dict[str, Any]:
    """A document by the names that Python uses."""
    return {
        "inbound_service_id"
        if key == "inboundService"
        else "".join("_" + each.lower() if each.isupper() else each for each in key): value
        for key, value in document.items()
    }


def told(document: Any) -> Any:
    """What a call makes of an answer."""
    if document is None or document.keys() == {"id"}:
        return document and document["id"]
    for entries in ("service", "inboundHour"):
        if entries in document:
            return [snake(entry) for entry in document[entries]]
    return snake(document)


_SEARCH = SearchCriteria(
    call_direction=CallDirection.OUTBOUND,
    acd_feature=[AcdFeatureCode.NO_ACD, AcdFeatureCode.AGENT_AT_READY_IN],
    call_center=[429, 2829],
    attended=Attended.ATTENDED,
)
_SATURDAY = NewHoursEntry(day_of_week=DayOfWeek.SATURDAY, start_time=50400000, end_time=61200000)
_GENERAL = GeneralUpdate.model_validate(snake(EXAMPLES["Update Service General"].body))
_PHONE = PhoneUpdate.model_validate(snake(EXAMPLES["Update Service Phone"].body))
_SETTINGS = SettingsUpdate.model_validate(snake(EXAMPLES["Update Service Settings"].body))

CALLS: dict[str, Callable[[LiveVoxClient], Any]] = {
    "Create Service": lambda client: client.create_service(53661, "Documentation"),
    "Delete Service": lambda client: client.delete_service(53702),
    "Find Matching Services": lambda client: [
        each.shown()
        for each in client.find_services(_SEARCH, client_id=4199, page_size=20)
        if each.acd_feature_code is AcdFeatureCode.AGENT_AT_READY_IN
    ],
    "Get Service List Info": lambda client: client.service_list_info(433).shown(),
    "Get Service Related Objects": lambda client: client.related(6545).shown(),
    "List Services": lambda client: [
        each.shown() for each in client.list_services(433, page_size=5)
    ],
    "Read Service General": lambda client: client.read_general(20575).shown(),
    "Read Service Inbound Hours": lambda client: [
        entry.shown() for entry in client.read_inbound_hours(1008352)
    ],
    "Read Service Messaging": lambda client: client.read_messaging(19770).shown(),
    "Read Service Pacing Settings": lambda client: client.read_pacing(45108).shown(),
    "Read Service Phone": lambda client: client.read_phone(20575).shown(),
    "Read Service Settings": lambda client: client.read_settings(18892).shown(),
    "Update Service Add Caller ID": lambda client: client.add_caller_id(
        20180, "7347324396", default=True
    ),
    "Update Service Add Inbound Hours": lambda client: client.add_inbound_hours(20575, _SATURDAY),
    "Update Service General": lambda client: client.update_general(53701, _GENERAL),
    "Update Service Messaging Property": lambda client: client.update_messaging(
        20575, "INBOUND_TEMPLATE_ID", "14206"
    ),
    "Update Service Phone": lambda client: client.update_phone(20575, _PHONE),
    "Update Service Remove Caller ID": lambda client: client.remove_caller_id(20180, "7347324396"),
    "Update Service Remove Inbound Hours": lambda client: client.remove_inbound_hours(20575, 29857),
    "Update Service Settings": lambda client: client.update_settings(18892, _SETTINGS),
    "Update Service Update Inbound Hours": lambda client: client.update_inbound_hours(
        20575, 29857, HoursEntryUpdate(start_time=62100000, end_time=82500000)
    ),
}
"""One for each of the 21 methods, by the title that the page gives it."""
