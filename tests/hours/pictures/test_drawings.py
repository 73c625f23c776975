"""Hours as SVG and PNG: what is to be seen in them, and how often."""

from __future__ import annotations

import datetime
import shutil
import struct
import subprocess
from collections import Counter
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
import resvg_py
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.pictures import png, svg
from pulumi_livevox.hours.pictures.canvas import LEFT, RIGHT, readable
from pulumi_livevox.hours.pictures.lettering import width_of
from pulumi_livevox.hours.pictures.names import shown
from pulumi_livevox.hours.pictures.picture import Line, Picture
from pulumi_livevox.hours.timetable import Timetable
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
    declared,
    timetable,
    week,
)

ARABIC_FONTS = shutil.which("fc-list") and subprocess.check_output(["fc-list", ":lang=ar"])

ONLY_DATES = declared(None, {"2026-12-24": "10:00-12:00"})
"""Hours whose week is not declared."""

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
def test_where_nothing_changes_nothing_is_marked(before: Timetable | None) -> None:
    marks = kinds(drawn(replace(ONE, lines=(Line("Support", hours=SUPPORT, before=before),))))
    assert not marks.keys() & {"opens", "closes", "changed-date"}


def test_hours_that_go_altogether_are_all_marked_as_closing() -> None:
    gone = Line("Support", before=SUPPORT, without="its hours are taken away")
    root = drawn(replace(ONE, lines=(gone,)))
    assert kinds(root)["open"] == 0
    assert kinds(root)["closes"] == kinds(drawn(ONE))["open"]
    assert "No hours to draw: its hours are taken away." in texts(root)


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
    assert marks_of_doubt(doubtful) == 1


def marks_of_doubt(root: ElementTree.Element) -> int:
    """How many days are marked: one more mark is in the legend, one beside each sentence."""
    sentences = (root.findtext(f"{SVG}desc") or "").count("In doubt: ")
    return len(list(root.iter(f"{SVG}polygon"))) - sentences - 1


def test_doubts_of_a_group_are_marked_on_each_of_its_days() -> None:
    hours = declared({"WEEKDAY": "09:00-12:00, 11:00-13:00", "SATURDAY": "09:00-12:00"})
    assert marks_of_doubt(drawn(replace(ONE, lines=(Line("Sales", hours=hours),)))) == 5


def test_doubts_of_eastern_days_are_not_marked_on_those_of_another_zone() -> None:
    (line,) = DOUBTFUL.lines
    manila = replace(DOUBTFUL, lines=(replace(line, time_zone="Asia/Manila"),))
    assert "MONDAY: 07:00-12:00 overlaps 11:00-15:00 Eastern" in texts(drawn(manila))
    assert marks_of_doubt(drawn(manila)) == 0


def test_of_a_week_that_nobody_knows_no_day_is_drawn() -> None:
    root = drawn(replace(ONE, lines=(Line("Support", hours=ONLY_DATES),)))
    assert "Monday" not in texts(root)
    assert not any("closed" in words for words in texts(root))
    assert "10:00–12:00" in texts(root)
    assert "Monday: " not in (root.findtext(f"{SVG}desc") or "")


def test_a_week_that_was_not_known_is_no_change() -> None:
    root = drawn(replace(ONE, lines=(Line("Support", hours=SUPPORT, before=ONLY_DATES),)))
    assert "Monday" in texts(root)
    assert kinds(root)["opens"] == 0
    assert not any(words.endswith("was closed") for words in texts(root))
    assert "Monday to Friday: 07:00-20:00, whatever stands there" in texts(root)


def test_hours_that_go_without_a_week_that_is_known_leave_none_that_is_closed() -> None:
    gone = Line("Support", before=ONLY_DATES, without="its hours are taken away")
    root = drawn(replace(ONE, lines=(gone,)))
    assert "Monday" not in texts(root)
    assert "as the week, was 10:00–12:00" in texts(root)


def test_a_date_whose_week_nobody_knows_was_not_closed() -> None:
    none = replace(ONLY_DATES, dates={})
    root = drawn(replace(ONE, lines=(Line("Support", hours=ONLY_DATES, before=none),)))
    assert "10:00–12:00, was as the week" in texts(root)
    assert kinds(root)["changed-date"] == 2  # the date's, and the legend's


def test_hours_that_are_closed_are_not_those_that_nobody_knows() -> None:
    closed = timetable(dict.fromkeys(WEEK, ()))
    lines = (Line("One", hours=closed), Line("Two", hours=replace(closed, knows_week=False)))
    assert "2 lines. As of 18 November 2026." in texts(drawn(replace(ONE, lines=lines)))


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
    title = readable(shown(name)).replace("\r\n", "\n").replace("\r", "\n")
    assert root.findtext(f"{SVG}title") == title


@pytest.mark.parametrize("blank", ["", " ", "\n\u00a0", "\u200b\u2060"])
def test_a_blank_name_is_said_to_be_none(blank: str) -> None:
    lines = (Line(blank, blank, hours=SUPPORT), Line(blank, group=" ", hours=SUPPORT))
    root = drawn(Picture(blank, lines, 2026, TODAY))
    words = texts(root)
    assert root.findtext(f"{SVG}title") == "(no name)"
    assert words[0] == "(no name)"
    assert "(no name) and (no name)" in words
    assert words.count("Who answers when: (no name)") == 2


def test_a_name_that_is_read_from_the_right_is_isolated_from_what_stands_beside_it() -> None:
    hours = timetable(week(), names={TODAY: "חג"})
    lines = (Line("خدمة", "service 1", hours=hours), Line("Support", hours=hours))
    words = texts(drawn(replace(ONE, lines=lines)))
    assert "\u2068خدمة\u2069 and Support" in words
    assert "\u2068خدمة\u2069 (service 1); Support" in words
    assert "\u2068חג\u2069: closed" in words


