"""Draw the pictures of hours that the docs show, into docs/pictures; run by `make docs-pictures`.

What they show is what the tests look at, in the font of the package `font_roboto`, so that they are
the same on every machine.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

import font_roboto
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from pulumi_livevox.hours.pictures import page, png, svg
from pulumi_livevox.hours.pictures.picture import Picture
from tests.hours.pictures.pictures import CHAIN, CHANGED
from tools.browser import ALONE, found

FOLDER: Final = Path(__file__).parents[1] / "docs" / "pictures"
COLOURS: Final = 256
"""Enough for what has few of them, and half the size."""

FONTS: Final = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""


def main() -> None:
    """Draw all of them anew."""
    FOLDER.mkdir(exist_ok=True)
    changed = replace(CHANGED, lines=CHANGED.lines[:1])
    (FOLDER / "before-and-after.svg").write_text(svg.draw(changed), "utf-8")
    _save("before-and-after.png", png.draw(changed))
    with _browser() as browser:
        _photograph(browser, "page.png", CHAIN, 1280, 1560)
        _photograph(browser, "page-who-answers.png", CHAIN, 1280, 800, of="#answers")
        _photograph(browser, "page-dark.png", CHANGED, 1280, 1560, colours="dark")
        _photograph(browser, "page-320.png", CHANGED, 320, 1600)
        _photograph(browser, "page-printed.png", changed, 794, 1123, media="print")


@contextmanager
def _browser() -> Iterator[Browser]:
    """Yield a browser that has one font."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        fonts = Path(folder, "fonts.conf")
        directory = Path(font_roboto.font_files["Roboto"]).parent
        fonts.write_text(FONTS.format(fonts=directory, cache=folder))
        browser = playwright.chromium.launch(
            executable_path=found(),
            args=list(ALONE),
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        )
        yield browser
        browser.close()


def _photograph(
    browser: Browser,
    name: str,
    picture: Picture,
    width: int,
    height: int,
    *,
    of: str = "",
    colours: str = "light",
    media: str = "screen",
) -> None:
    """Save how a picture's page looks: its beginning, or a part of it."""
    margin = 48 if media == "print" else 0
    shown = browser.new_page(
        viewport={"width": width - 2 * margin, "height": height - 2 * margin},
        color_scheme="dark" if colours == "dark" else "light",
        reduced_motion="reduce",
    )
    shown.set_content(page.draw(picture))
    shown.emulate_media(media="print" if media == "print" else "screen")
    if of:
        shown.evaluate("of => document.querySelector(of).scrollIntoView()", of)
    seen = shown.screenshot(full_page=media == "print")
    shown.close()
    _save(name, seen, margin)


def _save(name: str, image: bytes, margin: int = 0) -> None:
    """Save an image of few colours, with a white margin where there is one."""
    seen = Image.open(io.BytesIO(image)).convert("RGB")
    sheet = Image.new("RGB", (seen.width + 2 * margin, seen.height + 2 * margin), "white")
    sheet.paste(seen, (margin, margin))
    sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(FOLDER / name, optimize=True)


if __name__ == "__main__":
    main()
