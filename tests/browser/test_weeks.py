"""The weeks that a page shows: in any zone and of any dates, as the platform's clocks mean them."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from pulumi_livevox.hours.clock import format_time
from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.pictures.picture import Line, Picture
from pulumi_livevox.hours.pictures.schedules import spans_text
from pulumi_livevox.hours.timetable import Timetable
from pulumi_livevox.wire.times import EASTERN
from tests.browser.conftest import Opened
from tests.hours.pictures.pictures import (
    CHAIN,
    CHANGED,
    DOUBTFUL,
    HOLIDAYS,
    NIGHT,
    ONE,
    SUPPORT,
    TODAY,
    declared,
    timetable,
    week,
)

ZONES = (
    "America/New_York",
    "America/Phoenix",
    "America/St_Johns",
    "Asia/Katmandu",
    "Asia/Manila",
    "Australia/Lord_Howe",
    "Europe/London",
    "Pacific/Chatham",
    "Pacific/Kiritimati",
)

MONDAYS = [
    datetime.date.fromisoformat(day)
    for day in (
        "2026-03-02",  # clocks are moved in America on its Sunday
        "2026-03-23",  # in Europe
        "2026-03-30",  # in Australia and New Zealand
        "2026-07-06",
        "2026-10-26",  # in America
        "2026-11-23",  # Thanksgiving
        "2026-12-28",  # the turn of the year
    )
]

QUARTER = datetime.timedelta(minutes=15)


def expected(hours: Timetable, zone: str, date: datetime.date) -> str:
    """What clocks of a zone show on a date while it is open, quarter hour by quarter hour."""
    quarters = set()
    moment = datetime.datetime.combine(date, datetime.time(), datetime.UTC) - 64 * QUARTER
    for _ in range(224):
        eastern, local = moment.astimezone(EASTERN), moment.astimezone(ZoneInfo(zone))
        minute = eastern.hour * 60 + eastern.minute
        is_open = any(s.start <= minute < s.end for s in hours.spans_on(eastern.date()))
        if is_open and local.date() == date:
            quarters.add(local.hour * 60 + local.minute)
        moment += QUARTER
    edges = sorted(quarters ^ {minute + 15 for minute in quarters})
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return ", ".join(f"{format_time(start)}–{format_time(end)}" for start, end in pairs) or "closed"


def times(page: Page, kind: str = "week", number: int = 0) -> list[str]:
    """The hours of the seven days of a table, without the names of dates."""
    texts = page.locator(f"table.{kind}").nth(number).locator(".times").all_inner_texts()
    return [re.sub(r" \(.*\)$", "", text) for text in texts if text]


def bars(page: Page, number: int = 0) -> list[str]:
    """The hours that the bars of a table show."""
    rows = (
        page.locator("table.week")
        .nth(number)
        .locator(".bars")
        .evaluate_all(
            "all => all.map(svg => [...svg.querySelectorAll('rect')].map(rect =>"
            " ['x', 'width'].map(name => parseFloat(rect.getAttribute(name)) * 14.4)))"
        )
    )
    return [
        ", ".join(f"{format_time(round(x))}–{format_time(round(x + w))}" for x, w in row)
        or "closed"
        for row in rows
    ]


@pytest.mark.parametrize("zone", ZONES)
def test_the_week_of_a_date_is_that_of_the_platforms_clocks(opened: Opened, zone: str) -> None:
    lines = (Line("Support", hours=SUPPORT), Line("Night", hours=NIGHT))
    page = opened(Picture("Two", lines, 2026, TODAY))
    page.select_option("#zone", zone)
    for monday in MONDAYS:
        page.fill("#date", monday.isoformat())
        dates = [monday + datetime.timedelta(days=day) for day in range(7)]
        for number, line in enumerate(lines):
            assert line.hours is not None
            told = [expected(line.hours, zone, date) for date in dates]
            assert (zone, monday, times(page, number=number)) == (zone, monday, told)
            assert bars(page, number) == told


@pytest.mark.parametrize("zone", ZONES)
def test_an_ordinary_week_is_that_of_the_day_on_which_it_is_drawn(
    opened: Opened, zone: str
) -> None:
    for today in (TODAY, datetime.date(2026, 7, 1), datetime.date(2026, 3, 20)):
        page = opened(Picture("One", (Line("Support", hours=SUPPORT),), 2026, today))
        page.select_option("#zone", zone)
        there = SUPPORT.in_zone(zone, today)
        assert times(page) == [spans_text(there.week[day]) for day in WEEK]
        assert bars(page) == times(page)


def test_what_the_script_draws_is_what_stands_there_without_it(opened: Opened) -> None:
    for picture in (CHAIN, CHANGED):
        page = opened(picture)
        stood = page.locator("main").inner_text()
        marks = page.locator("main").evaluate(
            "main => [...main.querySelectorAll('.bars rect')].map(rect => rect.className.baseVal)"
        )
        page.select_option("#zone", "Asia/Manila")
        assert page.locator("main").inner_text() != stood
        page.select_option("#zone", "")
        assert page.locator("main").inner_text() == stood
        assert marks == page.locator("main").evaluate(
            "main => [...main.querySelectorAll('.bars rect')].map(rect => rect.className.baseVal)"
        )


def test_a_change_stays_marked_in_other_zones_and_weeks(opened: Opened) -> None:
    page = opened(CHANGED)
    page.select_option("#zone", "America/Los_Angeles")
    assert times(page)[1] == "04:00–16:30, was 04:00–17:00"
    page.fill("#date", "2026-12-31")
    changed = page.locator("table.week").first.locator("tr.changed .day-name").all_inner_texts()
    assert changed == ["Tuesday, 29 December", "Thursday, 31 December"]


def test_hours_that_go_altogether_stay_to_be_seen_in_other_zones(opened: Opened) -> None:
    gone = Line("Support", before=SUPPORT, without="its hours are taken away")
    page = opened(Picture("Preview", (gone,), 2026, TODAY))
    page.select_option("#zone", "America/Los_Angeles")
    assert times(page)[0] == "closed, was 04:00–17:00"
    page.fill("#date", "2026-11-26")
    assert times(page)[3] == "closed"


def test_doubts_are_marked_on_eastern_days_alone(opened: Opened) -> None:
    page = opened(DOUBTFUL)
    mark = page.locator("table.week .doubt")
    assert mark.is_visible()
    page.select_option("#zone", "Asia/Manila")
    assert not mark.is_visible()
    page.select_option("#zone", "America/New_York")
    assert mark.is_visible()


def test_a_date_in_doubt_is_marked_in_its_week(opened: Opened) -> None:
    hours = declared(
        {"WEEKDAY": "09:00-17:00", "FRIDAY": "10:00-12:00"},
        {"2026-12-24": "10:00-12:00, 11:00-13:00", "2026-12-25": "10:00-12:00"},
    )
    page = opened(replace(ONE, lines=(Line("Sales", hours=hours, time_zone="Asia/Manila"),)))

    def marked() -> list[str]:
        rows = page.locator("table.week tr", has=page.locator(".doubt:visible"))
        return rows.locator(".day-name").all_inner_texts()

    assert marked() == []
    page.select_option("#zone", "America/New_York")
    assert marked() == ["Friday"]
    page.fill("#date", "2026-12-24")
    # Christmas Day has hours of its own, and nobody doubts them.
    assert marked() == ["Thursday, 24 December"]
    mark = page.locator("table.week th", has_text="24 December")
    assert mark.text_content() == "Thursday, 24 December ? in doubt"
    page.click("#next")
    assert marked() == ["Friday, 1 January"]
    page.select_option("#zone", "Asia/Manila")
    assert marked() == []


def test_what_stays_in_the_zone_of_a_line_says_so_where_another_is_chosen(opened: Opened) -> None:
    manila = replace(CHANGED.lines[0], name="Manila", time_zone="Asia/Manila")
    page = opened(replace(CHANGED, lines=(*CHANGED.lines, manila)))
    support, third = page.locator(".card", has_text="What changes").all()
    assert "by the clocks of" not in page.locator("main").inner_text()
    page.select_option("#zone", "Asia/Manila")
    eastern = "by the clocks of America/New_York (Eastern)"
    assert support.locator("h4").all_inner_texts() == [
        f"What changes, {eastern}",
        f"2026, {eastern}",
    ]
    assert third.locator("h4").all_inner_texts() == ["What changes", "2026"]
    page.select_option("#zone", "America/New_York")
    assert support.locator("h4").all_inner_texts() == ["What changes", "2026"]
    assert "2026, by the clocks of Asia/Manila" in third.locator("h4").all_inner_texts()


@pytest.mark.parametrize(("date", "button"), [("1970-01-12", "#previous"), ("2200-12-31", "#next")])
def test_before_the_first_week_and_after_the_last_there_is_none(
    opened: Opened, date: str, button: str
) -> None:
    page = opened(ONE)
    page.fill("#date", date)
    caption = page.locator("caption").first
    stood = caption.inner_text()
    assert date[:4] in stood
    page.click(button)
    assert caption.inner_text() == stood
    assert page.input_value("#date") == date


def test_one_zone_of_all_lines_is_offered_and_announced_by_its_name(opened: Opened) -> None:
    lines = tuple(replace(line, time_zone="Asia/Manila") for line in CHANGED.lines)
    page = opened(replace(CHANGED, lines=lines))
    assert page.locator("#zone option").first.inner_text() == "Asia/Manila"
    page.select_option("#kind", "dated")
    told = "The week of Monday, 16 November 2026, in the time of Asia/Manila."
    assert page.locator("#shown").inner_text() == told


def test_a_name_from_the_right_leaves_the_order_of_what_stands_beside_it(opened: Opened) -> None:
    hours = timetable(week(), {TODAY.isoformat(): "10:30-12:45"}, {TODAY: "חג"})
    lines = (Line("מכירות", "7", hours=hours), Line("תמיכה", "8", hours=hours))
    page = opened(replace(ONE, lines=lines))
    title = page.locator("h3").first
    left = title.locator("bdi").evaluate_all("all => all.map(x => x.getBoundingClientRect().left)")
    assert left == sorted(left)
    assert title.inner_text() == "מכירות and תמיכה"
    page.select_option("#kind", "dated")
    assert times(page)[2] == "10:30–12:45"


def test_a_week_that_nobody_knows_is_drawn_in_no_zone(opened: Opened) -> None:
    unknown = declared(None, {"2026-12-24": "10:00-12:00"})
    lines = (
        Line("Unknown", hours=unknown),
        Line("Gone", before=unknown, without="its hours are taken away"),
        Line("Known", hours=SUPPORT, before=unknown),
    )
    page = opened(Picture("Three", lines, 2026, TODAY))
    page.select_option("#zone", "America/Los_Angeles")
    page.fill("#date", "2026-11-23")
    assert page.locator("table.week").count() == 1
    assert times(page)[0] == "04:00–17:00"
    assert page.locator("table.band").count() == 1
    assert times(page, "band")[0] == "all 04:00–17:00; nobody 00:00–04:00, 17:00–24:00"


def test_a_date_is_shown_with_its_name(opened: Opened) -> None:
    page = opened(ONE)
    page.fill("#date", "2026-11-26")
    assert "closed (Thanksgiving Day)" in page.locator("table.week").first.inner_text()


def test_who_answers_follows_the_zone(opened: Opened) -> None:
    page = opened(CHAIN)
    page.select_option("#zone", "America/Los_Angeles")
    assert times(page, "band")[0] == "all 07:00–17:00; nobody 00:00–04:00, 20:00–24:00"
    assert (
        "in the time of America/Los_Angeles"
        in page.locator("table.band caption").first.inner_text()
    )


def test_all_zones_are_offered_and_those_at_hand_first(opened: Opened) -> None:
    page = opened(CHAIN)
    offered = page.locator("#zone option").evaluate_all("all => all.map(each => each.value)")
    near = ["", "Asia/Tokyo", "America/New_York", "America/Los_Angeles", "Asia/Manila"]
    assert offered[:5] == near
    assert set(page.evaluate("Intl.supportedValuesOf('timeZone')")) <= set(offered)


def test_a_date_that_is_none_leaves_the_week_as_it_is(opened: Opened) -> None:
    page = opened(ONE)
    page.fill("#date", "2026-12-01")
    stood = page.locator("main").inner_text()
    page.fill("#date", "")
    assert page.locator("main").inner_text() == stood
    page.click("#next")
    assert page.locator("main").inner_text() != ""


def test_no_page_asks_for_anything(opened: Opened, asked: list[str]) -> None:
    page = opened(CHAIN)
    page.select_option("#zone", "Asia/Manila")
    page.click("#next")
    page.click("#dark")
    page.wait_for_load_state("networkidle")
    assert asked == []


def test_names_are_not_run(opened: Opened) -> None:
    name = "</script><script>document.title = 'run'</script><img src=x onerror=alert(1)>"
    hours = timetable(week(), names={TODAY: name})
    page = opened(Picture(name, (Line(name, name, name, hours),), 2026, TODAY))
    page.select_option("#kind", "dated")
    assert page.title() == f"Hours: {name}"
    assert name in page.locator("table.week").inner_text()


def test_without_javascript_everything_is_there(opened: Opened) -> None:
    with_it, without = opened(CHAIN), opened(CHAIN, java_script_enabled=False)
    assert without.locator("main").inner_text() == with_it.locator("main").inner_text()
    assert not without.locator("#controls").is_visible()
    assert without.locator("noscript").is_visible()


def test_three_hundred_lines_are_drawn_anew_within_a_second_or_two(opened: Opened) -> None:
    lines = tuple(
        Line(
            f"Line {number}",
            hours=timetable(week(f"07:00-{12 + number // 60}:{number % 60:02}"), names=HOLIDAYS),
        )
        for number in range(300)
    )
    page = opened(Picture("All", lines, 2026, TODAY))
    took = page.evaluate(
        "() => { const began = performance.now(); const zone = document.getElementById('zone');"
        " zone.value = 'Asia/Manila'; zone.dispatchEvent(new Event('change'));"
        " document.getElementById('next').click(); return performance.now() - began; }"
    )
    assert took < 4000
    assert times(page, number=299)[1] == "00:00–05:59, 20:00–24:00"
