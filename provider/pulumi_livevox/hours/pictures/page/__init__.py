"""Hours as one page of HTML: its style, its script and its data are in it, and it asks nobody."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from pulumi_livevox.hours.clock import END_OF_DAY
from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.pictures.canvas import readable
from pulumi_livevox.hours.pictures.groups import groups
from pulumi_livevox.hours.pictures.marks import MEANS, Mark
from pulumi_livevox.hours.pictures.months import MONTHS, WEEKDAYS, date_text, places
from pulumi_livevox.hours.pictures.names import shown
from pulumi_livevox.hours.pictures.page.data import data_of
from pulumi_livevox.hours.pictures.picture import Picture
from pulumi_livevox.hours.pictures.schedules import schedules
from pulumi_livevox.hours.pictures.telling import (
    UNCHANGED,
    beyond_text,
    first_unchanged,
    group_text,
    isolating,
    line_text,
    lines_text,
    only_zone,
    summary,
    title_text,
    without_text,
    zone_name,
    zone_text,
)
from pulumi_livevox.hours.pictures.year import kind_of

if TYPE_CHECKING:
    from jinja2 import Template


def draw(picture: Picture) -> str:
    """Return a picture as an HTML document. Raises ImportError without the extra `pictures`."""
    picture = isolating(picture)
    drawn, together = schedules(picture), groups(picture)
    return _template().render(
        picture=picture,
        schedules=drawn,
        groups=together,
        summary=summary(picture, drawn),
        marks=_marks(picture),
        only_zone=only_zone(drawn),
        unchanged=first_unchanged(drawn),
        data=data_of(picture, drawn, together),
    )


@lru_cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup, escape

    environment = Environment(
        loader=PackageLoader(__name__, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: readable(value) if type(value) is str else value,
    )
    style, script = (
        resources.files(__name__).joinpath(name).read_text("utf-8")
        for name in ("page.css", "page.js")
    )

    def isolated(name: str) -> str:
        return f"<bdi>{escape(readable(name))}</bdi>"

    environment.globals |= {
        # They are files of this package.
        "style": Markup(style),
        "script": Markup(script),
        "style_hash": _hash(style),
        "script_hash": _hash(script),
        "percent": lambda minutes: f"{100 * minutes / END_OF_DAY:.3f}%",
        "unchanged_text": UNCHANGED,
        "week_days": WEEK,
        "months": MONTHS,
        "weekdays": WEEKDAYS,
        "places": places,
        "by_date": lambda dates: {each.date: each for each in dates},
        "kind_of": kind_of,
        "date_text": date_text,
        "shown": shown,
        # Every name of others in them is escaped, and isolated from what stands beside it.
        "line_text": lambda line: Markup(line_text(line, isolated)),
        "title_text": lambda schedule: Markup(title_text(schedule, isolated)),
        "lines_text": lines_text,
        "without_text": without_text,
        "zone_name": zone_name,
        "zone_text": zone_text,
        "group_text": group_text,
        "beyond_text": beyond_text,
    }
    return environment.get_template("page.html.jinja")


def _marks(picture: Picture) -> dict[Mark, str]:
    """Return what a legend explains: that something is open, and in a preview what changes."""
    is_compared = any(line.before is not None for line in picture.lines)
    return {mark: words for mark, words in MEANS.items() if is_compared or mark is Mark.OPEN}


def _hash(text: str) -> str:
    """Return by what a page's policy knows a style or script of its own."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
