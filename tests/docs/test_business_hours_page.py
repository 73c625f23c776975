"""The page of business hours: what it says of the programs that it shows."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import pulumi_livevox as livevox
from pulumi_livevox.hours.business.holidays import Holidays
from tests.docs.blocks import shown_programs
from tests.rig import ROOT

PAGE = "docs/business-hours.md"


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What the programs of the section about holidays make, beside the calendar that it shows."""
    monkeypatch.setattr(livevox, "Holidays", Holidays, raising=False)
    monkeypatch.chdir(tmp_path)
    (calendar,) = re.findall(r"```ics\n(.*?)```", (ROOT / PAGE).read_text(), re.DOTALL)
    (tmp_path / "company.ics").write_text(calendar)
    made = []
    for program in shown_programs(PAGE, "Holidays"):
        made.append({"livevox": livevox})
        exec(program, made[-1])
    return made


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
