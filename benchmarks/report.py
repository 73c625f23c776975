"""What the samples come to: tables for people, and a page."""

from dataclasses import dataclass
from statistics import median

from rich.markup import escape
from rich.table import Table

from benchmarks.contenders import (
    BESIDE_GROWTH,
    COMPARED,
    DEFAULTS,
    NAIVE,
    OTHERS,
    OURS,
    Contender,
)
from benchmarks.measuring import OPERATIONS
from benchmarks.results import Results, Spread
from benchmarks.startup import DEPENDENCIES, Startup

PICTURE = "benchmark.png"
"""The name of the picture that the page shows, beside it."""


@dataclass(frozen=True)
class Sheet:
    """A table, before it is shown anywhere."""

    title: str
    headings: list[str]
    rows: list[list[str]]
    notes: tuple[str, ...] = ()
    """What stands below it."""

    def on_terminal(self) -> Table:
        """Return it for a terminal."""
        headings = map(escape, self.headings)
        shown = Table(*headings, title=self.title, title_justify="left")
        for row in self.rows:
            shown.add_row(*row)
        return shown

    def in_markdown(self) -> str:
        """Return it for a page."""
        lines = [self.headings, ["---"] * len(self.headings), *self.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return f"## {self.title}\n\n{table}\n" + "".join(f"\n{note}.\n" for note in self.notes)


def comparison(results: Results, services: int) -> Sheet:
    """Return one size, contender beside contender."""
    headings = ["", *(f"{each.name} [s]" for each in COMPARED)]
    headings += [f"ours / {each.name}" for each in OTHERS]
    headings += ["requests", "naive's", "provider [MB]"]
    rows = []
    for operation in OPERATIONS:
        times = [results.seconds(each.name, services, operation) for each in COMPARED]
        ratios = [results.ratio(OURS.name, each.name, services, operation) for each in OTHERS]
        if times[0] is None:
            continue
        ours = results.of(OURS.name, services, operation)
        naive = results.of(NAIVE.name, services, operation)
        rows.append(
            [
                operation,
                *("" if each is None else str(each) for each in (*times, *ratios)),
                str(max(each.requests for each in ours)),
                str(max((each.requests for each in naive), default="")),
                f"{max(each.provider_mb for each in ours):.0f}",
            ]
        )
    title = f"{services} services" if services else "An empty stack"
    notes = resources_line(results, services), measured_line(results, services)
    return Sheet(title, headings, rows, notes)


def growth(results: Results, other: Contender) -> Sheet:
    """Return what ours takes more, also a service: equal at all sizes where it grows in a line."""
    rows = []
    for services in filter(None, results.sizes()):
        cells = []
        for operation in OPERATIONS:
            pairs = results.pairs(OURS.name, other.name, services, operation)
            more = [ours.seconds - others.seconds for ours, others in pairs]
            cells.append(
                f"{median(more):.2f} ({median(more) * 1000 / services:.0f})" if more else ""
            )
        rows.append([str(services), *cells])
    title = f"What ours takes more than the {other.name}: seconds (milliseconds a service)"
    return Sheet(title, ["services", *OPERATIONS], rows)


def by_setting(results: Results, services: int) -> Sheet:
    """Return what each setting of the engine makes of the time that the defaults take."""
    rows = []
    names = sorted(results.names(services), key=lambda name: name != DEFAULTS.name)
    for setting in names:
        cells = []
        for operation in OPERATIONS:
            seconds = results.seconds(setting, services, operation)
            ratio = results.ratio(setting, DEFAULTS.name, services, operation)
            cells.append(f"{seconds.middle:.1f} s: {ratio}" if seconds and ratio else "")
        rows.append([setting, *cells])
    title = f"Settings of the engine, {services} services: seconds, and by the defaults'"
    return Sheet(title, ["", *OPERATIONS], rows, (measured_line(results, services),))


def imports(startup: Startup) -> Sheet:
    """Return what each import adds to a fresh interpreter."""
    rows = []
    for name, seconds in startup.imports.items():
        pairs = zip(seconds, startup.imports[DEPENDENCIES], strict=True)
        ratio = Spread.of(one / other for one, other in pairs)
        rows.append([f"import {name}", str(Spread.of(seconds)), str(ratio)])
    headings = ["", "seconds", f"by import {DEPENDENCIES}"]
    return Sheet("Imports in a fresh interpreter", headings, rows, (startup.run,))


def questions(startup: Startup) -> Sheet:
    """Return what the engine's questions take that send nothing."""
    rows = [
        [name, *(str(Spread.of(asked[each])) for each in ("check", "diff"))]
        for name, asked in startup.questions.items()
    ]
    headings = ["", "check", "diff"]
    return Sheet("A check and a diff: microseconds", headings, rows, (startup.run,))


def resources_line(results: Results, services: int) -> str:
    """Say how many resources each contender has, and what one takes in the state."""
    told = []
    for contender in COMPARED:
        for sample in results.of(contender.name, services, "create")[-1:]:
            told.append(f"{sample.contender} {sample.resources}")
            if sample.resources and sample.state_bytes is not None:
                told[-1] += f" ({sample.state_bytes / sample.resources:.0f})"
    return f"Resources (bytes of state each): {', '.join(told)}"


def measured_line(results: Results, services: int) -> str:
    """Say how often a size was measured, and under which conditions."""
    rounds = results.rounds(services)
    return f"{rounds} round{'s' * (rounds != 1)}. {'; '.join(results.runs(services))}"


def sheets(compared: Results, settings: Results, startup: Startup) -> list[Sheet]:
    """Return every table, in the order in which they are shown."""
    return [
        *(comparison(compared, size) for size in compared.sizes()),
        *(growth(compared, each) for each in BESIDE_GROWTH),
        *(by_setting(settings, size) for size in settings.sizes()),
        imports(startup),
        questions(startup),
    ]


def page(tables: list[Sheet], delay_ms: int) -> str:
    """Return the page: every table, in Markdown."""
    introduction = f"""# The benchmark

Written by `make bench`; what follows from it is told in [performance.md](performance.md). It is
measured anew when that is asked for, and is never a reason to leave code as it is: below each table
stands the commit that was measured.

One line has settings, messaging, three caller IDs and eight hours. The *floor* has as many
resources as ours that do nothing and are next to empty; the *filled* one as many that do nothing
and have as much in the state; the *naive* provider is written as a user would write it in a day
(a resource an hours entry, reading its object after writing it, deleting every child itself). The
contenders took turns, each with a sandbox that waits {delay_ms} ms before every answer. The
preview is that of the create. Every command is given `--skip-preview`. Median (least-most) of the
rounds; ratios are of one round. The megabytes are the most resident memory of our provider's
process, shared pages included.

![Seconds by number of services]({PICTURE})
"""
    return "\n".join([introduction, *(table.in_markdown() for table in tables)])
