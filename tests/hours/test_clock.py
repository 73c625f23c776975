"""Times as people type and read them, and the minutes that they are."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pulumi_livevox.hours.clock import END_OF_DAY, format_time, parse_end, parse_time


@given(st.integers(0, END_OF_DAY - 1))
def test_every_minute_of_a_day_comes_back_as_it_is_written(minute: int) -> None:
    assert parse_time(format_time(minute)) == parse_end(format_time(minute)) == minute
    assert parse_time(f"{minute // 60}:{minute % 60:02}") == minute


@given(st.text() | st.from_regex(r"[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?", fullmatch=True))
def test_what_is_taken_is_a_minute_of_a_day(typed: str) -> None:
    with suppress(ValueError):
        assert 0 <= parse_time(typed) < END_OF_DAY


@pytest.mark.parametrize(
    ("typed", "minute"),
    [("7:00", 420), (" 07:00 ", 420), ("0:05", 5), ("23:59", 1439), ("07:00:00", 420)],
)
def test_a_time_may_be_typed_in_more_than_one_way(typed: str, minute: int) -> None:
    assert parse_time(typed) == minute


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        *((typed, "the last minute of a day is 23:59") for typed in ("25:00", "24:00", "12:60")),
        ("7pm", "such as 19:00"),
        ("7:30 p.m.", "such as 19:30"),
        ("12am", "such as 00:00"),
        ("12 PM", "such as 12:00"),
        *((typed, "such as 07:00") for typed in ("noon", "", "7", "-1:00", "07.00")),
        ("\u0660\u0667:00", "such as 07:00"),
        *((typed, "has seconds") for typed in ("07:00:30", "07:00:60")),
    ],
)
def test_a_typed_time_that_is_none_is_refused_with_what_to_write(typed: str, words: str) -> None:
    with pytest.raises(ValueError, match=words) as caught:
        parse_time(typed)

    assert f'"{typed}"' in str(caught.value)


@pytest.mark.parametrize("typed", ["24:00", " 24:00 ", "24:00:00"])
def test_a_day_ends_at_24_00(typed: str) -> None:
    assert parse_end(typed) == END_OF_DAY


@pytest.mark.parametrize("typed", ["24:01", "24:00:01", "25:00", "midnight", ""])
def test_a_span_ends_with_its_day_at_the_latest(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is not a time|has seconds"):
        parse_end(typed)


@pytest.mark.parametrize(
    ("minutes", "seconds", "text"),
    [(420, 0, "07:00"), (420, 30, "07:00:30"), (END_OF_DAY, 0, "24:00"), (2880, 0, "48:00")],
)
def test_a_live_time_may_have_seconds_and_go_on_past_midnight(
    minutes: int, seconds: int, text: str
) -> None:
    assert format_time(minutes, seconds) == text
