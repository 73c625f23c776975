"""The inbound hours of a service: when it takes calls.

Times and dates are the API's raw milliseconds; `times` converts them.
"""

from typing import Annotated, ClassVar, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from pulumi_livevox.wire.enumerations import DayOfWeek
from pulumi_livevox.wire.fields import AnsweredList, AnsweredNumber, WholeNumber, open_list
from pulumi_livevox.wire.models import Answer, Body, ListAnswer

_Day = Annotated[DayOfWeek | str, open_list(DayOfWeek)]


class HoursEntry(Answer):
    """One entry of the inbound hours: one span on some days, or on one date."""

    id: AnsweredNumber
    day_of_week: _Day
    date: AnsweredNumber | None = None
    start_time: AnsweredNumber
    end_time: AnsweredNumber


class InboundHours(ListAnswer):
    """Read Service Inbound Hours."""

    LIST: ClassVar[str] = "inboundHour"

    inbound_hour: AnsweredList[HoursEntry]


class NewHoursEntry(Body):
    """Update Service Add Inbound Hours."""

    day_of_week: _Day
    date: WholeNumber | None = None
    start_time: WholeNumber
    end_time: WholeNumber

    @model_validator(mode="after")
    def _has_a_date_or_days(self) -> Self:
        if (self.day_of_week == DayOfWeek.SPECIFIC_DATE) != (self.date is not None):
            raise PydanticCustomError("may_be", "a date with SPECIFIC_DATE, and with it alone")
        return self


class HoursEntryUpdate(Body):
    """Update Service Update Inbound Hours: a new beginning, a new end, or both."""

    start_time: WholeNumber | None = None
    end_time: WholeNumber | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if self.start_time is None and self.end_time is None:
            raise PydanticCustomError("may_be", "at least one of start_time, end_time")
        return self
