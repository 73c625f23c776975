"""The distinct hours of a picture: lines of equal hours are one schedule, which is drawn once."""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from pulumi_livevox.hours.days import GROUPS, WEEK, day_of
from pulumi_livevox.hours.pictures.marks import Bar, Mark, bars
from pulumi_livevox.hours.pictures.picture import Line, Picture
from pulumi_livevox.hours.spans import Spans
from pulumi_livevox.hours.timetable import Timetable, compared
from pulumi_livevox.hours.words import describe
from pulumi_livevox.wire.times import EASTERN


@dataclass(frozen=True)
class DrawnDay:
    """A day of the week, as it is drawn."""

    day: str
    """MONDAY … SUNDAY."""
    hours: Spans
    before: Spans
    """The hours before a rollout; those of `hours` where it changes nothing."""

    @property
    def bars(self) -> list[Bar]:
        """What is open before or after, by time."""
        return bars(self.before, self.hours)

    @property
    def is_changed(self) -> bool:
        """Whether a rollout changes the day."""
        return any(bar.mark is not Mark.OPEN for bar in self.bars)

    @property
    def text(self) -> str:
        """The hours in words: "07:00-19:30, was 07:00-20:59"."""
        text = spans_text(self.hours)
        return f"{text}, was {spans_text(self.before)}" if self.is_changed else text


@dataclass(frozen=True)
class DrawnDate:
    """A date with hours of its own, before or after, or with a name."""

    date: datetime.date
    name: str
    hours: Spans | None
    """None where it has those of its day of the week, and nobody knows them."""
    before: Spans | None
    """The hours before a rollout, likewise; those of `hours` where it changes nothing."""
    is_own: bool
    """Whether it has other hours than its day of the week."""

    @property
    def is_changed(self) -> bool:
        """Whether a rollout changes the date."""
        return self.hours != self.before

    @property
    def text(self) -> str:
        """The hours in words: "as the week: 07:00-20:59, was closed"."""
        text = _date_text(self.hours)
        if not self.is_own and self.hours is not None:
            text = f"as the week: {text}"
        return f"{text}, was {_date_text(self.before)}" if self.is_changed else text


@dataclass(frozen=True)
class Schedule:
    """Hours that some lines have in common, in the zone in which their people read them."""

    lines: tuple[Line, ...]
    hours: Timetable | None
    """In `time_zone`; None where the lines have none: `without` says why."""
    before: Timetable | None
    """In `time_zone`; None where nothing changes."""
    time_zone: str
    without: str
    words: tuple[str, ...]
    """What changes, in words."""

    @property
    def is_changed(self) -> bool:
        """Whether a rollout changes the hours."""
        return self.before is not None

    @property
    def week(self) -> list[DrawnDay]:
        """The days of the week, from Monday; none of a week that nobody knows.

        Nothing is marked as a change of one that was not known before.
        """
        after, before = self._after, self._before
        if not after.knows_week:
            return []
        was = before if before.knows_week else after
        return [DrawnDay(day, after.week[day], was.week[day]) for day in WEEK]

    @property
    def doubts(self) -> tuple[str, ...]:
        """What the platform makes of nobody knows, in sentences."""
        return tuple(doubt.text for doubt in self._after.doubts)

    def is_doubted(self, day: str | datetime.date) -> bool:
        """Tell whether one of the doubts is about a day of the week, or a date.

        Doubts are about Eastern days: of those of another zone none is.
        """
        return self.time_zone == EASTERN.key and day in self.doubted_days

    @property
    def doubted_days(self) -> frozenset[str | datetime.date]:
        """The Eastern days of the week and dates that doubts are about."""
        days = {doubt.day for doubt in self._after.doubts}
        return frozenset(
            day for each in days if each is not None for day in GROUPS.get(str(each), (each,))
        )

    def dates(self, year: int) -> list[DrawnDate]:
        """Return the dates of a year that have hours of their own, before or after, or a name."""
        after, before = self._after, self._before
        names = {**before.names, **after.names}
        return [
            DrawnDate(
                date=date,
                name=names.get(date, "").strip(),
                hours=_on(after, date),
                before=_on(before, date),
                is_own=_is_own(after, date),
            )
            for date in sorted({*after.dates, *before.dates, *names})
            if date.year == year
        ]

    def dates_beyond(self, year: int) -> list[datetime.date]:
        """Return the dates after a year that have hours of their own."""
        after = self._after
        return sorted(date for date in after.dates if date.year > year and _is_own(after, date))

    @property
    def _after(self) -> Timetable:
        # Of hours that go, a week that was not known stays so.
        return self.hours or Timetable(
            dict.fromkeys(WEEK, ()),
            time_zone=self.time_zone,
            knows_week=self.before is not None and self.before.knows_week,
        )

    @property
    def _before(self) -> Timetable:
        return self.before or self._after


