"""The page of hours, as text: what needs no browser."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.pictures import page
from pulumi_livevox.hours.pictures.picture import Line, Picture
from tests.hours.pictures.pictures import (
    CHAIN,
    CHANGED,
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


class Read(HTMLParser):
    """The texts of a page, and how often each element stands in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def count(self, kind: str) -> int:
        """How many elements have a class, within articles or without."""
        return sum(attributes.get("class") == kind for _, attributes in self.elements)


def data(html: str) -> Any:
    (text,) = re.findall(r'id="data">(.*?)</script>', html, re.DOTALL)
    return json.loads(text)


@pytest.mark.parametrize("picture", [ONE, CHAIN, CHANGED, WITHOUT, DOUBTFUL])
def test_a_page_asks_nobody_for_anything(picture: Picture) -> None:
    html = page.draw(picture)
    assert "default-src 'none'" in html
    assert not re.findall(r"""(?:src|href)=["'](?!#)|url\((?!#)|@import""", html)
    # The one address is the name of a kind of element.
    assert set(re.findall(r"\w+://[^\s\"'`$]+", html)) == {"http://www.w3.org/2000/svg"}


def test_lines_of_equal_hours_have_one_week() -> None:
    same = Picture("Chain", tuple(Line(f"Line {n}", hours=SUPPORT) for n in range(30)), 2026, TODAY)
    read = Read(page.draw(same))
    assert read.count("week") == 1
    assert "Line 0, Line 1 and 28 more" in "".join(read.texts)
    assert all(f"Line {n}" in read.texts for n in range(30))


def test_a_line_without_hours_says_why() -> None:
    read = Read(page.draw(WITHOUT))
    assert "No hours to draw: has no inbound hours." in read.texts
    assert read.count("week") == 0


def test_a_change_is_marked_where_it_is_and_nothing_else_is() -> None:
    read = Read(page.draw(CHANGED))
    # Each mark stands in the legend too; the days that change are Tuesday, Thursday, 31 December.
    assert (read.count("opens"), read.count("closes")) == (2, 2)
    assert read.count("changed") == 3
    assert "07:00–19:30, was 07:00–20:00" in read.texts


def test_where_nothing_changes_nothing_is_marked() -> None:
    read = Read(page.draw(ONE))
    assert not read.count("opens") + read.count("closes") + read.count("changed")


def test_what_does_not_change_stands_below_a_heading_of_its_own() -> None:
    titles = "Support", "Unchanged", "Billing"
    texts = [text for text in Read(page.draw(CHANGED)).texts if text in titles]
    # Both names stand in the contents first, and in the list of lines below the title.
    assert texts == ["Support", "Billing", "Support", "Support", "Unchanged", "Billing", "Billing"]


@pytest.mark.parametrize("lines", [CHANGED.lines[:1], CHANGED.lines[1:]])
def test_where_all_lines_change_or_none_does_nothing_is_called_unchanged(
    lines: tuple[Line, ...],
) -> None:
    assert "Unchanged" not in Read(page.draw(replace(CHANGED, lines=lines))).texts


def test_each_name_is_isolated_from_what_stands_beside_it() -> None:
    lines = (Line("מכירות", "service 1", hours=SUPPORT), Line("<Support>", hours=SUPPORT))
    html = page.draw(replace(ONE, lines=lines))
    assert "<bdi>מכירות</bdi> and <bdi>&lt;Support&gt;</bdi></h3>" in html
    assert "<li><bdi>מכירות</bdi> (<bdi>service 1</bdi>)</li>" in html


def test_names_of_dates_are_isolated_from_what_stands_beside_them() -> None:
    hours = timetable(week(), names={TODAY: "חג"})
    html = page.draw(replace(ONE, lines=(Line("Support", hours=hours),)))
    assert data(html)["schedules"][0]["hours"]["names"] == {TODAY.isoformat(): "\u2068חג\u2069"}


