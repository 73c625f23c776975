"""Opening hours as one value that says what is meant."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pulumi_livevox.hours.business.holidays import Holidays
from pulumi_livevox.hours.meaning import Meaning
from pulumi_livevox.hours.spans import Span
from pulumi_livevox.hours.timetable import Timetable
from pulumi_livevox.wire.times import EASTERN


class Opening(NamedTuple):
    """From when until when a line is open, in the zone of its hours."""

    opens: datetime.datetime
    closes: datetime.datetime


@dataclass(frozen=True)
class Laid:
    """Business hours as the Eastern days of the platform, as of the day of a rollout."""

    week: Mapping[str, tuple[Span, ...]]
    """By the API's days; a group (WEEKDAY) where all its days agree."""
    dates: Mapping[datetime.date, tuple[Span, ...]] | None
    """From that day on; None where no dates are declared."""
    meaning: Meaning


class BusinessHours:
    """Opening hours in a zone of their own, with holidays: a value that many lines may share."""

    def __init__(
        self,
        week: Mapping[str, str | Sequence[str]],
        time_zone: str = EASTERN.key,
        holidays: Holidays
        | Mapping[str | datetime.date, str]
        | Iterable[str | datetime.date]
        | None = None,
        on_holidays: str | Sequence[str] | None = None,
        dates: Mapping[str | datetime.date, str | Sequence[str]] | None = None,
        until: str | datetime.date | None = None,
        closed_as: str | None = None,
    ) -> None:
        raise NotImplementedError

    notices: tuple[str, ...]
    """What is told of what was declared, in sentences, and stops nothing."""

    def is_open(self, when: datetime.datetime) -> bool:
        """Tell whether lines with these hours are open at a moment."""
        raise NotImplementedError

    def next_change(self, when: datetime.datetime) -> datetime.datetime | None:
        """Return when lines open or close next after a moment; None where they never do."""
        raise NotImplementedError

    def spans(self, date: str | datetime.date) -> list[Opening]:
        """Return the spans that begin on a date."""
        raise NotImplementedError

    def timetable(self, on: datetime.date) -> Timetable:
        """Return the hours day by day in their own zone; dates from `on`."""
        raise NotImplementedError

    def laid(self, on: datetime.date) -> Laid:
        """Lay the hours on the platform's days, as of a rollout on an Eastern day."""
        raise NotImplementedError
