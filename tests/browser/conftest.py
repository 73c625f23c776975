"""Pages of hours in the Chromium that is installed; every test here is marked `browser`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from pulumi_livevox.hours.pictures import page as pages
from pulumi_livevox.hours.pictures.picture import Picture
from tools.browser import ALONE, found


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("browser")


class Opened(Protocol):
    """Opens a picture's page, in a context with these options."""

    def __call__(self, picture: Picture, **options: Any) -> Page: ...


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found(), headless=True, args=list(ALONE)
        )
        yield browser
        browser.close()


@pytest.fixture
def asked() -> list[str]:
    """The addresses that pages have asked for, but for their own."""
    return []


@pytest.fixture
def opened(browser: Browser, asked: list[str], tmp_path: Path) -> Iterator[Opened]:
    """Open pages from a file, offline: no request leaves, and each is noted."""
    closing: list[Callable[[], None]] = []
    wrong: list[str] = []

    def open_page(picture: Picture, **options: Any) -> Page:
        file = tmp_path / f"{len(closing)}.html"
        file.write_text(pages.draw(picture), "utf-8")
        context = browser.new_context(**{"locale": "en-US", "timezone_id": "Asia/Tokyo", **options})
        closing.append(context.close)
        context.set_offline(True)

        def judge(route: Route) -> None:
            if route.request.url == file.as_uri():
                route.continue_()
            else:
                asked.append(route.request.url)
                route.abort()

        context.route("**/*", judge)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text))
        page.goto(file.as_uri())
        return page

    yield open_page
    for close in closing:
        close()
    assert not wrong
