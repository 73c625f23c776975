"""A drawing of shapes and texts, from top to bottom, that ends as one SVG document."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree

from pulumi_livevox.hours.pictures.lettering import wrapped

FAMILY: Final = "Roboto, system-ui, sans-serif"

WIDTH: Final = 960
LEFT: Final = 32
RIGHT: Final = WIDTH - LEFT

_STYLE: Final = f"""
text {{ font-family: {FAMILY}; font-size: 12px; fill: #1d2530; }}
.title {{ font-size: 24px; font-weight: 700; }}
.part {{ font-size: 20px; font-weight: 700; }}
.name {{ font-size: 17px; font-weight: 700; }}
.head {{ font-size: 13px; font-weight: 700; }}
.muted {{ fill: #52606d; }}
.small {{ font-size: 11px; }}
.strong {{ font-weight: 700; }}
.middle {{ text-anchor: middle; }}
.end {{ text-anchor: end; }}
.on-open {{ fill: #ffffff; }}
.halo {{ paint-order: stroke; stroke: #ffffff; stroke-width: 4px; stroke-linejoin: round; }}
.paper {{ fill: #ffffff; }}
.track {{ fill: #f1f4f6; }}
.hour {{ stroke: #dde3e8; stroke-width: 1; }}
.rule {{ stroke: #c3ccd4; stroke-width: 1; }}
.open, .all {{ fill: #2a666b; }}
.opens {{ fill: url(#opens); stroke: #2a666b; stroke-width: 1.5; }}
.closes {{ fill: #ffffff; stroke: #9a3b26; stroke-width: 1.5; stroke-dasharray: 4 3; }}
.some {{ fill: #9cc3c4; }}
.nobody {{ fill: url(#nobody); }}
.closed-date {{ fill: #f6ddd5; stroke: #9a3b26; stroke-width: 1; }}
.strike {{ stroke: #9a3b26; stroke-width: 1; }}
.other-date {{ fill: #dcecec; stroke: #2a666b; stroke-width: 1.25; }}
.changed-date {{ fill: none; stroke: #1d2530; stroke-width: 1.25; stroke-dasharray: 3 2; }}
.doubt {{ fill: #ffffff; stroke: #1d2530; stroke-width: 1.25; }}
"""

_PATTERNS: Final = """<defs xmlns="http://www.w3.org/2000/svg">
<pattern id="opens" width="6" height="6" patternUnits="userSpaceOnUse"
 patternTransform="rotate(45)"><rect width="6" height="6" fill="#e4f0f0"/>
<rect width="2" height="6" fill="#2a666b"/></pattern>
<pattern id="nobody" width="7" height="7" patternUnits="userSpaceOnUse"
 patternTransform="rotate(-45)"><rect width="7" height="7" fill="#fbf1ee"/>
<rect width="1.5" height="7" fill="#d8a596"/></pattern>
</defs>"""

_NOT_IN_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Canvas:
    """What is drawn so far, and where the next thing begins."""

    def __init__(self) -> None:
        self._drawn: list[ElementTree.Element] = []
        self.top: float = LEFT
        """Where the next thing begins, in pixels."""

    def text(self, x: float, y: float, text: str, kind: str = "") -> None:
        """Draw a text with its baseline at y."""
        self._shape("text", kind, x=x, y=y).text = readable(text)

    def rectangle(
        self, x: float, y: float, width: float, height: float, kind: str, round: float = 0
    ) -> None:
        """Draw a rectangle."""
        self._shape("rect", kind, x=x, y=y, width=width, height=height, rx=round)

    def line(self, x1: float, y1: float, x2: float, y2: float, kind: str) -> None:
        """Draw a straight line."""
        self._shape("line", kind, x1=x1, y1=y1, x2=x2, y2=y2)

    def triangle(self, x: float, y: float, size: float, kind: str) -> None:
        """Draw a triangle that stands on y."""
        points = f"{x},{y} {x + size},{y} {x + size / 2},{y - size}"
        self._shape("polygon", kind).set("points", points)

    def paragraph(
        self, text: str, kind: str = "", x: float = LEFT, right: float = RIGHT, size: float = 12
    ) -> None:
        """Draw a text below what is drawn so far, on as many lines as it needs."""
        for line in wrapped(text, right - x, size):
            self.text(x, self.top + size, line, kind)
            self.top += size * 1.5

    def document(self, title: str, description: str) -> str:
        """Return the SVG document, as high as what is drawn."""
        height = round(self.top + LEFT)
        root = ElementTree.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {WIDTH} {height}",
                "width": str(WIDTH),
                "height": str(height),
                "role": "img",
                "aria-labelledby": "title description",
            },
        )
        ElementTree.SubElement(root, "title", id="title").text = readable(title)
        ElementTree.SubElement(root, "desc", id="description").text = readable(description)
        ElementTree.SubElement(root, "style").text = _STYLE
        patterns = ElementTree.fromstring(_PATTERNS)
        for element in patterns.iter():
            element.tag = element.tag.rpartition("}")[2]
        root.append(patterns)
        paper = {"class": "paper", "width": str(WIDTH), "height": str(height)}
        ElementTree.SubElement(root, "rect", paper)
        root.extend(self._drawn)
        return ElementTree.tostring(root, encoding="unicode") + "\n"

    def _shape(self, tag: str, kind: str, **numbers: float) -> ElementTree.Element:
        given = {name: f"{number:.2f}".rstrip("0").rstrip(".") for name, number in numbers.items()}
        element = ElementTree.Element(tag, {**({"class": kind} if kind else {}), **given})
        self._drawn.append(element)
        return element


def readable(text: str) -> str:
    """Return a text with what no document may have in it replaced."""
    return _NOT_IN_XML.sub("\ufffd", text)
