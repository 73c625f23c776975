"""What a service may be declared with, and the sentence that a wrong value gets."""

from typing import Any

import pytest

from pulumi_livevox.declaring.judged import Judged
from pulumi_livevox.declaring.values import CLEAR, UNKNOWN
from pulumi_livevox.resources.service.args import PhoneArgs, SettingsArgs
from pulumi_livevox.resources.service.inputs import PHONE, judge
from pulumi_livevox.wire.settings import SettingsUpdate


def declared(**typed: Any) -> dict[str, Any]:
    judged = judge({"name": "Support", "template_id": 1} | typed, None)
    assert judged.problems == []
    return judged.values


def refusal(old: dict[str, Any] | None = None, **typed: Any) -> str:
    (problem,) = judge({"name": "Support", "template_id": 1} | typed, old).problems
    return problem


def test_a_service_needs_something_to_be_made_from() -> None:
    problems = judge({"name": "Support"}, None).problems
    assert "neither template_id nor adopt_id is declared" in problems[0]


def test_a_service_that_stands_needs_neither_template_nor_adoption() -> None:
    assert judge({"name": "Support"}, {"name": "Support"}) == Judged({"name": "Support"}, [])


def test_numbers_are_kept_as_numbers_however_they_come() -> None:
    settings = declared(template_id="53661", settings={"voice_id": 101.0, "preview_timeout": "30"})
    assert settings["template_id"] == 53661
    assert settings["settings"] == {"voice_id": 101, "preview_timeout": 30}


def test_phone_numbers_are_kept_as_ten_digits() -> None:
    phone = declared(phone={"operator_phone": "(877) 340-2033", "callback_phone": "+18773402031"})
    assert phone["phone"] == {"operator_phone": "8773402033", "callback_phone": "8773402031"}


def test_messages_are_kept_as_text() -> None:
    messaging = declared(messaging={"INBOUND_TEMPLATE_ID": 14206, "SOMETHING_NEW": "7125"})
    assert messaging["messaging"] == {"INBOUND_TEMPLATE_ID": "14206", "SOMETHING_NEW": "7125"}


def test_a_service_can_be_linked_to_itself() -> None:
    assert declared(inbound_service_id="self")["inbound_service_id"] == "self"


def test_what_the_api_can_clear_can_be_cleared() -> None:
    inputs = declared(preview_mode=CLEAR, settings={"lcid_package_id": CLEAR})
    assert inputs["preview_mode"] == CLEAR
    assert inputs["settings"] == {"lcid_package_id": CLEAR}


def test_what_the_api_can_not_clear_is_refused() -> None:
    assert "settings.voice_id was" in refusal(settings={"voice_id": CLEAR})


def test_values_that_a_preview_can_not_know_pass() -> None:
    inputs = declared(
        template_id=UNKNOWN,
        inbound_service_id=UNKNOWN,
        phone=UNKNOWN,
        settings={"voice_id": UNKNOWN, "dialing_sort": "DEFAULT"},
        messaging={"INBOUND_TEMPLATE_ID": UNKNOWN},
    )
    assert inputs["settings"] == {"voice_id": UNKNOWN, "dialing_sort": "DEFAULT"}
    assert inputs["phone"] is UNKNOWN


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": ""}, 'name was ""; it may be text that is not blank'),
        ({"name": "  "}, 'name was "  "; it may be text that is not blank'),
        ({"template_id": -5}, "template_id was -5; it may be a whole number from 1"),
        ({"adopt_id": 0}, "adopt_id was 0; it may be a whole number from 1"),
        (
            {"inbound_service_id": -1},
            'inbound_service_id was -1; it may be a whole number from 1, or "self"',
        ),
        ({"unattended": "yes"}, 'unattended was "yes"; it may be true or false'),
        (
            {"call_direction": "SIDEWAYS"},
            'call_direction was "SIDEWAYS"; it may be one of INBOUND, OUTBOUND, BLENDED',
        ),
        (
            {"settings": {"dialing_sort": "FAST"}},
            'settings.dialing_sort was "FAST"; it may be one of DEFAULT, CONTACT_NAME, CONSECUTIVE,'
            " INVERTED_CONSECUTIVE, MIDPOINT_CONSECUTIVE, CONTACT_NAME_NO_AREA_CODE,"
            " CAMPAIGN_ROUND_ROBIN",
        ),
        (
            {"settings": {"preview_timeout": True}},
            "settings.preview_timeout was true; it may be a whole number from 0",
        ),
        (
            {"settings": "all"},
            'settings was "all"; it may be a dict of properties and their values',
        ),
        (
            {"phone": {"operator_phone": "877340203"}},
            'phone.operator_phone was "877340203"; it may be ten digits, such as 8773402033',
        ),
        (
            {"phone": {"operator_phone": "877-FLOWERS"}},
            'phone.operator_phone was "877-FLOWERS"; it may be ten digits, such as 8773402033:'
            " without letters or an extension",
        ),
        (
            {"messaging": {"INBOUND_TEMPLATE_ID": ""}},
            'messaging.INBOUND_TEMPLATE_ID was ""; it may be text or a number: the message\'s id',
        ),
    ],
)
def test_a_wrong_value_is_told_with_what_it_was_and_what_it_may_be(
    typed: dict[str, Any], sentence: str
) -> None:
    assert refusal(**typed) == sentence


def test_an_unknown_property_is_told_with_the_nearest_known_name() -> None:
    assert "the nearest known name is dialing_sort" in refusal(settings={"dialingSort": "DEFAULT"})
    assert "the nearest known name is operator_phone" in refusal(phone={"operatr_phone": "1"})


def test_a_setting_that_can_only_be_read_is_refused() -> None:
    assert "settings.screen_pop_id was 5; it may not be set" in refusal(
        settings={"screen_pop_id": 5}
    )


def test_the_default_caller_id_is_declared_by_a_caller_id() -> None:
    assert "livevox.CallerId(..., default=True)" in refusal(
        phone={"default_caller_id": "8773402033"}
    )


def test_every_wrong_phone_property_is_told() -> None:
    phone = {"default_caller_id": "8773402033", "operator_fone": "8773402033"}
    problems = judge({"name": "Support", "template_id": 1, "phone": phone}, None).problems
    assert len(problems) == 2


def test_both_names_of_a_deprecated_pair_may_not_differ() -> None:
    both = {"account_max_attempts_per_day": 1, "contact_max_attempts_per_day": 2}
    assert "declare contact_max_attempts_per_day alone" in refusal(settings=both)
    assert declared(settings={"leave_messages": True, "leave_no_messages": True})


def test_every_setting_and_phone_number_that_the_api_takes_can_be_typed() -> None:
    assert set(SettingsArgs.__annotations__) == set(SettingsUpdate.model_fields)
    assert set(PhoneArgs.__annotations__) == set(PHONE)


@pytest.mark.parametrize("typed", [{}, {"adopt_id": 5}, {"adopt_id": UNKNOWN}])
@pytest.mark.parametrize("old", [{"name": "Support"}, {"name": "Support", "adopt_id": 7}])
def test_what_is_adopted_counts_until_the_service_stands_and_is_no_difference_then(
    typed: dict[str, Any], old: dict[str, Any]
) -> None:
    judged = judge({"name": "Support"} | typed, old)

    assert (judged.values, judged.problems) == (old, [])
