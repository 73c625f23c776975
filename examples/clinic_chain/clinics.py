"""The clinics of the chain, from a CSV that others keep."""

import csv
from dataclasses import dataclass
from pathlib import Path

import pulumi
from schedules import SCHEDULES

COLUMNS = ["name", "region"]


@dataclass(frozen=True)
class Clinic:
    """One clinic, as a line of the CSV has it."""

    name: str
    region: str


def read_clinics(file: Path) -> list[Clinic]:
    """Return the clinics of a CSV.

    Raises pulumi.RunError, which Pulumi shows without a traceback, for a line that is broken, and
    where there is no clinic: that would delete the lines of all.
    """
    clinics: dict[str, Clinic] = {}
    # Spreadsheets write a mark before the first column.
    with file.open(newline="", encoding="utf-8-sig") as opened:
        lines = csv.reader(opened)
        header = trimmed(next(lines, []))
        if header != COLUMNS:
            raise pulumi.RunError(
                f'{file.name}, line 1: the header was "{",".join(header)}"; '
                f'it may be "{",".join(COLUMNS)}"'
            )
        for line in lines:
            cells = trimmed(line)
            problem = wrong_with(cells, clinics)
            if problem:
                raise pulumi.RunError(f"{file.name}, line {lines.line_num}: {problem}")
            clinic = Clinic(*cells)
            clinics[clinic.name] = clinic
    if not clinics:
        raise pulumi.RunError(
            f"{file.name} has no clinic; it may have one in each line after the first"
        )
    return list(clinics.values())


def trimmed(cells: list[str]) -> list[str]:
    """Return cells without the blanks around what is typed in them."""
    return [cell.strip() for cell in cells]


def wrong_with(cells: list[str], clinics: dict[str, Clinic]) -> str | None:
    """Return what is wrong with a line, None where it is a clinic's."""
    if len(cells) != len(COLUMNS):
        return f"it has {len(cells)} columns; it may have {len(COLUMNS)}, {' and '.join(COLUMNS)}"
    name, region = cells
    if not name:
        return "name was empty; it may be the name of a clinic"
    if region not in SCHEDULES:
        return f'region was "{region}"; it may be {", ".join(SCHEDULES)}'
    if name in clinics:
        return f'name was "{name}", which stands above already; each clinic may stand once'
    return None
