"""The schedules of the regions, and the reading of clinics.csv."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pulumi
import pytest
from clinics import Clinic, read_clinics
from schedules import SCHEDULES

EASTERN = ZoneInfo("America/New_York")


def test_every_region_has_a_clinic() -> None:
    clinics = read_clinics(Path(__file__).with_name("clinics.csv"))
    assert len(clinics) == 30
    assert {clinic.region for clinic in clinics} == set(SCHEDULES)


@pytest.mark.parametrize(
    ("hour", "regions"),
    [
        (7, {"east"}),
        (8, {"east", "central", "arizona"}),
        (12, {"east", "central", "mountain", "arizona", "pacific"}),
        (15, {"east", "central", "mountain", "pacific"}),
        (21, {"arizona", "pacific"}),
    ],
)
def test_who_is_open_on_a_wednesday_of_winter(hour: int, regions: set[str]) -> None:
    when = datetime(2027, 2, 3, hour, tzinfo=EASTERN)
    assert {region for region, hours in SCHEDULES.items() if hours.is_open(when)} == regions


def test_nobody_is_open_on_thanksgiving() -> None:
    assert not any(hours.spans("2027-11-25") for hours in SCHEDULES.values())


def test_cells_are_trimmed(tmp_path: Path) -> None:
    (tmp_path / "clinics.csv").write_text("\ufeffname,region\nMesa , arizona\n", encoding="utf-8")
    assert read_clinics(tmp_path / "clinics.csv") == [Clinic("Mesa", "arizona")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mesa,arizona", ', line 1: the header was "Mesa,arizona"; it may be "name,region"'),
        ("", ', line 1: the header was ""; it may be "name,region"'),
        ("name,region\n", " has no clinic; it may have one in each line after the first"),
        ("name,region\nMesa", ", line 2: it has 1 columns; it may have 2, name and region"),
        ("name,region\n,arizona", ", line 2: name was empty; it may be the name of a clinic"),
        (
            "name,region\nMesa,arizona\nReno,Nevada",
            ', line 3: region was "Nevada"; it may be east, central, mountain, arizona, pacific',
        ),
        (
            "name,region\nMesa,arizona\nMesa,east",
            ', line 3: name was "Mesa", which the program calls "mesa", and so it does "Mesa" in '
            "line 2; each clinic may stand once",
        ),
        (
            "name,region\nNew York,east\nMesa,arizona\nnew-york,east",
            ', line 4: name was "new-york", which the program calls "new-york", and so it does '
            '"New York" in line 2; each clinic may stand once',
        ),
        (
            f"name,region\n{'Mesa' * 50_000},arizona",
            ", line 2: it can't be read (field larger than field limit (131072)); "
            "it may have 2 columns, name and region",
        ),
    ],
)
def test_what_is_wrong_with_the_csv_is_told_in_one_sentence(
    text: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "clinics.csv").write_text(text)
    with pytest.raises(pulumi.RunError) as refused:
        read_clinics(tmp_path / "clinics.csv")
    assert str(refused.value) == f"clinics.csv{told}"


@pytest.mark.parametrize(("encoding", "line"), [("latin-1", 3), ("utf-16", 1)])
def test_what_is_not_saved_as_utf_8_is_told(encoding: str, line: int, tmp_path: Path) -> None:
    text = "name,region\nMesa,arizona\nMayagüez,east\n"
    (tmp_path / "clinics.csv").write_text(text, encoding=encoding)
    with pytest.raises(pulumi.RunError) as refused:
        read_clinics(tmp_path / "clinics.csv")
    assert str(refused.value) == (
        f"clinics.csv, line {line}: it was no text in UTF-8; it may be a CSV saved as UTF-8"
    )


def test_a_csv_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(pulumi.RunError) as refused:
        read_clinics(tmp_path / "clinics.csv")
    assert str(refused.value) == "clinics.csv can't be read: No such file or directory"
