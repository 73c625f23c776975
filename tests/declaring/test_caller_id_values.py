"""What a caller ID may be declared with, and the sentence that a wrong value gets."""

import pytest

from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.resources.caller_id.inputs import judge


def test_a_number_is_kept_as_ten_digits_and_a_service_as_its_id() -> None:
    judged = judge({"service": 53701.0, "phone_number": "(877) 340-2031", "default": True}, None)
    assert judged.problems == []
    assert judged.values == {"service": "53701", "phone_number": "8773402031", "default": True}


def test_values_that_a_preview_can_not_know_pass() -> None:
    assert judge({"service": UNKNOWN, "phone_number": UNKNOWN}, None).problems == []


@pytest.mark.parametrize("number", ["877340203", "877340203x", "1-800-FLOWERS", "", "+44 20 7946"])
def test_what_is_no_ten_digit_number_is_refused(number: str) -> None:
    (problem,) = judge({"service": "53701", "phone_number": number}, None).problems
    assert problem.startswith(f'phone_number was "{number}"; it may be ten digits, such as')


def test_a_service_id_that_can_not_be_is_refused() -> None:
    problems = judge({"service": "-4", "phone_number": "8773402031"}, None).problems
    assert problems == ['service was "-4"; it may be a whole number from 1']
