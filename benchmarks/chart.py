"""The picture of a benchmark: seconds by number of services, a panel for each operation."""

from collections.abc import Iterable
from pathlib import Path

import matplotlib

from benchmarks.contenders import FILLED, FLOOR, NAIVE, OURS
from benchmarks.measuring import OPERATIONS
from benchmarks.results import Results

matplotlib.use("agg")

from matplotlib import pyplot

_STYLES = (
    (OURS, "#1f5fa8", "o", "pulumi-livevox"),
    (NAIVE, "#c0392b", "s", "a provider written quickly"),
    (FILLED, "#b7950b", "v", "as many resources with as much state, doing nothing"),
    (FLOOR, "#7f8c8d", "^", "as many empty resources"),
)


def draw(results: Results, paths: Iterable[Path], delay_ms: int, *, straight: bool = False) -> None:
    """Draw the medians, with least and most as bars; the ending of a path says what it holds.

    `straight` adds a thin line from nothing to the largest size: what grows faster than the number
    of services stays below it.
    """
    figure, panels = pyplot.subplots(2, 3, figsize=(11, 6), layout="constrained")
    for operation, panel in zip(OPERATIONS, panels.flat, strict=True):
        for contender, colour, marker, label in _STYLES:
            points = [
                (size, spread)
                for size in results.sizes()
                if (spread := results.seconds(contender.name, size, operation))
            ]
            if not points:
                continue
            if straight:
                size, spread = points[-1]
                panel.plot([0, size], [0, spread.middle], color=colour, linewidth=0.6)
            panel.errorbar(
                [size for size, _ in points],
                [spread.middle for _, spread in points],
                yerr=(
                    [spread.middle - spread.least for _, spread in points],
                    [spread.most - spread.middle for _, spread in points],
                ),
                color=colour,
                marker=marker,
                linestyle="none" if straight else "-",
                markersize=4,
                capsize=2,
                label=label,
            )
        panel.set_title(operation)
        panel.set_ylim(bottom=0)
        panel.set_xlim(left=0)
        panel.grid(alpha=0.3)
    figure.supxlabel(f"services, {delay_ms} ms a request")
    figure.supylabel("seconds")
    handles, labels = panels.flat[0].get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper center", ncols=4, frameon=False)
    for path in paths:
        figure.savefig(path, dpi=110)
    pyplot.close(figure)