def test_each_line_of_an_isolated_name_is_isolated() -> None:
    words = texts(drawn(replace(ONE, lines=(Line("خدمة العملاء " * 40, hours=SUPPORT),))))
    parts = [each for each in words if "خدمة" in each]
    assert len(parts) > 2
    assert all(each.count("\u2068") == each.count("\u2069") == 1 for each in parts)


def test_what_is_drawn_from_the_right_in_a_png_leaves_times_in_their_order() -> None:
    def image(name: str) -> bytes:
        hours = timetable(week(), {TODAY.isoformat(): "10:30-12:45"}, {TODAY: name})
        return png.draw(replace(ONE, lines=(Line("Support", hours=hours),)))

    left_to_right = "\N{LEFT-TO-RIGHT MARK}"
    assert image("חג") == image(f"חג{left_to_right}")


def test_a_long_title_and_long_names_stay_within_the_picture() -> None:
    hours = timetable(week(), names={TODAY: "W" * 80})
    long = Picture("Stack " * 40, (Line("W" * 200, hours=hours),), 2026, TODAY)
    by_kind: dict[str, list[str]] = {}
    for text in drawn(long).iter(f"{SVG}text"):
        by_kind.setdefault(text.get("class", ""), []).append(text.text or "")
    assert len(by_kind["title"]) > 2
    assert all(width_of(text, 24) <= RIGHT - LEFT for text in by_kind["title"])
    assert all(width_of(text, 17) <= RIGHT - LEFT for text in by_kind["name"])
    assert max(width_of(text) for text in by_kind[""] if "W" * 5 in text) <= 268


def test_what_does_not_change_stands_below_a_heading_of_its_own() -> None:
    words = texts(drawn(CHANGED))
    assert words.index("Support") < words.index("Unchanged") < words.index("Billing")
    assert words.count("Unchanged") == 1
    description = drawn(CHANGED).findtext(f"{SVG}desc") or ""
    assert "\nUnchanged:\nBilling" in description


@pytest.mark.parametrize("lines", [CHANGED.lines[:1], CHANGED.lines[1:]])
def test_where_all_lines_change_or_none_does_nothing_is_called_unchanged(
    lines: tuple[Line, ...],
) -> None:
    assert "Unchanged" not in texts(drawn(replace(CHANGED, lines=lines)))


def test_a_date_that_is_closed_as_its_day_is_not_marked() -> None:
    sunday, monday = datetime.date(2026, 7, 5), datetime.date(2026, 7, 6)
    hours = timetable(week(), names={sunday: "Independence Day", monday: "The day after"})
    for zone in ("America/New_York", "America/Denver"):
        line = Line("Support", hours=hours, time_zone=zone)
        root = drawn(replace(ONE, lines=(line,)))
        assert kinds(root)["closed-date"] == 2  # Monday's, and the legend's
        assert "Independence Day: as the week: closed" in " ".join(texts(root))


def test_dates_that_are_as_their_day_are_none_with_other_hours_after_the_year() -> None:
    hours = timetable(week(), {"2027-07-04": "", "2027-07-05": ""})
    words = texts(drawn(replace(ONE, lines=(Line("Support", hours=hours),))))
    assert "1 date after 2026 with other hours, the last on 5 July 2027." in words


@pytest.mark.parametrize("name", ["Support", "日本語 ☎ 🕿", "<b>&\x00\ud800"])
def test_a_png_is_twice_as_large_as_the_svg(name: str) -> None:
    picture = replace(ONE, lines=(Line(name, hours=SUPPORT),))
    image = png.draw(picture)
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    root = drawn(picture)
    size = int(root.attrib["width"]) * 2, int(root.attrib["height"]) * 2
    assert struct.unpack(">II", image[16:24]) == size


def test_a_png_has_letters_on_a_machine_without_fonts() -> None:
    assert png.draw(replace(WITHOUT, title="A title")) != png.draw(replace(WITHOUT, title=""))


def test_letters_that_roboto_has_are_its_own_whatever_fonts_a_machine_has(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def without_fonts(**given: Any) -> Any:
        return draw(**{**given, "skip_system_fonts": True})

    drawn, draw = png.draw(ONE), resvg_py.svg_to_bytes
    monkeypatch.setattr(resvg_py, "svg_to_bytes", without_fonts)
    assert png.draw(ONE) == drawn


@pytest.mark.skipif(not ARABIC_FONTS, reason="no font of this machine has Arabic letters")
def test_letters_that_roboto_has_not_are_of_a_font_of_the_machine() -> None:
    # What no font has is a box, whatever it is.
    one, other = (png.draw(replace(WITHOUT, title=title)) for title in ("ععع", "ووو"))
    assert one != other


def of_different_hours(count: int) -> Picture:
    lines = tuple(
        Line(f"Line {number}", hours=timetable(week(f"07:00-{12 + number // 60}:{number % 60:02}")))
        for number in range(count)
    )
    return Picture("All", lines, 2026, TODAY)


def test_three_hundred_lines_of_their_own_hours_are_drawn() -> None:
    assert sum("07:00–" in words for words in texts(drawn(of_different_hours(300)))) >= 300


def test_hours_that_are_too_high_for_a_png_are_refused_with_what_to_draw_instead() -> None:
    with pytest.raises(png.TooHigh, match="draw it as SVG, as a page of HTML, or part by part"):
        png.draw(of_different_hours(300))


def test_a_high_png_is_as_large_as_the_svg(monkeypatch: pytest.MonkeyPatch) -> None:
    height = int(drawn(ONE).attrib["height"])
    monkeypatch.setattr(png, "HIGHEST", height)
    assert struct.unpack(">II", png.draw(ONE)[16:24]) == (960, height)
