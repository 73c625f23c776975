"""The table of the campaign: request by fault, converged in how many runs."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tests.campaign.cells import Cell, Point
from tests.campaign.modes import MODES, Mode
from tests.campaign.run import Result

_INTRODUCTION = """\
# The campaign

Whatever happens during `pulumi up`, `pulumi up` again ends with exactly what is declared: nothing
twice, nothing lost. `make campaign` shows it on the real engine. One program with every resource
and every protocol is rolled out, updated, renamed, refreshed and destroyed; an edit is taken back,
resources leave the program in a run with `--refresh`, and it is destroyed with `--refresh` too. At
every request everything below happens once; then the run goes on as a user would: the same command
again (with the program as it was before, where the edit is *taken back*), after `pulumi cancel`
where a killed engine left its lock, three runs at most. Then the platform has to
equal the declaration field by field, with no service twice, none under the name of an unfinished
copy, everybody else's services untouched, no provider's process left behind, and
`pulumi preview --refresh` without a change; after `destroy` nothing of the program is left and
everything else is.

All of it is run in two modes: as the engine is, with its checkpoints, and with
[checkpoints skipped](large-rollouts.md), where the state after a killed engine is as it was before
the run. Kills alone strike there, and the journal is lost in every phase: what went wrong with a
request is the same in both. Where a journal is lost there, names that are taken are taken over by
`pulumi-livevox adopt --yes --up`, all with one command; and an edit that is taken back is so by
`pulumi up --refresh`, as nobody knows what of it was written.

A number says in how many runs of the command it converged; `a` that a run which took services over
was one of them, as the error about a taken name advises where the journal of commits is lost
(by `adopt_id`, with checkpoints); `miss` that it did not converge; `-` that the cell is not run:
nobody can tell whether a read was carried out, and, with checkpoints, lost journals and kills with
lists that lag are of services being made. A dot is a cell that was not run yet.

*done* means that the platform carried the request out before what went wrong, else it did not.
*late* answers come 3 seconds after a request, the client waits for 1; *done last* lands when the
client has given it up. *no retry* is `LIVEVOX_MAX_RETRIES=0`: the user has to run again. *kill* is
a SIGKILL while the request is under way; after one of the engine its provider has to end by itself.

The table is renewed when that is asked for, and is never a reason to leave code as it is: below the
totals stands what was tried.

    make campaign                                  all of it, on all cores; goes on where it stopped
    make campaign ARGS="--phase create --jobs 2"   a part; also --mode, --fault and --request
"""


def page(
    requests: Mapping[str, Sequence[Point]],
    cells: Sequence[Cell],
    results: Mapping[str, Result],
    tried: str,
) -> str:
    """The page that is kept in the documentation; `tried` says which code it is of."""
    known = _marks(cells, results)
    parts = [_INTRODUCTION, "## Totals\n", totals(cells, results), f"Tried: {tried}.\n"]
    for phase, found in requests.items():
        parts.append(f"## {phase}\n")
        for mode in MODES.values():
            parts += [f"{mode.told}:\n", _grid(phase, found, mode, known)]
        parts.append(_legend(found))
    return "\n".join(parts)


def totals(cells: Sequence[Cell], results: Mapping[str, Result]) -> str:
    """The sums of each mode, a line each."""
    lines = []
    for mode in MODES.values():
        if found := [cell for cell in cells if cell.mode is mode]:
            lines.append(f"- {mode.told}: {_sum(found, results)}\n")
    return "".join(lines)


def _sum(cells: Sequence[Cell], results: Mapping[str, Result]) -> str:
    done = [results[cell.key] for cell in cells if cell.key in results]
    count = Counter(result.mark for result in done)
    misses = count.pop("miss", 0)
    runs = ", ".join(f"{number} in {mark}" for mark, number in sorted(count.items()))
    return (
        f"{len(done)} of {len(cells)} cells run, {len(done) - misses} converged ({runs}), "
        f"{misses} missed."
    )


_Place = tuple[str, str, str, str]


def _marks(cells: Iterable[Cell], results: Mapping[str, Result]) -> dict[_Place, str]:
    """What the table says of each cell, by phase, request, fault and mode."""
    found = {}
    for cell in cells:
        if cell.request and cell.fault:
            result = results.get(cell.key)
            place = cell.phase.name, cell.request.label, cell.fault.name, cell.mode.name
            found[place] = "." if result is None else result.mark
    return found


def _grid(phase: str, requests: Sequence[Point], mode: Mode, known: Mapping[_Place, str]) -> str:
    lines = [
        "| | " + " | ".join(str(number) for number in range(1, len(requests) + 1)) + " |",
        "|---" * (len(requests) + 1) + "|",
    ]
    for fault in mode.faults:
        row = [
            known.get((phase, request.label, fault.name, mode.name), "-") for request in requests
        ]
        if set(row) != {"-"}:
            lines.append(f"| {fault.name} | " + " | ".join(row) + " |")
    return "\n".join(lines) + "\n"


def _legend(requests: Sequence[Point]) -> str:
    return "\n".join(f"{n}. `{request.label}`" for n, request in enumerate(requests, 1)) + "\n"
