"""What samples of large rollouts come to: what ours may take, whether it does, how it grows."""

from benchmarks.contenders import FLOOR, LARGE, PAIRS, Pair
from benchmarks.measuring import OPERATIONS, Sample
from benchmarks.report import Sheet, growth, measured_line, resources_line
from benchmarks.results import Results
from benchmarks.watching import PARTS

PICTURE = "large-rollouts.png"
"""The name of the picture that the page shows, beside it."""

_TIMES_OF_ASKING = {"create": 2.0, "refresh": 1.5, "update": 1.5, "destroy": 1.5}
_TIMES = 1.2
"""What ours may take of the floor's time, for operations that wait for requests and for others."""


def allowance(ours: Sample, floor: Sample) -> float:
    """Return the seconds that ours may take, by what the floor took in the same round.

    What asks the platform may take the time of its requests besides, were all places always full.
    """
    times = _TIMES_OF_ASKING.get(ours.operation)
    if times is None:
        return _TIMES * floor.seconds
    return times * floor.seconds + ours.requests * ours.delay_ms / 1000 / ours.places


def judged(results: Results, pair: Pair, services: int) -> Sheet:
    """Return one size: ours, the floor, and what ours may take."""
    headings = ["", "ours [s]", "floor [s]", "ours / floor", "requests", "allowed [s]", "kept"]
    rows = []
    for ours, floor in _pairs(results, pair, services):
        allowed = allowance(ours, floor)
        over = ours.seconds - allowed
        rows.append(
            [
                ours.operation,
                f"{ours.seconds:.2f}",
                f"{floor.seconds:.2f}",
                f"{ours.seconds / floor.seconds:.2f}",
                str(ours.requests),
                f"{allowed:.2f}",
                f"no: {over:.2f} s over" if over > 0 else "yes",
                f"{ours.provider_mb:.0f}",
            ]
        )
    title = f"{services} services{pair.conditions}"
    notes = (
        f"{pair.ours.places} operations of the engine at once",
        resources_line(results, services),
        measured_line(results, services),
    )
    return Sheet(title, [*headings, "provider [MB]"], rows, notes)


def processors(results: Results, pair: Pair, services: int) -> Sheet:
    """Return one size: what each process took of the processors."""
    without_sandbox = [part for part in PARTS if part != "sandbox"]
    headings = [*PARTS, *(f"floor's {part}" for part in without_sandbox)]
    rows = [
        [
            ours.operation,
            *(f"{ours.cpu_seconds[part]:.1f}" for part in PARTS),
            *(f"{floor.cpu_seconds[part]:.1f}" for part in without_sandbox),
        ]
        for ours, floor in _pairs(results, pair, services)
    ]
    title = f"{services} services{pair.conditions}: seconds of the processors"
    return Sheet(title, ["", *headings], rows)


def by_size(results: Results) -> Sheet:
    """Return every size, also a service: equal at all sizes where it grows in a line."""
    rows = []
    for contender in (LARGE.ours, LARGE.floor):
        for services in filter(None, results.sizes()):
            cells = []
            for operation in OPERATIONS:
                seconds = results.seconds(contender.name, services, operation)
                middle = seconds and seconds.middle
                cells.append(f"{middle:.1f} ({middle * 1000 / services:.0f})" if middle else "")
            rows.append([f"{contender.name}, {services}", *cells])
    return Sheet("Seconds (milliseconds a service)", ["", *OPERATIONS], rows)


def sheets(results: Results) -> list[Sheet]:
    """Return every table, in the order in which they are shown: the largest size first."""
    tables = []
    for services in reversed(results.sizes()):
        for pair in PAIRS:
            if _pairs(results, pair, services):
                tables += [
                    judged(results, pair, services),
                    processors(results, pair, services),
                ]
    return [*tables, by_size(results), growth(results, FLOOR)]


def page(tables: list[Sheet], delay_ms: int) -> str:
    """Return the page: every table, in Markdown."""
    introduction = f"""# The benchmark of large rollouts

Written by `make bench ARGS=--large`. The lines are those of [the benchmark](benchmark.md), and so
is the *floor*: as many resources as ours that do nothing and are next to empty. All of it with the
engine's checkpoints skipped, so that the engine writes the state once, at the end of a run. The
contenders took turns, each with a sandbox that waits {delay_ms} ms before every answer, on the
processors of the same machine. The preview is that of the create. Every command is given
`--skip-preview`.

What is *allowed* is worked out from what the floor took in the same round: for preview and no-op
1.2 times as long; for create 2.0 times, for refresh, update and destroy 1.5 times, and the time of
the requests besides, were as many always under way as the engine carries out operations at once.

The megabytes are the most resident memory of our provider's process, shared pages included. The
seconds of the processors are user and system time; the *engine*'s are those of all its processes
but the *program*'s and the *provider*'s. Processes are looked at four times a second: what one
takes after the last look before its end is not in them.

![Seconds by number of services]({PICTURE})

The thin lines are straight: from nothing to the largest size.
"""
    return "\n".join([introduction, *(table.in_markdown() for table in tables)])


def _pairs(results: Results, pair: Pair, services: int) -> list[tuple[Sample, Sample]]:
    """What both took, by operation, in the last round that has both."""
    return [
        both
        for operation in OPERATIONS
        for both in results.pairs(pair.ours.name, pair.floor.name, services, operation)[-1:]
    ]
