"""Business hours in a program: what is declared of them today, and what a preview tells of them."""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pulumi

from pulumi_livevox.declaring.sentences import was
from pulumi_livevox.hours import wrong
from pulumi_livevox.hours.business.business_hours import BusinessHours
from pulumi_livevox.hours.business.laying import Laid
from pulumi_livevox.hours.spans import Span, format_spans
from pulumi_livevox.hours.wrong import WrongHours
from pulumi_livevox.hours.zones import today
from pulumi_livevox.program.running import once_a_run


class _ShownPlainly(WrongHours, pulumi.RunError):
    """Opening hours that can't be: the engine prints what is wrong and where, and no traceback."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(problems)
        self._where = _where()

    def __str__(self) -> str:
        """Say what is wrong, each with the line of the program that says it."""
        return "\n".join(f"{self._where}: {problem}" for problem in self.problems)


def _where() -> str:
    """Return the file and the line outside of this package that is running: "hours.py:12"."""
    package = Path(__file__).parents[1]
    frame = inspect.currentframe()
    while frame is not None:
        file = Path(frame.f_code.co_filename)
        if not file.is_relative_to(package):
            return f"{file.name}:{frame.f_lineno}"
        frame = frame.f_back
    return "the program"


def show_wrong_ones_plainly() -> None:
    """Have what is wrong with business hours printed as one message."""
    wrong.shown_as(_ShownPlainly)


def laid_today(named: str, hours: Any, instead_of: Mapping[str, Any]) -> Laid | None:
    """Return business hours as they are to be declared today; None where there are none.

    `named` is the resource in messages; `instead_of` has what may not be declared beside them.
    Raises pulumi.RunError.
    """
    if hours is None:
        return None
    if not isinstance(hours, BusinessHours):
        raise pulumi.RunError(f"{named}: {was('hours', hours, 'a livevox.BusinessHours')}")
    beside = [name for name, value in instead_of.items() if value is not None]
    if beside:
        raise pulumi.RunError(
            f"{named} declares hours and {' and '.join(beside)}: hours say all of it; declare "
            "either"
        )
    try:
        return hours.laid(today())
    except WrongHours as error:
        told = "\n".join(f"{named}: {problem}" for problem in error.problems)
        raise pulumi.RunError(told) from None


def declared(laid: Laid) -> dict[str, dict[str, str] | None]:
    """Return what inbound hours declare instead, in Eastern time: their week and dates."""
    dates = None if laid.dates is None else {str(date): spans for date, spans in laid.dates.items()}
    return {"week": _texts(laid.week), "dates": None if dates is None else _texts(dates)}


def tell(resource: pulumi.Resource, hours: BusinessHours, laid: Laid) -> None:
    """Say what is to be known of business hours, at the first of the resources that have them."""
    if hours in _told():
        return
    _told().add(hours)
    for notice in (*hours.notices, *_notices(hours, laid, today())):
        pulumi.log.warn(notice, resource=resource)
    until = laid.meaning.right_until
    if until is not None:
        pulumi.log.info(
            f"the week is right until {until}: on {until + datetime.timedelta(days=1)} the clocks "
            f"of {hours.time_zone} and Eastern ones come nearer or go apart, and `pulumi up` on "
            "that day or later moves it",
            resource=resource,
        )


@once_a_run
def _told() -> set[BusinessHours]:
    return set()


def _notices(hours: BusinessHours, laid: Laid, on: datetime.date) -> list[str]:
    told = []
    if hours.until is not None and hours.until < on:
        told.append(
            f"until was {hours.until}, which is past: no date and no holiday is written any more"
        )
    if laid.odd_nights:
        nights = " and ".join(map(str, laid.odd_nights[:2]))
        told.append(
            f"on {nights} clocks change, and lines open or close some hours too early or too late: "
            "with until such nights are written as dates"
        )
    return told


def _texts(days: Mapping[str, tuple[Span, ...]]) -> dict[str, str]:
    return {day: format_spans(spans) for day, spans in days.items()}
