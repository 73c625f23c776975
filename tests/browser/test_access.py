"""Pages are for everybody: with a keyboard, a screen reader, a small screen, on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from pulumi_livevox.hours.pictures.picture import Line, Picture
from tests.browser.conftest import Opened
from tests.hours.pictures.pictures import (
    CHAIN,
    CHANGED,
    DOUBTFUL,
    HOLIDAYS,
    ONE,
    SUPPORT,
    TODAY,
    WITHOUT,
    timetable,
    week,
)

LONG = replace(
    ONE,
    title="Preview" * 30,
    lines=(
        Line("W" * 200, "i" * 100, "group" * 30, SUPPORT, time_zone="America/Argentina/Ushuaia"),
        Line("W" * 200, "j" * 100, "group" * 30, without="can't be read: " + "x" * 200),
    ),
)

NAMELESS = replace(
    ONE,
    title=" ",
    lines=(
        Line(" ", hours=SUPPORT),
        Line("", " ", " ", without="has no inbound hours"),
    ),
)

UNBROKEN = replace(
    ONE,
    lines=(
        Line("w" * 120, "i" * 120, "g" * 120, timetable(week(), names={TODAY: "n" * 120})),
        Line("w" * 120, group="h" * 120, without="x" * 120),
    ),
)

PICTURES = {
    "one line": ONE,
    "thirty lines": CHAIN,
    "before and after": CHANGED,
    "without hours": WITHOUT,
    "in doubt": DOUBTFUL,
    "without names": NAMELESS,
}

pictures = pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES.keys())


def faults(page: Page) -> list[str]:
    """What axe finds, as its help says it, with the elements."""
    tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(page, options={"runOnly": tags}).response["violations"]
    return [f"{each['help']}: {[node['html'] for node in each['nodes']][:3]}" for each in found]


@pictures
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing(opened: Opened, picture: Picture, colours: str, width: int) -> None:
    viewport = {"width": width, "height": 800}
    page = opened(picture, color_scheme=colours, viewport=viewport, reduced_motion="reduce")
    assert not faults(page)


def test_axe_finds_nothing_in_a_week_of_dates_nor_in_the_other_colours(opened: Opened) -> None:
    page = opened(CHANGED, color_scheme="light")
    page.click("#next")
    page.click("#dark")
    assert not faults(page)


@pictures
def test_nothing_scrolls_sideways_on_a_small_screen(opened: Opened, picture: Picture) -> None:
    page = opened(picture, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.click("#next")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_long_names_scroll_nothing_sideways(opened: Opened) -> None:
    page = opened(LONG, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("width", [1280, 700, 480, 320])
def test_names_without_a_blank_scroll_nothing_sideways(opened: Opened, width: int) -> None:
    page = opened(UNBROKEN, viewport={"width": width, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.select_option("#kind", "dated")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_hours_of_a_date_keep_their_place_beside_a_long_name(opened: Opened) -> None:
    hours = timetable(week(), names={TODAY: "n" * 120, **HOLIDAYS})
    width = "each => each.getBoundingClientRect().width"
    long, short = (
        opened(replace(ONE, lines=(Line("Support", hours=each),)))
        .locator(".dates td:last-child")
        .first.evaluate(width)
        for each in (hours, timetable(week(), names=HOLIDAYS))
    )
    assert long == short


def test_the_tab_key_reaches_all_there_is_to_operate_in_its_order(opened: Opened) -> None:
    page = opened(CHANGED)
    operated = page.evaluate(
        "[...document.querySelectorAll('a, select, input, button')].map(each => each.outerHTML)"
    )
    reached: list[str] = []
    for _ in range(len(operated) + 8):
        page.keyboard.press("Tab")
        now = page.evaluate("document.activeElement.outerHTML")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        if now.startswith("<body"):
            break
        assert outline == "solid"
        # A date has a stop for its day, its month and its year.
        if now not in reached:
            reached.append(now)
    assert reached == operated


def test_the_first_stop_skips_to_the_hours(opened: Opened) -> None:
    page = opened(CHANGED)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the hours"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "hours"


def test_everything_is_operated_by_keys(opened: Opened) -> None:
    page = opened(ONE, color_scheme="light")
    caption = page.locator("caption").first
    page.focus("#zone")
    page.keyboard.type("Asia/Man")
    assert "Asia/Manila" in caption.inner_text()
    page.focus("#kind")
    page.keyboard.press("ArrowDown")
    assert "The week of Monday, 16 November 2026" in caption.inner_text()
    page.focus("#date")
    page.keyboard.type("12292026")
    assert "The week of Monday, 28 December 2026" in caption.inner_text()
    page.focus("#next")
    page.keyboard.press("Enter")
    assert "The week of Monday, 4 January 2027" in caption.inner_text()
    page.focus("#previous")
    page.keyboard.press("Space")
    assert "The week of Monday, 28 December 2026" in caption.inner_text()
    assert page.locator("#shown").inner_text() == caption.inner_text()
    page.focus("#dark")
    page.keyboard.press("Space")
    assert page.get_attribute("#dark", "aria-pressed") == "true"


def test_a_week_is_a_table_that_screen_readers_can_read(opened: Opened) -> None:
    week = opened(ONE).get_by_role("table").first
    assert "An ordinary week" in week.locator("caption").inner_text()
    row = week.get_by_role("row").filter(has=week.page.get_by_role("rowheader", name="Saturday"))
    assert row.get_by_role("cell").inner_text() == "09:00–12:00, 13:00–15:00"


def test_the_colours_are_those_of_the_system_until_others_are_asked_for(opened: Opened) -> None:
    page = opened(ONE, color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    assert page.get_attribute("#dark", "aria-pressed") == "true"
    page.click("#dark")
    light = page.evaluate(background)
    assert light != dark
    page.emulate_media(color_scheme="light")
    assert page.evaluate(background) == light


def test_forced_colours_leave_bars_to_be_seen(opened: Opened) -> None:
    page = opened(CHANGED, forced_colors="active")
    fills = page.evaluate(
        "['open', 'opens', 'closes'].map(kind =>"
        " { const style = getComputedStyle(document.querySelector('.bars .' + kind));"
        " return style.fill + style.stroke; })"
    )
    assert len(set(fills)) == 3
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert not fills[0].startswith(canvas)
    assert not faults(page)


def test_nothing_moves_for_those_who_do_not_want_it(opened: Opened) -> None:
    page = opened(ONE, reduced_motion="reduce")
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(behaviour) == "auto"
    moving = "[...document.querySelectorAll('*')].some(each => each.getAnimations().length)"
    assert not page.evaluate(moving)


@pictures
def test_what_is_printed_has_all_hours_and_no_controls(opened: Opened, picture: Picture) -> None:
    page = opened(picture, color_scheme="dark")
    shown = page.locator("main").inner_text()
    page.emulate_media(media="print")
    # As wide as a sheet between its margins.
    page.set_viewport_size({"width": 700, "height": 1000})
    assert page.locator("main").inner_text().split() == shown.split()
    assert not page.locator("#controls").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 700
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "light"
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.card')).printColorAdjust")
        == "exact"
    )
    assert page.pdf(format="A4").startswith(b"%PDF")
