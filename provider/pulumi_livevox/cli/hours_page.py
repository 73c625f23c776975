"""Where hours are printed as text: as wide as the terminal, with marks that it can print."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rich.console import Console
from rich.text import Text

from pulumi_livevox.cli.visible import visible
from pulumi_livevox.hours.clock import END_OF_DAY
from pulumi_livevox.hours.spans import Span

MARGIN: Final = "  "
"""What stands before each line of a schedule."""

_LEAST: Final = 24
"""Characters beside the grid, for the spans of a day."""


@dataclass(frozen=True)
class Marks:
    """The characters of a grid."""

    open: str
    closed: str
    some: str
    """Some lines are open, others not."""
    opens: str = "+"
    closes: str = "-"


_BLOCKS: Final = Marks("█", "·", "▒")
_ASCII: Final = Marks("#", ".", "o")


class Page:
    """Where a picture is printed, and with which marks."""

    def __init__(self) -> None:
        self._console = Console(highlight=False)
        self.marks = (
            _BLOCKS if _can_print(f"{_BLOCKS.open}{_BLOCKS.closed}{_BLOCKS.some}") else _ASCII
        )
        room = self._console.width - len(f"{MARGIN}Mon ") - 1 - _LEAST
        self.cells = next((cells for cells in (48, 24, 12) if cells <= room), 0)
        """How many cells a day has; 0 where there is no room for a grid."""
        self._is_empty = True

    def heading(self, words: str) -> None:
        """Print what has a name of its own."""
        self.text(words, style="bold")

    def text(self, words: str, indent: str = "", style: str = "") -> None:
        """Print words, which go on below where a terminal is too narrow."""
        self._is_empty = False
        shown = f"{indent}{visible(words)}"
        if not self._console.is_terminal:
            print(shown)
            return
        below = f"{indent}{MARGIN if indent else ''}"
        for line in textwrap.wrap(shown, self._console.width, subsequent_indent=below) or [shown]:
            self._console.print(Text(line, style=style), soft_wrap=True)

    def blank(self) -> None:
        """Print a blank line below what was printed before."""
        if not self._is_empty:
            print()

    def legend(self, *, with_changes: bool) -> None:
        """Print what the marks of a grid mean."""
        if self.cells == 0:
            return
        marks = self.marks
        words = [f"{marks.open} open", f"{marks.closed} closed"]
        if with_changes:
            words += [f"{marks.opens} opens", f"{marks.closes} closes"]
        self.text("   ".join(words))

    def ticks(self) -> None:
        """Print the hours above a grid."""
        if self.cells == 0:
            return
        width = self.cells // 8
        hours = "".join(f"{hour:02}".ljust(width) for hour in range(0, 24, 3))
        self._console.print(Text(f"{MARGIN}    {hours}24", style="dim"), soft_wrap=True)

    def row(self, day: str, cells: Iterable[tuple[str, str]], words: str) -> None:
        """Print a day: its cells, each with its style, and words that go on below."""
        row = Text(f"{MARGIN}{day[:3].capitalize()} ")
        for character, style in cells:
            row.append(character, style)
        indent = row.cell_len + (1 if self.cells else 0)
        lines = textwrap.wrap(words, max(_LEAST, self._console.width - indent)) or [""]
        row.append(f"{' ' if self.cells else ''}{lines[0]}")
        row.rstrip()
        self._console.print(row, soft_wrap=True)
        for line in lines[1:]:
            self._console.print(Text(f"{' ' * indent}{line}"), soft_wrap=True)

    def grid(self) -> Iterator[Span]:
        """Return the part of a day that each cell stands for."""
        minutes = END_OF_DAY // self.cells if self.cells else END_OF_DAY
        starts = range(0, END_OF_DAY, minutes) if self.cells else ()
        return (Span(start, start + minutes) for start in starts)


def _can_print(characters: str) -> bool:
    try:
        characters.encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True
