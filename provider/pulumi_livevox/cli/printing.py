"""What commands print: tables that fit the terminal, plain text without one, and remarks."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Final

from pulumi_livevox.cli.visible import visible

_GAP: Final = "  "
_LEAST: Final = 12
"""Characters of a column that makes room, below which the next one makes room as well."""


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows below headings; without a terminal the rows alone, with tabs between the cells.

    A terminal does not show the columns in which nothing stands.
    """
    cells = [[visible(cell) if cell else "" for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for row in cells:
            print("\t".join(row))
        return
    if not cells:
        return
    shown = [at for at in range(len(headings)) if any(row[at] for row in cells)]
    _print_fitting([[row[at] for at in shown] for row in cells], [headings[at] for at in shown])


def print_pairs(pairs: Iterable[Sequence[str]]) -> None:
    """Print what stands side by side, indented, in columns that are aligned."""
    cells = [[visible(cell) if cell else "" for cell in pair] for pair in pairs]
    if sys.stdout.isatty():
        _print_fitting(cells)
        return
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(f"{_GAP}{_GAP.join(padded)}".rstrip())


def print_heading(words: str) -> None:
    """Print a heading, which stands out on a terminal."""
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.text import Text

        Console(highlight=False).print(Text(visible(words), style="bold", overflow="fold"))
    else:
        print(visible(words))


def print_remarks(remarks: Iterable[str]) -> None:
    """Print remarks where they disturb no program that reads the output."""
    for remark in remarks:
        print(visible(remark), file=sys.stderr)


def _print_fitting(cells: Sequence[Sequence[str]], headings: Sequence[str] = ()) -> None:
    """Print columns as wide as the terminal; what does not fit goes on below.

    Columns with headings are a table of objects, whose ids in front are never cut.
    """
    from rich.cells import cell_len
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    tops = [heading.replace(" ", "\n") for heading in headings]
    lines = [*cells, [max(top.split("\n"), key=len) for top in tops]] if tops else cells
    widths = [max(map(cell_len, column)) + len(_GAP) for column in zip(*lines, strict=True)]
    table = Table(box=None, show_header=bool(headings), pad_edge=False, padding=(0, 2, 0, 0))
    indent = 0 if headings else len(_GAP)
    folding = _folding(widths, console.width - indent, range(bool(headings), len(widths)))
    for at in range(len(widths)):
        heading = Text(tops[at], style="bold") if headings else ""
        table.add_column(heading, overflow="fold", no_wrap=at not in folding)
    for row in cells:
        table.add_row(*map(Text, row))
    console.print(Padding(table, (0, 0, 0, indent), expand=False))


def _folding(widths: Sequence[int], room: int, foldable: Iterable[int]) -> list[int]:
    """Return the columns that make room: the widest first, and as few as will do."""
    by_width = sorted(foldable, key=lambda at: -widths[at])
    for count in range(1, len(by_width)):
        left = room - sum(widths) + sum(widths[at] for at in by_width[:count])
        if left >= count * _LEAST:
            return by_width[:count]
    return by_width
