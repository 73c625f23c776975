"""What stays, what opens and what closes between the spans of a day before and after."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pulumi_livevox.hours.spans import Span


class Mark(StrEnum):
    """What becomes of a part of a day. A day that does not change has open parts alone."""

    OPEN = "open"
    OPENS = "opens"
    CLOSES = "closes"


MEANS = {
    Mark.OPEN: "open",
    Mark.OPENS: "opens: closed before",
    Mark.CLOSES: "closes: open before",
}
"""What a legend says of each."""


@dataclass(frozen=True)
class Bar:
    """A part of a day, with what becomes of it."""

    span: Span
    mark: Mark


def bars(before: Sequence[Span], after: Sequence[Span]) -> list[Bar]:
    """Return the parts of a day by time: what is open before or after."""
    times = sorted({time for span in (*before, *after) for time in (span.start, span.end)})
    found: list[Bar] = []
    for start, end in itertools.pairwise(times):
        was, becomes = _holds(before, start), _holds(after, start)
        if not was and not becomes:
            continue
        mark = Mark.OPEN if was and becomes else Mark.OPENS if becomes else Mark.CLOSES
        if found and found[-1].mark is mark and found[-1].span.end == start:
            start = found.pop().span.start
        found.append(Bar(Span(start, end), mark))
    return found


def _holds(spans: Sequence[Span], minute: int) -> bool:
    return any(span.holds(minute) for span in spans)
