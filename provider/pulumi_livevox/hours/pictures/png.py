"""Hours as a PNG: the SVG, with letters that come along."""

from __future__ import annotations

from pulumi_livevox.hours.pictures import svg
from pulumi_livevox.hours.pictures.picture import Picture


def draw(picture: Picture, zoom: float = 2) -> bytes:
    """Return a picture as a PNG, `zoom` pixels to each of the SVG's.

    The font is that of the package `font_roboto`, so that there is text on a machine without
    fonts; what it has no letter for is left out. Raises ImportError without the extra `pictures`.
    """
    import font_roboto
    import resvg_py

    files = [
        font_roboto.font_files[name]
        for name in ("Roboto", "RobotoBold")
        if name in font_roboto.font_files
    ]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg.draw(picture),
            zoom=zoom,
            skip_system_fonts=True,
            font_files=files,
            font_family="Roboto",
            sans_serif_family="Roboto",
        )
    )
