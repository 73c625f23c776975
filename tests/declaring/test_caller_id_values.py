"""What a caller ID may be declared with, and the sentence that a wrong value gets."""

import pytest

from pulumi_livevox.declaring.values import UNKNOWN
from pulumi_livevox.resources.caller_id.inputs import normalise


def test_a_number_is_kept_as_ten_digits_and_a_service_as_its_id() -> None:
    inputs, problems = normalise(
        {"service": 53701.0, "phone_number": "(877) 340-2031", "default": True}
    )
    assert problems == []
    assert inputs == {"service": "53701", "phone_number": "8773402031", "default": True}


def test_values_that_a_preview_can_not_know_pass() -> None:
    assert normalise({"service": UNKNOWN, "phone_number": UNKNOWN})[1] == []


@pytest.mark.parametrize("number", ["877340203", "877340203x", "1-800-FLOWERS", "", "+44 20 7946"])
def test_what_is_no_ten_digit_number_is_refused(number: str) -> None:
    _, problems = normalise({"service": "53701", "phone_number": number})
    (problem,) = problems
    assert problem.startswith(f'phone_number was "{number}"; it may be ten digits, such as')


def test_a_service_id_that_can_not_be_is_refused() -> None:
    _, problems = normalise({"service": "-4", "phone_number": "8773402031"})
    assert problems == ['service was "-4"; it may be a whole number from 1']
