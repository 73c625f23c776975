"""What users type for a service, and how it is normalised and judged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypedDict

from pydantic import BaseModel

from pulumi_livevox.resources.judging import judge, nearest, shown, was
from pulumi_livevox.resources.values import UNKNOWN, Clear
from pulumi_livevox.wire.enumerations import MessagingProperty
from pulumi_livevox.wire.fields import Flag, Id
from pulumi_livevox.wire.general import GeneralUpdate
from pulumi_livevox.wire.phone import PhoneUpdate
from pulumi_livevox.wire.settings import DEPRECATED_PAIRS, READ_ONLY_SETTINGS, SettingsUpdate

if TYPE_CHECKING:
    from pulumi import Input

SELF: Final = "self"
"""As `inbound_service_id`: the service is linked to itself."""

GENERAL: Final = tuple(GeneralUpdate.model_fields)
"""Names of the general properties, which are typed at the top level."""

PHONE: Final = tuple(name for name in PhoneUpdate.model_fields if name != "default_caller_id")
"""Names of the phone properties. The default caller ID is declared by a CallerId."""


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


class _Identity(BaseModel):
    """The properties that say which service is meant and how it comes to be."""

    template_id: Id | None = None
    adopt_id: Id | None = None
    inherit_caller_ids: Flag | None = None


def normalise(typed: Mapping[str, Any], *, exists: bool) -> tuple[dict[str, Any], list[str]]:
    """Return the inputs as state keeps them, and a sentence for each that is wrong.

    `exists` tells whether the resource is in the state already: then neither `template_id`
    nor `adopt_id` is asked for. Unknown values pass.
    """
    identity = {name: typed[name] for name in _Identity.model_fields if name in typed}
    inputs, problems = judge(_Identity, identity)
    general, wrong = _normalise_general(typed)
    inputs |= general
    problems += wrong
    for section, judged in (
        ("phone", _normalise_phone),
        ("settings", _normalise_settings),
        ("messaging", _normalise_messaging),
    ):
        if section in typed:
            inputs[section], wrong = _judged_dict(section, typed[section], judged)
            problems += wrong
    if not exists and "template_id" not in typed and "adopt_id" not in typed:
        problems.append(
            "neither template_id nor adopt_id is declared, and the service does not exist yet: "
            "declare template_id (the id of a service to copy) or adopt_id (the id of a service "
            "that is there already)"
        )
    return inputs, problems


def _normalise_general(typed: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    general = {name: typed[name] for name in GENERAL if name in typed}
    linked_to_itself = general.get("inbound_service_id") == SELF
    if linked_to_itself:
        general.pop("inbound_service_id")
    values, problems = judge(GeneralUpdate, general)
    problems = [
        f'{problem}, or "{SELF}"' if problem.startswith("inbound_service_id ") else problem
        for problem in problems
    ]
    if linked_to_itself:
        values["inbound_service_id"] = SELF
    return values, problems


def _judged_dict(section: str, typed: Any, judged: Any) -> tuple[Any, list[str]]:
    if typed is UNKNOWN:
        return typed, []
    if not isinstance(typed, Mapping):
        return typed, [was(section, typed, "a dict of properties and their values")]
    values, problems = judged(typed)
    return values, problems


def _normalise_phone(typed: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    known, problems = _known("phone", typed, PHONE)
    if "default_caller_id" in typed:
        problems = [
            was("phone.default_caller_id", typed["default_caller_id"], "declared by a CallerId")
            + ": livevox.CallerId(..., default=True)"
        ]
    values, wrong = judge(PhoneUpdate, known, path="phone.")
    return values, problems + wrong


def _normalise_settings(typed: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    settable = {name: value for name, value in typed.items() if name not in READ_ONLY_SETTINGS}
    problems = [
        f"settings.{name} was {shown(value)}; it may not be set: the API shows this setting "
        "and does not take it"
        for name, value in typed.items()
        if name in READ_ONLY_SETTINGS
    ]
    known, wrong = _known("settings", settable, tuple(SettingsUpdate.model_fields))
    problems += wrong
    values, wrong = judge(SettingsUpdate, known, path="settings.")
    problems += wrong
    for old, current in DEPRECATED_PAIRS:
        pair = values.get(old), values.get(current)
        if None not in pair and UNKNOWN not in pair and pair[0] != pair[1]:
            problems.append(
                f"settings.{old} was {shown(pair[0])} and settings.{current} was "
                f"{shown(pair[1])}; they are an old and a new name of one setting and may not "
                f"differ: declare {current} alone"
            )
    return values, problems


def _normalise_messaging(typed: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in typed.items():
        text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
        values[name] = text
        if text is not UNKNOWN and not (isinstance(text, str) and text.strip()):
            problems.append(was(f"messaging.{name}", value, "text or a number: the message's id"))
        if not name.strip():
            problems.append(was("messaging", name, "keyed by properties' names"))
    return values, problems


def unknown_messaging_properties(messaging: Mapping[str, Any]) -> list[str]:
    """Return a warning for each property that is not known: the API judges it."""
    known = [item.value for item in MessagingProperty]
    return [
        f"messaging.{name} is none of the properties known ({', '.join(known)}); "
        "it is sent as it stands and the API judges it"
        for name in messaging
        if name not in known
    ]


def _known(
    section: str, typed: Mapping[str, Any], names: tuple[str, ...]
) -> tuple[dict[str, Any], list[str]]:
    known = {name: value for name, value in typed.items() if name in names}
    problems = [
        f"{section}.{name} was {shown(value)}; it may not be declared: there is no such property, "
        f"{nearest(name, names)}"
        for name, value in typed.items()
        if name not in names
    ]
    return known, problems
