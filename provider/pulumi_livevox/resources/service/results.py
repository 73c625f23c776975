"""What lookups of services find; each is read only, and named as the properties of a resource.

None is what the API shows no value of, and what an answer lacks.
"""

from __future__ import annotations

from dataclasses import dataclass

from pulumi_livevox.program.lookups import Result


@dataclass(frozen=True)
class GetServiceResult(Result):
    """A service, as the General tab shows it (Read Service General)."""

    id: int
    """The service's id, as `template_id`, `adopt_id` and `service` take it."""
    name: str
    call_center_id: int
    """The call center in which the service stands."""
    abbreviation: str | None = None
    """Short name in the portal."""
    unattended: bool | None = None
    """The service has no agents."""
    term_code_enabled: bool | None = None
    """Agents see term codes while they handle calls."""
    acd_feature_code: str | None = None
    """How an agent's audio connection is made, such as AGENT_AT_READY_IN."""
    inbound_service_id: int | None = None
    """The inbound service that matches the numbers of callers."""
    call_direction: str | None = None
    """INBOUND, OUTBOUND or BLENDED."""
    preview_mode: str | None = None
    """Which calls agents preview: NONE, WIRELESS or ALL."""


@dataclass(frozen=True)
class ListedService(Result):
    """An entry of a call center's list (List Services)."""

    id: int
    name: str
    call_center_id: int


@dataclass(frozen=True)
class FoundService(ListedService):
    """A service that matches a search (Find Matching Services)."""

    acd_feature_code: str | None = None
    """How an agent's audio connection is made, such as AGENT_AT_READY_IN."""


@dataclass(frozen=True)
class GetServiceListInfoResult(Result):
    """What a call center's list is like (Get Service List Info)."""

    size: int
    """How many of its services the user sees."""
    last_modified: int | None = None
    """When the list was last updated, in milliseconds since 1970-01-01 UTC."""


@dataclass(frozen=True)
class GetRelatedResult(Result):
    """What belongs to a service, by id (Get Service Related Objects)."""

    call_center_id: int
    agent_ids: tuple[int, ...] = ()
    campaign_ids: tuple[int, ...] = ()
    inbound_resource_group_id: int | None = None
    """The resource group in which the service stands on the inbound side."""
    outbound_resource_group_ids: tuple[int, ...] = ()
    """The resource groups in which it stands on the outbound side."""


@dataclass(frozen=True)
class GetPhoneResult(Result):
    """The phone numbers of a service, as the platform has them (Read Service Phone)."""

    caller_ids: tuple[str, ...] = ()
    """The numbers that the service may show, in the platform's order."""
    default_caller_id: str | None = None
    """The one of them that it shows by default."""
    operator_phone: str | None = None
    """Caller ID of manual services."""
    callback_phone: str | None = None
    """Number that messages give to consumers for calling back."""
    agent_call_in_number: str | None = None
    """Number that an agent calls to connect to an AGENT_AT_READY_IN service."""
    service_id: int | None = None
    name: str | None = None
    call_center_id: int | None = None


@dataclass(frozen=True)
class GetMessagingResult(Result):
    """The messaging properties of a service (Read Service Messaging)."""

    properties: dict[str, str | None]
    """Values by name, as `livevox.Service` takes them: {"TEMPLATE_ID": "7125"}."""
    default_input_filter_id: int | None = None


@dataclass(frozen=True)
class GetPacingResult(Result):
    """How the outbound calls of a service are paced (Read Service Pacing Settings)."""

    method: str
    """The method, such as LINES_AGENT: lines for each agent."""
    throttle: int
    """The method's value: with LINES_AGENT, calls that are launched for each available agent."""
    max_wait_time: int | None = None
    """The most seconds that a consumer waits in the queue for an agent."""


@dataclass(frozen=True)
class GetSettingsResult(Result):
    """All settings of a service, with those that no program can declare (Read Service Settings).

    `livevox.SettingsArgs` says what each of the others means.
    """

    screen_pop_id: int | None = None
    """Id of the agents' screen pop. Read only."""
    cycle_sort_daily: bool | None = None
    service_level_seconds: int | None = None
    dialing_profile_id: int | None = None
    """Id of the rules which hours, days, states and area codes may be dialed. Read only."""
    dialing_restriction: int | None = None
    """Id of the dialing window that campaigns have by default. Read only."""
    dialing_sort: str | None = None
    zip_area_mismatch: str | None = None
    voice_id: int | None = None
    scrub_wireless: bool | None = None
    answering_machine_option: str | None = None
    transfer_option_enabled: bool | None = None
    """Agents have the Transfer button. Read only."""
    volume_control_enabled: bool | None = None
    acd_scheduled_callback_ph_readonly: bool | None = None
    acd_scheduled_callback: str | None = None
    acd_scheduled_callback_preview_enabled: bool | None = None
    """Agents acknowledge a scheduled callback before it is dialed. Read only."""
    acd_ptp_enabled: bool | None = None
    preview_manual_allowed: bool | None = None
    preview_skip_allowed: bool | None = None
    preview_confirm_dial: bool | None = None
    preview_timeout: int | None = None
    preview_dial_action: str | None = None
    call_recording_enabled: bool | None = None
    acct_realtime_dnc: bool | None = None
    call_acceptance_enabled: bool | None = None
    call_acceptance_timeout: int | None = None
    caller_id_source_id: int | None = None
    callback_phone_source_id: int | None = None
    dial_toll_free: bool | None = None
    lcid_package_id: int | None = None
    operator_phone_source_id: int | None = None
    manual_transfer_enabled: bool | None = None
    """Agents may transfer manually. Read only."""
    agent_to_agent_transfer_enabled: bool | None = None
    """Agents may transfer to agents. Read only."""
    phonebook_transfer_enabled: bool | None = None
    """Agents may transfer by the phone book. Read only."""
    account_max_attempts_per_day: int | None = None
    contact_max_attempts_per_day: int | None = None
    leave_messages: bool | None = None
    leave_no_messages: bool | None = None
    cross_requeueable: bool | None = None
    is_cross_requeueable: bool | None = None
    service_id: int | None = None
    name: str | None = None
    call_center_id: int | None = None
