"""What users type for a service, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from pulumi_livevox.declaring.values import Clear

if TYPE_CHECKING:
    from pulumi import Input


class PhoneArgs(TypedDict, total=False):
    """Phone numbers of a service; ten digits each, in any common way of writing (Update Phone)."""

    operator_phone: Input[str]
    """Caller ID of manual services."""
    callback_phone: Input[str]
    """Number that messages give to consumers for calling back."""
    agent_call_in_number: Input[str]
    """Number that an agent calls to connect to an AGENT_AT_READY_IN service."""


class SettingsArgs(TypedDict, total=False):
    """Settings of a service (Update Settings). Flags are True or False."""

    cycle_sort_daily: Input[bool]
    """Calls cycle through the accounts' sequence daily."""
    service_level_seconds: Input[int]
    """Seconds in which calls must be dialed to comply; used in reports."""
    dialing_sort: Input[str]
    """Order in which accounts are dialed: DEFAULT, CONTACT_NAME, CONSECUTIVE,
    INVERTED_CONSECUTIVE, MIDPOINT_CONSECUTIVE, CONTACT_NAME_NO_AREA_CODE or
    CAMPAIGN_ROUND_ROBIN."""
    zip_area_mismatch: Input[str]
    """When zip code and area code are compared: OFF, LOADTIME, LOADTIME_OPTIMIZED, DIALTIME or
    DIALTIME_OPTIMIZED."""
    voice_id: Input[int]
    """Id of the default voice talent of campaigns."""
    scrub_wireless: Input[bool]
    """Wireless numbers are scrubbed."""
    answering_machine_option: Input[str]
    """What happens at an answering machine: NO_MESSAGES, LEAVE_MESSAGES or TRANSFER."""
    volume_control_enabled: Input[bool]
    """Agents may change volumes and mute their microphone."""
    acd_scheduled_callback_ph_readonly: Input[bool]
    """Agents can't change the phone number of a scheduled callback."""
    acd_scheduled_callback: Input[str]
    """Routing of callbacks that agents schedule: DISABLED, ROUTE_TO_SERVICE_POOL,
    ROUTE_TO_ORIG_AGENT_FIRST or ROUTE_TO_ORIG_AGENT_ONLY."""
    acd_ptp_enabled: Input[bool]
    """Agents must enter an amount with Promise to Pay term codes."""
    preview_manual_allowed: Input[bool]
    """Agents may enter and dial a number on a preview call."""
    preview_skip_allowed: Input[bool]
    """Agents may skip a preview call."""
    preview_confirm_dial: Input[bool]
    """Agents confirm a preview dial a second time."""
    preview_timeout: Input[int]
    """Seconds an agent has in preview mode before `preview_dial_action` happens."""
    preview_dial_action: Input[str]
    """What happens then: DIAL or SKIP. The API is going to remove it."""
    call_recording_enabled: Input[bool]
    """Calls are recorded."""
    acct_realtime_dnc: Input[bool]
    """Accounts are checked for "do not call" before each dial. The API is going to remove it."""
    call_acceptance_enabled: Input[bool]
    """Agents accept calls."""
    call_acceptance_timeout: Input[int | Clear]
    """Seconds an agent has to accept a call; `CLEAR` for none."""
    caller_id_source_id: Input[int]
    """Where the caller ID is taken from."""
    callback_phone_source_id: Input[int]
    """Where the callback phone is taken from."""
    dial_toll_free: Input[bool]
    """Toll-free numbers may be dialed."""
    lcid_package_id: Input[int | Clear]
    """Id of the LCID package; `CLEAR` for none."""
    operator_phone_source_id: Input[int]
    """Where the operator phone is taken from."""
    account_max_attempts_per_day: Input[int]
    """Deprecated: `contact_max_attempts_per_day`."""
    contact_max_attempts_per_day: Input[int]
    """How often an account may be dialed a day."""
    leave_messages: Input[bool]
    """Deprecated: `leave_no_messages`."""
    leave_no_messages: Input[bool]
    """Campaigns hang up on answering machines by default."""
    cross_requeueable: Input[bool]
    """Deprecated: `is_cross_requeueable`."""
    is_cross_requeueable: Input[bool]
    """Campaigns can be requeued to other services of the call center."""
