"""The clinics of the chain, from a CSV that others keep."""

import csv
import io
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

    @property
    def resource_name(self) -> str:
        """What the program calls its line: "New York" is "new-york"."""
        return self.name.lower().replace(" ", "-")


def read_clinics(file: Path) -> list[Clinic]:
    """Return the clinics of a CSV.

    Raises pulumi.RunError, which Pulumi shows without a traceback, for a file that can't be read
    and a line that is broken, and where there is no clinic: that would delete the lines of all.
    """
    lines = csv.reader(io.StringIO(text_of(file), newline=""))
    # Each with the number of its line.
    clinics: dict[str, tuple[Clinic, int]] = {}
    try:
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
            clinics[clinic.resource_name] = clinic, lines.line_num
    except csv.Error as error:
        raise pulumi.RunError(
            f"{file.name}, line {lines.line_num}: it can't be read ({error}); "
            f"it may have {len(COLUMNS)} columns, {' and '.join(COLUMNS)}"
        ) from None
    if not clinics:
        raise pulumi.RunError(
            f"{file.name} has no clinic; it may have one in each line after the first"
        )
    return [clinic for clinic, _ in clinics.values()]


def text_of(file: Path) -> str:
    """Return the text of a CSV; raises pulumi.RunError where there is none."""
    try:
        # Spreadsheets write a mark before the first column.
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise pulumi.RunError(f"{file.name} can't be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise pulumi.RunError(
            f"{file.name}, line {line}: it was no text in UTF-8; it may be a CSV saved as UTF-8"
        ) from None


def trimmed(cells: list[str]) -> list[str]:
    """Return cells without the blanks around what is typed in them."""
    return [cell.strip() for cell in cells]


def wrong_with(cells: list[str], clinics: dict[str, tuple[Clinic, int]]) -> str | None:
    """Return what is wrong with a line, None where it is a clinic's."""
    if len(cells) != len(COLUMNS):
        return f"it has {len(cells)} columns; it may have {len(COLUMNS)}, {' and '.join(COLUMNS)}"
    name, region = cells
    if not name:
        return "name was empty; it may be the name of a clinic"
    if region not in SCHEDULES:
        return f'region was "{region}"; it may be {", ".join(SCHEDULES)}'
    called = Clinic(name, region).resource_name
    if called in clinics:
        other, line = clinics[called]
        return (
            f'name was "{name}", which the program calls "{called}", and so it does '
            f'"{other.name}" in line {line}; each clinic may stand once'
        )
    return None
