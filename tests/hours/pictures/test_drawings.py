"""Hours as SVG and PNG: what is to be seen in them, and how often."""

from __future__ import annotations

import struct
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.pictures import png, svg
from pulumi_livevox.hours.pictures.canvas import readable
from pulumi_livevox.hours.pictures.picture import Line, Picture
from tests.hours.pictures.pictures import (
    CHAIN,
    CHANGED,
    CLINIC,
    DOUBTFUL,
    HOLIDAYS,
    ONE,
    SUPPORT,
    TODAY,
    WITHOUT,
    timetable,
    week,
)

SVG = "{http://www.w3.org/2000/svg}"


def drawn(picture: Picture) -> ElementTree.Element:
    return ElementTree.fromstring(svg.draw(picture))


def kinds(root: ElementTree.Element) -> Counter[str]:
    """How many rectangles there are of each kind."""
    return Counter(shape.get("class", "") for shape in root.iter(f"{SVG}rect"))


def texts(root: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("picture", [ONE, CHAIN, CHANGED, WITHOUT, DOUBTFUL])
def test_a_picture_tells_readers_what_it_shows(picture: Picture) -> None:
    root = drawn(picture)
    assert root.findtext(f"{SVG}title") == picture.title
    description = root.findtext(f"{SVG}desc") or ""
    assert all(line.name in description for line in picture.lines)


def test_nothing_in_a_picture_comes_from_elsewhere() -> None:
    text = svg.draw(CHAIN).replace('"http://www.w3.org/2000/svg"', "")
    assert "http" not in text
    assert "href" not in text


def test_lines_of_equal_hours_are_drawn_once() -> None:
    same = Picture("Chain", tuple(Line(f"Line {n}", hours=SUPPORT) for n in range(30)), 2026, TODAY)
    assert kinds(drawn(same))["open"] == kinds(drawn(ONE))["open"]
    assert "Line 0, Line 1 and 28 more" in texts(drawn(same))


def test_lines_that_are_read_in_different_zones_are_drawn_apart() -> None:
    apart = Picture(
        "Two",
        (
            Line("East", hours=SUPPORT),
            Line("West", hours=SUPPORT, time_zone="America/Los_Angeles"),
        ),
        2026,
        TODAY,
    )
    words = texts(drawn(apart))
    assert {"07:00–20:00", "04:00–17:00"} <= set(words)
    assert "An ordinary week, in the time of America/Los_Angeles." in words


def test_a_line_without_hours_says_why_and_still_is_drawn() -> None:
    words = texts(drawn(WITHOUT))
    assert "Sales" in words
    assert "No hours to draw: has no inbound hours." in words


def test_a_change_is_marked_where_it_is_and_nothing_else_is() -> None:
    marks = kinds(drawn(CHANGED))
    # One in the legend, one on Thursday; one in the legend, one on Tuesday; 31 December.
    assert (marks["opens"], marks["closes"], marks["changed-date"]) == (2, 2, 2)
    words = texts(drawn(CHANGED))
    assert "+ 06:30–07:00" in words
    assert "− 19:30–20:00" in words


@pytest.mark.parametrize("before", [None, SUPPORT])
def test_where_nothing_changes_nothing_is_marked(before: None) -> None:
    marks = kinds(drawn(replace(ONE, lines=(Line("Support", hours=SUPPORT, before=before),))))
    assert not marks.keys() & {"opens", "closes", "changed-date"}


def test_what_changes_is_said_in_words() -> None:
    assert any("19:30" in words and "20:00" in words for words in texts(drawn(CHANGED)))


def test_holidays_are_marked_and_named() -> None:
    root = drawn(ONE)
    words = " ".join(texts(root))
    assert all(name in words for name in HOLIDAYS.values())
    assert kinds(root)["closed-date"] == len(HOLIDAYS) + 1  # the legend's
    assert kinds(root)["other-date"] == 1 + 1


def test_a_calendar_is_of_its_year() -> None:
    words = texts(drawn(replace(ONE, year=2027)))
    assert "Thanksgiving Day: closed" not in words
    assert "No date of 2027 has other hours than its day of the week." in words


def test_doubts_are_marked_on_their_day_and_told() -> None:
    doubtful = drawn(DOUBTFUL)
    assert "MONDAY: 07:00-12:00 overlaps 11:00-15:00 Eastern" in texts(doubtful)
    # In the legend, beside Monday, and beside the words.
    assert len(list(doubtful.iter(f"{SVG}polygon"))) == 3


def test_it_is_told_when_nobody_answers_and_when_all_do() -> None:
    lines = (Line("East", hours=SUPPORT), Line("Late", hours=CLINIC), Line("Lost"))
    description = drawn(Picture("Two", lines, 2026, TODAY)).findtext(f"{SVG}desc") or ""
    assert (
        "Monday: 00:00–07:00 nobody, 07:00–10:00 1, 10:00–20:00 all, 20:00–23:00 1, "
        "23:00–24:00 nobody." in description
    )
    assert "1 line without hours is not counted" in description


names = st.text(min_size=1) | st.sampled_from(
    ["<&>\"'", "]]>", "\x00\x07\ud800", "日本語 ☎", "</svg>"]
)


@settings(deadline=None, max_examples=40)
@given(names, names)
def test_any_name_is_drawn_as_it_is(name: str, label: str) -> None:
    root = drawn(Picture(name, (Line(name, label, hours=timetable(week())),), 2026, TODAY))
    assert root.findtext(f"{SVG}title") == readable(name).replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize("name", ["Support", "日本語 ☎ 🕿", "<b>&\x00\ud800"])
def test_a_png_is_twice_as_large_as_the_svg(name: str) -> None:
    picture = replace(ONE, lines=(Line(name, hours=SUPPORT),))
    image = png.draw(picture)
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    root = drawn(picture)
    size = int(root.attrib["width"]) * 2, int(root.attrib["height"]) * 2
    assert struct.unpack(">II", image[16:24]) == size


def test_a_png_has_letters_on_a_machine_without_fonts() -> None:
    named = png.draw(replace(WITHOUT, title="A title"), zoom=1)
    assert named != png.draw(replace(WITHOUT, title=""), zoom=1)


def test_three_hundred_lines_of_their_own_hours_are_drawn() -> None:
    lines = tuple(
        Line(f"Line {number}", hours=timetable(week(f"07:00-{12 + number // 60}:{number % 60:02}")))
        for number in range(300)
    )
    assert (
        sum("07:00–" in words for words in texts(drawn(Picture("All", lines, 2026, TODAY)))) >= 300
    )