@pytest.mark.parametrize(
    ("zones", "told"),
    [
        (("Asia/Manila", "Asia/Manila"), "Asia/Manila"),
        (("America/New_York",), "America/New_York (Eastern)"),
        (("Asia/Manila", "Europe/London"), "each line’s own zone"),  # noqa: RUF001
    ],
)
def test_the_times_that_are_shown_first_are_called_what_they_are(
    zones: tuple[str, ...], told: str
) -> None:
    lines = tuple(Line(f"In {zone}", hours=SUPPORT, time_zone=zone) for zone in zones)
    html = page.draw(replace(ONE, lines=lines))
    assert f'<option value="">{told}</option>' in html
    assert f"the times are those of {told}, and of an ordinary week" in html


def test_holidays_are_named() -> None:
    texts = Read(page.draw(ONE)).texts
    assert all(name in texts for name in HOLIDAYS.values())


def test_doubts_are_told_and_marked_on_their_day() -> None:
    read = Read(page.draw(DOUBTFUL))
    assert "MONDAY: 07:00-12:00 overlaps 11:00-15:00 Eastern" in read.texts
    assert read.count("doubt") == 2  # Monday's, and the legend's


def test_doubts_of_eastern_days_are_not_marked_on_those_of_another_zone() -> None:
    (line,) = DOUBTFUL.lines
    manila = replace(DOUBTFUL, lines=(replace(line, time_zone="Asia/Manila"),))
    assert Read(page.draw(manila)).count("doubt") == 1  # the legend's


def test_of_a_week_that_nobody_knows_no_day_is_drawn() -> None:
    hours = declared(None, {"2026-12-24": "10:00-12:00"})
    read = Read(page.draw(replace(ONE, lines=(Line("Support", hours=hours),))))
    assert (read.count("week"), read.count("dates")) == (0, 1)
    assert "In the time of America/New_York (Eastern)." in read.texts
    assert not any(text.startswith("closed,") for text in read.texts)


def test_a_week_that_was_not_known_is_no_change_with_the_script_and_without() -> None:
    before = declared(None, {"2026-12-24": "07:00-12:00"})
    html = page.draw(replace(ONE, lines=(Line("Support", hours=SUPPORT, before=before),)))
    assert Read(html).count("opens") == 1  # the legend's
    assert data(html)["schedules"][0]["before"] is None


def test_the_script_counts_the_lines_that_are_counted_without_it() -> None:
    unknown = replace(SUPPORT, knows_week=False)
    lines = [Line(name, group="call center 433", hours=SUPPORT) for name in ("One", "Two")]
    html = page.draw(replace(ONE, lines=(*lines, replace(lines[0], hours=unknown))))
    assert any(text.startswith("How many of 2 lines are open") for text in Read(html).texts)
    (group,) = data(html)["groups"]
    assert (group["lines"], group["counts"]) == (2, [2, 0])


@settings(deadline=None, max_examples=40)
@given(
    st.text(min_size=1)
    | st.sampled_from(
        ["</script><script>alert(1)</script>", "<!--<script>", "&lt;", "\x00\ud800", " ", "\u200b"]
    )
)
def test_any_name_is_text_and_no_markup(name: str) -> None:
    hours = timetable(week(), names={TODAY: name})
    read = Read(page.draw(replace(ONE, title=name, lines=(Line(name, name, name, hours),))))
    plain = Read(page.draw(replace(ONE, title="x", lines=(Line("x", "x", "x", hours),))))
    assert [tag for tag, _ in read.elements] == [tag for tag, _ in plain.elements]


def test_the_data_of_the_script_holds_names_as_they_are() -> None:
    name = "</script><script>alert(1)</script>"
    hours = timetable(week(), names={TODAY: name})
    html = page.draw(replace(ONE, lines=(Line("Support", hours=hours),)))
    assert data(html)["schedules"][0]["hours"]["names"] == {TODAY.isoformat(): name}


def test_three_hundred_lines_of_their_own_hours_are_a_page_of_a_few_megabytes() -> None:
    lines = tuple(
        Line(
            f"Line {number}",
            hours=timetable(week(f"07:00-{12 + number // 60}:{number % 60:02}"), names=HOLIDAYS),
        )
        for number in range(300)
    )
    html = page.draw(Picture("All", lines, 2026, TODAY))
    assert Read(html).count("week") == 300
    assert len(html) < 6_000_000
