"""Lookups of services in programs: each at once, or as an output of values not known yet.

A lookup reads when it is first asked for in a run, in previews too; asked again, it has the answer
of then. All raise pulumi.RunError, which names the lookup: where an argument is wrong (before
anything is sent), where the configuration is incomplete, and where a call fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pulumi

from pulumi_livevox.program.lookups import Lookup
from pulumi_livevox.resources.service import asking
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

_BY_ID: Final = asking.requires("service_id")
_IN_CALL_CENTER: Final = asking.requires("call_center_id")
_BY_CRITERIA: Final = asking.requires("call_direction", "acd_features")

_SERVICE: Final = Lookup("get_service", asking.judge_which, asking.service, GetServiceResult)
_SERVICES: Final = Lookup(
    "get_services", _IN_CALL_CENTER, asking.services, list[ListedService], "services"
)
_FOUND: Final = Lookup(
    "find_services", _BY_CRITERIA, asking.matching, list[FoundService], "services"
)
_LIST_INFO: Final = Lookup(
    "get_service_list_info", _IN_CALL_CENTER, asking.list_info, GetServiceListInfoResult
)
_RELATED: Final = Lookup("get_related", _BY_ID, asking.related, GetRelatedResult)
_PHONE: Final = Lookup("get_phone", _BY_ID, asking.phone, GetPhoneResult)
_SETTINGS: Final = Lookup("get_settings", _BY_ID, asking.settings, GetSettingsResult)
_MESSAGING: Final = Lookup("get_messaging", _BY_ID, asking.messaging, GetMessagingResult)
_PACING: Final = Lookup("get_pacing", _BY_ID, asking.pacing, GetPacingResult)


def get_service(
    name: str | None = None,
    *,
    call_center_id: int | str | None = None,
    service_id: int | str | None = None,
) -> GetServiceResult:
    """Look a service up, by its name in a call center or by its id (Read Service General).

    Args:
        name: the service's name, to the letter.
        call_center_id: the call center in which it is looked for (List Services).
        service_id: the service's id, in the place of both.

    Raises pulumi.RunError where no service has the name (it tells the nearest names), or several
    have (it tells their ids).
    """
    return _SERVICE.now(name=name, call_center_id=call_center_id, service_id=service_id)


def get_service_output(
    name: pulumi.Input[str | None] = None,
    *,
    call_center_id: pulumi.Input[int | str | None] = None,
    service_id: pulumi.Input[int | str | None] = None,
) -> pulumi.Output[GetServiceResult]:
    """Look a service up when it is known which: `get_service` of outputs."""
    return _SERVICE.later(name=name, call_center_id=call_center_id, service_id=service_id)


def get_services(call_center_id: int | str) -> list[ListedService]:
    """List the services of a call center that the user sees (List Services).

    The list is empty where the call center has none.
    """
    return _SERVICES.now(call_center_id=call_center_id)


def get_services_output(
    call_center_id: pulumi.Input[int | str],
) -> pulumi.Output[list[ListedService]]:
    """List services when it is known where: `get_services` of an output."""
    return _SERVICES.later(call_center_id=call_center_id)


def find_services(
    call_direction: str,
    acd_features: Sequence[str],
    call_center_ids: Sequence[int | str] | None = None,
    attended: str | None = None,
) -> list[FoundService]:
    """Find the services that match all of some criteria (Find Matching Services).

    Args:
        call_direction: INBOUND, OUTBOUND or BLENDED.
        acd_features: one or more of AGENT_AT_READY_IN, AGENT_AT_READY_OUT, AGENT_CALL_OUT, MANUAL,
            HCI, STRICT_HCI, 10_DMT and NO_ACD.
        call_center_ids: the call centers to look in; left out, all that the user sees.
        attended: ATTENDED or UNATTENDED; left out, both.
    """
    return _FOUND.now(
        call_direction=call_direction,
        acd_features=acd_features,
        call_center_ids=call_center_ids,
        attended=attended,
    )


def find_services_output(
    call_direction: pulumi.Input[str],
    acd_features: pulumi.Input[Sequence[pulumi.Input[str]]],
    call_center_ids: pulumi.Input[Sequence[pulumi.Input[int | str]] | None] = None,
    attended: pulumi.Input[str | None] = None,
) -> pulumi.Output[list[FoundService]]:
    """Find services when the criteria are known: `find_services` of outputs."""
    return _FOUND.later(
        call_direction=call_direction,
        acd_features=acd_features,
        call_center_ids=call_center_ids,
        attended=attended,
    )


def get_service_list_info(call_center_id: int | str) -> GetServiceListInfoResult:
    """Tell how many services of a call center the user sees (Get Service List Info)."""
    return _LIST_INFO.now(call_center_id=call_center_id)


def get_service_list_info_output(
    call_center_id: pulumi.Input[int | str],
) -> pulumi.Output[GetServiceListInfoResult]:
    """Tell how many services there are: `get_service_list_info` of an output."""
    return _LIST_INFO.later(call_center_id=call_center_id)


def get_related(service_id: int | str) -> GetRelatedResult:
    """Look up what belongs to a service: agents, campaigns … (Get Service Related Objects)."""
    return _RELATED.now(service_id=service_id)


def get_related_output(service_id: pulumi.Input[int | str]) -> pulumi.Output[GetRelatedResult]:
    """Look up what belongs to a service: `get_related` of an output."""
    return _RELATED.later(service_id=service_id)


def get_phone(service_id: int | str) -> GetPhoneResult:
    """Look up the caller IDs and phone numbers of a service (Read Service Phone)."""
    return _PHONE.now(service_id=service_id)


def get_phone_output(service_id: pulumi.Input[int | str]) -> pulumi.Output[GetPhoneResult]:
    """Look up the numbers of a service: `get_phone` of an output."""
    return _PHONE.later(service_id=service_id)


def get_settings(service_id: int | str) -> GetSettingsResult:
    """Look up all settings of a service (Read Service Settings)."""
    return _SETTINGS.now(service_id=service_id)


def get_settings_output(service_id: pulumi.Input[int | str]) -> pulumi.Output[GetSettingsResult]:
    """Look up the settings of a service: `get_settings` of an output."""
    return _SETTINGS.later(service_id=service_id)


def get_messaging(service_id: int | str) -> GetMessagingResult:
    """Look up the messaging properties of a service (Read Service Messaging)."""
    return _MESSAGING.now(service_id=service_id)


def get_messaging_output(service_id: pulumi.Input[int | str]) -> pulumi.Output[GetMessagingResult]:
    """Look up the messaging properties of a service: `get_messaging` of an output."""
    return _MESSAGING.later(service_id=service_id)


def get_pacing(service_id: int | str) -> GetPacingResult:
    """Look up how the outbound calls of a service are paced (Read Service Pacing Settings)."""
    return _PACING.now(service_id=service_id)


def get_pacing_output(service_id: pulumi.Input[int | str]) -> pulumi.Output[GetPacingResult]:
    """Look up how a service is paced: `get_pacing` of an output."""
    return _PACING.later(service_id=service_id)
