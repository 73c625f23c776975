"""Who answers when, over the lines that answer together."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.answering import answering, spans_with
from pulumi_livevox.hours.clock import END_OF_DAY
from pulumi_livevox.hours.days import WEEK
from pulumi_livevox.hours.spans import Span, parse_spans
from pulumi_livevox.hours.timetable import Timetable


def timetable(**week: str) -> Timetable:
    """A timetable of the days that are open."""
    return Timetable({day: tuple(parse_spans(week[day])) if day in week else () for day in WEEK})


def test_a_day_is_cut_where_the_number_of_open_lines_changes() -> None:
    lines = [timetable(MONDAY="07:00-15:00"), timetable(MONDAY="09:00-12:00, 15:00-20:00")]
    assert [(str(part.span), part.open) for part in answering(lines)["MONDAY"]] == [
        ("00:00-07:00", 0),
        ("07:00-09:00", 1),
        ("09:00-12:00", 2),
        ("12:00-20:00", 1),
        ("20:00-24:00", 0),
    ]


def test_when_nobody_answers_and_when_all_do_is_told_of_each_day() -> None:
    answers = answering([timetable(MONDAY="00:00-12:00"), timetable(MONDAY="10:00-24:00")])
    nobody, everybody = spans_with(answers, 0), spans_with(answers, 2)
    assert nobody["MONDAY"] == ()
    assert everybody["MONDAY"] == (Span(600, 720),)
    assert (nobody["SUNDAY"], everybody["SUNDAY"]) == ((Span(0, END_OF_DAY),), ())


def test_of_no_lines_nobody_answers() -> None:
    assert spans_with(answering([]), 0) == {day: (Span(0, END_OF_DAY),) for day in WEEK}


@st.composite
def days(draw: st.DrawFn) -> str:
    """The spans of a day, none touching another."""
    times = sorted(draw(st.sets(st.integers(0, END_OF_DAY), min_size=2, max_size=6)))
    pairs = zip(times[::2], times[1::2], strict=False)
    return ", ".join(str(Span(start, end)) for start, end in pairs)


@settings(max_examples=40, deadline=None)
@given(st.lists(days(), max_size=4))
def test_in_every_minute_as_many_are_open_as_is_said(spans: list[str]) -> None:
    lines = [timetable(MONDAY=each) for each in spans]
    parts = answering(lines)["MONDAY"]
    assert [parts[0].span.start, parts[-1].span.end] == [0, END_OF_DAY]
    told = [part.open for part in parts for _ in range(part.span.start, part.span.end)]
    opened = [
        sum(span.start <= minute < span.end for line in lines for span in line.week["MONDAY"])
        for minute in range(END_OF_DAY)
    ]
    assert told == opened
