"""What business hours answer people: when lines open and close next, and on a date."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.business.business_hours import BusinessHours
from tests.hours.business.drawn import EASTERN, FIRST, LAST, ZONES, Drawn, drawn

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)

examples = settings(max_examples=40, deadline=None)
hours_of_any_zone = st.sampled_from(ZONES).flatmap(drawn)


def is_steady(day: date, zone: ZoneInfo) -> bool:
    """Whether no clocks are changed about a day, there or in Eastern time."""
    about = [datetime.combine(day + n * DAY, time(12), UTC) for n in (-2, 2)]
    return all(
        len({each.astimezone(at).utcoffset() for each in about}) == 1 for at in (zone, EASTERN)
    )


@examples
@given(hours_of_any_zone, st.datetimes(datetime(2027, 1, 1), datetime(2028, 12, 31)))
def test_the_next_change_is_the_first_minute_that_is_otherwise(
    hours: Drawn, moment: datetime
) -> None:
    value, when = hours.value, moment.replace(second=0, microsecond=0, tzinfo=UTC)

    change = value.next_change(when)

    until = change or when + 40 * DAY
    apart = MINUTE if until < when + 8 * DAY else 13 * MINUTE
    minutes = (when + n * apart for n in range(int((until - when) / apart)))
    assert {value.is_open(each) for each in minutes} == {value.is_open(when)}
    if change is not None:
        assert value.is_open(change) is not value.is_open(when)
        assert change.tzinfo == ZoneInfo(hours.zone)


@pytest.mark.parametrize(
    ("hours", "when", "opens"),
    [
        (
            BusinessHours(
                {"SUN": "09:00-12:00"}, dates={"2027-01-03": "closed", "2027-01-10": "closed"}
            ),
            datetime(2027, 1, 1, tzinfo=EASTERN),
            datetime(2027, 1, 17, 9, tzinfo=EASTERN),
        ),
        # Clocks skip the hour of the Sunday between.
        (
            BusinessHours({"SUN": "02:30-02:45"}),
            datetime(2027, 3, 7, 3, tzinfo=EASTERN),
            datetime(2027, 3, 21, 2, 30, tzinfo=EASTERN),
        ),
    ],
    ids=["closed dates", "a skipped hour"],
)
def test_lines_that_miss_their_days_open_weeks_later(
    hours: BusinessHours, when: datetime, opens: datetime
) -> None:
    assert hours.next_change(when) == opens


def test_a_line_that_never_closes_has_no_next_change() -> None:
    always = BusinessHours({"MON-SUN": "open"}, "Asia/Manila")
    assert always.next_change(datetime(2027, 3, 1, tzinfo=EASTERN)) is None


@examples
@given(hours_of_any_zone, st.data())
def test_lines_are_open_in_the_spans_that_begin_on_a_date_or_on_the_day_before(
    hours: Drawn, data: st.DataObject
) -> None:
    value, zone = hours.value, ZoneInfo(hours.zone)
    days = st.dates(FIRST, LAST)
    day = data.draw(st.sampled_from(sorted(hours.own)) | days if hours.own else days)
    if not is_steady(day, zone):
        day = date(2027, 6, 15)

    openings = [*value.spans(day - DAY), *value.spans(str(day))]

    midnight = datetime.combine(day, time(), zone)
    for n in range(24 * 60):
        when = midnight + n * MINUTE
        is_within = any(each.opens <= when < each.closes for each in openings)
        assert value.is_open(when) is is_within
