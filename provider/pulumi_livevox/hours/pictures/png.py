"""Hours as a PNG: the SVG, with letters that come along."""

from __future__ import annotations

from typing import Final
from xml.etree import ElementTree

from pulumi_livevox.hours.pictures import svg
from pulumi_livevox.hours.pictures.picture import Picture

HIGHEST: Final = 40_000
"""How many pixels high a PNG may be: what is higher takes gigabytes, and few programs show it."""


class TooHigh(ValueError):
    """So many different hours that a PNG of them would be too high; says what to draw instead."""


def draw(picture: Picture) -> bytes:
    """Return a picture as a PNG, two pixels to each of the SVG's; one where that is too high.

    The font is that of the package `font_roboto`, so that there is text on a machine without
    fonts; letters that it has not are of a font of the machine, where one has them.
    Raises ImportError without the extra `pictures`, and TooHigh.
    """
    import font_roboto
    import resvg_py

    drawn = svg.draw(picture)
    height = int(ElementTree.fromstring(drawn).attrib["height"])
    if height > HIGHEST:
        raise TooHigh(
            f"{picture.title} has too many different hours for a PNG ({height} pixels, of at most "
            f"{HIGHEST}): draw it as SVG, as a page of HTML, or part by part"
        )
    files = [
        font_roboto.font_files[name]
        for name in ("Roboto", "RobotoBold")
        if name in font_roboto.font_files
    ]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawn,
            zoom=2 if height * 2 <= HIGHEST else 1,
            skip_system_fonts=False,
            font_files=files,
            font_family="Roboto",
            sans_serif_family="Roboto",
        )
    )
