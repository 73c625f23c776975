"""Call-center configuration as infrastructure code: LiveVox services for Pulumi programs."""

from pulumi_livevox import shadowing

shadowing.import_past_them()

from typing import TYPE_CHECKING, Any

from pulumi_livevox.declaring.values import CLEAR
from pulumi_livevox.hours.business.business_hours import BusinessHours
from pulumi_livevox.hours.business.holidays import Holidays
from pulumi_livevox.program import business_hours, end
from pulumi_livevox.resources.caller_id.resource import CallerId
from pulumi_livevox.resources.inbound_hours.resource import InboundHours
from pulumi_livevox.resources.service.args import PhoneArgs, SettingsArgs
from pulumi_livevox.resources.service.resource import Service

if TYPE_CHECKING:
    from pulumi_livevox.resources.inbound_hours.lookup import (
        GetInboundHoursResult,
        get_inbound_hours,
        get_inbound_hours_output,
    )
    from pulumi_livevox.resources.service.lookup import (
        find_services,
        find_services_output,
        get_messaging,
        get_messaging_output,
        get_pacing,
        get_pacing_output,
        get_phone,
        get_phone_output,
        get_related,
        get_related_output,
        get_service,
        get_service_list_info,
        get_service_list_info_output,
        get_service_output,
        get_services,
        get_services_output,
        get_settings,
        get_settings_output,
    )
    from pulumi_livevox.resources.service.results import (
        FoundService,
        GetMessagingResult,
        GetPacingResult,
        GetPhoneResult,
        GetRelatedResult,
        GetServiceListInfoResult,
        GetServiceResult,
        GetSettingsResult,
        ListedService,
    )

__all__ = [
    "CLEAR",
    "BusinessHours",
    "CallerId",
    "FoundService",
    "GetInboundHoursResult",
    "GetMessagingResult",
    "GetPacingResult",
    "GetPhoneResult",
    "GetRelatedResult",
    "GetServiceListInfoResult",
    "GetServiceResult",
    "GetSettingsResult",
    "Holidays",
    "InboundHours",
    "ListedService",
    "PhoneArgs",
    "Service",
    "SettingsArgs",
    "find_services",
    "find_services_output",
    "get_inbound_hours",
    "get_inbound_hours_output",
    "get_messaging",
    "get_messaging_output",
    "get_pacing",
    "get_pacing_output",
    "get_phone",
    "get_phone_output",
    "get_related",
    "get_related_output",
    "get_service",
    "get_service_list_info",
    "get_service_list_info_output",
    "get_service_output",
    "get_services",
    "get_services_output",
    "get_settings",
    "get_settings_output",
]

business_hours.show_wrong_ones_plainly()
# A program that declares nothing any more is told what is left, too.
end.watch()


def __getattr__(name: str) -> Any:
    if name in __all__:
        # Lookups and what they find: programs that have none do not wait for what they need.
        from importlib import import_module

        for room in ("service", "inbound_hours"):
            module = import_module(f"pulumi_livevox.resources.{room}.lookup")
            if hasattr(module, name):
                globals()[name] = getattr(module, name)
                return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
