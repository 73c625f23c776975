"""What a service's outputs hold, section by section; also to be had by key, as in a dict."""

from typing import Any

import pulumi


class _Declared(dict[str, Any]):
    """The dict of what is declared, as the program has it."""

    def __init__(self, **properties: Any) -> None:
        super().__init__({name: item for name, item in properties.items() if item is not None})

    def __init_subclass__(cls) -> None:
        # An output type gets these from the SDK, unless it has them of its own.
        for name in ("__init__", "__eq__"):
            setattr(cls, name, getattr(_Declared, name))


@pulumi.output_type
class Phone(_Declared):
    """Phone numbers of a service, as far as they are declared (see PhoneArgs)."""

    operator_phone: str | None
    callback_phone: str | None
    agent_call_in_number: str | None


@pulumi.output_type
class Settings(_Declared):
    """Settings of a service, as far as they are declared (see SettingsArgs)."""

    cycle_sort_daily: bool | None
    service_level_seconds: int | None
    dialing_sort: str | None
    zip_area_mismatch: str | None
    voice_id: int | None
    scrub_wireless: bool | None
    answering_machine_option: str | None
    volume_control_enabled: bool | None
    acd_scheduled_callback_ph_readonly: bool | None
    acd_scheduled_callback: str | None
    acd_ptp_enabled: bool | None
    preview_manual_allowed: bool | None
    preview_skip_allowed: bool | None
    preview_confirm_dial: bool | None
    preview_timeout: int | None
    preview_dial_action: str | None
    call_recording_enabled: bool | None
    acct_realtime_dnc: bool | None
    call_acceptance_enabled: bool | None
    call_acceptance_timeout: int | str | None
    caller_id_source_id: int | None
    callback_phone_source_id: int | None
    dial_toll_free: bool | None
    lcid_package_id: int | str | None
    operator_phone_source_id: int | None
    account_max_attempts_per_day: int | None
    contact_max_attempts_per_day: int | None
    leave_messages: bool | None
    leave_no_messages: bool | None
    cross_requeueable: bool | None
    is_cross_requeueable: bool | None
