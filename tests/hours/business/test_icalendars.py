"""Holidays of an iCalendar file: which of its events they are, and which files are refused."""

import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.business.holidays import Holidays
from pulumi_livevox.hours.wrong import WrongHours

CHRISTMAS = "DTSTART;VALUE=DATE:20261225\nSUMMARY:Christmas"
EVERY_CHRISTMAS = "DTSTART;VALUE=DATE:20201225\nRRULE:FREQ=YEARLY\nSUMMARY:Christmas"
NEW_YEAR = "DTSTART;VALUE=DATE:20270101\nSUMMARY:New Year"
MEETING = "DTSTART:20261224T090000Z\nDTEND:20261224T100000Z\nSUMMARY:Meeting"


def calendar(*events: str) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:tests"]
    for number, event in enumerate(events):
        uid = () if "UID:" in event else (f"UID:{number}",)
        lines += ["BEGIN:VEVENT", *uid, *event.split("\n"), "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a file of some text, and returns its path."""

    def write(text: str, encoding: str = "utf-8") -> Path:
        file = tmp_path / "holidays.ics"
        file.write_bytes(text.encode(encoding))
        return file

    return write


Written = Callable[..., Path]


def refused(make: Callable[[], object]) -> str:
    """The one sentence with which a file is refused."""
    with pytest.raises(WrongHours) as raised:
        make()
    (told,) = raised.value.problems
    return told


def test_an_event_of_a_day_is_a_holiday_by_its_summary(written: Written) -> None:
    holidays = Holidays.from_icalendar(written(calendar(CHRISTMAS, NEW_YEAR)))
    assert holidays.of_year(2026) == {date(2026, 12, 25): "Christmas"}
    assert holidays.of_year(2027) == {date(2027, 1, 1): "New Year"}


def test_the_path_may_be_a_text(written: Written) -> None:
    file = written(calendar(CHRISTMAS))
    assert Holidays.from_icalendar(str(file)).of_year(2026)


@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    st.integers(1, 400),
    st.sampled_from(["DTEND", "DURATION"]),
)
@settings(deadline=None, max_examples=40)
def test_an_event_of_several_days_is_each_of_them(
    tmp_path_factory: pytest.TempPathFactory, first: date, many: int, end: str
) -> None:
    until = f"DTEND;VALUE=DATE:{first + timedelta(many):%Y%m%d}"
    file = tmp_path_factory.mktemp("calendars") / "holidays.ics"
    until = until if end == "DTEND" else f"DURATION:P{many}D"
    file.write_text(calendar(f"DTSTART;VALUE=DATE:{first:%Y%m%d}\n{until}\nSUMMARY:Fair"))
    holidays = Holidays.from_icalendar(file)
    for year in range(first.year - 1, first.year + 4):
        days = {first + timedelta(each) for each in range(many)}
        assert holidays.of_year(year) == {day: "Fair" for day in days if day.year == year}
    assert list(holidays.of_year(first.year)) == sorted(holidays.of_year(first.year))


def test_an_event_that_ends_on_its_day_is_that_day(written: Written) -> None:
    text = calendar(CHRISTMAS.replace("SUMMARY", "DTEND;VALUE=DATE:20261225\nSUMMARY"))
    assert list(Holidays.from_icalendar(written(text)).of_year(2026)) == [date(2026, 12, 25)]


@given(st.dates(date(2000, 1, 1), date(2026, 12, 31)), st.integers(2000, 2040))
@settings(deadline=None, max_examples=40)
def test_a_yearly_event_is_on_its_day_of_each_year(
    tmp_path_factory: pytest.TempPathFactory, first: date, year: int
) -> None:
    file = tmp_path_factory.mktemp("calendars") / "holidays.ics"
    file.write_text(calendar(f"DTSTART;VALUE=DATE:{first:%Y%m%d}\nRRULE:FREQ=YEARLY\nSUMMARY:A"))
    exists = (first.month, first.day) != (2, 29) or year % 4 == 0
    expected = {date(year, first.month, first.day): "A"} if exists and year >= first.year else {}
    assert Holidays.from_icalendar(file).of_year(year) == expected


