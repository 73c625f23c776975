"""Bodies and answers: their names, what they take, and how they refuse."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from pulumi_livevox.wire.deprecated import DEPRECATED_PAIRS
from pulumi_livevox.wire.enumerations import (
    AcdFeatureCode,
    AcdScheduledCallback,
    AnsweringMachineOption,
    CallDirection,
    DayOfWeek,
    DialingSort,
    PacingMethod,
    PreviewDialAction,
    PreviewMode,
    ZipAreaMismatch,
)
from pulumi_livevox.wire.general import General, GeneralUpdate
from pulumi_livevox.wire.inbound_hours import HoursEntry, HoursEntryUpdate, NewHoursEntry
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.models import Body
from pulumi_livevox.wire.pacing import Pacing
from pulumi_livevox.wire.phone import Phone, PhoneUpdate
from pulumi_livevox.wire.services import SearchCriteria
from pulumi_livevox.wire.settings import READ_ONLY_SETTINGS, Settings, SettingsUpdate

NUMBERS = st.integers(0, 2**63 - 1)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "name": st.text(min_size=1).filter(str.strip),
    "abbreviation": st.text(),
    "acd_feature_code": st.sampled_from([each.value for each in AcdFeatureCode]),
    "call_direction": st.sampled_from([each.value for each in CallDirection]),
    "preview_mode": st.sampled_from([each.value for each in PreviewMode]),
    "inbound_service_id": st.integers(1, 2**63 - 1),
    "lcid_package_id": st.integers(1, 2**63 - 1),
}
FLAGS = {
    *("unattended", "term_code_enabled", "cycle_sort_daily", "scrub_wireless"),
    *("volume_control_enabled", "acd_scheduled_callback_ph_readonly", "acd_ptp_enabled"),
    *("preview_manual_allowed", "preview_skip_allowed", "preview_confirm_dial"),
    *("call_recording_enabled", "acct_realtime_dnc", "call_acceptance_enabled"),
    *("dial_toll_free", "leave_messages", "leave_no_messages", "cross_requeueable"),
    "is_cross_requeueable",
}
CHOICES = {
    "dialing_sort": DialingSort,
    "zip_area_mismatch": ZipAreaMismatch,
    "answering_machine_option": AnsweringMachineOption,
    "acd_scheduled_callback": AcdScheduledCallback,
    "preview_dial_action": PreviewDialAction,
}
IDENTITY = {"serviceId": 5, "name": "Five", "callCenterId": 433}


def _values_of(model: type[Body]) -> st.SearchStrategy[dict[str, Any]]:
    strategies: dict[str, st.SearchStrategy[Any]] = {}
    for name in model.model_fields:
        if name in FLAGS:
            strategies[name] = st.booleans()
        elif name in CHOICES:
            strategies[name] = st.sampled_from([each.value for each in CHOICES[name]])
        elif model is PhoneUpdate:
            strategies[name] = st.from_regex(r"[2-9][0-9]{9}", fullmatch=True)
        else:
            strategies[name] = VALUES.get(name, NUMBERS)
    return st.fixed_dictionaries({}, optional=strategies)


@pytest.mark.parametrize(
    ("update", "answer"),
    [(GeneralUpdate, General), (SettingsUpdate, Settings), (PhoneUpdate, Phone)],
)
@given(data=st.data())
def test_values_come_back_from_the_wire(
    update: type[Body], answer: type[General | Settings | Phone], data: st.DataObject
) -> None:
    values = data.draw(_values_of(update))
    shown = answer.model_validate({**IDENTITY, **update(**values).to_wire()}).shown()

    assert shown == {"service_id": 5, "name": "Five", "call_center_id": 433, **values}


@given(st.sampled_from(DayOfWeek), NUMBERS, NUMBERS, NUMBERS)
def test_hours_come_back_from_the_wire(day: DayOfWeek, date: int, start: int, end: int) -> None:
    at = date if day is DayOfWeek.SPECIFIC_DATE else None
    written = NewHoursEntry(day_of_week=day, date=at, start_time=start, end_time=end).to_wire()
    entry = HoursEntry.model_validate({"id": 9, **written})

    assert (entry.day_of_week, entry.date) == (day, at)
    assert (entry.start_time, entry.end_time) == (start, end)


def test_names_are_written_as_the_api_has_them() -> None:
    assert GeneralUpdate(inbound_service_id=5, term_code_enabled=True).to_wire() == {
        "inboundService": 5,
        "termCodeEnabled": True,
    }
    assert SettingsUpdate(acd_scheduled_callback_ph_readonly=True, lcid_package_id=5).to_wire() == {
        "acdScheduledCallbackPhReadonly": True,
        "lcidPackageId": 5,
    }
    assert AcdFeatureCode.TEN_DMT.value == "10_DMT"


def test_what_is_not_set_is_not_written() -> None:
    assert GeneralUpdate().to_wire() == {}
    assert SettingsUpdate(voice_id=0).to_wire() == {"voiceId": 0}


def test_none_clears_where_the_api_clears_and_says_nothing_elsewhere() -> None:
    assert GeneralUpdate(preview_mode=None, name=None).to_wire() == {"previewMode": None}
    settings = SettingsUpdate(lcid_package_id=None, call_acceptance_timeout=None, voice_id=None)
    assert settings.to_wire() == {"lcidPackageId": None, "callAcceptanceTimeout": None}


NO_WHOLE_NUMBERS: list[Any] = [
    *(-1, 1.5, True, "x", "1.0", [], "", "-1"),
    *(float("nan"), float("inf"), 1e300, 2**63, "9" * 5000, "\u0665"),
]
NO_FLAGS: list[Any] = [0, 1, "true", [], 1.0]
BLANKS: list[Any] = ["", "  ", 5]
NO_TEXTS: list[Any] = [5, False, "\ud800"]
WHOLE = "a whole number from 0"
REFUSALS: list[tuple[type[Body], str, Any, str]] = [
    *((SettingsUpdate, "voice_id", value, WHOLE) for value in NO_WHOLE_NUMBERS),
    (GeneralUpdate, "inbound_service_id", 0, "a whole number from 1"),
    *((GeneralUpdate, "unattended", value, "true or false") for value in NO_FLAGS),
    *((GeneralUpdate, "name", value, "text that is not blank") for value in BLANKS),
    *((GeneralUpdate, "abbreviation", value, "text") for value in NO_TEXTS),
    (SettingsUpdate, "preview_dial_action", "CALL", "one of DIAL, SKIP"),
    (SettingsUpdate, "preview_dial_action", "dial", "one of DIAL, SKIP"),
    (SettingsUpdate, "preview_dial_action", 1, "one of DIAL, SKIP"),
    (GeneralUpdate, "preview_mode", "SOME", "one of NONE, WIRELESS, ALL"),
    (PhoneUpdate, "operator_phone", "877340203", "ten digits, such as 8773402033"),
    (PhoneUpdate, "operator_phone", [], "text"),
    (SettingsUpdate, "screen_pop_id", 1, "Extra inputs are not permitted"),
    (SettingsUpdate, "voiceId", 1, "Extra inputs are not permitted"),
]


@pytest.mark.parametrize(("model", "name", "value", "may_be"), REFUSALS)
def test_a_value_is_refused_with_what_it_may_be(
    model: type[Body], name: str, value: Any, may_be: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        model.model_validate({name: value})

    [problem] = caught.value.errors()
    assert problem["loc"] == (name,)
    assert problem["msg"] == may_be


@pytest.mark.parametrize("value", [101, 101.0, "101", " 101 "])
def test_a_whole_number_is_taken_however_it_is_kept(value: Any) -> None:
    update = SettingsUpdate.model_validate({"voice_id": value})

    assert update.to_wire() == {"voiceId": 101}
    assert type(update.voice_id) is int


@pytest.mark.parametrize("value", [8773402033, 8773402033.0, "(877) 340-2033"])
def test_a_phone_number_is_taken_however_it_is_kept(value: Any) -> None:
    assert PhoneUpdate.model_validate({"operator_phone": value}).to_wire() == {
        "operatorPhone": "8773402033"
    }


def test_an_update_of_hours_needs_something_to_change() -> None:
    for nothing in ({}, {"start_time": None}):
        with pytest.raises(ValidationError, match="at least one of start_time, end_time"):
            HoursEntryUpdate.model_validate(nothing)
    assert HoursEntryUpdate(end_time=82500000).to_wire() == {"endTime": 82500000}


@pytest.mark.parametrize(
    ("day", "date"), [(DayOfWeek.SPECIFIC_DATE, None), (DayOfWeek.MONDAY, 1580446800000)]
)
def test_a_date_goes_with_a_specific_date_alone(day: DayOfWeek, date: int | None) -> None:
    with pytest.raises(ValidationError, match="a date with SPECIFIC_DATE"):
        NewHoursEntry(day_of_week=day, date=date, start_time=43200000, end_time=61200000)


def test_a_day_that_is_not_known_passes_to_be_judged_by_the_api() -> None:
    entry = NewHoursEntry(day_of_week="HOLIDAY", start_time=43200000, end_time=61200000)

    assert entry.to_wire()["dayOfWeek"] == "HOLIDAY"


def test_a_search_needs_a_feature() -> None:
    with pytest.raises(ValidationError):
        SearchCriteria(call_direction=CallDirection.INBOUND, acd_feature=[])


def test_answers_know_the_values_that_are_known_and_keep_the_others() -> None:
    pacing = Pacing.model_validate({"method": "LINES_AGENT", "throttle": 1})
    assert pacing.method is PacingMethod.LINES_AGENT
    assert Pacing.model_validate({"method": "OTHER", "throttle": 1}).method == "OTHER"


def test_an_answer_shows_just_the_keys_that_it_carried() -> None:
    phone = Phone.model_validate({**IDENTITY, "callerId": None, "operatorPhone": None, "new": 1})

    assert phone.shown() == {
        "service_id": 5,
        "name": "Five",
        "call_center_id": 433,
        "caller_id": [],
        "operator_phone": None,
    }
    assert phone.default_caller_id is None


def test_what_an_answer_holds_within_is_shown_too() -> None:
    messaging = Messaging.model_validate({"property": [{"key": "template_id", "value": "7"}]})

    assert messaging.shown() == {"property": [{"key": "template_id", "value": "7"}]}


def test_answers_do_not_change() -> None:
    general = General.model_validate(IDENTITY)

    with pytest.raises(ValidationError):
        general.name = "Six"  # type: ignore[misc]


def test_the_settings_that_only_a_read_shows_are_known() -> None:
    assert {
        *("screen_pop_id", "dialing_profile_id", "dialing_restriction"),
        *("transfer_option_enabled", "acd_scheduled_callback_preview_enabled"),
        *("manual_transfer_enabled", "agent_to_agent_transfer_enabled"),
        "phonebook_transfer_enabled",
    } == READ_ONLY_SETTINGS


def test_both_names_of_a_setting_can_be_updated() -> None:
    for old, current in DEPRECATED_PAIRS:
        assert {old, current} <= set(SettingsUpdate.model_fields)


def test_closed_lists_are_closed_in_updates_alone() -> None:
    settings = Settings.model_validate({**IDENTITY, "previewDialAction": "DIAL"})
    assert settings.preview_dial_action is PreviewDialAction.DIAL
    other = Settings.model_validate({**IDENTITY, "previewDialAction": "X"})
    assert other.shown()["preview_dial_action"] == "X"