def schedules(picture: Picture) -> list[Schedule]:
    """Return the distinct hours of a picture's lines, in the order in which they come first.

    Those that a rollout changes come before all others.
    """
    found: dict[Hashable, list[Line]] = {}
    for line in picture.lines:
        key = (_key(line.hours), _key(line.before), line.time_zone, line.without)
        found.setdefault(key, []).append(line)
    drawn = [_schedule(lines, picture.today) for lines in found.values()]
    return sorted(drawn, key=lambda schedule: not schedule.is_changed)


def before_of(line: Line, today: datetime.date) -> Timetable | None:
    """Return the hours of a line before a rollout, in its zone; None where nothing changes.

    Where the week alone opens, the dates are those of the hours after: in another zone the week has
    a part of some, which would be told as a change of each.
    """
    before, after = line.before, line.hours
    if before is None or before == after:
        return None
    there = before.in_zone(line.time_zone, today)
    was_closed = before.knows_week and not any(before.week.values())
    if after and was_closed and before.dates == after.dates:
        return replace(after.in_zone(line.time_zone, today), week=there.week)
    return there


def spans_text(spans: Sequence[object]) -> str:
    """Return the spans of a day as people read them, or "closed" where there is none."""
    return ", ".join(str(span) for span in spans).replace("-", "–") or "closed"


def _on(timetable: Timetable, date: datetime.date) -> Spans | None:
    """Return the spans of a date, None where nobody knows them."""
    return timetable.spans_on(date) if timetable.knows(date) else None


def _is_own(timetable: Timetable, date: datetime.date) -> bool:
    """Tell whether a date has other hours than its day of the week."""
    own = timetable.dates.get(date)
    is_as_ever = timetable.knows_week and own == timetable.week[day_of(date)]
    return own is not None and not is_as_ever


def _date_text(spans: Spans | None) -> str:
    return "as the week" if spans is None else spans_text(spans)


def _schedule(lines: list[Line], today: datetime.date) -> Schedule:
    first = lines[0]
    before = before_of(first, today)
    return Schedule(
        lines=tuple(lines),
        hours=first.hours and first.hours.in_zone(first.time_zone, today),
        before=before,
        time_zone=first.time_zone,
        without="" if first.hours else first.without or "has no hours",
        words=() if before is None else _words(first, today),
    )


def _words(line: Line, today: datetime.date) -> tuple[str, ...]:
    """Say what changes of a line's hours; nothing of one that has none before or after."""
    if line.before is None or line.hours is None:
        return ()
    return tuple(describe(*compared(line.before, line.hours, line.time_zone, today)))


def _key(hours: Timetable | None) -> Hashable:
    """Return what two timetables have in common where they are equal."""
    if hours is None:
        return None
    return (
        frozenset(hours.week.items()),
        frozenset(hours.dates.items()),
        frozenset(hours.names.items()),
        hours.time_zone,
        hours.doubts,
        hours.knows_week,
    )