def test_a_day_that_a_rule_leaves_out_is_none(written: Written) -> None:
    text = calendar(f"{EVERY_CHRISTMAS}\nEXDATE;VALUE=DATE:20261225")
    holidays = Holidays.from_icalendar(written(text))
    assert holidays.of_year(2026) == {}
    assert list(holidays.of_year(2027)) == [date(2027, 12, 25)]


def test_one_of_a_series_that_was_moved_is_on_its_new_day(written: Written) -> None:
    moved = (
        "UID:christmas\nRECURRENCE-ID;VALUE=DATE:20261225\n"
        "DTSTART;VALUE=DATE:20261228\nSUMMARY:Christmas party"
    )
    text = calendar(f"UID:christmas\n{EVERY_CHRISTMAS}", moved)
    assert Holidays.from_icalendar(written(text)).of_year(2026) == {
        date(2026, 12, 28): "Christmas party"
    }


def test_a_cancelled_event_is_none(written: Written) -> None:
    text = calendar(f"{CHRISTMAS}\nSTATUS:CANCELLED", NEW_YEAR)
    holidays = Holidays.from_icalendar(written(text))
    assert holidays.of_year(2026) == {}
    assert holidays.of_year(2027)


def test_one_of_a_series_that_was_cancelled_is_none(written: Written) -> None:
    cancelled = f"UID:christmas\nRECURRENCE-ID;VALUE=DATE:20261225\n{CHRISTMAS}\nSTATUS:CANCELLED"
    text = calendar(f"UID:christmas\n{EVERY_CHRISTMAS}", cancelled)
    holidays = Holidays.from_icalendar(written(text))
    assert (list(holidays.of_year(2026)), len(holidays.of_year(2027))) == ([], 1)


def test_an_event_with_a_time_of_day_is_none(written: Written) -> None:
    holidays = Holidays.from_icalendar(written(calendar(CHRISTMAS, MEETING)))
    assert holidays.of_year(2026) == {date(2026, 12, 25): "Christmas"}


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/New_York", "Pacific/Honolulu"])
def test_an_event_from_midnight_to_midnight_is_a_day_of_its_zone(
    written: Written, zone: str
) -> None:
    text = calendar(
        f"DTSTART;TZID={zone}:20270101T000000\nDTEND;TZID={zone}:20270102T000000\nSUMMARY:New Year",
        f"DTSTART;TZID={zone}:20271231T000000\nDTEND;TZID={zone}:20280101T000000\nSUMMARY:Its Eve",
    )
    holidays = Holidays.from_icalendar(written(text))
    assert holidays.of_year(2026) == {}
    assert holidays.of_year(2027) == {date(2027, 1, 1): "New Year", date(2027, 12, 31): "Its Eve"}
    assert holidays.of_year(2028) == {}


def test_the_names_of_a_day_are_joined_in_one_order(written: Written) -> None:
    boxes = CHRISTMAS.replace("Christmas", "Boxes")
    texts = calendar(CHRISTMAS, boxes, CHRISTMAS), calendar(boxes, CHRISTMAS)
    for text in texts:
        holidays = Holidays.from_icalendar(written(text))
        assert holidays.of_year(2026) == {date(2026, 12, 25): "Boxes; Christmas"}


@pytest.mark.parametrize(
    ("summary", "name"),
    [
        ("SUMMARY:St. Stephen\\, closed\\; all day", "St. Stephen, closed; all day"),
        ("SUMMARY;LANGUAGE=de:Ma\r\n riä Himmelfahrt", "Mariä Himmelfahrt"),
        ("SUMMARY:Two\\nlines", "Two lines"),
        ("SUMMARY:First\nSUMMARY:Second", "First"),
        ("SUMMARY: ", "Holiday"),
        ("DESCRIPTION:No summary", "Holiday"),
    ],
)
def test_names_are_read_as_they_are_meant(written: Written, summary: str, name: str) -> None:
    text = calendar(f"DTSTART;VALUE=DATE:20261226\n{summary}")
    holidays = Holidays.from_icalendar(written(text))
    assert holidays.of_year(2026) == {date(2026, 12, 26): name}


def test_a_file_may_have_a_mark_of_its_encoding_unix_lines_and_several_calendars(
    written: Written,
) -> None:
    text = f"\ufeff{calendar(CHRISTMAS)}{calendar(NEW_YEAR)}".replace("\r\n", "\n")
    holidays = Holidays.from_icalendar(written(text))
    assert (len(holidays.of_year(2026)), len(holidays.of_year(2027))) == (1, 1)


