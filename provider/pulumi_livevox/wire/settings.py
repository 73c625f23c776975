"""The "Settings" section of a service."""

from typing import Annotated, ClassVar

from pulumi_livevox.wire.enumerations import (
    AcdScheduledCallback,
    AnsweringMachineOption,
    DialingSort,
    PreviewDialAction,
    ZipAreaMismatch,
)
from pulumi_livevox.wire.fields import (
    AnsweredFlag,
    AnsweredName,
    AnsweredNumber,
    Flag,
    Id,
    WholeNumber,
    one_of,
    open_list,
)
from pulumi_livevox.wire.models import Answer, Body

_Sort = Annotated[DialingSort | str, open_list(DialingSort)]
_Mismatch = Annotated[ZipAreaMismatch | str, open_list(ZipAreaMismatch)]
_Machine = Annotated[AnsweringMachineOption | str, open_list(AnsweringMachineOption)]
_Callback = Annotated[AcdScheduledCallback | str, open_list(AcdScheduledCallback)]
_DialAction = Annotated[PreviewDialAction | str, open_list(PreviewDialAction)]


class Settings(Answer):
    """Read Service Settings."""

    service_id: AnsweredNumber
    name: AnsweredName = ""
    call_center_id: AnsweredNumber
    screen_pop_id: AnsweredNumber | None = None
    cycle_sort_daily: AnsweredFlag | None = None
    service_level_seconds: AnsweredNumber | None = None
    dialing_profile_id: AnsweredNumber | None = None
    dialing_restriction: AnsweredNumber | None = None
    dialing_sort: _Sort | None = None
    zip_area_mismatch: _Mismatch | None = None
    voice_id: AnsweredNumber | None = None
    scrub_wireless: AnsweredFlag | None = None
    answering_machine_option: _Machine | None = None
    transfer_option_enabled: AnsweredFlag | None = None
    volume_control_enabled: AnsweredFlag | None = None
    acd_scheduled_callback_ph_readonly: AnsweredFlag | None = None
    acd_scheduled_callback: _Callback | None = None
    acd_scheduled_callback_preview_enabled: AnsweredFlag | None = None
    acd_ptp_enabled: AnsweredFlag | None = None
    preview_manual_allowed: AnsweredFlag | None = None
    preview_skip_allowed: AnsweredFlag | None = None
    preview_confirm_dial: AnsweredFlag | None = None
    preview_timeout: AnsweredNumber | None = None
    preview_dial_action: _DialAction | None = None
    call_recording_enabled: AnsweredFlag | None = None
    acct_realtime_dnc: AnsweredFlag | None = None
    call_acceptance_enabled: AnsweredFlag | None = None
    call_acceptance_timeout: AnsweredNumber | None = None
    caller_id_source_id: AnsweredNumber | None = None
    callback_phone_source_id: AnsweredNumber | None = None
    dial_toll_free: AnsweredFlag | None = None
    lcid_package_id: AnsweredNumber | None = None
    operator_phone_source_id: AnsweredNumber | None = None
    manual_transfer_enabled: AnsweredFlag | None = None
    agent_to_agent_transfer_enabled: AnsweredFlag | None = None
    phonebook_transfer_enabled: AnsweredFlag | None = None
    account_max_attempts_per_day: AnsweredNumber | None = None
    contact_max_attempts_per_day: AnsweredNumber | None = None
    leave_messages: AnsweredFlag | None = None
    leave_no_messages: AnsweredFlag | None = None
    cross_requeueable: AnsweredFlag | None = None
    is_cross_requeueable: AnsweredFlag | None = None


class SettingsUpdate(Body):
    """Update Service Settings: the keys that are set, and no other, are changed."""

    CLEARABLE: ClassVar[frozenset[str]] = frozenset({"lcid_package_id", "call_acceptance_timeout"})

    cycle_sort_daily: Flag | None = None
    service_level_seconds: WholeNumber | None = None
    dialing_sort: Annotated[DialingSort, one_of(DialingSort)] | None = None
    zip_area_mismatch: Annotated[ZipAreaMismatch, one_of(ZipAreaMismatch)] | None = None
    # An id, and yet from 0: the API shows 0 where no voice is set.
    voice_id: WholeNumber | None = None
    scrub_wireless: Flag | None = None
    answering_machine_option: (
        Annotated[AnsweringMachineOption, one_of(AnsweringMachineOption)] | None
    ) = None
    volume_control_enabled: Flag | None = None
    acd_scheduled_callback_ph_readonly: Flag | None = None
    acd_scheduled_callback: Annotated[AcdScheduledCallback, one_of(AcdScheduledCallback)] | None = (
        None
    )
    acd_ptp_enabled: Flag | None = None
    preview_manual_allowed: Flag | None = None
    preview_skip_allowed: Flag | None = None
    preview_confirm_dial: Flag | None = None
    preview_timeout: WholeNumber | None = None
    preview_dial_action: Annotated[PreviewDialAction, one_of(PreviewDialAction)] | None = None
    call_recording_enabled: Flag | None = None
    acct_realtime_dnc: Flag | None = None
    call_acceptance_enabled: Flag | None = None
    call_acceptance_timeout: WholeNumber | None = None
    caller_id_source_id: WholeNumber | None = None
    callback_phone_source_id: WholeNumber | None = None
    dial_toll_free: Flag | None = None
    lcid_package_id: Id | None = None
    operator_phone_source_id: WholeNumber | None = None
    account_max_attempts_per_day: WholeNumber | None = None
    contact_max_attempts_per_day: WholeNumber | None = None
    leave_messages: Flag | None = None
    leave_no_messages: Flag | None = None
    cross_requeueable: Flag | None = None
    is_cross_requeueable: Flag | None = None


READ_ONLY_SETTINGS = (
    frozenset(Settings.model_fields)
    - frozenset(SettingsUpdate.model_fields)
    - {"service_id", "name", "call_center_id"}
)
"""The settings that a read shows and no update takes."""
