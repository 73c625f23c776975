"""Holidays of a country, and listed ones: which days they are, and what can't be declared."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pulumi_livevox.hours.business.holidays import Holidays
from pulumi_livevox.hours.wrong import WrongHours

PLACES = [("US", None), ("US", "CA"), ("DE", "BY"), ("GB", "SCT"), ("CA", "QC"), ("KR", None)]

places = st.sampled_from(PLACES)
years = st.integers(1995, 2060)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
names = st.text("AbÄ é'", min_size=1, max_size=8).filter(str.strip)


def refused(make: Callable[[], object]) -> list[str]:
    """The sentences with which what is declared is refused."""
    with pytest.raises(WrongHours) as raised:
        make()
    return list(raised.value.problems)


def test_a_country_has_its_public_holidays_by_name() -> None:
    of_2026 = Holidays("US").of_year(2026)
    assert of_2026[date(2026, 12, 25)] == "Christmas Day"
    assert of_2026[date(2026, 9, 7)] == "Labor Day"
    assert date(2026, 12, 24) not in of_2026


def test_a_part_of_a_country_has_holidays_of_its_own() -> None:
    assert Holidays("US", subdivision="CA").of_year(2026)[date(2026, 3, 31)] == "Cesar Chavez Day"
    assert date(2026, 3, 31) not in Holidays("US").of_year(2026)


def test_names_are_in_the_language_of_the_country_whatever_that_of_the_machine() -> None:
    program = (
        "from pulumi_livevox.hours.business.holidays import Holidays\n"
        "print([ascii(Holidays(each).of_year(2026).values()) for each in ('US', 'DE', 'AU', 'TH')])"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"LANGUAGE": language, "PYTHONPATH": ":".join(sys.path)},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        ).stdout
        for language in ("C", "en", "th", "uk")
    }
    (names,) = printed
    assert "Christmas Day" in names
    assert "Neujahr" in names


def test_a_holiday_of_the_next_year_may_be_observed_in_this_one() -> None:
    assert Holidays("US").of_year(2027)[date(2027, 12, 31)] == "New Year's Day (observed)"


def test_upper_and_lower_case_and_blanks_of_codes_do_not_count() -> None:
    assert Holidays(" us", " ca ") == Holidays("US", "CA")


@given(places, years)
@settings(deadline=None, max_examples=40)
def test_a_year_has_its_own_days_alone_in_order(place: tuple[str, str | None], year: int) -> None:
    of_year = Holidays(*place).of_year(year)
    assert {day.year for day in of_year} == {year}
    assert list(of_year) == sorted(of_year)
    assert all(of_year.values())


@given(places, years, st.data())
@settings(deadline=None, max_examples=40)
def test_a_date_that_is_left_out_is_missing_and_nothing_else(
    place: tuple[str, str | None], year: int, data: st.DataObject
) -> None:
    of_year = Holidays(*place).of_year(year)
    out = data.draw(st.lists(st.sampled_from(list(of_year)), unique=True))
    typed: list[str | date] = [f" {day}" if data.draw(st.booleans()) else day for day in out]
    rest = Holidays(*place, leave_out=typed)
    assert rest.of_year(year) == {day: of_year[day] for day in of_year if day not in out}
    assert rest.of_year(year + 1) == Holidays(*place).of_year(year + 1)


@given(places, st.integers(2022, 2034), st.data())
@settings(deadline=None, max_examples=40)
def test_a_name_that_is_left_out_is_missing_and_no_other_name(
    place: tuple[str, str | None], year: int, data: st.DataObject
) -> None:
    of_year = Holidays(*place).of_year(year)
    known = sorted({name for each in of_year.values() for name in each.split("; ")})
    out = data.draw(st.sampled_from([name for name in known if "(" not in name]))
    as_typed = data.draw(st.sampled_from((out, out.lower(), f" {out.upper()} ")))
    expected = {
        day: "; ".join(
            each for each in name.split("; ") if each != out and not each.startswith(f"{out} (")
        )
        for day, name in of_year.items()
    }
    rest = Holidays(*place, leave_out=[as_typed]).of_year(year)
    assert rest == {day: name for day, name in expected.items() if name}


def test_a_name_takes_out_the_day_on_which_it_is_observed() -> None:
    of_2026 = Holidays("US", leave_out=["Independence Day"]).of_year(2026)
    assert {date(2026, 7, 3), date(2026, 7, 4)}.isdisjoint(of_2026)


def test_the_day_on_which_it_is_observed_may_be_taken_out_alone() -> None:
    of_2026 = Holidays("US", leave_out=["Independence Day (observed)"]).of_year(2026)
    assert date(2026, 7, 3) not in of_2026
    assert date(2026, 7, 4) in of_2026


def test_one_of_two_names_of_a_day_is_taken_out_alone() -> None:
    both = Holidays("US", "CA").of_year(2021)[date(2021, 2, 15)]
    assert set(both.split("; ")) > {"Susan B. Anthony Day"}
    of_2021 = Holidays("US", "CA", leave_out=["Susan B. Anthony Day"]).of_year(2021)
    assert f"Susan B. Anthony Day; {of_2021[date(2021, 2, 15)]}" in (both, _turned(both))


def _turned(names: str) -> str:
    first, _, second = names.partition("; ")
    return f"{second}; {first}"


def test_a_name_that_the_country_has_and_its_part_has_not_takes_nothing_out() -> None:
    without = Holidays("US", "CA", leave_out=["Columbus Day"])
    assert without.of_year(2026) == Holidays("US", "CA").of_year(2026)


@given(places, days, names)
@settings(deadline=None, max_examples=40)
def test_a_day_that_is_added_has_its_name_and_keeps_what_it_had(
    place: tuple[str, str | None], day: date, name: str
) -> None:
    before = Holidays(*place).of_year(day.year)
    called = " ".join(name.split())
    expected = f"{before[day]}; {called}" if day in before else called
    assert Holidays(*place, add={day: name}).of_year(day.year) == {**before, day: expected}


def test_a_name_that_is_added_to_its_own_day_stands_once_as_the_program_spells_it() -> None:
    holidays = Holidays("US", "CA", add={"2026-11-27": "Day after Thanksgiving"})
    assert holidays.of_year(2026)[date(2026, 11, 27)] == "Day after Thanksgiving"


def test_a_date_that_is_left_out_and_added_has_another_name() -> None:
    holidays = Holidays("US", leave_out=["2026-12-25"], add={"2026-12-25": "Closing day"})
    assert holidays.of_year(2026)[date(2026, 12, 25)] == "Closing day"


@given(st.dictionaries(days, names))
@settings(deadline=None, max_examples=40)
def test_listed_days_are_those_of_the_list(listed: dict[date, str]) -> None:
    holidays = Holidays.from_dates(listed)
    found = {
        day: name for year in range(2020, 2036) for day, name in holidays.of_year(year).items()
    }
    assert found == {day: " ".join(name.split()) for day, name in listed.items()}
    assert Holidays.from_dates({f"{day}": name for day, name in listed.items()}) == holidays


def test_a_listed_day_without_a_name_is_called_holiday() -> None:
    assert Holidays.from_dates(["2026-12-25"]).of_year(2026) == {date(2026, 12, 25): "Holiday"}


def test_what_is_found_belongs_to_whoever_asked() -> None:
    holidays = Holidays.from_dates(["2026-12-25"])
    found = holidays.of_year(2026)
    assert isinstance(found, dict)
    found.clear()
    assert holidays.of_year(2026)


def test_a_country_has_holidays_without_end_and_a_list_has_not() -> None:
    assert Holidays("US").is_endless
    assert not Holidays.from_dates(["2026-12-25"]).is_endless


DECLARED = [
    Holidays("US"),
    Holidays("US", "CA"),
    Holidays("US", leave_out=["Labor Day", "2026-12-25"]),
    Holidays("US", leave_out=["Labor Day"]),
    Holidays("US", add={"2026-12-24": "Christmas Eve"}),
    Holidays.from_dates(["2026-12-24"]),
    Holidays.from_dates({"2026-12-24": "It's Christmas Eve"}),
]


@pytest.mark.parametrize("holidays", DECLARED, ids=repr)
def test_it_is_shown_as_it_is_declared_and_equal_to_nothing_else(holidays: Holidays) -> None:
    again = eval(repr(holidays), {"Holidays": Holidays})
    assert again == holidays
    assert hash(again) == hash(holidays)
    assert [each for each in DECLARED if each == holidays] == [holidays]
    assert holidays != "US"


def test_the_order_and_the_case_of_what_is_left_out_do_not_count() -> None:
    one = Holidays("US", leave_out=["labor day", "2026-12-25"])
    assert one == Holidays("US", leave_out={date(2026, 12, 25), "Labor Day "})
    assert repr(one) == "Holidays('US', leave_out=['Labor Day', '2026-12-25'])"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("USA", "US"), ("Germany", "DE"), ("UK", "GB"), ("United Kingdom", "GB"), ("Germny", "DE")],
)
def test_an_unknown_country_is_refused_with_the_nearest(typed: str, code: str) -> None:
    assert refused(lambda: Holidays(typed)) == [
        f'country was "{typed}"; it may be the code of a country: {code}'
    ]


@pytest.mark.parametrize("typed", ["XX", "", 49, None])
def test_a_country_that_is_like_none_is_refused_with_examples(typed: str) -> None:
    (told,) = refused(lambda: Holidays(typed))
    assert told.endswith("it may be the code of a country: US or GB")


@pytest.mark.parametrize(
    ("country", "typed", "may_be"),
    [
        ("DE", "Bayern", "the code of a part of DE: BY"),
        ("DE", "Bayer", "the code of a part of DE: BY"),
        ("GB", "scotland", "the code of a part of GB: SCT"),
        ("US", "XX", "the code of a part of US: AK, AL, AR or AS"),
        ("US", 5, "the code of a part of US: AK, AL, AR or AS"),
        ("HK", "X", "left out: HK has no holidays of a part alone"),
    ],
)
def test_an_unknown_part_of_a_country_is_refused(country: str, typed: str, may_be: str) -> None:
    (told,) = refused(lambda: Holidays(country, typed))
    assert told.startswith("subdivision was ")
    assert told.endswith(f"; it may be {may_be}")


def test_a_holiday_taken_out_that_there_is_none_is_refused_with_the_nearest() -> None:
    assert refused(lambda: Holidays("US", "CA", leave_out=["Colombus Day", "2026-03-04"])) == [
        'leave_out had "Colombus Day", which is none of the holidays; it may be Columbus Day',
        'leave_out had "2026-03-04", which is none of the holidays',
    ]


def test_a_holiday_taken_out_that_is_like_none_is_refused_with_examples() -> None:
    (told,) = refused(lambda: Holidays("US", leave_out=["Xyz"]))
    assert told.startswith(
        'leave_out had "Xyz", which is none of the holidays; it may be one such as '
    )
    assert "Christmas Day, Columbus Day" in told


@pytest.mark.parametrize("typed", ["2026-13-01", "12/25/2026", "", 5, None])
def test_what_is_no_date_and_no_name_can_not_be_taken_out(typed: str) -> None:
    (told,) = refused(lambda: Holidays("US", leave_out=[typed]))
    assert told.endswith(
        "; it may be a name, or a date that exists, such as 2026-12-25, from 1970 to 2199"
    )


@pytest.mark.parametrize("typed", ["Labor Day", 5, {"Labor Day": 1}, None])
def test_what_is_left_out_has_to_be_a_list(typed: list[str]) -> None:
    (told,) = refused(lambda: Holidays("US", leave_out=typed))
    assert told.endswith("; it may be a list of names and dates of holidays")


def test_days_that_can_not_be_added_are_refused_all_at_once() -> None:
    assert refused(
        lambda: Holidays("US", add={"27 Nov": "A", "2026-11-27": " ", "2026-12-24": "B"})
    ) == [
        'add had "27 Nov"; it may be a date that exists, such as 2026-12-25, from 1970 to 2199',
        'add.2026-11-27 was " "; it may be the name of a holiday',
    ]


def test_a_date_that_is_added_twice_is_refused() -> None:
    twice: dict[str | date, str] = {"2026-12-24": "A", date(2026, 12, 24): "B"}
    (told,) = refused(lambda: Holidays("US", add=twice))
    assert told == "add had 2026-12-24 twice; name both in one text"


@pytest.mark.parametrize("typed", [["2026-12-24"], "2026-12-24", 5])
def test_what_is_added_has_to_be_a_dict(typed: dict[str | date, str]) -> None:
    (told,) = refused(lambda: Holidays("US", add=typed))
    assert "; it may be a dict of dates and names" in told


@pytest.mark.parametrize("typed", ["2026-12-24", 5, None])
def test_listed_days_have_to_be_a_list_or_a_dict(typed: list[str]) -> None:
    (told,) = refused(lambda: Holidays.from_dates(typed))
    assert told.startswith("holidays was ")
    assert "; it may be a list of dates, or a dict" in told


def test_a_listed_day_that_does_not_exist_is_refused() -> None:
    assert refused(lambda: Holidays.from_dates(["2026-02-29", "2026-12-25"])) == [
        'holidays had "2026-02-29"; it may be a date that exists, such as 2026-12-25, from 1970 '
        "to 2199"
    ]


def test_without_the_library_it_is_said_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in sys.modules if each.startswith("holidays.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "holidays", None)
    assert refused(lambda: Holidays("US")) == [
        "Holidays of a country need the package holidays, which is not installed: "
        'pip install "pulumi-livevox[holidays]"'
    ]
    assert Holidays.from_dates(["2026-12-25"]).of_year(2026)


@pytest.mark.parametrize("first", ["holidays", "pulumi_livevox"])
def test_a_program_may_have_a_file_of_the_name_of_the_library(first: str, tmp_path: Path) -> None:
    (tmp_path / "holidays.py").write_text(
        "from pulumi_livevox.hours.business.holidays import Holidays\n"
        "OURS = Holidays('DE', 'BY', leave_out=['Neujahr'])\n"
    )
    (tmp_path / "program.py").write_text(
        f"import {first}\nimport holidays\nprint(len(holidays.OURS.of_year(2026)) > 5)\n"
    )
    ran = subprocess.run(
        [sys.executable, "program.py"],
        cwd=tmp_path,
        env={"PYTHONPATH": ":".join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert ran.stdout == "True\n"


def test_listed_days_load_no_library() -> None:
    program = (
        "import sys\n"
        "from pulumi_livevox.hours.business.holidays import Holidays\n"
        "Holidays.from_dates(['2026-12-25']).of_year(2026)\n"
        "print({'holidays', 'icalendar', 'recurring_ical_events'} & set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": ":".join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert ran.stdout == "set()\n"