def test_events_are_left_out_and_days_added_as_for_a_country(written: Written) -> None:
    file = written(calendar(EVERY_CHRISTMAS, NEW_YEAR))
    holidays = Holidays.from_icalendar(
        file, leave_out=["new year", "2026-12-25"], add={"2027-12-25": "Boxes"}
    )
    assert holidays.of_year(2026) == {}
    assert holidays.of_year(2027) == {date(2027, 12, 25): "Christmas; Boxes"}


def test_an_event_taken_out_that_there_is_none_is_refused_with_the_nearest(
    written: Written,
) -> None:
    file = written(calendar(CHRISTMAS, MEETING))
    assert refused(lambda: Holidays.from_icalendar(file, leave_out=["Cristmas"])) == (
        'leave_out had "Cristmas", which is none of the holidays; it may be Christmas'
    )
    assert "Meeting" in refused(lambda: Holidays.from_icalendar(file, leave_out=["Meeting"]))


@pytest.mark.parametrize(
    ("rule", "is_endless"),
    [
        ("RRULE:FREQ=YEARLY", True),
        ("RRULE:FREQ=YEARLY;COUNT=3\nRRULE:FREQ=MONTHLY", True),
        ("RRULE:FREQ=YEARLY;COUNT=3", False),
        ("RRULE:FREQ=YEARLY;UNTIL=20301225", False),
        ("RDATE;VALUE=DATE:20271225", False),
        ("RRULE:FREQ=YEARLY\nSTATUS:CANCELLED", False),
    ],
)
def test_a_calendar_is_endless_where_an_event_comes_again_without_end(
    written: Written, rule: str, is_endless: bool
) -> None:
    meetings = f"{MEETING}\nRRULE:FREQ=WEEKLY"
    holidays = Holidays.from_icalendar(
        written(calendar(f"{CHRISTMAS}\n{rule}", NEW_YEAR, meetings))
    )
    assert holidays.is_endless is is_endless


def test_a_calendar_whose_endless_events_are_left_out_is_not_endless(written: Written) -> None:
    file = written(calendar(EVERY_CHRISTMAS, NEW_YEAR))
    assert not Holidays.from_icalendar(file, leave_out=["Christmas"]).is_endless


def test_files_of_one_text_are_equal_and_are_what_they_were(written: Written) -> None:
    file = written(calendar(CHRISTMAS))
    one, other = Holidays.from_icalendar(file), Holidays.from_icalendar(str(file))
    written(calendar(NEW_YEAR))
    third = Holidays.from_icalendar(file)
    assert one == other != third
    assert hash(one) == hash(other)
    assert one.of_year(2026)


def test_it_is_shown_as_it_is_declared(written: Written) -> None:
    file = written(calendar(CHRISTMAS))
    holidays = Holidays.from_icalendar(file, leave_out=["Christmas"], add={"2026-12-24": "Eve"})
    assert repr(holidays) == (
        f"Holidays.from_icalendar({str(file)!r}, "
        "leave_out=['Christmas'], add={'2026-12-24': 'Eve'})"
    )
    assert eval(repr(holidays), {"Holidays": Holidays}) == holidays


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html>",
        '{"a": 1}',
        "hello: world\r\n",
        "\0\1",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n",
        "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nEND:VEVENT\r\n",
        calendar(CHRISTMAS).partition("END")[0],
    ],
)
def test_a_file_that_is_no_calendar_is_refused_by_its_name(written: Written, text: str) -> None:
    file = written(text)
    told = refused(lambda: Holidays.from_icalendar(file))
    assert told.startswith(f'file was "{file}", and it is none')
    assert told.endswith("; it may be the path of an iCalendar file of holidays")


def test_a_file_of_another_encoding_is_refused(written: Written) -> None:
    file = written(calendar("DTSTART;VALUE=DATE:20260815\nSUMMARY:Mariä Himmelfahrt"), "latin-1")
    assert "it is no text in UTF-8" in refused(lambda: Holidays.from_icalendar(file))


