"""The page of business hours: what it says of the programs that it shows."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import pulumi_livevox as livevox
from tests.docs.blocks import shown_programs
from tests.rig import ROOT
from tests.rig.mocked_program import declarations

PAGE = "docs/business-hours.md"


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the programs of the section about holidays make, beside the calendar that it shows."""
    monkeypatch.chdir(tmp_path)
    (calendar,) = re.findall(r"```ics\n(.*?)```", (ROOT / PAGE).read_text(), re.DOTALL)
    (tmp_path / "company.ics").write_text(calendar)
    made = []
    for program in shown_programs(PAGE, "Holidays"):
        made.append({"livevox": livevox})
        exec(program, made[-1])
    return made


def test_the_first_program_declares_what_the_page_says_and_the_unit_test_of_it_passes(
    tmp_path: Path,
) -> None:
    first, (unit_test,) = shown_programs(PAGE)[0], shown_programs(PAGE, "Questions")
    (name,) = re.findall(r"^def (test_\w+)\(", unit_test, re.MULTILINE)
    program = f"{first}\n{unit_test}\n{name}()\n"
    declared = declarations({"__main__.py": program}, {}, tmp_path).inbound_hours
    assert declared.keys() == {"hours-20575", "hours-20576"}
    assert {each["week"]["WEEKDAY"] for each in declared.values()} == {"10:00-23:00"}


def test_the_office_of_the_page_is_closed_on_its_date_but_for_the_minute_that_says_so() -> None:
    made: dict[str, Any] = {"livevox": livevox}
    (program,) = shown_programs(PAGE, "Closed on a date")
    exec(program, made)
    office: livevox.BusinessHours = made["office"]
    dates = office.laid(date(2027, 1, 1)).dates or {}
    assert {day: list(map(str, spans)) for day, spans in dates.items()} == {
        date(2027, 12, 24): ["00:00-00:01"]
    }
    assert office.spans("2027-12-24") == []
    assert office.spans("2027-12-23") != []


def test_the_holidays_of_the_page_are_what_it_says(shown: list[dict[str, Any]]) -> None:
    country, calendar, listed = shown
    names = country["names"]
    assert names[date(2026, 1, 1)] == "New Year's Day"
    assert names[date(2026, 11, 27)] == "Day after Thanksgiving"
    assert names[date(2026, 12, 24)] == "Christmas Eve"
    assert {date(2026, 3, 31), date(2026, 10, 12), date(2026, 11, 11)}.isdisjoint(names)
    assert calendar["holidays"].is_endless
    assert calendar["holidays"].of_year(2026) == {
        date(2026, 9, 14): "Founders' Day",
        date(2026, 12, 30): "Inventory",
        date(2026, 12, 31): "Inventory",
    }
    assert list(calendar["holidays"].of_year(2027)) == [date(2027, 9, 14)]
    assert listed["named"].of_year(2026)[date(2026, 12, 31)] == "New Year's Eve"
    assert set(listed["unnamed"].of_year(2026).values()) == {"Holiday"}
