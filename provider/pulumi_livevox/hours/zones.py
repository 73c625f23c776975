"""The time zones that hours can be declared in, and the date in that of the platform."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo, available_timezones

from pulumi_livevox.declaring.near_names import nearest
from pulumi_livevox.wire.times import EASTERN

_COMMON: Final = {
    EASTERN.key: ("eastern", "et", "est", "edt"),
    "America/Chicago": ("central", "ct", "cst", "cdt"),
    "America/Denver": ("mountain", "mt", "mst", "mdt"),
    "America/Los_Angeles": ("pacific", "pt", "pst", "pdt"),
    "America/Anchorage": ("alaska", "akt", "akst", "akdt"),
    "Pacific/Honolulu": ("hawaii", "ht", "hst", "hdt"),
    "America/Halifax": ("atlantic", "at", "ast", "adt"),
    "America/St_Johns": ("newfoundland", "nt", "nst", "ndt"),
}
"""The zones of North America, and what people call them."""

_OF_A_MACHINE: Final = {"localtime", "posixrules", "Factory"}
"""Files beside those of zones, which are no zones."""

_NEEDLESS: Final = {"us", "canada", "time", "zone", "standard", "daylight"}
"""Words that say no more of a zone: "Eastern Standard Time (US & Canada)"."""


@lru_cache
def minutes_ahead(zone: str) -> int:
    """Return how far a zone's clocks are ahead of Eastern ones, in minutes.

    Raises ValueError, with what it may be, where that is not the same at noon of every day of
    this year and the next, or where there is no such zone.
    """
    name = _meant(zone)
    distances = _distances(ZoneInfo(name))
    if len(distances) > 1:
        meant = "" if name == zone else f", which {name} is not"
        raise ValueError(
            "a zone that is as far from Eastern time all year round, such as America/Chicago"
            f"{meant}: the platform keeps Eastern times "
            "(hours=livevox.BusinessHours takes any zone)"
        )
    if name != zone:
        raise ValueError(_named(name))
    return int(distances.pop().total_seconds() // 60)


def zone_named(zone: str) -> ZoneInfo:
    """Return the time zone of a name. Raises ValueError, with what it may be, for any other."""
    name = _meant(zone)
    if name != zone:
        raise ValueError(_named(name))
    return ZoneInfo(name)


def minutes_ahead_or_none(zone: Any) -> int | None:
    """Return minutes_ahead, or None where a zone is unknown, or keeps that distance no more."""
    if not isinstance(zone, str):
        return None
    try:
        return minutes_ahead(zone)
    except ValueError:
        return None


def exists(name: str) -> bool:
    """Tell whether there is a time zone of this name, the same on every machine."""
    if name in _OF_A_MACHINE:
        return False
    try:
        ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        return False
    return True


def today() -> datetime.date:
    """Return today's date in Eastern time, in which the platform keeps dates."""
    return datetime.datetime.now(EASTERN).date()


def _distances(there: ZoneInfo) -> set[datetime.timedelta]:
    first = datetime.datetime(datetime.date.today().year, 1, 1, 12, tzinfo=EASTERN)
    distances = set()
    for day in range(731):
        noon = first + datetime.timedelta(days=day)
        ahead = noon.astimezone(there).utcoffset(), noon.utcoffset()
        distances.add((ahead[0] or datetime.timedelta()) - (ahead[1] or datetime.timedelta()))
    return distances


def _meant(zone: str) -> str:
    """Return the zone that a name means. Raises ValueError, with what it may be, for none."""
    name = _called(zone) or (zone if exists(zone) else _nearest(zone))
    if name is None:
        *most, last = list(_COMMON)[:4]
        raise ValueError(f"the name of a time zone, such as {', '.join(most)} or {last}")
    return name


def _named(name: str) -> str:
    return f"the name of a time zone: {name}"


def _called(name: str) -> str | None:
    """Return the zone that people mean by a name; some of them name another zone as well."""
    letters = "".join(each if each.isalpha() else " " for each in name.lower())
    words = [word for word in letters.split() if word not in _NEEDLESS]
    if "/" in name or len(words) != 1:
        return None
    return next((zone for zone, names in _COMMON.items() if words[0] in names), None)


def _nearest(name: str) -> str | None:
    """Return the zone whose city is most like a name's; one of America before others."""
    # "Etc/GMT+8" is eight hours behind, and nobody means it.
    known = (each for each in available_timezones() if exists(each) and "Etc/" not in each)
    zones = sorted(known, key=lambda zone: zone.startswith(("America/", "US/")))
    cities = {_city(zone): zone for zone in zones}
    near = nearest(_city(name), cities, alike=0.8)
    return cities[near] if near else None


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].strip().replace(" ", "_").lower()