def test_a_file_that_can_not_be_read_is_refused_by_its_name(tmp_path: Path) -> None:
    for file, why in ((tmp_path / "none.ics", "No such file"), (tmp_path, "Is a directory")):
        told = refused(lambda file=file: Holidays.from_icalendar(file))  # type: ignore[misc]
        assert told.startswith(f'file was "{file}", and it can\'t be read from {Path.cwd()} ({why}')


@pytest.mark.parametrize("typed", [None, 5, ["holidays.ics"]])
def test_what_is_no_path_is_refused(typed: str) -> None:
    assert "it is no path" in refused(lambda: Holidays.from_icalendar(typed))


@pytest.mark.parametrize("events", [(), (MEETING,), (f"{CHRISTMAS}\nSTATUS:CANCELLED",)])
def test_a_calendar_without_an_all_day_event_is_refused(
    written: Written, events: tuple[str, ...]
) -> None:
    file = written(calendar(*events))
    assert "it has no event that lasts all day" in refused(lambda: Holidays.from_icalendar(file))


@pytest.mark.parametrize(
    ("event", "why"),
    [
        ("DTSTART;VALUE=DATE:2026-12-25\nSUMMARY:Eve", "has DTSTART that can't be read"),
        ("SUMMARY:Eve", "has no DTSTART"),
        (CHRISTMAS + "\nDTEND:foo", "has DTEND that can't be read"),
        (CHRISTMAS + "\nRRULE:FREQ=OFTEN", "has RRULE that can't be read"),
        (CHRISTMAS + "\nRRULE:rubbish", "has an RRULE without FREQ"),
        (CHRISTMAS + "\nRRULE:FREQ=SECONDLY", "comes again more than once a day"),
        (CHRISTMAS + "\nRRULE:FREQ=YEARLY\nEXDATE:foo", "has EXDATE that can't be read"),
        (CHRISTMAS + "\nDTEND;VALUE=DATE:20261220", "ends before it begins"),
        (f"UID:0\n{CHRISTMAS}", "has the UID of another event"),
        (CHRISTMAS + "\nDTEND:20261226T000000Z", "has a date and a time as its DTSTART and DTEND"),
    ],
)
def test_an_event_whose_days_can_not_be_told_is_refused_by_its_name(
    written: Written, event: str, why: str
) -> None:
    file = written(calendar(NEW_YEAR, event))
    told = refused(lambda: Holidays.from_icalendar(file))
    assert f'and its event "{"Eve" if "Eve" in event else "Christmas"}" {why}' in told


@pytest.mark.parametrize(
    "broken",
    [
        CHRISTMAS + "\nRRULE:FREQ=YEARLY;BYD,AY=1",
        CHRISTMAS + "\nRRULE:FREQ=YEARLY;UNTIL=2020",
        "DTSTART:101500\nDURATION:P1D\nSUMMARY:Time",
        f"{CHRISTMAS}\n{CHRISTMAS}",
    ],
)
def test_events_that_no_library_can_read_are_refused(written: Written, broken: str) -> None:
    file = written(calendar(NEW_YEAR, broken))
    told = refused(lambda: Holidays.from_icalendar(file))
    assert told.startswith(f'file was "{file}", and ')


@given(st.data())
@settings(deadline=None, max_examples=80)
def test_a_file_that_is_broken_somewhere_is_read_or_refused_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    text = calendar(f"{EVERY_CHRISTMAS}\nEXDATE;VALUE=DATE:20261225", NEW_YEAR, MEETING)
    at = data.draw(st.integers(0, len(text)))
    put = data.draw(st.text("059TZ;:=,-WPDMY\n ", max_size=3))
    file = tmp_path_factory.mktemp("calendars") / "holidays.ics"
    file.write_text(text[:at] + put + text[at + data.draw(st.integers(0, 12)) :])
    try:
        holidays = Holidays.from_icalendar(file)
    except WrongHours as error:
        (told,) = error.problems
        assert told.startswith(f'file was "{file}", and ')
    else:
        assert {day.year for day in holidays.of_year(2027)} <= {2027}


@pytest.mark.parametrize("package", ["icalendar", "recurring_ical_events"])
def test_without_the_libraries_it_is_said_how_to_install_them(
    written: Written, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    file = written(calendar(CHRISTMAS))
    assert refused(lambda: Holidays.from_icalendar(file)) == (
        f"Holidays of an iCalendar file need the package {package}, which is not installed: "
        'pip install "pulumi-livevox[holidays]"'
    )
