"""Texts are broken where their lines end, and measured rather too wide than too narrow."""

from __future__ import annotations

import font_roboto
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.pictures.canvas import LEFT, RIGHT
from pulumi_livevox.hours.pictures.lettering import width_of, wrapped


def letters_of(text: str) -> list[str]:
    """What is to be seen of a text, without its blanks and isolates."""
    return [each for each in text if not each.isspace() and each not in "\u2068\u2069"]


letters = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=200)


@settings(deadline=None, max_examples=40)
@given(st.lists(letters | st.sampled_from(["W" * 200, "m" * 90, "日本" * 80]), min_size=1))
def test_no_text_is_longer_than_its_line(words: list[str]) -> None:
    name = " ".join(words)
    for size, width in ((24, RIGHT - LEFT), (12, 268)):
        lines = wrapped(name, width, size)
        assert all(width_of(line, size) <= width for line in lines)
        assert letters_of("".join(lines)) == letters_of(name)


LATIN = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x17F, categories=["L", "N", "P", "S", "Zs"]),
    min_size=12,
)


@settings(deadline=None, max_examples=40)
@given(
    LATIN | st.sampled_from([letter * 60 for letter in "WmM@—OHéЩ7"]),
    st.sampled_from(["Roboto", "RobotoBold"]),
)
def test_a_text_is_no_wider_than_its_line_in_the_font_of_a_png(text: str, font: str) -> None:
    image_font = pytest.importorskip("PIL.ImageFont")
    letters = image_font.truetype(font_roboto.font_files[font], 1000)
    for line in wrapped(text, 300, 12):
        assert letters.getlength(line) * 12 / 1000 <= 300


def test_a_word_is_not_broken_within_a_letter() -> None:
    family = (
        "\N{WOMAN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}"
    )
    for line in wrapped(family * 40, 200):
        assert line == family * line.count(family)
