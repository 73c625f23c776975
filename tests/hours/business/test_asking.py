"""What business hours answer people: when lines open and close next, and on a date."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

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

    # Weeks without a change, but for dates, have none at all.
    until = min(change or when + 8 * DAY, when + 8 * DAY)
    minutes = (when + n * MINUTE for n in range(int((until - when) / MINUTE)))
    assert {value.is_open(each) for each in minutes} == {value.is_open(when)}
    if change is not None:
        assert value.is_open(change) is not value.is_open(when)
        assert change.tzinfo == ZoneInfo(hours.zone)


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
