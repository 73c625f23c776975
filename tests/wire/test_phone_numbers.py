"""Phone numbers in the spellings that people use."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_livevox.wire.phone_numbers import parse_phone_number

NUMBERS = st.from_regex(r"[2-9][0-9]{2}[2-9][0-9]{6}", fullmatch=True)
SPELLINGS = [
    *("{0}{1}{2}", "({0}) {1}-{2}", "({0}){1}-{2}", "{0}-{1}-{2}", "{0}.{1}.{2}", "{0} {1} {2}"),
    *("1{0}{1}{2}", "1-{0}-{1}-{2}", "+1{0}{1}{2}", "+1 {0} {1} {2}", "+1 ({0}) {1}-{2}"),
    *(" {0} / {1} - {2} ", "\uff0b1 {0} {1} {2}"),
]


@given(NUMBERS, st.sampled_from(SPELLINGS))
def test_every_spelling_of_a_number_is_its_ten_digits(digits: str, spelling: str) -> None:
    typed = spelling.format(digits[:3], digits[3:6], digits[6:])

    assert parse_phone_number(typed) == digits


@given(NUMBERS)
def test_ten_digits_stay_as_they_are_and_may_come_as_a_number(digits: str) -> None:
    assert parse_phone_number(digits) == digits
    assert parse_phone_number(int(digits)) == digits


@pytest.mark.parametrize("number", ["8773402033", "8886542232", "7347324396", "8773402031"])
def test_the_documented_numbers_are_numbers(number: str) -> None:
    assert parse_phone_number(number) == number


REFUSED: dict[str, list[str | int]] = {
    "ten digits": [
        *("877340203", 877340203, "87734020333", "0773402033", "1773402033", -8773402033),
        *("", "   ", "()", "877 340 2033 #12", "8773402033/5", "+999 123"),
        *("8773402033 / 8773402034", "8773402033, 8773402034"),
    ],
    "without letters": ["1-800-FLOWERS", "1-800-356-WORD"],
    "without letters or an extension": [
        *("877 340 2033 x12", "877 340 2033 ext. 12", "8773402033;ext=5")
    ],
    "North American": ["+44 20 7946 0958", "+49 30 123456", "011 44 20 7946 0958"],
}


@pytest.mark.parametrize(
    ("typed", "words"), [(typed, words) for words, each in REFUSED.items() for typed in each]
)
def test_anything_else_is_refused_with_what_it_may_be(typed: str | int, words: str) -> None:
    with pytest.raises(ValueError, match=words) as caught:
        parse_phone_number(typed)

    # Completes "A phone number may be …".
    assert str(caught.value).startswith("ten digits, such as 8773402033")


@given(st.text(max_size=20))
def test_any_text_is_ten_digits_or_refused(typed: str) -> None:
    try:
        digits = parse_phone_number(typed)
    except ValueError:
        return
    assert len(digits) == 10
    assert digits.isascii()
    assert digits.isdigit()
    assert parse_phone_number(digits) == digits


def test_phone_numbers_of_ten_digits_load_no_library() -> None:
    program = (
        "import sys; from pulumi_livevox.wire.phone_numbers import parse_phone_number; "
        "parse_phone_number('8773402033'); print('phonenumbers' in sys.modules)"
    )

    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert printed.stdout.strip() == "False"
